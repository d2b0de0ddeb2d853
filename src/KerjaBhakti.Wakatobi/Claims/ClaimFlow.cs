using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Claims;

/// <summary>
/// What became of what was filed: filed − not verified − refused − open = eligible, and eligible − owed = paid, each to the rupiah.
/// </summary>
/// <param name="Filed">What was filed.</param>
/// <param name="Unverified">What was filed and is not verified yet.</param>
/// <param name="Refused">What the verification refused.</param>
/// <param name="Open">What is pending or in dispute.</param>
/// <param name="Verified">What is to be paid.</param>
/// <param name="Owed">What of it is not paid yet.</param>
/// <param name="Paid">What was paid.</param>
public sealed record ClaimFlow(Rupiah Filed, Rupiah Unverified, Rupiah Refused, Rupiah Open, Rupiah Verified, Rupiah Owed, Rupiah Paid)
{
    /// <summary>The flow of some claims together.</summary>
    public static ClaimFlow Of(IReadOnlyCollection<ClaimMonth> claims)
    {
        var verified = claims.Where(claim => claim.VerifiedOn is not null).ToList();
        return new ClaimFlow(
            claims.Sum(claim => claim.Filed),
            claims.Where(claim => claim.VerifiedOn is null).Sum(claim => claim.Filed),
            verified.Sum(claim => claim.Lines.Sum(line => line.Refused)),
            verified.Sum(claim => claim.Open),
            verified.Sum(claim => claim.Verified),
            verified.Sum(claim => claim.Owed),
            verified.Sum(claim => claim.Paid)
        );
    }
}
