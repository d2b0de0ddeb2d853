using PdfSharp;
using PdfSharp.Fonts;

namespace KerjaBhakti.Documents.Shared;

/// <summary>
/// The door to PDFsharp. Its font resolver is a setting of the whole process, set here once, before the first use.
/// </summary>
internal static class PdfLibrary
{
    // PDFsharp keeps typefaces, glyph widths and font descriptors in tables that all documents share and does not promise that two threads
    // may fill them at once. A document takes milliseconds, so one at a time is cheaper than finding out.
    private static readonly Lock Gate = new();

    static PdfLibrary()
    {
        GlobalFontSettings.FontResolver = new EmbeddedFonts();
    }

    /// <summary>
    /// Runs work that touches PDFsharp, alone. Everything in this folder that measures or draws must be called from within.
    /// </summary>
    public static T Exclusively<T>(Func<T> work)
    {
        lock (Gate)
        {
            return work();
        }
    }

    /// <summary>The Bonum family carried in this assembly, so that a document looks the same on every machine.</summary>
    private sealed class EmbeddedFonts : IFontResolver
    {
        public FontResolverInfo ResolveTypeface(string familyName, bool bold, bool italic) =>
            new(
                (bold, italic) switch
                {
                    (false, false) => "BonumTT-regular",
                    (true, false) => "BonumTT-bold",
                    (false, true) => "BonumTT-italic",
                    (true, true) => "BonumTT-bolditalic",
                }
            );

        public byte[] GetFont(string faceName)
        {
            using var resource = typeof(PdfLibrary).Assembly.GetManifestResourceStream($"Fonts/{faceName}.ttf")
                ?? throw new InvalidOperationException($"The font {faceName} is not embedded in this assembly.");
            var bytes = new byte[resource.Length];
            resource.ReadExactly(bytes);
            return bytes;
        }
    }
}
