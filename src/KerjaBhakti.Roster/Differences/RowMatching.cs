using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Differences;

/// <summary>Finds which row of an annex became which row of another.</summary>
internal static class RowMatching
{
    /// <summary>
    /// The pairs of rows, as indexes, in the order of the new annex: rows of one identity first, then rows of the same label, then labels
    /// that differ in case and spaces only. Rows that share a label pair in order; no row is in two pairs.
    /// </summary>
    public static IReadOnlyList<(int Old, int New)> Pair(IReadOnlyList<DifferenceRow> old, IReadOnlyList<DifferenceRow> @new)
    {
        var pairs = new List<(int Old, int New)>();
        var oldLeft = new SortedSet<int>(Enumerable.Range(0, old.Count));
        var newLeft = new SortedSet<int>(Enumerable.Range(0, @new.Count));
        PairBy(row => row.Identity?.ToString());
        PairBy(row => row.Row.Label);
        PairBy(row => Spelling.Key(row.Row.Label));
        return [.. pairs.OrderBy(pair => pair.New)];

        void PairBy(Func<DifferenceRow, string?> key)
        {
            var waiting = oldLeft
                .Where(index => key(old[index]) is not null)
                .GroupBy(index => key(old[index])!, StringComparer.Ordinal)
                .ToDictionary(same => same.Key, same => new Queue<int>(same), StringComparer.Ordinal);
            foreach (var index in newLeft)
            {
                if (key(@new[index]) is { } wanted && waiting.TryGetValue(wanted, out var queue) && queue.TryDequeue(out var match))
                {
                    pairs.Add((match, index));
                }
            }

            oldLeft.ExceptWith(pairs.Select(pair => pair.Old));
            newLeft.ExceptWith(pairs.Select(pair => pair.New));
        }
    }

    /// <summary>
    /// The pairs that moved: the fewest that must be taken out for the others to stand in the same order on both sides, which are those
    /// outside a longest increasing subsequence.
    /// </summary>
    /// <param name="pairs">The pairs in the order of the new annex.</param>
    public static IEnumerable<(int Old, int New)> Moved(IReadOnlyList<(int Old, int New)> pairs)
    {
        // For each length the subsequence with the lowest end: that end, and its place. The ends ascend, so the one to extend is found by
        // halving.
        var (lowest, ends, before) = (new List<int>(), new List<int>(), new int[pairs.Count]);
        for (var place = 0; place < pairs.Count; place++)
        {
            var length = ~lowest.BinarySearch(pairs[place].Old);
            before[place] = length == 0 ? -1 : ends[length - 1];
            if (length == lowest.Count)
            {
                lowest.Add(0);
                ends.Add(0);
            }

            (lowest[length], ends[length]) = (pairs[place].Old, place);
        }

        var kept = new HashSet<int>();
        for (var place = ends.Count == 0 ? -1 : ends[^1]; place >= 0; place = before[place])
        {
            kept.Add(place);
        }

        return pairs.Where((_, place) => !kept.Contains(place));
    }
}
