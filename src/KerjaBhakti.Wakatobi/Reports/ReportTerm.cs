using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Reports;

/// <summary>
/// How often a report is made, and by when. The regulation says "secara berkala" and no more; the hospital decides the rest.
/// </summary>
/// <param name="Kind">The word of the report: "kegiatan".</param>
/// <param name="Months">How many months each covers: 1, 3, 6 or 12, counted from January.</param>
/// <param name="Days">How many days after its last month it is due.</param>
/// <param name="Basis">What decided it.</param>
public sealed record ReportTerm(string Kind, int Months, int Days, string Basis)
{
    /// <summary>The lengths of a period that divide a year.</summary>
    public static IReadOnlyList<int> Lengths { get; } = [1, 3, 6, 12];

    /// <summary>The last day for the report of a period.</summary>
    public DateOnly DueOn(ReportPeriod period) => period.Last.LastDay.AddDays(Days);

    /// <summary>The periods that are over and were not reported, the oldest first.</summary>
    /// <param name="from">The first month there is anything to report of.</param>
    /// <param name="today">The date in Wakatobi.</param>
    /// <param name="sent">The reports of this kind that were sent; one that covers all of a period counts for it.</param>
    public IReadOnlyList<ReportPeriod> Open(FiscalMonth from, DateOnly today, IReadOnlyCollection<ReportPeriod> sent)
    {
        List<ReportPeriod> open = [];
        var first = new DateOnly(from.Year, ((from.Month - 1) / Months * Months) + 1, 1);
        for (; first.AddMonths(Months) <= today; first = first.AddMonths(Months))
        {
            var period = new ReportPeriod(FiscalMonth.Of(first), FiscalMonth.Of(first.AddMonths(Months - 1)));
            if (!sent.Any(report => report.Contains(period.First) && report.Contains(period.Last)))
            {
                open.Add(period);
            }
        }

        return open;
    }
}
