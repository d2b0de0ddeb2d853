namespace KerjaBhakti.Data.Audit;

/// <summary>Who does something: an account, or the program itself.</summary>
/// <param name="Id">The account's key; "system" for the program.</param>
/// <param name="Name">The name the history shows.</param>
public sealed record Actor(string Id, string Name)
{
    /// <summary>The program itself, where nobody asked for what it does: filling a new database, mailing reminders.</summary>
    public static Actor System { get; } = new("system", "Sistem");

    /// <summary>By what right; null where nothing but reading was asked for, or for the program itself.</summary>
    public ActingRight? Right { get; init; }

    /// <summary>By what means they came in where it is not their own password: "masuk dengan tautan dari Sari"; empty else.</summary>
    public string Means { get; init; } = string.Empty;
}

/// <summary>By what right somebody acts: looked up again in the transaction that stores what they did.</summary>
/// <param name="Session">The sign-in, which must not have ended.</param>
/// <param name="Roles">The roles of which the account must hold one.</param>
public sealed record ActingRight(Guid Session, IReadOnlyList<string> Roles)
{
    /// <summary>Whether the password must have been given a short while ago.</summary>
    public bool IsConfirmed { get; init; }
}

/// <summary>
/// One line of the audit trail: who changed what, when, from what to what. Written in the same transaction as the change, never altered.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>The longest before or after text, in characters; longer ones are cut.</summary>
    public const int TextLength = 2000;

    /// <summary>The longest name of who acted, with the means in brackets.</summary>
    public const int ActorNameLength = Identity.PortalUser.NameLength + Identity.SignInOrigin.LinkFromLength + 40;

    /// <summary>The longest caption, in characters; longer ones, which are composed of several texts, are cut.</summary>
    public const int CaptionLength = 500;

    private AuditEntry() { }

    /// <summary>A line about a part of something: a cell of a schedule.</summary>
    /// <param name="actor">Who did it.</param>
    /// <param name="at">When.</param>
    /// <param name="action">What was done.</param>
    /// <param name="subject">The key of what was changed: a schedule.</param>
    /// <param name="caption">What it is called, in the words of the day: "Dinas Tata Air".</param>
    public AuditEntry(Actor actor, DateTimeOffset at, AuditAction action, string subject, string caption)
    {
        ActorId = actor.Id;
        ActorName = actor.Means.Length == 0 ? actor.Name : $"{actor.Name} ({actor.Means})";
        Author = actor;
        At = at;
        Action = action.Code;
        Subject = subject;
        Caption = caption.Length <= CaptionLength ? caption : $"{caption[..(CaptionLength - 1)]}…";
    }

    /// <summary>
    /// Its key. The order of the trail is that of <see cref="Place"/>: a database may number what is saved at once in any order.
    /// </summary>
    public long Id { get; private set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The key of who did it.</summary>
    public string ActorId { get; private set; } = string.Empty;

    /// <summary>Who did it and by what right, while it is being saved; null for an entry that was read.</summary>
    public Actor? Author { get; }

    /// <summary>The name of who did it, as it was then, and by what means they came in where that was not their own password.</summary>
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
    public string Before
    {
        get;
        init => field = Cut(value);
    } = string.Empty;

    /// <summary>What stands there since; empty where nothing does.</summary>
    public string After
    {
        get;
        init => field = Cut(value);
    } = string.Empty;

    /// <summary>Its place in the chain, counted from one, in the order in which entries were added.</summary>
    public long Place { get; private set; }

    /// <summary>The hash over it and the entry before; see <see cref="AuditChain"/>.</summary>
    public string Hash { get; private set; } = string.Empty;

    /// <summary>
    /// The hash of the list of records that were saved with it (<see cref="EntryRecords"/>); null where none were, or where a later entry
    /// of the same save holds it.
    /// </summary>
    public string? RecordsHash { get; private set; }

    internal void Chain(long place, string hash) => (Place, Hash) = (place, hash);

    internal void Hold(string recordsHash) => RecordsHash = recordsHash;

    private static string Cut(string text) => text.Length <= TextLength ? text : text[..TextLength];
}
