using System.Text;
using CsvHelper;
using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Documents.Tables;

/// <summary>
/// A csv file. Its separator (comma, semicolon, tab) is the one that stands most often in the line of the heads, or else parts the most
/// lines alike.
/// </summary>
/// <param name="text">The text of the file.</param>
/// <param name="separator">The separator where a form fixes it; null to find it.</param>
internal sealed class CsvSheet(string text, char? separator = null) : Sheet(name: null)
{
    // Lines that are looked at to find the separator.
    private const int FirstLines = 40;
    private const string SeparatorLine = "sep=";

    // A line with one of these heads a table, and its own separators count for more than those of all other lines: names have commas.
    private static readonly string[] HeadWords = ["jabatan", "layanan", "staff_id", "komponen"];

    public override IEnumerable<SheetRow> Rows()
    {
        // Excel's own first line, which names the separator and is no row.
        var named =
            text.StartsWith(SeparatorLine, StringComparison.OrdinalIgnoreCase) && text.Length > SeparatorLine.Length
                ? text[SeparatorLine.Length]
                : (char?)null;
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = separator ?? named ?? FindSeparator(),
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        };
        using var csv = CsvReader.Create(Encoding.UTF8.GetBytes(text), options);
        var gap = true;
        while (Advance(csv))
        {
            if (named is not null && csv.LineNumber == 1)
            {
                continue;
            }

            var texts = new string[Math.Min(csv.FieldCount, MostColumns)];
            for (var column = 0; column < texts.Length; column++)
            {
                texts[column] = Spelling.Tidy(SpreadsheetText.Restore(csv.GetString(column)));
            }

            var blank = texts.All(cell => cell.Length == 0);
            if (!blank)
            {
                yield return new SheetRow((int)csv.LineNumber, gap, texts);
            }

            gap = blank;
        }
    }

    public override string Where(int row, int column) => $"baris {row} kolom {column + 1}";

    public override string? Oddity()
    {
        var rows = Rows().Take(3).ToList();
        if (rows.Count > 1 && rows.TrueForAll(row => row.Texts.Count == 1 && row[0].Count(character => character is ',' or ';') > 1))
        {
            return "Setiap baris berkas CSV berada di dalam satu pasang tanda kutip, sehingga hanya ada satu kolom; buka berkas aslinya di Excel atau LibreOffice lalu simpan ulang sebagai .xlsx.";
        }

        return rows.Count > 0 && rows.TrueForAll(row => row.Texts.Count == 1 && row[0].Count(character => character == '|') > 1)
            ? "Kolom berkas ini dipisahkan dengan garis tegak (|), yang tidak dibaca; simpan ulang sebagai .xlsx, atau sebagai CSV dengan koma atau titik koma."
            : null;
    }

    private static bool Advance(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException malformed)
        {
            throw new TableUnreadableException(
                $"Tanda kutip pada isi yang mulai di baris {malformed.LineNumber} berkas CSV tidak berpasangan; tutup tanda kutip itu, atau simpan ulang dari Excel atau LibreOffice.",
                malformed
            );
        }
    }

    private char FindSeparator()
    {
        // The last piece of the split is the rest of the file.
        var lines = text.Split(['\n', '\r'], FirstLines + 1, StringSplitOptions.RemoveEmptyEntries).Take(FirstLines).ToList();
        if (
            lines.Find(line =>
                Array.Exists(HeadWords, word => line.Contains(word, StringComparison.OrdinalIgnoreCase))
                && line.IndexOfAny([',', ';', '\t']) >= 0
            ) is
            { } head
        )
        {
            return ";,\t".MaxBy(candidate => CountOutsideQuotes(head, candidate));
        }

        return ";,\t".MaxBy(candidate =>
        {
            var counts = lines.Select(line => CountOutsideQuotes(line, candidate)).Where(count => count > 0).ToList();
            var alike = counts.CountBy(count => count).Select(pair => (Lines: pair.Value, Count: pair.Key)).DefaultIfEmpty().Max();

            // Lines that are parted alike count for most, then how often the separator stands in them.
            return (alike.Lines, alike.Count, counts.Sum());
        });
    }

    private static int CountOutsideQuotes(string line, char separator)
    {
        var (count, quoted) = (0, false);
        foreach (var character in line)
        {
            quoted ^= character == '"';
            count += character == separator && !quoted ? 1 : 0;
        }

        return count;
    }
}
