namespace KerjaBhakti.Roster.Reports;

/// <summary>
/// A mail that tells one account what has come to wait for it since the last one. It is stored before it is sent, so that whatever happens
/// in between nothing is told twice. The address is not kept: it is the account's.
/// </summary>
public sealed class WaitingMail
{
    private readonly List<WaitingMention> mentions = [];

    private WaitingMail() { }

    /// <summary>Its key, which its Message-ID carries too.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the account.</summary>
    public string AccountId { get; private set; } = string.Empty;

    /// <summary>What became of it.</summary>
    public ReminderStatus Status { get; private set; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>Why it failed, as a sentence; null where it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>What it tells of.</summary>
    public IReadOnlyList<WaitingMention> Mentions => mentions;

    /// <summary>Begins a mail.</summary>
    /// <param name="account">The key of the account.</param>
    /// <param name="things">The names of what waits, at least one, none longer than <see cref="WaitingMention.WhatLength"/>.</param>
    /// <param name="at">Now.</param>
    public static WaitingMail Begin(string account, IEnumerable<string> things, DateTimeOffset at)
    {
        var mail = new WaitingMail { AccountId = account, BegunAt = at };
        mail.mentions.AddRange(things.Select(what => new WaitingMention(mail.Id, account, what)));
        return mail.mentions.Count > 0 ? mail : throw new ArgumentException("A mail about nothing.", nameof(things));
    }

    /// <summary>The relay took it.</summary>
    public void Succeed() => Status = ReminderStatus.Sent;

    /// <summary>The relay did not take it, or did not say.</summary>
    /// <param name="failure">Why, as a sentence; cut where it is longer than <see cref="ReminderMail.FailureLength"/>.</param>
    public void Fail(string failure) =>
        (Status, Failure) = (
            ReminderStatus.Failed,
            failure.Length <= ReminderMail.FailureLength ? failure : failure[..ReminderMail.FailureLength]
        );
}

/// <summary>That an account was told of something that waits: once only, the database keeps one of each.</summary>
public sealed class WaitingMention
{
    /// <summary>The longest name of a thing, in characters.</summary>
    public const int WhatLength = 100;

    private WaitingMention() { }

    internal WaitingMention(Guid mail, string account, string what) => (MailId, AccountId, What) = (mail, account, what);

    /// <summary>The mail.</summary>
    public Guid MailId { get; private set; }

    /// <summary>The key of the account.</summary>
    public string AccountId { get; private set; } = string.Empty;

    /// <summary>The name of what waits.</summary>
    public string What { get; private set; } = string.Empty;
}
