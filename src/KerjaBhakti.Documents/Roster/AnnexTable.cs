using System.Globalization;
using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Documents.Roster;

/// <summary>The margins of the annex on F4 landscape, as positions in points.</summary>
internal static class AnnexPage
{
    /// <summary>The left margin.</summary>
    public static readonly double Left = PageFormat.Millimetres(15);

    /// <summary>The top margin.</summary>
    public static readonly double Top = PageFormat.Millimetres(13);

    /// <summary>The right edge of the type area.</summary>
    public static readonly double Right = PageFormat.F4Landscape.Width - PageFormat.Millimetres(15);

    /// <summary>The bottom edge of the type area; the page number and the page check stand below.</summary>
    public static readonly double Bottom = PageFormat.F4Landscape.Height - PageFormat.Millimetres(28);

    /// <summary>Where the page number stands.</summary>
    public static readonly double NumberBaseline = PageFormat.F4Landscape.Height - PageFormat.Millimetres(9);

    /// <summary>The width of the type area.</summary>
    public static double Width => Right - Left;
}

/// <summary>The table of an annex with its rows laid out: one to twelve months across, whatever the labels.</summary>
internal sealed class AnnexTable
{
    private const string NumberHeading = "No.";
    private const string LabelHeading = "Jabatan/SKPD/UKPD";

    // The type shrinks only as far as the months demand: eight months are set in 10.5, twelve in about 7.5.
    private static readonly double[] Sizes = [10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7];

    // Names of kecamatan have words of up to twelve letters. A longer word is a slip, and is broken rather than allowed to shrink the whole
    // table.
    private const int LongestWholeWord = 14;
    private const double WidestMonth = 180;

    private readonly PdfTable table;

    private AnnexTable(PdfTable table, IReadOnlyList<TableRow> rows)
    {
        this.table = table;
        Rows = rows;
    }

    /// <summary>The rows in printed order.</summary>
    public IReadOnlyList<TableRow> Rows { get; }

    /// <summary>The height of the header on each page.</summary>
    public double HeaderHeight => table.HeaderHeight;

    /// <summary>The table in the largest type that leaves whole words in the months, with the columns that make it shortest.</summary>
    public static AnnexTable Fit(Annex annex)
    {
        var months = annex.Period.Months.Count;
        var words = annex
            .Rows.SelectMany(row =>
                row.Cells.SelectMany(cell => cell.AsPrinted.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            )
            .Where(word => word.Length <= LongestWholeWord)
            .Concat(annex.Period.Months.SelectMany(month => annex.Period.HeadOf(month).Split(' ')))
            .ToHashSet(StringComparer.Ordinal);

        foreach (var size in Sizes)
        {
            var style = new TypeStyle(size);
            var number =
                annex.Rows.Select(row => NumberOf(row)).Append(NumberHeading).Max(text => style.WidthOf(text)) + (2 * PdfTable.SidePadding);
            var narrowestLabel = style.WidthOf(LabelHeading) + (2 * PdfTable.SidePadding);
            var narrowestMonth = words.Max(word => style.WidthOf(word)) + (2 * PdfTable.SidePadding);
            var widestMonth = Math.Min(WidestMonth, (AnnexPage.Width - number - narrowestLabel) / months);
            if (narrowestMonth <= widestMonth || size == Sizes[^1])
            {
                return Shortest(annex, style, number, Math.Min(narrowestMonth, widestMonth), widestMonth);
            }
        }

        throw new InvalidOperationException("The smallest type always fits.");
    }

    /// <summary>Draws the rows of one page; see <see cref="PdfTable.Draw"/>.</summary>
    public double Draw(TaggedDocument document, double top, IReadOnlyList<TableRow> rows, bool continued) =>
        table.Draw(document, AnnexPage.Left, top, rows, continued);

    /// <summary>Tries month widths between two bounds; what the months leave, the labels have.</summary>
    private static AnnexTable Shortest(Annex annex, TypeStyle style, double number, double narrowestMonth, double widestMonth)
    {
        const int steps = 8;
        return Enumerable
            .Range(0, steps + 1)
            .Select(step => narrowestMonth + ((widestMonth - narrowestMonth) * step / steps))
            .Select(month => LaidOut(annex, style, number, month))
            .MinBy(candidate => candidate.Rows.Sum(row => row.Height))!;
    }

    private static AnnexTable LaidOut(Annex annex, TypeStyle style, double number, double month)
    {
        var label = AnnexPage.Width - number - (month * annex.Period.Months.Count);
        var table = new PdfTable(
            [
                new TableColumn(NumberHeading, number, CellAlignment.Centre),
                new TableColumn(LabelHeading, label),
                .. annex.Period.Months.Select(item => new TableColumn(annex.Period.HeadOf(item), month)),
            ],
            style,
            verticalPadding: 3
        );
        return new AnnexTable(table, [.. annex.Rows.Select(row => table.Lay(CellsOf(row, annex.Period.Months.Count)))]);
    }

    private static IReadOnlyList<TableCell> CellsOf(AnnexRow row, int months)
    {
        IEnumerable<TableCell> served = row.Region is { } region
            ? [new TableCell(region.AsPrinted, months)]
            : row.Cells.Select(cell => new TableCell(cell.AsPrinted ?? string.Empty));
        return [new TableCell(NumberOf(row)), new TableCell(row.Label), .. served];
    }

    private static string NumberOf(AnnexRow row) => row.Number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}
