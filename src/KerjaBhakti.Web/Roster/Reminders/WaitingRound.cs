using KerjaBhakti.Data;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Foundation.Mailing;
using KerjaBhakti.Web.Roster.Frame;
using KerjaBhakti.Web.Shell.Waiting;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Reminders;

/// <summary>
/// One look at what waits for everybody, and one mail to each account for all that came to wait for it since the last. Hours and relay are
/// those of reminders.
/// </summary>
public sealed class WaitingRound(
    IDbContextFactory<PortalDbContext> contexts,
    RosterWork work,
    WaitingList waiting,
    MailRelay relay,
    ReminderHours hours,
    PublicAddress address,
    ILogger<WaitingRound> log
)
{
    /// <summary>The least time between two mails to one account: what comes meanwhile is told together.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromHours(1);

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

        var sent = 0;
        foreach (var recipient in await RecipientsAsync(now, cancellationToken))
        {
            if (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            var items = (await waiting.OfAsync(recipient.User, cancellationToken)).Where(item => item.News.Count > 0).ToList();
            if (items.Count == 0 || await ClaimAsync(recipient.AccountId, items, now, cancellationToken) is not { } mail)
            {
                continue;
            }

            var told = mail.Mentions.Select(mention => mention.What).ToHashSet();
            var news = items.Where(item => item.News.Any(told.Contains)).ToList();
            if (await SendAsync(mail, recipient, news) is not { } failure)
            {
                sent++;
            }
            else if (failure.Failure != MailFailure.Refused)
            {
                break;
            }
        }

        await NoteAsync(sent, now);
    }

    private async Task<IReadOnlyList<WaitingRecipient>> RecipientsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = DateOnly.FromDateTime(PortalClock.Local(now).DateTime);
        return hours.Contains(now, await DueReminders.WorkingDaysAsync(db, today, cancellationToken))
            ? await WaitingRecipient.LoadAsync(db, cancellationToken)
            : [];
    }

    /// <summary>
    /// Stores the mail before it is sent, in a transaction of its own: whoever comes later, also in another process, finds it. Null where
    /// there is nothing new, or it is told later.
    /// </summary>
    private async Task<WaitingMail?> ClaimAsync(
        string account,
        IReadOnlyList<WaitingItem> items,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (await NewAsync(contexts, account, items, now, cancellationToken) is not { Count: > 0 })
        {
            return null;
        }

        try
        {
            return await work.DoAsSystemAsync(
                async step =>
                {
                    // Looked at again where writers wait for each other.
                    if (await NewAsync(step.Db, account, items, now, cancellationToken) is not { Count: > 0 } things)
                    {
                        return null;
                    }

                    var mail = WaitingMail.Begin(account, things, now);
                    step.Db.WaitingMails.Add(mail);
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

    private static async Task<IReadOnlyList<string>> NewAsync(
        IDbContextFactory<PortalDbContext> contexts,
        string account,
        IReadOnlyList<WaitingItem> items,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await NewAsync(db, account, items, now, cancellationToken);
    }

    /// <summary>What is to be told now; nothing while the last mail is too fresh, or while all that is new comes all day long.</summary>
    private static async Task<IReadOnlyList<string>> NewAsync(
        PortalDbContext db,
        string account,
        IReadOnlyList<WaitingItem> items,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var things = items.SelectMany(item => item.News).Distinct().ToList();
        var told = (
            await db
                .WaitingMentions.AsNoTracking()
                .Where(mention => mention.AccountId == account && things.Contains(mention.What))
                .Select(mention => mention.What)
                .ToListAsync(cancellationToken)
        ).ToHashSet();
        var news = items.Where(item => !item.News.All(told.Contains)).ToList();
        if (news.Count == 0)
        {
            return [];
        }

        var last = await db
            .WaitingMails.AsNoTracking()
            .Where(mail => mail.AccountId == account)
            .OrderByDescending(mail => mail.Id)
            .Select(mail => (DateTimeOffset?)mail.BegunAt)
            .FirstOrDefaultAsync(cancellationToken);
        var isFresh = last is { } at && now - at < Between;
        var isOfToday = last is { } day && PortalClock.Local(day).Date == PortalClock.Local(now).Date;
        return isFresh || (isOfToday && news.TrueForAll(item => item.ComesAllDay)) ? [] : [.. things.Where(what => !told.Contains(what))];
    }

    private async Task<MailFailedException?> SendAsync(WaitingMail mail, WaitingRecipient recipient, IReadOnlyList<WaitingItem> news)
    {
        try
        {
            await relay.SendAsync(new OutgoingMail(mail.Id, recipient.Address, SubjectOf(news), BodyOf(recipient, news)));
        }
        catch (MailFailedException failure)
        {
            log.LogWarning(failure, "What waits was not told by mail {Mail}.", mail.Id);
            await EndAsync(mail.Id, (db, stored) =>
            {
                if (failure.Failure == MailFailure.NothingSent)
                {
                    db.WaitingMails.Remove(stored);
                }
                else
                {
                    stored.Fail(failure.Message);
                }
            });
            return failure;
        }

        await EndAsync(mail.Id, (_, stored) => stored.Succeed());
        return null;
    }

    private Task EndAsync(Guid id, Action<PortalDbContext, WaitingMail> end) =>
        work.DoAsSystemAsync(
            async step => end(step.Db, await step.Db.WaitingMails.Include(mail => mail.Mentions).SingleAsync(mail => mail.Id == id)),
            CancellationToken.None
        );

    // One line that holds nothing anybody wrote.
    private static string SubjectOf(IReadOnlyList<WaitingItem> news) => $"Kerja bhakti: {news.Sum(item => item.Count)} hal menunggu Anda";

    private string BodyOf(WaitingRecipient recipient, IReadOnlyList<WaitingItem> news) =>
        $"""
            Yth. {recipient.User.DisplayName()}

            Yang baru menunggu Anda di portal kerja bhakti:

            {string.Join("\n\n", news.Select(PartOf))}

            Semua yang menunggu Anda: {address.Of(WaitingList.StartPage.TrimStart('/'))}

            Surel ini dikirim otomatis oleh portal kerja bhakti dan tidak perlu dibalas. Setiap hal diberitahukan satu kali.
            """;

    private string PartOf(WaitingItem item) =>
        string.Join(
            '\n',
            (
                (string?[])[$"- {item.Text}", item.Detail is { } detail ? $"  {detail}" : null, $"  {address.Of(item.Path.TrimStart('/'))}"]
            ).OfType<string>()
        );

    // The trail tells that there were some; the mails are their own record.
    private async Task NoteAsync(int sent, DateTimeOffset now)
    {
        if (sent == 0)
        {
            return;
        }

        await work.DoAsSystemAsync(
            step =>
            {
                step.Note(
                    DutyActions.WaitingMailed,
                    DateOnly.FromDateTime(PortalClock.Local(now).DateTime).ToString("O"),
                    "pemberitahuan tentang yang menunggu melalui surel",
                    after: $"{sent} surel"
                );
                return Task.CompletedTask;
            },
            CancellationToken.None
        );
    }
}
