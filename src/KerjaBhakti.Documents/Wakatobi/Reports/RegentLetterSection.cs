using KerjaBhakti.Documents.Shared;
using PdfSharp.UniversalAccessibility;

namespace KerjaBhakti.Documents.Wakatobi.Reports;

/// <summary>The Director's letter to the Regent on upright pages: a method for each part. Lengths are points.</summary>
internal sealed class RegentLetterSection(FundReport report, ReportSigning signing, TaggedDocument document)
{
    private const double Gap = 14;
    private const double ParagraphGap = 7;

    /// <summary>What the letter is about.</summary>
    public const string Subject = "Laporan pelaksanaan penggunaan dana klaim jaminan kesehatan";

    /// <summary>Whom it is written to, and through whom (pasal 9(2)), one line below the other.</summary>
    public static readonly string[] Addressee =
        ["Kepada Yth. Bupati Wakatobi", "melalui Sekretaris Daerah Kabupaten Wakatobi", $"di {FundPaper.Seat}"];

    private readonly FundPaper paper = FundPaper.Upright;
    private readonly TypeStyle body = new(11, leading: 1.25);
    private readonly TypeStyle bold = new(12, bold: true, leading: 1.25);

    /// <summary>Draws it from the first page to the last.</summary>
    public void Draw()
    {
        var pages = paper.Pages(document);
        pages.Begin();
        var y = Head(FundPaper.Top);
        var signature = new SignatureBlock([report.Office], signing.Name, signing.Nip, body, FundPaper.SignatureWidth);
        var flow = new TextFlow(pages, y, FundPaper.Top, paper.Bottom);
        var paragraphs = report.Letter
            .Select(text => flow.Add(new FlowParagraph(TextWrap.Wrap(text, body, paper.Width), body, FundPaper.Left, ParagraphGap)))
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
        var name = FundReport.Institution.ToUpperInvariant();
        document.Element(
            PdfBlockLevelElementTag.Heading1,
            () => document.Text(name, bold, FundPaper.Left + ((paper.Width - bold.WidthOf(name)) / 2), y + bold.Baseline));
        y += bold.LineHeight + Gap;
        Line(FundPaper.PlaceAndDate(signing), paper.SignatureLeft);
        y += Gap;
        Labelled("Nomor", Blanks.Or(signing.Number, Blanks.Line));
        Labelled("Lampiran", "1 (satu) berkas");
        Labelled("Hal", Subject);
        y += Gap;
        foreach (var line in Addressee)
        {
            Line(line, FundPaper.Left);
        }

        return y + ParagraphGap;

        void Line(string text, double left)
        {
            document.Element(PdfBlockLevelElementTag.Paragraph, () => document.Text(text, body, left, y + body.Baseline));
            y += body.LineHeight;
        }

        void Labelled(string label, string text)
        {
            var left = FundPaper.Left + body.WidthOf("Lampiran") + 8;
            document.Element(PdfBlockLevelElementTag.Paragraph, () =>
            {
                document.Text($"{label} ", body, FundPaper.Left, y + body.Baseline);
                document.Text(": ", body, left, y + body.Baseline);
                foreach (var line in TextWrap.Wrap(text, body, paper.Width + FundPaper.Left - left - 10))
                {
                    document.Text(line.Text, body, left + 10, y + body.Baseline);
                    y += body.LineHeight;
                }
            });
        }
    }
}
