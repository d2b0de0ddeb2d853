using System.Collections.Frozen;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Runtime.InteropServices;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Documents.Tables;

/// <summary>One table of cells in a file, whatever its format. Rows are streamed: a caller that has seen enough stops asking.</summary>
internal abstract class Sheet(string? name)
{
    /// <summary>How many columns are looked at; an annex has fourteen at most.</summary>
    public const int MostColumns = 100;

    // 1 January 2000 and 2200.
    private const int FirstDay = 36526;
    private const int LastDay = 109575;

    /// <summary>The sheet's name; null for a csv.</summary>
    public string? Name { get; } = name;

    /// <summary>Whether nobody who opens the file sees it.</summary>
    public virtual bool IsHidden => false;

    /// <summary>The columns nobody sees, counted from zero. Complete when the first row has been read.</summary>
    public virtual IReadOnlySet<int> HiddenColumns => FrozenSet<int>.Empty;

    /// <summary>How many days lie between 30 December 1899 and the day from which the file counts days.</summary>
    protected virtual int DaysBefore => 0;

    /// <summary>The merged cells. Complete when <see cref="Rows"/> has been read to its end.</summary>
    public virtual IReadOnlyList<MergedCells> Merges => [];

    /// <summary>The rows that hold any text, in order.</summary>
    public abstract IEnumerable<SheetRow> Rows();

    /// <summary>The place of a cell in words: "sel D12".</summary>
    public abstract string Where(int row, int column);

    /// <summary>Why a file in which no table was found has none, where that can be told; null otherwise.</summary>
    public virtual string? Oddity() => null;

    /// <summary>The place of a cell as a sentence begins with it: "Sel D12".</summary>
    public string WhereFirst(int row, int column) =>
        Where(row, column) is var where ? char.ToUpperInvariant(where[0]) + where[1..] : string.Empty;

    /// <summary>The date in a cell, also where it is the number of a day; null where there is none.</summary>
    public DateOnly? DateAt(SheetRow row, int column)
    {
        if (!int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var days))
        {
            return WrittenDate.Read(row[column]);
        }

        // In a csv the number of a day is a text like any other: only one that looks like a day of this time is taken for it.
        var first = row.KindOf(column) == CellKind.Text ? FirstDay : 1;
        return days + DaysBefore is < LastDay and var day && day >= first ? DateOnly.FromDateTime(DateTime.FromOADate(day)) : null;
    }

    /// <summary>Reads the rows into memory, up to a number of them.</summary>
    /// <param name="most">The most rows that are read; one more is read, by which too many are known.</param>
    public IReadOnlyList<SheetRow> Load(int most) => [.. Rows().Take(most + 1)];

    /// <summary>Refuses rows that <see cref="Load"/> did not read to their end, so that none is lost without a word.</summary>
    /// <param name="rows">What it gave.</param>
    /// <param name="most">What it was asked for.</param>
    /// <exception cref="TableUnreadableException">There are more.</exception>
    public static void RequireEnd(IReadOnlyList<SheetRow> rows, int most)
    {
        if (rows.Count > most)
        {
            throw new TableUnreadableException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Berkas memuat lebih dari {most} baris; hapus baris yang bukan bagian daftar, atau bagilah menjadi beberapa berkas."
                )
            );
        }
    }

    /// <summary>What to say of columns that are read although nobody sees them.</summary>
    public IEnumerable<string> HiddenColumnRemarks(IEnumerable<int> columns) =>
        columns
            .Where(HiddenColumns.Contains)
            .Order()
            .Select(column => $"Kolom {CellAddress.Letters(column)} tersembunyi di berkas dan tetap dibaca.");
}

/// <summary>What a cell of a file holds.</summary>
internal enum CellKind
{
    /// <summary>Text; also a number that was kept as text, and every cell of a csv.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A formula; its text is the result that was stored with it.</summary>
    Formula,

    /// <summary>A formula with which no result was stored, so that it shows nothing.</summary>
    EmptyFormula,

    /// <summary>The error a formula came to; its text is <c>#REF!</c> or the like.</summary>
    Error,
}

/// <summary>A row with text in it.</summary>
/// <param name="Number">The row's number in a workbook, the line it starts on in a csv; counted from one.</param>
/// <param name="AfterGap">Whether blank rows, or the start of the file, stand before it.</param>
/// <param name="Texts">The tidied texts from the first column on; may end before the last column.</param>
internal sealed record SheetRow(int Number, bool AfterGap, IReadOnlyList<string> Texts)
{
    /// <summary>The text in a column counted from zero; empty where there is none.</summary>
    public string this[int column] => column < Texts.Count ? Texts[column] : string.Empty;

    /// <summary>Whether nobody who opens the file sees it: hidden, or left out by a filter.</summary>
    public bool IsHidden { get; init; }

    /// <summary>What a cell holds.</summary>
    public CellKind KindOf(int column) => Kinds.GetValueOrDefault(column);

    /// <summary>What the cells hold, by column; a column that is not among them holds text.</summary>
    public IReadOnlyDictionary<int, CellKind> Kinds { get; init; } = ReadOnlyDictionary<int, CellKind>.Empty;
}

/// <summary>Merged cells: rows counted from one, columns from zero, both ends included.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MergedCells(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    /// <summary>The range as a spreadsheet writes it: <c>C5:D7</c>.</summary>
    public override string ToString() => $"{CellAddress.Write(FirstRow, FirstColumn)}:{CellAddress.Write(LastRow, LastColumn)}";

    /// <summary>Reads <c>C5:D7</c>; false for anything else, whole columns and single cells included.</summary>
    public static bool TryParse(string? text, out MergedCells cells)
    {
        cells = default;
        var parts = text?.Split(':') ?? [];
        if (
            parts.Length != 2
            || !CellAddress.TryParse(parts[0], out var row, out var column)
            || !CellAddress.TryParse(parts[1], out var lastRow, out var lastColumn)
        )
        {
            return false;
        }

        cells = new MergedCells(Math.Min(row, lastRow), Math.Min(column, lastColumn), Math.Max(row, lastRow), Math.Max(column, lastColumn));
        return cells.FirstRow != cells.LastRow || cells.FirstColumn != cells.LastColumn;
    }
}

/// <summary>Addresses of cells as a spreadsheet writes them: row 5, column 2 is <c>C5</c>.</summary>
internal static class CellAddress
{
    /// <summary>The address of a row counted from one and a column counted from zero.</summary>
    public static string Write(int row, int column) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>The letters of a column counted from zero.</summary>
    public static string Letters(int column)
    {
        var letters = string.Empty;
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>Reads an address of at most three letters and seven digits, dollar signs allowed.</summary>
    public static bool TryParse(string? text, out int row, out int column)
    {
        (row, column) = (0, 0);
        var address = (text ?? string.Empty).Replace("$", string.Empty, StringComparison.Ordinal);
        var letters = address.TakeWhile(char.IsAsciiLetter).Count();
        if (letters is 0 or > 3 || address.Length - letters is 0 or > 7)
        {
            return false;
        }

        column = address.Take(letters).Aggregate(0, (sum, letter) => (sum * 26) + char.ToUpperInvariant(letter) - 'A' + 1) - 1;
        return int.TryParse(address.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out row) && row > 0;
    }
}
