using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Claims;

/// <summary>What a receipt pays of a claim month.</summary>
/// <param name="ClaimMonthId">The claim month.</param>
/// <param name="Month">Its month.</param>
/// <param name="Amount">What is paid of it.</param>
public sealed record ReceiptItem(Guid ClaimMonthId, FiscalMonth Month, Rupiah Amount);

/// <summary>A payment of BPJS that arrived in the hospital's account, and which claim months it pays. It is never changed.</summary>
public sealed class Receipt
{
    /// <summary>The longest reference, in characters.</summary>
    public const int ReferenceLength = 100;

    private readonly List<ReceiptItem> items = [];

    private Receipt()
    {
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>When it arrived. The allocation rule in force on this day applies.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>What arrived.</summary>
    public Rupiah Amount { get; private set; }

    /// <summary>The bank's reference.</summary>
    public string Reference { get; private set; } = string.Empty;

    /// <summary>What it pays; the items sum to <see cref="Amount"/>.</summary>
    public IReadOnlyList<ReceiptItem> Items => items;

    /// <summary>Takes a payment and pays the claim months with it, all of them or none.</summary>
    /// <param name="receivedOn">When it arrived.</param>
    /// <param name="amount">What arrived, by the bank.</param>
    /// <param name="reference">The bank's reference.</param>
    /// <param name="payments">The claim months and what is paid of each; they sum to the amount.</param>
    /// <exception cref="FundRefusedException">A claim month is paid twice or more than is owed, or the sum is another; says all of it, and pays nothing.</exception>
    public static Receipt Take(DateOnly receivedOn, Rupiah amount, string reference, IReadOnlyList<(ClaimMonth Claim, Rupiah Amount)> payments)
    {
        var problems = payments.Select(payment => payment.Claim.WhyNotPay(payment.Amount, receivedOn)).OfType<string>().ToList();
        if (reference.Trim().Length is 0 or > ReferenceLength)
        {
            problems.Add($"Nomor referensi bank harus diisi, paling panjang {ReferenceLength} huruf.");
        }

        if (payments.DistinctBy(payment => payment.Claim.Id).Count() != payments.Count)
        {
            problems.Add("Satu bulan klaim hanya boleh disebut satu kali dalam satu penerimaan.");
        }

        var sum = payments.Sum(payment => payment.Amount);
        if (amount <= Rupiah.Zero || sum != amount)
        {
            problems.Add(amount <= Rupiah.Zero ? "Penerimaan harus lebih dari nol." : $"Rincian berjumlah {sum}, padahal yang diterima {amount}.");
        }

        FundRefusedException.ThrowIfAny(problems);
        var receipt = new Receipt { ReceivedOn = receivedOn, Amount = amount, Reference = reference.Trim() };
        foreach (var (claim, paid) in payments)
        {
            claim.Pay(paid, receivedOn);
            receipt.items.Add(new ReceiptItem(claim.Id, claim.Month, paid));
        }

        return receipt;
    }
}
