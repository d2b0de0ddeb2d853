using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace KerjaBhakti.Documents.Shared;

/// <summary>A typeface at a size, with the measures a layout needs. Lengths are points (1/72 inch).</summary>
internal sealed class TypeStyle
{
    // Half the height of a capital, in ems: what lifts a baseline so that a line looks centred between two rules.
    private const double HalfCapital = 0.33;

    // The last character of Latin Extended-B; the family covers what is written up to here.
    private const int LastLatin = 0x24F;

    // Widths in ems by face. Bonum is set without kerning, so the width of a text is the sum of its characters'. Filled under the library's
    // gate.
    private static readonly Dictionary<Rune, double> RegularWidths = [];
    private static readonly Dictionary<Rune, double> BoldWidths = [];
    private static readonly XGraphics Ruler = XGraphics.CreateMeasureContext(
        new XSize(1000, 1000),
        XGraphicsUnit.Point,
        XPageDirection.Downwards
    );

    private readonly Dictionary<Rune, double> widths;

    /// <summary>A style of the family all documents are set in.</summary>
    /// <param name="size">The size of the type in points.</param>
    /// <param name="bold">Whether it is bold.</param>
    /// <param name="leading">The distance of two baselines, as a multiple of the size.</param>
    public TypeStyle(double size, bool bold = false, double leading = 1.2)
    {
        Size = size;
        LineHeight = size * leading;
        Font = new XFont("Bonum TT", size, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular, new XPdfFontOptions(PdfFontEncoding.Automatic));
        widths = bold ? BoldWidths : RegularWidths;
    }

    /// <summary>The size of the type.</summary>
    public double Size { get; }

    /// <summary>The distance of two baselines.</summary>
    public double LineHeight { get; }

    /// <summary>The font as PDFsharp draws it.</summary>
    public XFont Font { get; }

    /// <summary>Where the baseline lies below the top of a line.</summary>
    public double Baseline => (LineHeight / 2) + (HalfCapital * Size);

    /// <summary>The width of a text on one line.</summary>
    public double WidthOf(ReadOnlySpan<char> text)
    {
        var ems = 0d;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!widths.TryGetValue(rune, out var width))
            {
                width = Ruler.MeasureString(rune.ToString(), Font).Width / Size;
                if (rune.Value > LastLatin)
                {
                    // It may be drawn as a question mark, should the font have no shape for it.
                    width = Math.Max(width, Ruler.MeasureString("?", Font).Width / Size);
                }

                widths[rune] = width;
            }

            ems += width;
        }

        return ems * Size;
    }
}
