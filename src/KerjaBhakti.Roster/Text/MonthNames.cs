using System.Collections.Frozen;

namespace KerjaBhakti.Roster.Text;

/// <summary>Months by name, as people in offices write them.</summary>
public static class MonthNames
{
    // Today's names, those before 1972 that offices still use, the English ones a foreign office suite fills in, and how all of them are
    // cut short.
    private static readonly string[] Spellings =
    [
        "JANUARI JANUARY JAN",
        "FEBRUARI PEBRUARI FEBRUARY FEB PEB",
        "MARET MARCH MAR MRT",
        "APRIL APR",
        "MEI MAY",
        "JUNI JUNE JUN",
        "JULI JULY JUL",
        "AGUSTUS AUGUST AGUST AGUS AGU AGT AGS AGST AUG",
        "SEPTEMBER SEPT SEP",
        "OKTOBER OCTOBER OKT OCT",
        "NOVEMBER NOPEMBER NOV NOP",
        "DESEMBER DECEMBER DES DEC",
    ];

    private static readonly FrozenDictionary<string, int> Names = Spellings
        .SelectMany((names, index) => names.Split(' ').Select(name => (name, Month: index + 1)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Month);

    // Words that head columns beside the months and are, by chance, a letter away from one.
    private static readonly FrozenSet<string> OtherWords = FrozenSet.Create(
        "NIP",
        "NIK",
        "NRK",
        "NO",
        "DESA",
        "JML",
        "KET",
        "HARI",
        "UNIT",
        "JAM",
        "TMT",
        "SEKSI",
        "NAMA",
        "MARI"
    );

    /// <summary>The month with this name, whole or cut short, in Indonesian or English, whatever its case; null where it is none.</summary>
    public static int? NumberOf(string name) => Names.TryGetValue(name.ToUpperInvariant(), out var month) ? month : null;

    /// <summary>
    /// The month that a word which names none may mean: a letter away from a name of three or four letters, two from a longer one; null
    /// where none is near.
    /// </summary>
    public static int? Guess(string word)
    {
        var key = Spelling.Key(word).TrimEnd('.');
        if (key.Length is < 3 or > 12 || OtherWords.Contains(key) || Names.ContainsKey(key))
        {
            return null;
        }

        var nearest = Names
            .Keys.Select(name => (Name: name, Letters: Spelling.Distance(key, name, 2)))
            .Where(item => item.Letters <= (item.Name.Length <= 4 ? 1 : 2))
            .OrderBy(item => item.Letters)
            .ThenBy(item => item.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is null ? null : Names[nearest.Name];
    }
}
