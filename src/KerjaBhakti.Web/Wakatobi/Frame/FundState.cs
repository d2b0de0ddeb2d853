using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Spending;

namespace KerjaBhakti.Web.Wakatobi.Frame;

/// <summary>The fund on a day.</summary>
public sealed record FundState
{
    /// <summary>The date in Wakatobi.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The year that is shown.</summary>
    public required int Year { get; init; }

    /// <summary>The years there is something of, and this one, the newest first.</summary>
    public IReadOnlyList<int> Years =>
        [.. Claims.Select(claim => claim.Month.Year).Append(Today.Year).Append(Year).Distinct().OrderDescending()];

    /// <summary>The rule in force; null where none is.</summary>
    public required AllocationRule? Rule { get; init; }

    /// <summary>Every claim, the first month first.</summary>
    public required IReadOnlyList<ClaimMonth> Claims { get; init; }

    /// <summary>What was received in the year and how it was shared.</summary>
    public required IReadOnlyList<Allocation> Allocations { get; init; }

    /// <summary>The categories that got or spent anything in it, in the order of the regulation.</summary>
    public required IReadOnlyList<CategoryYear> Categories { get; init; }

    /// <summary>Why the limits of the categories cannot be computed; null where they can.</summary>
    public required string? SpendingProblem { get; init; }

    /// <summary>What the distributions approved in the year gave to each component.</summary>
    public required IReadOnlyList<ComponentFees> Fees { get; init; }

    /// <summary>What waits for the Director.</summary>
    public required IReadOnlyList<Waiting> Waiting { get; init; }

    /// <summary>The claims of the year's months.</summary>
    public IReadOnlyList<ClaimMonth> OfYear => [.. Claims.Where(claim => claim.Month.Year == Year)];

    /// <summary>What became of what was filed for the year's months.</summary>
    public ClaimFlow Flow => ClaimFlow.Of(OfYear);

    /// <summary>
    /// What some categories might spend up to the end of each month of the year, and had spent; months that have not begun are left out.
    /// </summary>
    /// <param name="category">The code of a category; null for all.</param>
    public (IReadOnlyList<Rupiah> Ceilings, IReadOnlyList<Rupiah> Spent) CourseOf(string? category)
    {
        var months =
            Year < Today.Year ? 12
            : Year > Today.Year ? 0
            : Today.Month;
        var rows = Categories.Where(row => category is null || row.Category.Code == category).ToList();
        IReadOnlyList<Rupiah> Until(Func<CategoryYear, IReadOnlyList<Rupiah>> amounts) =>
            [.. Enumerable.Range(1, months).Select(last => rows.Sum(row => amounts(row).Take(last).Sum()))];
        return (Until(row => row.Ceilings), Until(row => row.Months));
    }

    /// <summary>The claims of any year whose payment is due and not made.</summary>
    public IReadOnlyList<ClaimMonth> Late =>
        [.. Claims.Where(claim => claim.DaysLateOn(Today) > 0 && (claim.VerifiedOn is null || claim.Owed > Rupiah.Zero))];

    /// <summary>What was received in the year.</summary>
    public Rupiah Received => Allocations.Sum(allocation => allocation.Received);

    /// <summary>What a purpose got of its receipts.</summary>
    public Rupiah For(FundPurpose purpose) => Allocations.Sum(allocation => allocation.For(purpose));
}

/// <summary>A category's year.</summary>
/// <param name="Category">The category.</param>
/// <param name="Budget">What it got of the year's receipts, and what was spent of it.</param>
/// <param name="Months">What was spent in each of the twelve months.</param>
/// <param name="Ceilings">What it got of the receipts of each of the twelve months.</param>
public sealed record CategoryYear(
    SpendingCategory Category,
    CategoryBudget Budget,
    IReadOnlyList<Rupiah> Months,
    IReadOnlyList<Rupiah> Ceilings
);

/// <summary>What a distribution gave to a component.</summary>
/// <param name="Distribution">The distribution.</param>
/// <param name="DecreeNumber">The number of its decree.</param>
/// <param name="Component">The code of the component.</param>
/// <param name="Amount">The amount.</param>
public sealed record ComponentFees(Guid Distribution, string DecreeNumber, string Component, Rupiah Amount);

/// <summary>Something that waits for the Director.</summary>
/// <param name="What">What it is called: "Pembagian jasa pelayanan".</param>
/// <param name="Path">Where those who do not decide see it.</param>
/// <param name="Count">How many.</param>
/// <param name="Amount">What they sum to.</param>
public sealed record Waiting(string What, string Path, int Count, Rupiah Amount);
