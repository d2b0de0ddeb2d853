namespace KerjaBhakti.Roster.Searching;

/// <summary>
/// The first letters of a name, by which people call bodies of the government: "Badan Penanggulangan Bencana Daerah" is BPBD.
/// </summary>
public static class Acronym
{
    // Two letters are too few to mean one body.
    private const int Fewest = 3;

    private static readonly HashSet<string> Small = new(["DAN", "SERTA", "DI", "DENGAN", "UNTUK", "PADA", "ATAU"], StringComparer.Ordinal);

    /// <summary>The first letters; null where there are fewer than three.</summary>
    public static string? Of(string name)
    {
        var letters = SearchName.Of(name).Words.Where(word => !Small.Contains(word)).Select(word => word[0]).ToArray();
        return letters.Length < Fewest ? null : new string(letters);
    }
}
