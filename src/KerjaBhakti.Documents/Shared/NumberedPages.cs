using System.Globalization;
using PdfSharp.Drawing;

namespace KerjaBhakti.Documents.Shared;

/// <summary>
/// The pages of one section of a document, numbered from one: a number at the foot of every page but the first, and RANCANGAN across those
/// of a draft.
/// </summary>
/// <param name="document">Where the pages are added.</param>
/// <param name="format">Their size.</param>
/// <param name="numberBaseline">Where the number stands, in points from the top.</param>
/// <param name="isDraft">Whether every page says that it is a draft.</param>
internal sealed class NumberedPages(TaggedDocument document, PageFormat format, double numberBaseline, bool isDraft)
{
    private const string DraftWord = "RANCANGAN";
    private const string InventedWord = "DATA CONTOH";

    private readonly TypeStyle style = new(9);
    private int count;

    /// <summary>Whether every page says that its figures are invented.</summary>
    public bool IsInvented { get; init; }

    /// <summary>Starts the next page.</summary>
    public void Begin()
    {
        document.AddPage(format);
        count++;
        if (isDraft || IsInvented)
        {
            Watermark(IsInvented ? InventedWord : DraftWord);
        }

        // The first page bears the heading and no number, as letters of the office do.
        if (count > 1)
        {
            var text = count.ToString(CultureInfo.InvariantCulture);
            document.TextArtifact(() => document.Text(text, style, (format.Width - style.WidthOf(text)) / 2, numberBaseline));
        }
    }

    /// <summary>The word across the page, rising to the right: gently on a lying page, steeply on an upright one.</summary>
    private void Watermark(string text)
    {
        var lying = format.Width > format.Height;
        var size = (lying, text == DraftWord) switch
        {
            (true, true) => 120,
            (true, false) => 110,
            (false, true) => 105,
            (false, false) => 88,
        };
        var word = new TypeStyle(size, bold: true);
        var centre = new XPoint(format.Width / 2, format.Height / 2);
        var colour = new XSolidBrush(XColor.FromGrayScale(0.91));
        document.GraphicArtifact(graphics =>
        {
            var state = graphics.Save();
            graphics.RotateAtTransform(lying ? -25 : -55, centre);
            graphics.DrawString(
                text,
                word.Font,
                colour,
                centre.X - (word.WidthOf(text) / 2),
                centre.Y - (word.LineHeight / 2) + word.Baseline
            );
            graphics.Restore(state);
        });
    }
}
