using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Allocations;

/// <summary>What a share of a rule got of a receipt.</summary>
/// <param name="Code">The share's code.</param>
/// <param name="Name">What the legal text calls it.</param>
/// <param name="Article">Where the legal text says so.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Share">The share.</param>
/// <param name="Amount">What it got.</param>
public sealed record AllocatedAmount(string Code, string Name, string Article, FundPurpose Purpose, Percent Share, Rupiah Amount);

/// <summary>
/// A receipt shared by the rule in force on its date (pasal 5(2)). It is never changed: it keeps the law and the shares as they were,
/// whatever becomes of the rule.
/// </summary>
public sealed class Allocation
{
    private readonly List<AllocatedAmount> amounts = [];

    private Allocation() { }

    private Allocation(Receipt receipt, AllocationRule rule, DateTimeOffset at)
    {
        ReceiptId = receipt.Id;
        (ReceivedOn, On) = (receipt.ReceivedOn, receipt.ReceivedOn);
        Received = receipt.Amount;
        RuleId = rule.Id;
        LegalBasis = rule.LegalBasis;
        At = at;

        // What is paid back to BPJS is taken from the shares as it would have been given to them.
        var parts = LargestRemainder.SplitSigned(
            receipt.Amount,
            [.. rule.Shares.Select(share => new Weight(share.Code, share.Share.Share))]
        );
        amounts.AddRange(
            rule.Shares.Zip(parts, (share, part) =>
                new AllocatedAmount(share.Code, share.Name, share.Article, share.Purpose, share.Share, part.Amount)
            )
        );
    }

    private Allocation(Allocation reversed, DateOnly on, DateTimeOffset at)
    {
        ReceiptId = reversed.ReceiptId;
        (ReceivedOn, On) = (reversed.ReceivedOn, on);
        Received = -reversed.Received;
        RuleId = reversed.RuleId;
        LegalBasis = reversed.LegalBasis;
        IsReversal = true;
        At = at;
        amounts.AddRange(reversed.amounts.Select(amount => amount with { Amount = -amount.Amount }));
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The receipt; each has one allocation, and one that takes it back where the receipt was wrong.</summary>
    public Guid ReceiptId { get; private set; }

    /// <summary>When the receipt arrived, which decides the rule and the plan.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>The day it counts from: that of the receipt, or that of its reversal.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Whether it takes back the allocation of a wrong receipt; its amounts are those with the other sign.</summary>
    public bool IsReversal { get; private set; }

    /// <summary>What was received.</summary>
    public Rupiah Received { get; private set; }

    /// <summary>The rule.</summary>
    public Guid RuleId { get; private set; }

    /// <summary>The rule's regulation, as it is cited.</summary>
    public string LegalBasis { get; private set; } = string.Empty;

    /// <summary>When it was made.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The amounts in the order of the rule; they sum to <see cref="Received"/>.</summary>
    public IReadOnlyList<AllocatedAmount> Amounts => amounts;

    /// <summary>The law and the arithmetic in words, to the last rupiah.</summary>
    public string Explanation
    {
        get
        {
            var sentences = amounts.Select(amount =>
            {
                var exact = amount.Share.Share * new Fraction(Received.Amount, 1);
                var rounded = exact.Denominator.IsOne ? string.Empty : $", dibulatkan menjadi {amount.Amount}";
                return $"{amount.Name} ({amount.Article}) {amount.Share.ToIndonesian()} = Rp{Decimals.Write(exact)}{rounded}";
            });
            if (IsReversal)
            {
                return $"Pembagian penerimaan {-Received} tanggal {ReceivedOn.ToIndonesian()} ditarik kembali pada {On.ToIndonesian()}, bagian demi bagian.";
            }

            return $"Penerimaan {Received} tanggal {ReceivedOn.ToIndonesian()} dibagi menurut {LegalBasis}: {string.Join("; ", sentences)}. "
                + $"Jumlahnya tepat {Received}.";
        }
    }

    /// <summary>Shares a receipt.</summary>
    /// <exception cref="FundRefusedException">No rule is in force on its date; says why.</exception>
    public static Allocation Of(Receipt receipt, AllocationRules rules, DateTimeOffset at) =>
        new(receipt, rules.InForceOn(receipt.ReceivedOn), at);

    /// <summary>Takes an allocation back, rupiah by rupiah, from a day on.</summary>
    public static Allocation ReversalOf(Allocation allocation, DateOnly on, DateTimeOffset at) => new(allocation, on, at);

    /// <summary>What all shares of a purpose got.</summary>
    public Rupiah For(FundPurpose purpose) => amounts.Where(amount => amount.Purpose == purpose).Sum(amount => amount.Amount);
}
