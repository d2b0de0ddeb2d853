using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Comments;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Drafts;

/// <summary>
/// Comments on the cells of drafts: read by who reads the draft, made by who edits or decides about it. They are no part of the draft, so
/// they change neither its revision nor what a proposal or a submission has seen.
/// </summary>
public sealed class DraftComments(RosterWork work, DraftRooms rooms)
{
    /// <summary>The comments of a draft.</summary>
    public Task<DraftCommentsView> ReadAsync(ClaimsPrincipal user, Guid draft, CancellationToken cancellationToken) =>
        work.ReadAsync(user, Access.ReadRoster, db => ReadAsync(db, draft, cancellationToken), cancellationToken);

    /// <summary>Whom a comment may name: the other accounts that may read drafts, by name.</summary>
    public Task<IReadOnlyList<NamedReader>> ReadersAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var self = user.ToActor(Access.CommentRoster).Id;
        return work.ReadAsync<IReadOnlyList<NamedReader>>(
            user,
            Access.CommentRoster,
            async db =>
                [
                    .. (await ReadersAsync(db, cancellationToken))
                        .Where(reader => reader.Account.Id != self)
                        .Select(reader => new NamedReader(reader.Account.Name, RoleNames.Of(reader.Role))),
                ],
            cancellationToken
        );
    }

    /// <summary>Says something about a cell. A comment that is sent twice is stored once.</summary>
    /// <exception cref="RosterRefusedException">The draft, the row or the month is gone, the annex is issued, or there are no words.
    /// </exception>
    public async Task SayAsync(ClaimsPrincipal user, Guid draft, NewComment comment, CancellationToken cancellationToken)
    {
        await work.DoAsync(user, Access.CommentRoster, step => SayAsync(step, draft, comment, cancellationToken), cancellationToken);
        await TellAsync(user, draft, cancellationToken);
    }

    /// <summary>Settles a thread, or opens it again.</summary>
    /// <exception cref="RosterRefusedException">It is gone or stands so already, or the annex is issued.</exception>
    public async Task SettleAsync(ClaimsPrincipal user, Guid draft, Guid thread, bool isOpen, CancellationToken cancellationToken)
    {
        await work.DoAsync(
            user,
            Access.CommentRoster,
            async step =>
            {
                CommentThread.RequireOpen(await DraftAsync(step.Db, draft, cancellationToken));
                var found = await step.Db.CommentThreads.SingleOrDefaultAsync(
                    item => item.Id == thread && item.ScheduleId == draft,
                    cancellationToken
                ) ?? throw new RosterRefusedException("Komentar itu tidak ada lagi.");
                if (!isOpen)
                {
                    found.Resolve(new Commentator(step.By.Id, step.By.Name), step.At);
                }
                else if (await OpenOfCellAsync(step.Db, draft, found.RowId, found.Month, cancellationToken) is not null)
                {
                    throw new RosterRefusedException("Sel itu sudah mempunyai komentar lain yang terbuka; lanjutkan di sana.");
                }
                else
                {
                    found.Reopen();
                }

                var action = isOpen ? RosterActions.CommentReopened : RosterActions.CommentResolved;
                step.NoteCell(action, draft, (found.RowId, found.Month), found.RowLabel);
            },
            cancellationToken
        );
        await TellAsync(user, draft, cancellationToken);
    }

    /// <summary>Tells the open editors of a draft what was said at another server.</summary>
    internal async Task CatchUpAsync(PortalDbContext db, Guid draft, CancellationToken cancellationToken) =>
        rooms.Tell(draft, new DraftEvent.Commented(await ReadAsync(db, draft, cancellationToken)));

    private async Task TellAsync(ClaimsPrincipal user, Guid draft, CancellationToken cancellationToken) =>
        rooms.Tell(draft, new DraftEvent.Commented(await ReadAsync(user, draft, cancellationToken)));

    private static async Task<DraftCommentsView> ReadAsync(PortalDbContext db, Guid draft, CancellationToken cancellationToken) =>
        DraftCommentsView.Of(
            await db
                .CommentThreads.AsNoTracking()
                .Where(thread => thread.ScheduleId == draft)
                .Include(thread => thread.Comments)
                    .ThenInclude(comment => comment.Mentions)
                .AsSplitQuery()
                .ToListAsync(cancellationToken)
        );

    private static async Task SayAsync(RosterStep step, Guid draft, NewComment comment, CancellationToken cancellationToken)
    {
        if (await step.Db.Set<Comment>().AnyAsync(item => item.Id == comment.Id, cancellationToken))
        {
            return;
        }

        var schedule = await DraftAsync(step.Db, draft, cancellationToken);
        CommentThread.RequireOpen(schedule);
        var thread = await OpenOfCellAsync(step.Db, draft, comment.Row, comment.Month, cancellationToken);
        var action = thread is null ? RosterActions.Commented : RosterActions.CommentAnswered;
        if (thread is null)
        {
            thread = CommentThread.About(Guid.CreateVersion7(step.At), schedule, comment.Row, comment.Month);
            step.Db.CommentThreads.Add(thread);
        }

        var readers = (await ReadersAsync(step.Db, cancellationToken)).Select(reader => reader.Account).ToList();
        var said = thread.Say(comment.Id, comment.Text, new Commentator(step.By.Id, step.By.Name), step.At, readers);
        step.Db.Add(said);
        step.NoteCell(action, draft, (thread.RowId, thread.Month), thread.RowLabel, said.Text);
    }

    private static async Task<Schedule> DraftAsync(PortalDbContext db, Guid draft, CancellationToken cancellationToken) =>
        await db
            .Schedules.AsNoTracking()
            .Include(schedule => schedule.Rows)
            .SingleOrDefaultAsync(item => item.Id == draft, cancellationToken)
        ?? throw new RosterRefusedException("Rancangan ini tidak ada lagi; mungkin baru saja dihapus.");

    private static Task<CommentThread?> OpenOfCellAsync(
        PortalDbContext db,
        Guid draft,
        Guid row,
        RosterMonth? month,
        CancellationToken cancellationToken
    ) =>
        db
            .CommentThreads.Where(thread =>
                thread.ScheduleId == draft && thread.RowId == row && thread.Month == month && thread.ResolvedAt == null
            )
            .Include(thread => thread.Comments)
            .FirstOrDefaultAsync(cancellationToken);

    private static async Task<IReadOnlyList<(Commentator Account, string Role)>> ReadersAsync(
        PortalDbContext db,
        CancellationToken cancellationToken
    )
    {
        var roles = Access.Roles[Access.ReadRoster];
        var readers = await db
            .UserRoles.Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => new { link.UserId, role.Name })
            .Where(link => roles.Contains(link.Name))
            .Join(db.Users, link => link.UserId, account => account.Id, (link, account) => new { Account = account, Role = link.Name! })
            .Where(reader => reader.Account.ClosedAt == null)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return
        [
            .. readers
                .Where(reader => !reader.Account.IsEmptied && reader.Account.DisplayName.Length > 0)
                .OrderBy(reader => Array.IndexOf(roles, reader.Role))
                .DistinctBy(reader => reader.Account.Id)
                .OrderBy(reader => reader.Account.DisplayName, StringComparer.OrdinalIgnoreCase)
                .Select(reader => (new Commentator(reader.Account.Id.ToString(), reader.Account.DisplayName), reader.Role)),
        ];
    }
}
