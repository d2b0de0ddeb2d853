using KerjaBhakti.Wakatobi;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Foundation.Scans;
using Microsoft.AspNetCore.Antiforgery;

namespace KerjaBhakti.Web.Wakatobi.Spending;

/// <summary>Upload and download of the scans of spending documents.</summary>
public static class SpendingScans
{
    /// <summary>Adds <c>POST /wakatobi/belanja/{id}/pindaian</c> and <c>GET /wakatobi/belanja/{id}/pindaian.pdf</c>.</summary>
    public static void MapSpendingScans(this IEndpointRouteBuilder routes)
    {
        var scans = routes.MapGroup("/wakatobi/belanja/{id:guid}").ExcludeFromDescription();
        scans.MapPost("pindaian", UploadAsync).RequireAuthorization(Access.EnterFund);
        scans.MapGet("pindaian.pdf", DownloadAsync).RequireAuthorization(Access.ReadFund);
    }

    private static Task<IResult> UploadAsync(Guid id, HttpContext http, SpendingDesk desk, IAntiforgery antiforgery) =>
        ScanUpload.ReceiveAsync(http, antiforgery, $"/wakatobi/belanja/{id}", async (name, content) =>
        {
            try
            {
                await desk.AttachAsync(http.User, id, name, content, http.RequestAborted);
                return "pindaian";
            }
            catch (FundRefusedException)
            {
                return "ditolak";
            }
        });

    private static async Task<IResult> DownloadAsync(Guid id, HttpContext http, SpendingDesk desk) =>
        ScanUpload.Show(http, id, await desk.ScanAsync(http.User, id, http.RequestAborted));
}
