using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Findings;

/// <summary>How many rotating rows each kecamatan has in each month. Region rows do not count: they serve a whole city.</summary>
public sealed class Coverage
{
    private readonly Dictionary<(KecamatanCode, RosterMonth), int> counts;

    private Coverage(IReadOnlyList<RosterMonth> months, int evenLimit, Dictionary<(KecamatanCode, RosterMonth), int> counts)
    {
        Months = months;
        EvenLimit = evenLimit;
        this.counts = counts;
    }

    /// <summary>The months of the annex.</summary>
    public IReadOnlyList<RosterMonth> Months { get; }

    /// <summary>The most rows a kecamatan gets in a month when they are spread evenly: rotating rows ÷ kecamatan, rounded up.</summary>
    public int EvenLimit { get; }

    /// <summary>Counts an annex. Cells that name no kecamatan count nowhere.</summary>
    public static Coverage Of(Annex annex, Gazetteer gazetteer)
    {
        var counts = new Dictionary<(KecamatanCode, RosterMonth), int>();
        var rotating = 0;
        foreach (var row in annex.Rows.Where(row => !row.IsRegion))
        {
            rotating++;
            for (var month = 0; month < row.Cells.Count; month++)
            {
                if (row.Cells[month].Kecamatan is { } kecamatan)
                {
                    var key = (kecamatan, annex.Period.Months[month]);
                    counts[key] = counts.GetValueOrDefault(key) + 1;
                }
            }
        }

        var kecamatanCount = gazetteer.Kecamatan.Count;
        return new Coverage(annex.Period.Months, (rotating + kecamatanCount - 1) / kecamatanCount, counts);
    }

    /// <summary>How many rows a kecamatan has in a month; zero where it has none.</summary>
    public int Count(KecamatanCode kecamatan, RosterMonth month) => counts.GetValueOrDefault((kecamatan, month));
}
