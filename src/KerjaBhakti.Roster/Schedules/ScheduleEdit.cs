using KerjaBhakti.Roster.Districts;

namespace KerjaBhakti.Roster.Schedules;

/// <summary>
/// One thing an editor does to a draft. Where somebody else may have been faster, the edit says what its author saw, so that nothing is
/// overwritten unseen.
/// </summary>
public abstract record ScheduleEdit
{
    private ScheduleEdit() { }

    /// <summary>The row it concerns.</summary>
    public required Guid RowId { get; init; }

    /// <summary>Writes one cell.</summary>
    /// <param name="Month">A month of the period.</param>
    /// <param name="Expected">The text the author saw in the cell; empty where it was empty.</param>
    /// <param name="Text">The new text; empty clears the cell. Text that names no kecamatan is kept, and the auditor reports it.</param>
    public sealed record WriteCell(RosterMonth Month, string Expected, string Text) : ScheduleEdit;

    /// <summary>Changes the label.</summary>
    /// <param name="Expected">The label the author saw.</param>
    /// <param name="Label">The new label; not empty.</param>
    public sealed record Rename(string Expected, string Label) : ScheduleEdit
    {
        /// <summary>Whether the label may become empty: only on the way back to a state in which the row had no name yet.</summary>
        public bool MayBeNameless { get; init; }
    }

    /// <summary>Adds an empty rotating row; the rows from there on move down. The key must be new to the schedule.</summary>
    /// <param name="Index">Where it stands, counted from zero; past the end means last.</param>
    /// <param name="Label">Its label; may be empty while it is being typed.</param>
    /// <param name="PositionId">The post that serves, where it is known: a row that comes back keeps its own.</param>
    /// <param name="CopiedFromId">The row of another schedule it was copied from: a row that comes back is still that row to an
    /// amendment.</param>
    public sealed record Add(int Index, string Label, int? PositionId = null, Guid? CopiedFromId = null) : ScheduleEdit;

    /// <summary>Removes the row and everything in it.</summary>
    public sealed record Remove : ScheduleEdit;

    /// <summary>Moves the row.</summary>
    /// <param name="Index">Where it shall stand, counted from zero after it was taken out; past the end means last.</param>
    public sealed record Move(int Index) : ScheduleEdit;

    /// <summary>Makes the row a region row, or a rotating row again. Its cells are emptied.</summary>
    /// <param name="City">The city of the region row; null for a rotating row.</param>
    /// <param name="AsPrinted">The text of its merged cell; null for the name of the city.</param>
    public sealed record ServeRegion(CityCode? City, string? AsPrinted = null) : ScheduleEdit;
}

/// <summary>What kind of change the history shows.</summary>
public enum ScheduleChangeKind
{
    /// <summary>A cell was written or cleared.</summary>
    Cell,

    /// <summary>A label was changed.</summary>
    Label,

    /// <summary>A row was added.</summary>
    RowAdded,

    /// <summary>A row was removed.</summary>
    RowRemoved,

    /// <summary>A row was moved.</summary>
    RowMoved,

    /// <summary>A row became a region row, another region's, or a rotating row.</summary>
    Region,
}

/// <summary>What an edit changed, for the history: before and after as text.</summary>
/// <param name="Kind">What was changed.</param>
/// <param name="RowId">The row.</param>
/// <param name="RowLabel">The row's label when it happened.</param>
/// <param name="Month">The month, for a cell.</param>
/// <param name="Before">What stood there; empty where nothing did.</param>
/// <param name="After">What stands there now; empty where nothing does.</param>
public sealed record ScheduleChange(ScheduleChangeKind Kind, Guid RowId, string RowLabel, RosterMonth? Month, string Before, string After);

/// <summary>Why an edit was not made: somebody else changed the same thing since its author looked.</summary>
/// <param name="RowId">The row.</param>
/// <param name="Month">The month, for a cell.</param>
/// <param name="Mine">What the author wanted to write; empty for a clearing.</param>
/// <param name="Theirs">What stands there now; null where the row is gone.</param>
public sealed record EditConflict(Guid RowId, RosterMonth? Month, string Mine, string? Theirs);
