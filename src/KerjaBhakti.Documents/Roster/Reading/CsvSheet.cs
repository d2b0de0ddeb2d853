using System.Text;
using CsvHelper;
using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Documents.Roster.Reading;

/// <summary>A csv file. The separator (comma, semicolon, tab) is the one that stands most often in the header's line.</summary>
internal sealed class CsvSheet(string text) : Sheet(name: null)
{
    public override IEnumerable<SheetRow> Rows()
    {
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = FindSeparator(),
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        };
        using var csv = CsvReader.Create(Encoding.UTF8.GetBytes(text), options);
        var gap = true;
        while (Advance(csv))
        {
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

    private static bool Advance(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException malformed)
        {
            throw new AnnexUnreadableException(
                $"Tanda kutip pada isi yang mulai di baris {malformed.LineNumber} berkas CSV tidak berpasangan; tutup tanda kutip itu, atau simpan ulang dari Excel atau LibreOffice.",
                malformed);
        }
    }

    private char FindSeparator()
    {
        // The last piece of the split is the rest of the file. Where no line heads the table, all of the first ones are counted.
        var lines = text.Split('\n', AnnexHeader.MostTitleRows + 2).Take(AnnexHeader.MostTitleRows + 1).ToList();
        var header = lines.Find(line => line.Contains("jabatan", StringComparison.OrdinalIgnoreCase)) ?? string.Concat(lines);
        return ",;\t".MaxBy(separator => header.Count(character => character == separator));
    }
}
