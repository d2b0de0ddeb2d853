using KerjaBhakti.Documents.Scans;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace KerjaBhakti.Web.Roster.Approvals;

/// <summary>Upload and download of scans. Not a page's form: a page would read 200 MB before it could say that they are too many.</summary>
public static class ScanEndpoints
{
    // The parts around the file: boundaries, the token.
    private const int LargestRequest = SignedPapers.LargestFile + (64 * 1024);

    // Beyond this even saying that it is too large costs too much; the connection is cut.
    private const long LargestDropped = 1024L * 1024 * 1024;

    /// <summary>Adds <c>POST /roster/jadwal/{id}/pindaian/unggah</c> and <c>GET /roster/jadwal/{id}/pindaian/{scan}.pdf</c>.</summary>
    public static void MapScans(this IEndpointRouteBuilder routes)
    {
        var scans = routes.MapGroup("/roster/jadwal/{id:guid}/pindaian").ExcludeFromDescription();
        scans.MapPost("unggah", UploadAsync).RequireAuthorization(Access.UploadScan);
        scans.MapGet("{scan:guid}.pdf", DownloadAsync).RequireAuthorization(Access.ReadRoster);
    }

    private static async Task<IResult> UploadAsync(Guid id, HttpContext http, SignedPapers papers, IAntiforgery antiforgery)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestDropped;
        }

        IResult Answer(string outcome) => TypedResults.Redirect($"/roster/jadwal/{id}/pindaian?hasil={outcome}");

        if (!http.Request.HasFormContentType)
        {
            return TypedResults.BadRequest();
        }

        if (http.Request.ContentLength > LargestRequest)
        {
            // Read to its end and dropped: a browser that is still sending would show a broken connection instead of the reason.
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            return Answer(NameOf(ScanProblem.TooLarge));
        }

        try
        {
            var form = await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = LargestRequest }, http.RequestAborted);
            if (!await antiforgery.IsRequestValidAsync(http))
            {
                return TypedResults.BadRequest();
            }

            if (form.Files.GetFile("berkas") is not { } file)
            {
                return Answer(NameOf(ScanProblem.Empty));
            }

            using var content = new MemoryStream((int)file.Length);
            await file.CopyToAsync(content, http.RequestAborted);
            await papers.UploadAsync(http.User, id, Path.GetFileName(file.FileName), content.ToArray(), http.RequestAborted);
            return Answer("disimpan");
        }
        catch (ScanRefusedException refusal)
        {
            return Answer(NameOf(refusal.Problem));
        }
        catch (EditRefusedException)
        {
            return Answer("ditolak");
        }
        catch (InvalidDataException failure) when (!failure.Message.Contains("limit", StringComparison.Ordinal))
        {
            return TypedResults.BadRequest();
        }
        catch (Exception failure) when (failure is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return Answer(NameOf(ScanProblem.TooLarge));
        }
    }

    private static async Task<IResult> DownloadAsync(Guid id, Guid scan, HttpContext http, SignedPapers papers)
    {
        if (await papers.OpenAsync(http.User, id, scan, http.RequestAborted) is not { } content)
        {
            return TypedResults.NotFound();
        }

        // The page that shows it beside the issued data is the portal's own; scripts were refused at the door and get no right here either.
        http.Response.Headers.ContentSecurityPolicy = "script-src 'none'; frame-ancestors 'self'";
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.ContentDisposition = $"inline; filename=pindaian-{scan}.pdf";
        return TypedResults.Bytes(content, "application/pdf");
    }

    /// <summary>How the address of the page names a problem.</summary>
    internal static string NameOf(ScanProblem problem) => problem switch
    {
        ScanProblem.Empty => "kosong",
        ScanProblem.TooLarge => "besar",
        ScanProblem.NotPdf => "bukan-pdf",
        ScanProblem.Damaged => "rusak",
        ScanProblem.Encrypted => "bersandi",
        ScanProblem.Active => "aktif",
    };
}
