namespace KerjaBhakti.Data.Identity;

/// <summary>
/// A line of the sign-in log: who tried to come in, from where, and what became of it. It is kept apart from the audit trail, which keeps
/// what changes rights for good: this is trimmed by age. The count of failures by which guessing is slowed down is read from it.
/// </summary>
public sealed class SignInRecord
{
    /// <summary>The length of <see cref="NameKey"/> in characters.</summary>
    public const int NameKeyLength = 64;

    private SignInRecord() { }

    /// <summary>Writes a line.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="at">When, by the real clock.</param>
    /// <param name="nameKey">The key of the name that was given.</param>
    /// <param name="account">The account of that name; null where there is none.</param>
    /// <param name="device">The device, where it has signed in to this account before; null for a stranger's.</param>
    /// <param name="from">Where it comes from.</param>
    public SignInRecord(SignInKind kind, DateTimeOffset at, string nameKey, Guid? account, Guid? device, SignInOrigin from)
    {
        (Kind, At, NameKey, AccountId, Device) = (kind, at, nameKey, account, device);
        (Address, Browser, LinkFrom) = (from.Address, from.Browser, from.LinkFrom);
    }

    /// <summary>How long a line is kept.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromDays(180);

    /// <summary>Its number, ascending.</summary>
    public long Id { get; private set; }

    /// <summary>
    /// What happened. An attempt is written down as failed before the password is looked at, so that many at once are counted too.
    /// </summary>
    public SignInKind Kind { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>SHA-256 over the name that was given: what somebody types into the wrong field is not kept.</summary>
    public string NameKey { get; private set; } = string.Empty;

    /// <summary>The account; null where the name is nobody's.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>The device, where it has signed in to this account before.</summary>
    public Guid? Device { get; private set; }

    /// <summary>The network address.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>The browser.</summary>
    public string Browser { get; private set; } = string.Empty;

    /// <summary>Who handed over the link that was made or used; null where it is about none.</summary>
    public string? LinkFrom { get; private set; }

    /// <summary>What was given was right, and nothing more is asked for.</summary>
    public void Succeed() => Kind = SignInKind.SignedIn;

    /// <summary>The password was right; a code is asked for now.</summary>
    public void AwaitCode() => Kind = SignInKind.PasswordRight;
}

/// <summary>What a line of the sign-in log tells.</summary>
public enum SignInKind
{
    /// <summary>Somebody signed in.</summary>
    SignedIn,

    /// <summary>The password was wrong.</summary>
    Failed,

    /// <summary>After too many failures no password is looked at for a while.</summary>
    Barred,

    /// <summary>Somebody signed out.</summary>
    SignedOut,

    /// <summary>The owner ended a sign-in from the list.</summary>
    Ended,

    /// <summary>The owner changed the password.</summary>
    PasswordChanged,

    /// <summary>A link to set the password was made.</summary>
    LinkMade,

    /// <summary>The password was set with a link.</summary>
    LinkUsed,

    /// <summary>The password was right, and the code that is asked for beside it did not come yet.</summary>
    PasswordRight,

    /// <summary>A passkey, or codes of an app, were taken in.</summary>
    MoreAdded,

    /// <summary>A passkey, or codes of an app, were taken away.</summary>
    MoreRemoved,
}
