using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Documents.Tables;

/// <summary>The row that may head a table, or two or three rows that do so together.</summary>
/// <param name="Rows">The rows, in order.</param>
/// <param name="Texts">For each column its head: of several rows the lowest text that says what the column holds.</param>
internal sealed record HeadRow(IReadOnlyList<SheetRow> Rows, IReadOnlyList<string> Texts)
{
    /// <summary>How many rows of titles may stand above the head.</summary>
    public const int MostTitleRows = 30;

    private const int MostRows = 3;
    private const int MostTitleLength = 1000;

    /// <summary>The first of its rows in the file.</summary>
    public int First => Rows[0].Number;

    /// <summary>The last of its rows in the file.</summary>
    public int Last => Rows[^1].Number;

    /// <summary>The head of a column; empty where it has none.</summary>
    public string this[int column] => column < Texts.Count ? Texts[column] : string.Empty;

    /// <summary>
    /// Every row that may be a head, from the top: first each alone, then each with the rows directly below it, where every one of them
    /// says of a column what it holds.
    /// </summary>
    /// <param name="rows">The first rows of a sheet.</param>
    /// <param name="isHead">Whether a text says what its column holds.</param>
    public static IEnumerable<HeadRow> Candidates(IReadOnlyList<SheetRow> rows, Func<string, bool> isHead)
    {
        var last = Math.Min(rows.Count, MostTitleRows + 1);
        for (var index = 0; index < last; index++)
        {
            yield return new HeadRow([rows[index]], rows[index].Texts);
        }

        for (var count = 2; count <= MostRows; count++)
        {
            for (var index = 0; index + count <= Math.Min(rows.Count, last + 1); index++)
            {
                var together = rows.Skip(index).Take(count).ToList();
                if (together.Skip(1).All(row => !row.AfterGap) && together.TrueForAll(row => row.Texts.Any(isHead)))
                {
                    yield return Together(together, isHead);
                }
            }
        }
    }

    /// <summary>The texts above the head, which may name a year or a date.</summary>
    public static List<string> TitlesAbove(IEnumerable<SheetRow> rows, int first) =>
        [
            .. rows.TakeWhile(row => row.Number < first)
                .SelectMany(row => row.Texts)
                .Where(text => text.Length is > 0 and <= MostTitleLength),
        ];

    /// <summary>
    /// Every text that stands over a column, from the top: of a head that reaches over several columns it stands over each.
    /// </summary>
    public IEnumerable<string> Over(int column, IReadOnlyList<MergedCells> merges) =>
        Rows.Select(row =>
                row[
                    merges.FirstOrDefault(cells =>
                        cells.FirstRow == row.Number && cells.FirstColumn <= column && column <= cells.LastColumn
                    )
                        is { FirstRow: > 0 } merged
                        ? merged.FirstColumn
                        : column
                ]
            )
            .Where(text => text.Length > 0);

    /// <summary>Whether a row repeats the head, or one of its rows, as on the top of a printed page.</summary>
    public bool IsRepeatedBy(SheetRow row, IReadOnlyList<int> columns) =>
        Rows.Any(head =>
            columns.Any(column => head[column].Length > 0) && columns.All(column => Spelling.Key(row[column]) == Spelling.Key(head[column]))
        );

    private static HeadRow Together(List<SheetRow> rows, Func<string, bool> isHead)
    {
        var texts = Enumerable
            .Range(0, rows.Max(row => row.Texts.Count))
            .Select(column =>
            {
                var over = rows.Select(row => row[column]).Where(text => text.Length > 0).ToList();
                return over.FindLast(text => isHead(text)) ?? string.Join(' ', over);
            });
        return new HeadRow(rows, [.. texts]);
    }
}
