using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Searching;

/// <summary>
/// A name as it is searched: its letters and digits in upper case, without what stands between, and where its words begin.
/// </summary>
internal sealed class SearchName
{
    // So many digits are a code or a year and may be cut off; fewer are a number, and 4 is not 48.
    private const int DigitsOfACode = 4;

    private readonly int[] starts;

    private SearchName(string letters, int[] starts)
    {
        Letters = letters;
        this.starts = starts;
    }

    /// <summary>The letters and digits.</summary>
    public string Letters { get; }

    /// <summary>The words.</summary>
    public IEnumerable<string> Words => starts.Select((start, index) => Letters[start..EndOf(index)]);

    public static SearchName Of(string name)
    {
        var key = Spelling.Key(name);
        var letters = new System.Text.StringBuilder(key.Length);
        var starts = new List<int>();
        var isInside = false;
        foreach (var character in key)
        {
            if (!char.IsLetterOrDigit(character))
            {
                isInside = false;
                continue;
            }

            if (!isInside)
            {
                starts.Add(letters.Length);
                isInside = true;
            }

            letters.Append(character);
        }

        return new SearchName(letters.ToString(), [.. starts]);
    }

    /// <summary>Whether one of its words begins with this, or this with one of them and goes on with the next.</summary>
    public bool HasWordWith(string beginning)
    {
        for (var index = 0; index < starts.Length; index++)
        {
            if (HasAt(index, beginning))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same of the word in this place.</summary>
    public bool HasAt(int index, string beginning) =>
        index < starts.Length
        && string.CompareOrdinal(Letters, starts[index], beginning, 0, beginning.Length) == 0
        && !CutsANumber(beginning, starts[index] + beginning.Length);

    /// <summary>Whether what was typed ends within a number.</summary>
    private bool CutsANumber(string beginning, int end)
    {
        if (end == Letters.Length || !char.IsAsciiDigit(Letters[end]) || Array.BinarySearch(starts, end) >= 0)
        {
            return false;
        }

        var digits = beginning.Length - beginning.AsSpan().TrimEnd("0123456789").Length;
        return digits is > 0 and < DigitsOfACode;
    }

    private int EndOf(int index) => index + 1 < starts.Length ? starts[index + 1] : Letters.Length;
}
