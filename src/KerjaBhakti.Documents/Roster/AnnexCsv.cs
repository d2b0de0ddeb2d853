using CsvHelper;
using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Documents.Roster;

/// <summary>An annex as csv: UTF-8, comma, RFC 4180.</summary>
public static class AnnexCsv
{
    /// <summary>
    /// The table alone, header first. There is no byte order mark: programs that read the file find the header's first name to be exactly
    /// <c>No</c>. A region row carries the region's name in its first month. Text that would start a formula gets an apostrophe.
    /// </summary>
    public static byte[] Write(Annex annex)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default, leaveOpen: true))
        {
            csv.WriteRecord(["No", "Jabatan/SKPD/UKPD", .. annex.Period.Months.Select(annex.Period.HeadOf)]);
            foreach (var row in annex.Rows)
            {
                WriteRow(csv, row);
            }
        }

        return bytes.ToArray();
    }

    private static void WriteRow(CsvWriter csv, AnnexRow row)
    {
        if (row.Number is { } number)
        {
            csv.WriteField(number);
        }
        else
        {
            csv.WriteField(string.Empty);
        }

        csv.WriteField(SpreadsheetText.Defuse(row.Label));
        for (var month = 0; month < row.Cells.Count; month++)
        {
            var text =
                row.Region is null ? row.Cells[month].AsPrinted
                : month == 0 ? row.Region.AsPrinted
                : string.Empty;
            csv.WriteField(SpreadsheetText.Defuse(text));
        }

        csv.EndRecord();
    }
}
