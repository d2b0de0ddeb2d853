using KerjaBhakti.Documents.Shared;
using PdfSharp.Drawing;

namespace KerjaBhakti.Documents.Roster;

/// <summary>
/// The reserved place at the bottom left of every page of an annex: a QR code, the address it holds and the code to type.
/// </summary>
internal static class PageCheckBox
{
    private const int Group = 4;

    // A phone reads modules of half a millimetre; an address of the portal takes 29 to 37 of them across. The white border of four such
    // modules lies in the margins and the gap.
    private static readonly double SymbolSize = PageFormat.Millimetres(18);
    private static readonly double Gap = PageFormat.Millimetres(4);
    private static readonly double Top = AnnexPage.Bottom + PageFormat.Millimetres(3);

    // The page number stands in the middle.
    private static readonly double TextWidth = (AnnexPage.Width / 2) - SymbolSize - Gap - PageFormat.Millimetres(10);

    /// <summary>Draws the box on the page that is open: one figure whose alternative text says what it holds.</summary>
    public static void Draw(TaggedDocument document, PageCheck check)
    {
        var small = new TypeStyle(8);
        var code = new TypeStyle(10, bold: true);
        var url = check.Url.AbsoluteUri;
        var grouped = Grouped(check.Code);
        var left = AnnexPage.Left + SymbolSize + Gap;
        var lines = TextWrap.Wrap($"Periksa halaman ini: {url}", small, TextWidth);
        var box = new XRect(AnnexPage.Left, Top, SymbolSize + Gap + TextWidth, SymbolSize);
        document.PageFigure($"Kode QR untuk memeriksa halaman ini di {url}, kode {grouped}", box, graphics =>
        {
            QrSymbol.Draw(graphics, url, AnnexPage.Left, Top, SymbolSize);
            var y = Top + ((SymbolSize - (lines.Count * small.LineHeight) - code.LineHeight) / 2);
            foreach (var line in lines)
            {
                graphics.DrawString(line.Text, small.Font, XBrushes.Black, left, y + small.Baseline);
                y += small.LineHeight;
            }

            graphics.DrawString(grouped, code.Font, XBrushes.Black, left, y + code.Baseline);
        });
    }

    private static string Grouped(string code) =>
        string.Join('-', code.Replace("-", string.Empty, StringComparison.Ordinal).Chunk(Group).Select(group => new string(group)));
}
