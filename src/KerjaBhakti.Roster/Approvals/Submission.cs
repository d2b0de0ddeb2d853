namespace KerjaBhakti.Roster.Approvals;

/// <summary>Somebody who acted, as they were called then.</summary>
/// <param name="Id">The key of the account.</param>
/// <param name="Name">The name the portal shows.</param>
public sealed record Person(string Id, string Name);

/// <summary>Whose initial a submission needs.</summary>
/// <param name="Office">The office as the list of initials names it: "Sekretaris Daerah".</param>
/// <param name="Role">The role whose holders may initial for that office; empty where <paramref name="Account"/> names one account.</param>
/// <param name="Account">The sign-in name of the only account that may; empty where a role decides.</param>
public sealed record InitialOffice(string Office, string Role, string Account);

/// <summary>
/// One attempt to have a draft issued (pengajuan): frozen content that collects initials (paraf) in order, until it is issued or returned.
/// Kept as long as the schedule; where a returned draft is deleted, the audit trail still tells of it.
/// </summary>
public sealed class Submission
{
    /// <summary>The longest note or reason, in characters.</summary>
    public const int NoteLength = 1000;

    private readonly List<Initial> initials = [];

    private Submission() { }

    internal Submission(Person by, string note, IEnumerable<InitialOffice> offices, DateTimeOffset at)
    {
        By = by;
        Note = note;
        At = at;
        initials.AddRange(offices.Select((office, order) => new Initial(Id, order, office)));
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The schedule that was submitted.</summary>
    public Guid ScheduleId { get; private set; }

    /// <summary>Who submitted it.</summary>
    public Person By { get; private set; } = null!;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>What was said to those who initial; may be empty.</summary>
    public string Note { get; private set; } = string.Empty;

    /// <summary>The initials it needs.</summary>
    public IReadOnlyList<Initial> Initials => initials;

    /// <summary>Who returned it; null while nobody has.</summary>
    public string? ReturnedBy { get; private set; }

    /// <summary>When it was returned.</summary>
    public DateTimeOffset? ReturnedAt { get; private set; }

    /// <summary>Why it was returned.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>The initial that is due next; null when all are there.</summary>
    public Initial? Next => initials.Where(initial => initial.At is null).MinBy(initial => initial.Order);

    /// <summary>Whether every office has initialled and nobody has returned it.</summary>
    public bool IsComplete => ReturnedAt is null && Next is null;

    internal void Return(Person by, string reason, DateTimeOffset at)
    {
        ReturnedBy = by.Name;
        ReturnedAt = at;
        ReturnReason = reason;
    }
}

/// <summary>One initial (paraf) of a submission.</summary>
public sealed class Initial
{
    private Initial() { }

    internal Initial(Guid submission, int order, InitialOffice office)
    {
        SubmissionId = submission;
        Order = order;
        Office = office;
    }

    /// <summary>The submission it belongs to.</summary>
    public Guid SubmissionId { get; private set; }

    /// <summary>Its place in the order, counted from zero.</summary>
    public int Order { get; private set; }

    /// <summary>Whose initial it is.</summary>
    public InitialOffice Office { get; private set; } = null!;

    /// <summary>The name of who initialled; null while it is due.</summary>
    public string? By { get; private set; }

    /// <summary>When; null while it is due.</summary>
    public DateTimeOffset? At { get; private set; }

    internal void Give(Person by, DateTimeOffset at)
    {
        By = by.Name;
        At = at;
    }
}
