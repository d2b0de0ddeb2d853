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
    /// <param name="columns">Which columns are which, where a person said it; null lets the file say it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="AnnexUnreadableException">The file is no annex. No content whatever makes this method throw anything else.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static AnnexFile Read(
        Stream stream, string fileName, Gazetteer gazetteer, int? year, int defaultYear, AnnexColumns? columns = null, CancellationToken cancellationToken = default)
    {
        var bytes = ReadAll(stream);
        string? nearMiss = null;
        foreach (var (index, sheet) in SheetsOf(bytes).Index())
        {
            if (columns is not null && columns.Sheet != index)
            {
                continue;
            }

            using var rows = sheet.Rows().GetEnumerator();
            var titles = new List<string>();
            var header = columns is null
                ? AnnexHeader.Find(sheet, rows, titles, ref nearMiss)
                : AnnexHeader.Choose(sheet, rows, columns, titles);
            if (header is null)
            {
                continue;
            }

            var found = AnnexYear.Resolve(year, header, sheet.Name, titles, fileName, defaultYear);
            var table = new AnnexTableReader(sheet, header, gazetteer);
            table.ReadRows(rows, cancellationToken);
            return new AnnexFile(table.ToAnnex(found.Year, AnnexYear.InstructionDate(titles)), found.Source)
            {
                FileRows = table.FileRows,
                UnusedHeads = [.. header.UnusedHeads],
                NumbersByOrder = header.NumberColumn is null,
            };
        }

        throw new AnnexUnreadableException(nearMiss
            ?? $"Berkas tidak memuat tabel lampiran: dalam {AnnexHeader.MostTitleRows + 1} baris pertama harus ada baris kepala yang memuat No, "
                + "Jabatan/SKPD/UKPD, lalu nama bulan berturut-turut seperti Mei, Juni, Juli.")
        {
            ColumnsInDoubt = true,
        };
    }

    /// <summary>The first rows of every sheet that has any, for a person to say which columns are which.</summary>
    /// <exception cref="AnnexUnreadableException">The file is no table at all, or has no text in it.</exception>
    public static IReadOnlyList<SheetOutline> Outline(Stream stream)
    {
        var sheets = SheetsOf(ReadAll(stream))
            .Select((sheet, index) => new SheetOutline(
                index,
                sheet.Name,
                [.. sheet.Rows().Take(AnnexHeader.MostTitleRows + 1).Select(row => new OutlineRow(row.Number, row.Texts, [.. row.Texts.Select(AnnexHeader.UseOf)]))]))
            .Where(outline => outline.Rows.Count > 0)
            .ToList();
        return sheets.Count > 0 ? sheets : throw new AnnexUnreadableException("Berkas tidak memuat satu sel pun yang berisi; pilih berkas yang memuat lampiran.");
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

    /// <summary>For each row of the annex its row in the workbook, or the line it begins on in a csv; counted from one.</summary>
    public IReadOnlyList<int> FileRows { get; init; } = [];

    /// <summary>The heads of the columns that were not read.</summary>
    public IReadOnlyList<string> UnusedHeads { get; init; } = [];

    /// <summary>Whether the file has no column of numbers, so that its rows were numbered by their order.</summary>
    public bool NumbersByOrder { get; init; }
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

    /// <summary>Whether the file holds a table whose columns were not understood, so that a person can say which are which.</summary>
    public bool ColumnsInDoubt { get; init; }
}
