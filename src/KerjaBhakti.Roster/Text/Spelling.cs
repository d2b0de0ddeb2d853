namespace KerjaBhakti.Roster.Text;

/// <summary>Comparing words as people write them: case and spacing do not count, single letters do.</summary>
public static class Spelling
{
    /// <summary>
    /// The text with surrounding white space removed, every inner run of white space or control characters made one space. The result is
    /// what the portal stores for a label or a cell.
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
}
