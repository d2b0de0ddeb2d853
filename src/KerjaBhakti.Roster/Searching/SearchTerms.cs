using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Searching;

/// <summary>
/// What somebody typed into a search box: beginnings of words that must all occur, whatever their case and order, and however words are
/// joined. "tata" finds "Dinas Tata Air" and not "Pencatatan Sipil"; "wali kota" and "walikota" find the same. lookup.js does the same
/// while typing.
/// </summary>
public sealed class SearchTerms
{
    /// <summary>The longest text that is looked for, in characters; what follows is ignored.</summary>
    public const int MaxLength = 100;

    // More than this many words are never one.
    private const int MostJoined = 4;

    private readonly string[] words;
    private readonly string whole;

    /// <summary>The words of a text; null and empty look for nothing, which everything matches.</summary>
    public SearchTerms(string? text)
    {
        var tidy = Spelling.Tidy(text);
        Text = tidy.Length > MaxLength ? tidy[..MaxLength] : tidy;
        words = [.. Text.Split(' ').Select(word => SearchName.Of(word).Letters).Where(word => word.Length > 0)];
        whole = string.Concat(words);
    }

    internal SearchTerms(IReadOnlyList<string> words)
    {
        this.words = [.. words];
        Text = string.Join(' ', words);
        whole = string.Concat(words);
    }

    /// <summary>The text, tidied.</summary>
    public string Text { get; }

    /// <summary>Whether nothing is looked for.</summary>
    public bool IsEmpty => Text.Length == 0;

    internal IReadOnlyList<string> Words => words;

    /// <summary>
    /// How well something fits that is known by these names: 0 where one of them begins with the whole text, 1 where every word begins a
    /// word of one of them, null where it does not fit.
    /// </summary>
    public int? Rank(params IReadOnlyList<string> names) => IsEmpty ? 0 : Rank([.. names.Select(SearchName.Of)]);

    internal int? Rank(SearchName[] names)
    {
        if (words.Length == 0)
        {
            return IsEmpty ? 0 : null;
        }

        foreach (var name in names)
        {
            if (name.HasAt(0, whole))
            {
                return 0;
            }
        }

        return IsCovered(0, names) ? 1 : null;
    }

    internal bool IsName(SearchName[] names) => Array.Exists(names, name => name.Letters == whole);

    /// <summary>Whether the words from a place on each begin a word of a name, alone or joined with those that follow.</summary>
    private bool IsCovered(int from, SearchName[] names)
    {
        if (from == words.Length)
        {
            return true;
        }

        var joined = string.Empty;
        for (var to = from; to < words.Length && to < from + MostJoined; to++)
        {
            joined += words[to];
            if (Array.Exists(names, name => name.HasWordWith(joined)) && IsCovered(to + 1, names))
            {
                return true;
            }
        }

        return false;
    }
}
