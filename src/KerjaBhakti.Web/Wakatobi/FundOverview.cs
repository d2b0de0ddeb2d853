using System.Security.Claims;
using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi;

/// <summary>What the start page of the claim fund shows.</summary>
public sealed class FundOverview(FundWork work, WitaClock clock)
{
    /// <summary>The fund as it stands today.</summary>
    public Task<FundState> OpenAsync(ClaimsPrincipal user, CancellationToken cancellationToken) => work.ReadAsync(
        user,
        Access.ReadFund,
        async db =>
        {
            var today = clock.Today;
            var rule = await db.AllocationRules
                .Where(rule => rule.EffectiveFrom <= today && (rule.EffectiveTo == null || rule.EffectiveTo >= today))
                .FirstOrDefaultAsync(cancellationToken);
            var claims = await db.ClaimMonths.ToListAsync(cancellationToken);
            var first = new DateOnly(today.Year, 1, 1);
            var allocations = await db.Allocations.Where(allocation => allocation.ReceivedOn >= first).ToListAsync(cancellationToken);
            return new FundState(rule, [.. claims.OrderBy(claim => claim.Month)], allocations, today);
        },
        cancellationToken);
}

/// <summary>The fund on a day.</summary>
/// <param name="Rule">The rule in force; null where none is.</param>
/// <param name="Claims">Every claim, the first month first.</param>
/// <param name="Allocations">What was received this year and how it was shared.</param>
/// <param name="Today">The date in Wakatobi.</param>
public sealed record FundState(AllocationRule? Rule, IReadOnlyList<ClaimMonth> Claims, IReadOnlyList<Allocation> Allocations, DateOnly Today)
{
    /// <summary>The claims of this year's months.</summary>
    public IReadOnlyList<ClaimMonth> OfYear => [.. Claims.Where(claim => claim.Month.Year == Today.Year)];

    /// <summary>The claims of any year whose payment is due and not made.</summary>
    public IReadOnlyList<ClaimMonth> Late =>
        [.. Claims.Where(claim => claim.DaysLateOn(Today) > 0 && (claim.VerifiedOn is null || claim.Owed > Rupiah.Zero))];

    /// <summary>What was received this year.</summary>
    public Rupiah Received => Allocations.Sum(allocation => allocation.Received);

    /// <summary>What a purpose got of this year's receipts.</summary>
    public Rupiah For(FundPurpose purpose) => Allocations.Sum(allocation => allocation.For(purpose));
}
