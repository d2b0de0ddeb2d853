using System.Globalization;
using System.Text;
using System.Xml;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Documents.Roster.Reading;

/// <summary>A worksheet of an xlsx file, read cell by cell: no row is ever a tree in memory.</summary>
internal sealed class WorksheetSheet(string name, Func<XmlReader> open, Lazy<IReadOnlyList<string>> strings) : Sheet(name)
{
    private readonly List<MergedCells> merges = [];

    public override IReadOnlyList<MergedCells> Merges => merges;

    public override string Where(int row, int column) => $"sel {CellAddress.Write(row, column)}";

    public override IEnumerable<SheetRow> Rows()
    {
        using var reader = WorkbookSheets.Guard(open);
        var previous = 0;
        var lastWithText = 0;
        while (WorkbookSheets.Guard(() => MoveToRow(reader)))
        {
            var (number, texts, kinds) = WorkbookSheets.Guard(() => ReadRow(reader, previous));
            previous = number;
            if (texts.Exists(text => text.Length > 0))
            {
                yield return new SheetRow(number, number != lastWithText + 1, texts) { Kinds = kinds };
                lastWithText = number;
            }
        }
    }

    /// <summary>Reads on to the next row and collects the merges, which stand behind all rows.</summary>
    private bool MoveToRow(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "row")
            {
                return true;
            }

            if (reader.LocalName == "mergeCell" && MergedCells.TryParse(reader.GetAttribute("ref"), out var cells))
            {
                merges.Add(cells);
            }
        }

        return false;
    }

    private (int Number, List<string> Texts, Dictionary<int, CellKind> Kinds) ReadRow(XmlReader reader, int previous)
    {
        var number = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var own) ? own : previous + 1;
        var texts = new List<string>();
        var kinds = new Dictionary<int, CellKind>();
        if (reader.IsEmptyElement)
        {
            return (number, texts, kinds);
        }

        var next = 0;
        for (var depth = reader.Depth; reader.Read() && reader.Depth > depth;)
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }

            var column = CellAddress.TryParse(reader.GetAttribute("r"), out _, out var addressed) ? addressed : next;
            next = column + 1;
            var (text, kind) = ReadCell(reader);

            // A formula whose result was never stored shows nothing, and is one all the same.
            if (column < MostColumns && (text.Length > 0 || kind == CellKind.Formula))
            {
                texts.AddRange(Enumerable.Repeat(string.Empty, Math.Max(0, column + 1 - texts.Count)));
                texts[column] = text;
                if (kind != CellKind.Text)
                {
                    kinds[column] = kind;
                }
            }
        }

        return (number, texts, kinds);
    }

    /// <summary>The cell's text, or the stored result of its formula, and what it holds; leaves the reader at the cell's end.</summary>
    private (string Text, CellKind Kind) ReadCell(XmlReader reader)
    {
        var type = reader.GetAttribute("t");
        var kind = type is null or "n" ? CellKind.Number : CellKind.Text;
        if (reader.IsEmptyElement)
        {
            return (string.Empty, kind);
        }

        var value = string.Empty;
        for (var depth = reader.Depth; reader.Read() && reader.Depth > depth;)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "is" })
            {
                value = SharedStrings.ReadText(reader);
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "v" && !reader.IsEmptyElement)
            {
                value = ReadValue(reader);
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "f" })
            {
                kind = CellKind.Formula;
            }
        }

        var text = type switch
        {
            "s" => value.Length == 0 ? value : strings.Value[int.Parse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture)],
            "b" => value == "1" ? "TRUE" : "FALSE",
            null or "n" => WriteNumber(value),
            _ => Spelling.Tidy(SharedStrings.Decode(value)),
        };
        return (text, kind);
    }

    private static string ReadValue(XmlReader reader)
    {
        var value = new StringBuilder();
        for (var depth = reader.Depth; reader.Read() && reader.Depth > depth;)
        {
            value.Append(reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? reader.Value : string.Empty);
        }

        return value.ToString();
    }

    // 12.0 and 1.2E1 are the number 12; a spreadsheet shows them so.
    private static string WriteNumber(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == Math.Truncate(number) && Math.Abs(number) < 1e15
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : Spelling.Tidy(value);
}
