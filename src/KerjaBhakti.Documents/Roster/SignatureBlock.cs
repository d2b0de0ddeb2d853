using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Positions;
using PdfSharp.UniversalAccessibility;

namespace KerjaBhakti.Documents.Roster;

/// <summary>Who signs: on behalf of whom, in which office, room for the signature and a stamp, name, NIP. Lengths are points.</summary>
internal sealed class SignatureBlock
{
    private const string Secretary = "Sekretaris Daerah";

    private readonly TypeStyle style;
    private readonly IReadOnlyList<string> lines;

    /// <summary>The block of a signatory.</summary>
    /// <param name="signatory">Who signs; null where nobody is named yet.</param>
    /// <param name="showNip">Whether the NIP is printed whole.</param>
    /// <param name="style">The type it is set in.</param>
    /// <param name="width">The widest a line of the office may be.</param>
    public SignatureBlock(Signatory? signatory, bool showNip, TypeStyle style, double width)
    {
        this.style = style;
        lines = signatory is null ? Lines(new Signatory(Blanks.Governor, Secretary, string.Empty, string.Empty), showNip, width) : Lines(signatory, showNip, width);
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

    /// <summary>The last two lines are always name and NIP; dots where nobody is named yet.</summary>
    private IReadOnlyList<string> Lines(Signatory signatory, bool showNip, double width)
    {
        var office = Blanks.Or(signatory.Office, Secretary);
        string[] offices = signatory.OnBehalfOf.Length == 0 ? [office] : [$"a.n. {signatory.OnBehalfOf}", office];
        var wrapped = offices.SelectMany(text => TextWrap.Wrap(text, style, width)).Select(line => line.Text.TrimEnd()).ToList();
        wrapped[^1] += ",";
        var nip = showNip ? signatory.Nip : Nip.Mask(signatory.Nip);
        return [.. wrapped, Blanks.Or(signatory.Name, Blanks.Line), $"NIP. {Blanks.Or(nip, Blanks.Line)}"];
    }
}
