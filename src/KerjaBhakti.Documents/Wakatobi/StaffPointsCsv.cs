using System.Text;
using CsvHelper;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Documents.Wakatobi;

/// <summary>
/// Staff and points as csv: UTF-8, comma, RFC 4180, header <c>staff_id,name,component,points</c>, one line for each person and component. A byte
/// order mark and blanks around a field do not count.
/// </summary>
public static class StaffPointsCsv
{
    private static readonly string[] Columns = ["staff_id", "name", "component", "points"];
    private static readonly string Header = string.Join(',', Columns);

    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = false,
        Separator = ',',
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <summary>Reads the lines in the order of the file.</summary>
    /// <exception cref="FundRefusedException">The file has another form, or points are no decimal number; says every line.</exception>
    public static IReadOnlyList<StaffPoints> Read(byte[] file)
    {
        RequireUtf8(file);
        using var csv = CsvReader.Create(file, Options);
        if (!Advance(csv) || !Fields(csv).SequenceEqual(Columns))
        {
            throw new FundRefusedException($"Baris pertama berkas pegawai harus '{Header}', dengan koma sebagai pemisah.");
        }

        var staff = new List<StaffPoints>();
        var problems = new List<string>();
        while (Advance(csv))
        {
            var line = (int)csv.LineNumber;
            if (Fields(csv) is not [var id, var name, var component, var points])
            {
                problems.Add($"Baris {line}: ada {csv.FieldCount} kolom, padahal harus {Columns.Length} ({Header}).");
            }
            else if (points.Length > 0 && !ExactDecimal.TryParse(points, out _))
            {
                problems.Add($"Baris {line}: {WhyNot(points)}");
            }
            else
            {
                staff.Add(new StaffPoints(id, name, component, ExactDecimal.TryParse(points, out var value) ? value : null) { Line = line });
            }
        }

        return problems.Count == 0 ? staff : throw new FundRefusedException(problems);
    }

    private static string WhyNot(string points) => points switch
    {
        { Length: > ExactDecimal.MostCharacters } => $"poin paling panjang {ExactDecimal.MostCharacters} angka.",
        _ when points.StartsWith('-') => $"poin '{points}' negatif; poin tidak boleh kurang dari nol.",
        _ when points.Contains(',', StringComparison.Ordinal) => $"poin '{points}' memakai koma; tulis desimal dengan titik, misalnya 12.5, tanpa pemisah ribuan.",
        _ => $"poin '{points}' bukan angka; tulis misalnya 12.5.",
    };

    private static void RequireUtf8(byte[] file)
    {
        try
        {
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetCharCount(file);
        }
        catch (DecoderFallbackException invalid)
        {
            throw new FundRefusedException($"Berkas pegawai tidak berenkode UTF-8 (byte ke-{invalid.Index + 1}); simpan ulang sebagai \"CSV UTF-8\".");
        }
    }

    private static string[] Fields(CsvReader csv) =>
        [.. Enumerable.Range(0, csv.FieldCount).Select(column => csv.GetString(column).Trim('\uFEFF', ' ', '\t', '\u00A0'))];

    private static bool Advance(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException malformed)
        {
            throw new FundRefusedException($"Tanda kutip pada isi yang mulai di baris {malformed.LineNumber} berkas pegawai tidak berpasangan.");
        }
    }
}
