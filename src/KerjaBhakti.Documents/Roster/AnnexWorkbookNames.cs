using ClosedXML.Excel;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Documents.Roster;

/// <summary>The hidden sheet of names beside an annex, and the check of the month cells against it.</summary>
internal static class AnnexWorkbookNames
{
    private const string SheetName = "Kecamatan";

    /// <summary>Writes the names, one row for each kecamatan; returns the range the month cells choose from.</summary>
    public static IXLRange Write(XLWorkbook workbook, Annex annex, Gazetteer gazetteer)
    {
        var sheet = workbook.AddWorksheet(SheetName);
        string[] heads = ["Kecamatan", "Kode", "Kota/Kabupaten", "Nama baku", "Ejaan lain"];
        for (var column = 0; column < heads.Length; column++)
        {
            sheet.Cell(1, column + 1).SetValue(heads[column]);
        }

        sheet.Range(1, 1, 1, heads.Length).Style.Font.Bold = true;
        var usual = UsualSpellings(annex);
        var row = 1;
        foreach (
            var (name, kecamatan) in gazetteer
                .Kecamatan.Select(kecamatan => (usual.GetValueOrDefault(kecamatan.Code, kecamatan.Name), kecamatan))
                .OrderBy(pair => pair.Item1, StringComparer.Ordinal)
        )
        {
            row++;
            AnnexWorkbook.SetText(sheet.Cell(row, 1), name);
            AnnexWorkbook.SetText(sheet.Cell(row, 2), kecamatan.Code.ToString());
            AnnexWorkbook.SetText(sheet.Cell(row, 3), gazetteer[kecamatan.Code.City].Name);
            AnnexWorkbook.SetText(sheet.Cell(row, 4), kecamatan.Name);
            AnnexWorkbook.SetText(sheet.Cell(row, 5), string.Join(", ", kecamatan.Aliases));
        }

        sheet.Column(1).Width = 28;
        sheet.Column(2).Width = 12;
        sheet.Column(3).Width = 44;
        sheet.Column(4).Width = 28;
        sheet.Column(5).Width = 28;
        sheet.SheetView.FreezeRows(1);

        // Hidden, so that it is not printed with the annex; anyone may unhide it.
        sheet.Visibility = XLWorksheetVisibility.Hidden;
        return sheet.Range(2, 1, Math.Max(2, row), 1);
    }

    /// <summary>Lets the month cells of rotating rows offer the names, and question anything else.</summary>
    public static void Validate(IXLWorksheet sheet, Annex annex, int firstRow, int firstColumn, int lastColumn, IXLRange names)
    {
        var ranges = RotatingRuns(annex)
            .Select(run => sheet.Range(firstRow + run.First, firstColumn, firstRow + run.Last, lastColumn))
            .ToList();
        if (ranges.Count == 0)
        {
            return;
        }

        var validation = ranges[0].SetDataValidation();
        validation.AddRanges(ranges.Skip(1));
        validation.List(names);
        validation.IgnoreBlanks = true;
        validation.ErrorStyle = XLErrorStyle.Warning;
        validation.ErrorTitle = "Bukan ejaan dalam daftar";
        validation.ErrorMessage =
            "Isi ini tidak ada dalam daftar kecamatan. Ejaan resmi lain boleh dipakai; periksa ejaannya sebelum melanjutkan.";
    }

    /// <summary>The spelling the annex itself uses most for each kecamatan it names, so that the list does not mix spellings.</summary>
    private static Dictionary<KecamatanCode, string> UsualSpellings(Annex annex) =>
        annex
            .Rows.SelectMany(row => row.Cells)
            .Where(cell => cell.Kecamatan is not null)
            .GroupBy(cell => cell.Kecamatan!.Value, cell => cell.AsPrinted)
            .ToDictionary(
                same => same.Key,
                same => same.GroupBy(text => text, StringComparer.Ordinal).MaxBy(spelling => spelling.Count())!.Key
            );

    /// <summary>The stretches of rotating rows between region rows, as indexes of the first and last row.</summary>
    private static IEnumerable<(int First, int Last)> RotatingRuns(Annex annex)
    {
        var first = 0;
        for (var index = 0; index <= annex.Rows.Count; index++)
        {
            if (index == annex.Rows.Count || annex.Rows[index].IsRegion)
            {
                if (index > first)
                {
                    yield return (first, index - 1);
                }

                first = index + 1;
            }
        }
    }
}
