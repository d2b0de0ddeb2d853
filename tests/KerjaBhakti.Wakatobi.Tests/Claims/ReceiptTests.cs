using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Tests.Claims;

public class ReceiptTests
{
    private static readonly DateOnly On = Claim.FiledOn;

    [Fact]
    public void Take_APaymentOfTwoMonths_PaysBoth()
    {
        var (one, other) = (
            Claim.Verified(new Rupiah(1000), On, Claim.March),
            Claim.Verified(new Rupiah(500), On, new FiscalMonth(2024, 2))
        );

        var receipt = Receipt.Take(On, new Rupiah(1200), " TRX ", [(one, new Rupiah(1000)), (other, new Rupiah(200))]);

        Assert.Equal((Rupiah.Zero, new Rupiah(300)), (one.Owed, other.Owed));
        Assert.Equal(["2024-03 Rp1.000", "2024-02 Rp200"], receipt.Items.Select(item => $"{item.Month} {item.Amount}"));
        Assert.Equal("TRX", receipt.Reference);
    }

    [Fact]
    public void Take_MoreThanIsOwed_IsRefusedAndPaysNothing()
    {
        var (one, other) = (
            Claim.Verified(new Rupiah(1000), On, Claim.March),
            Claim.Verified(new Rupiah(500), On, new FiscalMonth(2024, 2))
        );

        var refused = Assert.Throws<FundRefusedException>(() =>
            Receipt.Take(On, new Rupiah(1501), "TRX", [(one, new Rupiah(1000)), (other, new Rupiah(501))])
        );

        Assert.Equal(["Pembayaran Rp501 untuk klaim Februari 2024 melebihi yang masih harus dibayar, Rp500."], refused.Problems);
        Assert.Equal((Rupiah.Zero, Rupiah.Zero), (one.Paid, other.Paid));
    }

    [Fact]
    public void Take_OfAClaimThatIsNotVerified_IsRefused()
    {
        var claim = Claim.File(new ClaimFiling("ICU", 1, new Rupiah(10)));

        Assert.Equal(
            ["Klaim Maret 2024 belum diverifikasi pada 2 April 2024, sehingga belum dapat dibayar."],
            Assert.Throws<FundRefusedException>(() => Receipt.Take(On, new Rupiah(10), "TRX", [(claim, new Rupiah(10))])).Problems
        );
    }

    [Fact]
    public void Take_ItemsOfAnotherSum_IsRefused() =>
        AssertRefused("Rincian berjumlah Rp900, padahal yang diterima Rp1.000.", 1000, "TRX", 900);

    [Fact]
    public void Take_WithoutAReference_IsRefused() =>
        AssertRefused("Nomor referensi bank harus diisi, paling panjang 100 huruf.", 900, " ", 900);

    [Fact]
    public void Take_AMonthTwice_IsRefused() =>
        AssertRefused("Satu bulan klaim hanya boleh disebut satu kali dalam satu penerimaan.", 900, "TRX", 500, 400);

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void Take_NothingOrLess_IsRefused(long amount) =>
        AssertRefused("Pembayaran klaim April 2024 harus lebih dari nol.", amount, "TRX", amount);

    private static void AssertRefused(string problem, long amount, string reference, params long[] items)
    {
        var claim = Claim.Verified(new Rupiah(1000), On);
        Assert.Contains(
            problem,
            Assert
                .Throws<FundRefusedException>(() =>
                    Receipt.Take(On, new Rupiah(amount), reference, [.. items.Select(item => (claim, new Rupiah(item)))])
                )
                .Problems
        );
        Assert.Equal(Rupiah.Zero, claim.Paid);
    }
}
