using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Importing;

/// <summary>What an import would do with a row.</summary>
public enum RowVerdict
{
    /// <summary>The draft has no row of this number; it is added.</summary>
    New,

    /// <summary>The draft's row changes.</summary>
    Changed,

    /// <summary>The draft's row already is what the file says.</summary>
    Unchanged,

    /// <summary>Something must be corrected; while one row has this verdict, nothing of the file is stored.</summary>
    Error,
}

/// <summary>What an import would do with a cell.</summary>
public enum CellVerdict
{
    /// <summary>The text is the name of a kecamatan as the draft writes it, and is written.</summary>
    Accepted,

    /// <summary>The text is another spelling of a kecamatan; it is written as it stands in the file.</summary>
    Alias,

    /// <summary>The text names no kecamatan.</summary>
    Unknown,

    /// <summary>The draft says the same already.</summary>
    Unchanged,

    /// <summary>Empty in the file, and nothing stands in the draft either.</summary>
    Empty,

    /// <summary>Empty in the file; the draft's text stays.</summary>
    Kept,

    /// <summary>Empty in the file; the draft's text is removed.</summary>
    Emptied,
}

/// <summary>A month of a rotating row, as the file has it.</summary>
/// <param name="Month">The month, in the year of the draft.</param>
/// <param name="Text">The text in the file; empty where it has none.</param>
/// <param name="Before">The text in the draft; empty where it has none.</param>
/// <param name="Verdict">What becomes of it.</param>
/// <param name="Kecamatan">The kecamatan the text names; null where it names none.</param>
/// <param name="Nearest">For an unknown text the nearest names, nearest first, three at most.</param>
public sealed record ImportCell(
    RosterMonth Month,
    string Text,
    string Before,
    CellVerdict Verdict,
    Kecamatan? Kecamatan,
    IReadOnlyList<Kecamatan> Nearest
)
{
    /// <summary>Whether storing it writes to the draft.</summary>
    public bool IsWritten => Verdict is CellVerdict.Accepted or CellVerdict.Alias or CellVerdict.Emptied;
}

/// <summary>A row of the file with its verdict.</summary>
public sealed record ImportRow
{
    /// <summary>Where it stands in the file, counted from one.</summary>
    public required int FileRow { get; init; }

    /// <summary>Its number; null where the file gives none.</summary>
    public required int? Number { get; init; }

    /// <summary>The post or body in the file.</summary>
    public required string Label { get; init; }

    /// <summary>The city of a region row; null for a rotating row.</summary>
    public required AnnexRegion? Region { get; init; }

    /// <summary>The row of the draft with this number; null where there is none.</summary>
    public required ImportTargetRow? Target { get; init; }

    /// <summary>The months the file has, in order; none for a region row.</summary>
    public required IReadOnlyList<ImportCell> Cells { get; init; }

    /// <summary>What must be corrected, one Indonesian sentence each.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>What the import would do with it.</summary>
    public RowVerdict Verdict =>
        this switch
        {
            { Problems.Count: > 0 } => RowVerdict.Error,
            { Target: null } => RowVerdict.New,
            _ => IsRenamed || ChangesRegion || Cells.Any(cell => cell.IsWritten) ? RowVerdict.Changed : RowVerdict.Unchanged,
        };

    /// <summary>Whether the draft's row has another label.</summary>
    public bool IsRenamed => Target is not null && Target.Printed.Label != Label;

    /// <summary>Whether the draft's row serves another region, or one of the two serves none.</summary>
    public bool ChangesRegion => Target is not null && Target.Printed.Region?.City != Region?.City;
}
