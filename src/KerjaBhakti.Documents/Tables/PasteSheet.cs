using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Documents.Tables;

/// <summary>
/// What a spreadsheet puts on the clipboard: rows on lines, cells between tabs, quotation marks around a cell that holds a line end or a
/// tab, and quotation marks that mean nothing everywhere else. Read as the grid reads it (<c>grid/clipboard.js</c>).
/// </summary>
internal sealed class PasteSheet(string text) : Sheet(name: null)
{
    public override IEnumerable<SheetRow> Rows()
    {
        var source = text.ReplaceLineEndings("\n");
        var (line, first, gap) = (1, 1, true);
        var cells = new List<string>();
        for (var at = 0; at <= source.Length;)
        {
            var end = ClosingQuote(source, at);
            var raw = end is { } closing
                ? source[(at + 1)..closing].Replace("\"\"", "\"", StringComparison.Ordinal)
                : source[at..EndOfCell(source, at)];
            at = end is { } after ? after + 1 : at + raw.Length;
            line += raw.AsSpan().Count('\n');
            cells.Add(Spelling.Tidy(SpreadsheetText.Restore(raw)));
            if (at < source.Length && source[at] == '\t')
            {
                at++;
                continue;
            }

            at++;
            var blank = cells.TrueForAll(cell => cell.Length == 0);
            if (!blank)
            {
                yield return new SheetRow(first, gap, [.. cells.Take(MostColumns)]);
            }

            cells.Clear();
            (gap, first, line) = (blank, line + 1, line + 1);
        }
    }

    public override string Where(int row, int column) => $"baris {row}";

    private static int EndOfCell(string source, int at) =>
        source.AsSpan(at).IndexOfAny('\t', '\n') is >= 0 and var length ? at + length : source.Length;

    /// <summary>Where the quotation mark stands that ends the cell; null where the cell is not within quotation marks.</summary>
    private static int? ClosingQuote(string source, int at)
    {
        if (at >= source.Length || source[at] != '"')
        {
            return null;
        }

        for (var next = source.IndexOf('"', at + 1); next >= 0; next = source.IndexOf('"', next + 1))
        {
            if (next + 1 < source.Length && source[next + 1] == '"')
            {
                next++;
            }
            else
            {
                return next + 1 == source.Length || source[next + 1] is '\t' or '\n' ? next : null;
            }
        }

        return null;
    }
}
