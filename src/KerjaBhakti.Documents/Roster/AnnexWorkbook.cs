using System.Globalization;
using ClosedXML.Excel;
using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Documents.Roster;

/// <summary>An annex as an xlsx workbook: the page as it is signed, and cells one can go on working in.</summary>
public static class AnnexWorkbook
{
    // Bookman is the face of the printed Instruction; Office has it, elsewhere a serif takes its place.
    private const string FontName = "Bookman Old Style";
    private const int NumberColumn = 1;
    private const int LabelColumn = 2;
    private const int FirstMonthColumn = 3;

    // Widths in characters of the default font, set by hand: measuring text needs fonts a server does not have.
    private const double NumberWidth = 5.5;
    private const double LabelWidth = 36;
    private const double MonthWidth = 15;

    // In points, for 10 point letters. Heights are set too: office suites do not agree on when a row grows with its text.
    private const double LineHeight = 13.5;
    private const double RowPadding = 4;

    // Heading and signature stand in the last columns, as wide as four months.
    private const int BlockColumns = 4;

    /// <summary>
    /// The workbook: sheet "Lampiran" and the year, and a hidden sheet of the 44 names. Every text is a string cell, never a formula. Month
    /// cells offer the names in the spelling this annex uses; another spelling is questioned, not refused, because several are official.
    /// </summary>
    public static byte[] Write(AnnexPrint print, Gazetteer gazetteer)
    {
        using var workbook = new XLWorkbook();
        workbook.Properties.Title = SpreadsheetText.ForXml(print.Title);
        workbook.Style.Font.FontName = FontName;
        workbook.Style.Font.FontSize = 10;

        var sheet = workbook.AddWorksheet($"Lampiran {print.Annex.Period.Years}");
        var lastColumn = FirstMonthColumn + print.Annex.Period.Months.Count - 1;
        SetColumns(sheet, lastColumn);
        var titleRow = WriteHeading(sheet, print, lastColumn);
        WriteTitle(sheet, titleRow, lastColumn, print.Title);
        var headerRow = titleRow + 2;
        WriteHeader(sheet, headerRow, print.Annex.Period);
        var lastRow = WriteRows(sheet, headerRow, print.Annex, lastColumn);
        if (!print.IsDraft && print.Instruction is { } instruction)
        {
            WriteSignature(sheet, lastRow + 2, lastColumn, instruction, print.ShowNip);
        }

        var names = AnnexWorkbookNames.Write(workbook, print.Annex, gazetteer);
        AnnexWorkbookNames.Validate(sheet, print.Annex, headerRow + 1, FirstMonthColumn, lastColumn, names);
        SetPage(sheet, headerRow, print);

        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        return bytes.ToArray();
    }

    /// <summary>Text in a cell, see <see cref="WorkbookText"/>.</summary>
    internal static void SetText(IXLCell cell, string text) => WorkbookText.Set(cell, text);

    private static void SetColumns(IXLWorksheet sheet, int lastColumn)
    {
        sheet.Column(NumberColumn).Width = NumberWidth;
        sheet.Column(LabelColumn).Width = LabelWidth;
        sheet.Columns(FirstMonthColumn, lastColumn).Width = MonthWidth;
    }

    /// <summary>The lines at the top right; returns the row for the title.</summary>
    private static int WriteHeading(IXLWorksheet sheet, AnnexPrint print, int lastColumn)
    {
        var row = 1;
        if (print.IsDraft)
        {
            WriteBlockLine(sheet, row++, lastColumn, "RANCANGAN").Style.Font.Bold = true;
        }

        if (print.Instruction is { } instruction)
        {
            var date = instruction.IssuedOn;
            WriteBlockLine(sheet, row++, lastColumn, $"Lampiran : Instruksi {instruction.Authority}");
            WriteBlockLine(
                sheet,
                row++,
                lastColumn,
                string.Create(CultureInfo.InvariantCulture, $"Nomor {instruction.Number} TAHUN {instruction.Year}")
            );
            WriteBlockLine(
                sheet,
                row++,
                lastColumn,
                string.Create(CultureInfo.InvariantCulture, $"Tanggal {date.Day} {RosterMonth.Of(date).Name} {date.Year}")
            );
        }

        return row + 1;
    }

    /// <summary>A text in the last columns, where the heading and the signature stand.</summary>
    private static IXLRange WriteBlockLine(IXLWorksheet sheet, int row, int lastColumn, string text)
    {
        var firstColumn = Math.Max(LabelColumn, lastColumn - BlockColumns + 1);
        var range = sheet.Range(row, firstColumn, row, lastColumn);
        range.Merge(checkIntersect: false);
        range.Style.Alignment.WrapText = true;
        range.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        SetText(range.FirstCell(), text);
        sheet.Row(row).Height = LineHeight * SpreadsheetText.CountLines(text, WidthOf(firstColumn, lastColumn));
        return range;
    }

    private static void WriteTitle(IXLWorksheet sheet, int row, int lastColumn, string title)
    {
        var range = sheet.Range(row, NumberColumn, row, lastColumn);
        range.Merge(checkIntersect: false);
        range.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        range.Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        range.Style.Alignment.WrapText = true;
        range.Style.Font.Bold = true;
        SetText(range.FirstCell(), title);

        // Bold capitals are about half again as wide as the letters widths are counted in.
        sheet.Row(row).Height = LineHeight * (1 + SpreadsheetText.CountLines(title, WidthOf(NumberColumn, lastColumn) / 1.5));
    }

    private static void WriteHeader(IXLWorksheet sheet, int row, RosterPeriod period)
    {
        sheet.Cell(row, NumberColumn).SetValue("No.");
        sheet.Cell(row, LabelColumn).SetValue("Jabatan/SKPD/UKPD");
        for (var month = 0; month < period.Months.Count; month++)
        {
            sheet.Cell(row, FirstMonthColumn + month).SetValue(period.HeadOf(period.Months[month]));
        }

        sheet.Row(row).Height = LineHeight + (2 * RowPadding);
    }

    /// <summary>The rows below the header; returns the last one's row.</summary>
    private static int WriteRows(IXLWorksheet sheet, int headerRow, Annex annex, int lastColumn)
    {
        var lastRow = headerRow + annex.Rows.Count;

        // One style for the whole table, then what differs: styling cell by cell costs a hundred times as much.
        var table = sheet.Range(headerRow, NumberColumn, lastRow, lastColumn);
        table.Style.Border.InsideBorder = XLBorderStyleValues.Thin;
        table.Style.Border.OutsideBorder = XLBorderStyleValues.Thin;
        table.Style.Alignment.WrapText = true;
        table.Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        sheet.Range(headerRow, NumberColumn, lastRow, NumberColumn).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        var header = sheet.Range(headerRow, NumberColumn, headerRow, lastColumn);
        header.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        header.Style.Font.Bold = true;
        header.Style.Fill.BackgroundColor = XLColor.FromHtml("#E7E6E6");

        for (var index = 0; index < annex.Rows.Count; index++)
        {
            WriteRow(sheet, headerRow + 1 + index, annex.Rows[index], lastColumn);
        }

        return lastRow;
    }

    private static void WriteRow(IXLWorksheet sheet, int row, AnnexRow source, int lastColumn)
    {
        if (source.Number is { } number)
        {
            sheet.Cell(row, NumberColumn).SetValue(number);
        }

        SetText(sheet.Cell(row, LabelColumn), source.Label);
        var lines = source
            .Cells.Select(cell => SpreadsheetText.CountLines(cell.AsPrinted, MonthWidth))
            .Append(SpreadsheetText.CountLines(source.Label, LabelWidth))
            .Max();
        sheet.Row(row).Height = (lines * LineHeight) + RowPadding;
        if (source.Region is { } region)
        {
            SetText(sheet.Cell(row, FirstMonthColumn), region.AsPrinted);
            var range = sheet.Range(row, FirstMonthColumn, row, lastColumn);
            range.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
            if (lastColumn > FirstMonthColumn)
            {
                range.Merge(checkIntersect: false);
            }

            return;
        }

        for (var month = 0; month < source.Cells.Count; month++)
        {
            if (!source.Cells[month].IsEmpty)
            {
                SetText(sheet.Cell(row, FirstMonthColumn + month), source.Cells[month].AsPrinted);
            }
        }
    }

    /// <summary>The signatory's block: one merged cell, because no office suite breaks a page within a row.</summary>
    private static void WriteSignature(IXLWorksheet sheet, int row, int lastColumn, Instruction instruction, bool showNip)
    {
        var signatory = instruction.Signatory;
        var onBehalf = signatory.OnBehalfOf.Length > 0 ? $"a.n. {signatory.OnBehalfOf}\n" : string.Empty;
        var nip = showNip ? signatory.Nip : Nip.Mask(signatory.Nip);
        WriteBlockLine(
            sheet,
            row,
            lastColumn,
            $"{onBehalf}{signatory.Office},\n\n\n\n{signatory.Name}\nNIP. {nip}"
        ).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
    }

    private static double WidthOf(int firstColumn, int lastColumn) =>
        Enumerable
            .Range(firstColumn, lastColumn - firstColumn + 1)
            .Sum(column =>
                column switch
                {
                    NumberColumn => NumberWidth,
                    LabelColumn => LabelWidth,
                    _ => MonthWidth,
                }
            );

    private static void SetPage(IXLWorksheet sheet, int headerRow, AnnexPrint print)
    {
        sheet.SheetView.Freeze(headerRow, LabelColumn);
        var page = sheet.PageSetup;

        // xlsx has no F4 (215 x 330 mm); Folio, 8.5 x 13 inches, is the same sheet to within a millimetre.
        page.PaperSize = XLPaperSize.FolioPaper;
        page.PageOrientation = XLPageOrientation.Landscape;
        page.FitToPages(1, 0);
        page.CenterHorizontally = true;

        // ClosedXML's own setting writes the rows without dollar signs, and LibreOffice then repeats nothing.
        sheet.NamedRanges.Add(
            "_xlnm.Print_Titles",
            string.Create(CultureInfo.InvariantCulture, $"'{sheet.Name}'!${headerRow}:${headerRow}")
        );
        page.Margins.SetLeft(0.6).SetRight(0.6).SetTop(0.7).SetBottom(0.7).SetHeader(0.3).SetFooter(0.3);
        page.Footer.Center.AddText("Halaman ");
        page.Footer.Center.AddText(XLHFPredefinedText.PageNumber);
        page.Footer.Center.AddText(" dari ");
        page.Footer.Center.AddText(XLHFPredefinedText.NumberOfPages);
        if (print.IsDraft)
        {
            page.Header.Center.AddText("RANCANGAN").SetBold();
        }
    }
}
