using KerjaBhakti.Data;
using KerjaBhakti.Roster.Instructions;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Drafts;

/// <summary>An Instruction and what amended it, as schedules refer to one another.</summary>
internal static class InstructionChain
{
    /// <summary>The Instructions of the chain that ends with a schedule, the first one first; none where it was never issued.</summary>
    public static async Task<IReadOnlyList<Instruction>> OfAsync(PortalDbContext db, Guid? schedule, CancellationToken cancellationToken)
    {
        var chain = new Stack<Instruction>();
        while (schedule is { } id)
        {
            var link = await db
                .Schedules.AsNoTracking()
                .Where(item => item.Id == id)
                .Select(item => new { item.AmendsId, item.Instruction })
                .SingleAsync(cancellationToken);
            if (link.Instruction is not null)
            {
                chain.Push(link.Instruction);
            }

            schedule = link.AmendsId;
        }

        return [.. chain];
    }

    /// <summary>
    /// The words a draft begins with that is no amendment: those of the newest Instruction that is none either; null where there is none.
    /// </summary>
    public static async Task<InstructionText?> NewestWordsAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        (
            await db
                .Schedules.AsNoTracking()
                .Where(schedule => schedule.Instruction != null && schedule.AmendsId == null)
                .OrderByDescending(schedule => schedule.Instruction!.IssuedOn)
                .Select(schedule => schedule.Instruction)
                .FirstOrDefaultAsync(cancellationToken)
        )?.Text;
}
