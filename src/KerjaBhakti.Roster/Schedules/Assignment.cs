using KerjaBhakti.Roster.Districts;

namespace KerjaBhakti.Roster.Schedules;

/// <summary>The kecamatan of one row in one month, with the text as printed (penugasan). An empty cell has no assignment.</summary>
public sealed class Assignment
{
    /// <summary>The longest text of a cell, in characters.</summary>
    public const int TextLength = 100;

    private Assignment() { }

    internal Assignment(Guid rowId, RosterMonth month, AnnexCell cell)
    {
        RowId = rowId;
        Month = month;
        Write(cell);
    }

    /// <summary>The row.</summary>
    public Guid RowId { get; private set; }

    /// <summary>The month.</summary>
    public RosterMonth Month { get; private set; }

    /// <summary>The text as printed, never empty.</summary>
    public string AsPrinted { get; private set; } = string.Empty;

    /// <summary>The kecamatan the text names; null where it names none, which the auditor reports.</summary>
    public KecamatanCode? Kecamatan { get; private set; }

    internal AnnexCell Cell => new(AsPrinted, Kecamatan);

    internal void Write(AnnexCell cell)
    {
        AsPrinted = cell.AsPrinted;
        Kecamatan = cell.Kecamatan;
    }
}
