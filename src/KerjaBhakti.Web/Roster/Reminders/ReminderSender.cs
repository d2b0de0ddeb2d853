using KerjaBhakti.Data;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Web.Foundation.Mailing;
using KerjaBhakti.Web.Roster.Frame;
using KerjaBhakti.Web.Roster.Reports;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Reminders;

/// <summary>Sends a reminder that is stored as begun, and stores what became of it.</summary>
public sealed class ReminderSender(RosterWork work, MailRelay relay, ReminderText text, ILogger<ReminderSender> log)
{
    /// <summary>
    /// Why the relay took no mail the last time, as a sentence; null where it did, or was not asked since the program started.
    /// </summary>
    public string? Trouble { get; private set; }

    /// <summary>Sends it. Once begun it is ended, whoever asked may have left meanwhile.</summary>
    /// <param name="mail">The mail, begun and stored.</param>
    /// <param name="to">The account's address.</param>
    /// <param name="entries">The duties it asks for.</param>
    /// <param name="forget">Whether it is forgotten where surely nothing was sent, so that it is sent when the relay works again.</param>
    /// <returns>Why it was not sent; null where it was.</returns>
    public async Task<MailFailedException?> SendAsync(ReminderMail mail, string to, IReadOnlyList<BoardEntry> entries, bool forget)
    {
        try
        {
            await relay.SendAsync(new OutgoingMail(mail.Id, to, ReminderText.SubjectOf(entries), text.MailOf(entries)));
        }
        catch (MailFailedException failure)
        {
            log.LogWarning(failure, "Reminder {Mail} was not sent.", mail.Id);
            Trouble = failure.Failure == MailFailure.Refused ? null : failure.Message;
            await EndAsync(mail.Id, (db, stored, at) =>
            {
                if (forget && failure.Failure == MailFailure.NothingSent)
                {
                    db.ReminderMails.Remove(stored);
                }
                else
                {
                    stored.Fail(failure.Message, at);
                }
            });
            return failure;
        }

        Trouble = null;
        await EndAsync(mail.Id, (_, stored, at) => stored.Succeed(at));
        return null;
    }

    private Task EndAsync(Guid id, Action<PortalDbContext, ReminderMail, DateTimeOffset> end) =>
        work.DoAsSystemAsync(
            async step => end(step.Db, await step.Db.ReminderMails.SingleAsync(mail => mail.Id == id), step.At),
            CancellationToken.None
        );
}
