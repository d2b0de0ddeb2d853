using KerjaBhakti.Documents.Scans;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace KerjaBhakti.Web.Foundation.Scans;

/// <summary>
/// How a scan comes in and is shown, whatever it is a scan of. Not a page's form: a page would read 200 MB before it could say that they
/// are too many.
/// </summary>
public static class ScanUpload
{
    /// <summary>The largest scan that is kept, in bytes: a few hundred pages at the resolution offices scan with.</summary>
    public const int LargestFile = 25 * 1024 * 1024;

    // The parts around the file: boundaries, the token.
    private const int LargestRequest = LargestFile + (64 * 1024);

    // Beyond this even saying that it is too large costs too much; the connection is cut.
    private const long LargestDropped = 1024L * 1024 * 1024;

    /// <summary>Takes the field "berkas" of a request and goes back to a page that says what became of it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="antiforgery">Checks its token.</param>
    /// <param name="page">The page; the outcome is added as <c>?hasil=</c>.</param>
    /// <param name="keep">Keeps the file by its name and bytes and names the outcome.</param>
    public static async Task<IResult> ReceiveAsync(
        HttpContext http,
        IAntiforgery antiforgery,
        string page,
        Func<string, byte[], Task<string>> keep
    )
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestDropped;
        }

        IResult Answer(string outcome) => TypedResults.Redirect($"{page}?hasil={outcome}");

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
            return Answer(await keep(Path.GetFileName(file.FileName), content.ToArray()));
        }
        catch (ScanRefusedException refusal)
        {
            return Answer(NameOf(refusal.Problem));
        }
        catch (InvalidDataException failure) when (!failure.Message.Contains("limit", StringComparison.Ordinal))
        {
            return TypedResults.BadRequest();
        }
        catch (Exception failure)
            when (failure is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return Answer(NameOf(ScanProblem.TooLarge));
        }
    }

    /// <summary>Answers with a scan; not found where there is none.</summary>
    public static IResult Show(HttpContext http, Guid id, byte[]? content)
    {
        if (content is null)
        {
            return TypedResults.NotFound();
        }

        // The page that shows it beside other data is the portal's own; scripts were refused at the door and get no right here either.
        http.Response.Headers.ContentSecurityPolicy = "script-src 'none'; frame-ancestors 'self'";
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.ContentDisposition = $"inline; filename=pindaian-{id}.pdf";
        return TypedResults.Bytes(content, "application/pdf");
    }

    /// <summary>The sentence for a problem that the address of a page names; null where it names none.</summary>
    public static string? SentenceOf(string? name) =>
        Enum.GetValues<ScanProblem>().Where(problem => NameOf(problem) == name).Select(SentenceOf).FirstOrDefault();

    /// <summary>How the address of a page names a problem.</summary>
    private static string NameOf(ScanProblem problem) =>
        problem switch
        {
            ScanProblem.Empty => "kosong",
            ScanProblem.TooLarge => "besar",
            ScanProblem.NotPdf => "bukan-pdf",
            ScanProblem.Damaged => "rusak",
            ScanProblem.Encrypted => "bersandi",
            ScanProblem.Active => "aktif",
            ScanProblem.Outward => "keluar",
        };

    private static string SentenceOf(ScanProblem problem) =>
        problem switch
        {
            ScanProblem.Empty => "Pilih berkas PDF yang tidak kosong. Tidak ada yang disimpan.",
            ScanProblem.TooLarge =>
                $"Berkas lebih besar dari {LargestFile / 1024 / 1024} MB. Pindai dengan resolusi 200 dpi, lalu unggah lagi. Tidak ada yang disimpan.",
            ScanProblem.NotPdf => "Berkas itu bukan PDF. Pindai ulang sebagai PDF. Tidak ada yang disimpan.",
            ScanProblem.Damaged => "PDF itu rusak atau tidak mempunyai halaman. Pindai ulang, lalu unggah lagi. Tidak ada yang disimpan.",
            ScanProblem.Encrypted => "PDF itu memakai sandi. Simpan tanpa sandi, lalu unggah lagi. Tidak ada yang disimpan.",
            ScanProblem.Active =>
                "PDF itu memuat skrip, formulir, atau berkas lain. Cetak ke PDF biasa, lalu unggah lagi. Tidak ada yang disimpan.",
            ScanProblem.Outward =>
                "PDF itu memuat tautan ke berkas atau komputer lain. Cetak ke PDF biasa, lalu unggah lagi. Tidak ada yang disimpan.",
        };
}
