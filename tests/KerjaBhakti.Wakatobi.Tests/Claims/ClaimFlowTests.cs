using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Tests.Claims;

public class ClaimFlowTests
{
    [Fact]
    public void Of_ClaimsInEveryState_GoesFromFiledToPaidToTheRupiah()
    {
        var verified = Filed(4, 1000);
        verified.Verify(
            new DateOnly(2024, 6, 1),
            [new ClaimVerdict("RAWAT_INAP", new Rupiah(700), new Rupiah(150), new Rupiah(50), new Rupiah(100))]
        );
        Receipt.Take(new DateOnly(2024, 6, 10), new Rupiah(300), "TRX", [(verified, new Rupiah(300))]);

        var flow = ClaimFlow.Of([verified, Filed(5, 400)]);

        Assert.Equal(new ClaimFlow(new(1400), new(400), new(100), new(200), new(700), new(400), new(300)), flow);
        Assert.Equal(flow.Verified, flow.Filed - flow.Unverified - flow.Refused - flow.Open);
        Assert.Equal(flow.Paid, flow.Verified - flow.Owed);
    }

    [Fact]
    public void Of_NoClaims_IsNothing() =>
        Assert.Equal(new ClaimFlow(default, default, default, default, default, default, default), ClaimFlow.Of([]));

    private static ClaimMonth Filed(int month, long amount) =>
        ClaimMonth.File(
            new FiscalMonth(2024, month),
            "INA-CBG",
            new DateOnly(2024, month, 1).AddMonths(1),
            [new ClaimFiling("RAWAT_INAP", 1, new Rupiah(amount))],
            Regulation9Of2024.Services,
            [],
            Claim.Terms
        );
}
