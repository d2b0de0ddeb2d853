using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Fees;

/// <summary>Where a distribution stands.</summary>
public enum FeeDistributionStatus
{
    /// <summary>Prepared by finance; nothing is owed yet.</summary>
    Prepared,

    /// <summary>Approved by the Director under a signed decree: the staff is owed.</summary>
    Approved,

    /// <summary>Paid out.</summary>
    Paid,

    /// <summary>It was wrong and was reversed; another took its place.</summary>
    Reversed,
}

/// <summary>What one person gets from one component of a distribution, as it was calculated.</summary>
/// <param name="StaffId">Who.</param>
/// <param name="Name">The name then.</param>
/// <param name="Component">The code of the component.</param>
/// <param name="Points">The points as written; empty where there were none.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Explanation">Why this amount, in a sentence.</param>
public sealed record FeePayment(string StaffId, string Name, string Component, string Points, Rupiah Amount, string Explanation);

/// <summary>
/// A pool of fees on its way to the staff (pasal 6(1) and (2)). Its amounts never change; a wrong distribution is reversed and another is
/// made.
/// </summary>
public sealed partial class FeeDistribution
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    private readonly List<FeeComponent> components = [];
    private readonly List<FeePayment> payments = [];

    private FeeDistribution() { }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>What is distributed.</summary>
    public Rupiah Pool { get; private set; }

    /// <summary>The number of the decree: of its draft until it is approved, then as signed.</summary>
    public string DecreeNumber { get; private set; } = string.Empty;

    /// <summary>The date the decree was signed; null until it is approved.</summary>
    public DateOnly? DecreeDate { get; private set; }

    /// <summary>Where it stands.</summary>
    public FeeDistributionStatus Status { get; private set; }

    /// <summary>Who prepared it.</summary>
    public Person PreparedBy { get; private set; } = null!;

    /// <summary>Who approved it; null until somebody did.</summary>
    public Person? ApprovedBy { get; private set; }

    /// <summary>When it was approved.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>The day it was paid out; null until it was.</summary>
    public DateOnly? PaidOn { get; private set; }

    /// <summary>What of it was kept back at the payment from those who owed something of a cancelled distribution.</summary>
    public Rupiah Kept { get; private set; }

    /// <summary>What left the bank: the pool without what was deducted and kept back; nothing while it is not paid.</summary>
    public Rupiah PaidOut => PaidOn is null ? Rupiah.Zero : Net - Kept;

    /// <summary>Why it was reversed, or shall be while <see cref="IsReversalProposed"/>; null where neither is so.</summary>
    public string? ReversalReason { get; private set; }

    /// <summary>Whether finance proposed to reverse it and the Director has not decided.</summary>
    public bool IsReversalProposed => ReversalReason is not null && Status != FeeDistributionStatus.Reversed;

    /// <summary>How often it was changed. Two writers who read the same revision cannot both save.</summary>
    public int Revision { get; private set; }

    /// <summary>The components of the decree, in its order.</summary>
    public IReadOnlyList<FeeComponent> Components => components;

    /// <summary>The amounts by staff number and component; they sum to <see cref="Pool"/>.</summary>
    public IReadOnlyList<FeePayment> Payments => payments;

    /// <summary>Prepares a distribution.</summary>
    /// <param name="calculation">What was calculated.</param>
    /// <param name="available">What of the fees' share of the fund no other distribution has taken.</param>
    /// <param name="by">Who prepares it.</param>
    /// <exception cref="FundRefusedException">The pool is nothing or more than there is.</exception>
    public static FeeDistribution Prepare(FeeCalculation calculation, Rupiah available, Person by)
    {
        if (calculation.Pool <= Rupiah.Zero || calculation.Pool > available)
        {
            throw new FundRefusedException(
                calculation.Pool <= Rupiah.Zero
                    ? "Jumlah yang dibagikan harus lebih dari nol."
                    : $"Jumlah yang dibagikan {calculation.Pool} melebihi jasa pelayanan yang tersedia, {available}."
            );
        }

        var distribution = new FeeDistribution
        {
            Pool = calculation.Pool,
            DecreeNumber = calculation.Decree.Number,
            PreparedBy = by,
        };
        distribution.components.AddRange(calculation.Decree.Components);
        var explanation = new FeeExplanation(calculation);
        distribution.payments.AddRange(
            calculation.Lines.Select(line => new FeePayment(
                line.Staff.StaffId,
                line.Staff.Name,
                line.Staff.Component,
                line.Staff.Points?.ToString() ?? string.Empty,
                line.Part.Amount,
                explanation.Of(line)
            ))
        );
        return distribution;
    }

    /// <summary>The Director approves it under a signed decree (pasal 6(2)).</summary>
    /// <exception cref="FundRefusedException">Somebody approved it before, or the decree has no number.</exception>
    public void Approve(Person director, string decreeNumber, DateOnly decreeDate, DateTimeOffset at)
    {
        if (ApprovedBy is { } approved)
        {
            throw new FundRefusedException($"Pembagian ini sudah disetujui oleh {approved.Name} dengan keputusan nomor {DecreeNumber}.");
        }

        RequireStatus(FeeDistributionStatus.Prepared);
        DecreeNumber = Words.Require(decreeNumber, "Nomor keputusan", FeeDecree.NumberLength);
        DecreeDate = decreeDate;
        ApprovedBy = director;
        ApprovedAt = at;
        Move(FeeDistributionStatus.Approved);
    }

    /// <summary>Records the payment.</summary>
    /// <param name="on">The day, not before the decree.</param>
    /// <param name="owed">What the staff owes of cancelled distributions.</param>
    /// <param name="kept">What of that is kept back of each, by staff number, as the payroll says.</param>
    /// <exception cref="FundRefusedException">It is not approved, was paid already, shall be reversed, or the day is before the
    /// decree.</exception>
    public void Pay(DateOnly on, IEnumerable<StaffReceivable>? owed = null, IReadOnlyDictionary<string, Rupiah>? kept = null)
    {
        RequireStatus(FeeDistributionStatus.Approved);
        RequireNoProposal();
        PaidOn =
            on >= DecreeDate
                ? on
                : throw new FundRefusedException(
                    $"Tanggal bayar {on.ToIndonesian()} mendahului keputusan tanggal {DecreeDate!.Value.ToIndonesian()}."
                );
        Kept = kept is null ? Rupiah.Zero : StaffReceivable.Deduct(owed ?? [], this, kept, on);
        Move(FeeDistributionStatus.Paid);
    }

    /// <summary>Finance takes it back before anybody approved it.</summary>
    /// <exception cref="FundRefusedException">It was approved or reversed already, or there is no reason.</exception>
    public void Reverse(Person by, string reason, DateTimeOffset at)
    {
        if (Status is FeeDistributionStatus.Approved or FeeDistributionStatus.Paid)
        {
            throw new FundRefusedException("Pembagian ini sudah disetujui; pembatalannya diusulkan kepada Direktur.");
        }

        RequireNotReversed();
        ReversalReason = Words.Require(reason, "Alasan pembatalan", ReasonLength);
        Reversed(by, at);
    }

    /// <summary>Why it cannot be cancelled any more; null where it can.</summary>
    /// <param name="closed">Whether the year it was paid in is closed.</param>
    public string? WhyNotCancel(bool closed) =>
        closed && PaidOn is { } paid
            ? $"Pembagian {DecreeNumber} dibayar {paid.ToIndonesian()} dan tahun {paid.Year} sudah ditutup, sehingga tidak dapat dibatalkan lagi. "
                + "Perbedaannya diperhitungkan dalam pembagian berikutnya."
            : null;

    /// <summary>Finance proposes to take back what was approved or paid: who signed decides.</summary>
    /// <exception cref="FundRefusedException">It is not approved, was reversed or proposed already, or there is no reason.</exception>
    public void ProposeReversal(string reason)
    {
        RequireNotReversed();
        if (Status == FeeDistributionStatus.Prepared)
        {
            RequireStatus(FeeDistributionStatus.Approved);
        }

        RequireNoProposal();
        ReversalReason = Words.Require(reason, "Alasan pembatalan", ReasonLength);
        Move(Status);
    }

    /// <summary>
    /// The Director agrees. Of what was only approved the entry is reversed; what was paid the staff owes from then on
    /// (<see cref="StaffReceivable"/>), because no money comes back by a decision.
    /// </summary>
    /// <exception cref="FundRefusedException">Nothing was proposed, or it was decided already.</exception>
    public void ConfirmReversal(Person director, DateTimeOffset at)
    {
        RequireProposal();
        Reversed(director, at);
    }

    /// <summary>The Director declines; it stands as it was approved or paid.</summary>
    /// <exception cref="FundRefusedException">Nothing was proposed, or it was decided already.</exception>
    public void DeclineReversal()
    {
        RequireProposal();
        ReversalReason = null;
        Move(Status);
    }

    private void RequireNotReversed()
    {
        if (Status == FeeDistributionStatus.Reversed)
        {
            throw new FundRefusedException($"Pembagian ini sudah dibatalkan: {ReversalReason}");
        }
    }

    private void RequireNoProposal()
    {
        if (IsReversalProposed)
        {
            throw new FundRefusedException($"Pembatalan pembagian ini menunggu keputusan Direktur: {ReversalReason}");
        }
    }

    private void RequireProposal()
    {
        RequireNotReversed();
        if (!IsReversalProposed)
        {
            throw new FundRefusedException("Tidak ada usulan pembatalan yang menunggu keputusan.");
        }
    }

    private void RequireStatus(FeeDistributionStatus required)
    {
        if (Status != required)
        {
            throw new FundRefusedException($"Pembagian ini {NameOf(Status)}, sehingga langkah itu tidak dapat dilakukan.");
        }
    }

    private static string NameOf(FeeDistributionStatus status) =>
        status switch
        {
            FeeDistributionStatus.Prepared => "belum disetujui",
            FeeDistributionStatus.Approved => "sudah disetujui dan belum dibayar",
            FeeDistributionStatus.Paid => "sudah dibayar",
            FeeDistributionStatus.Reversed => "sudah dibatalkan",
        };

    private void Move(FeeDistributionStatus status)
    {
        Status = status;
        Revision++;
    }
}
