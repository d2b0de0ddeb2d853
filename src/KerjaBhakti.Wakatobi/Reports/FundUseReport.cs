using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Spending;

namespace KerjaBhakti.Wakatobi.Reports;

/// <summary>What a share of the allocation rule got of a period's receipts.</summary>
/// <param name="Name">What the legal text calls it.</param>
/// <param name="Basis">The regulation and the place in it.</param>
/// <param name="Share">The share.</param>
/// <param name="Amount">What it got.</param>
public sealed record AllocatedShare(string Name, string Basis, Percent Share, Rupiah Amount);

/// <summary>Service fees before the period and within it.</summary>
/// <param name="Before">From the first entry to the day before the period: fees left of one year are distributed in the next.</param>
/// <param name="Within">In the period.</param>
public sealed record FeeFigures(Rupiah Before, Rupiah Within)
{
    /// <summary>Up to the last day of the period.</summary>
    public Rupiah Through => Before + Within;
}

/// <summary>A category of spending against its plan.</summary>
/// <param name="Category">The category.</param>
/// <param name="Share">Its share of the plan in force on the last day of the period; null where none is or the plan leaves it out.</param>
/// <param name="Ceiling">What it got of the year's receipts up to the last day of the period.</param>
/// <param name="Before">What was spent of it in the year before the period.</param>
/// <param name="Within">What was spent of it in the period.</param>
public sealed record CategoryUse(SpendingCategory Category, Percent? Share, Rupiah Ceiling, Rupiah Before, Rupiah Within)
{
    /// <summary>What was spent of it in the year.</summary>
    public Rupiah Spent => Before + Within;

    /// <summary>What is left; negative where the Director approved more.</summary>
    public Rupiah Left => Ceiling - Spent;

    /// <summary>
    /// What was spent of the ceiling, in tenths of a percent rounded down, so that 100 % is all of it; null where there is no ceiling.
    /// </summary>
    public long? UsedPerMille => PerMille(Spent, Ceiling);

    /// <summary>A part of a whole in tenths of a percent, rounded down; null where there is no whole.</summary>
    public static long? PerMille(Rupiah part, Rupiah whole) =>
        whole > Rupiah.Zero ? (long)Math.Floor((decimal)part.Amount * 1000 / whole.Amount) : null;
}

/// <summary>What a use of SiLPA paid for a category.</summary>
/// <param name="Category">The category.</param>
/// <param name="Before">In the year before the period.</param>
/// <param name="Within">In the period.</param>
public sealed record SilpaSpending(SpendingCategory Category, Rupiah Before, Rupiah Within);

/// <summary>
/// How the fund was used (pasal 8(2)): what was received and how it was shared, the fees, and spending by category against its plan. What
/// SiLPA paid stands apart, because no category's share limits it. Amounts are those of the books; limits are those of the receipts and
/// plans.
/// </summary>
public sealed class FundUseReport
{
    /// <summary>The report of a period within one year.</summary>
    /// <param name="period">The months.</param>
    /// <param name="movements">The books up to the last day of the period.</param>
    /// <param name="allocations">Every allocation up to that day, of earlier years too.</param>
    /// <param name="plans">Every plan of spending.</param>
    /// <param name="categories">The categories in the order of the report.</param>
    /// <exception cref="FundRefusedException">The period crosses the turn of a year.</exception>
    public FundUseReport(
        ReportPeriod period,
        BookMovements movements,
        IReadOnlyList<Allocation> allocations,
        IReadOnlyList<SpendingPlan> plans,
        IReadOnlyList<SpendingCategory> categories
    )
    {
        Period = period.RequireOneYear();
        Received = -movements.Within(ChartOfAccounts.ClaimIncome);
        Shares = [.. SharesOf(allocations.Where(allocation => allocation.On >= period.First.FirstDay))];
        FeesAllocated = Split(allocations);
        FeesPaid = new FeeFigures(movements.UntilBefore(ChartOfAccounts.FeeExpense), movements.Within(ChartOfAccounts.FeeExpense));

        // Approval debits one account, payment credits it and debits the expense: both together are what was approved, whatever was
        // reversed.
        FeesApproved = new FeeFigures(
            movements.UntilBefore(ChartOfAccounts.ApprovedFees) + FeesPaid.Before,
            movements.Within(ChartOfAccounts.ApprovedFees) + FeesPaid.Within
        );
        var ceilings = Ceilings([.. allocations.Where(allocation => allocation.On.Year == period.Year)], plans);
        var plan = plans.On(period.Last.LastDay);
        Categories = [.. categories.Select(category => UseOf(category, plan, ceilings, movements))];
        FromSilpa =
        [
            .. categories
                .Select(category => (Category: category, Spent: movements.Spent(category.Code, fromSilpa: true)))
                .Where(item => item.Spent != default)
                .Select(item => new SilpaSpending(item.Category, item.Spent.Before, item.Spent.Within)),
        ];
        PlanBasis = plan?.Basis;
        IsEmpty = movements.IsEmpty && Categories.All(use => use.Ceiling == Rupiah.Zero && use.Spent == Rupiah.Zero);
    }

    /// <summary>The months it covers, within one year.</summary>
    public ReportPeriod Period { get; }

    /// <summary>What was received in the period.</summary>
    public Rupiah Received { get; }

    /// <summary>How the period's receipts were shared, in the order of the rules; the amounts sum to <see cref="Received"/>.</summary>
    public IReadOnlyList<AllocatedShare> Shares { get; }

    /// <summary>What the fees got of receipts.</summary>
    public FeeFigures FeesAllocated { get; }

    /// <summary>What the Director approved to be distributed as fees.</summary>
    public FeeFigures FeesApproved { get; }

    /// <summary>What was paid out as fees.</summary>
    public FeeFigures FeesPaid { get; }

    /// <summary>Fees that no decree distributes yet, on the last day of the period.</summary>
    public Rupiah FeesLeft => FeesAllocated.Through - FeesApproved.Through;

    /// <summary>Fees that are approved and not paid, on the last day of the period.</summary>
    public Rupiah FeesOwed => FeesApproved.Through - FeesPaid.Through;

    /// <summary>Every category against its plan, in the order they were given.</summary>
    public IReadOnlyList<CategoryUse> Categories { get; }

    /// <summary>All categories together.</summary>
    public Rupiah Ceiling => Categories.Sum(use => use.Ceiling);

    /// <summary>What was spent of the year's receipts in the period.</summary>
    public Rupiah SpentWithin => Categories.Sum(use => use.Within);

    /// <summary>What was spent of the year's receipts in the year, up to the last day of the period.</summary>
    public Rupiah Spent => Categories.Sum(use => use.Spent);

    /// <summary>The categories that uses of SiLPA paid for.</summary>
    public IReadOnlyList<SilpaSpending> FromSilpa { get; }

    /// <summary>The document that decided the plan in force on the last day of the period; null where none is.</summary>
    public string? PlanBasis { get; }

    /// <summary>Why the limits are not known: a receipt has no plan on its date; null where they are.</summary>
    public string? PlanProblem { get; private set; }

    /// <summary>Whether there is nothing to report.</summary>
    public bool IsEmpty { get; }

    private FeeFigures Split(IReadOnlyList<Allocation> allocations)
    {
        var first = Period.First.FirstDay;
        return new FeeFigures(
            allocations.Where(allocation => allocation.On < first).Sum(allocation => allocation.For(FundPurpose.Fees)),
            allocations.Where(allocation => allocation.On >= first).Sum(allocation => allocation.For(FundPurpose.Fees))
        );
    }

    private static IEnumerable<AllocatedShare> SharesOf(IEnumerable<Allocation> allocations) =>
        allocations
            .OrderBy(allocation => allocation.ReceivedOn)
            .SelectMany(allocation => allocation.Amounts.Select(amount => (allocation.LegalBasis, Amount: amount)))
            .GroupBy(item => (item.LegalBasis, item.Amount.Code, item.Amount.Name, item.Amount.Article, item.Amount.Share))
            .Select(items => new AllocatedShare(
                items.Key.Name,
                $"{items.Key.LegalBasis} {items.Key.Article}",
                items.Key.Share,
                items.Sum(item => item.Amount.Amount)
            ));

    private Dictionary<string, Rupiah> Ceilings(IReadOnlyList<Allocation> allocations, IReadOnlyList<SpendingPlan> plans)
    {
        try
        {
            return SpendingBudget
                .Of(allocations, new SpendingPlans(plans), [])
                .ToDictionary(budget => budget.Category, budget => budget.Ceiling);
        }
        catch (FundRefusedException refusal)
        {
            PlanProblem = refusal.Message;
            return [];
        }
    }

    private static CategoryUse UseOf(
        SpendingCategory category,
        SpendingPlan? plan,
        Dictionary<string, Rupiah> ceilings,
        BookMovements movements
    )
    {
        var (before, within) = movements.Spent(category.Code, fromSilpa: false);
        return new CategoryUse(
            category,
            plan?.Shares.FirstOrDefault(share => share.Category == category.Code)?.Share,
            ceilings.GetValueOrDefault(category.Code),
            before,
            within
        );
    }
}
