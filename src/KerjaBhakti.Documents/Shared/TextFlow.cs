namespace KerjaBhakti.Documents.Shared;

/// <summary>A paragraph laid out in lines. One without a line takes the room of one: its label stands alone.</summary>
/// <param name="lines">Its lines.</param>
/// <param name="style">The type they are set in.</param>
/// <param name="left">Their left edge.</param>
/// <param name="spaceBefore">The space above it, left out at the top of a page.</param>
internal sealed class FlowParagraph(IReadOnlyList<TextLine> lines, TypeStyle style, double left, double spaceBefore)
{
    /// <summary>Its lines.</summary>
    public IReadOnlyList<TextLine> Lines => lines;

    /// <summary>The type they are set in.</summary>
    public TypeStyle Style => style;

    /// <summary>Their left edge.</summary>
    public double Left => left;

    /// <summary>The space above it.</summary>
    public double SpaceBefore => spaceBefore;

    /// <summary>Whether its last lines stand on the page where the next paragraph begins.</summary>
    public bool KeepsWithNext { get; init; }

    /// <summary>How many lines each inseparable piece has: a page neither begins nor ends with a single line of a paragraph.</summary>
    public IEnumerable<int> Pieces => lines.Count <= 3 ? [Math.Max(1, lines.Count)] : [2, .. Enumerable.Repeat(1, lines.Count - 4), 2];
}

/// <summary>
/// Paragraphs one under another over as many pages as they need. Add all, break them into pages, then draw each within its structure
/// element. Lengths are points from the top of a page.
/// </summary>
/// <param name="pages">Where further pages come from.</param>
/// <param name="firstTop">Where the first paragraph begins on the page that is open.</param>
/// <param name="top">Where paragraphs begin on further pages.</param>
/// <param name="bottom">Where they end on every page.</param>
internal sealed class TextFlow(NumberedPages pages, double firstTop, double top, double bottom)
{
    private readonly List<double> heights = [];
    private readonly List<(FlowParagraph Paragraph, int Line)> starts = [];
    private HashSet<(FlowParagraph Paragraph, int Line)> breaks = [];
    private bool keeps;

    /// <summary>Where the next line begins.</summary>
    public double Position { get; private set; } = firstTop;

    /// <summary>Adds a paragraph below the others.</summary>
    public FlowParagraph Add(FlowParagraph paragraph)
    {
        var line = 0;
        foreach (var lines in paragraph.Pieces)
        {
            var height = (lines * paragraph.Style.LineHeight) + (line == 0 ? paragraph.SpaceBefore : 0);
            if (line == 0 && keeps)
            {
                heights[^1] += height;
            }
            else
            {
                heights.Add(height);
                starts.Add((paragraph, line));
            }

            line += lines;
        }

        keeps = paragraph.KeepsWithNext;
        return paragraph;
    }

    /// <summary>Decides, before anything is drawn, where pages break; see <see cref="Pagination.Split"/>.</summary>
    /// <param name="closing">The height of what follows the last paragraph and is kept with its end.</param>
    public void Break(double closing) =>
        breaks = [.. Pagination.Split(heights, bottom - Position, bottom - top, closing).Skip(1).Select(page => starts[page.Start.Value])];

    /// <summary>Goes to the first line of a paragraph, on the next page where it begins there, and returns that line's baseline.</summary>
    public double Begin(FlowParagraph paragraph)
    {
        if (!NextPageAt(paragraph, 0))
        {
            Position += paragraph.SpaceBefore;
        }

        return Position + paragraph.Style.Baseline;
    }

    /// <summary>Draws the lines of a paragraph that was begun. To be called within an element.</summary>
    public void Draw(TaggedDocument document, FlowParagraph paragraph)
    {
        for (var line = 0; line < paragraph.Lines.Count; line++)
        {
            if (line > 0)
            {
                NextPageAt(paragraph, line);
            }

            document.Text(paragraph.Lines[line].Text, paragraph.Style, paragraph.Left, Position + paragraph.Style.Baseline);
            Position += paragraph.Style.LineHeight;
        }
    }

    /// <summary>Leaves the line of a paragraph that has only a label.</summary>
    public void Leave(FlowParagraph paragraph) => Position += paragraph.Style.LineHeight;

    private bool NextPageAt(FlowParagraph paragraph, int line)
    {
        var breaksHere = breaks.Contains((paragraph, line));
        if (breaksHere)
        {
            pages.Begin();
            Position = top;
        }

        return breaksHere;
    }
}
