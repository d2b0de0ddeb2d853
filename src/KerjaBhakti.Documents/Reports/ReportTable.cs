using System.Globalization;
using KerjaBhakti.Documents.Shared;

namespace KerjaBhakti.Documents.Reports;

/// <summary>What a figure is counted in, which decides how it is written.</summary>
public enum FigureUnit
{
    /// <summary>Whole rupiah: 1.234.567.</summary>
    Rupiah,

    /// <summary>A number of cases, duties, people.</summary>
    Count,

    /// <summary>Tenths of a percent: 833 is 83,3 %.</summary>
    PerMille,
}

/// <summary>Where the entries behind a figure are, for whoever can follow it. Each module has its own kinds.</summary>
public abstract record FigureEntries;

/// <summary>A cell: a text, or a figure.</summary>
public sealed record ReportCell
{
    // Its own format, not that of the server's culture data.
    private static readonly NumberFormatInfo Indonesian = new()
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
        NumberGroupSizes = [3],
    };

    private ReportCell(string text, long? figure, FigureUnit unit, FigureEntries? entries)
    {
        Text = text;
        Figure = figure;
        Unit = unit;
        Entries = entries;
    }

    /// <summary>What it says, on a page and on paper.</summary>
    public string Text { get; }

    /// <summary>The figure in its unit; null for a text.</summary>
    public long? Figure { get; }

    /// <summary>The unit of the figure.</summary>
    public FigureUnit Unit { get; }

    /// <summary>What is behind the figure; null where it stands for itself.</summary>
    public FigureEntries? Entries { get; }

    /// <summary>The date, which a workbook holds as one; null for what is none.</summary>
    public DateOnly? Date { get; private init; }

    /// <summary>A date, in words.</summary>
    public static ReportCell Of(DateOnly date) => Of(IndonesianDate.InWords(date)) with { Date = date };

    /// <summary>A text.</summary>
    public static ReportCell Of(string text) => new(text, null, default, null);

    /// <summary>An amount in rupiah, without "Rp": the head of the table says it.</summary>
    public static ReportCell OfRupiah(long amount, FigureEntries? entries = null) =>
        new(amount.ToString("#,0", Indonesian), amount, FigureUnit.Rupiah, entries);

    /// <summary>A number of things.</summary>
    public static ReportCell Of(long count, FigureEntries? entries = null) =>
        new(count.ToString("#,0", Indonesian), count, FigureUnit.Count, entries);

    /// <summary>Tenths of a percent; a dash where there is no whole to be a part of.</summary>
    public static ReportCell OfPerMille(long? tenths) =>
        tenths is { } known ? new(string.Create(Indonesian, $"{known / 10m:0.0} %"), known, FigureUnit.PerMille, null) : Of("–");
}

/// <summary>A column.</summary>
/// <param name="Heading">What its head says.</param>
/// <param name="Weight">Its width in proportion to the others'.</param>
/// <param name="IsFigure">Whether it holds figures, which stand at the right.</param>
public sealed record ReportColumn(string Heading, double Weight, bool IsFigure = true);

/// <summary>A row; the first cell says what it is about.</summary>
/// <param name="Cells">A cell for each column.</param>
/// <param name="IsTotal">Whether it is a sum of rows above it.</param>
/// <param name="Anchor">What other figures lead here by; null where none does.</param>
public sealed record ReportRow(IReadOnlyList<ReportCell> Cells, bool IsTotal = false, string? Anchor = null);

/// <summary>A table of a report, the same on the page, on paper and in the workbook.</summary>
/// <param name="Name">A short name, unique in its report: of its sheet, of its anchor.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows; none where there is nothing to show.</param>
/// <param name="WhenEmpty">The sentence that stands in its place without rows.</param>
public sealed record ReportTable(
    string Name,
    string Caption,
    IReadOnlyList<ReportColumn> Columns,
    IReadOnlyList<ReportRow> Rows,
    string WhenEmpty
);
