using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Foundation.Scans;
using Microsoft.AspNetCore.Antiforgery;

namespace KerjaBhakti.Web.Roster.Approvals;

/// <summary>Upload and download of the scans of signed papers.</summary>
public static class ScanEndpoints
{
    /// <summary>Adds <c>POST /roster/jadwal/{id}/pindaian/unggah</c> and <c>GET /roster/jadwal/{id}/pindaian/{scan}.pdf</c>.</summary>
    public static void MapScans(this IEndpointRouteBuilder routes)
    {
        var scans = routes.MapGroup("/roster/jadwal/{id:guid}/pindaian").ExcludeFromDescription();
        scans.MapPost("unggah", UploadAsync).RequireAuthorization(Access.UploadScan);
        scans.MapGet("{scan:guid}.pdf", DownloadAsync).RequireAuthorization(Access.ReadRoster);
    }

    private static Task<IResult> UploadAsync(Guid id, HttpContext http, SignedPapers papers, IAntiforgery antiforgery) =>
        ScanUpload.ReceiveAsync(http, antiforgery, $"/roster/jadwal/{id}/pindaian", async (name, content) =>
        {
            try
            {
                await papers.UploadAsync(http.User, id, name, content, http.RequestAborted);
                return "disimpan";
            }
            catch (EditRefusedException)
            {
                return "ditolak";
            }
        });

    private static async Task<IResult> DownloadAsync(Guid id, Guid scan, HttpContext http, SignedPapers papers) =>
        ScanUpload.Show(http, scan, await papers.OpenAsync(http.User, id, scan, http.RequestAborted));
}
