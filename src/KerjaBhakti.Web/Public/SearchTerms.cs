namespace KerjaBhakti.Web.Public;

/// <summary>
/// What somebody typed into the search box: beginnings of words that must all occur, whatever their case and order. "tata" finds "Dinas Tata Air" and
/// not "Pencatatan Sipil". lookup.js does the same while typing.
/// </summary>
public sealed class SearchTerms
{
    /// <summary>The longest text that is looked for, in characters; what follows is ignored.</summary>
    public const int MaxLength = 100;

    private readonly string[] words;

    /// <summary>The words of a text; null and empty look for nothing, which everything matches.</summary>
    public SearchTerms(string? text)
    {
        var tidy = KerjaBhakti.Roster.Text.Spelling.Tidy(text);
        Text = tidy.Length > MaxLength ? tidy[..MaxLength] : tidy;
        words = Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The text, tidied.</summary>
    public string Text { get; }

    /// <summary>Whether nothing is looked for.</summary>
    public bool IsEmpty => words.Length == 0;

    /// <summary>
    /// How well something fits that is known by these names: 0 where one of them begins with the whole text, 1 where every word begins a word of one of
    /// them, null where it does not fit.
    /// </summary>
    public int? Rank(params IReadOnlyList<string> names)
    {
        if (names.Any(name => name.StartsWith(Text, StringComparison.OrdinalIgnoreCase)))
        {
            return 0;
        }

        return words.All(word => names.Any(name => HasWordWith(word, name))) ? 1 : null;
    }

    private static bool HasWordWith(string beginning, string name)
    {
        for (var at = 0; (at = name.IndexOf(beginning, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if (at == 0 || !char.IsLetterOrDigit(name[at - 1]) || !char.IsLetterOrDigit(beginning[0]))
            {
                return true;
            }
        }

        return false;
    }
}
