using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Services;

namespace KerjaBhakti.Wakatobi.Reports;

/// <summary>What was claimed, and what the verification said of it.</summary>
/// <param name="Cases">How many cases.</param>
/// <param name="Filed">The amount filed.</param>
/// <param name="Verified">The part that is to be paid.</param>
/// <param name="Pending">The part that was sent back to be completed.</param>
/// <param name="Disputed">The part in dispute.</param>
/// <param name="Refused">The part that is not eligible.</param>
public sealed record ActivityFigures(long Cases, Rupiah Filed, Rupiah Verified, Rupiah Pending, Rupiah Disputed, Rupiah Refused)
{
    /// <summary>The sum of lines of claims; of none it is nothing.</summary>
    public static ActivityFigures Of(IEnumerable<ClaimLine> lines) =>
        lines.Aggregate(new ActivityFigures(0, default, default, default, default, default), (sum, line) =>
            new ActivityFigures(
                sum.Cases + line.Cases,
                sum.Filed + line.Filed,
                sum.Verified + line.Verified,
                sum.Pending + line.Pending,
                sum.Disputed + line.Disputed,
                sum.Refused + line.Refused
            )
        );
}

/// <summary>A claim of the activity report: a month's, or a later one for it.</summary>
/// <param name="Claim">Which claim.</param>
/// <param name="Figures">All services together.</param>
/// <param name="Paid">What BPJS paid of the month's claim up to the day of the report.</param>
/// <param name="IsVerified">Whether the verification has spoken; before, its parts are nothing.</param>
public sealed record ActivityMonth(ClaimKey Claim, ActivityFigures Figures, Rupiah Paid, bool IsVerified);

/// <summary>A service of the activity report.</summary>
/// <param name="Service">The service.</param>
/// <param name="Figures">All months together.</param>
/// <param name="Months">The claims it was claimed in, in order.</param>
public sealed record ActivityService(
    Service Service,
    ActivityFigures Figures,
    IReadOnlyList<(ClaimKey Claim, ActivityFigures Figures)> Months
);

/// <summary>
/// The activity of the programme (pasal 8(1)): what was claimed for each service and month, and what became of it. BPJS pays a month's
/// claim as a whole, so that what was paid is known by month and not by service.
/// </summary>
public sealed class ActivityReport
{
    /// <summary>The report of a period.</summary>
    /// <param name="period">The months of the services.</param>
    /// <param name="claims">The claims; those of other months are left out.</param>
    /// <param name="services">Every service there is or was, in the order of the report.</param>
    public ActivityReport(ReportPeriod period, IEnumerable<ClaimMonth> claims, IReadOnlyList<Service> services)
    {
        Period = period;
        var within = claims.Where(claim => period.Contains(claim.Month)).OrderBy(claim => claim.Key).ToList();
        Months =
        [
            .. within.Select(claim => new ActivityMonth(
                claim.Key,
                ActivityFigures.Of(claim.Lines),
                claim.Paid,
                claim.VerifiedOn is not null
            )),
        ];
        Services = [.. services.Select(service => Of(service, within)).Where(service => service.Months.Count > 0)];
        Total = ActivityFigures.Of(within.SelectMany(claim => claim.Lines));
    }

    /// <summary>The months it covers.</summary>
    public ReportPeriod Period { get; }

    /// <summary>The claims of its months, in order; a later claim of a month stands behind its first.</summary>
    public IReadOnlyList<ActivityMonth> Months { get; }

    /// <summary>The services that had a case, in the order they were given.</summary>
    public IReadOnlyList<ActivityService> Services { get; }

    /// <summary>Everything together: the sum of the months, and of the services.</summary>
    public ActivityFigures Total { get; }

    /// <summary>What BPJS paid of these months' claims up to the day of the report.</summary>
    public Rupiah Paid => Months.Sum(month => month.Paid);

    private static ActivityService Of(Service service, List<ClaimMonth> claims)
    {
        var lines = claims
            .SelectMany(claim => claim.Lines.Select(line => (claim.Key, Line: line)))
            .Where(item => item.Line.Service == service.Code && item.Line.Cases > 0)
            .ToList();
        return new ActivityService(
            service,
            ActivityFigures.Of(lines.Select(item => item.Line)),
            [.. lines.Select(item => (item.Key, ActivityFigures.Of([item.Line])))]
        );
    }
}
