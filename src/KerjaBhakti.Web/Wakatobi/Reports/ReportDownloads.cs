using System.Security.Claims;
using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Documents.Wakatobi.Reports;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KerjaBhakti.Web.Wakatobi.Reports;

/// <summary>The reports as files. An address that cannot be read leads to the report's page, which says why.</summary>
public static class ReportDownloads
{
    /// <summary>Adds <c>/wakatobi/laporan/{jenis}.pdf</c> and <c>.xlsx</c>.</summary>
    public static void MapReportDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/wakatobi/laporan/{jenis}.pdf", PdfAsync).RequireAuthorization(Access.ReadFund).ExcludeFromDescription();
        routes.MapGet("/wakatobi/laporan/{jenis}.xlsx", XlsxAsync).RequireAuthorization(Access.ReadFund).ExcludeFromDescription();
    }

    private static Task<Results<FileContentHttpResult, RedirectHttpResult, NotFound>> PdfAsync(
        string jenis, HttpContext http, FundReports reports, WitaClock clock, CancellationToken cancellationToken) => AnswerAsync(
        jenis, http, reports, clock, "application/pdf", ".pdf", (report, signing) => ReportPdf.Write(report, signing, clock.Now), cancellationToken);

    private static Task<Results<FileContentHttpResult, RedirectHttpResult, NotFound>> XlsxAsync(
        string jenis, HttpContext http, FundReports reports, WitaClock clock, CancellationToken cancellationToken) =>
        AnswerAsync(jenis, http, reports, clock, MediaTypes.Xlsx, ".xlsx", ReportWorkbook.Write, cancellationToken);

    private static async Task<Results<FileContentHttpResult, RedirectHttpResult, NotFound>> AnswerAsync(
        string slug,
        HttpContext http,
        FundReports reports,
        WitaClock clock,
        string contentType,
        string extension,
        Func<FundReport, ReportSigning, byte[]> write,
        CancellationToken cancellationToken)
    {
        if (ReportLinks.KindOf(slug) is not { } kind)
        {
            return TypedResults.NotFound();
        }

        var request = ReportRequest.Of(http.Request.Query);
        try
        {
            var signing = request.ReadSigning();
            var report = await reports.OpenAsync(http.User, kind, request.PeriodFor(kind, clock.Today), cancellationToken);
            http.Response.Headers.CacheControl = "private, no-store";
            return TypedResults.File(write(report, signing), contentType, $"laporan-{slug}-{report.Period.First}-{report.Period.Last}{extension}");
        }
        catch (FundRefusedException)
        {
            return TypedResults.Redirect(request.PathOf(ReportLinks.PathOf(kind)));
        }
    }
}
