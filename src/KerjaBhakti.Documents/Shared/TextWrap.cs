using System.Globalization;
using System.Text;

namespace KerjaBhakti.Documents.Shared;

/// <summary>A line of wrapped text.</summary>
/// <param name="Text">What is drawn. Where a word follows on the next line it ends in a space, so that the words stay apart for whoever
/// reads the text without seeing the page.</param>
/// <param name="Width">Its width in points, without that space.</param>
internal readonly record struct TextLine(string Text, double Width);

/// <summary>Breaks text into lines: between words, and within a word only where the word alone is wider than the line.</summary>
internal static class TextWrap
{
    /// <summary>The lines of a text, each as full as possible. No line for a text without a visible character.</summary>
    /// <param name="text">The text; any run of white space counts as one space.</param>
    /// <param name="style">The type it is set in.</param>
    /// <param name="width">The widest a line may be, in points.</param>
    public static IReadOnlyList<TextLine> Wrap(string text, TypeStyle style, double width)
    {
        var lines = new List<TextLine>();
        var line = new StringBuilder();
        var lineWidth = 0d;
        var space = style.WidthOf(" ");

        foreach (var word in Printable(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var wordWidth = style.WidthOf(word);
            if (line.Length > 0 && lineWidth + space + wordWidth > width)
            {
                lines.Add(new TextLine(line.Append(' ').ToString(), lineWidth));
                line.Clear();
                lineWidth = 0;
            }

            if (line.Length > 0)
            {
                line.Append(' ').Append(word);
                lineWidth += space + wordWidth;
            }
            else if (wordWidth <= width)
            {
                line.Append(word);
                lineWidth = wordWidth;
            }
            else
            {
                lineWidth = BreakWord(word, style, width, lines, line);
            }
        }

        if (line.Length > 0)
        {
            lines.Add(new TextLine(line.ToString(), lineWidth));
        }

        return lines;
    }

    /// <summary>The lines of a text, as few as the width allows and as equal in length as their number allows: for titles.</summary>
    public static IReadOnlyList<TextLine> Balance(string text, TypeStyle style, double width)
    {
        var lines = Wrap(text, style, width);
        var (narrowest, widest) = (width / (lines.Count + 1), width);
        while (widest - narrowest > 0.5)
        {
            var middle = (narrowest + widest) / 2;
            var attempt = Wrap(text, style, middle);
            if (attempt.Count == lines.Count)
            {
                (lines, widest) = (attempt, middle);
            }
            else
            {
                narrowest = middle;
            }
        }

        return lines;
    }

    /// <summary>
    /// Adds the full lines of a word wider than a line, leaves its rest in <paramref name="rest"/> and returns that rest's width.
    /// </summary>
    private static double BreakWord(string word, TypeStyle style, double width, List<TextLine> lines, StringBuilder rest)
    {
        var restWidth = 0d;
        for (var start = 0; start < word.Length;)
        {
            var character = word.AsSpan(start, StringInfo.GetNextTextElementLength(word, start));
            var characterWidth = style.WidthOf(character);
            if (rest.Length > 0 && restWidth + characterWidth > width)
            {
                lines.Add(new TextLine(rest.ToString(), restWidth));
                rest.Clear();
                restWidth = 0;
            }

            rest.Append(character);
            restWidth += characterWidth;
            start += character.Length;
        }

        return restWidth;
    }

    /// <summary>
    /// The text without characters that have no shape: control characters become spaces, half a surrogate pair the replacement character.
    /// </summary>
    private static string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = Rune.IsControl(rune) ? printable.Append(' ') : printable.Append(rune.ToString());
        }

        return printable.ToString();
    }
}
