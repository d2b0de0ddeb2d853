using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

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
    Guid DistributionId,
    string StaffId,
    string DecreeNumber,
    DateOnly? DecreeDate,
    FeeDistributionStatus Status,
    DateOnly? PaidOn,
    IReadOnlyList<FeePayment> Payments
)
{
    /// <summary>The claim months, in order.</summary>
    public IReadOnlyList<FiscalMonth> Months { get; init; } = [];

    /// <summary>Where the person works; empty where it is not known.</summary>
    public string Unit { get; init; } = string.Empty;

    /// <summary>What is kept back, each with its law.</summary>
    public IReadOnlyList<FeeDeduction> Deductions { get; init; } = [];

    /// <summary>Who took the distribution back, when and why; null while it stands.</summary>
    public FeeReversal? Reversal { get; init; }

    /// <summary>The name as it was when the distribution was prepared.</summary>
    public string Name => Payments[0].Name;

    /// <summary>What the components sum to.</summary>
    public Rupiah Total => Payments.Sum(payment => payment.Amount);

    /// <summary>What is kept back in all.</summary>
    public Rupiah Deducted => Deductions.Sum(deduction => deduction.Amount);

    /// <summary>What is kept back of the rest for what the person owes of cancelled distributions.</summary>
    public Rupiah Kept { get; init; }

    /// <summary>What the person is paid.</summary>
    public Rupiah Net => Total - Deducted - Kept;

    /// <summary>Whether it may still change, because no signed decree stands behind it, or no longer holds.</summary>
    public bool IsDraft => Status is FeeDistributionStatus.Prepared or FeeDistributionStatus.Reversed;
}

/// <summary>Who took a distribution back.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When, as a clock in Wakatobi shows it.</param>
/// <param name="Reason">Why.</param>
/// <param name="IsReturned">Whether the Director returned it instead of approving it.</param>
public sealed record FeeReversal(string By, DateTimeOffset At, string Reason, bool IsReturned)
{
    /// <summary>"Dibatalkan oleh … pada …: …".</summary>
    public string Sentence =>
        $"{(IsReturned ? "Dikembalikan" : "Dibatalkan")} oleh {By} pada "
        + $"{Shared.IndonesianDate.InWords(DateOnly.FromDateTime(At.DateTime))}: {Reason}";
}
