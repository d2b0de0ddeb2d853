using KerjaBhakti.Documents.Shared;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;
using PdfSharp.Pdf.IO;

namespace KerjaBhakti.Documents.Scans;

/// <summary>A signed paper that came back as PDF: looked into before it is kept, because colleagues will open it.</summary>
/// <param name="Pages">How many pages it has.</param>
/// <param name="Signatures">The digital signatures in it, in the order of the file; none in a plain scan.</param>
public sealed record ScannedPdf(int Pages, IReadOnlyList<PdfSignature> Signatures)
{
    // What makes a reader run, start or open something, or carries another file (ISO 32000-1, 12.6 and 7.11.4).
    private static readonly string[] Active =
    [
        "/JS",
        "/JavaScript",
        "/Launch",
        "/EmbeddedFile",
        "/EmbeddedFiles",
        "/XFA",
        "/RichMedia",
        "/SubmitForm",
        "/ImportData",
        "/GoToE",
        "/Rendition",
        "/Sound",
        "/Movie",
    ];

    // Mail gateways and scanners put line ends and their own lines before the file; readers look this far for its beginning (ISO 32000-1,
    // annex H, note 13).
    private const int MostBefore = 1024;

    /// <summary>Whether a file is a PDF, by its beginning.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> file) => BeginningOf(file) >= 0;

    /// <summary>
    /// Looks into a file. The library follows nesting and inflates structure without end, so a file from outside belongs into a process
    /// that may end.
    /// </summary>
    /// <exception cref="ScanRefusedException">It is no PDF, cannot be read, or holds more than pages.</exception>
    public static ScannedPdf Read(byte[] file)
    {
        var beginning = BeginningOf(file);
        if (beginning < 0)
        {
            throw new ScanRefusedException(ScanProblem.NotPdf);
        }

        // Places in the file are counted from its beginning, not from what was put before it.
        file = beginning == 0 ? file : file[beginning..];
        return PdfLibrary.Exclusively(() =>
        {
            using var document = Open(file);
            var objects = document.Internals.GetAllObjects();
            if (Array.Exists(objects, item => IsActive(item)))
            {
                throw new ScanRefusedException(ScanProblem.Active);
            }

            if (Array.Exists(objects, item => IsOutward(item)))
            {
                throw new ScanRefusedException(ScanProblem.Outward);
            }

            return new ScannedPdf(document.PageCount, PdfSignature.AllIn(file, objects));
        });
    }

    private static int BeginningOf(ReadOnlySpan<byte> file) => file[..Math.Min(file.Length, MostBefore)].IndexOf("%PDF-"u8);

    private static PdfDocument Open(byte[] file)
    {
        try
        {
            var document = PdfReader.Open(new MemoryStream(file), PdfDocumentOpenMode.Import);
            return document.PageCount > 0 ? document : throw new ScanRefusedException(ScanProblem.Damaged);
        }
        catch (PdfReaderException failure) when (failure.Message.Contains("password", StringComparison.OrdinalIgnoreCase))
        {
            throw new ScanRefusedException(ScanProblem.Encrypted);
        }
        catch (Exception failure) when (failure is not ScanRefusedException and not OutOfMemoryException)
        {
            // The library throws whatever a damaged file makes it stumble over.
            throw new ScanRefusedException(ScanProblem.Damaged);
        }
    }

    /// <summary>
    /// Whether it leads a reader to another file, which may lie on a machine that then learns who opened it (ISO 32000-1, 12.6.4), or by an
    /// address that is none of the web's or of mail.
    /// </summary>
    private static bool IsOutward(PdfItem? item) =>
        item switch
        {
            PdfDictionary dictionary => (dictionary.Elements["/S"] is PdfName { Value: "/GoToR" or "/Thread" })
                || (dictionary.Elements["/URI"] is PdfString address && !IsOfTheWeb(address.Value))
                || dictionary.Elements.Values.Any(IsOutward),
            PdfArray array => array.Elements.Any(IsOutward),
            _ => false,
        };

    private static bool IsOfTheWeb(string address) =>
        Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto);

    private static bool IsActive(PdfItem? item) =>
        item switch
        {
            PdfDictionary dictionary => dictionary.Elements.Any(element =>
                Active.Contains(element.Key) || (element.Value is PdfName name && Active.Contains(name.Value)) || IsActive(element.Value)
            ),
            PdfArray array => array.Elements.Any(IsActive),
            PdfReference => false, // What it refers to is an object of its own.
            _ => false,
        };
}

/// <summary>Why a file is not kept as a scan.</summary>
public enum ScanProblem
{
    /// <summary>It has no bytes.</summary>
    Empty,

    /// <summary>It has more bytes than are kept.</summary>
    TooLarge,

    /// <summary>It does not begin as a PDF does.</summary>
    NotPdf,

    /// <summary>It begins as a PDF and cannot be read as one, or has no page.</summary>
    Damaged,

    /// <summary>A password is needed to read it.</summary>
    Encrypted,

    /// <summary>It holds scripts, forms that send, other files or moving pictures.</summary>
    Active,

    /// <summary>It leads to other files, or by addresses that are none of the web's or of mail.</summary>
    Outward,
}

/// <summary>A file that is not kept as a scan.</summary>
public sealed class ScanRefusedException(ScanProblem problem) : Exception($"The scan was refused: {problem}.")
{
    /// <summary>Why.</summary>
    public ScanProblem Problem => problem;
}
