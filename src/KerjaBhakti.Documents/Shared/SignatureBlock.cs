using PdfSharp.UniversalAccessibility;

namespace KerjaBhakti.Documents.Shared;

/// <summary>Who signs: on behalf of whom, in which office, room for the signature and a stamp, name, NIP. Lengths are points.</summary>
internal sealed class SignatureBlock
{
    private readonly TypeStyle style;
    private readonly IReadOnlyList<string> lines;

    /// <summary>The block of a signatory.</summary>
    /// <param name="offices">On behalf of whom and in which office, one below the other, at least one.</param>
    /// <param name="name">The name; dots where none is given.</param>
    /// <param name="nip">The NIP as it is printed; dots where none is given.</param>
    /// <param name="style">The type it is set in.</param>
    /// <param name="width">The widest a line of the office may be.</param>
    public SignatureBlock(IEnumerable<string> offices, string? name, string? nip, TypeStyle style, double width)
    {
        this.style = style;
        var wrapped = offices.SelectMany(text => TextWrap.Wrap(text, style, width)).Select(line => line.Text.TrimEnd()).ToList();
        wrapped[^1] += ",";

        // The last two lines are always name and NIP.
        lines = [.. wrapped, Blanks.Or(name, Blanks.Line), $"NIP. {Blanks.Or(nip, Blanks.Line)}"];
    }

    /// <summary>Its height.</summary>
    public double Height => (lines.Count * style.LineHeight) + SigningSpace;

    private double SigningSpace => 3.5 * style.LineHeight;

    /// <summary>Draws it, a paragraph for each line.</summary>
    public void Draw(TaggedDocument document, double left, double top)
    {
        var baseline = top + style.Baseline;
        for (var index = 0; index < lines.Count; index++)
        {
            // Name and number stand below the space for the signature.
            if (index == lines.Count - 2)
            {
                baseline += SigningSpace;
            }

            var line = lines[index];
            document.Element(PdfBlockLevelElementTag.Paragraph, () => document.Text(line, style, left, baseline));
            baseline += style.LineHeight;
        }
    }
}
