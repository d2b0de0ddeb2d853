using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Documents.Wakatobi.Reports;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Web.Components.Shared;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KerjaBhakti.Web.Wakatobi.Reports;

/// <summary>The reports as files. An address that cannot be read leads to the report's page, which says why.</summary>
public static class ReportDownloads
{
    // Posted by the form that says what stands around it; asked for by an address it leaves that blank.
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Post];

    /// <summary>Adds <c>/wakatobi/laporan/{jenis}.pdf</c> and <c>.xlsx</c>.</summary>
    public static void MapReportDownloads(this IEndpointRouteBuilder routes)
    {
        routes
            .MapMethods("/wakatobi/laporan/{jenis}.pdf", Methods, PdfAsync)
            .RequireAuthorization(Access.ReadClaims)
            .ExcludeFromDescription();
        routes
            .MapMethods("/wakatobi/laporan/{jenis}.xlsx", Methods, XlsxAsync)
            .RequireAuthorization(Access.ReadClaims)
            .ExcludeFromDescription();
    }

    private static Task<Results<FileContentHttpResult, RedirectHttpResult, NotFound>> PdfAsync(
        string jenis,
        HttpContext http,
        FundReports reports,
        WitaClock clock,
        CancellationToken cancellationToken
    ) =>
        AnswerAsync(
            jenis,
            http,
            reports,
            clock,
            "application/pdf",
            ".pdf",
            (report, signing) => ReportPdf.Write(report, signing, clock.Now),
            cancellationToken
        );

    private static Task<Results<FileContentHttpResult, RedirectHttpResult, NotFound>> XlsxAsync(
        string jenis,
        HttpContext http,
        FundReports reports,
        WitaClock clock,
        CancellationToken cancellationToken
    ) => AnswerAsync(jenis, http, reports, clock, MediaTypes.Xlsx, ".xlsx", ReportWorkbook.Write, cancellationToken);

    private static async Task<Results<FileContentHttpResult, RedirectHttpResult, NotFound>> AnswerAsync(
        string slug,
        HttpContext http,
        FundReports reports,
        WitaClock clock,
        string contentType,
        string extension,
        Func<FundReport, ReportSigning, byte[]> write,
        CancellationToken cancellationToken
    )
    {
        if (ReportLinks.KindOf(slug) is not { } kind)
        {
            return TypedResults.NotFound();
        }

        var problems = new List<string>();
        var signing = (await SigningRequest.FromAsync(http)).Read(problems);
        var (from, to) = await SigningRequest.PeriodOfAsync(http);
        try
        {
            var period = new ReportRequest(from, to).PeriodFor(kind, clock.Today);
            if (problems.Count == 0)
            {
                var report = await reports.OpenAsync(http.User, kind, period, cancellationToken);
                http.Response.Headers.CacheControl = "private, no-store";
                return TypedResults.File(
                    write(report, signing),
                    contentType,
                    $"laporan-{slug}-{report.Period.First}-{report.Period.Last}{extension}"
                );
            }
        }
        catch (FundRefusedException)
        {
            // The page reads the same address and says what is wrong with it.
        }

        return TypedResults.Redirect(SigningRequest.PathOf(ReportLinks.PathOf(kind), from, to, problems));
    }
}
