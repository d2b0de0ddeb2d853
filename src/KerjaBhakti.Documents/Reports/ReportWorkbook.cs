using System.Globalization;
using ClosedXML.Excel;
using KerjaBhakti.Documents.Shared;

namespace KerjaBhakti.Documents.Reports;

/// <summary>
/// A report as an xlsx workbook: a sheet for each table, figures as numbers, and before them the letter where there is one.
/// </summary>
public static class ReportWorkbook
{
    private const string FontName = "Bookman Old Style";
    private const string LetterSheet = "Surat";

    // Characters of the default font for a weight of one: widths are set by hand, because measuring text needs fonts a server does not
    // have.
    private const double WeightWidth = 9.5;
    private const double LineHeight = 13.5;

    // As wide as the paper: LibreOffice scales a sheet of several columns to the page, but cuts a single one off.
    private const double LetterWidth = 84;
    private const int HeaderRow = 5;

    // "7 Juni 2015" in every spreadsheet, whatever language it speaks (0x421 is Indonesian).
    private const string DateFormat = "[$-421]d mmmm yyyy";

    /// <summary>The file.</summary>
    /// <param name="report">The report.</param>
    /// <param name="signing">What stands around it.</param>
    public static byte[] Write(PrintedReport report, ReportSigning signing)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = SpreadsheetText.ForXml(report.FullTitle);
        workbook.Style.Font.FontName = FontName;
        workbook.Style.Font.FontSize = 10;
        if (report.Letter is { } letter)
        {
            WriteLetter(workbook.AddWorksheet(LetterSheet), report, letter, signing);
        }

        foreach (var (index, table) in report.Tables.Index())
        {
            var sheet = workbook.AddWorksheet(table.Name);
            var below = WriteTable(sheet, report, table);
            if (index == report.Tables.Count - 1)
            {
                WriteLines(sheet, below + 1, [.. report.Notes, string.Empty, .. Signature(report, signing)]);
            }
        }

        foreach (var list in report.Lists)
        {
            WriteTable(workbook.AddWorksheet(list.Name), report, list);
        }

        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        return bytes.ToArray();
    }

    /// <summary>The heading, the table below it; returns the row after its last.</summary>
    private static int WriteTable(IXLWorksheet sheet, PrintedReport report, ReportTable table)
    {
        WriteLines(
            sheet,
            1,
            [report.Title, $"{report.Institution}. {report.Subtitle}", table.Rows.Count == 0 ? table.WhenEmpty : table.Caption]
        );
        sheet.Range(1, 1, 1, 1).Style.Font.Bold = true;
        foreach (var (index, column) in table.Columns.Index())
        {
            sheet.Column(index + 1).Width = column.Weight * WeightWidth;
            WorkbookText.Set(sheet.Cell(HeaderRow, index + 1), column.Heading);
        }

        var last = HeaderRow + table.Rows.Count;
        var all = sheet.Range(HeaderRow, 1, last, table.Columns.Count);
        all.Style.Border.InsideBorder = XLBorderStyleValues.Thin;
        all.Style.Border.OutsideBorder = XLBorderStyleValues.Thin;
        all.Style.Alignment.WrapText = true;
        all.Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        var header = sheet.Range(HeaderRow, 1, HeaderRow, table.Columns.Count);
        header.Style.Font.Bold = true;
        header.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        header.Style.Fill.BackgroundColor = XLColor.FromHtml("#E7E6E6");
        sheet.Row(HeaderRow).Height = LineHeight * 2.5;
        foreach (var (index, row) in table.Rows.Index())
        {
            WriteRow(sheet, HeaderRow + 1 + index, table, row);
        }

        foreach (var index in table.Columns.Index().Where(item => item.Item.IsFigure).Select(item => item.Index))
        {
            if (table.Rows.Count > 0)
            {
                sheet.Range(HeaderRow + 1, index + 1, last, index + 1).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
            }
        }

        SetPage(sheet, HeaderRow);
        return last + 1;
    }

    private static void WriteRow(IXLWorksheet sheet, int at, ReportTable table, ReportRow row)
    {
        foreach (var (index, cell) in row.Cells.Index())
        {
            var target = sheet.Cell(at, index + 1);
            if (cell.Date is { } date)
            {
                target.SetValue(date.ToDateTime(TimeOnly.MinValue));
                target.Style.NumberFormat.Format = DateFormat;
                target.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
                continue;
            }

            if (cell.Figure is not { } figure)
            {
                WorkbookText.Set(target, cell.Text);
                continue;
            }

            // A workbook's numbers are floating point; an amount of this program is small enough to be exact in one.
            target.SetValue(cell.Unit == FigureUnit.PerMille ? figure / 1000d : (double)figure);
            target.Style.NumberFormat.Format = cell.Unit == FigureUnit.PerMille ? "0.0%" : "#,##0";
        }

        if (row.IsTotal)
        {
            sheet.Range(at, 1, at, row.Cells.Count).Style.Font.Bold = true;
        }

        var lines = row
            .Cells.Zip(table.Columns, (cell, column) => SpreadsheetText.CountLines(cell.Text, column.Weight * WeightWidth))
            .Max();
        sheet.Row(at).Height = (lines * LineHeight) + 4;
    }

    private static void WriteLetter(IXLWorksheet sheet, PrintedReport report, ReportLetter letter, ReportSigning signing)
    {
        sheet.Column(1).Width = LetterWidth;
        string[] lines =
        [
            report.Institution,
            signing.PlaceAndDateOf(report),
            $"Nomor: {signing.NumberInWords}",
            $"Hal: {letter.Subject}",
            .. letter.Addressee,
            string.Empty,
            .. letter.Paragraphs,
            string.Empty,
            .. Signature(report, signing),
        ];
        WriteLines(sheet, 1, lines);
        var text = sheet.Range(1, 1, lines.Length, 1);
        text.Style.Alignment.WrapText = true;
        text.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        foreach (var (index, line) in lines.Index())
        {
            sheet.Row(index + 1).Height = LineHeight * SpreadsheetText.CountLines(line, LetterWidth);
        }

        SetPage(sheet, titleRow: null);
    }

    private static IEnumerable<string> Signature(PrintedReport report, ReportSigning signing) =>
        [
            signing.PlaceAndDateOf(report),
            $"{signing.OfficeOf(report)},",
            string.Empty,
            string.Empty,
            string.Empty,
            Blanks.Or(signing.Name, Blanks.Line),
            $"NIP. {Blanks.Or(signing.Nip, Blanks.Line)}",
        ];

    private static void WriteLines(IXLWorksheet sheet, int at, IReadOnlyList<string> lines)
    {
        foreach (var (index, line) in lines.Index().Where(item => item.Item.Length > 0))
        {
            WorkbookText.Set(sheet.Cell(at + index, 1), line);
        }
    }

    private static void SetPage(IXLWorksheet sheet, int? titleRow)
    {
        var page = sheet.PageSetup;
        page.PaperSize = XLPaperSize.FolioPaper;
        page.PageOrientation = titleRow is null ? XLPageOrientation.Portrait : XLPageOrientation.Landscape;
        page.FitToPages(1, 0);
        page.Margins.SetLeft(0.6).SetRight(0.6).SetTop(0.7).SetBottom(0.7).SetHeader(0.3).SetFooter(0.3);
        page.Footer.Center.AddText("Halaman ");
        page.Footer.Center.AddText(XLHFPredefinedText.PageNumber);
        if (titleRow is { } row)
        {
            sheet.SheetView.Freeze(row, 1);

            // ClosedXML's own setting writes the rows without dollar signs, and LibreOffice then repeats nothing.
            sheet.NamedRanges.Add("_xlnm.Print_Titles", string.Create(CultureInfo.InvariantCulture, $"'{sheet.Name}'!${row}:${row}"));
        }
    }
}
