using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Claims;

/// <summary>What a receipt pays of a claim month.</summary>
/// <param name="ClaimMonthId">The claim month.</param>
/// <param name="Month">Its month.</param>
/// <param name="Amount">What is paid of it.</param>
/// <param name="Later">The number of a later claim for the month; 0 for its first.</param>
public sealed record ReceiptItem(Guid ClaimMonthId, FiscalMonth Month, Rupiah Amount, int Later = 0)
{
    /// <summary>Which claim it pays.</summary>
    public ClaimKey Key => new(Month, Later);
}

/// <summary>A deduction of BPJS (audit, refund, set-off) against a claim month, also one that was paid long ago.</summary>
/// <param name="Number">Its place in the receipt, from 1.</param>
/// <param name="ClaimMonthId">The claim month it concerns.</param>
/// <param name="Month">Its month.</param>
/// <param name="Amount">How much, more than nothing.</param>
/// <param name="Reason">Why.</param>
/// <param name="Document">The number of BPJS's document.</param>
/// <param name="Later">The number of a later claim for the month; 0 for its first.</param>
public sealed record ReceiptDeduction(
    int Number,
    Guid ClaimMonthId,
    FiscalMonth Month,
    Rupiah Amount,
    string Reason,
    string Document,
    int Later = 0
)
{
    /// <summary>Which claim it concerns.</summary>
    public ClaimKey Key => new(Month, Later);
}

/// <summary>A deduction as it is entered.</summary>
/// <param name="Claim">The claim month.</param>
/// <param name="Amount">How much.</param>
/// <param name="Reason">Why.</param>
/// <param name="Document">The number of BPJS's document.</param>
public sealed record DeductionEntry(ClaimMonth Claim, Rupiah Amount, string Reason, string Document);

/// <summary>A payment of BPJS that arrived in the hospital's account, and which claim months it pays. It is never changed.</summary>
public sealed class Receipt
{
    /// <summary>The longest reference, in characters.</summary>
    public const int ReferenceLength = 100;

    /// <summary>The longest reason of a deduction, in characters.</summary>
    public const int ReasonLength = 300;

    private readonly List<ReceiptItem> items = [];
    private readonly List<ReceiptDeduction> deductions = [];

    private Receipt() { }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>When it arrived. The allocation rule in force on this day applies.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>
    /// What arrived, after deductions. This is shared. Nothing where BPJS set off all of it; negative where the hospital paid back.
    /// </summary>
    public Rupiah Amount { get; private set; }

    /// <summary>The bank's reference.</summary>
    public string Reference { get; private set; } = string.Empty;

    /// <summary>What it pays of claims, before deductions.</summary>
    public IReadOnlyList<ReceiptItem> Items => items;

    /// <summary>What BPJS kept back of it.</summary>
    public IReadOnlyList<ReceiptDeduction> Deductions => [.. deductions.OrderBy(deduction => deduction.Number)];

    /// <summary>What it pays of claims, before deductions.</summary>
    public Rupiah Gross => items.Sum(item => item.Amount);

    /// <summary>What BPJS kept back.</summary>
    public Rupiah Deducted => deductions.Sum(deduction => deduction.Amount);

    /// <summary>Takes a payment and pays the claim months with it, all of them or none.</summary>
    /// <param name="receivedOn">When it arrived.</param>
    /// <param name="amount">What arrived, by the bank.</param>
    /// <param name="reference">The bank's reference.</param>
    /// <param name="payments">The claim months and what is paid of each; less the deductions they sum to the amount.</param>
    /// <param name="kept">What BPJS kept back; none where it is left out.</param>
    /// <exception cref="FundRefusedException">A claim month is paid twice or more than is owed, or the sum is another; says all of it, and
    /// pays nothing.</exception>
    public static Receipt Take(
        DateOnly receivedOn,
        Rupiah amount,
        string reference,
        IReadOnlyList<(ClaimMonth Claim, Rupiah Amount)> payments,
        IReadOnlyList<DeductionEntry>? kept = null
    )
    {
        var entered = kept ?? [];
        var problems = payments.Select(payment => payment.Claim.WhyNotPay(payment.Amount, receivedOn)).OfType<string>().ToList();
        if (reference.Trim().Length is 0 or > ReferenceLength)
        {
            problems.Add($"Nomor referensi bank harus diisi, paling panjang {ReferenceLength} huruf.");
        }

        if (payments.DistinctBy(payment => payment.Claim.Id).Count() != payments.Count)
        {
            problems.Add("Satu bulan klaim hanya boleh disebut satu kali dalam satu penerimaan.");
        }

        problems.AddRange(Problems(entered, payments));
        var (gross, deducted) = (payments.Sum(payment => payment.Amount), entered.Sum(deduction => deduction.Amount));
        if ((amount <= Rupiah.Zero && entered.Count == 0) || gross - deducted != amount)
        {
            problems.Add(
                (amount, entered.Count) switch
                {
                    ({ Amount: <= 0 }, 0) => "Penerimaan harus lebih dari nol.",
                    (_, 0) => $"Rincian berjumlah {gross}, padahal yang diterima {amount}.",
                    _ => $"Rincian {gross} dikurangi potongan {deducted} berjumlah {gross - deducted}, padahal yang diterima {amount}.",
                }
            );
        }

        FundRefusedException.ThrowIfAny(problems);
        var receipt = new Receipt
        {
            ReceivedOn = receivedOn,
            Amount = amount,
            Reference = reference.Trim(),
        };
        foreach (var (claim, paid) in payments)
        {
            claim.Pay(paid, receivedOn);
            receipt.items.Add(new ReceiptItem(claim.Id, claim.Month, paid, claim.Number));
        }

        foreach (var (index, deduction) in entered.Index())
        {
            deduction.Claim.Deduct(deduction.Amount);
            receipt.deductions.Add(
                new ReceiptDeduction(
                    index + 1,
                    deduction.Claim.Id,
                    deduction.Claim.Month,
                    deduction.Amount,
                    deduction.Reason.Trim(),
                    deduction.Document.Trim(),
                    deduction.Claim.Number
                )
            );
        }

        return receipt;
    }

    /// <summary>Takes back from the claim months what it paid and what was kept back.</summary>
    /// <param name="claims">Every claim month it names.</param>
    /// <param name="lastPaid">When each was last paid by another receipt; a month that is missing was not.</param>
    public void TakeBack(IReadOnlyList<ClaimMonth> claims, IReadOnlyDictionary<Guid, DateOnly> lastPaid)
    {
        foreach (var claim in claims)
        {
            claim.TakeBack(
                items.Where(item => item.ClaimMonthId == claim.Id).Sum(item => item.Amount),
                deductions.Where(deduction => deduction.ClaimMonthId == claim.Id).Sum(deduction => deduction.Amount),
                lastPaid.TryGetValue(claim.Id, out var last) ? last : null
            );
        }
    }

    private static IEnumerable<string> Problems(
        IReadOnlyList<DeductionEntry> entered,
        IReadOnlyList<(ClaimMonth Claim, Rupiah Amount)> payments
    )
    {
        foreach (var deduction in entered)
        {
            var month = deduction.Claim.Name;
            string?[] problems =
            [
                deduction.Amount <= Rupiah.Zero ? $"Potongan atas klaim {month} harus lebih dari nol." : null,
                Words.WhyNot(deduction.Reason, $"Alasan potongan atas klaim {month}", ReasonLength),
                Words.WhyNot(deduction.Document, $"Nomor dokumen potongan atas klaim {month}", ReferenceLength),
            ];
            foreach (var problem in problems.OfType<string>())
            {
                yield return problem;
            }
        }

        foreach (var month in entered.GroupBy(deduction => deduction.Claim))
        {
            var claim = month.Key;
            var now = payments.Where(payment => payment.Claim == claim).Sum(payment => payment.Amount);
            var paid = claim.Paid - claim.Deducted + now;
            if (month.Sum(deduction => deduction.Amount) is var kept && kept > paid)
            {
                yield return $"Potongan {kept} atas klaim {claim.Name} melebihi yang sudah dibayar untuk bulan itu, {paid}.";
            }
        }
    }
}
