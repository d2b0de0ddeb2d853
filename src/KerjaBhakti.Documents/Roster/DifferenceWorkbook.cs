using ClosedXML.Excel;
using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Roster.Differences;

namespace KerjaBhakti.Documents.Roster;

/// <summary>The difference between two annexes as an xlsx workbook: one row for each change, to be filtered and sorted.</summary>
public static class DifferenceWorkbook
{
    // Bookman is the face of the printed Instruction; Office has it, elsewhere a serif takes its place.
    private const string FontName = "Bookman Old Style";
    private const int HeaderRow = 6;
    private const int NumberColumn = 2;
    private const double LineHeight = 13.5;

    // In characters of the default font.
    private static readonly (string Heading, double Width)[] Columns =
    [
        ("Jenis", 22),
        ("No.", 6),
        ("Jabatan/SKPD/UKPD", 36),
        ("Bulan", 12),
        ("Semula", 28),
        ("Menjadi", 28),
        ("Uraian", 60),
    ];

    /// <summary>The workbook: sheet "Perubahan". Every text is a string cell, never a formula.</summary>
    public static byte[] Write(DifferencePrint print)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = SpreadsheetText.ForXml(print.Title);
        workbook.Style.Font.FontName = FontName;
        workbook.Style.Font.FontSize = 10;

        var sheet = workbook.AddWorksheet("Perubahan");
        AnnexWorkbook.SetText(sheet.Cell(1, 1), print.Title);
        sheet.Cell(1, 1).Style.Font.Bold = true;
        AnnexWorkbook.SetText(sheet.Cell(2, 1), $"Semula: {print.Old}");
        AnnexWorkbook.SetText(sheet.Cell(3, 1), $"Menjadi: {print.New}");
        AnnexWorkbook.SetText(sheet.Cell(4, 1), print.Count);
        for (var column = 0; column < Columns.Length; column++)
        {
            sheet.Cell(HeaderRow, column + 1).SetValue(Columns[column].Heading);
            sheet.Column(column + 1).Width = Columns[column].Width;
        }

        var changes = print.Difference.Changes;
        for (var index = 0; index < changes.Count; index++)
        {
            WriteChange(sheet, HeaderRow + 1 + index, changes[index]);
        }

        SetTable(sheet, HeaderRow + changes.Count);
        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        return bytes.ToArray();
    }

    private static void WriteChange(IXLWorksheet sheet, int row, AnnexChange change)
    {
        string[] texts =
        [
            change.Kind.Heading(),
            string.Empty,
            change.Label,
            change.Month?.Name ?? string.Empty,
            change.Before,
            change.After,
            change.Sentence,
        ];
        for (var column = 0; column < texts.Length; column++)
        {
            if (texts[column].Length > 0)
            {
                AnnexWorkbook.SetText(sheet.Cell(row, column + 1), texts[column]);
            }
        }

        if (change.Number is { } number)
        {
            sheet.Cell(row, NumberColumn).SetValue(number);
        }

        sheet.Row(row).Height = LineHeight * texts.Zip(Columns, (text, column) => SpreadsheetText.CountLines(text, column.Width)).Max();
    }

    private static void SetTable(IXLWorksheet sheet, int lastRow)
    {
        var table = sheet.Range(HeaderRow, 1, lastRow, Columns.Length);
        table.Style.Border.InsideBorder = XLBorderStyleValues.Thin;
        table.Style.Border.OutsideBorder = XLBorderStyleValues.Thin;
        table.Style.Alignment.WrapText = true;
        table.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        var header = sheet.Range(HeaderRow, 1, HeaderRow, Columns.Length);
        header.Style.Font.Bold = true;
        header.Style.Fill.BackgroundColor = XLColor.FromHtml("#E7E6E6");
        table.SetAutoFilter();
        sheet.SheetView.FreezeRows(HeaderRow);

        // xlsx has no F4 (215 x 330 mm); Folio, 8.5 x 13 inches, is the same sheet to within a millimetre.
        sheet.PageSetup.PaperSize = XLPaperSize.FolioPaper;
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.FitToPages(1, 0);
    }
}
