using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Tests.Claims;

public class ClaimAgeingTests
{
    private static readonly DateOnly Today = new(2024, 7, 31);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(15, 0)]
    [InlineData(16, 1)]
    [InlineData(30, 1)]
    [InlineData(31, 2)]
    [InlineData(60, 2)]
    [InlineData(61, 3)]
    [InlineData(400, 3)]
    public void Of_AClaim_CountsDaysFromCompleteness(int days, int band)
    {
        var claim = Filed(Today.AddDays(-days - 10));

        var ages = ClaimAgeing.Of([claim], Today);

        Assert.Equal(Enumerable.Range(0, 4).Select(index => index == band ? claim.Filed : Rupiah.Zero), ages.Select(age => age.Amount));
    }

    [Fact]
    public void Of_AClaimThatIsNotComplete_CountsNothing() =>
        Assert.All(ClaimAgeing.Of([Filed(Today.AddDays(-9))], Today), age => Assert.Empty(age.Claims));

    private static ClaimMonth Filed(DateOnly on) =>
        ClaimMonth.File(
            FiscalMonth.Of(on),
            "INA-CBG",
            on,
            [new ClaimFiling("RAWAT_INAP", 1, new Rupiah(1000))],
            Regulation9Of2024.Services,
            [],
            Claim.Terms
        );
}
