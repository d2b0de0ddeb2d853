using System.Globalization;
using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Foundation.Mailing;
using KerjaBhakti.Web.Roster.Duties;
using KerjaBhakti.Web.Roster.Frame;
using KerjaBhakti.Web.Roster.Reports;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Reminders;

/// <summary>Reminders as the secretariat follows them: what was mailed for a Sunday, what failed, and once more by hand.</summary>
public sealed class ReminderDesk(
    RosterWork work,
    DutyTimeline timeline,
    ReminderSender sender,
    MailRelay relay,
    ReminderHours hours,
    PortalClock clock
)
{
    /// <summary>How many failed mails are shown at once, the latest first.</summary>
    public const int MostFailed = 50;

    /// <summary>After this time a mail without an outcome is one whose program ended before it knew.</summary>
    private static readonly TimeSpan Sending = TimeSpan.FromMinutes(5);

    /// <summary>What is known of reminders for the missing reports of a board.</summary>
    public Task<ReminderBoard> OpenAsync(ClaimsPrincipal user, ReportBoard board, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadRoster,
            async db =>
            {
                var now = clock.Now;
                var days = await DueReminders.WorkingDaysAsync(db, clock.Today, cancellationToken);
                var recipients = relay.IsOn ? await ReminderRecipients.LoadAsync(db, now, cancellationToken) : null;
                var missing = board.Missing;
                return new ReminderBoard(
                    relay.IsOn,
                    sender.Trouble,
                    hours.Contains(now, days) ? null : hours.NextDay(now, days),
                    hours.From,
                    await LinesAsync(db, missing, now, cancellationToken),
                    missing
                        .Where(entry => recipients?.Of(entry.Duty.ServingPost).Any() == false)
                        .Select(entry => entry.Duty.Row)
                        .ToHashSet(),
                    await FailedAsync(db, cancellationToken)
                );
            },
            cancellationToken
        );

    /// <summary>Sends a failed mail once more, for what of it is still missing, whatever the hour.</summary>
    /// <param name="user">Who asks for it.</param>
    /// <param name="key">Which mail, as it was shown: <see cref="FailedReminder.Key"/>.</param>
    /// <param name="cancellationToken">Ends it before the mail is begun.</param>
    /// <exception cref="RosterRefusedException">
    /// There is no relay, nothing of it is missing, the account cannot be written to any more, or somebody was faster; or it failed again,
    /// which is stored.
    /// </exception>
    public async Task RepeatAsync(ClaimsPrincipal user, string? key, CancellationToken cancellationToken)
    {
        var (id, revision) = FailedReminder.Read(key);
        var (mail, to, entries) = await work.DoAsync(
            user,
            Access.ManageDuties,
            async step =>
            {
                var stored = await step
                    .Db.ReminderMails.Include(item => item.Duties)
                    .FirstOrDefaultAsync(item => item.Id == id, cancellationToken)
                    ?? throw new RosterRefusedException("Surel pengingat itu tidak ada.");
                RosterWork.RequireSeen(revision, stored.Revision);
                if (!relay.IsOn)
                {
                    throw new RosterRefusedException("Server surel belum diatur.");
                }

                var missing = await MissingAsync(step.Db, stored, cancellationToken);
                if (missing.Count == 0)
                {
                    throw new RosterRefusedException(
                        "Tidak ada lagi yang perlu diingatkan: laporan dalam surel itu sudah dikirim, atau kerja bhaktinya ditiadakan."
                    );
                }

                var recipients = await ReminderRecipients.LoadAsync(step.Db, step.At, cancellationToken);
                var mine = missing
                    .Where(entry => recipients.Of(entry.Duty.ServingPost).Any(recipient => recipient.AccountId == stored.AccountId))
                    .ToList();
                if (mine.Count == 0)
                {
                    throw new RosterRefusedException("Akun itu sudah ditutup atau tidak lagi mewakili jabatan yang bertugas.");
                }

                stored.Repeat(step.At);
                step.Note(DutyActions.ReminderRepeated, stored.Id.ToString(), CaptionOf(mine));
                return (
                    stored,
                    recipients.Of(mine[0].Duty.ServingPost).First(recipient => recipient.AccountId == stored.AccountId).Address,
                    mine
                );
            },
            cancellationToken
        );
        if (await sender.SendAsync(mail, to, entries, forget: false) is { } failure)
        {
            throw new RosterRefusedException($"Surel belum terkirim. {failure.Message}");
        }
    }

    private static string CaptionOf(IReadOnlyList<BoardEntry> entries) =>
        $"surel pengingat {Indonesian.List([.. entries.Select(entry => $"baris {entry.Duty.Row} {Indonesian.DateInFull(entry.Duty.Date)}")])}";

    private async Task<IReadOnlyList<BoardEntry>> MissingAsync(PortalDbContext db, ReminderMail mail, CancellationToken cancellationToken)
    {
        var entries = new List<BoardEntry>();
        foreach (
            var (schedule, row, sunday) in mail
                .Duties.OrderBy(duty => duty.Sunday)
                .ThenBy(duty => duty.Row)
                .Select(duty => (duty.ScheduleId, duty.Row, duty.Sunday))
        )
        {
            if (await timeline.OfAsync(db, row, sunday, cancellationToken) is { } duty && duty.ScheduleId == schedule)
            {
                var reports = db.ActivityReports.Where(report =>
                    report.ScheduleId == schedule && report.Row == row && report.Sunday == sunday
                );
                entries.Add(new BoardEntry(duty, await ReportLines.LinesOf(reports).FirstOrDefaultAsync(cancellationToken)));
            }
        }

        return [.. entries.Where(entry => entry.IsMissing)];
    }

    private static async Task<ILookup<int, ReminderLine>> LinesAsync(
        PortalDbContext db,
        IReadOnlyList<BoardEntry> missing,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (missing is not [{ Duty: { ScheduleId: var schedule, Date: var sunday } }, ..])
        {
            return Array.Empty<ReminderLine>().ToLookup(_ => 0);
        }

        var mailed = await db
            .RemindedDuties.Where(duty => duty.ScheduleId == schedule && duty.Sunday == sunday)
            .Join(
                db.ReminderMails,
                duty => duty.MailId,
                mail => mail.Id,
                (duty, mail) =>
                    new
                    {
                        duty.Row,
                        duty.Kind,
                        duty.ReturnedAt,
                        mail.Status,
                        mail.BegunAt,
                    }
            )
            .ToListAsync(cancellationToken);
        return mailed
            .GroupBy(mail => (mail.Row, mail.Kind, mail.ReturnedAt))
            .Select(group =>
                (
                    group.Key.Row,
                    Line: new ReminderLine(
                        group.Key.Kind,
                        group.Max(mail => mail.BegunAt),
                        group.Count(mail => mail.Status == ReminderStatus.Sent),
                        group.Count(mail => mail.Status == ReminderStatus.Failed),
                        group.Count(mail => mail.Status == ReminderStatus.Begun && mail.BegunAt < now - Sending)
                    )
                )
            )
            .OrderBy(item => item.Line.At)
            .ToLookup(item => item.Row, item => item.Line);
    }

    private static async Task<IReadOnlyList<FailedReminder>> FailedAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var failed = await db
            .ReminderMails.Where(mail =>
                mail.Status == ReminderStatus.Failed
                && mail.Duties.Any(duty =>
                    !db.ActivityReports.Any(report =>
                        report.ScheduleId == duty.ScheduleId
                        && report.Row == duty.Row
                        && report.Sunday == duty.Sunday
                        && (report.Status == ReportStatus.Sent || report.Status == ReportStatus.Verified)
                    )
                )
            )
            .OrderByDescending(mail => mail.BegunAt)
            .Take(MostFailed)
            .Include(mail => mail.Duties)
            .ToListAsync(cancellationToken);
        var names =
            failed.Count == 0
                ? []
                : (await db.Users.Select(user => new { user.Id, user.DisplayName }).ToListAsync(cancellationToken)).ToDictionary(
                    user => user.Id.ToString(),
                    user => user.DisplayName
                );
        return [.. failed.Select(mail => new FailedReminder(mail, names.GetValueOrDefault(mail.AccountId, "Akun yang sudah tidak ada")))];
    }
}

/// <summary>What is known of reminders beside a board of reports.</summary>
/// <param name="IsOn">Whether a relay is configured.</param>
/// <param name="Trouble">Why the relay took no mail the last time, as a sentence; null where it did.</param>
/// <param name="NextDay">The day of the next round; null in working hours, when there is one every few minutes.</param>
/// <param name="From">The local time of day at which it begins.</param>
/// <param name="Lines">What was mailed of each row, the first first.</param>
/// <param name="Unreachable">The rows whose serving post has no account that mail can be sent to; empty without a relay.</param>
/// <param name="Failed">The mails that failed and ask for something still missing, the latest first.</param>
public sealed record ReminderBoard(
    bool IsOn,
    string? Trouble,
    DateOnly? NextDay,
    TimeOnly From,
    ILookup<int, ReminderLine> Lines,
    IReadOnlySet<int> Unreachable,
    IReadOnlyList<FailedReminder> Failed
);

/// <summary>What was mailed for a row.</summary>
/// <param name="Kind">What brought it on.</param>
/// <param name="At">When, the last of them.</param>
/// <param name="Sent">To how many accounts.</param>
/// <param name="Failed">To how many it failed.</param>
/// <param name="Unknown">Of how many nobody knows whether they went.</param>
public sealed record ReminderLine(ReminderKind Kind, DateTimeOffset At, int Sent, int Failed, int Unknown);

/// <summary>A mail that failed.</summary>
/// <param name="Mail">The mail with what it asks for.</param>
/// <param name="Account">The name colleagues know the account by.</param>
public sealed record FailedReminder(ReminderMail Mail, string Account)
{
    /// <summary>The mail as it is now, for a form.</summary>
    public string Key => $"{Mail.Id:N}.{Mail.Revision}";

    /// <summary>The mail and the revision that a key names; no mail's where it is none.</summary>
    public static (Guid Id, int Revision) Read(string? key) =>
        key?.Split('.') is [var id, var revision]
        && Guid.TryParseExact(id, "N", out var mail)
        && int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? (mail, seen)
            : default;
}
