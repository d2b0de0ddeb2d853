using PdfSharp.Drawing;
using QRCoder;

namespace KerjaBhakti.Documents.Shared;

/// <summary>A QR code drawn as shapes, so that it is sharp at any size and on any printer.</summary>
internal static class QrSymbol
{
    /// <summary>
    /// Draws a symbol that can be read with up to 15 % of it spoilt (level M). It needs four modules of white paper on each side.
    /// </summary>
    /// <param name="graphics">Where to draw.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="left">The left edge of the symbol in points, its white border not counted.</param>
    /// <param name="top">Its top edge.</param>
    /// <param name="size">Its width and height.</param>
    public static void Draw(XGraphics graphics, string text, double left, double top, double size)
    {
        const int border = 4;
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var count = modules.Count - (2 * border);
        var module = size / count;

        // One path filled at once: shapes filled one by one show hairlines where they touch.
        var path = new XGraphicsPath { FillMode = XFillMode.Winding };
        for (var row = 0; row < count; row++)
        {
            for (var column = 0; column < count; column++)
            {
                var length = 0;
                while (column + length < count && modules[row + border][column + length + border])
                {
                    length++;
                }

                if (length > 0)
                {
                    path.AddRectangle(left + (column * module), top + (row * module), length * module, module);
                    column += length;
                }
            }
        }

        graphics.DrawPath(XBrushes.Black, path);
    }
}
