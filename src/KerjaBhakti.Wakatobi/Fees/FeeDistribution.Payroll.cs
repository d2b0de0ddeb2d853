using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Fees;

/// <content>What makes a distribution a payroll: its months, what is kept back, and where that goes.</content>
public sealed partial class FeeDistribution
{
    /// <summary>The longest reference of a payment to the tax office, in characters.</summary>
    public const int ReferenceLength = 60;

    private readonly List<FiscalMonth> months = [];

    /// <summary>The claim months whose fees it distributes, in order.</summary>
    public IReadOnlyList<FiscalMonth> Months => months;

    /// <summary>
    /// The day its payment was planned for: the deductions are those in force then. Null where nothing could be deducted.
    /// </summary>
    public DateOnly? DeductionsOn { get; private set; }

    /// <summary>What is kept back of the pool: it is owed to the tax office and others until it is paid there.</summary>
    public Rupiah Deducted { get; private set; }

    /// <summary>What is due to the staff; what it owes of cancelled distributions is kept back of it (<see cref="Kept"/>).</summary>
    public Rupiah Net => Pool - Deducted;

    /// <summary>The day the deductions were paid on; null until they were.</summary>
    public DateOnly? RemittedOn { get; private set; }

    /// <summary>The proof of that payment (NTPN); null until there is one.</summary>
    public string? RemittanceReference { get; private set; }

    /// <summary>Who took it back; null while it stands.</summary>
    public Person? ReversedBy { get; private set; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? ReversedAt { get; private set; }

    /// <summary>Whether the Director returned it instead of approving it; it is prepared anew then.</summary>
    public bool IsReturned { get; private set; }

    /// <summary>Takes the payroll that was made of the same calculation.</summary>
    /// <exception cref="FundRefusedException">It names no month.</exception>
    /// <exception cref="ArgumentException">It is of another calculation: a mistake of the program.</exception>
    public void Take(FeePayroll payroll)
    {
        if (payroll.Recipients.Sum(recipient => recipient.Gross) != Pool || payroll.Recipients.Any(item => item.DistributionId != Id))
        {
            throw new ArgumentException("The payroll is of another distribution.", nameof(payroll));
        }

        if (payroll.Months.Count == 0)
        {
            throw new FundRefusedException("Pilih bulan klaim yang jasanya dibagikan.");
        }

        months.Clear();
        months.AddRange(payroll.Months);
        (DeductionsOn, Deducted) = (payroll.PaymentOn, payroll.Deducted);
    }

    /// <summary>The Director sends it back with a reason; its pool is free again and finance prepares another.</summary>
    /// <exception cref="FundRefusedException">It is not waiting for approval, or there is no reason.</exception>
    public void Return(Person director, string reason, DateTimeOffset at)
    {
        RequireStatus(FeeDistributionStatus.Prepared);
        ReversalReason = Words.Require(reason, "Alasan pengembalian", ReasonLength);
        IsReturned = true;
        Reversed(director, at);
    }

    /// <summary>Records that the deductions were paid to the tax office and others.</summary>
    /// <param name="on">The day, not before the fees were paid.</param>
    /// <param name="reference">The proof (NTPN).</param>
    /// <exception cref="FundRefusedException">The fees are not paid, nothing was deducted, it was recorded already, or the day is
    /// earlier.</exception>
    public void Remit(DateOnly on, string reference)
    {
        RequireStatus(FeeDistributionStatus.Paid);
        RequireNoProposal();
        var problem =
            Deducted == Rupiah.Zero ? "Pembagian ini tidak mempunyai potongan."
            : RemittedOn is { } day ? $"Potongan pembagian ini sudah disetor {day.ToIndonesian()} dengan bukti {RemittanceReference}."
            : on < PaidOn ? $"Tanggal setor {on.ToIndonesian()} mendahului pembayaran jasa {PaidOn!.Value.ToIndonesian()}."
            : null;
        if (problem is not null)
        {
            throw new FundRefusedException(problem);
        }

        RemittanceReference = Words.Require(reference, "Nomor bukti setor", ReferenceLength);
        RemittedOn = on;
        Move(Status);
    }

    private void Reversed(Person by, DateTimeOffset at)
    {
        (ReversedBy, ReversedAt) = (by, at);
        Move(FeeDistributionStatus.Reversed);
    }
}
