using System.Security.Claims;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Spending;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Spending;

/// <summary>The dated plans that divide the second half of the fund (pasal 6(3)).</summary>
public sealed class SpendingPlanning(FundWork work)
{
    /// <summary>The plans, the newest first, and the categories in the order of the regulation.</summary>
    public Task<PlanBook> OpenAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            async db => new PlanBook(
                await db.SpendingPlans.OrderByDescending(plan => plan.EffectiveFrom).ToListAsync(cancellationToken),
                [
                    .. (await db.SpendingCategories.ToListAsync(cancellationToken))
                        .OrderBy(Regulation9Of2024.PlaceOf)
                        .ThenBy(category => category.Code, StringComparer.Ordinal),
                ]
            ),
            cancellationToken
        );

    /// <summary>Enters a plan. The one before it ends on the day before; one that comes before all others ends where they begin.</summary>
    /// <param name="user">Who enters it.</param>
    /// <param name="basis">The document that decided it.</param>
    /// <param name="from">Its first day.</param>
    /// <param name="shares">The shares; they sum to exactly 100 %.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FundRefusedException">Something in it cannot be; says all of it.</exception>
    public Task EnterAsync(
        ClaimsPrincipal user,
        string basis,
        DateOnly from,
        IReadOnlyList<SpendingShare> shares,
        CancellationToken cancellationToken
    ) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var plans = await step.Db.SpendingPlans.OrderBy(plan => plan.EffectiveFrom).ToListAsync(cancellationToken);
                var next = plans.Find(plan => plan.EffectiveFrom > from);
                var plan = new SpendingPlan(
                    basis,
                    from,
                    next?.EffectiveFrom.AddDays(-1),
                    shares,
                    await step.Db.SpendingCategories.AsNoTracking().ToListAsync(cancellationToken)
                );
                if (plans.FindLast(known => known.EffectiveFrom < from) is { } before)
                {
                    // Another plan for days that are closed would change limits that were reported.
                    if (await step.Db.FiscalYears.FirstOrDefaultAsync(year => year.Year == from.Year, cancellationToken) is { } year)
                    {
                        year.RequireOpen(from);
                    }

                    if (before.EffectiveTo is null)
                    {
                        before.EndOn(from.AddDays(-1));
                        step.Note(FundActions.PlanEnded, before.Id, before.Basis, after: Indonesian.DateInFull(from.AddDays(-1)));
                    }
                }

                _ = new SpendingPlans([.. plans, plan]);
                step.Db.SpendingPlans.Add(plan);
                step.Note(
                    FundActions.PlanEntered,
                    plan.Id,
                    $"{plan.Basis}, {FundText.InForce(plan.EffectiveFrom, plan.EffectiveTo)}",
                    after: string.Join(", ", plan.Shares.Select(share => $"{share.Category} {FundText.Share(share.Share)}"))
                );
            },
            cancellationToken
        );
}

/// <summary>What there is to plan with.</summary>
/// <param name="Plans">The plans, the newest first.</param>
/// <param name="Categories">The categories in the order of the regulation.</param>
public sealed record PlanBook(IReadOnlyList<SpendingPlan> Plans, IReadOnlyList<SpendingCategory> Categories);
