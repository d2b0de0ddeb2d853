using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Spending;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Approvals;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Overview;

/// <summary>
/// What the start page of the claim fund shows. Spending and fees are summed by the database: a year has twenty thousand expenditures.
/// </summary>
public sealed class FundOverview(FundWork work, WitaClock clock)
{
    private const int Months = 12;

    /// <summary>The fund as it stands today, and a year of it.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="year">The year; null for the newest that has a claim, or this year.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<FundState> OpenAsync(ClaimsPrincipal user, int? year, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            async db =>
            {
                var today = clock.Today;
                var rule = await db
                    .AllocationRules.Where(rule => rule.EffectiveFrom <= today && (rule.EffectiveTo == null || rule.EffectiveTo >= today))
                    .FirstOrDefaultAsync(cancellationToken);
                var claims = await db.ClaimMonths.ToListAsync(cancellationToken);
                var shown = year ?? claims.Select(claim => claim.Month.Year).DefaultIfEmpty(today.Year).Max();
                var (first, last) = (new DateOnly(shown, 1, 1), new DateOnly(shown, 12, 31));
                var allocations = await db.Allocations.Where(item => item.On >= first && item.On <= last).ToListAsync(cancellationToken);
                var (categories, problem) = await CategoriesAsync(db, allocations, first, last, cancellationToken);
                return new FundState
                {
                    Today = today,
                    Year = shown,
                    Rule = rule,
                    Claims = [.. claims.OrderBy(claim => claim.Key)],
                    Allocations = allocations,
                    Categories = categories,
                    SpendingProblem = problem,
                    Fees = await FeesAsync(db, first, last, cancellationToken),
                    Waiting = await FundApprovals.AllAsync(db, cancellationToken),
                };
            },
            cancellationToken
        );

    private static async Task<(IReadOnlyList<CategoryYear> Categories, string? Problem)> CategoriesAsync(
        PortalDbContext db,
        IReadOnlyList<Allocation> allocations,
        DateOnly first,
        DateOnly last,
        CancellationToken cancellationToken
    )
    {
        var spent = await db
            .Expenditures.Where(item =>
                item.On >= first && item.On <= last && item.Status == ExpenditureStatus.Recorded && item.SilpaUseId == null
            )
            .GroupBy(item => new { item.Category, item.On.Month })
            .Select(items => new
            {
                items.Key.Category,
                items.Key.Month,
                Amount = items.Sum(item => (long)(object)item.Amount),
            })
            .ToListAsync(cancellationToken);
        var plans = await db.SpendingPlans.ToListAsync(cancellationToken);
        var names = await db.SpendingCategories.ToDictionaryAsync(category => category.Code, cancellationToken);
        try
        {
            var given = Enumerable
                .Range(1, Months)
                .Select(month =>
                    SpendingBudget
                        .Of(allocations.Where(allocation => allocation.On.Month == month), new SpendingPlans(plans), [])
                        .ToDictionary(budget => budget.Category, budget => budget.Ceiling)
                )
                .ToList();
            var budgets = SpendingBudget.Of(
                allocations,
                new SpendingPlans(plans),
                spent.Select(item => (item.Category, new Rupiah(item.Amount)))
            );
            var months = spent.ToLookup(item => (item.Category, item.Month), item => new Rupiah(item.Amount));
            return (
                [
                    .. budgets
                        .Select(budget => new CategoryYear(
                            names[budget.Category],
                            budget,
                            [.. Enumerable.Range(1, Months).Select(month => months[(budget.Category, month)].Sum())],
                            [.. given.Select(ofMonth => ofMonth.GetValueOrDefault(budget.Category))]
                        ))
                        .OrderBy(year => Regulation9Of2024.PlaceOf(year.Category))
                        .ThenBy(year => year.Category.Code, StringComparer.Ordinal),
                ],
                null
            );
        }
        catch (FundRefusedException refusal)
        {
            return ([], refusal.Message);
        }
    }

    private static async Task<IReadOnlyList<ComponentFees>> FeesAsync(
        PortalDbContext db,
        DateOnly first,
        DateOnly last,
        CancellationToken cancellationToken
    )
    {
        var sums = await db
            .FeeDistributions.Where(item =>
                item.DecreeDate >= first && item.DecreeDate <= last && item.Status != FeeDistributionStatus.Reversed
            )
            .SelectMany(
                item => item.Payments,
                (item, payment) =>
                    new
                    {
                        item.Id,
                        item.DecreeNumber,
                        payment.Component,
                        payment.Amount,
                    }
            )
            .GroupBy(item => new
            {
                item.Id,
                item.DecreeNumber,
                item.Component,
            })
            .Select(items => new { items.Key, Amount = items.Sum(item => (long)(object)item.Amount) })
            .ToListAsync(cancellationToken);
        return
        [
            .. sums.OrderBy(sum => sum.Key.Component, StringComparer.Ordinal)
                .ThenBy(sum => sum.Key.Id)
                .Select(sum => new ComponentFees(sum.Key.Id, sum.Key.DecreeNumber, sum.Key.Component, new Rupiah(sum.Amount))),
        ];
    }
}
