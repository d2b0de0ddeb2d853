using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;

namespace KerjaBhakti.Documents.Shared;

/// <summary>How text stands between the edges of its cell.</summary>
internal enum CellAlignment
{
    /// <summary>At the left.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Centre,

    /// <summary>At the right, as figures stand.</summary>
    Right,
}

/// <summary>A column of a table.</summary>
/// <param name="Heading">What its header says.</param>
/// <param name="Width">Its width in points, rules and padding included.</param>
/// <param name="Alignment">How its cells stand.</param>
internal sealed record TableColumn(string Heading, double Width, CellAlignment Alignment = CellAlignment.Left);

/// <summary>A cell before it is laid out.</summary>
/// <param name="Text">Its text; empty for an empty cell.</param>
/// <param name="Span">How many columns it covers; a cell over several is centred.</param>
internal readonly record struct TableCell(string Text, int Span = 1);

/// <summary>A row laid out: it is as high as its highest cell and is never split.</summary>
internal sealed record TableRow(IReadOnlyList<TableRowCell> Cells, double Height)
{
    /// <summary>The type it is set in; null for that of the table.</summary>
    public TypeStyle? Style { get; init; }
}

/// <summary>A cell laid out.</summary>
/// <param name="Left">Its left edge, from the left edge of the table.</param>
/// <param name="Width">Its width, all columns it covers together.</param>
/// <param name="Span">How many columns it covers.</param>
/// <param name="Alignment">How its lines stand.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record TableRowCell(double Left, double Width, int Span, CellAlignment Alignment, IReadOnlyList<TextLine> Lines);

/// <summary>
/// A ruled table over several pages. The caller lays rows out, decides which stand on which page, and draws page by page within one Table
/// element; the header stands on every page and is read aloud once. Lengths are points.
/// </summary>
internal sealed class PdfTable
{
    /// <summary>The distance between a vertical rule and the text.</summary>
    public const double SidePadding = 4;

    private const double RuleWidth = 0.5;

    private readonly IReadOnlyList<TableColumn> columns;
    private readonly TypeStyle style;
    private readonly double verticalPadding;
    private readonly TableRow header;

    /// <summary>A table without rows.</summary>
    /// <param name="columns">Its columns from left to right.</param>
    /// <param name="style">The type of all its cells.</param>
    /// <param name="verticalPadding">The space above and below the text of a cell.</param>
    public PdfTable(IReadOnlyList<TableColumn> columns, TypeStyle style, double verticalPadding)
    {
        this.columns = columns;
        this.style = style;
        this.verticalPadding = verticalPadding;
        var headings = Lay([.. columns.Select(column => new TableCell(column.Heading))]);
        header = new TableRow(
            [.. headings.Cells.Select(cell => cell with { Alignment = CellAlignment.Centre })],
            headings.Height + (2 * verticalPadding)
        );
    }

    /// <summary>The height of the header on each page.</summary>
    public double HeaderHeight => header.Height;

    /// <summary>Wraps the cells of a row, which together cover every column.</summary>
    /// <param name="cells">The cells from left to right.</param>
    /// <param name="own">A type of the same size that only this row is set in; null for that of the table.</param>
    public TableRow Lay(IReadOnlyList<TableCell> cells, TypeStyle? own = null)
    {
        var laid = new List<TableRowCell>(cells.Count);
        var (column, left, lineCount) = (0, 0d, 1);
        foreach (var cell in cells)
        {
            var width = columns.Skip(column).Take(cell.Span).Sum(covered => covered.Width);
            var lines = TextWrap.Wrap(cell.Text, own ?? style, width - (2 * SidePadding));
            laid.Add(new TableRowCell(left, width, cell.Span, cell.Span > 1 ? CellAlignment.Centre : columns[column].Alignment, lines));
            lineCount = Math.Max(lineCount, lines.Count);
            column += cell.Span;
            left += width;
        }

        return new TableRow(laid, (lineCount * style.LineHeight) + (2 * verticalPadding)) { Style = own };
    }

    /// <summary>Draws the header, rows and rules of one page and returns where they end. To be called within a Table element.</summary>
    /// <param name="document">Where to draw.</param>
    /// <param name="left">The left edge of the table.</param>
    /// <param name="top">The top edge of the header.</param>
    /// <param name="rows">The rows of this page.</param>
    /// <param name="continued">Whether an earlier page has the header already.</param>
    public double Draw(TaggedDocument document, double left, double top, IReadOnlyList<TableRow> rows, bool continued)
    {
        if (continued)
        {
            document.TextArtifact(() => DrawLines(document, header, left, top, (_, draw) => draw()));
        }
        else
        {
            document.Element(PdfBlockLevelElementTag.TableRow, () =>
                DrawLines(document, header, left, top, (cell, draw) => document.Cell(header: true, cell.Span, draw))
            );
        }

        var bottom = top + header.Height;
        foreach (var row in rows)
        {
            document.Element(PdfBlockLevelElementTag.TableRow, () =>
                DrawLines(document, row, left, bottom, (cell, draw) => document.Cell(header: false, cell.Span, draw))
            );
            bottom += row.Height;
        }

        DrawRules(document, left, top, rows);
        return bottom;
    }

    private void DrawLines(TaggedDocument document, TableRow row, double left, double top, Action<TableRowCell, Action> tagged)
    {
        foreach (var cell in row.Cells)
        {
            tagged(cell, () =>
            {
                var baseline = top + ((row.Height - (cell.Lines.Count * style.LineHeight)) / 2) + style.Baseline;
                foreach (var line in cell.Lines)
                {
                    var indent = cell.Alignment switch
                    {
                        CellAlignment.Left => SidePadding,
                        CellAlignment.Centre => (cell.Width - line.Width) / 2,
                        CellAlignment.Right => cell.Width - line.Width - SidePadding,
                    };
                    document.Text(line.Text, row.Style ?? style, left + cell.Left + indent, baseline);
                    baseline += style.LineHeight;
                }
            });
        }
    }

    /// <summary>Draws each rule in one stroke as far as it runs: a vertical one stops where a cell covers several columns.</summary>
    private void DrawRules(TaggedDocument document, double left, double top, IReadOnlyList<TableRow> rows)
    {
        var pen = new XPen(XColors.Black, RuleWidth) { LineCap = XLineCap.Square };
        var width = columns.Sum(column => column.Width);
        document.GraphicArtifact(graphics =>
        {
            var begun = new Dictionary<double, double>();
            var y = top;
            foreach (var row in rows.Prepend(header))
            {
                graphics.DrawLine(pen, left, y, left + width, y);
                var edges = row.Cells.Select(cell => cell.Left).Append(width).ToHashSet();
                foreach (var ended in begun.Keys.Where(edge => !edges.Contains(edge)).ToArray())
                {
                    graphics.DrawLine(pen, left + ended, begun[ended], left + ended, y);
                    begun.Remove(ended);
                }

                foreach (var edge in edges)
                {
                    begun.TryAdd(edge, y);
                }

                y += row.Height;
            }

            graphics.DrawLine(pen, left, y, left + width, y);
            foreach (var (edge, start) in begun)
            {
                graphics.DrawLine(pen, left + edge, start, left + edge, y);
            }
        });
    }
}
