using KerjaBhakti.Documents.Shared;

namespace KerjaBhakti.Documents.Wakatobi.Reports;

/// <summary>A page of a report: F4, upright or lying, the left margin wider for the file it is kept in. Lengths are points.</summary>
internal sealed class FundPaper
{
    /// <summary>The width of a signature block.</summary>
    public const double SignatureWidth = 236;

    /// <summary>The left margin.</summary>
    public static readonly double Left = PageFormat.Millimetres(25);

    /// <summary>The top margin.</summary>
    public static readonly double Top = PageFormat.Millimetres(20);

    // The seat of the regency: where the Regulation was signed and the Regent is written to.
    internal const string Seat = "Wangi-Wangi";

    private readonly PageFormat format;

    private FundPaper(PageFormat format) => this.format = format;

    /// <summary>215 by 330 mm.</summary>
    public static FundPaper Upright { get; } = new(PageFormat.F4Portrait);

    /// <summary>330 by 215 mm.</summary>
    public static FundPaper Lying { get; } = new(PageFormat.F4Landscape);

    /// <summary>The width of the type area.</summary>
    public double Width => format.Width - Left - PageFormat.Millimetres(20);

    /// <summary>The bottom edge of the type area; the page number stands below.</summary>
    public double Bottom => format.Height - PageFormat.Millimetres(22);

    /// <summary>The left edge of a signature block.</summary>
    public double SignatureLeft => Left + Width - SignatureWidth;

    /// <summary>"Wangi-Wangi, 15 Juli 2024"; dots where no date is given.</summary>
    public static string PlaceAndDate(ReportSigning signing) => $"{Seat}, {DateOf(signing)}";

    /// <summary>The date in words; dots where none is given.</summary>
    public static string DateOf(ReportSigning signing) => signing.Date is { } date ? IndonesianDate.InWords(date) : Blanks.Line;

    /// <summary>Pages of this paper, numbered from one.</summary>
    public NumberedPages Pages(TaggedDocument document) => new(document, format, Bottom + PageFormat.Millimetres(10), isDraft: false);
}
