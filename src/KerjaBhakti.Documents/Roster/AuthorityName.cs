using KerjaBhakti.Roster.Institutions;

namespace KerjaBhakti.Documents.Roster;

/// <summary>The institution of the office that instructs.</summary>
public static class AuthorityName
{
    /// <summary>"Pemerintah Provinsi …" of "Gubernur Provinsi …"; any other office stands for itself.</summary>
    public static string InstitutionOf(string authority) => Served.Institution.GovernmentOf(authority);
}
