using System.Globalization;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Tests.Money;

public class ExactNumberTests
{
    [Theory]
    [InlineData(125, 4800, "5/192")]
    [InlineData(-6, 4, "-3/2")]
    [InlineData(6, -4, "-3/2")]
    [InlineData(0, 7, "0/1")]
    public void Fraction_AnyTerms_IsReducedWithAPositiveDenominator(int numerator, int denominator, string text) =>
        Assert.Equal(text, new Fraction(numerator, denominator).ToString());

    [Theory]
    [InlineData(7, 2, 3)]
    [InlineData(-7, 2, -4)]
    [InlineData(-8, 2, -4)]
    [InlineData(0, 1, 0)]
    public void Floor_OfAFraction_IsTheWholeNumberBelow(int numerator, int denominator, int floor) =>
        Assert.Equal(floor, new Fraction(numerator, denominator).Floor);

    [Fact]
    public void Fraction_OfZeroParts_Throws() => Assert.Throws<DivideByZeroException>(() => new Fraction(1, 0));

    [Fact]
    public void Fraction_ByDefault_IsNothing() => Assert.Equal(new Fraction(0, 5), default);

    [Fact]
    public void Fractions_OfThirds_SumToTheWhole() =>
        Assert.Equal(Fraction.One, new Fraction(1, 3) + new Fraction(1, 3) + new Fraction(1, 3));

    [Theory]
    [InlineData("12.50", "12.50", "12,5", 25, 2)]
    [InlineData("007", "7", "7", 7, 1)]
    [InlineData("0.000", "0.000", "0", 0, 1)]
    [InlineData("100", "100", "100", 100, 1)]
    [InlineData("0.05", "0.05", "0,05", 1, 20)]
    public void ExactDecimal_OfDigits_IsExact(string text, string written, string indonesian, int numerator, int denominator)
    {
        Assert.True(ExactDecimal.TryParse(text, out var value));
        Assert.Equal(
            (written, indonesian, new Fraction(numerator, denominator)),
            (value.ToString(), value.ToIndonesian(), value.ToFraction())
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1e3")]
    [InlineData("12,5")]
    [InlineData("1.234.567")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData(" 5")]
    [InlineData("٥")]
    [InlineData(null)]
    public void ExactDecimal_OfAnythingElse_IsNotRead(string? text) => Assert.False(ExactDecimal.TryParse(text, out _));

    [Fact]
    public void ExactDecimal_OfAThousandDigits_KeepsEachAndReadsNoMore()
    {
        var text = "1." + new string('3', ExactDecimal.MostCharacters - 2);

        Assert.True(ExactDecimal.TryParse(text, out var value));
        Assert.Equal(text, value.ToString());
        Assert.False(ExactDecimal.TryParse(text + "3", out _));
    }

    [Fact]
    public void ExactDecimals_OfTheSameValue_AreEqual()
    {
        Assert.True(ExactDecimal.TryParse("12.5", out var one));
        Assert.True(ExactDecimal.TryParse("12.500", out var other));
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Theory]
    [InlineData("100.000000000000000000000000000001")]
    [InlineData("100.01")]
    [InlineData("-1")]
    [InlineData("50 %")]
    public void Percent_OutsideZeroToAHundred_IsNotRead(string text)
    {
        Assert.False(Percent.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Percent.Parse(text));
    }

    [Theory]
    [InlineData("60 39.99", "99,99")]
    [InlineData("60 40.01", "100,01")]
    [InlineData("33.3333 33.3333 33.33339999", "99,9999…")]
    public void Shares_ThatAreNotExactlyTheWhole_AreToldWithTheirSum(string shares, string sum) =>
        Assert.Equal(
            string.Create(CultureInfo.InvariantCulture, $"Bagian komponen berjumlah {sum} %, padahal harus tepat 100 %."),
            Percent.WhyNotWhole(shares.Split(' ').Select(Percent.Parse), "Bagian komponen")
        );

    [Fact]
    public void Shares_OfManyDecimalsThatSumToTheWhole_AreTheWhole() =>
        Assert.Null(
            Percent.WhyNotWhole(
                [Percent.Parse("33.33333333333333333333333333333333"), Percent.Parse("66.66666666666666666666666666666667")],
                "Bagian"
            )
        );

    [Theory]
    [InlineData(3125001, 2, "1.562.500,5")]
    [InlineData(1, 3, "0,3333…")]
    [InlineData(1000, 1, "1.000")]
    [InlineData(1, 100000, "0,0000…")]
    public void Decimals_InASentence_AreCutOffAndNeverRounded(int numerator, int denominator, string text) =>
        Assert.Equal(text, Decimals.Write(new Fraction(numerator, denominator)));
}
