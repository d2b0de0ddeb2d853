using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Reconciliation;

/// <summary>Lines and entries that are taken for the same money.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Entries">The entries.</param>
public sealed record ProposedMatch(IReadOnlyList<StatementLine> Lines, IReadOnlyList<BankEntry> Entries);

/// <summary>
/// Matches lines of the bank to entries by amount, date and reference. What could be matched in more than one way is left to a person;
/// only equals on the same day, of which it does not matter which is which, are paired in their order.
/// </summary>
public static class StatementMatcher
{
    /// <summary>How many days a reference is looked for around a line: a cheque may be presented long after it was booked.</summary>
    public const int ReferenceDays = 45;

    /// <summary>How many days apart an amount alone is believed.</summary>
    public const int AmountDays = 5;

    // Shorter numbers stand in texts by chance.
    private const int ShortestReference = 5;

    /// <summary>What can be matched for certain.</summary>
    /// <param name="lines">The lines that are not matched.</param>
    /// <param name="entries">The entries that are not matched.</param>
    /// <param name="through">The last day of which the bank's lines are known; entries that cancel each other are paired up to it.</param>
    public static IReadOnlyList<ProposedMatch> Propose(IEnumerable<StatementLine> lines, IEnumerable<BankEntry> entries, DateOnly? through)
    {
        var work = new Work([.. lines.OrderBy(line => line.On).ThenBy(line => line.Number)], [.. entries.OrderBy(entry => entry.On)]);
        work.Alone((line, entry) => Days(line, entry) <= ReferenceDays && NamesSame(line, entry));
        work.Alike();
        work.Alone((line, entry) => Days(line, entry) <= AmountDays);
        work.Groups();
        work.Cancelled(through);
        return work.Found;
    }

    private static int Days(StatementLine line, BankEntry entry) => Math.Abs(line.On.DayNumber - entry.On.DayNumber);

    private static bool IsNear(DateOnly one, DateOnly other) => Math.Abs(one.DayNumber - other.DayNumber) <= AmountDays;

    private static bool NamesSame(StatementLine line, BankEntry entry)
    {
        var (reference, document, text) = (KeyOf(line.Reference), KeyOf(entry.Document), KeyOf(line.Text));
        return (reference.Length > 0 && reference == document)
            || (document.Length >= ShortestReference && text.Contains(document, StringComparison.Ordinal))
            || (reference.Length >= ShortestReference && KeyOf(entry.Description).Contains(reference, StringComparison.Ordinal));
    }

    // Letters and digits only: banks drop strokes and blanks.
    private static string KeyOf(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private sealed class Work(List<StatementLine> lines, List<BankEntry> entries)
    {
        public List<ProposedMatch> Found { get; } = [];

        /// <summary>One and one of the same amount, where neither could be another's.</summary>
        public void Alone(Func<StatementLine, BankEntry, bool> may)
        {
            var byAmount = entries.ToLookup(entry => entry.Net);
            var linesByAmount = lines.ToLookup(line => line.Net);
            foreach (var line in lines.ToList())
            {
                if (
                    byAmount[line.Net].Where(entry => may(line, entry)).Take(2).ToList() is [var entry]
                    && linesByAmount[line.Net].Count(other => may(other, entry)) == 1
                )
                {
                    Take([line], [entry]);
                }
            }
        }

        /// <summary>As many lines as entries of one amount on one day.</summary>
        public void Alike()
        {
            var booked = entries.ToLookup(entry => (entry.On, entry.Net));
            foreach (var same in lines.GroupBy(line => (line.On, line.Net)).ToList())
            {
                var there = booked[same.Key].ToList();
                if (there.Count == same.Count())
                {
                    foreach (var (line, entry) in same.ToList().Zip(there))
                    {
                        Take([line], [entry]);
                    }
                }
            }
        }

        /// <summary>Several of one day and reference that sum to one of the other side.</summary>
        public void Groups()
        {
            var referred = lines.Where(line => line.Reference.Length > 0);
            foreach (var group in referred.GroupBy(line => (line.On, KeyOf(line.Reference))).ToList())
            {
                var sum = group.Sum(line => line.Net);
                if (
                    group.Skip(1).Any()
                    && entries.Where(entry => entry.Net == sum && IsNear(entry.On, group.Key.On)).ToList() is [var entry]
                )
                {
                    Take([.. group], [entry]);
                }
            }

            var named = entries.Where(entry => entry.Document.Length > 0);
            foreach (var group in named.GroupBy(entry => (entry.On, KeyOf(entry.Document))).ToList())
            {
                var sum = group.Sum(entry => entry.Net);
                if (
                    group.Skip(1).Any()
                    && sum != Rupiah.Zero
                    && lines.Where(line => line.Net == sum && IsNear(line.On, group.Key.On)).ToList() is [var line]
                )
                {
                    Take([line], [.. group]);
                }
            }
        }

        /// <summary>A wrong entry and its reversal, of neither of which a line could be.</summary>
        public void Cancelled(DateOnly? through)
        {
            foreach (var reversal in entries.Where(entry => entry.ReversesId is not null && entry.On <= through).ToList())
            {
                if (
                    entries.Find(entry => entry.Id == reversal.ReversesId) is { } wrong
                    && wrong.Net == -reversal.Net
                    && !lines.Exists(line => line.Net == wrong.Net || line.Net == reversal.Net)
                )
                {
                    Take([], [wrong, reversal]);
                }
            }
        }

        private void Take(IReadOnlyList<StatementLine> taken, IReadOnlyList<BankEntry> with)
        {
            Found.Add(new ProposedMatch(taken, with));
            lines.RemoveAll(taken.Contains);
            entries.RemoveAll(with.Contains);
        }
    }
}
