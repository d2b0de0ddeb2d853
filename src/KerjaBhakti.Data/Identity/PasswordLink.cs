namespace KerjaBhakti.Data.Identity;

/// <summary>
/// Who made the link by which an account's password can be set. Whoever hands a link over could use it: for an account that decides, a
/// second administrator has to agree, and what is done in the sign-in that begins with it names them.
/// </summary>
public sealed class PasswordLink
{
    /// <summary>How long the second administrator has to agree, and how long the link can be used then.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(1);

    private PasswordLink() { }

    /// <summary>Asks for a link.</summary>
    /// <param name="account">Whose password it sets.</param>
    /// <param name="by">The key of who asks.</param>
    /// <param name="name">Their name.</param>
    /// <param name="at">When, by the real clock.</param>
    public PasswordLink(Guid account, string by, string name, DateTimeOffset at) =>
        (AccountId, AskedById, AskedByName, AskedAt) = (account, by, name, at);

    /// <summary>The account. There is one link at most: a new one takes the place of the old.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>The key of who asked for it.</summary>
    public string AskedById { get; private set; } = string.Empty;

    /// <summary>The name of who asked for it.</summary>
    public string AskedByName { get; private set; } = string.Empty;

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The name of who agreed; null where nobody did or had to.</summary>
    public string? AgreedByName { get; private set; }

    /// <summary>When it was made; null while it waits for a second administrator.</summary>
    public DateTimeOffset? MadeAt { get; private set; }

    /// <summary>Who handed it over, as the trail says it: "Sari", or "Sari dan Budi".</summary>
    public string From => AgreedByName is { } second ? $"{AskedByName} dan {second}" : AskedByName;

    /// <summary>Whether it waits, at this moment, for another administrator than this one.</summary>
    public bool WaitsForAnother(string administrator, DateTimeOffset at) => Waits(at) && AskedById == administrator;

    /// <summary>Whether it waits for a second administrator.</summary>
    public bool Waits(DateTimeOffset at) => MadeAt is null && at < AskedAt + Lifetime;

    /// <summary>Makes it without a second administrator.</summary>
    public void Make(DateTimeOffset at) => MadeAt = at;

    /// <summary>Makes it, because a second administrator agrees.</summary>
    /// <exception cref="InvalidOperationException">It is the same administrator, or the time is over.</exception>
    public void Agree(string by, string name, DateTimeOffset at)
    {
        if (!Waits(at) || by == AskedById)
        {
            throw new InvalidOperationException("A second administrator has to agree within a day.");
        }

        (AgreedByName, MadeAt) = (name, at);
    }
}
