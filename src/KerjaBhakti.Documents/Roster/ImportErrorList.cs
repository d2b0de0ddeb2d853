using System.Globalization;
using ClosedXML.Excel;
using KerjaBhakti.Roster.Importing;

namespace KerjaBhakti.Documents.Roster;

/// <summary>The rows of a file that could not be imported, as a workbook that says what is wrong with each.</summary>
public static class ImportErrorList
{
    private const string ProblemHead = "Masalah";
    private static readonly XLColor Wrong = XLColor.FromHtml("#FDECEA");

    /// <summary>
    /// All rows of the file in its order, with a last column "Masalah". Corrected, it can be imported as it is: that column is not read. Good rows are
    /// there too, because a file is imported whole.
    /// </summary>
    /// <param name="source">The file as it was read.</param>
    /// <param name="preview">The preview made of it.</param>
    public static byte[] Write(ImportSource source, ImportPreview preview)
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet(string.Create(CultureInfo.InvariantCulture, $"Lampiran {preview.Period.Year}"));
        var months = source.Annex.Period.Months;
        var last = months.Count + 3;
        string[] heads = ["No.", "Jabatan/SKPD/UKPD", .. months.Select(month => month.Name), ProblemHead];
        for (var column = 0; column < heads.Length; column++)
        {
            sheet.Cell(1, column + 1).SetValue(heads[column]);
        }

        for (var index = 0; index < preview.Rows.Count; index++)
        {
            WriteRow(sheet, index + 2, source.Annex.Rows[index].Cells.Select(cell => cell.AsPrinted).ToList(), preview.Rows[index]);
        }

        sheet.Row(1).Style.Font.Bold = true;
        sheet.Column(1).Width = 6;
        sheet.Column(2).Width = 40;
        sheet.Columns(3, last - 1).Width = 18;
        sheet.Column(last).Width = 90;
        sheet.SheetView.Freeze(1, 2);
        sheet.Range(1, 1, preview.Rows.Count + 1, last).SetAutoFilter();

        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        return bytes.ToArray();
    }

    private static void WriteRow(IXLWorksheet sheet, int at, List<string> texts, ImportRow row)
    {
        if (row.Number is { } number)
        {
            sheet.Cell(at, 1).SetValue(number);
        }

        AnnexWorkbook.SetText(sheet.Cell(at, 2), row.Label);
        for (var month = 0; month < texts.Count; month++)
        {
            var text = row.Region is null ? texts[month] : month == 0 ? row.Region.AsPrinted : string.Empty;
            if (text.Length > 0)
            {
                AnnexWorkbook.SetText(sheet.Cell(at, month + 3), text);
            }
        }

        if (row.Problems.Count > 0)
        {
            AnnexWorkbook.SetText(sheet.Cell(at, texts.Count + 3), string.Join(' ', row.Problems));
            sheet.Range(at, 1, at, texts.Count + 3).Style.Fill.BackgroundColor = Wrong;
        }
    }
}
