using System.Security.Claims;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Receipts;

/// <summary>The rules by which receipts are shared, each with its law and its dates.</summary>
public sealed class AllocationLaw(FundWork work)
{
    /// <summary>The rules, the newest first.</summary>
    public Task<IReadOnlyList<AllocationRule>> ListAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync<IReadOnlyList<AllocationRule>>(
            user,
            Access.ReadFund,
            async db => await db.AllocationRules.OrderByDescending(rule => rule.EffectiveFrom).ToListAsync(cancellationToken),
            cancellationToken
        );

    /// <summary>Enters a rule. One without an end that it follows ends the day before.</summary>
    /// <exception cref="FundRefusedException">It leaves a gap or overlaps, or a receipt of its time was shared by another rule
    /// already.</exception>
    public Task EnterAsync(ClaimsPrincipal user, AllocationRule entered, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var rules = await step.Db.AllocationRules.ToListAsync(cancellationToken);
                if (rules.MaxBy(rule => rule.EffectiveFrom) is { EffectiveTo: null } last && last.EffectiveFrom < entered.EffectiveFrom)
                {
                    last.EndOn(entered.EffectiveFrom.AddDays(-1));
                    step.Note(FundActions.RuleEnded, last.Id, last.LegalBasis, after: Indonesian.DateInFull(last.EffectiveTo!.Value));
                }

                _ = new AllocationRules([.. rules, entered]);
                var shared = await step
                    .Db.Allocations.AsNoTracking()
                    .Where(allocation =>
                        allocation.ReceivedOn >= entered.EffectiveFrom
                        && (entered.EffectiveTo == null || allocation.ReceivedOn <= entered.EffectiveTo)
                    )
                    .OrderBy(allocation => allocation.ReceivedOn)
                    .FirstOrDefaultAsync(cancellationToken);
                if (shared is not null)
                {
                    throw new FundRefusedException(
                        $"Penerimaan {Indonesian.DateInFull(shared.ReceivedOn)} sudah dibagi menurut {shared.LegalBasis}; aturan baru hanya dapat mulai sesudahnya."
                    );
                }

                step.Db.AllocationRules.Add(entered);
                step.Note(
                    FundActions.RuleEntered,
                    entered.Id,
                    entered.LegalBasis,
                    after: FundText.InForce(entered.EffectiveFrom, entered.EffectiveTo)
                );
            },
            cancellationToken
        );
}
