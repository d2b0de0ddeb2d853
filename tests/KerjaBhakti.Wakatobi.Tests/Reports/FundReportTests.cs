using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Reports;
using KerjaBhakti.Wakatobi.Spending;
using KerjaBhakti.Wakatobi.Tests.Claims;

namespace KerjaBhakti.Wakatobi.Tests.Reports;

public class FundReportTests
{
    private static readonly ReportPeriod ToJuly = new(new FiscalMonth(2024, 1), new FiscalMonth(2024, 7));
    private static readonly ReportPeriod FromJune = new(new FiscalMonth(2024, 6), new FiscalMonth(2024, 7));

    [Fact]
    public void Activity_OfAPeriod_SumsItsMonthsAndItsServicesToTheSame()
    {
        var march = Claim.File(
            new ClaimFiling("ICU", 2, new Rupiah(700)),
            new ClaimFiling("RAWAT_JALAN", 3, new Rupiah(300)),
            new ClaimFiling("PENUNJANG", 0, default)
        );
        march.DeclareComplete(Claim.FiledOn, "BA/1");
        march.Verify(
            Claim.FiledOn,
            [
                new ClaimVerdict("ICU", new Rupiah(400), new Rupiah(200), new Rupiah(70), new Rupiah(30)),
                new ClaimVerdict("RAWAT_JALAN", new Rupiah(300), default, default, default),
                new ClaimVerdict("PENUNJANG", default, default, default, default),
            ]
        );
        var april = Claim.Verified(new Rupiah(50), new DateOnly(2024, 5, 2), new FiscalMonth(2024, 4));
        var other = Claim.Verified(new Rupiah(9), new DateOnly(2023, 5, 2), new FiscalMonth(2023, 4));
        Receipt.Take(new DateOnly(2024, 5, 3), new Rupiah(700), "TRX", [(march, new Rupiah(700))]);

        var report = new ActivityReport(ToJuly, [april, other, march], Regulation9Of2024.Services);

        Assert.Equal(
            new ActivityFigures(6, new Rupiah(1050), new Rupiah(750), new Rupiah(200), new Rupiah(70), new Rupiah(30)),
            report.Total
        );
        Assert.Equal(
            ["Maret 2024 Rp1.000 Rp700", "April 2024 Rp50 Rp0"],
            report.Months.Select(month => $"{month.Claim.ToIndonesian()} {month.Figures.Filed} {month.Paid}")
        );
        Assert.Equal(
            ["RAWAT_JALAN 3", "RAWAT_INAP 1", "ICU 2"],
            report.Services.Select(service => $"{service.Service.Code} {service.Figures.Cases}")
        );
        Assert.Equal(report.Total.Filed, report.Services.Sum(service => service.Figures.Filed));
    }

    [Fact]
    public void FundUse_OfAPartOfAYear_KeepsTheLimitsAndTheSpendingOfTheMonthsBefore()
    {
        var report = Use(
            FromJune,
            new AccountMovement(ChartOfAccounts.OfCategory("OBAT"), false, default, new Rupiah(100), new Rupiah(50)),
            new AccountMovement(ChartOfAccounts.OfCategory("OBAT"), true, default, default, new Rupiah(7))
        );

        var medicines = report.Categories.Single(use => use.Category.Code == "OBAT");
        Assert.Equal((300, 150, 150), (medicines.Ceiling.Amount, medicines.Spent.Amount, medicines.Left.Amount));
        Assert.Equal(500, medicines.UsedPerMille);
        Assert.Equal("60 %", medicines.Share!.Value.ToIndonesian());
        Assert.Equal((50, 150), (report.SpentWithin.Amount, report.Spent.Amount));
        Assert.Equal(["OBAT Rp7"], report.FromSilpa.Select(item => $"{item.Category.Code} {item.Within}"));
        Assert.Empty(report.Shares);
    }

    [Fact]
    public void FundUse_Fees_AreApprovedPaidOwedAndLeft()
    {
        var report = Use(
            FromJune,
            new AccountMovement(ChartOfAccounts.ApprovedFees, false, default, new Rupiah(200), new Rupiah(-80)),
            new AccountMovement(ChartOfAccounts.FeeExpense, false, new Rupiah(5), default, new Rupiah(130))
        );

        Assert.Equal((500, 0), (report.FeesAllocated.Before.Amount, report.FeesAllocated.Within.Amount));
        Assert.Equal((205, 50), (report.FeesApproved.Before.Amount, report.FeesApproved.Within.Amount));
        Assert.Equal((5, 130), (report.FeesPaid.Before.Amount, report.FeesPaid.Within.Amount));
        Assert.Equal((245, 120), (report.FeesLeft.Amount, report.FeesOwed.Amount));
    }

    [Fact]
    public void FundUse_AReceiptWithoutAPlan_SaysSoAndShowsTheRest()
    {
        var report = new FundUseReport(ToJuly, new BookMovements([]), [Received()], [], Regulation9Of2024.Categories);

        Assert.Contains("Belum ada rencana belanja", report.PlanProblem!, StringComparison.Ordinal);
        Assert.Equal(1000, report.Shares.Sum(share => share.Amount).Amount);
    }

    [Theory]
    [InlineData(999, 1000, 999)]
    [InlineData(9999, 10000, 999)]
    [InlineData(10000, 10000, 1000)]
    [InlineData(1, 0, null)]
    public void PerMille_IsRoundedDown_SoThatAHundredPercentIsAllOfIt(long part, long whole, int? expected) =>
        Assert.Equal(expected, CategoryUse.PerMille(new Rupiah(part), new Rupiah(whole)));

    [Fact]
    public void Silpa_IsOpeningAndReceiptsWithoutSpending_AsTheBankHolds()
    {
        var report = new SilpaReport(
            ToJuly,
            new BookMovements([
                new AccountMovement(ChartOfAccounts.Silpa, false, new Rupiah(-40), default, default),
                new AccountMovement(ChartOfAccounts.ClaimIncome, false, new Rupiah(-900), default, new Rupiah(-1000)),
                new AccountMovement(ChartOfAccounts.FeeExpense, false, default, default, new Rupiah(300)),
                new AccountMovement(ChartOfAccounts.OfCategory("OBAT"), false, default, default, new Rupiah(100)),
                new AccountMovement(ChartOfAccounts.OfCategory("OBAT"), true, default, default, new Rupiah(25)),
                new AccountMovement(ChartOfAccounts.Bank, false, new Rupiah(40), default, new Rupiah(575)),
            ]),
            Regulation9Of2024.Categories,
            new Rupiah(200),
            [],
            []
        );

        Assert.Equal((200, 415), (report.Computation.Bound.Amount, report.Computation.Free.Amount));
        Assert.Equal(
            (40, 1000, 425, 615),
            (
                report.Computation.Opening.Amount,
                report.Computation.Receipts.Amount,
                report.Computation.Spending.Amount,
                report.Computation.Amount.Amount
            )
        );
        Assert.Equal(report.Computation.Amount, report.Bank);
        Assert.Equal(["OBAT Rp125"], report.Categories.Select(payment => $"{payment.Category.Code} {payment.Amount}"));
    }

    [Theory]
    [InlineData(0, "nol rupiah")]
    [InlineData(11, "sebelas rupiah")]
    [InlineData(1_119, "seribu seratus sembilan belas rupiah")]
    [InlineData(1_000_000, "satu juta rupiah")]
    [InlineData(2_001_210, "dua juta seribu dua ratus sepuluh rupiah")]
    [InlineData(-71_000, "minus tujuh puluh satu ribu rupiah")]
    [InlineData(Rupiah.Most, "sembilan ribu triliun rupiah")]
    public void InWords_OfAnAmount_IsHowItIsRead(long amount, string words) => Assert.Equal(words, new Rupiah(amount).InWords());

    private static Allocation Received() =>
        Allocation.Of(
            Claim.Receipt(new Rupiah(1000), new DateOnly(2024, 5, 2)),
            new AllocationRules([Regulation9Of2024.AllocationRule()]),
            DateTimeOffset.UnixEpoch
        );

    private static FundUseReport Use(ReportPeriod period, params AccountMovement[] movements) =>
        new(
            period,
            new BookMovements(movements),
            [Received()],
            [
                new SpendingPlan(
                    "Keputusan 1",
                    new DateOnly(2024, 3, 25),
                    null,
                    [new SpendingShare("OBAT", Percent.Parse("60")), new SpendingShare("BMHP", Percent.Parse("40"))],
                    Regulation9Of2024.Categories
                ),
            ],
            Regulation9Of2024.Categories
        );
}
