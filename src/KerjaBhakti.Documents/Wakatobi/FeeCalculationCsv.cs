using CsvHelper;
using KerjaBhakti.Wakatobi.Fees;

namespace KerjaBhakti.Documents.Wakatobi;

/// <summary>
/// A fee distribution as csv for other programs: UTF-8 without a byte order mark, comma, RFC 4180 with its CRLF after every line.
/// </summary>
public static class FeeCalculationCsv
{
    private static readonly string[] Header =
    [
        "staff_id",
        "component",
        "points",
        "share_numerator",
        "share_denominator",
        "floor",
        "extra",
        "amount",
    ];

    /// <summary>
    /// A line for each person and component, by staff number and then by component, ordinal. <c>share_numerator</c> and
    /// <c>share_denominator</c> are the exact share of the component's pool in rupiah, as a fraction in lowest terms: Rp391,25 is 1565 and
    /// 4. <c>floor</c> is that share rounded down,
    /// <c>extra</c> 0 or 1, <c>amount</c> their sum, in rupiah without separators. <c>points</c> are as they were read, empty where none
    /// were. The last line is <c>TOTAL</c> with the pool.
    /// </summary>
    /// <remarks>
    /// Nothing is put before text that a spreadsheet would take for a formula, as it is elsewhere: a program that looks up <c>-7</c> must
    /// find
    /// <c>-7</c>. People get workbooks.
    /// </remarks>
    public static byte[] Write(FeeCalculation calculation)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default, leaveOpen: true))
        {
            csv.WriteRecord(Header);
            foreach (var line in calculation.Lines)
            {
                csv.WriteField(line.Staff.StaffId);
                csv.WriteField(line.Staff.Component);
                csv.WriteField(line.Staff.Points?.ToString() ?? string.Empty);
                csv.WriteField(line.Exact.Numerator);
                csv.WriteField(line.Exact.Denominator);
                csv.WriteField(line.Part.Floor.Amount);
                csv.WriteField(line.Part.Extra);
                csv.WriteField(line.Part.Amount.Amount);
                csv.EndRecord();
            }

            csv.WriteField(StaffPoints.Total);
            for (var column = 2; column < Header.Length; column++)
            {
                csv.WriteField(string.Empty);
            }

            csv.WriteField(calculation.Pool.Amount);
            csv.EndRecord();
        }

        return bytes.ToArray();
    }
}
