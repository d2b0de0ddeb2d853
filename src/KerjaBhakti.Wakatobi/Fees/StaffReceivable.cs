using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Fees;

/// <summary>How somebody gave back what a cancelled distribution had paid.</summary>
public enum SettlementKind
{
    /// <summary>Money that came back to the hospital's account.</summary>
    Repayment,

    /// <summary>It was kept back from a later distribution.</summary>
    Deduction,
}

/// <summary>What of a receivable was given back. It is never changed.</summary>
/// <param name="Number">Its place among those of the receivable, from 1.</param>
/// <param name="On">The day.</param>
/// <param name="Amount">How much, more than nothing.</param>
/// <param name="Kind">How.</param>
/// <param name="Document">The bank's reference, or the decree of the distribution it was kept back from.</param>
/// <param name="DistributionId">The distribution it was kept back from; null for a repayment.</param>
public sealed record ReceivableSettlement(
    int Number,
    DateOnly On,
    Rupiah Amount,
    SettlementKind Kind,
    string Document,
    Guid? DistributionId
);

/// <summary>
/// What a person has to give back because a distribution was cancelled after it had been paid. Cancelling moves no money at the bank: this
/// does, once it is repaid; or the next distribution pays that much less.
/// </summary>
public sealed class StaffReceivable
{
    /// <summary>The longest document number, in characters.</summary>
    public const int DocumentLength = 100;

    private readonly List<ReceivableSettlement> settlements = [];

    private StaffReceivable() { }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The cancelled distribution.</summary>
    public Guid DistributionId { get; private set; }

    /// <summary>The number of its decree.</summary>
    public string DecreeNumber { get; private set; } = string.Empty;

    /// <summary>The day it was cancelled.</summary>
    public DateOnly Since { get; private set; }

    /// <summary>Who owes it.</summary>
    public string StaffId { get; private set; } = string.Empty;

    /// <summary>The name then.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>What the person had got of the cancelled distribution, in all components.</summary>
    public Rupiah Amount { get; private set; }

    /// <summary>What was given back.</summary>
    public Rupiah Settled { get; private set; }

    /// <summary>How often it was changed. Two writers who read the same revision cannot both save.</summary>
    public int Revision { get; private set; }

    /// <summary>What was given back, in order.</summary>
    public IReadOnlyList<ReceivableSettlement> Settlements => [.. settlements.OrderBy(settlement => settlement.Number)];

    /// <summary>What is still owed.</summary>
    public Rupiah Left => Amount - Settled;

    /// <summary>What each person has to give back of a distribution that was paid and is cancelled, by staff number.</summary>
    /// <param name="cancelled">The distribution.</param>
    /// <param name="on">The day it is cancelled.</param>
    /// <param name="deducted">What of it the tax office and others got of each, by staff number: it is asked back there.</param>
    public static IReadOnlyList<StaffReceivable> Of(
        FeeDistribution cancelled,
        DateOnly on,
        IReadOnlyDictionary<string, Rupiah>? deducted = null
    ) =>
        [
            .. cancelled
                .Payments.GroupBy(payment => payment.StaffId, StringComparer.Ordinal)
                .OrderBy(person => person.Key, StringComparer.Ordinal)
                .Select(person => new StaffReceivable
                {
                    DistributionId = cancelled.Id,
                    DecreeNumber = cancelled.DecreeNumber,
                    Since = on,
                    StaffId = person.Key,
                    Name = person.First().Name,
                    Amount = person.Sum(payment => payment.Amount) - (deducted?.GetValueOrDefault(person.Key) ?? Rupiah.Zero),
                })
                .Where(receivable => receivable.Amount > Rupiah.Zero),
        ];

    /// <summary>What each person still owes, by staff number.</summary>
    public static IReadOnlyDictionary<string, Rupiah> OwedBy(IEnumerable<StaffReceivable> receivables) =>
        receivables
            .GroupBy(receivable => receivable.StaffId, StringComparer.Ordinal)
            .ToDictionary(person => person.Key, person => person.Sum(receivable => receivable.Left), StringComparer.Ordinal);

    /// <summary>Settles what a payment keeps back, of each person the oldest first.</summary>
    /// <param name="receivables">Everything that is owed.</param>
    /// <param name="paying">The distribution that is paid.</param>
    /// <param name="kept">What it keeps back of each, by staff number, as it was prepared.</param>
    /// <param name="on">The day it is paid.</param>
    /// <returns>What was kept back in all.</returns>
    /// <exception cref="FundRefusedException">Somebody owes less by now than would be kept back; says who.</exception>
    public static Rupiah Deduct(
        IEnumerable<StaffReceivable> receivables,
        FeeDistribution paying,
        IReadOnlyDictionary<string, Rupiah> kept,
        DateOnly on
    )
    {
        var owed = receivables.ToLookup(receivable => receivable.StaffId, StringComparer.Ordinal);
        FundRefusedException.ThrowIfAny([
            .. kept.Where(person => person.Value > owed[person.Key].Sum(receivable => receivable.Left))
                .Select(person =>
                    $"Piutang pegawai {person.Key} sudah berkurang sejak pembagian ini disiapkan: potongannya {person.Value}, sisa piutangnya "
                    + $"{owed[person.Key].Sum(receivable => receivable.Left)}. Batalkan pembagian ini dan siapkan lagi."
                ),
        ]);
        foreach (var (staff, amount) in kept)
        {
            var left = amount;
            foreach (var receivable in owed[staff].OrderBy(receivable => receivable.Since).ThenBy(receivable => receivable.Id))
            {
                var part = left < receivable.Left ? left : receivable.Left;
                if (part > Rupiah.Zero)
                {
                    receivable.Settle(on, part, SettlementKind.Deduction, paying.DecreeNumber, paying.Id);
                    left -= part;
                }
            }
        }

        return kept.Values.Sum();
    }

    /// <summary>Records that money came back.</summary>
    /// <param name="on">The day, not before it was owed.</param>
    /// <param name="amount">How much, at most what is left.</param>
    /// <param name="document">The bank's reference.</param>
    /// <exception cref="FundRefusedException">It is nothing or more than is owed, too early, or without a document; says all of
    /// it.</exception>
    public void Repay(DateOnly on, Rupiah amount, string document)
    {
        var problems = new List<string>();
        if (amount <= Rupiah.Zero || amount > Left)
        {
            problems.Add(
                amount <= Rupiah.Zero
                    ? "Pengembalian harus lebih dari nol."
                    : $"Pengembalian {amount} melebihi piutang {Name} ({StaffId}) yang tersisa, {Left}."
            );
        }

        if (on < Since)
        {
            problems.Add($"Tanggal pengembalian {on.ToIndonesian()} mendahului pembatalan tanggal {Since.ToIndonesian()}.");
        }

        if (Words.WhyNot(document, "Nomor bukti pengembalian", DocumentLength) is { } missing)
        {
            problems.Add(missing);
        }

        FundRefusedException.ThrowIfAny(problems);
        Settle(on, amount, SettlementKind.Repayment, document.Trim(), distribution: null);
    }

    private void Settle(DateOnly on, Rupiah amount, SettlementKind kind, string document, Guid? distribution)
    {
        settlements.Add(new ReceivableSettlement(settlements.Count + 1, on, amount, kind, document, distribution));
        Settled += amount;
        Revision++;
    }
}
