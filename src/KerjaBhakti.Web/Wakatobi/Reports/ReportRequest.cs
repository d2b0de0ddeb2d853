using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Documents.Wakatobi.Reports;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Reports;
using KerjaBhakti.Web.Components.Shared;

namespace KerjaBhakti.Web.Wakatobi.Reports;

/// <summary>What the address of a report asks for, as it was typed: texts, so that a slip is answered with the page and a sentence.</summary>
/// <param name="From">The first month, <c>2024-01</c>.</param>
/// <param name="To">The last month.</param>
/// <param name="Signing">What stands around the report when it is signed.</param>
public sealed record ReportRequest(string? From, string? To, SigningRequest Signing)
{
    /// <summary>What an address asks for.</summary>
    public static ReportRequest Of(IQueryCollection query) => new(query["dari"], query["sampai"], SigningRequest.From(query));

    /// <summary>The months of a report of this kind. SiLPA is computed from January on, whatever month is asked for.</summary>
    /// <exception cref="FundRefusedException">One is no month, they are the wrong way round, or they cross the turn of a year where the report is of one.</exception>
    public ReportPeriod PeriodFor(FundReportKind kind, DateOnly today)
    {
        var period = ReportPeriod.Read(From, To, today);
        return kind switch
        {
            FundReportKind.Activity => period,
            FundReportKind.FundUse or FundReportKind.Regent => period.RequireOneYear(),
            FundReportKind.Silpa => period.RequireOneYear().FromJanuary(),
        };
    }

    /// <summary>What stands around the report when it is signed.</summary>
    /// <exception cref="FundRefusedException">A date is none, a text is too long or a NIP has not 18 digits; says all of it.</exception>
    public ReportSigning ReadSigning()
    {
        var problems = new List<string>();
        var signing = Signing.Read(problems);
        return problems.Count == 0 ? signing : throw new FundRefusedException(problems);
    }

    /// <summary>The address of a file or page with all of this.</summary>
    public string PathOf(string path) => path + QueryString.Create(
        new Dictionary<string, string?> { ["dari"] = From, ["sampai"] = To }.Where(field => !string.IsNullOrWhiteSpace(field.Value)).Concat(Signing.Fields)).ToUriComponent();
}
