using KerjaBhakti.Data;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Foundation.Mailing;
using KerjaBhakti.Web.Roster.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Reminders;

/// <summary>One look for missing reports, and a mail to every account concerned that was not reminded of them yet.</summary>
public sealed class ReminderRound(
    IDbContextFactory<PortalDbContext> contexts,
    RosterWork work,
    DueReminders due,
    ReminderSender sender,
    MailRelay relay,
    ReminderHours hours
)
{
    /// <summary>
    /// Does nothing without a relay and outside working hours. Ends at the first mail that tells that the relay does not work.
    /// </summary>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends it after the mail that is being sent.</param>
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!relay.IsOn)
        {
            return;
        }

        var count = new RoundCount();
        foreach (var (recipient, about) in await LookAsync(now, cancellationToken))
        {
            if (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            if (await ClaimAsync(recipient, about, now, cancellationToken) is not { } mail)
            {
                continue;
            }

            var kept = mail.Duties.Select(duty => duty.What).ToHashSet();
            var failure = await sender.SendAsync(
                mail,
                recipient.Address,
                [.. about.Where(item => kept.Contains(item.What)).Select(item => item.Entry)],
                forget: true
            );
            count.Add(failure, kept.Count);
            if (failure is not null and not { Failure: MailFailure.Refused })
            {
                break;
            }
        }

        await NoteAsync(count, now);
    }

    /// <summary>Whom to remind of what; nobody outside working hours.</summary>
    private async Task<IReadOnlyList<(ReminderRecipient Recipient, IReadOnlyList<DueReminder> About)>> LookAsync(
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var today = DateOnly.FromDateTime(PortalClock.Local(now).DateTime);
        var days = await DueReminders.WorkingDaysAsync(db, today, cancellationToken);
        if (!hours.Contains(now, days))
        {
            return [];
        }

        var missing = await due.OnAsync(db, today, days, cancellationToken);
        var recipients = await ReminderRecipients.LoadAsync(db, now, cancellationToken);
        var known = await KnownAsync(db.RemindedDuties, missing, cancellationToken);
        var open =
            from item in missing
            from recipient in recipients.Of(item.Entry.Duty.ServingPost)
            where !known.Contains((recipient.AccountId, item.What))
            group item by recipient;
        return [.. open.Select(group => (group.Key, (IReadOnlyList<DueReminder>)[.. group]))];
    }

    /// <summary>
    /// Stores the mail before it is sent, in a transaction of its own: whoever comes later, also in another process, finds it. Null where
    /// somebody came before.
    /// </summary>
    private async Task<ReminderMail?> ClaimAsync(
        ReminderRecipient recipient,
        IReadOnlyList<DueReminder> about,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await work.DoAsSystemAsync(
                async step =>
                {
                    var known = await KnownAsync(
                        step.Db.RemindedDuties.AsNoTracking().Where(duty => duty.AccountId == recipient.AccountId),
                        about,
                        cancellationToken
                    );
                    var open = about.Select(item => item.What).Where(what => !known.Contains((recipient.AccountId, what))).ToList();
                    if (open.Count == 0)
                    {
                        return null;
                    }

                    var mail = ReminderMail.Begin(recipient.AccountId, open, now);
                    step.Db.ReminderMails.Add(mail);
                    return mail;
                },
                cancellationToken
            );
        }
        catch (RosterRefusedException)
        {
            // Another process stored one of them in the same moment. The next round sees what is left.
            return null;
        }
    }

    private static async Task<HashSet<(string AccountId, Reminder What)>> KnownAsync(
        IQueryable<RemindedDuty> reminded,
        IReadOnlyList<DueReminder> about,
        CancellationToken cancellationToken
    )
    {
        if (about.Count == 0)
        {
            return [];
        }

        var first = about.Min(item => item.What.Sunday);
        return
        [
            .. (await reminded.Where(duty => duty.Sunday >= first).ToListAsync(cancellationToken)).Select(duty =>
                (duty.AccountId, duty.What)
            ),
        ];
    }

    // The mails are listed one by one on the secretariat's page; the trail tells that there were some.
    private async Task NoteAsync(RoundCount count, DateTimeOffset now)
    {
        if (count.Mails == 0)
        {
            return;
        }

        await work.DoAsSystemAsync(
            step =>
            {
                step.Note(
                    DutyActions.RemindersMailed,
                    DateOnly.FromDateTime(PortalClock.Local(now).DateTime).ToString("O"),
                    "pengingat laporan melalui surel",
                    after: count.ToString()
                );
                return Task.CompletedTask;
            },
            CancellationToken.None
        );
    }

    /// <summary>What a round did.</summary>
    private sealed class RoundCount
    {
        private int duties;
        private int failed;

        public int Mails { get; private set; }

        public void Add(MailFailedException? failure, int about)
        {
            if (failure is { Failure: MailFailure.NothingSent })
            {
                return;
            }

            Mails++;
            duties += about;
            failed += failure is null ? 0 : 1;
        }

        public override string ToString() => $"{Mails} surel untuk {duties} laporan{(failed > 0 ? $", {failed} gagal" : string.Empty)}";
    }
}
