using System.Runtime.InteropServices;

namespace KerjaBhakti.Documents.Roster;

/// <summary>Which columns of a file are which, as a person says where the file does not.</summary>
/// <param name="Sheet">The sheet, counted from zero; 0 for a csv.</param>
/// <param name="HeaderRow">The row that heads the table, counted from one; the rows below it are read.</param>
/// <param name="Number">The column of the numbers, counted from zero; null to number the rows by their order.</param>
/// <param name="Label">The column of the posts.</param>
/// <param name="Months">For each column of a month, which month it is, 1 to 12.</param>
public sealed record AnnexColumns(int Sheet, int HeaderRow, int? Number, int Label, IReadOnlyDictionary<int, int> Months);

/// <summary>What a column holds.</summary>
public enum ColumnKind
{
    /// <summary>Nothing an annex needs.</summary>
    Ignored,

    /// <summary>The row's number.</summary>
    Number,

    /// <summary>The post or body.</summary>
    Label,

    /// <summary>A month.</summary>
    Month,
}

/// <summary>What a head says of its column.</summary>
/// <param name="Kind">What the column holds.</param>
/// <param name="Month">Which month, 1 to 12; 0 where it is none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ColumnUse(ColumnKind Kind, int Month = 0);

/// <summary>The beginning of one sheet of a file, for a person to say which columns are which.</summary>
/// <param name="Sheet">The sheet, counted from zero.</param>
/// <param name="Name">Its name; null for a csv.</param>
/// <param name="Rows">The first rows that hold text.</param>
public sealed record SheetOutline(int Sheet, string? Name, IReadOnlyList<OutlineRow> Rows)
{
    /// <summary>
    /// The row most likely to head the table: the one with the most heads that are understood, else the one with the most texts.
    /// </summary>
    public OutlineRow LikelyHeader =>
        Rows.OrderByDescending(row => row.Uses.Count(use => use.Kind != ColumnKind.Ignored))
            .ThenByDescending(row => row.Texts.Count(text => text.Length > 0))
            .First();
}

/// <summary>One of the first rows of a sheet.</summary>
/// <param name="Number">The row, counted from one.</param>
/// <param name="Texts">Its texts from the first column on.</param>
/// <param name="Uses">What each text would say of its column, were the row the header.</param>
public sealed record OutlineRow(int Number, IReadOnlyList<string> Texts, IReadOnlyList<ColumnUse> Uses);
