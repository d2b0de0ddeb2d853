using KerjaBhakti.Roster.Districts;

namespace KerjaBhakti.Roster.Schedules;

/// <summary>
/// The content of an annex (lampiran) as it is printed: months across, rows down. Immutable. A stored schedule, an imported file and the
/// seed all become one of these, so that they are checked, shown and printed by the same code.
/// </summary>
/// <param name="Period">The months, one column each.</param>
/// <param name="Rows">The rows in printed order.</param>
/// <param name="InstructionDate">The date of the Instruction it belongs to; null while there is none.</param>
public sealed record Annex(RosterPeriod Period, IReadOnlyList<AnnexRow> Rows, DateOnly? InstructionDate = null);

/// <summary>A row of an annex.</summary>
/// <param name="Number">The number as printed; null where the row has none.</param>
/// <param name="Label">The post or body as printed.</param>
/// <param name="Region">For a region row its city; null for a rotating row.</param>
/// <param name="Cells">One cell for each month of the period. Those of a region row are all <see cref="AnnexCell.Empty"/>.</param>
public sealed record AnnexRow(int? Number, string Label, AnnexRegion? Region, IReadOnlyList<AnnexCell> Cells)
{
    /// <summary>Whether the row keeps one city for the whole period instead of a kecamatan each month.</summary>
    public bool IsRegion => Region is not null;
}

/// <summary>The city of a region row, printed in one merged cell across all months.</summary>
/// <param name="City">The city's code.</param>
/// <param name="AsPrinted">The text in the cell.</param>
public sealed record AnnexRegion(CityCode City, string AsPrinted);

/// <summary>One month of a rotating row.</summary>
/// <param name="AsPrinted">The text in the cell, kept as it was written; empty where there is none.</param>
/// <param name="Kecamatan">The kecamatan the text names; null where it is empty or names none.</param>
public readonly record struct AnnexCell(string AsPrinted, KecamatanCode? Kecamatan)
{
    /// <summary>A cell nobody has filled.</summary>
    public static AnnexCell Empty { get; } = new(string.Empty, null);

    /// <summary>Whether nothing is written in the cell.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(AsPrinted);
}
