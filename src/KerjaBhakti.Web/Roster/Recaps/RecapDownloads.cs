using System.Globalization;
using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Web.Components.Shared;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KerjaBhakti.Web.Roster.Recaps;

/// <summary>
/// The recap as files: the letter with its annex on paper, and the annex as a workbook. An address that cannot be read leads to the page,
/// which says why.
/// </summary>
public static class RecapDownloads
{
    // Posted by the form that says what stands around it; asked for by an address it leaves that blank.
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Post];

    /// <summary>Adds the files of <see cref="RecapLinks.Recap"/>.</summary>
    public static void MapRecapDownloads(this IEndpointRouteBuilder routes)
    {
        routes
            .MapMethods($"{RecapLinks.Recap}.pdf", Methods, (HttpContext http, RecapDesk desk, PortalClock clock) =>
                AnswerAsync(http, desk, clock, "application/pdf", ".pdf", (report, signing) => ReportPdf.Write(report, signing, clock.Now))
            )
            .RequireAuthorization(Access.ReadRoster)
            .ExcludeFromDescription();
        routes
            .MapMethods($"{RecapLinks.Recap}.xlsx", Methods, (HttpContext http, RecapDesk desk, PortalClock clock) =>
                AnswerAsync(http, desk, clock, MediaTypes.Xlsx, ".xlsx", ReportWorkbook.Write)
            )
            .RequireAuthorization(Access.ReadRoster)
            .ExcludeFromDescription();
    }

    private static async Task<Results<FileContentHttpResult, RedirectHttpResult>> AnswerAsync(
        HttpContext http,
        RecapDesk desk,
        PortalClock clock,
        string contentType,
        string extension,
        Func<PrintedReport, ReportSigning, byte[]> write
    )
    {
        var problems = new List<string>();
        var signing = (await SigningRequest.FromAsync(http)).Read(problems);
        var (from, to) = await SigningRequest.PeriodOfAsync(http);
        try
        {
            var period = RecapPeriod.Read(from, to, clock.Today);
            if (problems.Count == 0)
            {
                var report = await desk.OpenAsync(http.User, period, http.RequestAborted);
                http.Response.Headers.CacheControl = "private, no-store";
                return TypedResults.File(
                    write(report, signing),
                    contentType,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"rekap-kerja-bhakti-{period.First:yyyy-MM-dd}-{period.Last:yyyy-MM-dd}{extension}"
                    )
                );
            }
        }
        catch (RosterRefusedException)
        {
            // The page reads the same address and says what is wrong with it.
        }

        return TypedResults.Redirect(SigningRequest.PathOf(RecapLinks.Recap, from, to, problems));
    }
}
