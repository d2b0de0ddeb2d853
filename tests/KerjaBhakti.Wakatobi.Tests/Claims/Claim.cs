using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Tests.Claims;

/// <summary>Claim months and receipts, written shortly.</summary>
internal static class Claim
{
    public static readonly FiscalMonth March = new(2024, 3);
    public static readonly DateOnly FiledOn = new(2024, 4, 2);
    public static readonly ClaimTerms Terms = new();

    public static ClaimMonth File(params ClaimFiling[] filings) =>
        ClaimMonth.File(March, "INA-CBG", FiledOn, filings, Regulation9Of2024.Services, [], Terms);

    /// <summary>A claim month of one service, verified to the last rupiah on the day it was filed and declared complete.</summary>
    public static ClaimMonth Verified(Rupiah amount, DateOnly on, FiscalMonth? month = null)
    {
        var claim = ClaimMonth.File(
            month ?? FiscalMonth.Of(on),
            "INA-CBG",
            on,
            [new ClaimFiling("RAWAT_INAP", 1, amount)],
            Regulation9Of2024.Services,
            [],
            Terms
        );
        claim.DeclareComplete(on, "BA/1");
        claim.Verify(on, [new ClaimVerdict("RAWAT_INAP", amount, Rupiah.Zero, Rupiah.Zero, Rupiah.Zero)]);
        return claim;
    }

    public static Receipt Receipt(Rupiah amount, DateOnly on) =>
        Wakatobi.Claims.Receipt.Take(on, amount, "TRX", [(Verified(amount, on), amount)]);
}
