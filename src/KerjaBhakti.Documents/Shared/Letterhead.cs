using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;

namespace KerjaBhakti.Documents.Shared;

/// <summary>Whose paper it is: lines in the middle, and a double rule. Lengths are points.</summary>
internal static class Letterhead
{
    private const double Gap = 4;
    private const double Distance = 2.5;

    /// <summary>Draws it and returns where what follows begins.</summary>
    /// <param name="document">Where to draw.</param>
    /// <param name="lines">The government, the office and its place; the second stands out where there are several.</param>
    /// <param name="left">The left edge of the type area.</param>
    /// <param name="width">Its width.</param>
    /// <param name="top">Where the letterhead begins.</param>
    public static double Draw(TaggedDocument document, IReadOnlyList<string> lines, double left, double width, double top)
    {
        var (small, large, body) = (new TypeStyle(11, bold: true), new TypeStyle(13, bold: true), new TypeStyle(9.5));
        var y = top;
        foreach (var (index, text) in lines.Index())
        {
            Line(
                text,
                index switch
                {
                    0 when lines.Count > 1 => small,
                    0 or 1 => large,
                    _ => body,
                }
            );
        }

        y += Gap;
        document.GraphicArtifact(graphics =>
        {
            graphics.DrawLine(new XPen(XColors.Black, 1.5), left, y, left + width, y);
            graphics.DrawLine(new XPen(XColors.Black, 0.5), left, y + Distance, left + width, y + Distance);
        });
        return y + (3 * Gap);

        void Line(string text, TypeStyle style)
        {
            document.Element(PdfBlockLevelElementTag.Paragraph, () =>
                document.Text(text, style, left + ((width - style.WidthOf(text)) / 2), y + style.Baseline)
            );
            y += style.LineHeight;
        }
    }
}
