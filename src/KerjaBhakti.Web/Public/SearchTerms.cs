namespace KerjaBhakti.Web.Public;

/// <summary>
/// What somebody typed into the search box: words that must all occur, whatever their case and order. lookup.js does the same while typing.
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

    /// <summary>Whether every word occurs in one of the texts.</summary>
    public bool Match(params IEnumerable<string> texts) =>
        words.All(word => texts.Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
}
