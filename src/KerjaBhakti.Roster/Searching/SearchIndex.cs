using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Searching;

/// <summary>Something that can be found.</summary>
/// <param name="Item">What it is.</param>
/// <param name="Names">What it is known by: its name first, then short names, old ones, codes, numbers.</param>
public sealed record SearchEntry<T>(T Item, IReadOnlyList<string> Names);

/// <summary>Something that was found.</summary>
/// <param name="Item">What it is.</param>
/// <param name="Rank">How well it fits: 0 begins with what was typed, 1 has its words, 2 is only spelled like it.</param>
public sealed record SearchHit<T>(T Item, int Rank)
{
    /// <summary>Whether it does not fit, but is spelled like what was typed.</summary>
    public bool IsGuess => Rank == SearchIndex.GuessRank;
}

/// <summary>What holds for every index.</summary>
public static class SearchIndex
{
    /// <summary>The rank of what is only spelled like it.</summary>
    internal const int GuessRank = 2;

    /// <summary>An index of these things.</summary>
    public static SearchIndex<T> Of<T>(IEnumerable<SearchEntry<T>> entries) => new(entries);
}

/// <summary>
/// Finds things by the words people use. What fits is found by <see cref="SearchTerms"/>; only where nothing does, words that begin none of
/// any name are read as those nearest to them. Immutable and safe to share.
/// </summary>
public sealed class SearchIndex<T>
{
    // A name longer than this is never written as one word.
    private const int LongestJoined = 24;

    // How many readings of a misspelt word are followed.
    private const int MostReadings = 3;

    private readonly Known[] entries;

    // Every word of every name, and short names as one word, in ordinal order.
    private readonly string[] words;

    internal SearchIndex(IEnumerable<SearchEntry<T>> entries)
    {
        this.entries = [.. entries.Select(entry => new Known(entry.Item, [.. entry.Names.Select(SearchName.Of)]))];
        words =
        [
            .. this
                .entries.SelectMany(entry => entry.Names)
                .SelectMany(name => name.Letters.Length <= LongestJoined ? name.Words.Append(name.Letters) : name.Words)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>What fits best, the best first; what is only spelled like it where nothing fits; nothing where nothing was typed.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<SearchHit<T>> Find(string? text, int most)
    {
        var terms = new SearchTerms(text);
        if (terms.Words.Count == 0)
        {
            return [];
        }

        var found = Find(terms, most, guess: false);
        return found.Count > 0
            ? found
            :
            [
                .. Readings(terms.Words)
                    .SelectMany(reading => Find(new SearchTerms(reading), most, guess: true))
                    .DistinctBy(hit => hit.Item)
                    .Take(most),
            ];
    }

    private List<SearchHit<T>> Find(SearchTerms terms, int most, bool guess) =>
        [
            .. entries
                .Select(entry => (Entry: entry, Rank: terms.Rank(entry.Names)))
                .Where(item => item.Rank is not null)
                .OrderBy(item => item.Rank)
                .ThenByDescending(item => item.Rank == 0 && terms.IsName(item.Entry.Names))
                .Take(most)
                .Select(item => new SearchHit<T>(item.Entry.Item, guess ? SearchIndex.GuessRank : item.Rank!.Value)),
        ];

    /// <summary>What the words may have meant, the most likely first; none where a word is like no word of any name.</summary>
    private IEnumerable<string[]> Readings(IReadOnlyList<string> typed)
    {
        // From the end on: what the words from each place on may have meant.
        var readings = new List<(string[] Words, int Distance)>[typed.Count + 1];
        readings[typed.Count] = [([], 0)];
        for (var at = typed.Count - 1; at >= 0; at--)
        {
            var options = IsBeginning(typed[at]) ? [(typed[at], 0)] : Nearest(typed[at]);
            var found = options.SelectMany(option => readings[at + 1].Select(rest => Join(option, rest)));
            if (at + 1 < typed.Count)
            {
                // "jati negra" is one word written as two, which is less likely than two words.
                found = found.Concat(
                    Nearest(typed[at] + typed[at + 1])
                        .SelectMany(option => readings[at + 2].Select(rest => Join((option.Word, option.Distance + 1), rest)))
                );
            }

            readings[at] = [.. found.OrderBy(reading => reading.Distance).Take(MostReadings)];
        }

        return readings[0].Select(reading => reading.Words);
    }

    private static (string[] Words, int Distance) Join((string Word, int Distance) option, (string[] Words, int Distance) rest) =>
        ([option.Word, .. rest.Words], option.Distance + rest.Distance);

    private bool IsBeginning(string word)
    {
        var at = Array.BinarySearch(words, word, StringComparer.Ordinal);
        return at >= 0 || (~at < words.Length && words[~at].StartsWith(word, StringComparison.Ordinal));
    }

    private List<(string Word, int Distance)> Nearest(string word)
    {
        // Short words have too many neighbours, and a number is itself or another one.
        var limit = word.All(char.IsAsciiDigit) ? 0 : Math.Min(3, (word.Length - 1) / 3);
        return limit == 0
            ? []
            :
            [
                .. words
                    .Where(known => Math.Abs(known.Length - word.Length) <= limit)
                    .Select(known => (Word: known, Distance: Spelling.Distance(word, known, limit)))
                    .Where(known => known.Distance <= limit)
                    .OrderBy(known => known.Distance)
                    .Take(MostReadings),
            ];
    }

    private sealed record Known(T Item, SearchName[] Names);
}
