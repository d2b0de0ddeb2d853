using KerjaBhakti.Documents.Shared;
using PdfSharp.UniversalAccessibility;

namespace KerjaBhakti.Documents.Reports;

/// <summary>The letter of a report on upright pages: a method for each part. Lengths are points.</summary>
internal sealed class LetterSection(PrintedReport report, ReportLetter letter, ReportSigning signing, TaggedDocument document)
{
    private const double Gap = 14;
    private const double ParagraphGap = 7;

    private readonly ReportPaper paper = ReportPaper.Upright;
    private readonly TypeStyle body = new(11, leading: 1.25);
    private readonly TypeStyle bold = new(12, bold: true, leading: 1.25);

    /// <summary>Draws it from the first page to the last.</summary>
    public void Draw()
    {
        var pages = paper.Pages(document);
        pages.Begin();
        var y = Head(ReportPaper.Top);
        var signature = new SignatureBlock([signing.OfficeOf(report)], signing.Name, signing.Nip, body, ReportPaper.SignatureWidth);
        var flow = new TextFlow(pages, y, ReportPaper.Top, paper.Bottom);
        var paragraphs = letter.Paragraphs
            .Select(text => flow.Add(new FlowParagraph(TextWrap.Wrap(text, body, paper.Width), body, ReportPaper.Left, ParagraphGap)))
            .ToArray();
        flow.Break(Gap + signature.Height);
        foreach (var paragraph in paragraphs)
        {
            flow.Begin(paragraph);
            document.Element(PdfBlockLevelElementTag.Paragraph, () => flow.Draw(document, paragraph));
        }

        signature.Draw(document, paper.SignatureLeft, flow.Position + Gap);
    }

    /// <summary>The institution, date, number, subject and addressee; returns where they end.</summary>
    private double Head(double y)
    {
        var name = report.Institution.ToUpperInvariant();
        document.Element(
            PdfBlockLevelElementTag.Heading1,
            () => document.Text(name, bold, ReportPaper.Left + ((paper.Width - bold.WidthOf(name)) / 2), y + bold.Baseline));
        y += bold.LineHeight + Gap;
        Line(signing.PlaceAndDateOf(report), paper.SignatureLeft);
        y += Gap;
        Labelled("Nomor", signing.NumberInWords);
        Labelled("Lampiran", "1 (satu) berkas");
        Labelled("Hal", letter.Subject);
        y += Gap;
        foreach (var line in letter.Addressee)
        {
            Line(line, ReportPaper.Left);
        }

        return y + ParagraphGap;

        void Line(string text, double left)
        {
            document.Element(PdfBlockLevelElementTag.Paragraph, () => document.Text(text, body, left, y + body.Baseline));
            y += body.LineHeight;
        }

        void Labelled(string label, string text)
        {
            var left = ReportPaper.Left + body.WidthOf("Lampiran") + 8;
            document.Element(PdfBlockLevelElementTag.Paragraph, () =>
            {
                document.Text($"{label} ", body, ReportPaper.Left, y + body.Baseline);
                document.Text(": ", body, left, y + body.Baseline);
                foreach (var line in TextWrap.Wrap(text, body, paper.Width + ReportPaper.Left - left - 10))
                {
                    document.Text(line.Text, body, left + 10, y + body.Baseline);
                    y += body.LineHeight;
                }
            });
        }
    }
}
