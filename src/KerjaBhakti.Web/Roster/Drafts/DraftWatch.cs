using KerjaBhakti.Data;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Drafts;

/// <summary>
/// Lets the editors of this server see what is stored through others: asks the database every second for the revisions of the drafts that
/// are open here. The database is the truth; a look that fails costs a second, never a change.
/// </summary>
public sealed class DraftWatch(
    IDbContextFactory<PortalDbContext> contexts,
    DraftRooms rooms,
    DraftService drafts,
    DraftComments comments,
    TimeProvider time,
    ILogger<DraftWatch> log
) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>Looks once.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        var shown = rooms.Shown();
        if (shown.Count == 0)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = shown.Select(view => view.Id).ToList();
        var stored = await db
            .Schedules.Where(schedule => ids.Contains(schedule.Id))
            .Select(schedule => new
            {
                schedule.Id,
                schedule.Revision,
                schedule.Status,
            })
            .ToListAsync(cancellationToken);
        foreach (var view in shown.ExceptBy(stored, view => new
        {
            view.Id,
            view.Revision,
            view.Status,
        }))
        {
            await drafts.CatchUpAsync(view.Id, cancellationToken);
        }

        var said = await db
            .CommentThreads.Where(thread => ids.Contains(thread.ScheduleId))
            .GroupBy(thread => thread.ScheduleId)
            .Select(of => new { Draft = of.Key, Stamp = of.Sum(thread => thread.Revision) })
            .ToListAsync(cancellationToken);
        foreach (var draft in said.Where(draft => (rooms.CommentStamp(draft.Draft) ?? 0) < draft.Stamp))
        {
            await comments.CatchUpAsync(db, draft.Draft, cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(failure, "Open drafts could not be compared with the database.");
            }
        }
    }
}
