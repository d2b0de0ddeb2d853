using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Documents.Shared;

namespace KerjaBhakti.Documents.Roster;

/// <summary>
/// The Instruction itself as the office prints it: F4 portrait, tagged PDF/A, alone or followed by its annex. Safe to call from several
/// threads.
/// </summary>
public static class InstructionPdf
{
    /// <summary>The Instruction alone.</summary>
    public static byte[] Write(InstructionPrint print) => Write(print, annex: null);

    /// <summary>
    /// The Instruction on upright pages, then its annex on lying ones, each numbered from one as when it is printed alone.
    /// </summary>
    /// <param name="print">The Instruction.</param>
    /// <param name="annex">Its annex; null to leave it out.</param>
    /// <param name="reasons">Why warnings stand in the annex, printed behind it; null to leave them out.</param>
    /// <exception cref="ArgumentException">There are more dicta than ordinals.</exception>
    public static byte[] Write(InstructionPrint print, AnnexPrint? annex, ReasonsPrint? reasons = null) =>
        PdfLibrary.Exclusively(() =>
        {
            var instruction = new InstructionSection(print);
            using var document = new TaggedDocument(new DocumentFacts(instruction.Title, print.CreatedAt));
            instruction.Draw(document);
            if (annex is not null)
            {
                new AnnexSection(annex).Draw(document, isPart: true);
            }

            if (reasons is not null)
            {
                new ReportSection(reasons.Report, reasons.Signing, document, print.IsDraft, isPart: true).Draw();
            }

            return document.ToBytes();
        });
}
