using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Spending;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Approvals;

/// <summary>What waits for the Director on pages of its own.</summary>
public sealed class FundApprovals(FundWork work)
{
    /// <summary>The fee distributions that are prepared, the oldest first.</summary>
    public Task<IReadOnlyList<WaitingFees>> FeesAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ApproveFund,
            async db =>
                (IReadOnlyList<WaitingFees>)
                    await db
                        .FeeDistributions.Where(distribution => distribution.Status == FeeDistributionStatus.Prepared)
                        .OrderBy(distribution => distribution.Id)
                        .Select(distribution => new WaitingFees(
                            distribution.Id,
                            distribution.DecreeNumber,
                            distribution.Pool,
                            distribution.PreparedBy.Name
                        ))
                        .ToListAsync(cancellationToken),
            cancellationToken
        );

    /// <summary>The fee distributions that finance proposed to reverse, the oldest first.</summary>
    public Task<IReadOnlyList<WaitingReversal>> ReversalsAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ApproveFund,
            async db =>
                (IReadOnlyList<WaitingReversal>)
                    await db
                        .FeeDistributions.Where(distribution =>
                            distribution.Status != FeeDistributionStatus.Reversed && distribution.ReversalReason != null
                        )
                        .OrderBy(distribution => distribution.Id)
                        .Select(distribution => new WaitingReversal(
                            distribution.Id,
                            distribution.DecreeNumber,
                            distribution.Pool,
                            distribution.PaidOn,
                            distribution.ReversalReason!
                        ))
                        .ToListAsync(cancellationToken),
            cancellationToken
        );

    /// <summary>The receipts that finance proposed to take back, the oldest first.</summary>
    public Task<IReadOnlyList<WaitingReceipt>> ReceiptsAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ApproveFund,
            async db =>
                (IReadOnlyList<WaitingReceipt>)
                    await db
                        .ReceiptReversals.Where(reversal => reversal.Status == ReversalStatus.Proposed)
                        .OrderBy(reversal => reversal.Id)
                        .Join(
                            db.Receipts,
                            reversal => reversal.ReceiptId,
                            receipt => receipt.Id,
                            (reversal, receipt) =>
                                new WaitingReceipt(receipt.Id, receipt.Reference, receipt.ReceivedOn, receipt.Amount, reversal.Reason)
                        )
                        .ToListAsync(cancellationToken),
            cancellationToken
        );

    /// <summary>Everything that waits for the Director; kinds of which nothing waits are left out.</summary>
    public Task<IReadOnlyList<Waiting>> AllAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(user, Access.ReadFund, db => AllAsync(db, cancellationToken), cancellationToken);

    internal static async Task<IReadOnlyList<Waiting>> AllAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var fees = await db
            .FeeDistributions.Where(item => item.Status == FeeDistributionStatus.Prepared)
            .Select(item => item.Pool)
            .ToListAsync(cancellationToken);
        var reversals = await db
            .FeeDistributions.Where(item => item.Status != FeeDistributionStatus.Reversed && item.ReversalReason != null)
            .Select(item => item.Pool)
            .ToListAsync(cancellationToken);
        var spending = await db
            .Expenditures.Where(item => item.Status == ExpenditureStatus.Waiting)
            .Select(item => item.Amount)
            .ToListAsync(cancellationToken);
        var silpa = await db
            .SilpaUses.Where(item => item.ApprovedAt == null && item.DeclinedAt == null)
            .Select(item => item.Amount)
            .ToListAsync(cancellationToken);
        var receipts = await db
            .ReceiptReversals.Where(item => item.Status == ReversalStatus.Proposed)
            .Join(db.Receipts, item => item.ReceiptId, receipt => receipt.Id, (item, receipt) => receipt.Amount)
            .ToListAsync(cancellationToken);
        return
        [
            .. new Waiting[]
            {
                new("Pembatalan penerimaan", "/wakatobi/penerimaan", receipts.Count, receipts.Sum()),
                new("Pembagian jasa pelayanan", "/wakatobi/jasa", fees.Count, fees.Sum()),
                new("Pembatalan pembagian jasa", "/wakatobi/jasa", reversals.Count, reversals.Sum()),
                new("Belanja melebihi sisa", "/wakatobi/belanja", spending.Count, spending.Sum()),
                new("Penggunaan SiLPA", "/wakatobi/silpa", silpa.Count, silpa.Sum()),
            }.Where(item => item.Count > 0),
        ];
    }
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

/// <summary>A receipt whose reversal waits for the Director.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Reference">The bank's reference.</param>
/// <param name="ReceivedOn">When it arrived.</param>
/// <param name="Amount">What arrived.</param>
/// <param name="Reason">Why finance proposes it.</param>
public sealed record WaitingReceipt(Guid Id, string Reference, DateOnly ReceivedOn, Rupiah Amount, string Reason);
