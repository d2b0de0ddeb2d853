namespace KerjaBhakti.Roster.Reports;

/// <summary>What became of a mail.</summary>
public enum ReminderStatus
{
    /// <summary>It is being sent; where it stays so, the program ended in between and nobody knows whether it went.</summary>
    Begun,

    /// <summary>Terkirim: the relay took it.</summary>
    Sent,

    /// <summary>Gagal: the relay did not, or did not say.</summary>
    Failed,
}

/// <summary>
/// A mail to one account that asks for its missing reports (surel pengingat). It is stored before it is sent, so that whatever happens in
/// between nothing is sent twice. The address is not kept: it is the account's.
/// </summary>
public sealed class ReminderMail
{
    /// <summary>The longest reason for a failure, in characters.</summary>
    public const int FailureLength = 300;

    private readonly List<RemindedDuty> duties = [];

    private ReminderMail() { }

    /// <summary>Its key, which its Message-ID carries too.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the account.</summary>
    public string AccountId { get; private set; } = string.Empty;

    /// <summary>What became of it.</summary>
    public ReminderStatus Status { get; private set; }

    /// <summary>When it was begun the last time.</summary>
    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>When it was sent or failed; null while it is being sent.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it failed, as a sentence; null where it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>How often it was changed. Of two people who try it again at once one is told.</summary>
    public int Revision { get; private set; }

    /// <summary>What it asks for.</summary>
    public IReadOnlyList<RemindedDuty> Duties => duties;

    /// <summary>Begins a mail.</summary>
    /// <param name="account">The key of the account.</param>
    /// <param name="about">What it asks for, at least one.</param>
    /// <param name="at">Now.</param>
    public static ReminderMail Begin(string account, IEnumerable<Reminder> about, DateTimeOffset at)
    {
        var mail = new ReminderMail { AccountId = account, BegunAt = at };
        mail.duties.AddRange(about.Select(what => new RemindedDuty(mail.Id, account, what)));
        return mail.duties.Count > 0 ? mail : throw new ArgumentException("A reminder of nothing.", nameof(about));
    }

    /// <summary>The relay took it.</summary>
    public void Succeed(DateTimeOffset at) => End(ReminderStatus.Sent, failure: null, at);

    /// <summary>The relay did not take it, or did not say.</summary>
    /// <param name="failure">Why, as a sentence; cut where it is longer than <see cref="FailureLength"/>.</param>
    /// <param name="at">Now.</param>
    public void Fail(string failure, DateTimeOffset at) =>
        End(ReminderStatus.Failed, failure.Length <= FailureLength ? failure : failure[..FailureLength], at);

    /// <summary>Begins it again after it failed.</summary>
    /// <exception cref="RosterRefusedException">It did not fail.</exception>
    public void Repeat(DateTimeOffset at)
    {
        if (Status != ReminderStatus.Failed)
        {
            throw new RosterRefusedException("Hanya surel yang gagal dapat dikirim lagi.");
        }

        (Status, BegunAt, EndedAt, Failure) = (ReminderStatus.Begun, at, null, null);
        Revision++;
    }

    private void End(ReminderStatus status, string? failure, DateTimeOffset at)
    {
        if (Status != ReminderStatus.Begun)
        {
            throw new InvalidOperationException("The mail is not being sent.");
        }

        (Status, EndedAt, Failure) = (status, at, failure);
        Revision++;
    }
}

/// <summary>What a reminder asks for.</summary>
/// <param name="ScheduleId">The schedule whose annex the row stands in.</param>
/// <param name="Row">The number of the row.</param>
/// <param name="Sunday">The Sunday.</param>
/// <param name="Kind">What brings it on.</param>
/// <param name="ReturnedAt">When the report was returned; <see cref="NoReturn"/> where it was not.</param>
public sealed record Reminder(Guid ScheduleId, int Row, DateOnly Sunday, ReminderKind Kind, DateTimeOffset ReturnedAt)
{
    /// <summary>In place of null, which is no part of a key.</summary>
    public static DateTimeOffset NoReturn => DateTimeOffset.MinValue;
}

/// <summary>That an account is reminded of something: once only, the database keeps one of each.</summary>
public sealed class RemindedDuty
{
    private RemindedDuty() { }

    internal RemindedDuty(Guid mail, string account, Reminder what)
    {
        MailId = mail;
        AccountId = account;
        (ScheduleId, Row, Sunday, Kind, ReturnedAt) = what;
    }

    /// <summary>The mail.</summary>
    public Guid MailId { get; private set; }

    /// <summary>The key of the account.</summary>
    public string AccountId { get; private set; } = string.Empty;

    /// <summary>The schedule whose annex the row stands in.</summary>
    public Guid ScheduleId { get; private set; }

    /// <summary>The number of the row.</summary>
    public int Row { get; private set; }

    /// <summary>The Sunday.</summary>
    public DateOnly Sunday { get; private set; }

    /// <summary>What brought it on.</summary>
    public ReminderKind Kind { get; private set; }

    /// <summary>When the report was returned; <see cref="Reminder.NoReturn"/> where it was not.</summary>
    public DateTimeOffset ReturnedAt { get; private set; }

    /// <summary>What it asks for.</summary>
    public Reminder What => new(ScheduleId, Row, Sunday, Kind, ReturnedAt);
}
