using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Drafts;

/// <summary>The bin: deleted drafts, which can come back for <see cref="Schedule.DaysInBin"/> days and then go for good.</summary>
public sealed class DraftBin(IDbContextFactory<PortalDbContext> contexts, DraftRooms rooms, PortalClock clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(Schedule.DaysInBin);

    /// <summary>What lies in it, the latest first.</summary>
    public async Task<IReadOnlyList<DiscardedDraft>> ListAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        user.Demand(Access.EditRoster);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var drafts = await InBin(db).AsNoTracking().Include(draft => draft.Rows).ToListAsync(cancellationToken);
        return
        [
            .. drafts
                .OrderByDescending(draft => draft.DiscardedAt)
                .Select(draft => new DiscardedDraft(
                    draft.Id,
                    draft.Name,
                    draft.Period,
                    draft.Rows.Count,
                    draft.DiscardedBy!,
                    draft.DiscardedAt!.Value,
                    DateOnly.FromDateTime(PortalClock.Local(draft.DiscardedAt.Value + Kept).DateTime)
                )),
        ];
    }

    /// <summary>Takes a draft out of it, as it was.</summary>
    /// <exception cref="EditRefusedException">It is not there any more.</exception>
    public async Task RestoreAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken)
    {
        var actor = user.ToActor(Access.EditRoster);
        using var turn = await rooms.TakeTurnAsync(id, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var draft = await InBin(db).FirstOrDefaultAsync(item => item.Id == id, cancellationToken)
            ?? throw new EditRefusedException("Rancangan itu tidak ada lagi di antara yang terhapus; mungkin sudah dipulihkan.");
        draft.Restore(clock.Now);
        db.AuditEntries.Add(new AuditEntry(actor, clock.Now, RosterActions.Restored, id.ToString(), draft.Name));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new EditRefusedException("Orang lain baru saja memulihkan rancangan itu.");
        }
        finally
        {
            turn.Forget();
        }
    }

    /// <summary>Deletes for good what has lain there long enough; its audit entries stay.</summary>
    public async Task PurgeAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.Now;
        var since = now - Kept;
        var drafts = await InBin(db)
            .Where(draft => draft.DiscardedAt < since)
            .Include(draft => draft.Rows)
                .ThenInclude(row => row.Assignments)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        foreach (var draft in drafts)
        {
            // The trail names every record that goes, also those that nobody has loaded.
            db.RemoveRange(await db.DraftSteps.Where(step => step.ScheduleId == draft.Id).ToListAsync(cancellationToken));
            db.RemoveRange(await db.NamedStates.Where(state => state.ScheduleId == draft.Id).ToListAsync(cancellationToken));
            db.RemoveRange(
                await db
                    .CommentThreads.Where(thread => thread.ScheduleId == draft.Id)
                    .Include(thread => thread.Comments)
                        .ThenInclude(comment => comment.Mentions)
                    .AsSplitQuery()
                    .ToListAsync(cancellationToken)
            );
            db.Schedules.Remove(draft);
            db.AuditEntries.Add(
                new AuditEntry(Actor.System, now, RosterActions.Purged, draft.Id.ToString(), draft.Name)
                {
                    Before = $"{draft.Rows.Count} baris",
                }
            );
        }

        if (drafts.Count > 0)
        {
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static IQueryable<Schedule> InBin(PortalDbContext db) =>
        db.Schedules.IgnoreQueryFilters().Where(schedule => schedule.DiscardedAt != null);
}

/// <summary>Empties the bin of what has lain there long enough, an hour after the start and then every hour.</summary>
public sealed class DraftBinJob(DraftBin bin, TimeProvider time, ILogger<DraftBinJob> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await bin.PurgeAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "The bin was not emptied.");
            }
        }
    }
}
