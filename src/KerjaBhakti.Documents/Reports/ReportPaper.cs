using KerjaBhakti.Documents.Shared;

namespace KerjaBhakti.Documents.Reports;

/// <summary>A page of a report: F4, upright or lying, the left margin wider for the file it is kept in. Lengths are points.</summary>
internal sealed class ReportPaper
{
    /// <summary>The width of a signature block.</summary>
    public const double SignatureWidth = 236;

    /// <summary>The left margin.</summary>
    public static readonly double Left = PageFormat.Millimetres(25);

    /// <summary>The top margin.</summary>
    public static readonly double Top = PageFormat.Millimetres(20);

    private readonly PageFormat format;

    private ReportPaper(PageFormat format) => this.format = format;

    /// <summary>215 by 330 mm.</summary>
    public static ReportPaper Upright { get; } = new(PageFormat.F4Portrait);

    /// <summary>330 by 215 mm.</summary>
    public static ReportPaper Lying { get; } = new(PageFormat.F4Landscape);

    /// <summary>The width of the type area.</summary>
    public double Width => format.Width - Left - PageFormat.Millimetres(20);

    /// <summary>The bottom edge of the type area; the page number stands below.</summary>
    public double Bottom => format.Height - PageFormat.Millimetres(22);

    /// <summary>The left edge of a signature block.</summary>
    public double SignatureLeft => Left + Width - SignatureWidth;

    /// <summary>Pages of this paper, numbered from one.</summary>
    public NumberedPages Pages(TaggedDocument document, bool isDraft = false) =>
        new(document, format, Bottom + PageFormat.Millimetres(10), isDraft);
}
