using System.Globalization;
using KerjaBhakti.Documents.Roster.Reading;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Importing;
using KerjaBhakti.Roster.Positions;
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
    /// <param name="year">The year of the months, 2000 to 2199; null lets the file say it. Of several sheets the one of this year is
    /// read.</param>
    /// <param name="defaultYear">The year to assume where neither the caller nor the file says one, 2000 to 2199.</param>
    /// <param name="columns">Which columns are which, where a person said it; null lets the file say it.</param>
    /// <param name="sheet">The name of the sheet, where a person said it; null lets the file say it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="TableUnreadableException">The file is no annex. No content whatever makes this method throw anything
    /// else.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static AnnexFile Read(
        Stream stream,
        string fileName,
        Gazetteer gazetteer,
        int? year,
        int defaultYear,
        AnnexColumns? columns = null,
        string? sheet = null,
        CancellationToken cancellationToken = default
    )
    {
        using var file = TableFile.Open(ReadAll(stream), MostBytes);
        return new AnnexSheets(file, gazetteer).Read(new AnnexRequest(year, defaultYear, columns, sheet), fileName, cancellationToken);
    }

    /// <summary>The first rows of every visible sheet that has any, for a person to say which columns are which.</summary>
    /// <exception cref="TableUnreadableException">The file is no table at all, or has no text in it.</exception>
    public static IReadOnlyList<SheetOutline> Outline(Stream stream)
    {
        using var file = TableFile.Open(ReadAll(stream), MostBytes);
        var sheets = file
            .Sheets.Index()
            .Where(item => !item.Item.IsHidden)
            .Select(item => new SheetOutline(
                item.Index,
                item.Item.Name,
                [
                    .. item
                        .Item.Load(HeadRow.MostTitleRows)
                        .Select(row => new OutlineRow(row.Number, row.Texts, AnnexHeader.UsesOf(row, item.Item))),
                ]
            ))
            .Where(outline => outline.Rows.Count > 0)
            .ToList();
        return sheets.Count > 0
            ? sheets
            : throw new TableUnreadableException("Berkas tidak memuat satu sel pun yang berisi; pilih berkas yang memuat lampiran.");
    }

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
                throw new TableUnreadableException(
                    "Berkas lebih besar dari 10 MB; lampiran 100 baris hanya beberapa puluh KB. Hapus gambar dan lembar lain lalu simpan ulang."
                );
            }
        }

        return content.ToArray();
    }
}

/// <summary>An annex read from a file.</summary>
/// <param name="Annex">The annex, as it stands in the file.</param>
/// <param name="YearSource">Where the year of its months comes from.</param>
public sealed record AnnexFile(Annex Annex, AnnexYearSource YearSource)
{
    // A list that is longer is not read.
    private const int MostNamed = 10;

    /// <summary>Whether neither the caller nor the file said the year, so that a person should confirm it.</summary>
    public bool YearWasAssumed => YearSource == AnnexYearSource.Assumed;

    /// <summary>For each row of the annex its row in the workbook, or the line it begins on in a csv; counted from one.</summary>
    public IReadOnlyList<int> FileRows { get; init; } = [];

    /// <summary>The heads of the columns that were not read.</summary>
    public IReadOnlyList<string> UnusedHeads { get; init; } = [];

    /// <summary>What was passed over, and what is read although it looks as if it should not be: one Indonesian sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What nobody can read for certain, by row; such a file is refused until it is corrected.</summary>
    public IReadOnlyList<RowDoubt> Doubts { get; init; } = [];

    /// <summary>Whether a row is labelled with a short name of its post.</summary>
    public bool HasShortPosts(PostAliases aliases) => Annex.Rows.Any(row => aliases.Find(row.Label) is not null);

    /// <summary>
    /// The file with the posts written as an annex prints them, where a label is a short name ("Satpol PP"); a remark says which were.
    /// </summary>
    /// <param name="aliases">The short names.</param>
    public AnnexFile InFull(PostAliases aliases)
    {
        var shortened = Annex
            .Rows.Select((row, index) => (row.Label, Full: aliases.Find(row.Label), Line: FileRows[index]))
            .Where(row => row.Full is not null)
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"'{row.Label}' (baris {row.Line} berkas) menjadi {row.Full}"))
            .ToList();
        return shortened.Count == 0
            ? this
            : this with
            {
                Annex = Annex with { Rows = [.. Annex.Rows.Select(row => row with { Label = aliases.InFull(row.Label) })] },
                Remarks = [.. Remarks, ShortPosts(shortened)],
            };
    }

    private static string ShortPosts(List<string> shortened)
    {
        var more = shortened.Count - MostNamed;
        var rest = more > 0 ? string.Create(CultureInfo.InvariantCulture, $"; dan {more} lainnya") : null;
        return $"Singkatan jabatan ditulis lengkap: {string.Join("; ", shortened.Take(MostNamed))}{rest}.";
    }

    /// <summary>The file as an import takes it.</summary>
    public ImportSource ToSource() => new(Annex, FileRows) { Doubts = Doubts };

    /// <summary>Whether the file has no numbers, so that its rows were numbered by their order.</summary>
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
