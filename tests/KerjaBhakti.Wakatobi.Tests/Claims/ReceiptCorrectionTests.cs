using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Spending;
using KerjaBhakti.Wakatobi.Tests.Spending;

namespace KerjaBhakti.Wakatobi.Tests.Claims;

/// <summary>What BPJS keeps back, and receipts that were wrong.</summary>
public class ReceiptCorrectionTests
{
    private static readonly DateOnly On = Claim.FiledOn;
    private static readonly Person Finance = new("k", "Keuangan");
    private static readonly Person Director = new("d", "Direktur");
    private static readonly AllocationRules Rules = new([Regulation9Of2024.AllocationRule()]);

    [Fact]
    public void ADeductionAgainstAPaidMonth_LeavesItPaidAndIsTakenFromWhatArrives()
    {
        var (paid, current) = (Month(2, 500), Month(3, 1000));
        Receipt.Take(On, new Rupiah(500), "TRX-1", [(paid, new Rupiah(500))]);

        var receipt = Receipt.Take(
            On.AddDays(3),
            new Rupiah(850),
            "TRX-2",
            [(current, new Rupiah(1000))],
            [new DeductionEntry(paid, new Rupiah(150), " Audit pascaklaim ", "BA-7")]
        );

        Assert.Equal((1000, 150, 850), (receipt.Gross.Amount, receipt.Deducted.Amount, receipt.Amount.Amount));
        Assert.Equal((0, 500, 150), (paid.Owed.Amount, paid.Paid.Amount, paid.Deducted.Amount));
        Assert.Equal(("Audit pascaklaim", new FiscalMonth(2024, 2)), (receipt.Deductions[0].Reason, receipt.Deductions[0].Month));

        // The net is shared.
        var allocation = Allocation.Of(receipt, Rules, DateTimeOffset.UnixEpoch);
        Assert.Equal((425, 425), (allocation.For(FundPurpose.Fees).Amount, allocation.For(FundPurpose.Spending).Amount));
    }

    [Fact]
    public void WhatIsPaidBackToBpjs_IsTakenFromBothHalves()
    {
        var paid = Month(3, 1000);
        Receipt.Take(On, new Rupiah(1000), "TRX-1", [(paid, new Rupiah(1000))]);

        var refund = Receipt.Take(On, new Rupiah(-101), "TRX-2", [], [new DeductionEntry(paid, new Rupiah(101), "Audit", "BA-7")]);
        var allocation = Allocation.Of(refund, Rules, DateTimeOffset.UnixEpoch);

        Assert.Equal((-51, -50), (allocation.For(FundPurpose.Fees).Amount, allocation.For(FundPurpose.Spending).Amount));
    }

    [Fact]
    public void ADeduction_WithoutReasonOrDocument_OrBeyondWhatWasPaid_IsRefusedAndChangesNothing()
    {
        var (current, other) = (Month(3, 1000), Month(2, 500));

        Assert.Equal(
            [
                "Alasan potongan atas klaim Februari 2024 harus diisi, paling panjang 300 huruf.",
                "Nomor dokumen potongan atas klaim Februari 2024 harus diisi, paling panjang 100 huruf.",
                "Potongan Rp1 atas klaim Februari 2024 melebihi yang sudah dibayar untuk bulan itu, Rp0.",
                "Rincian Rp1.000 dikurangi potongan Rp1 berjumlah Rp999, padahal yang diterima Rp1.000.",
            ],
            Assert
                .Throws<FundRefusedException>(() =>
                    Receipt.Take(
                        On,
                        new Rupiah(1000),
                        "TRX",
                        [(current, new Rupiah(1000))],
                        [new DeductionEntry(other, new Rupiah(1), " ", "")]
                    )
                )
                .Problems
        );
        Assert.Equal((0, 0), (current.Paid.Amount, other.Deducted.Amount));
    }

    [Fact]
    public void Books_OfADeduction_TakeTheNetAsIncomeAndExpectNothingMore()
    {
        var year = new FiscalYear(2024);
        var chart = new ChartOfAccounts(Regulation9Of2024.Categories);
        var balance = TrialBalance.Of([
            Post(Postings.Verified(new Rupiah(1000))),
            Post(Postings.Received(new Rupiah(1000), new Rupiah(850))),
        ]);

        Assert.Equal(
            ["1.1 Rp850", "1.2 Rp0", "2.2 Rp0", "4.1 -Rp850"],
            balance.Accounts.Select(account => $"{account.Account} {account.Balance}")
        );

        JournalEntry Post(IEnumerable<JournalLine> lines) =>
            JournalEntry.Post(year, chart, On, "Contoh", new EntrySource(nameof(Receipt), Guid.Empty), lines);
    }

    [Fact]
    public void AReceiptTakenBack_IsOwedAgain_AndItsLastPaymentIsTheOneBefore()
    {
        var claim = Month(3, 1000);
        Receipt.Take(On, new Rupiah(400), "TRX-1", [(claim, new Rupiah(400))]);
        var wrong = Receipt.Take(On.AddDays(9), new Rupiah(600), "TRX-2", [(claim, new Rupiah(600))]);

        wrong.TakeBack([claim], new Dictionary<Guid, DateOnly> { [claim.Id] = On });

        Assert.Equal((600, 400, (DateOnly?)On), (claim.Owed.Amount, claim.Paid.Amount, claim.PaidOn));
    }

    [Fact]
    public void AReversal_TakesBackTheAllocationRupiahByRupiah_AndTheLimitsByThePlanOfTheReceipt()
    {
        SpendingPlans plans = new([
            SpendingPlanTests.Plan("Lama", "2024-03-25", "2024-06-30", "OBAT 33.33,ALKES 66.67"),
            SpendingPlanTests.Plan("Baru", "2024-07-01", null, "OBAT 100"),
        ]);
        var given = Allocation.Of(Claim.Receipt(new Rupiah(1_000_001), On), Rules, DateTimeOffset.UnixEpoch);
        var taken = Allocation.ReversalOf(given, new DateOnly(2024, 8, 5), DateTimeOffset.UnixEpoch);

        Assert.Equal(given.Amounts.Select(amount => -amount.Amount), taken.Amounts.Select(amount => amount.Amount));
        Assert.Equal((given.ReceivedOn, new DateOnly(2024, 8, 5), true), (taken.ReceivedOn, taken.On, taken.IsReversal));
        Assert.All(SpendingBudget.Of([given, taken], plans, []), budget => Assert.Equal(Rupiah.Zero, budget.Ceiling));
        Assert.Contains("ditarik kembali pada 5 Agustus 2024", taken.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void AReversal_IsProposedWithAReasonAndDecidedOnce()
    {
        var receipt = Claim.Receipt(new Rupiah(1000), On);
        Assert.Equal(
            [
                "Tanggal pembatalan 1 April 2024 mendahului penerimaan tanggal 2 April 2024.",
                "Alasan pembatalan harus diisi, paling panjang 500 huruf.",
            ],
            Assert
                .Throws<FundRefusedException>(() =>
                    ReceiptReversal.Propose(receipt, On.AddDays(-1), " ", Finance, DateTimeOffset.UnixEpoch)
                )
                .Problems
        );

        var reversal = ReceiptReversal.Propose(receipt, On, "Salah rekening", Finance, DateTimeOffset.UnixEpoch);
        Refused.With("Alasan harus diisi, paling panjang 500 huruf.", () => reversal.Decline(Director, "", DateTimeOffset.UnixEpoch));
        reversal.Confirm(Director, DateTimeOffset.UnixEpoch);

        Assert.Equal((ReversalStatus.Confirmed, Director), (reversal.Status, reversal.DecidedBy));
        Refused.With("Usulan pembatalan penerimaan ini sudah diputuskan oleh Direktur.", () =>
            reversal.Decline(Director, "Benar", DateTimeOffset.UnixEpoch)
        );
    }

    private static ClaimMonth Month(int month, long amount) => Claim.Verified(new Rupiah(amount), On, new FiscalMonth(2024, month));
}
