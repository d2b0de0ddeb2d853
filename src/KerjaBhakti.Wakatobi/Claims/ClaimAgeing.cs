using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Claims;

/// <summary>The unpaid claims that have waited for a number of days.</summary>
/// <param name="From">The first day of the band, counted from completeness.</param>
/// <param name="To">Its last day; null where it has no end.</param>
/// <param name="Claims">The claims, the oldest month first.</param>
public sealed record ClaimAge(int From, int? To, IReadOnlyList<ClaimMonth> Claims)
{
    /// <summary>What they wait for, in rupiah.</summary>
    public Rupiah Amount => Claims.Sum(ClaimAgeing.UnpaidOf);
}

/// <summary>How long claims have waited for payment since what is owed was complete. BPJS has 15 days.</summary>
public static class ClaimAgeing
{
    private static readonly (int From, int? To)[] Bands = [(0, 15), (16, 30), (31, 60), (61, null)];

    /// <summary>
    /// The bands 0 to 15, 16 to 30, 31 to 60 and more than 60 days, all four; a claim that is not complete yet is in none.
    /// </summary>
    public static IReadOnlyList<ClaimAge> Of(IEnumerable<ClaimMonth> claims, DateOnly today)
    {
        var unpaid = claims
            .Where(claim => claim.CompleteOn(today) is not null && UnpaidOf(claim) > Rupiah.Zero)
            .OrderBy(claim => claim.Key)
            .Select(claim => (Claim: claim, Days: today.DayNumber - claim.WaitingSince(today)!.Value.DayNumber))
            .ToList();
        return
        [
            .. Bands.Select(band => new ClaimAge(
                band.From,
                band.To,
                [.. unpaid.Where(item => item.Days >= band.From && (band.To is null || item.Days <= band.To)).Select(item => item.Claim)]
            )),
        ];
    }

    /// <summary>What a claim still waits for: what was filed until it is verified, then what is owed.</summary>
    public static Rupiah UnpaidOf(ClaimMonth claim) => claim.VerifiedOn is null ? claim.Filed : claim.Owed;
}
