using FsCheck;
using FsCheck.Fluent;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Tests.Books;

public class FundCashTests
{
    private static readonly DateOnly May = new(2024, 5, 2);

    [Fact]
    public void APosition_OnAnyEvening_IsTheSumOfItsParts()
    {
        var cash = new FundCash([Opening(100), Received(May, 1000), Spent(May.AddDays(8), 200)]);

        Assert.Equal((100, 0, 0, 100), Of(cash.On(May.AddDays(-1))));
        Assert.Equal((1100, 500, 500, 100), Of(cash.On(May)));
        Assert.Equal((900, 500, 300, 100), Of(cash.On(new DateOnly(2024, 12, 31))));
    }

    [Fact]
    public void WhatAYearLeavesOfTheSecondHalf_IsFreeInTheNext_AndItsFeesStayBound() =>
        Assert.Equal((1000, 500, 0, 500), Of(new FundCash([Received(May, 1000)]).On(new DateOnly(2025, 1, 1))));

    [Fact]
    public void ADraw_BeyondTheBank_IsRefusedWithTheFigures() =>
        Assert.Equal(
            "Belanja SP2D-1 Rp1.200 tanggal 10 Mei 2024 tidak dapat dibukukan: saldo bank tanggal 10 Mei 2024 Rp1.100, kurang Rp100.",
            WhyNot(new CashDraw(May.AddDays(8), new Rupiah(1200), null, "Belanja SP2D-1"), Opening(100), Received(May, 1000))
        );

    [Fact]
    public void ADraw_ThatLeavesALaterDayShort_IsRefusedWithThatDay() =>
        Assert.Equal(
            "Biaya bank Rp150 tanggal 4 Mei 2024 tidak dapat dibukukan: saldo bank tanggal 20 Mei 2024 Rp100, kurang Rp50.",
            WhyNot(
                new CashDraw(May.AddDays(2), new Rupiah(150), null, "Biaya bank"),
                Opening(100),
                Received(May, 1000),
                new CashMovement(May.AddDays(18), new Rupiah(-1000), new Rupiah(-500), new Rupiah(-500))
            )
        );

    [Fact]
    public void UseOfSilpa_NeverTakesTheFeesOfTheYearBefore()
    {
        // What was seen: a closed year's whole SiLPA was used, and its fees were distributed all the same.
        CashMovement[] year = [Received(May, 1000)];
        var on = new DateOnly(2025, 2, 3);

        Assert.Null(WhyNot(new CashDraw(on, new Rupiah(500), FundPart.Free, "Belanja SP2D-9"), year));
        Assert.Equal(
            "Belanja SP2D-9 Rp501 tanggal 3 Februari 2025 tidak dapat dibukukan: SiLPA bebas tanggal 3 Februari 2025 Rp500, kurang Rp1. "
                + "Saldo bank Rp1.000 pada tanggal itu sudah menjadi hak bagian lain.",
            WhyNot(new CashDraw(on, new Rupiah(501), FundPart.Free, "Belanja SP2D-9"), year)
        );
    }

    [Theory]
    [InlineData(FundPart.Fees, "jasa pelayanan yang diterima dan belum dibayarkan")]
    [InlineData(FundPart.Spending, "bagian kedua dana klaim yang belum dibelanjakan")]
    public void ADraw_FromAPartThatIsSpent_IsRefusedThoughTheBankHoldsMore(FundPart part, string name) =>
        Assert.Contains(
            $"{name} tanggal 3 Mei 2024 Rp500, kurang Rp1.",
            WhyNot(new CashDraw(May.AddDays(1), new Rupiah(501), part, "Pembayaran"), Received(May, 1000)),
            StringComparison.Ordinal
        );

    [Fact]
    public void AnyMovements_SumToTheBankOnEveryEvening()
    {
        var movements =
            from day in Gen.Choose(0, 1500)
            from bank in Gen.Choose(-1000, 1000)
            from fees in Gen.Choose(-1000, 1000)
            from spending in Gen.Choose(-1000, 1000)
            select new CashMovement(May.AddDays(day), new Rupiah(bank), new Rupiah(fees), new Rupiah(spending));
        Property.HoldsForLists(movements, list =>
        {
            var cash = new FundCash(list);
            foreach (var day in list.Select(movement => movement.On).Append(May.AddDays(1600)))
            {
                var position = cash.On(day);
                var until = list.Where(movement => movement.On <= day).ToList();
                Assert.Equal(until.Sum(movement => movement.Bank), position.Bank);
                Assert.Equal(until.Sum(movement => movement.Fees), position.Fees);
                Assert.Equal(until.Where(movement => movement.On.Year == day.Year).Sum(movement => movement.Spending), position.Spending);
                Assert.Equal(position.Bank, Enum.GetValues<FundPart>().Select(position.Of).Sum());
            }
        });
    }

    private static string? WhyNot(CashDraw draw, params CashMovement[] before) =>
        new FundCash([
            .. before,
            new CashMovement(
                draw.On,
                -draw.Amount,
                draw.Part == FundPart.Fees ? -draw.Amount : Rupiah.Zero,
                draw.Part == FundPart.Spending ? -draw.Amount : Rupiah.Zero
            ),
        ]).WhyNot(draw);

    private static CashMovement Opening(long amount) => new(new DateOnly(2024, 1, 1), new Rupiah(amount), Rupiah.Zero, Rupiah.Zero);

    private static CashMovement Received(DateOnly on, long amount) =>
        new(on, new Rupiah(amount), new Rupiah(amount / 2), new Rupiah(amount / 2));

    private static CashMovement Spent(DateOnly on, long amount) => new(on, new Rupiah(-amount), Rupiah.Zero, new Rupiah(-amount));

    private static (long Bank, long Fees, long Spending, long Free) Of(FundPosition position) =>
        (position.Bank.Amount, position.Fees.Amount, position.Spending.Amount, position.Free.Amount);
}
