using System.Security.Claims;
using KerjaBhakti.Wakatobi.Allocations;
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
            return new FundState(rule, await db.ClaimMonths.AnyAsync(cancellationToken));
        },
        cancellationToken);
}

/// <summary>The fund on a day.</summary>
/// <param name="Rule">The rule in force; null where none is.</param>
/// <param name="HasClaims">Whether any claim was filed.</param>
public sealed record FundState(AllocationRule? Rule, bool HasClaims);
