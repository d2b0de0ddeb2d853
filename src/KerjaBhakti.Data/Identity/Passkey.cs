namespace KerjaBhakti.Data.Identity;

/// <summary>
/// A passkey of an account (WebAuthn): the public half of a key pair whose private half never leaves its owner's device or key store.
/// Whoever has the device and unlocks it signs in by it, without the password.
/// </summary>
public sealed class Passkey
{
    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 60;

    /// <summary>The longest identifier a device may give a key, in bytes (WebAuthn level 3, 4).</summary>
    public const int CredentialIdLength = 1023;

    /// <summary>The longest public key, in bytes: RSA with 4096 bits and its envelope.</summary>
    public const int PublicKeyLength = 1024;

    /// <summary>How many one account may have.</summary>
    public const int Most = 10;

    private Passkey() { }

    /// <summary>Takes a key in.</summary>
    /// <param name="account">Whose it is.</param>
    /// <param name="name">What its owner calls it.</param>
    /// <param name="at">When, by the real clock.</param>
    /// <param name="credentialId">The identifier its device gave it.</param>
    /// <param name="publicKey">The public key, as COSE writes it.</param>
    /// <param name="signCount">What its counter stands at; 0 where the device keeps none.</param>
    /// <param name="canBeCopied">Whether its key store may carry it to other devices of its owner.</param>
    public Passkey(
        Guid account,
        string name,
        DateTimeOffset at,
        byte[] credentialId,
        byte[] publicKey,
        long signCount,
        bool canBeCopied
    )
    {
        (AccountId, Name, CreatedAt) = (account, name, at);
        (CredentialId, PublicKey, SignCount, CanBeCopied) = (credentialId, publicKey, signCount, canBeCopied);
    }

    /// <summary>Its key in the database.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The account.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>What its owner calls it: "Chrome di Android".</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>When it was taken in, by the real clock.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When somebody last signed in by it; null where nobody did.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>The identifier its device gave it.</summary>
    public byte[] CredentialId { get; private set; } = [];

    /// <summary>The public key, as COSE writes it.</summary>
    public byte[] PublicKey { get; private set; } = [];

    /// <summary>What its counter stood at when it was used last; 0 where its device keeps none.</summary>
    public long SignCount { get; private set; }

    /// <summary>Whether its key store may carry it to other devices of its owner ("backup eligible"). It never changes.</summary>
    public bool CanBeCopied { get; private set; }

    /// <summary>Notes that it was used.</summary>
    /// <param name="at">When, by the real clock.</param>
    /// <param name="signCount">What its counter stands at now.</param>
    /// <returns>
    /// Whether its counter went on, or there is none. A counter that stands or went back says that the key is at two places, of which one
    /// is not its owner's.
    /// </returns>
    public bool TryUse(DateTimeOffset at, long signCount)
    {
        if ((signCount != 0 || SignCount != 0) && signCount <= SignCount)
        {
            return false;
        }

        (LastUsedAt, SignCount) = (at, signCount);
        return true;
    }
}
