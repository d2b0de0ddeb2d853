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
    private readonly TypeStyle small = new(9.5);

    /// <summary>Draws it from the first page to the last.</summary>
    public void Draw()
    {
        var pages = paper.Pages(document);
        pages.Begin();
        var y = Head(ReportPaper.Top);
        var signature = new SignatureBlock([signing.OfficeOf(report)], signing.Name, signing.Nip, body, ReportPaper.SignatureWidth);
        var flow = new TextFlow(pages, y, ReportPaper.Top, paper.Bottom);
        var paragraphs = letter
            .Paragraphs.Select(text =>
                flow.Add(new FlowParagraph(TextWrap.Wrap(text, body, paper.Width), body, ReportPaper.Left, ParagraphGap))
            )
            .ToArray();
        flow.Break(Gap + signature.Height + CopiesHeight);
        foreach (var paragraph in paragraphs)
        {
            flow.Begin(paragraph);
            document.Element(PdfBlockLevelElementTag.Paragraph, () => flow.Draw(document, paragraph));
        }

        signature.Draw(document, paper.SignatureLeft, flow.Position + Gap);
        Copies(flow.Position + Gap + signature.Height + Gap);
    }

    // The line that names them, and one for each.
    private double CopiesHeight => signing.Copies.Count == 0 ? 0 : Gap + ((signing.Copies.Count + 1) * small.LineHeight);

    /// <summary>Who gets a copy, below the signature at the left.</summary>
    private void Copies(double y)
    {
        if (signing.Copies.Count == 0)
        {
            return;
        }

        foreach (var line in signing.Copies.Select((copy, index) => $"{index + 1}. {copy}").Prepend("Tembusan:"))
        {
            document.Element(PdfBlockLevelElementTag.Paragraph, () => document.Text(line, small, ReportPaper.Left, y + small.Baseline));
            y += small.LineHeight;
        }
    }

    /// <summary>The letterhead, date, number, nature, annex, subject and addressee; returns where they end.</summary>
    private double Head(double y)
    {
        y = Letterhead.Draw(document, letter.Letterhead, ReportPaper.Left, paper.Width, y);
        Line(signing.PlaceAndDateOf(report), paper.SignatureLeft);
        y += Gap;
        Labelled("Nomor", signing.NumberInWords);
        Labelled("Sifat", signing.Nature ?? "Biasa");
        Labelled("Lampiran", "1 (satu) berkas");
        Labelled("Perihal", letter.Subject);
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
