using ClosedXML.Excel;
using KerjaBhakti.Documents.Shared;

namespace KerjaBhakti.Documents.Tables;

/// <summary>
/// The rows of a list that could not be taken, as a workbook that says what is wrong with each. Corrected, it is read as it is: the column
/// of problems is not.
/// </summary>
public static class ErrorList
{
    private const string ProblemHead = "Masalah";
    private const double TextWidth = 26;
    private const double ProblemWidth = 90;
    private static readonly XLColor Wrong = XLColor.FromHtml("#FDECEA");

    /// <summary>Writes the list.</summary>
    /// <param name="name">The name of the sheet.</param>
    /// <param name="heads">The heads of the columns, as their reader knows them.</param>
    /// <param name="rows">Every row of the file, good ones as well, because a file is taken whole; a row's problem is null where it has
    /// none.</param>
    public static byte[] Write(string name, IReadOnlyList<string> heads, IEnumerable<(IReadOnlyList<string> Texts, string? Problem)> rows)
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet(name);
        var last = heads.Count + 1;
        for (var column = 1; column <= last; column++)
        {
            sheet.Cell(1, column).SetValue(column == last ? ProblemHead : heads[column - 1]);
        }

        var at = 1;
        foreach (var (texts, problem) in rows)
        {
            at++;
            for (var column = 1; column < last; column++)
            {
                Set(sheet.Cell(at, column), column <= texts.Count ? texts[column - 1] : string.Empty);
            }

            if (problem is not null)
            {
                Set(sheet.Cell(at, last), problem);
                sheet.Range(at, 1, at, last).Style.Fill.BackgroundColor = Wrong;
            }
        }

        sheet.Row(1).Style.Font.Bold = true;
        sheet.Columns(1, heads.Count).Width = TextWidth;
        sheet.Column(last).Width = ProblemWidth;
        sheet.SheetView.FreezeRows(1);
        sheet.Range(1, 1, at, last).SetAutoFilter();

        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        return bytes.ToArray();
    }

    // As text, or the spreadsheet rounds long numbers and turns others into dates.
    private static void Set(IXLCell cell, string text)
    {
        if (text.Length > 0)
        {
            cell.Style.NumberFormat.Format = "@";
            WorkbookText.Set(cell, text);
        }
    }
}
