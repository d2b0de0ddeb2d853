using KerjaBhakti.Wakatobi;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Foundation.Scans;
using Microsoft.AspNetCore.Antiforgery;

namespace KerjaBhakti.Web.Wakatobi.Reports;

/// <summary>Files of reports that were sent: what was sent, and the proof that it was received.</summary>
public static class SentReportFiles
{
    /// <summary>
    /// Adds <c>GET /wakatobi/laporan/terkirim/{id}/laporan.pdf</c>, <c>…/bukti.pdf</c> and <c>POST …/bukti</c>.
    /// </summary>
    public static void MapSentReportFiles(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/wakatobi/laporan/terkirim/{id:guid}").ExcludeFromDescription();
        files.MapGet("laporan.pdf", ReportAsync).RequireAuthorization(Access.ReadClaims);
        files.MapGet("bukti.pdf", ProofAsync).RequireAuthorization(Access.ReadClaims);
        files.MapPost("bukti", UploadAsync).RequireAuthorization(Access.EnterClaims);
    }

    private static async Task<IResult> ReportAsync(Guid id, HttpContext http, ReportMail mail) =>
        ScanUpload.Show(http, id, await mail.FileAsync(http.User, id, proof: false, http.RequestAborted));

    private static async Task<IResult> ProofAsync(Guid id, HttpContext http, ReportMail mail) =>
        ScanUpload.Show(http, id, await mail.FileAsync(http.User, id, proof: true, http.RequestAborted));

    private static Task<IResult> UploadAsync(Guid id, HttpContext http, ReportMail mail, IAntiforgery antiforgery) =>
        ScanUpload.ReceiveAsync(http, antiforgery, $"/wakatobi/laporan/terkirim/{id}", async (name, content) =>
        {
            try
            {
                var receivedOn = AddressValue.Date(http.Request.Form["tanggal"]);
                await mail.ProveAsync(http.User, id, receivedOn, name, content, http.RequestAborted);
                return "pindaian";
            }
            catch (FundRefusedException)
            {
                return "ditolak";
            }
        });
}
