using System.Security.Claims;
using KerjaBhakti.Documents.Wakatobi.Reports;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KerjaBhakti.Web.Wakatobi.Reports;

/// <summary>The reports as files. An address that cannot be read leads to the report's page, which says why.</summary>
public static class ReportDownloads
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Adds <c>/wakatobi/laporan/{jenis}.pdf</c> and <c>.xlsx</c>.</summary>
    public static void MapReportDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/wakatobi/laporan/{jenis}.pdf", PdfAsync).RequireAuthorization(Access.ReadFund).ExcludeFromDescription();
        routes.MapGet("/wakatobi/laporan/{jenis}.xlsx", XlsxAsync).RequireAuthorization(Access.ReadFund).ExcludeFromDescription();
    }

    private static Task<Results<FileContentHttpResult, RedirectHttpResult, NotFound>> PdfAsync(
        string jenis, [AsParameters] ReportQuery query, HttpContext http, FundReports reports, WitaClock clock, CancellationToken cancellationToken) => AnswerAsync(
        jenis, query, http, reports, clock, "application/pdf", ".pdf", (report, signing) => FundReportPdf.Write(report, signing, clock.Now), cancellationToken);

    private static Task<Results<FileContentHttpResult, RedirectHttpResult, NotFound>> XlsxAsync(
        string jenis, [AsParameters] ReportQuery query, HttpContext http, FundReports reports, WitaClock clock, CancellationToken cancellationToken) =>
        AnswerAsync(jenis, query, http, reports, clock, Xlsx, ".xlsx", FundReportWorkbook.Write, cancellationToken);

    private static async Task<Results<FileContentHttpResult, RedirectHttpResult, NotFound>> AnswerAsync(
        string slug,
        ReportQuery query,
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

        var request = query.ToRequest();
        try
        {
            var signing = request.Signing();
            var report = await reports.OpenAsync(http.User, kind, request.PeriodFor(kind, clock.Today), cancellationToken);
            http.Response.Headers.CacheControl = "private, no-store";
            return TypedResults.File(write(report, signing), contentType, $"laporan-{slug}-{report.Period.First}-{report.Period.Last}{extension}");
        }
        catch (FundRefusedException)
        {
            return TypedResults.Redirect(request.PathOf(ReportLinks.PathOf(kind)));
        }
    }

    /// <summary>The query of a report, as an endpoint binds it.</summary>
    private sealed class ReportQuery
    {
        [FromQuery(Name = "dari")]
        public string? From { get; set; }

        [FromQuery(Name = "sampai")]
        public string? To { get; set; }

        [FromQuery(Name = "nomor")]
        public string? Number { get; set; }

        [FromQuery(Name = "tanggal")]
        public string? Date { get; set; }

        [FromQuery(Name = "nama")]
        public string? Name { get; set; }

        [FromQuery(Name = "nip")]
        public string? Nip { get; set; }

        public ReportRequest ToRequest() => new(From, To, Number, Date, Name, Nip);
    }
}
