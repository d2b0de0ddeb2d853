using System.Buffers;

namespace KerjaBhakti.Roster.Text;

/// <summary>Comparing words as people write them: case, spacing and what cannot be seen do not count, single letters do.</summary>
public static class Spelling
{
    /// <summary>
    /// The characters that take no room, as the inside of a character class of a regular expression: soft hyphen, zero-width spaces and
    /// joiners, marks of direction, fillers, variation selectors, byte order mark. The browser has the same list (<c>grid/text.js</c>).
    /// </summary>
    public const string Invisible =
        @"\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB";

    private static readonly SearchValues<char> InvisibleCharacters = SearchValues.Create(Expand(Invisible));

    /// <summary>
    /// The text without characters that cannot be seen, with surrounding white space removed, every inner run of white space or control
    /// characters made one space. The result is what the portal stores for a label or a cell.
    /// </summary>
    public static string Tidy(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var tidy = new System.Text.StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character > 0x7F && InvisibleCharacters.Contains(character))
            {
                continue;
            }

            if (!char.IsWhiteSpace(character) && !char.IsControl(character))
            {
                tidy.Append(character);
            }
            else if (tidy.Length > 0 && tidy[^1] != ' ')
            {
                tidy.Append(' ');
            }
        }

        return tidy.ToString().TrimEnd(' ');
    }

    /// <summary>The key under which two spellings count as the same word: <see cref="Tidy"/>, upper case.</summary>
    public static string Key(string? text) => Tidy(text).ToUpperInvariant();

    /// <summary>
    /// How many letters must be inserted, removed, replaced or swapped with their neighbour to turn one text into the other (optimal string
    /// alignment). Counting stops at <paramref name="limit"/>: any greater distance is returned as <paramref name="limit"/> + 1.
    /// </summary>
    public static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return limit + 1;
        }

        // Names and labels fit on the stack; a text of any length must not overflow it.
        var width = right.Length + 1;
        Span<int> table = width <= 512 ? stackalloc int[3 * width] : new int[3 * width];
        var beforePrevious = table[..width];
        var previous = table.Slice(width, width);
        var current = table[(2 * width)..];
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            var best = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replace = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }

                best = Math.Min(best, current[j]);
            }

            if (best > limit)
            {
                return limit + 1;
            }

            var spare = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = spare;
        }

        return Math.Min(previous[right.Length], limit + 1);
    }

    /// <summary>The characters of a class that is written as <c>\uXXXX</c> and <c>\uXXXX-\uYYYY</c>.</summary>
    private static string Expand(string characterClass)
    {
        var characters = new System.Text.StringBuilder();
        foreach (
            var part in characterClass.Replace(@"-\u", "-", StringComparison.Ordinal).Split(@"\u", StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var ends = Array.ConvertAll(part.Split('-'), hexadecimal => Convert.ToInt32(hexadecimal, 16));
            for (var code = ends[0]; code <= ends[^1]; code++)
            {
                characters.Append((char)code);
            }
        }

        return characters.ToString();
    }
}
