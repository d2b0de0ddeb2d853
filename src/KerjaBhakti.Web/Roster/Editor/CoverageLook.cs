using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Web.Roster.Editor;

/// <summary>How the count of one kecamatan and month looks, the same in the table and on the map.</summary>
internal static class CoverageLook
{
    /// <summary>The class of its square: nobody, evenly many, more than that.</summary>
    public static string ClassOf(Coverage coverage, int count) =>
        count switch
        {
            0 => "square-none",
            _ when count > coverage.EvenLimit => "square-many",
            _ => "square-even",
        };

    /// <summary>The name as narrow places show it: "Kep. Seribu Utara".</summary>
    public static string ShortNameOf(string kecamatan) => kecamatan.Replace("Kepulauan ", "Kep. ", StringComparison.Ordinal);

    /// <summary>What a square of the table, which shows only the count, is called: "Pulogadung, Mei: 3 petugas".</summary>
    public static string NameOf(string kecamatan, RosterMonth month, int count) => $"{kecamatan}, {month.Name}: {count} petugas";
}
