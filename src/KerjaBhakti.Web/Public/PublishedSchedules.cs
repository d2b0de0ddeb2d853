using KerjaBhakti.Data;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Hosting;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Public;

/// <summary>An annex that was issued, with its Instruction.</summary>
/// <param name="Id">The schedule's key.</param>
/// <param name="Title">The title over the table.</param>
/// <param name="Status">Issued, amended or revoked.</param>
/// <param name="Annex">The content as printed.</param>
/// <param name="Instruction">The Instruction.</param>
public sealed record PublishedSchedule(Guid Id, string Title, ScheduleStatus Status, Annex Annex, Instruction Instruction);

/// <summary>
/// The annexes anyone may read. An issued annex never changes, so they are read from the database once and kept; what issues, amends or revokes one must
/// call <see cref="ForgetAsync"/>.
/// </summary>
public sealed class PublishedSchedules(IDbContextFactory<PortalDbContext> contexts, IOutputCacheStore pages)
{
    // What was read before the last change must not be kept after it.
    private readonly Lock knowing = new();
    private int version;
    private volatile IReadOnlyList<PublishedSchedule>? known;

    /// <summary>Every annex in force, newest year first.</summary>
    public async ValueTask<IReadOnlyList<PublishedSchedule>> AllAsync(CancellationToken cancellationToken)
    {
        if (known is { } kept)
        {
            return kept;
        }

        var begun = Volatile.Read(ref version);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schedules = await db.Schedules.AsNoTracking()
            .Where(schedule => schedule.Status == ScheduleStatus.Issued)
            .Include(schedule => schedule.Instruction)
            .Include(schedule => schedule.Rows)
            .ThenInclude(row => row.Assignments)
            .AsSplitQuery()
            .OrderByDescending(schedule => schedule.Year)
            .ToListAsync(cancellationToken);
        IReadOnlyList<PublishedSchedule> loaded =
            [.. schedules.Select(schedule => new PublishedSchedule(
                schedule.Id, schedule.Title, schedule.Status, schedule.ToAnnex(), schedule.Instruction!))];
        lock (knowing)
        {
            if (begun == version)
            {
                known = loaded;
            }
        }

        return loaded;
    }

    /// <summary>The annex in force of a year; null where there is none.</summary>
    public async ValueTask<PublishedSchedule?> OfYearAsync(int year, CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken)).FirstOrDefault(schedule => schedule.Annex.Period.Year == year);

    /// <summary>Reads everything anew at the next call, and drops the pages and answers that were made of it.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        lock (knowing)
        {
            version++;
            known = null;
        }

        await pages.EvictByTagAsync(PublishedPageCache.Tag, cancellationToken);
    }
}
