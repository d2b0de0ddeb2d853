using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Personnel;

namespace KerjaBhakti.Wakatobi.Tests.Fees;

public class StaffReceivableTests
{
    private static readonly Person By = new("k", "Keuangan");
    private static readonly DateOnly On = new(2024, 5, 2);

    [Fact]
    public void APaidDistributionThatIsCancelled_IsOwedByEachOfTheStaff()
    {
        var owed = StaffReceivable.Of(Paid("1", "A,B,C", 1000), On);

        Assert.Equal(["A Rp334", "B Rp333", "C Rp333"], owed.Select(item => $"{item.StaffId} {item.Left}"));
    }

    [Fact]
    public void ALaterDistribution_KeepsBackWhatItsStaffOwe_TheOldestFirst()
    {
        var older = StaffReceivable.Of(Paid("1", "A,B", 200), On);
        var newer = StaffReceivable.Of(Paid("2", "A", 50), On.AddDays(1));
        var next = Paid("3", "A,C", 240, [.. newer, .. older]);

        // A gets Rp120: Rp100 for the older one, Rp20 of the newer; B gets nothing now and still owes it all.
        Assert.Equal((120, 120), (next.Kept.Amount, next.PaidOut.Amount));
        Assert.Equal((0, 100, 30), (older[0].Left.Amount, older[1].Left.Amount, newer[0].Left.Amount));
        Assert.Equal(
            (SettlementKind.Deduction, "3", (Guid?)next.Id),
            (newer[0].Settlements[0].Kind, newer[0].Settlements[0].Document, newer[0].Settlements[0].DistributionId)
        );
    }

    [Fact]
    public void WhatIsKeptBack_IsForEachTheSmallerOfWhatIsOwedAndWhatIsPaid()
    {
        var owed = StaffReceivable.OwedBy([
            .. StaffReceivable.Of(Paid("1", "A,B", 200), On),
            .. StaffReceivable.Of(Paid("2", "A", 20), On),
        ]);

        Assert.Equal((120, 100), (owed["A"].Amount, owed["B"].Amount));
        Assert.Equal(
            [(0, 110), (10, 100), (110, 0)],
            PayrollOf(Calculation("3", "A,B,C", 330), Guid.Empty, owed).Recipients.Select(item => (item.Net.Amount, item.Kept.Amount))
        );
    }

    [Fact]
    public void APayment_ThatWouldKeepBackMoreThanIsOwedByNow_IsRefused()
    {
        var owed = StaffReceivable.Of(Paid("1", "A", 100), On);
        var next = Prepared("2", "A", 500, owed, out var kept);
        owed[0].Repay(On, new Rupiah(40), "STS-1");

        Refused.With(
            "Piutang pegawai A sudah berkurang sejak pembagian ini disiapkan: potongannya Rp100, sisa piutangnya Rp60. "
                + "Batalkan pembagian ini dan siapkan lagi.",
            () => next.Pay(On, owed, kept)
        );
    }

    [Fact]
    public void WhatTheTaxOfficeGot_IsNotAskedBackOfTheStaff()
    {
        var owed = StaffReceivable.Of(Paid("1", "A,B", 200), On, new Dictionary<string, Rupiah> { ["A"] = new(5) });

        Assert.Equal(["A Rp95", "B Rp100"], owed.Select(item => $"{item.StaffId} {item.Left}"));
    }

    [Fact]
    public void ARepayment_SettlesNoMoreThanIsOwedAndNeedsADocument()
    {
        var owed = StaffReceivable.Of(Paid("1", "A", 100), On)[0];
        Assert.Equal(
            [
                "Pengembalian Rp101 melebihi piutang Pegawai A (A) yang tersisa, Rp100.",
                "Tanggal pengembalian 1 Mei 2024 mendahului pembatalan tanggal 2 Mei 2024.",
                "Nomor bukti pengembalian harus diisi, paling panjang 100 huruf.",
            ],
            Assert.Throws<FundRefusedException>(() => owed.Repay(On.AddDays(-1), new Rupiah(101), " ")).Problems
        );

        owed.Repay(On, new Rupiah(40), " STS-1 ");
        Assert.Equal((60, 40, "STS-1"), (owed.Left.Amount, owed.Settled.Amount, owed.Settlements[0].Document));
    }

    [Fact]
    public void ADistributionOfAClosedYear_IsNotCancelled()
    {
        var paid = Paid("445/1", "A", 100);

        Assert.Null(paid.WhyNotCancel(closed: false));
        Assert.Contains("tahun 2024 sudah ditutup", paid.WhyNotCancel(closed: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_MovesNoBankMoney_AndWhatComesBackLowersTheExpense()
    {
        var chart = new ChartOfAccounts(Regulation9Of2024.Categories);
        var year = new FiscalYear(2024);
        var balance = TrialBalance.Of([
            Post(Postings.FeesApproved(new Rupiah(1000))),
            Post(Postings.FeesPaid(new Rupiah(1000))),
            Post(Postings.FeesCancelled(new Rupiah(1000))),
            Post(Postings.FeesRepaid(new Rupiah(300))),
            Post(Postings.FeesApproved(new Rupiah(900))),
            Post(Postings.FeesPaid(new Rupiah(900), kept: new Rupiah(600))),
        ]);

        // Out went Rp1.000, then Rp300; back came Rp300. Rp100 are still owed.
        Assert.Equal((-1000, 1000), (balance[ChartOfAccounts.Bank].Amount, balance[ChartOfAccounts.FeeExpense].Amount));
        Assert.Equal((100, -100), (balance[ChartOfAccounts.StaffReceivable].Amount, balance[ChartOfAccounts.FeesToReturn].Amount));
        Assert.Equal((0, 0), (balance[ChartOfAccounts.FeesPayable].Amount, balance[ChartOfAccounts.ApprovedFees].Amount));

        JournalEntry Post(IEnumerable<JournalLine> lines) =>
            JournalEntry.Post(year, chart, On, "Contoh", new EntrySource(nameof(FeeDistribution), Guid.Empty), lines);
    }

    private static FeeDistribution Paid(string decree, string staff, long pool, IReadOnlyList<StaffReceivable>? owed = null)
    {
        var distribution = Prepared(decree, staff, pool, owed ?? [], out var kept);
        distribution.Pay(On, owed, kept);
        return distribution;
    }

    private static FeeDistribution Prepared(
        string decree,
        string staff,
        long pool,
        IReadOnlyList<StaffReceivable> owed,
        out IReadOnlyDictionary<string, Rupiah> kept
    )
    {
        var calculation = Calculation(decree, staff, pool);
        var distribution = FeeDistribution.Prepare(calculation, new Rupiah(pool), By);
        var payroll = PayrollOf(calculation, distribution.Id, StaffReceivable.OwedBy(owed));
        distribution.Take(payroll);
        distribution.Approve(By, decree, On, DateTimeOffset.UnixEpoch);
        kept = payroll
            .Recipients.Where(recipient => recipient.Kept > Rupiah.Zero)
            .ToDictionary(recipient => recipient.StaffId, recipient => recipient.Kept, StringComparer.Ordinal);
        return distribution;
    }

    private static FeeCalculation Calculation(string decree, string staff, long pool) =>
        FeeCalculation.Of(
            new Rupiah(pool),
            new FeeDecree(decree, [new FeeComponent("MERATA", Percent.Parse("100"), FeeMethod.Equal)]),
            [.. staff.Split(',').Select(id => Staff.In("MERATA", id))]
        );

    private static FeePayroll PayrollOf(FeeCalculation calculation, Guid distribution, IReadOnlyDictionary<string, Rupiah> owed) =>
        FeePayroll.Of(distribution, calculation, [new FiscalMonth(2024, 4)], On, new StaffRegister([]), new DeductionRules([]), owed);
}
