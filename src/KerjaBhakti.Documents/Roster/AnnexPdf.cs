using KerjaBhakti.Documents.Shared;

namespace KerjaBhakti.Documents.Roster;

/// <summary>The annex (lampiran) as the office prints it: F4 landscape, tagged PDF/A.</summary>
public static class AnnexPdf
{
    /// <summary>The file. Safe to call from several threads at once.</summary>
    /// <exception cref="ArgumentException">The checks leave rows out, repeat some or name rows that do not exist.</exception>
    public static byte[] Write(AnnexPrint print) =>
        PdfLibrary.Exclusively(() =>
        {
            using var document = new TaggedDocument(new DocumentFacts(print.Title, print.CreatedAt));
            new AnnexSection(print).Draw(document, isPart: false);
            return document.ToBytes();
        });

    /// <summary>
    /// The first and last row of each page, counted from zero, as the annex breaks without <see cref="AnnexPrint.Checks"/>; the last row of
    /// a page without rows is one less than its first. Draft or issued, with or without checks, the same annex breaks alike: give it the
    /// Instruction it will be issued with.
    /// </summary>
    public static IReadOnlyList<(int First, int Last)> PagesOf(AnnexPrint print) =>
        PdfLibrary.Exclusively(() =>
            new AnnexSection(print with { Checks = null }).Pages.Select(page => (page.Start.Value, page.End.Value - 1)).ToArray()
        );
}
