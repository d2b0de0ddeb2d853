using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Rotation;

/// <summary>
/// How an annex stands while somebody works on it: who is where, and how many each month should have. Made once for each state of the
/// annex.
/// </summary>
public sealed class RosterCounts
{
    private readonly Dictionary<(RosterMonth, KecamatanCode), int> rows = [];
    private readonly Dictionary<KecamatanCode, int> totals = [];
    private readonly Dictionary<RosterMonth, int> onDuty;

    /// <summary>Counts an annex under the limits its proposals would keep.</summary>
    public RosterCounts(Annex annex, Gazetteer gazetteer, RotationLimits limits)
    {
        (Annex, Limits, House) = (annex, limits, HouseSpelling.Of(annex, gazetteer));
        InUse = [.. gazetteer.Kecamatan.Where(kecamatan => !limits.LeftOut.Contains(kecamatan.Code))];
        onDuty = annex.Period.Months.ToDictionary(month => month, _ => 0);
        foreach (var (index, row) in annex.Rows.Index().Where(row => !row.Item.IsRegion))
        {
            foreach (var (place, month) in annex.Period.Months.Index())
            {
                // A cell that nobody has filled yet will be: the bounds are those of the whole month.
                onDuty[month] += limits.OffDuty.Contains(new RosterCell(index, month)) ? 0 : 1;
                if (row.Cells[place].Kecamatan is { } code)
                {
                    rows[(month, code)] = rows.GetValueOrDefault((month, code)) + 1;
                    totals[code] = totals.GetValueOrDefault(code) + 1;
                }
            }
        }
    }

    /// <summary>The annex.</summary>
    public Annex Annex { get; }

    /// <summary>The limits.</summary>
    public RotationLimits Limits { get; }

    /// <summary>How the annex writes each kecamatan.</summary>
    public HouseSpelling House { get; }

    /// <summary>The kecamatan in use, by code.</summary>
    public IReadOnlyList<Kecamatan> InUse { get; }

    /// <summary>How many rows a kecamatan has in a month.</summary>
    public int Of(RosterMonth month, KecamatanCode code) => rows.GetValueOrDefault((month, code));

    /// <summary>How many rows a kecamatan has over the period.</summary>
    public int TotalOf(KecamatanCode code) => totals.GetValueOrDefault(code);

    /// <summary>The fewest rows of a kecamatan in a month when they are spread evenly.</summary>
    public int Low(RosterMonth month) => InUse.Count == 0 ? 0 : onDuty[month] / InUse.Count;

    /// <summary>The most rows of a kecamatan in a month when they are spread evenly.</summary>
    public int High(RosterMonth month) => InUse.Count == 0 ? 0 : (onDuty[month] + InUse.Count - 1) / InUse.Count;

    /// <summary>The kecamatan of a cell; null where it has none.</summary>
    public KecamatanCode? At(RosterCell cell) => Annex.Rows[cell.Row].Cells[Annex.Period.IndexOf(cell.Month)].Kecamatan;

    /// <summary>The first other month in which the row of a cell has a kecamatan; null where it has it in none.</summary>
    public RosterMonth? OtherMonthOf(RosterCell cell, KecamatanCode code)
    {
        foreach (var month in Annex.Period.Months)
        {
            if (month != cell.Month && At(cell with { Month = month }) == code)
            {
                return month;
            }
        }

        return null;
    }

    /// <summary>In how many months the row of a cell is in a city, that cell left out.</summary>
    public int VisitsOf(RosterCell cell, CityCode city) =>
        Annex.Period.Months.Count(month => month != cell.Month && At(cell with { Month = month }) is { } code && code.City == city);

    /// <summary>Whether a cell may be given this kecamatan by the limits alone.</summary>
    public bool MayHave(RosterCell cell, KecamatanCode code) =>
        !Limits.Locked.Contains(cell)
        && !Limits.OffDuty.Contains(cell)
        && !Limits.LeftOut.Contains(code)
        && !Limits.Never.Contains(new Exclusion(cell.Row, code));

    /// <summary>"baris 41".</summary>
    public string RowName(int row) => Annex.Rows[row].Number is { } number ? $"baris {number}" : $"baris ke-{row + 1}";
}
