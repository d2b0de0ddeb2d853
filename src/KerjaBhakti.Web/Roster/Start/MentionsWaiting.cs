using System.Security.Claims;
using KerjaBhakti.Roster.Comments;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Frame;
using KerjaBhakti.Web.Shell.Waiting;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Start;

/// <summary>
/// Comments that name somebody: each thread waits for them until they have answered it, or somebody has settled it, or the annex is
/// issued.
/// </summary>
public sealed class MentionsWaiting(RosterWork work) : IWaitingSource
{
    // A line of the start page and of a mail; the whole stands at the cell.
    private const int MostLetters = 160;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WaitingItem>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        !user.May(Access.ReadRoster)
            ? []
            : await work.ReadAsync<IReadOnlyList<WaitingItem>>(
                user,
                Access.ReadRoster,
                async db =>
                {
                    var account = user.ToActor().Id;
                    var threads = await db
                        .CommentThreads.Where(thread =>
                            thread.ResolvedAt == null
                            && thread.Comments.Any(comment => comment.Mentions.Any(mention => mention.AccountId == account))
                        )
                        .Include(thread => thread.Comments)
                            .ThenInclude(comment => comment.Mentions)
                        .AsSplitQuery()
                        .ToListAsync(cancellationToken);
                    var ids = threads.Select(thread => thread.ScheduleId).Distinct().ToList();
                    var drafts = await db
                        .Schedules.Where(schedule =>
                            ids.Contains(schedule.Id)
                            && (schedule.Status == ScheduleStatus.Draft || schedule.Status == ScheduleStatus.Submitted)
                        )
                        .ToDictionaryAsync(schedule => schedule.Id, cancellationToken);
                    return
                    [
                        .. threads
                            .Where(thread => drafts.ContainsKey(thread.ScheduleId))
                            .Select(thread => (Thread: thread, Comment: LastFor(thread, account)))
                            .Where(waiting => waiting.Comment is not null)
                            .OrderBy(waiting => waiting.Comment!.At)
                            .Select(waiting => Of(drafts[waiting.Thread.ScheduleId], waiting.Thread, waiting.Comment!)),
                    ];
                },
                cancellationToken
            );

    /// <summary>The last comment that names an account and that it has not answered; null where there is none.</summary>
    private static Comment? LastFor(CommentThread thread, string account)
    {
        var answered = thread.Comments.Where(comment => comment.ById == account).Max(comment => (int?)comment.Number) ?? 0;
        return thread
            .Comments.Where(comment => comment.Number > answered && comment.Mentions.Any(mention => mention.AccountId == account))
            .MaxBy(comment => comment.Number);
    }

    private static WaitingItem Of(Schedule draft, CommentThread thread, Comment comment)
    {
        var place = $"{thread.Month?.Name} {thread.RowLabel}".Trim();
        var text = comment.Text.ReplaceLineEndings(" ");
        var words = text.Length <= MostLetters ? text : $"{text[..MostLetters].TrimEnd()}…";
        return new WaitingItem(
            "/roster",
            $"{comment.ByName} menyebut Anda dalam komentar, {draft.Name}",
            "Baca",
            $"/roster/jadwal/{draft.Id}?komentar={thread.Id}"
        )
        {
            Detail = $"{Indonesian.Moment(comment.At)}, {place}: {words}",
            News = [$"komentar|{comment.Id:N}"],
        };
    }
}
