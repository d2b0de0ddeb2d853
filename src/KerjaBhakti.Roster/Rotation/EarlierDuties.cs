using KerjaBhakti.Roster.Differences;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Rotation;

/// <summary>What the rows of an annex had at the end of the annex before.</summary>
public static class EarlierDuties
{
    /// <summary>How many months back count, so that January does not repeat December.</summary>
    public const int Months = 4;

    /// <summary>
    /// For each row of the annex the kecamatan of its row in the last four months of the annex before, each once. Rows are matched by
    /// label; a row that was not there has none.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<KecamatanCode>> Of(Annex before, Annex annex)
    {
        var earlier = new IReadOnlyList<KecamatanCode>[annex.Rows.Count];
        Array.Fill(earlier, []);
        foreach (var (old, row) in RowMatching.Pair(AnnexVersion.Of(before).Rows, AnnexVersion.Of(annex).Rows))
        {
            earlier[row] =
            [
                .. before
                    .Rows[old]
                    .Cells.Skip(before.Period.Months.Count - Months)
                    .Where(cell => cell.Kecamatan is not null)
                    .Select(cell => cell.Kecamatan!.Value)
                    .Distinct(),
            ];
        }

        return earlier;
    }
}
