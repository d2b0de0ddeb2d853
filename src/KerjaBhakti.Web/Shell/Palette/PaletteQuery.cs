using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Shell.Palette;

/// <summary>What somebody typed, and how well an entry matches it: every word must begin a word of the entry, or stand inside it.</summary>
public sealed class PaletteQuery
{
    private readonly WordSearch words;

    /// <summary>Reads what was typed.</summary>
    public PaletteQuery(string? text) => words = new WordSearch(text);

    /// <summary>What was typed, tidied; what is too long is cut.</summary>
    public string Text => words.Text;

    /// <summary>Its words.</summary>
    public IReadOnlyList<string> Terms => Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether nothing was typed.</summary>
    public bool IsEmpty => words.IsEmpty;

    /// <summary>How well an entry matches: 0 is best, null does not match.</summary>
    public int? Rank(PaletteEntry entry) =>
        entry.Rank
        ?? words.Rank(entry.Text)
        ?? (
            words.Rank(entry.Text, entry.Detail ?? string.Empty, entry.Keywords) is not null ? 2
            : Terms.All(term => IsInside(entry, term)) ? 3
            : null
        );

    private static bool IsInside(PaletteEntry entry, string term) =>
        entry.Text.Contains(term, StringComparison.OrdinalIgnoreCase)
        || entry.Keywords.Contains(term, StringComparison.OrdinalIgnoreCase)
        || entry.Detail?.Contains(term, StringComparison.OrdinalIgnoreCase) == true;
}
