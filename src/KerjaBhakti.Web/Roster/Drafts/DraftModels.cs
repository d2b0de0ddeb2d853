using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Web.Roster.Drafts;

/// <summary>One line of the list of schedules.</summary>
/// <param name="Id">The key.</param>
/// <param name="Period">The months.</param>
/// <param name="Status">Where it stands in its life.</param>
/// <param name="RowCount">How many rows it has.</param>
/// <param name="ChangedAt">When it was last changed.</param>
/// <param name="InstructionReference">"118/2015"; null for a draft.</param>
/// <param name="IsAmendment">Whether it takes, or is to take, the place of another annex.</param>
public sealed record ScheduleSummary(
    Guid Id,
    RosterPeriod Period,
    ScheduleStatus Status,
    int RowCount,
    DateTimeOffset ChangedAt,
    string? InstructionReference,
    bool IsAmendment
);

/// <summary>A line of the list of schedules with what is left to do.</summary>
/// <param name="Summary">The schedule.</param>
/// <param name="FindingsLeft">How many errors and unexplained warnings stand in a draft; null once it is issued.</param>
/// <param name="LastEditor">Who changed it last; null where the trail does not say.</param>
public sealed record ScheduleOverview(ScheduleSummary Summary, int? FindingsLeft, string? LastEditor);

/// <summary>A draft in the bin.</summary>
/// <param name="Id">The key.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Period">Its months.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="By">Who put it there.</param>
/// <param name="At">When.</param>
/// <param name="Until">The last day on which it can be restored.</param>
public sealed record DiscardedDraft(Guid Id, string Name, RosterPeriod Period, int Rows, string By, DateTimeOffset At, DateOnly Until);

/// <summary>A draft to be made.</summary>
/// <param name="Title">The title over the table.</param>
/// <param name="Period">The months.</param>
/// <param name="CopyFrom">The schedule whose rows it takes over; null to begin empty.</param>
/// <param name="WithCells">Whether the cells are taken over too, month by month of the year.</param>
public sealed record NewDraft(string Title, RosterPeriod Period, Guid? CopyFrom, bool WithCells)
{
    /// <summary>Whether it begins with a row for each registered post, which counts where nothing is copied.</summary>
    public bool WithPosts { get; init; }
}

/// <summary>A group of edits under the key its sender gave it.</summary>
/// <param name="Id">The same however often the group is sent.</param>
/// <param name="Edits">What to do, all or none.</param>
public sealed record EditBatch(Guid Id, IReadOnlyList<ScheduleEdit> Edits)
{
    /// <summary>What it is, where it is not simply what somebody typed.</summary>
    public StepPurpose? Purpose { get; init; }
}

/// <summary>A conflict with who was faster, and when; both null where the trail does not say.</summary>
public sealed record AttributedConflict(EditConflict Conflict, string? By, DateTimeOffset? At);

/// <summary>What became of a group of edits. Unless <see cref="Revision"/> is set, nothing was stored.</summary>
public sealed record EditResult
{
    /// <summary>The draft's revision once everything was stored.</summary>
    public int? Revision { get; private init; }

    /// <summary>Whether everything was as wanted already, so that no step was stored.</summary>
    public bool ChangedNothing { get; init; }

    /// <summary>Why the group cannot be stored whatever others did.</summary>
    public string? Refusal { get; private init; }

    /// <summary>Why the draft can be edited no more.</summary>
    public string? Gone { get; private init; }

    /// <summary>Where somebody else was faster.</summary>
    public IReadOnlyList<AttributedConflict> Conflicts { get; private init; } = [];

    /// <summary>The draft is not the one its author saw.</summary>
    internal static EditResult Overtaken { get; } =
        Refuse("Rancangan berubah sejak Anda melihatnya. Tidak ada yang diubah; periksa sekali lagi.");

    internal static EditResult Stored(int revision) => new() { Revision = revision };

    internal static EditResult Refuse(string reason) => new() { Refusal = reason };

    internal static EditResult NoLongerEditable(string reason) => new() { Gone = reason };

    internal static EditResult Conflict(IReadOnlyList<AttributedConflict> conflicts) => new() { Conflicts = conflicts };
}
