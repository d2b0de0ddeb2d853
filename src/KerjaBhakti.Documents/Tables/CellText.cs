using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Documents.Tables;

/// <summary>The text of a cell of a workbook, read no further than any reader can need: a cell may hold megabytes.</summary>
internal static partial class CellText
{
    /// <summary>
    /// The most characters of a cell that are kept; a longer text is kept as one more than these, so that it is known to be too long.
    /// </summary>
    public const int Most = 2000;

    // Seven characters of a workbook may stand for one: _x0041_.
    private const int MostEscaped = 7 * (Most + 1);

    [ThreadStatic]
    private static char[]? chunk;

    /// <summary>
    /// Adds the text the reader stands on, as far as there is room. The rest is passed over without being held in memory.
    /// </summary>
    public static void Append(StringBuilder text, XmlReader reader)
    {
        if (!reader.CanReadValueChunk)
        {
            text.Append(reader.Value.AsSpan(0, Math.Min(reader.Value.Length, MostEscaped - text.Length)));
            return;
        }

        chunk ??= new char[4096];
        int count;
        while (
            text.Length < MostEscaped && (count = reader.ReadValueChunk(chunk, 0, Math.Min(chunk.Length, MostEscaped - text.Length))) > 0
        )
        {
            text.Append(chunk, 0, count);
        }
    }

    /// <summary>
    /// The text as it is read: <c>_x000D_</c> and its like, by which a workbook writes characters XML cannot hold, made characters again;
    /// tidied; cut.
    /// </summary>
    public static string Finish(string text)
    {
        var tidy = Spelling.Tidy(text.Contains("_x", StringComparison.Ordinal) ? Decode(text) : text);
        return tidy.Length <= Most ? tidy : tidy[..(Most + 1)];
    }

    private static string Decode(string text) =>
        Escape()
            .Replace(text, match =>
                ((char)ushort.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
            );

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Escape();
}
