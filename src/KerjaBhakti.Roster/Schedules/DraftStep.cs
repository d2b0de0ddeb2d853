namespace KerjaBhakti.Roster.Schedules;

/// <summary>What a step of a draft was.</summary>
public enum DraftStepKind
{
    /// <summary>Somebody typed, pasted, moved rows.</summary>
    Edit,

    /// <summary>A file was imported.</summary>
    Import,

    /// <summary>The draft went back to an earlier state.</summary>
    Return,

    /// <summary>A step was taken back.</summary>
    Undo,

    /// <summary>Changes of a proposed rotation were accepted.</summary>
    Proposal,
}

/// <summary>
/// One change of a draft with what takes it back. The steps of a draft, taken back from the newest on, lead through every state it ever
/// had; this is not the audit trail, which says what happened and is never read to change anything.
/// </summary>
public sealed class DraftStep
{
    /// <summary>The longest summary, in characters; a longer one is cut.</summary>
    public const int SummaryLength = 300;

    private DraftStep() { }

    /// <summary>A step that was just made.</summary>
    /// <param name="schedule">The draft after it.</param>
    /// <param name="kind">What it was.</param>
    /// <param name="summary">What was done, in Indonesian: "40 sel".</param>
    /// <param name="inverse">What takes it back, in order.</param>
    /// <param name="by">Key and name of who did it.</param>
    public DraftStep(
        Schedule schedule,
        DraftStepKind kind,
        string summary,
        IReadOnlyList<ScheduleEdit> inverse,
        (string Id, string Name) by
    )
    {
        ScheduleId = schedule.Id;
        Revision = schedule.Revision;
        At = schedule.ChangedAt;
        Kind = kind;
        Summary = summary.Length <= SummaryLength ? summary : $"{summary[..(SummaryLength - 1)]}…";
        Inverse = inverse;
        (ById, ByName) = by;
    }

    /// <summary>The draft.</summary>
    public Guid ScheduleId { get; private set; }

    /// <summary>The draft's revision once the step was made; it names the state the step led to.</summary>
    public int Revision { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The key of who made it.</summary>
    public string ById { get; private set; } = string.Empty;

    /// <summary>The name of who made it, as it was then.</summary>
    public string ByName { get; private set; } = string.Empty;

    /// <summary>What it was.</summary>
    public DraftStepKind Kind { get; private set; }

    /// <summary>What was done, in Indonesian.</summary>
    public string Summary { get; private set; } = string.Empty;

    /// <summary>The edits that take it back, in order.</summary>
    public IReadOnlyList<ScheduleEdit> Inverse { get; private set; } = [];
}

/// <summary>A name for a state of a draft, so that it is found again.</summary>
public sealed class NamedState
{
    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 200;

    private NamedState() { }

    /// <summary>A state with its first name.</summary>
    /// <param name="schedule">The draft's key.</param>
    /// <param name="revision">The revision of the step that led to it; zero for what stood before the first step.</param>
    public NamedState(Guid schedule, int revision) => (ScheduleId, Revision) = (schedule, revision);

    /// <summary>The draft.</summary>
    public Guid ScheduleId { get; private set; }

    /// <summary>The revision of the step that led to the state; zero for what stood before the first step.</summary>
    public int Revision { get; private set; }

    /// <summary>The name.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>Who named it.</summary>
    public string ByName { get; private set; } = string.Empty;

    /// <summary>When it was named.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Names it, or names it anew.</summary>
    /// <exception cref="EditRefusedException">The name is empty or too long.</exception>
    public void Call(string name, string by, DateTimeOffset at)
    {
        if (name.Length is 0 or > NameLength)
        {
            throw new EditRefusedException($"Nama keadaan harus diisi, paling panjang {NameLength} huruf.");
        }

        (Name, ByName, At) = (name, by, at);
    }
}
