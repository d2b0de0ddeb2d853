using FsCheck.Fluent;
using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Spending;
using KerjaBhakti.Wakatobi.Tests.Claims;
using KerjaBhakti.Wakatobi.Tests.Money;

namespace KerjaBhakti.Wakatobi.Tests.Spending;

public class SpendingPlanTests
{
    private static readonly AllocationRules Rules = new([Regulation9Of2024.AllocationRule()]);

    [Fact]
    public void TheCategories_AreThoseOfPasal6WithOperationsAToG() =>
        Assert.Equal(
            "OBAT BMHP ALKES SARPRAS OPS_A OPS_B OPS_C OPS_D OPS_E OPS_F OPS_G",
            string.Join(' ', Regulation9Of2024.Categories.Select(category => category.Code))
        );

    [Theory]
    [InlineData("OBAT 60,ALKES 39.99", "Bagian jenis belanja berjumlah 99,99 %, padahal harus tepat 100 %.")]
    [InlineData("OBAT 50,OBAT 50", "Obat-obatan ada 2 kali.")]
    [InlineData("OBAT 50,KOPI 50", "Jenis belanja 'KOPI' tidak dikenal.")]
    public void APlan_ThatCannotBe_IsRefused(string shares, string problem) =>
        Refused.With(problem, () => Plan("Keputusan 1", "2024-03-25", null, shares));

    [Fact]
    public void APlan_WithoutABasis_IsRefused() =>
        Refused.With("Dasar rencana harus diisi, paling panjang 300 huruf.", () => Plan(" ", "2024-03-25"));

    [Fact]
    public void Plans_WithAGap_AreRefused() =>
        Refused.With(
            "Antara 30 Juni 2024 dan 2 Juli 2024 tidak ada yang berlaku: Keputusan 1 sudah berakhir dan Keputusan 2 belum mulai.",
            () => new SpendingPlans([Plan("Keputusan 1", "2024-03-25", "2024-06-30"), Plan("Keputusan 2", "2024-07-02")])
        );

    [Fact]
    public void InForceOn_ADateWithoutAPlan_IsRefused() =>
        Refused.With("Belum ada rencana belanja yang berlaku pada 24 Maret 2024; masukkan rencana itu lebih dahulu.", () =>
            new SpendingPlans([Plan("Keputusan 1", "2024-03-25")]).InForceOn(new DateOnly(2024, 3, 24))
        );

    [Fact]
    public void EndOn_ADay_IsFollowedByAnotherPlanOnTheNext()
    {
        var (first, second) = (Plan("Keputusan 1", "2024-03-25"), Plan("Keputusan 2", "2024-07-01"));
        Refused.With("Keputusan 1 tidak dapat berakhir 24 Maret 2024, sebelum mulai berlaku 25 Maret 2024.", () =>
            first.EndOn(new DateOnly(2024, 3, 24))
        );
        first.EndOn(new DateOnly(2024, 6, 30));

        Assert.Same(second, new SpendingPlans([second, first]).InForceOn(new DateOnly(2024, 7, 1)));
        Refused.With("Keputusan 1 sudah berakhir 30 Juni 2024.", () => first.EndOn(new DateOnly(2024, 6, 30)));
    }

    [Fact]
    public void Budget_OfAYearWhosePlanChanges_SplitsEachReceiptByThePlanOfItsDate()
    {
        var plans = new SpendingPlans([
            Plan("Keputusan 1", "2024-03-25", "2024-06-30", "OBAT 70,OPS_A 30"),
            Plan("Keputusan 2", "2024-07-01", null, "OBAT 20,ALKES 80"),
        ]);

        var budgets = SpendingBudget.Of(
            [Allocate(2000, new DateOnly(2024, 6, 30)), Allocate(200, new DateOnly(2024, 7, 1))],
            plans,
            [("OBAT", new Rupiah(100)), ("OBAT", new Rupiah(50)), ("OPS_B", new Rupiah(5))]
        );

        Assert.Equal(
            ["ALKES Rp80 Rp0 Rp80", "OBAT Rp720 Rp150 Rp570", "OPS_A Rp300 Rp0 Rp300", "OPS_B Rp0 Rp5 -Rp5"],
            budgets.Select(budget => $"{budget.Category} {budget.Ceiling} {budget.Spent} {budget.Left}")
        );
    }

    [Fact]
    public void Budget_OfAnyReceipts_IsTheirSecondHalf() =>
        Property.HoldsForLists(
            from amount in Amounts.UpTo(1_000_000_000)
            from day in Gen.Choose(0, 200)
            select Allocate(amount.Amount + 1, Regulation9Of2024.EffectiveFrom.AddDays(day)),
            allocations =>
                Assert.Equal(
                    allocations.Sum(allocation => allocation.For(FundPurpose.Spending)),
                    SpendingBudget
                        .Of(
                            allocations,
                            new SpendingPlans([Plan("Keputusan 1", "2024-03-25", null, "OBAT 33.33,ALKES 33.33,OPS_G 33.34")]),
                            []
                        )
                        .Sum(budget => budget.Ceiling)
                ),
            tests: 50
        );

    internal static SpendingPlan Plan(string basis, string from, string? to = null, string shares = "OBAT 100") =>
        new(
            basis,
            DateOnly.ParseExact(from, "yyyy-MM-dd"),
            to is null ? null : DateOnly.ParseExact(to, "yyyy-MM-dd"),
            [.. shares.Split(',').Select(share => share.Split(' ')).Select(share => new SpendingShare(share[0], Percent.Parse(share[1])))],
            Regulation9Of2024.Categories
        );

    private static Allocation Allocate(long amount, DateOnly on) =>
        Allocation.Of(Claim.Receipt(new Rupiah(amount), on), Rules, DateTimeOffset.UnixEpoch);
}
