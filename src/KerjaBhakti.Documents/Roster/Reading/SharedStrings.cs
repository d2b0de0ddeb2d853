using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Documents.Roster.Reading;

/// <summary>The table of texts that the cells of a workbook point into.</summary>
internal static partial class SharedStrings
{
    private const int MostStrings = 500_000;

    /// <summary>Every text, tidied, in the table's order; empty where the workbook has no such table.</summary>
    public static IReadOnlyList<string> Read(SharedStringTablePart? part, XmlReaderSettings settings)
    {
        var texts = new List<string>();
        if (part is null)
        {
            return texts;
        }

        using var reader = XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read), settings);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                texts.Add(texts.Count < MostStrings ? Spelling.Tidy(Decode(ReadText(reader))) : throw new InvalidDataException("Too many shared strings."));
            }
        }

        return texts;
    }

    /// <summary>The text of the element the reader stands on: all its runs together, without pronunciation hints. Leaves the reader at its end.</summary>
    public static string ReadText(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return string.Empty;
        }

        var text = new StringBuilder();
        var (depth, inText) = (reader.Depth, false);
        var more = reader.Read();
        while (more && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                reader.Skip();
                continue;
            }

            if (reader.LocalName == "t")
            {
                inText = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            }
            else if (inText && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text.Append(reader.Value);
            }

            more = reader.Read();
        }

        return text.ToString();
    }

    /// <summary>The text with <c>_x000D_</c> and its like, by which a workbook writes characters XML cannot hold, made characters again.</summary>
    public static string Decode(string text) => !text.Contains("_x", StringComparison.Ordinal)
        ? text
        : Escape().Replace(text, match => ((char)ushort.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Escape();
}
