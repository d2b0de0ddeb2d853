using System.Text;
using System.Xml;

namespace KerjaBhakti.Documents.Shared;

/// <summary>Text that goes into a cell of a spreadsheet and must stay text there.</summary>
public static class SpreadsheetText
{
    // Excel, LibreOffice and Google Sheets take a cell of a csv that begins with one of these for a formula (OWASP, "CSV injection"); Excel
    // in some languages also their full-width twins.
    private const string FormulaStarts = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>Whether a spreadsheet that reads or re-enters this text would take it for a formula.</summary>
    public static bool StartsFormula(string text) => text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal);

    /// <summary>
    /// The text for a csv: with an apostrophe before it where it would start a formula. Text that already looks defused gets one more, so
    /// that <see cref="Restore"/> undoes exactly this.
    /// </summary>
    public static string Defuse(string text) => StartsFormula(text.TrimStart('\'')) ? "'" + text : text;

    /// <summary>The text before <see cref="Defuse"/>.</summary>
    public static string Restore(string text) => text.StartsWith('\'') && StartsFormula(text.TrimStart('\'')) ? text[1..] : text;

    /// <summary>
    /// About how many lines the text takes in a cell that wraps words: enough to set a row's height without the font at hand.
    /// </summary>
    /// <param name="text">The text; its own line breaks count.</param>
    /// <param name="width">The width of the column, in characters; about one is lost to the cell's margins.</param>
    public static int CountLines(string text, double width)
    {
        var lines = 0;
        foreach (var paragraph in text.Split('\n'))
        {
            lines++;
            var used = 0;
            foreach (var length in paragraph.Split(' ').Select(word => word.Length))
            {
                var starts = used == 0;
                used += starts ? length : length + 1;
                if (!starts && used > width - 1)
                {
                    lines++;
                    used = length;
                }
            }
        }

        return lines;
    }

    /// <summary>The text with every character XML cannot hold (a lone surrogate, most control characters) replaced by U+FFFD.</summary>
    public static string ForXml(string text)
    {
        if (IsXml(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // EnumerateRunes has replaced lone surrogates already; every pair is a character of XML.
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return clean.ToString();
    }

    private static bool IsXml(string text) => text.All(XmlConvert.IsXmlChar);
}
