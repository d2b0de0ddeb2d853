using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Spending;

/// <summary>What a category may spend in a year, and has spent.</summary>
/// <param name="Category">The code of the category.</param>
/// <param name="Ceiling">What it got of the year's receipts.</param>
/// <param name="Spent">What was spent of it.</param>
public sealed record CategoryBudget(string Category, Rupiah Ceiling, Rupiah Spent)
{
    /// <summary>What is left; negative where the Director approved more.</summary>
    public Rupiah Left => Ceiling - Spent;
}

/// <summary>How much each category may still spend.</summary>
public static class SpendingBudget
{
    /// <summary>
    /// The budgets of a year. Each receipt's second half is split by the plan in force on its date, so a plan that changes within the year
    /// leaves what came before as it was; what is taken back is taken by the plan it was given by.
    /// </summary>
    /// <param name="allocations">The allocations of the year.</param>
    /// <param name="plans">The plans.</param>
    /// <param name="spent">What was spent of the year's receipts, in any number of items for a category.</param>
    /// <returns>A budget for each category that got or spent anything, by code, ordinal.</returns>
    /// <exception cref="FundRefusedException">A receipt has no plan.</exception>
    public static IReadOnlyList<CategoryBudget> Of(
        IEnumerable<Allocation> allocations,
        SpendingPlans plans,
        IEnumerable<(string Category, Rupiah Amount)> spent
    )
    {
        var ceilings = new Dictionary<string, Rupiah>();
        foreach (var allocation in allocations)
        {
            var weights = plans.InForceOn(allocation.ReceivedOn).Shares.Select(share => new Weight(share.Category, share.Share.Share));
            foreach (var (code, amount) in LargestRemainder.SplitSigned(allocation.For(FundPurpose.Spending), [.. weights]))
            {
                ceilings[code] = ceilings.GetValueOrDefault(code) + amount;
            }
        }

        var used = spent.GroupBy(item => item.Category).ToDictionary(items => items.Key, items => items.Sum(item => item.Amount));
        return
        [
            .. ceilings
                .Keys.Union(used.Keys)
                .Order(StringComparer.Ordinal)
                .Select(category => new CategoryBudget(category, ceilings.GetValueOrDefault(category), used.GetValueOrDefault(category))),
        ];
    }
}
