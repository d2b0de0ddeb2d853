using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Roster.Schedules;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Printing;

/// <summary>Gives pages to annexes that were issued before the portal knew of pages, or entered as issued: the seed, and databases of earlier versions.</summary>
internal static class PageRegister
{
    /// <summary>Does nothing where every issued annex has its pages.</summary>
    public static async Task CompleteAsync(PortalDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var unpaged = await db.Schedules
            .Where(schedule => schedule.Seal != null && !schedule.Pages.Any())
            .Include(schedule => schedule.Instruction)
            .Include(schedule => schedule.Pages)
            .Include(schedule => schedule.Rows).ThenInclude(row => row.Assignments)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        if (unpaged.Count == 0)
        {
            return;
        }

        foreach (var schedule in unpaged)
        {
            AnnexPaper.Paginate(schedule);
            db.AuditEntries.Add(new AuditEntry(
                Actor.System, time.GetUtcNow(), "roster.paged", schedule.Id.ToString(), schedule.Name)
            {
                After = $"{schedule.Pages.Count} halaman",
            });
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
