using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Documents.Roster.Reading;
using KerjaBhakti.Wakatobi;

namespace KerjaBhakti.Documents.Wakatobi;

/// <summary>What a cell of a table of claims holds.</summary>
public enum ClaimCellKind
{
    /// <summary>Text; also a number kept as text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A formula.</summary>
    Formula,
}

/// <summary>A cell of a table of claims.</summary>
/// <param name="Place">Where it is, as a sentence begins: "Sel C5", "Baris 5 kolom 3".</param>
/// <param name="Text">What it shows; a number plainly, with a full stop before decimals; of a formula its result.</param>
/// <param name="Kind">What it holds.</param>
public sealed record ClaimCell(string Place, string Text, ClaimCellKind Kind = ClaimCellKind.Text);

/// <summary>A row of a table of claims that is not empty.</summary>
/// <param name="Number">Its number in the workbook, or its line in a csv; from 1.</param>
/// <param name="Cells">Its cells from the table's first column on.</param>
public sealed record ClaimRow(int Number, IReadOnlyList<ClaimCell> Cells);

/// <summary>Claim totals in a file: the first sheet of an xlsx that has any text, or a csv; told apart by content, never by name.</summary>
public static class ClaimFile
{
    /// <summary>The largest file that is read, in bytes (1 MiB).</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>The most rows; there are nine services.</summary>
    public const int MostRows = 200;

    private const int MostColumns = 20;
    private const int MostCharacters = 200;

    /// <summary>Reads the rows that are not empty, as they stand in the file.</summary>
    /// <exception cref="FundRefusedException">The file is no table, is damaged, or is larger than such a table can be.</exception>
    public static IReadOnlyList<ClaimRow> Read(byte[] file)
    {
        try
        {
            return file.Length switch
            {
                0 => throw new FundRefusedException("Berkas kosong (0 byte); pilih berkas xlsx atau csv."),
                > MostBytes => throw new FundRefusedException("Berkas lebih besar dari 1 MiB; salin tabelnya ke buku kerja baru lalu simpan ulang."),
                _ => SheetsOf(file).Select(Read).FirstOrDefault(rows => rows.Count > 0)
                    ?? throw new FundRefusedException("Berkas tidak memuat satu sel pun yang berisi."),
            };
        }
        catch (AnnexUnreadableException unreadable)
        {
            throw new FundRefusedException(unreadable.Message);
        }
    }

    private static IEnumerable<Sheet> SheetsOf(byte[] file) => FileContent.Recognize(file) switch
    {
        FileContent.Kind.Workbook => WorkbookSheets.Open(file),
        FileContent.Kind.Text => [new CsvSheet(TextContent.Decode(file))],
        _ => throw new FundRefusedException(FileContent.Refusal(file)),
    };

    private static IReadOnlyList<ClaimRow> Read(Sheet sheet)
    {
        // One more than there may be, so that a sheet without end is not read to it.
        var rows = sheet.Rows().Take(MostRows + 1).ToList();
        if (rows.Count > MostRows)
        {
            throw new FundRefusedException($"Berkas memuat lebih dari {MostRows} baris; sisakan satu baris untuk tiap layanan.");
        }

        var first = rows.Select(row => row.Texts.TakeWhile(text => text.Length == 0).Count()).DefaultIfEmpty(0).Min();
        return [.. rows.Select(row => new ClaimRow(row.Number, [.. Enumerable.Range(first, Math.Min(row.Texts.Count - first, MostColumns)).Select(column => Cell(sheet, row, column))]))];
    }

    private static ClaimCell Cell(Sheet sheet, SheetRow row, int column)
    {
        var where = sheet.Where(row.Number, column);
        var place = char.ToUpperInvariant(where[0]) + where[1..];
        var text = row[column];
        return text.Length <= MostCharacters
            ? new ClaimCell(place, text, row.Kinds.GetValueOrDefault(column) switch
            {
                CellKind.Number => ClaimCellKind.Number,
                CellKind.Formula => ClaimCellKind.Formula,
                _ => ClaimCellKind.Text,
            })
            : throw new FundRefusedException($"{place}: isi lebih panjang dari {MostCharacters} huruf.");
    }
}
