using FsCheck.Fluent;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Tests.Money;

public class RupiahTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1234567", 1_234_567)]
    [InlineData("1.234.567", 1_234_567)]
    [InlineData("1.234", 1_234)]
    [InlineData("Rp1.234.567", 1_234_567)]
    [InlineData("1,234,567", 1_234_567)]
    [InlineData("Rp 1,234,567.00", 1_234_567)]
    [InlineData("1,234.00", 1_234)]
    [InlineData(" rp. 1.234.567 ", 1_234_567)]
    [InlineData("Rp1.234.567,00", 1_234_567)]
    [InlineData("Rp1.000,-", 1_000)]
    [InlineData("9.000.000.000.000.000", Rupiah.Most)]
    public void Parse_WhatOfficesWrite_IsRead(string text, long amount) => Assert.Equal(new Rupiah(amount), Rupiah.Parse(text));

    [Theory]
    [InlineData(null, "Jumlah rupiah belum diisi.")]
    [InlineData("  ", "Jumlah rupiah belum diisi.")]
    [InlineData("-1", "'-1' negatif; jumlah rupiah tidak boleh kurang dari nol.")]
    [InlineData("Rp -1.000", "'Rp -1.000' negatif; jumlah rupiah tidak boleh kurang dari nol.")]
    [InlineData(
        "1,234",
        "'1,234' memakai koma, yang dapat berarti pemisah ribuan atau desimal; tulis ribuan dengan titik, misalnya 1.234.567, atau tanpa pemisah."
    )]
    [InlineData("1.234,50", "'1.234,50' memuat pecahan; tulis rupiah bulat, misalnya 1.234.567.")]
    [InlineData("100.5", "'100.5' memuat titik yang tidak memisahkan ribuan; tulis rupiah bulat, misalnya 1.234.567 atau 1234567.")]
    [InlineData("12.34.567", "'12.34.567' memuat titik yang tidak memisahkan ribuan; tulis rupiah bulat, misalnya 1.234.567 atau 1234567.")]
    [InlineData("1e6", "'1e6' bukan jumlah rupiah; tulis misalnya 1.234.567.")]
    [InlineData("=1+1", "'=1+1' bukan jumlah rupiah; tulis misalnya 1.234.567.")]
    [InlineData("١٢٣", "'١٢٣' bukan jumlah rupiah; tulis misalnya 1.234.567.")]
    [InlineData("9.000.000.000.000.001", "'9.000.000.000.000.001' melebihi jumlah terbesar, Rp9.000.000.000.000.000.")]
    [InlineData("99999999999999999999", "'99999999999999999999' melebihi jumlah terbesar, Rp9.000.000.000.000.000.")]
    public void Parse_AnythingElse_IsRefusedWithItsReason(string? text, string reason) =>
        Assert.Equal(reason, Assert.Throws<FundRefusedException>(() => Rupiah.Parse(text)).Message);

    [Fact]
    public void Parse_WhatWasPrinted_IsTheSameAmount() =>
        Property.Holds(Amounts.UpTo(Rupiah.Most), amount => Assert.Equal(amount, Rupiah.Parse(amount.ToString())));

    [Theory]
    [InlineData(0, "Rp0")]
    [InlineData(999, "Rp999")]
    [InlineData(1_234_567, "Rp1.234.567")]
    [InlineData(-1_000, "-Rp1.000")]
    public void ToString_AnAmount_GroupsThousandsWithFullStops(long amount, string text) =>
        Assert.Equal(text, new Rupiah(amount).ToString());

    [Fact]
    public void AnAmountBeyondTheLargest_Throws()
    {
        Assert.Throws<OverflowException>(() => new Rupiah(Rupiah.Most) + new Rupiah(1));
        Assert.Throws<OverflowException>(() => new Rupiah(-Rupiah.Most) - new Rupiah(1));
        Assert.Throws<OverflowException>(() => new Rupiah(long.MinValue));
    }

    [Fact]
    public void Sum_OfNothing_IsZero() => Assert.Equal(Rupiah.Zero, Array.Empty<Rupiah>().Sum());
}

/// <summary>Amounts for properties.</summary>
internal static class Amounts
{
    public static FsCheck.Gen<Rupiah> UpTo(long most) =>
        Gen.OneOf(
            Gen.Choose(0, 1000).Select(amount => new Rupiah(Math.Min(amount, most))),
            from high in Gen.Choose(0, int.MaxValue)
            from low in Gen.Choose(0, int.MaxValue)
            select new Rupiah((((long)high << 31) | (uint)low) % (most + 1))
        );
}
