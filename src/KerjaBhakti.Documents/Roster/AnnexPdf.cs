using KerjaBhakti.Documents.Shared;

namespace KerjaBhakti.Documents.Roster;

/// <summary>The annex (lampiran) as the office prints it: F4 landscape, tagged PDF/A.</summary>
public static class AnnexPdf
{
    /// <summary>The file. Safe to call from several threads at once.</summary>
    public static byte[] Write(AnnexPrint print) => PdfLibrary.Exclusively(() =>
    {
        using var document = new TaggedDocument(new DocumentFacts(print.Title, print.CreatedAt));
        new AnnexSection(print).Draw(document, isPart: false);
        return document.ToBytes();
    });
}
