using KerjaBhakti.Documents.Roster.Reading;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Documents.Roster;

/// <summary>Reads an annex back from a file somebody made: xlsx or csv, recognised by content, never by name.</summary>
public static class AnnexReader
{
    /// <summary>The largest file that is read, in bytes (10 MiB).</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>
    /// Reads the annex. What a person can correct in the table (an unknown kecamatan, an empty cell, a row without number) is kept as it
    /// stands for the auditor to report; only what leaves the table itself in doubt is refused.
    /// </summary>
    /// <param name="stream">The file; read to its end or to just above <see cref="MostBytes"/>.</param>
    /// <param name="fileName">The file's name, in which a year may stand.</param>
    /// <param name="gazetteer">The names of cities and kecamatan.</param>
    /// <param name="year">The year of the months, 2000 to 2199; null lets the file say it.</param>
    /// <param name="defaultYear">The year to assume where neither the caller nor the file says one, 2000 to 2199.</param>
    /// <exception cref="AnnexUnreadableException">The file is no annex. No content whatever makes this method throw anything else.</exception>
    public static AnnexFile Read(Stream stream, string fileName, Gazetteer gazetteer, int? year, int defaultYear)
    {
        var bytes = ReadAll(stream);
        string? nearMiss = null;
        foreach (var sheet in SheetsOf(bytes))
        {
            using var rows = sheet.Rows().GetEnumerator();
            var titles = new List<string>();
            if (AnnexHeader.Find(sheet, rows, titles, ref nearMiss) is not { } header)
            {
                continue;
            }

            var found = AnnexYear.Resolve(year, header, sheet.Name, titles, fileName, defaultYear);
            var table = new AnnexTableReader(sheet, header, gazetteer);
            table.ReadRows(rows);
            return new AnnexFile(table.ToAnnex(found.Year, AnnexYear.InstructionDate(titles)), found.Source);
        }

        throw new AnnexUnreadableException(nearMiss
            ?? $"Berkas tidak memuat tabel lampiran: dalam {AnnexHeader.MostTitleRows + 1} baris pertama harus ada baris kepala yang memuat No, "
                + "Jabatan/SKPD/UKPD, lalu nama bulan berturut-turut seperti Mei, Juni, Juli.");
    }

    private static IEnumerable<Sheet> SheetsOf(byte[] bytes) => FileContent.Recognize(bytes) switch
    {
        FileContent.Kind.Workbook => WorkbookSheets.Open(bytes),
        FileContent.Kind.Text => [new CsvSheet(TextContent.Decode(bytes))],
        _ => throw new AnnexUnreadableException(FileContent.Refusal(bytes)),
    };

    private static byte[] ReadAll(Stream stream)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            content.Write(buffer, 0, count);
            if (content.Length > MostBytes)
            {
                throw new AnnexUnreadableException("Berkas lebih besar dari 10 MiB; lampiran 100 baris hanya beberapa puluh KiB. Hapus gambar dan lembar lain lalu simpan ulang.");
            }
        }

        return content.Length > 0
            ? content.ToArray()
            : throw new AnnexUnreadableException("Berkas kosong (0 byte); pilih berkas xlsx atau csv yang memuat lampiran.");
    }
}

/// <summary>An annex read from a file.</summary>
/// <param name="Annex">The annex, as it stands in the file.</param>
/// <param name="YearSource">Where the year of its months comes from.</param>
public sealed record AnnexFile(Annex Annex, AnnexYearSource YearSource)
{
    /// <summary>Whether neither the caller nor the file said the year, so that a person should confirm it.</summary>
    public bool YearWasAssumed => YearSource == AnnexYearSource.Assumed;
}

/// <summary>Where the year of an annex read from a file comes from, the most certain first.</summary>
public enum AnnexYearSource
{
    /// <summary>The caller said it.</summary>
    Given,

    /// <summary>A column's head: "Mei 2015".</summary>
    MonthHeader,

    /// <summary>The name of the sheet: "Lampiran 2015".</summary>
    SheetName,

    /// <summary>The lines above the table; where they name several years, the one nearest to it.</summary>
    Title,

    /// <summary>The name of the file: <c>annex-2015.csv</c>.</summary>
    FileName,

    /// <summary>Nothing said it: the caller's default.</summary>
    Assumed,
}

/// <summary>A file that cannot be read as an annex. The message is one Indonesian sentence for the user: what is wrong, where, what to do.</summary>
public sealed class AnnexUnreadableException : Exception
{
    /// <summary>Refuses a file.</summary>
    public AnnexUnreadableException(string message)
        : base(message)
    {
    }

    /// <summary>Refuses a file for what a library found in it.</summary>
    public AnnexUnreadableException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
