using System.Security.Claims;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi;

/// <summary>What waits for the Director on pages of its own.</summary>
public sealed class FundApprovals(FundWork work)
{
    /// <summary>The fee distributions that are prepared, the oldest first.</summary>
    public Task<IReadOnlyList<WaitingFees>> FeesAsync(ClaimsPrincipal user, CancellationToken cancellationToken) => work.ReadAsync(
        user,
        Access.ApproveFund,
        async db => (IReadOnlyList<WaitingFees>)await db.FeeDistributions
            .Where(distribution => distribution.Status == FeeDistributionStatus.Prepared)
            .OrderBy(distribution => distribution.Id)
            .Select(distribution => new WaitingFees(distribution.Id, distribution.DecreeNumber, distribution.Pool, distribution.PreparedBy.Name))
            .ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>The fee distributions that finance proposed to reverse, the oldest first.</summary>
    public Task<IReadOnlyList<WaitingReversal>> ReversalsAsync(ClaimsPrincipal user, CancellationToken cancellationToken) => work.ReadAsync(
        user,
        Access.ApproveFund,
        async db => (IReadOnlyList<WaitingReversal>)await db.FeeDistributions
            .Where(distribution => distribution.Status != FeeDistributionStatus.Reversed && distribution.ReversalReason != null)
            .OrderBy(distribution => distribution.Id)
            .Select(distribution => new WaitingReversal(
                distribution.Id, distribution.DecreeNumber, distribution.Pool, distribution.PaidOn, distribution.ReversalReason!))
            .ToListAsync(cancellationToken),
        cancellationToken);
}

/// <summary>A fee distribution that waits for the Director.</summary>
/// <param name="Id">Its key.</param>
/// <param name="DecreeNumber">The number of the decree.</param>
/// <param name="Pool">What is distributed.</param>
/// <param name="PreparedBy">Who prepared it.</param>
public sealed record WaitingFees(Guid Id, string DecreeNumber, Rupiah Pool, string PreparedBy);

/// <summary>A fee distribution whose reversal waits for the Director.</summary>
/// <param name="Id">Its key.</param>
/// <param name="DecreeNumber">The number of the decree.</param>
/// <param name="Pool">What was distributed.</param>
/// <param name="PaidOn">The day it was paid; null where it was not.</param>
/// <param name="Reason">Why finance proposes it.</param>
public sealed record WaitingReversal(Guid Id, string DecreeNumber, Rupiah Pool, DateOnly? PaidOn, string Reason);
