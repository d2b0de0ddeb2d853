using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Web.Wakatobi.Frame;

namespace KerjaBhakti.Web.Tests.Wakatobi;

public class FundTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(950, "950")]
    [InlineData(12_500, "12,5 rb")]
    [InlineData(340_000_000, "340 jt")]
    [InlineData(1_234_567_890, "1,2 M")]
    [InlineData(-2_000_000_000_000, "-2 T")]
    public void Abbreviated_AnAmount_IsWhatFitsOnAnAxis(long amount, string text) =>
        Assert.Equal(text, FundText.Abbreviated(new Rupiah(amount)));

    [Theory]
    [InlineData("1.234.567", 1_234_567L)]
    [InlineData("Rp5000", 5_000L)]
    [InlineData("SP2D-1", null)]
    [InlineData("-5", null)]
    [InlineData("9000000000000001", null)]
    [InlineData("", null)]
    public void ReadAmount_OfAWordThatSomebodyLooksFor_IsItsAmountOrNone(string word, long? amount) =>
        Assert.Equal(amount, FundText.ReadAmount(word)?.Amount);
}
