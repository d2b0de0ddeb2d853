using KerjaBhakti.Documents.Shared;
using PdfSharp.UniversalAccessibility;

namespace KerjaBhakti.Documents.Reports;

/// <summary>A report on paper: tagged PDF/A on F4, with room for the signature. Safe to call from several threads at once.</summary>
public static class ReportPdf
{
    /// <summary>The file: the letter first where there is one, then the tables.</summary>
    /// <param name="report">The report.</param>
    /// <param name="signing">What stands around it.</param>
    /// <param name="printedAt">When it is printed, as a clock at the place shows it.</param>
    public static byte[] Write(PrintedReport report, ReportSigning signing, DateTimeOffset printedAt) =>
        PdfLibrary.Exclusively(() =>
        {
            using var document = new TaggedDocument(new DocumentFacts(report.FullTitle, printedAt));
            if (report.Letter is { } letter)
            {
                new LetterSection(report, letter, signing, document).Draw();
            }

            new ReportSection(report, signing, document).Draw();
            return document.ToBytes();
        });
}

/// <summary>The tables of a report on their way to paper: lying where one of them is wide. Lengths are points.</summary>
internal sealed class ReportSection
{
    private const double Gap = 12;
    private const double Padding = 3;
    private const int MostColumnsUpright = 4;

    // A table of two columns as wide as a lying page would be hard to read across.
    private const double WidestUnit = 60;

    private readonly PrintedReport report;
    private readonly ReportSigning signing;
    private readonly TaggedDocument document;
    private readonly ReportPaper paper;
    private readonly NumberedPages pages;
    private readonly TypeStyle title = new(13, bold: true);
    private readonly TypeStyle heading = new(10.5, bold: true);
    private readonly TypeStyle body = new(10.5);
    private readonly TypeStyle cell = new(9.5);
    private readonly TypeStyle total = new(9.5, bold: true);
    private readonly PdfBlockLevelElementTag heading1;
    private readonly PdfBlockLevelElementTag heading2;
    private double y;

    /// <param name="report">The report.</param>
    /// <param name="signing">What stands around it.</param>
    /// <param name="document">Where its pages are added.</param>
    /// <param name="isDraft">Whether every page says that it is a draft.</param>
    /// <param name="isPart">Whether the document has its heading already; the title is then a heading of the second level.</param>
    public ReportSection(PrintedReport report, ReportSigning signing, TaggedDocument document, bool isDraft = false, bool isPart = false)
    {
        heading1 = isPart ? PdfBlockLevelElementTag.Heading2 : PdfBlockLevelElementTag.Heading1;
        heading2 = isPart ? PdfBlockLevelElementTag.Heading3 : PdfBlockLevelElementTag.Heading2;
        this.report = report;
        this.signing = signing;
        this.document = document;
        paper = report.Tables.Any(table => table.Rows.Count > 0 && table.Columns.Count > MostColumnsUpright)
            ? ReportPaper.Lying
            : ReportPaper.Upright;
        pages = paper.Pages(document, isDraft);
    }

    /// <summary>Draws it from the first page to the last.</summary>
    public void Draw()
    {
        NextPage();
        Heading();
        if (report.Nothing is { } nothing)
        {
            y += Gap;
            Paragraph(PdfBlockLevelElementTag.Paragraph, nothing, body);
        }

        y += Gap;
        foreach (var note in report.Notes)
        {
            Paragraph(PdfBlockLevelElementTag.Paragraph, note, body);
        }

        // The signature is never alone on its page: the end of the last table goes with it.
        var signature = new SignatureBlock([signing.OfficeOf(report)], signing.Name, signing.Nip, body, ReportPaper.SignatureWidth);
        var closing = Gap + body.LineHeight + signature.Height;
        foreach (var table in report.Tables)
        {
            Table(table, table == report.Tables[^1] ? closing : 0);
        }

        y += Gap;
        document.Element(PdfBlockLevelElementTag.Paragraph, () =>
            document.Text(signing.PlaceAndDateOf(report), body, paper.SignatureLeft, y + body.Baseline)
        );
        signature.Draw(document, paper.SignatureLeft, y + body.LineHeight);
    }

    private void Heading()
    {
        if (report.Letter is not null)
        {
            Paragraph(
                PdfBlockLevelElementTag.Paragraph,
                $"Lampiran surat {signing.OfficeOf(report)} nomor {signing.NumberInWords} tanggal {signing.DateInWords}",
                body
            );
            y += Gap;
        }

        Centred(heading1, (report.Letter?.AnnexTitle ?? report.Title).ToUpperInvariant(), title);
        Centred(PdfBlockLevelElementTag.Paragraph, report.Institution, body);
        Centred(PdfBlockLevelElementTag.Paragraph, report.Subtitle, body);
    }

    /// <summary>A table with its caption, and with so much of what follows on the page of its end.</summary>
    private void Table(ReportTable table, double closing)
    {
        y += Gap;
        if (table.Rows.Count == 0)
        {
            Paragraph(heading2, table.Caption, heading, below: body.LineHeight + closing);
            Paragraph(PdfBlockLevelElementTag.Paragraph, table.WhenEmpty, body);
            return;
        }

        var unit = Math.Min(paper.Width / table.Columns.Sum(column => column.Weight), WidestUnit);
        var columns = table
            .Columns.Select(column => new TableColumn(
                column.Heading,
                column.Weight * unit,
                column.IsFigure ? CellAlignment.Right : CellAlignment.Left
            ))
            .ToArray();
        var drawn = new PdfTable(columns, cell, Padding);
        var rows = table
            .Rows.Select(row => drawn.Lay([.. row.Cells.Select(item => new TableCell(item.Text))], row.IsTotal ? total : null))
            .ToArray();

        // A table neither begins with a single row at the foot of a page nor ends with one at the head of another.
        var start = rows.Length > 3 ? rows[0].Height + rows[1].Height : rows.Sum(row => row.Height) + closing;
        Paragraph(heading2, table.Caption, heading, below: Padding + drawn.HeaderHeight + start);
        y += Padding;
        var breaks = Pagination.Split(
            [.. rows.Select(row => row.Height)],
            paper.Bottom - y - drawn.HeaderHeight,
            paper.Bottom - ReportPaper.Top - drawn.HeaderHeight,
            closing
        );
        document.Element(PdfBlockLevelElementTag.Table, () =>
        {
            foreach (var page in breaks)
            {
                var continued = page.Start.Value > 0;
                if (continued)
                {
                    NextPage();
                }

                y = drawn.Draw(document, ReportPaper.Left, y, rows[page], continued);
            }
        });
    }

    private void Centred(PdfBlockLevelElementTag tag, string text, TypeStyle style) => document.Element(tag, () =>
        {
            foreach (var line in TextWrap.Balance(text, style, paper.Width))
            {
                document.Text(line.Text, style, ReportPaper.Left + ((paper.Width - line.Width) / 2), y + style.Baseline);
                y += style.LineHeight;
            }
        });

    /// <summary>A paragraph that is never split, with so much of what follows on its page.</summary>
    private void Paragraph(PdfBlockLevelElementTag tag, string text, TypeStyle style, double below = 0)
    {
        var lines = TextWrap.Wrap(text, style, paper.Width);
        if (y + (lines.Count * style.LineHeight) + below > paper.Bottom)
        {
            NextPage();
        }

        document.Element(tag, () =>
        {
            foreach (var line in lines)
            {
                document.Text(line.Text, style, ReportPaper.Left, y + style.Baseline);
                y += style.LineHeight;
            }
        });
    }

    private void NextPage()
    {
        pages.Begin();
        y = ReportPaper.Top;
    }
}
