namespace KerjaBhakti.Documents.Tables;

/// <summary>What a person says of a table that its heads do not say.</summary>
/// <param name="Sheet">The name of the sheet; null where the file has one that can be meant.</param>
/// <param name="HeadRow">The row that heads the table, counted from one; the rows below it are read. 0 where only the sheet is
/// chosen.</param>
/// <param name="Columns">For each field of the list, in the order of its template, the column counted from zero; null where it has
/// none.</param>
public sealed record TableChoice(string? Sheet, int HeadRow, IReadOnlyList<int?> Columns)
{
    /// <summary>Whether columns were chosen, and not the sheet alone.</summary>
    public bool NamesColumns => HeadRow > 0;
}

/// <summary>The beginning of a table, for a person to say which columns are which.</summary>
/// <param name="Sheet">The name of the sheet; null for a csv.</param>
/// <param name="Row">The row, counted from one.</param>
/// <param name="Texts">Its texts from the first column on.</param>
public sealed record TableLine(string? Sheet, int Row, IReadOnlyList<string> Texts);

/// <summary>The beginnings of the tables of a file.</summary>
public static class TableOutline
{
    private const int MostLines = 12;
    private const int MostText = 60;

    /// <summary>The first rows of a sheet.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mostBytes">The most bytes it may have.</param>
    /// <param name="sheetName">The sheet that was chosen; null for the first that has any text.</param>
    /// <exception cref="TableUnreadableException">It is no table.</exception>
    public static IReadOnlyList<TableLine> Of(byte[] file, int mostBytes, string? sheetName)
    {
        using var table = TableFile.Open(file, mostBytes);
        return table
            .Candidates(sheetName)
            .Select(sheet =>
                sheet
                    .Load(MostLines - 1)
                    .Select(row => new TableLine(
                        sheet.Name,
                        row.Number,
                        [.. row.Texts.Select(text => text.Length <= MostText ? text : $"{text[..MostText]}…")]
                    ))
                    .ToList()
            )
            .FirstOrDefault(lines => lines.Count > 0)
            ?? [];
    }
}
