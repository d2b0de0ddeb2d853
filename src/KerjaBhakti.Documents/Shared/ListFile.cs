using System.Globalization;
using ClosedXML.Excel;
using CsvHelper;

namespace KerjaBhakti.Documents.Shared;

/// <summary>A list as it stands on the screen, as a file: headings and rows, nothing of letterheads.</summary>
/// <param name="Name">What is listed; the name of the sheet.</param>
/// <param name="Headings">The columns.</param>
/// <param name="Rows">The cells: a text, a whole number, a <see cref="DateOnly"/>, or null for an empty one.</param>
public sealed record ListFile(string Name, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    private const int MostSheetName = 31;

    // Characters; widths are set by hand, because measuring text needs fonts a server does not have.
    private const double LeastWidth = 10;
    private const double MostWidth = 60;

    /// <summary>As comma-separated values; text that a spreadsheet would take for a formula is defused.</summary>
    public byte[] ToCsv()
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default, leaveOpen: true))
        {
            csv.WriteRecord([.. Headings]);
            foreach (var row in Rows)
            {
                csv.WriteRecord([
                    .. row.Select(cell =>
                        cell switch
                        {
                            string text => SpreadsheetText.Defuse(text),
                            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                            _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? string.Empty,
                        }
                    ),
                ]);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>As a workbook with a filter over a fixed row of headings.</summary>
    public byte[] ToWorkbook() => ToWorkbook([this]);

    /// <summary>Several lists as one workbook, a sheet for each.</summary>
    public static byte[] ToWorkbook(IReadOnlyList<ListFile> lists)
    {
        using var workbook = new XLWorkbook();
        foreach (var list in lists)
        {
            list.AddTo(workbook);
        }

        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        return bytes.ToArray();
    }

    private void AddTo(XLWorkbook workbook)
    {
        var sheet = workbook.AddWorksheet(Name.Length <= MostSheetName ? Name : Name[..MostSheetName]);
        foreach (var (column, heading) in Headings.Index())
        {
            WorkbookText.Set(sheet.Cell(1, column + 1), heading);
            var widest = Rows.Select(row => (row[column] as string)?.Length ?? 0).Append(heading.Length + 3).Max();
            sheet.Column(column + 1).Width = Math.Clamp(widest + 1, LeastWidth, MostWidth);
        }

        foreach (var (index, row) in Rows.Index())
        {
            foreach (var (column, cell) in row.Index())
            {
                Write(sheet.Cell(index + 2, column + 1), cell);
            }
        }

        sheet.Row(1).Style.Font.Bold = true;
        sheet.SheetView.FreezeRows(1);
        sheet.Range(1, 1, Rows.Count + 1, Headings.Count).SetAutoFilter();
    }

    private static void Write(IXLCell target, object? cell)
    {
        switch (cell)
        {
            case null:
                break;
            case string text:
                WorkbookText.Set(target, text);
                break;
            case DateOnly date:
                target.SetValue(date.ToDateTime(TimeOnly.MinValue));
                target.Style.NumberFormat.Format = "dd/mm/yyyy";
                break;
            default:
                // A workbook's numbers are floating point; a count or an amount of this program is small enough to be exact in one.
                target.SetValue(Convert.ToDouble(cell, CultureInfo.InvariantCulture));
                target.Style.NumberFormat.Format = "#,##0";
                break;
        }
    }
}
