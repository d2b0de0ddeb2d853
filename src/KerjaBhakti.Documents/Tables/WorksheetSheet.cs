using System.Globalization;
using System.Text;
using System.Xml;

namespace KerjaBhakti.Documents.Tables;

/// <summary>A worksheet of an xlsx file, read cell by cell: no row is ever a tree in memory.</summary>
internal sealed class WorksheetSheet(string name, bool isHidden, bool uses1904, Func<XmlReader> open, Lazy<IReadOnlyList<string>> strings)
    : Sheet(name)
{
    // The days between the two beginnings a workbook may count its days from.
    private const int DaysTo1904 = 1462;

    private const int MostMerges = 50_000;

    private readonly List<MergedCells> merges = [];
    private readonly HashSet<int> hiddenColumns = [];

    public override bool IsHidden => isHidden;

    public override IReadOnlyList<MergedCells> Merges => merges;

    public override IReadOnlySet<int> HiddenColumns => hiddenColumns;

    protected override int DaysBefore => uses1904 ? DaysTo1904 : 0;

    public override string Where(int row, int column) => $"sel {CellAddress.Write(row, column)}";

    public override IEnumerable<SheetRow> Rows()
    {
        using var reader = WorkbookSheets.Guard(open);
        merges.Clear();
        var previous = 0;
        var lastWithText = 0;
        while (WorkbookSheets.Guard(() => MoveToRow(reader)))
        {
            var isHiddenRow = reader.GetAttribute("hidden") is "1" or "true";
            var (number, texts, kinds) = WorkbookSheets.Guard(() => ReadRow(reader, previous));
            previous = number;
            if (texts.Exists(text => text.Length > 0) || kinds.ContainsValue(CellKind.EmptyFormula))
            {
                yield return new SheetRow(number, number != lastWithText + 1, texts) { Kinds = kinds, IsHidden = isHiddenRow };
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

            if (
                reader.LocalName == "col"
                && reader.GetAttribute("hidden") is "1" or "true"
                && int.TryParse(reader.GetAttribute("min"), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
                && int.TryParse(reader.GetAttribute("max"), NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            )
            {
                hiddenColumns.UnionWith(Enumerable.Range(first - 1, Math.Clamp(last - first + 1, 0, MostColumns)));
            }

            if (
                reader.LocalName == "mergeCell"
                && merges.Count < MostMerges
                && MergedCells.TryParse(reader.GetAttribute("ref"), out var cells)
            )
            {
                merges.Add(cells);
            }
        }

        return false;
    }

    private (int Number, List<string> Texts, Dictionary<int, CellKind> Kinds) ReadRow(XmlReader reader, int previous)
    {
        var number = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var own)
            ? own
            : previous + 1;
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
            if (column < MostColumns && (text.Length > 0 || kind == CellKind.EmptyFormula))
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
        var kind = type switch
        {
            null or "n" => CellKind.Number,
            "e" => CellKind.Error,
            _ => CellKind.Text,
        };
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
            "s" => value.Length == 0
                ? value
                : strings.Value[
                    int.Parse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture)
                ],
            "b" => value == "1" ? "TRUE" : "FALSE",
            null or "n" => WriteNumber(value),
            _ => CellText.Finish(value),
        };
        return (
            text,
            kind == CellKind.Formula && text.Length == 0 ? CellKind.EmptyFormula
            : kind == CellKind.Formula && type == "e" ? CellKind.Error
            : kind
        );
    }

    private static string ReadValue(XmlReader reader)
    {
        var value = new StringBuilder();
        for (var depth = reader.Depth; reader.Read() && reader.Depth > depth;)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                CellText.Append(value, reader);
            }
        }

        return value.ToString();
    }

    // 12.0 and 1.2E1 are the number 12; a spreadsheet shows them so.
    private static string WriteNumber(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number == Math.Truncate(number)
        && Math.Abs(number) < 1e15
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : CellText.Finish(value);
}
