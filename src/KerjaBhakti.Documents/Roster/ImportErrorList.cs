using System.Globalization;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Roster.Importing;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Documents.Roster;

/// <summary>The rows of a file that could not be imported, as a workbook that says what is wrong with each.</summary>
public static class ImportErrorList
{
    /// <summary>
    /// All rows of the file in its order, with a last column "Masalah". Corrected, it can be imported as it is: that column is not read.
    /// Good rows are there too, because a file is imported whole.
    /// </summary>
    /// <param name="source">The file as it was read.</param>
    /// <param name="preview">The preview made of it.</param>
    public static byte[] Write(ImportSource source, ImportPreview preview) =>
        ErrorList.Write(
            $"Lampiran {preview.Period.Years}",
            ["No.", "Jabatan/SKPD/UKPD", .. source.Annex.Period.Months.Select(source.Annex.Period.HeadOf)],
            preview.Rows.Select(
                (row, index) => (TextsOf(row, source.Annex.Rows[index]), row.Problems.Count > 0 ? string.Join(' ', row.Problems) : null)
            )
        );

    private static IReadOnlyList<string> TextsOf(ImportRow row, AnnexRow printed) =>
        [
            row.Number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty,
            row.Label,
            .. row.Region is { } region ? [region.AsPrinted] : printed.Cells.Select(cell => cell.AsPrinted),
        ];
}
