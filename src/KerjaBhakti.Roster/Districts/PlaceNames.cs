using System.Text.RegularExpressions;

namespace KerjaBhakti.Roster.Districts;

/// <summary>How offices shorten the names of places.</summary>
internal static partial class PlaceNames
{
    /// <summary>
    /// The name without "Kec." before it, and with the words that are always shortened alike written out. Upper case in, upper case out.
    /// </summary>
    public static string Plain(string key) => Expand(Prefix().Replace(key, string.Empty));

    /// <summary>The text with "Kep.", "Tj." and "Tg." written out, in capitals.</summary>
    public static string Expand(string text) =>
        Shortened().Replace(text, match => match.ValueSpan[0] is 'K' or 'k' ? "KEPULAUAN " : "TANJUNG ");

    /// <summary>
    /// Whether a text is a name with some of its words shortened: as many words, each begins alike and its letters stand in the name's word
    /// in their order.
    /// </summary>
    public static bool IsShort(string text, string name)
    {
        if (!text.Contains('.', StringComparison.Ordinal))
        {
            return false;
        }

        var words = text.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        var full = name.Split(' ');
        return words.Length == full.Length && words.Zip(full).All(pair => IsWithin(pair.First, pair.Second));
    }

    private static bool IsWithin(string word, string full)
    {
        var found = 0;
        foreach (var letter in full)
        {
            found += found < word.Length && word[found] == letter ? 1 : 0;
        }

        return found == word.Length && word[0] == full[0];
    }

    [GeneratedRegex(
        @"^KEC(AMATAN\b[.:]? *|[.:] *| +)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Prefix();

    [GeneratedRegex(
        @"\b(Kep\.|T[jg]\.) *",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Shortened();
}
