using KerjaBhakti.Roster.Districts;

namespace KerjaBhakti.Roster.Rotation;

/// <summary>A kecamatan for a cell.</summary>
/// <param name="Kecamatan">Which.</param>
/// <param name="Note">What the roster knows of it, beside its name: "kosong pada Juni", "1", "sudah 2", "baris ini: Mei".</param>
public sealed record CellSuggestion(Kecamatan Kecamatan, string Note);

/// <summary>What to offer while somebody types in a cell.</summary>
public static class CellSuggestions
{
    /// <summary>
    /// Every kecamatan the row may have in the month: first those nobody has, then those with the fewest rows, then those that have enough,
    /// last those the row has in another month. Among equals those in a city new to the row come first, then those with fewer rows over the
    /// period, then by name. The cell's own kecamatan counts as if the cell were empty.
    /// </summary>
    public static IReadOnlyList<CellSuggestion> For(RosterCounts counts, RosterCell cell)
    {
        var current = counts.At(cell);
        return
        [
            .. from kecamatan in counts.InUse
            where !counts.Limits.Never.Contains(new Exclusion(cell.Row, kecamatan.Code))
            let others = counts.Of(cell.Month, kecamatan.Code) - (kecamatan.Code == current ? 1 : 0)
            let repeated = counts.OtherMonthOf(cell, kecamatan.Code)
            let full = others >= Math.Max(1, counts.High(cell.Month))
            let knownCity = counts.VisitsOf(cell, kecamatan.Code.City) > 0
            orderby repeated is not null, full, others, knownCity, counts.TotalOf(kecamatan.Code), kecamatan.Name
            select new CellSuggestion(
                kecamatan,
                repeated is { } month ? $"baris ini: {month.Name}"
                    : others == 0 ? $"kosong pada {cell.Month.Name}"
                    : full ? $"sudah {others}"
                    : $"{others}"
            ),
        ];
    }
}
