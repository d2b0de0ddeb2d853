using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;
using PdfSharp.Pdf.IO;

namespace KerjaBhakti.Documents.Tests.Shared;

/// <summary>A piece of text on a page: where it stands (points from the bottom left) and which structure element it belongs to.</summary>
internal sealed record TextRun(int Page, int? MarkedContent, string Text, double X, double Y, double Width);

/// <summary>A vertical rule on a page.</summary>
internal sealed record VerticalRule(int Page, double X, double Bottom, double Top);

/// <summary>A filled rectangle on a page, in points from the bottom left.</summary>
internal sealed record FilledBox(int Page, double Left, double Bottom, double Right, double Top);

/// <summary>A structure element with the text it holds, all of it on one page or on several.</summary>
internal sealed record Tagged(string Tag, PdfDictionary Dictionary, IReadOnlyList<Tagged> Children, IReadOnlyList<TextRun> Runs)
{
    public string Text => string.Concat(Runs.Select(run => run.Text));

    public IEnumerable<int> Pages => Runs.Concat(Children.SelectMany(child => child.AllRuns)).Select(run => run.Page).Distinct();

    /// <summary>Everything it holds, read in order.</summary>
    public string WholeText => string.Concat(AllRuns.Select(run => run.Text));

    private IEnumerable<TextRun> AllRuns => Runs.Concat(Children.SelectMany(child => child.AllRuns));

    public IEnumerable<Tagged> All(string tag) =>
        (Tag == tag ? [this] : Enumerable.Empty<Tagged>()).Concat(Children.SelectMany(child => child.All(tag)));
}

/// <summary>Reads a produced file again: its pages, its marks and its structure tree. Knows text in WinAnsi only.</summary>
internal sealed partial class PdfReading
{
    private readonly Dictionary<PdfPage, int> pages = [];
    private readonly List<TextRun> runs = [];
    private readonly List<VerticalRule> rules = [];
    private readonly List<FilledBox> boxes = [];
    private readonly List<IReadOnlyList<string>> operators = [];

    public PdfReading(byte[] file)
    {
        Document = PdfReader.Open(new MemoryStream(file), PdfDocumentOpenMode.Import);
        foreach (var page in Document.Pages)
        {
            pages.Add(page, pages.Count);
            ReadPage(page, pages[page]);
        }

        var root = (PdfDictionary)Resolve(Catalog.Elements["/StructTreeRoot"])!;
        Root = Read((PdfDictionary)Resolve(root.Elements["/K"])!);
    }

    public PdfDocument Document { get; }

    /// <summary>The operators of each page's content, without their operands.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Operators => operators;

    public PdfDictionary Catalog => Document.Internals.Catalog;

    public Tagged Root { get; }

    public IReadOnlyList<TextRun> Runs => runs;

    public IReadOnlyList<VerticalRule> Rules => rules;

    public IReadOnlyList<FilledBox> Boxes => boxes;

    public IReadOnlyList<Tagged> Rows => [.. Root.All("/TR")];

    public IEnumerable<TextRun> Artifacts => runs.Where(run => run.MarkedContent is null);

    public static PdfItem? Resolve(PdfItem? item) => item is PdfReference reference ? reference.Value : item;

    private static IEnumerable<PdfItem> Kids(PdfDictionary element) =>
        Resolve(element.Elements["/K"]) switch
        {
            null => [],
            PdfArray array => array.Elements.Select(item => Resolve(item)!),
            var single => [single],
        };

    private Tagged Read(PdfDictionary element)
    {
        var children = new List<Tagged>();
        var own = new List<TextRun>();
        foreach (var kid in Kids(element))
        {
            if (kid is PdfInteger identifier)
            {
                own.AddRange(RunsOf(element, identifier.Value));
            }
            else if (kid is PdfDictionary reference && reference.Elements.GetName("/Type") == "/MCR")
            {
                own.AddRange(RunsOf(reference, reference.Elements.GetInteger("/MCID")));
            }
            else
            {
                children.Add(Read((PdfDictionary)kid));
            }
        }

        return new Tagged(element.Elements.GetName("/S"), element, children, own);
    }

    /// <summary>The runs of a marked content, on the page its element or the reference to it names.</summary>
    private IEnumerable<TextRun> RunsOf(PdfDictionary owner, int identifier)
    {
        var page = pages.Single(pair => pair.Key.Reference!.ObjectID == ((PdfReference)owner.Elements["/Pg"]!).ObjectID).Value;
        return runs.Where(run => run.Page == page && run.MarkedContent == identifier);
    }

    /// <summary>
    /// Reads a content stream line by line, which is how PDFsharp writes one: an operator, its operands before it, on each line.
    /// </summary>
    private void ReadPage(PdfPage page, int number)
    {
        var open = new Stack<int?>();
        PdfDictionary? font = null;
        var (size, x, y, from, to, corners) = (0d, 0d, 0d, (X: 0d, Y: 0d), (X: 0d, Y: 0d), 0);
        var lines = Encoding.Latin1.GetString(page.Contents.CreateSingleContent().Stream!.UnfilteredValue).Split('\n');
        operators.Add([.. lines.Select(line => line.Split(' ', '>')[^1])]);
        foreach (var line in lines)
        {
            var words = line.Split(' ');
            switch (words[^1])
            {
                case "BMC":
                    open.Push(null);
                    break;
                case var content when content.EndsWith("BDC", StringComparison.Ordinal):
                    open.Push((int)Number(content[..content.IndexOf('>', StringComparison.Ordinal)]));
                    break;
                case "EMC":
                    open.Pop();
                    break;
                case "BT":
                    (x, y) = (0, 0);
                    break;
                case "Tf":
                    font = (PdfDictionary)Resolve(page.Resources.Elements.GetDictionary("/Font")!.Elements[words[0]])!;
                    size = Number(words[1]);
                    break;
                case "Td":
                    (x, y) = (x + Number(words[0]), y + Number(words[1]));
                    break;
                case "Tj" when line[0] == '(':
                    var text = Escape().Replace(line[1..line.LastIndexOf(')')], Unescaped);
                    runs.Add(
                        new TextRun(number, open.Peek(), text.Replace('\u0095', '•'), x, y, WidthOf(text.TrimEnd(), font!) * size / 1000)
                    );
                    break;
                case "h":
                    boxes.Add(
                        new FilledBox(
                            number,
                            Math.Min(from.X, to.X),
                            Math.Min(from.Y, to.Y),
                            Math.Max(from.X, to.X),
                            Math.Max(from.Y, to.Y)
                        )
                    );
                    break;
                case "m":
                    corners = 0;
                    from = (Number(words[0]), Number(words[1]));
                    break;
                case "l" when ++corners <= 2:
                    to = (Number(words[0]), Number(words[1]));
                    break;
                case "S" when corners == 1 && Math.Abs(to.X - from.X) < 0.01:
                    rules.Add(new VerticalRule(number, from.X, Math.Min(from.Y, to.Y), Math.Max(from.Y, to.Y)));
                    break;
            }
        }
    }

    private static string Unescaped(Match escape) =>
        escape.Value.Length == 4 ? ((char)Convert.ToInt32(escape.Value[1..], 8)).ToString() : escape.Value[1..];

    private static double WidthOf(string text, PdfDictionary font)
    {
        var widths = (PdfArray)Resolve(font.Elements["/Widths"])!;
        var first = font.Elements.GetInteger("/FirstChar");
        return text.Sum(character => widths.Elements.GetReal(character - first));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\\([0-7]{3}|.)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex Escape();
}
