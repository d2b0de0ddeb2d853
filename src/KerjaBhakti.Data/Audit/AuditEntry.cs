namespace KerjaBhakti.Data.Audit;

/// <summary>Who does something: an account, or the program itself.</summary>
/// <param name="Id">The account's key; "system" for the program.</param>
/// <param name="Name">The name the history shows.</param>
public sealed record Actor(string Id, string Name)
{
    /// <summary>The program itself, where nobody asked for what it does: filling a new database, mailing reminders.</summary>
    public static Actor System { get; } = new("system", "Sistem");
}

/// <summary>
/// One line of the audit trail: who changed what, when, from what to what. Written in the same transaction as the change, never altered.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>The longest before or after text, in characters; longer ones are cut.</summary>
    public const int TextLength = 2000;

    private AuditEntry()
    {
    }

    /// <summary>A line about a part of something: a cell of a schedule.</summary>
    /// <param name="actor">Who did it.</param>
    /// <param name="at">When.</param>
    /// <param name="action">What was done, as a stable name: "roster.cell".</param>
    /// <param name="subject">The key of what was changed: a schedule.</param>
    /// <param name="caption">What it is called, in the words of the day: "Dinas Tata Air".</param>
    public AuditEntry(Actor actor, DateTimeOffset at, string action, string subject, string caption)
    {
        ActorId = actor.Id;
        ActorName = actor.Name;
        At = at;
        Action = action;
        Subject = subject;
        Caption = caption;
    }

    /// <summary>Its number, ascending.</summary>
    public long Id { get; private set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The key of who did it.</summary>
    public string ActorId { get; private set; } = string.Empty;

    /// <summary>The name of who did it, as it was then.</summary>
    public string ActorName { get; private set; } = string.Empty;

    /// <summary>What was done: module and action, "roster.cell".</summary>
    public string Action { get; private set; } = string.Empty;

    /// <summary>The key of what was changed.</summary>
    public string Subject { get; private set; } = string.Empty;

    /// <summary>The key of the part that was changed, a row; null where the whole was.</summary>
    public string? Part { get; init; }

    /// <summary>The field of the part, a month as <c>2015-05</c>; null where it has none.</summary>
    public string? Field { get; init; }

    /// <summary>What the part was called when it happened.</summary>
    public string Caption { get; private set; } = string.Empty;

    /// <summary>What stood there before; empty where nothing did.</summary>
    public string Before { get; init => field = Cut(value); } = string.Empty;

    /// <summary>What stands there since; empty where nothing does.</summary>
    public string After { get; init => field = Cut(value); } = string.Empty;

    /// <summary>Its place in the chain, counted from one.</summary>
    public long Place { get; private set; }

    /// <summary>The hash over it and the entry before; see <see cref="AuditChain"/>.</summary>
    public string Hash { get; private set; } = string.Empty;

    internal void Chain(long place, string hash) => (Place, Hash) = (place, hash);

    private static string Cut(string text) => text.Length <= TextLength ? text : text[..TextLength];
}
