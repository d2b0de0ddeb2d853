using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Claims;

/// <summary>
/// What is filed for a service: how many cases, and their amount by the tariff scheme. Totals only: no patient, no diagnosis.
/// </summary>
/// <param name="Service">The code of the service.</param>
/// <param name="Cases">How many cases, zero or more.</param>
/// <param name="Filed">The amount, zero or more.</param>
public sealed record ClaimFiling(string Service, int Cases, Rupiah Filed);

/// <summary>What the verification said of a service: the four parts make up what was filed.</summary>
/// <param name="Service">The code of the service.</param>
/// <param name="Verified">Eligible, to be paid.</param>
/// <param name="Pending">Sent back to be completed.</param>
/// <param name="Disputed">In dispute.</param>
/// <param name="Refused">Not eligible.</param>
public sealed record ClaimVerdict(string Service, Rupiah Verified, Rupiah Pending, Rupiah Disputed, Rupiah Refused);

/// <summary>A service of a claim month.</summary>
public sealed class ClaimLine
{
    private ClaimLine() { }

    internal ClaimLine(Guid claim, ClaimFiling filing)
    {
        ClaimMonthId = claim;
        Service = filing.Service;
        Cases = filing.Cases;
        Filed = filing.Filed;
    }

    /// <summary>The claim month.</summary>
    public Guid ClaimMonthId { get; private set; }

    /// <summary>The code of the service; unique in the claim month.</summary>
    public string Service { get; private set; } = string.Empty;

    /// <summary>How many cases.</summary>
    public int Cases { get; private set; }

    /// <summary>The amount filed.</summary>
    public Rupiah Filed { get; private set; }

    /// <summary>The part that is to be paid; nothing before verification, as the next three.</summary>
    public Rupiah Verified { get; private set; }

    /// <summary>The part that was sent back to be completed.</summary>
    public Rupiah Pending { get; private set; }

    /// <summary>The part in dispute.</summary>
    public Rupiah Disputed { get; private set; }

    /// <summary>The part that is not eligible.</summary>
    public Rupiah Refused { get; private set; }

    internal void Take(ClaimVerdict verdict)
    {
        Verified = verdict.Verified;
        Pending = verdict.Pending;
        Disputed = verdict.Disputed;
        Refused = verdict.Refused;
    }
}
