using KerjaBhakti.Documents.Wakatobi.Reports;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Reports;
using KerjaBhakti.Web.Components.Shared;

namespace KerjaBhakti.Web.Wakatobi.Reports;

/// <summary>
/// What the address of a report asks for, as it was typed: texts, so that a slip is answered with the page and a sentence.
/// </summary>
/// <param name="From">The first month, <c>2024-01</c>.</param>
/// <param name="To">The last month.</param>
public sealed record ReportRequest(string? From, string? To)
{
    /// <summary>The months of a report of this kind. SiLPA is computed from January on, whatever month is asked for.</summary>
    /// <exception cref="FundRefusedException">One is no month, they are the wrong way round, or they cross the turn of a year where the
    /// report is of one.</exception>
    public ReportPeriod PeriodFor(FundReportKind kind, DateOnly today) =>
        FundReportForm.Of(kind).PeriodOf(ReportPeriod.Read(From, To, today));

    /// <summary>The address of a file or page of these months.</summary>
    public string PathOf(string path) => SigningRequest.PathOf(path, From, To, []);
}
