using System.Collections.ObjectModel;
using System.Globalization;
using System.Runtime.InteropServices;

namespace KerjaBhakti.Documents.Roster.Reading;

/// <summary>One table of cells in a file, whatever its format. Rows are streamed: a caller that has seen enough stops asking.</summary>
internal abstract class Sheet(string? name)
{
    /// <summary>How many columns are looked at; an annex has fourteen at most.</summary>
    public const int MostColumns = 100;

    /// <summary>The sheet's name; null for a csv.</summary>
    public string? Name { get; } = name;

    /// <summary>The merged cells. Complete when <see cref="Rows"/> has been read to its end.</summary>
    public virtual IReadOnlyList<MergedCells> Merges => [];

    /// <summary>The rows that hold any text, in order.</summary>
    public abstract IEnumerable<SheetRow> Rows();

    /// <summary>The place of a cell in words: "sel D12".</summary>
    public abstract string Where(int row, int column);
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
}

/// <summary>A row with text in it.</summary>
/// <param name="Number">The row's number in a workbook, the line it starts on in a csv; counted from one.</param>
/// <param name="AfterGap">Whether blank rows, or the start of the file, stand before it.</param>
/// <param name="Texts">The tidied texts from the first column on; may end before the last column.</param>
internal sealed record SheetRow(int Number, bool AfterGap, IReadOnlyList<string> Texts)
{
    /// <summary>The text in a column counted from zero; empty where there is none.</summary>
    public string this[int column] => column < Texts.Count ? Texts[column] : string.Empty;

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
        if (parts.Length != 2 || !CellAddress.TryParse(parts[0], out var row, out var column) || !CellAddress.TryParse(parts[1], out var lastRow, out var lastColumn))
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
    public static string Write(int row, int column)
    {
        var letters = string.Empty;
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters + row.ToString(CultureInfo.InvariantCulture);
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
