using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace KerjaBhakti.Documents.Tables;

/// <summary>The table of texts that the cells of a workbook point into.</summary>
internal static class SharedStrings
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
                texts.Add(
                    texts.Count < MostStrings
                        ? CellText.Finish(ReadText(reader))
                        : throw new InvalidDataException("Too many shared strings.")
                );
            }
        }

        return texts;
    }

    /// <summary>
    /// The text of the element the reader stands on: all its runs together, without pronunciation hints. Leaves the reader at its end.
    /// </summary>
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
            else if (
                inText
                && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace
            )
            {
                CellText.Append(text, reader);
            }

            more = reader.Read();
        }

        return text.ToString();
    }
}
