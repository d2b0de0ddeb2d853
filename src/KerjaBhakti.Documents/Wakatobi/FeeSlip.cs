using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Documents.Wakatobi;

/// <summary>What one person gets from one distribution, for that person alone.</summary>
/// <param name="DistributionId">The distribution.</param>
/// <param name="StaffId">Who.</param>
/// <param name="DecreeNumber">The number of the decree: of its draft until it is approved.</param>
/// <param name="DecreeDate">The date of the decree; null until it is approved.</param>
/// <param name="Status">Where the distribution stands.</param>
/// <param name="PaidOn">The day it was paid; null until it was.</param>
/// <param name="Payments">The person's amounts, by component, at least one.</param>
public sealed record FeeSlip(
    Guid DistributionId, string StaffId, string DecreeNumber, DateOnly? DecreeDate, FeeDistributionStatus Status, DateOnly? PaidOn, IReadOnlyList<FeePayment> Payments)
{
    /// <summary>The name as it was when the distribution was prepared.</summary>
    public string Name => Payments[0].Name;

    /// <summary>What the person gets in all.</summary>
    public Rupiah Total => Payments.Sum(payment => payment.Amount);

    /// <summary>Whether it may still change, because no signed decree stands behind it, or no longer holds.</summary>
    public bool IsDraft => Status is FeeDistributionStatus.Prepared or FeeDistributionStatus.Reversed;
}
