namespace KerjaBhakti.Data.Identity;

/// <summary>
/// A sign-in of one browser, from its beginning to its end. The cookie names it and nothing else: once it has ended, the cookie is worth
/// nothing. Its times are those of the real clock, also where a demonstration moves the portal's.
/// </summary>
public sealed class SignInSession
{
    private SignInSession() { }

    /// <summary>Begins one.</summary>
    /// <param name="account">Whose it is.</param>
    /// <param name="at">When it begins.</param>
    /// <param name="from">Where it comes from.</param>
    /// <param name="remembered">Whether the device is the owner's own and remembers it.</param>
    public SignInSession(Guid account, DateTimeOffset at, SignInOrigin from, bool remembered)
    {
        AccountId = account;
        BegunAt = SeenAt = ConfirmedAt = at;
        ExpiresAt = at + (remembered ? LongestRemembered : Longest);
        Remembered = remembered;
        Address = from.Address;
        Browser = from.Browser;
        LinkFrom = from.LinkFrom;
    }

    /// <summary>How long one lasts on a device that does not remember it: a working day.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromHours(12);

    /// <summary>How long one lasts on a device that remembers it.</summary>
    public static TimeSpan LongestRemembered { get; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How long after its password was given last somebody may do what weighs most: issue, decide about money, change accounts (ASVS
    /// 7.5.3).
    /// </summary>
    public static TimeSpan Confirmed { get; } = TimeSpan.FromMinutes(30);

    /// <summary>The length of <see cref="Challenge"/>, in characters.</summary>
    public const int ChallengeLength = 64;

    /// <summary>Its key, which is no secret: the cookie that holds it is encrypted.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The account.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>When it was used last, to a few minutes.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>When its password was given last.</summary>
    public DateTimeOffset ConfirmedAt { get; private set; }

    /// <summary>When it ends by itself; using it does not prolong it.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Whether the device remembers it when the browser is closed.</summary>
    public bool Remembered { get; private set; }

    /// <summary>The address it was begun from.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>The browser it was begun in, as <see cref="SignInOrigin"/> names it.</summary>
    public string Browser { get; private set; } = string.Empty;

    /// <summary>Who handed over the link it began with, as the trail says it; null where it began with the owner's password.</summary>
    public string? LinkFrom { get; private set; }

    /// <summary>
    /// The half minute since 1970 whose code began it (the time step of RFC 6238); null where it began without the code of an app. No other
    /// sign-in of the account can begin with the same.
    /// </summary>
    public long? CodeStep { get; init; }

    /// <summary>
    /// SHA-256, in hexadecimal, over the challenge that a passkey answered in it; null where none did. A challenge is answered in one
    /// sign-in.
    /// </summary>
    public string? Challenge { get; init; }

    /// <summary>
    /// Whether more than the password was shown in it: a code, a recovery code, a passkey, or that the owner took the first of them in.
    /// </summary>
    public bool ShowedMore { get; init; }

    /// <summary>When it was ended; null while it was not.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it was ended; null while it was not.</summary>
    public SessionEnd? EndedBy { get; private set; }
}

/// <summary>Why a sign-in ended before its time.</summary>
public enum SessionEnd
{
    /// <summary>Its user signed out.</summary>
    SignedOut,

    /// <summary>The owner ended it from the list.</summary>
    Owner,

    /// <summary>The password was changed.</summary>
    PasswordChanged,

    /// <summary>The role was changed.</summary>
    RoleChanged,

    /// <summary>The account was closed.</summary>
    AccountClosed,

    /// <summary>An administrator took its codes and passkeys away.</summary>
    SecondFactorTaken,
}

/// <summary>Where a sign-in comes from.</summary>
/// <param name="Address">The network address, at most <see cref="AddressLength"/> characters.</param>
/// <param name="Browser">Browser and system as the browser says them, at most <see cref="BrowserLength"/> characters.</param>
public sealed record SignInOrigin(string Address, string Browser)
{
    /// <summary>The longest address: IPv6 with an IPv4 part and a zone.</summary>
    public const int AddressLength = 64;

    /// <summary>The longest name of a browser.</summary>
    public const int BrowserLength = 80;

    /// <summary>The longest <see cref="LinkFrom"/>: two names and the words between.</summary>
    public const int LinkFromLength = (2 * PortalUser.NameLength) + 20;

    /// <summary>Who handed over the link by which it comes; null where a password was given.</summary>
    public string? LinkFrom { get; init; }
}
