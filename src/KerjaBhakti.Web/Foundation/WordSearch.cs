using KerjaBhakti.Roster.Searching;

namespace KerjaBhakti.Web.Foundation;

/// <summary>What somebody typed into a search box, for whatever is searched: one rule for all of them, <see cref="SearchTerms"/>.</summary>
public sealed class WordSearch(string? text)
{
    /// <summary>The longest text that is looked for, in characters; what follows is ignored.</summary>
    public const int MaxLength = SearchTerms.MaxLength;

    private readonly SearchTerms terms = new(text);

    /// <summary>The text, tidied.</summary>
    public string Text => terms.Text;

    /// <summary>Whether nothing is looked for.</summary>
    public bool IsEmpty => terms.IsEmpty;

    /// <summary>How well something fits that is known by these names; see <see cref="SearchTerms.Rank(IReadOnlyList{string})"/>.</summary>
    public int? Rank(params IReadOnlyList<string> names) => terms.Rank(names);
}
