using System.Globalization;
using CsvHelper;

namespace KerjaBhakti.Data.Institutions;

/// <summary>A line of a table that people write by hand.</summary>
/// <param name="Number">The line in the file, from one.</param>
/// <param name="Fields">Its fields, by the name of their column.</param>
internal sealed record CsvLine(int Number, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>A field; empty where the table has no such column.</summary>
    public string this[string column] => Fields.GetValueOrDefault(column, string.Empty);
}

/// <summary>Reads tables with a head, and notes with its line what cannot be read.</summary>
internal static class CsvLines
{
    /// <summary>The lines below the head.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="needed">Columns it must have.</param>
    /// <param name="more">Columns it may have; null where any is let through.</param>
    /// <param name="note">Takes what is wrong, with its line.</param>
    public static (IReadOnlyList<string> Head, IReadOnlyList<CsvLine> Lines) Read(
        byte[] bytes,
        IReadOnlyList<string> needed,
        IReadOnlyList<string>? more,
        Action<int?, string> note
    )
    {
        var lines = new List<CsvLine>();
        List<string>? head = null;
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        };
        try
        {
            using var csv = CsvReader.Create(bytes, options);
            while (csv.Read())
            {
                var fields = Enumerable.Range(0, csv.FieldCount).Select(column => csv.GetString(column)).ToList();
                var number = (int)csv.LineNumber;
                if (head is null)
                {
                    head = [.. fields.Select(field => field.Trim().TrimStart('\uFEFF'))];
                    CheckHead(head, number, needed, more, note);
                    continue;
                }

                if (fields.Count != head.Count)
                {
                    note(
                        number,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{fields.Count} kolom, padahal kepala tabel {head.Count}; isi yang memuat koma ditulis dalam tanda kutip."
                        )
                    );
                    continue;
                }

                lines.Add(new CsvLine(number, head.Zip(fields).DistinctBy(pair => pair.First).ToDictionary()));
            }
        }
        catch (CsvFormatException malformed)
        {
            note((int)malformed.LineNumber, "tanda kutip pada isi yang mulai di sini tidak berpasangan.");
        }

        if (head is null)
        {
            note(null, $"berkas kosong; baris pertama harus {string.Join(',', needed)}.");
        }

        return (head ?? [], lines);
    }

    private static void CheckHead(
        List<string> head,
        int number,
        IReadOnlyList<string> needed,
        IReadOnlyList<string>? more,
        Action<int?, string> note
    )
    {
        foreach (var column in needed.Except(head))
        {
            note(number, $"kolom \"{column}\" belum ada.");
        }

        foreach (var column in more is null ? [] : head.Except(needed).Except(more))
        {
            note(number, $"kolom \"{column}\" tidak dikenal.");
        }

        foreach (var twice in head.CountBy(column => column).Where(count => count.Value > 1))
        {
            note(number, $"kolom \"{twice.Key}\" ada {twice.Value} kali.");
        }
    }
}
