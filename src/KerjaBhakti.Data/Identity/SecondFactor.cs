namespace KerjaBhakti.Data.Identity;

/// <summary>
/// What an account asks for beside the password: the code of an authenticator app (RFC 6238), or one of the recovery codes that its owner
/// keeps on paper for the day the telephone is lost. An account without one asks for the password alone.
/// </summary>
public sealed class SecondFactor
{
    /// <summary>How many recovery codes are given out at once.</summary>
    public const int RecoveryCodes = 10;

    /// <summary>The longest secret as it is stored, encrypted.</summary>
    public const int SecretLength = 500;

    /// <summary>The length of the digest of one recovery code, in characters.</summary>
    public const int DigestLength = 64;

    private SecondFactor() { }

    /// <summary>Begins to ask for codes.</summary>
    /// <param name="account">Whose it is.</param>
    /// <param name="at">When, by the real clock.</param>
    /// <param name="secret">The secret the app shares with the portal, encrypted.</param>
    /// <param name="recovery">SHA-256 over each recovery code, in hexadecimal.</param>
    public SecondFactor(Guid account, DateTimeOffset at, string secret, IEnumerable<string> recovery)
    {
        (AccountId, BegunAt, Secret) = (account, at, secret);
        Recovery = string.Join(' ', recovery);
    }

    /// <summary>The account.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>Since when, by the real clock.</summary>
    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>The secret, encrypted with the portal's keys.</summary>
    public string Secret { get; private set; } = string.Empty;

    /// <summary>The digests of the recovery codes that are left, separated by spaces. The codes themselves are nowhere.</summary>
    public string Recovery { get; private set; } = string.Empty;

    /// <summary>How many recovery codes are left.</summary>
    public int RecoveryLeft => Digests.Length;

    private string[] Digests => Recovery.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Spends a recovery code.</summary>
    /// <returns>Whether it was one that was left.</returns>
    public bool Spend(string digest)
    {
        if (!Digests.Contains(digest, StringComparer.Ordinal))
        {
            return false;
        }

        Recovery = string.Join(' ', Digests.Where(left => left != digest));
        return true;
    }

    /// <summary>Gives out new recovery codes; the old ones are worth nothing.</summary>
    public void Renew(IEnumerable<string> recovery) => Recovery = string.Join(' ', recovery);
}
