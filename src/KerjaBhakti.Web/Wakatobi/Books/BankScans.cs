using System.Security.Claims;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Foundation.Scans;
using Microsoft.AspNetCore.Antiforgery;

namespace KerjaBhakti.Web.Wakatobi.Books;

/// <summary>Upload and download of scanned bank statements, and the template to type one into.</summary>
public static class BankScans
{
    /// <summary>
    /// Adds <c>POST /wakatobi/rekening/{tahun}/{bulan}/pindaian</c>, <c>GET /wakatobi/rekening/pindaian/{id}.pdf</c> and
    /// <c>GET /wakatobi/rekening/templat.xlsx</c>.
    /// </summary>
    public static void MapBankScans(this IEndpointRouteBuilder routes)
    {
        var bank = routes.MapGroup("/wakatobi/rekening").ExcludeFromDescription();
        bank.MapPost("{tahun:int:range(2000,2199)}/{bulan:int:range(1,12)}/pindaian", UploadAsync).RequireAuthorization(Access.EnterFund);
        bank.MapGet("pindaian/{id:guid}.pdf", DownloadAsync).RequireAuthorization(Access.ReadFund);
        bank.MapGet("templat.xlsx", () => TypedResults.File(BankStatementFile.Template(), MediaTypes.Xlsx, "rekening-koran.xlsx"))
            .RequireAuthorization(Access.EnterFund);
    }

    private static Task<IResult> UploadAsync(int tahun, int bulan, HttpContext http, BankStatements statements, IAntiforgery antiforgery)
    {
        var month = new FiscalMonth(tahun, bulan);
        return ScanUpload.ReceiveAsync(http, antiforgery, BankText.PathOf(month), async (name, content) =>
        {
            try
            {
                await statements.AttachAsync(http.User, month, name, content, http.RequestAborted);
                return "pindaian";
            }
            catch (FundRefusedException)
            {
                return "ditolak";
            }
        });
    }

    private static async Task<IResult> DownloadAsync(Guid id, HttpContext http, BankStatements statements) =>
        ScanUpload.Show(http, id, await statements.ScanAsync(http.User, id, http.RequestAborted));
}
