using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Schedules;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Audit;

/// <summary>
/// Chains the entries and seals the annexes that a database holds from before there were chain and seals. Only a migration may call it: at any other time an
/// entry without a hash is a break.
/// </summary>
public static class AuditUpgrade
{
    /// <summary>Does nothing where everything is chained and sealed.</summary>
    public static async Task RunAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var unchained = await db.AuditEntries.AsNoTracking().Where(entry => entry.Hash == string.Empty).OrderBy(entry => entry.Place).ToListAsync(cancellationToken);
        if (unchained is [{ Place: 1 }, ..])
        {
            var previous = AuditChain.Beginning;
            foreach (var entry in unchained)
            {
                previous = AuditChain.HashOf(entry, entry.Place, previous);
                await db.AuditEntries.Where(stored => stored.Id == entry.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(stored => stored.Hash, previous), cancellationToken);
            }

            await db.AuditHeads.ExecuteUpdateAsync(
                set => set.SetProperty(head => head.Hash, previous).SetProperty(head => head.Entries, unchained.Count), cancellationToken);
        }

        var unsealed = await db.Schedules.AsNoTracking()
            .Where(schedule => schedule.Status == ScheduleStatus.Issued && schedule.Seal == null)
            .Include(schedule => schedule.Instruction)
            .Include(schedule => schedule.Rows).ThenInclude(row => row.Assignments)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        foreach (var schedule in unsealed)
        {
            var seal = ContentSeal.Of(schedule.Title, schedule.ToAnnex(), schedule.Instruction!);
            await db.Schedules.Where(stored => stored.Id == schedule.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(stored => stored.Seal, seal), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
