namespace KerjaBhakti.Documents.Roster;

/// <summary>The institution of the office that instructs.</summary>
public static class AuthorityName
{
    private const string Governor = "Gubernur ";

    /// <summary>"Pemerintah Provinsi …" of "Gubernur Provinsi …"; any other office stands for itself.</summary>
    public static string InstitutionOf(string authority) =>
        authority.StartsWith(Governor, StringComparison.OrdinalIgnoreCase) ? $"Pemerintah {authority[Governor.Length..]}" : authority;
}
