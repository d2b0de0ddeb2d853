using KerjaBhakti.Roster.Approvals;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;

namespace KerjaBhakti.Tests;

/// <summary>The codes a printed annex carries, read from the file as a screen reader would.</summary>
internal static class PrintedCodes
{
    /// <summary>The codes in the order of the pages.</summary>
    public static IReadOnlyList<string> In(byte[] file)
    {
        using var document = PdfReader.Open(new MemoryStream(file), PdfDocumentOpenMode.Import);
        return
        [
            .. document
                .Internals.GetAllObjects()
                .OfType<PdfDictionary>()
                .Select(element => element.Elements.GetString("/Alt").Split("kode ")[^1])
                .Where(code => PageCode.Read(code) is not null),
        ];
    }
}
