using System.Runtime.InteropServices;
using PdfSharp.Drawing;
using PdfSharp.Events;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace KerjaBhakti.Documents.Shared;

/// <summary>
/// An Indonesian PDF/A document whose text is tagged: every mark on a page is either text of a structure element, read aloud in the order
/// it was drawn, or an artifact (rules, page numbers, repeated headers), which is not. Lengths are points from the top left.
/// </summary>
internal sealed class TaggedDocument : IDisposable
{
    private readonly PdfDocument document = new();
    private readonly UAManager accessibility;
    private readonly DocumentFacts facts;
    private XGraphics? graphics;

    /// <summary>An empty document.</summary>
    /// <param name="facts">What the document says of itself.</param>
    public TaggedDocument(DocumentFacts facts)
    {
        this.facts = facts;
        document.SetPdfA();
        accessibility = UAManager.ForDocument(document);
        accessibility.SetDocumentLanguage("id-ID");
        document.Info.Title = facts.Title;
        document.Info.Creator = DocumentFacts.Creator;
        document.Info.CreationDate = facts.CreatedAt.UtcDateTime;
        document.Info.ModificationDate = facts.CreatedAt.UtcDateTime;
        document.RenderEvents.RenderTextEvent += ReplaceMissingGlyphs;
    }

    /// <summary>Starts the next page. Structure elements that are open stay open.</summary>
    public void AddPage(PageFormat format)
    {
        if (graphics is not null)
        {
            // An element that goes on must end its marks while the page they lie on can still be drawn on.
            accessibility.StructureBuilder.EndMarkedContentsWithId();
            graphics.Dispose();
        }

        var page = document.AddPage();
        page.Width = XUnit.FromPoint(format.Width);
        page.Height = XUnit.FromPoint(format.Height);
        graphics = XGraphics.FromPdfPage(page);

        // Opens the page's graphics state now; PDFsharp would otherwise do so in the middle of the first marked content.
        graphics.Restore(graphics.Save());
    }

    /// <summary>Tags what is drawn within.</summary>
    public void Element(PdfBlockLevelElementTag tag, Action content)
    {
        accessibility.StructureBuilder.BeginElement(tag);
        content();
        accessibility.StructureBuilder.End();
    }

    /// <summary>Tags a cell of a table.</summary>
    /// <param name="header">Whether it heads its column.</param>
    /// <param name="span">How many columns it covers.</param>
    /// <param name="content">Draws it.</param>
    public void Cell(bool header, int span, Action content)
    {
        var structure = accessibility.StructureBuilder;
        structure.BeginElement(header ? PdfBlockLevelElementTag.TableHeaderCell : PdfBlockLevelElementTag.TableDataCell);
        if (span > 1)
        {
            structure.SetColSpan(span);
        }

        if (header)
        {
            var attributes = new PdfDictionary();
            attributes.Elements.SetName("/O", "/Table");
            attributes.Elements.SetName("/Scope", "/Column");
            structure.CurrentStructureElement.Elements["/A"] = attributes;
        }

        content();
        structure.End();
    }

    /// <summary>Draws text; the y coordinate is the baseline's. To be called within an element or an artifact.</summary>
    public void Text(string text, TypeStyle style, double x, double baseline, XBrush? colour = null)
    {
        // Marked content must begin and end on the same side of a text object; PDFsharp leaves that to its caller.
        accessibility.BeginTextMode();
        Graphics.DrawString(text, style.Font, colour ?? XBrushes.Black, x, baseline);
    }

    /// <summary>Draws text that belongs to the page rather than to the document: a page number, a header repeated.</summary>
    public void TextArtifact(Action draw)
    {
        accessibility.BeginTextMode();
        accessibility.StructureBuilder.BeginArtifact();
        draw();
        accessibility.StructureBuilder.End();
    }

    /// <summary>Draws lines and shapes.</summary>
    public void GraphicArtifact(Action<XGraphics> draw)
    {
        accessibility.BeginGraphicMode();
        accessibility.StructureBuilder.BeginArtifact();
        draw(Graphics);
        accessibility.BeginGraphicMode();
        accessibility.StructureBuilder.End();
    }

    /// <summary>Draws a picture at the edge of a page, read aloud after the element that is open and goes on over the pages.</summary>
    /// <param name="alternative">What is read in its place.</param>
    /// <param name="box">Where it lies.</param>
    /// <param name="draw">Draws it, texts included.</param>
    public void PageFigure(string alternative, XRect box, Action<XGraphics> draw)
    {
        var structure = accessibility.StructureBuilder;
        var open = structure.CurrentStructureElement;
        accessibility.BeginGraphicMode();

        // The structure tree counts from the bottom of the page.
        var fromBottom = new XRect(box.X, Graphics.PageSize.Height - box.Bottom, box.Width, box.Height);
        structure.BeginElement(PdfIllustrationElementTag.Figure, alternative, fromBottom);
        var figure = structure.CurrentStructureElement;
        draw(Graphics);
        accessibility.BeginGraphicMode();
        structure.End();

        // A table holds rows only: the figure becomes the open element's sibling.
        var siblings = open.Elements.GetDictionary("/P")!.Elements.GetArray("/K")!;
        var kids = open.Elements.GetArray("/K")!;
        kids.Elements.RemoveAt(kids.Elements.Count - 1);
        siblings.Elements.Add(figure.Reference!);
        figure.Elements["/P"] = open.Elements["/P"];
    }

    /// <summary>The finished file; nothing can be drawn afterwards.</summary>
    public byte[] ToBytes()
    {
        graphics?.Dispose();
        graphics = null;
        using var file = new MemoryStream();
        document.Save(file);
        return PdfFinish.Rewrite(file.ToArray(), facts, document.Info.Producer);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        graphics?.Dispose();
        document.Dispose();
    }

    /// <summary>PDF/A forbids characters the font has no shape for; a question mark shows that something stood there.</summary>
    private static void ReplaceMissingGlyphs(object sender, RenderTextEventArgs text)
    {
        foreach (ref var pair in text.CodePointGlyphIndexPairs.AsSpan())
        {
            if (pair.GlyphIndex == 0)
            {
                pair.CodePoint = '?';
                text.ReevaluateGlyphIndices = true;
            }
        }
    }

    private XGraphics Graphics => graphics ?? throw new InvalidOperationException("The document has no page to draw on.");
}

/// <summary>What a document says of itself.</summary>
/// <param name="Title">The title a viewer shows in place of the file's name.</param>
/// <param name="CreatedAt">When it was made, as far as the document is concerned: an issued one keeps the date of its Instruction for
/// ever.</param>
internal sealed record DocumentFacts(string Title, DateTimeOffset CreatedAt)
{
    /// <summary>The program that made it.</summary>
    public const string Creator = "KerjaBhakti";
}

/// <summary>A size of paper, in points.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PageFormat(double Width, double Height)
{
    /// <summary>F4 (folio as Indonesian offices use it), 215 by 330 mm, upright.</summary>
    public static PageFormat F4Portrait { get; } = OfMillimetres(215, 330);

    /// <summary>F4, 330 by 215 mm, lying.</summary>
    public static PageFormat F4Landscape { get; } = OfMillimetres(330, 215);

    private static PageFormat OfMillimetres(double width, double height) => new(Millimetres(width), Millimetres(height));

    /// <summary>A length in millimetres as points.</summary>
    public static double Millimetres(double millimetres) => millimetres * 72 / 25.4;
}
