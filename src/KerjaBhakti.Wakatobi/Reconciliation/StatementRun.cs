using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Reconciliation;

/// <summary>Lines of the bank one after the other, each beginning with the balance the one before left.</summary>
/// <param name="Lines">The lines in the bank's order, as far as they follow.</param>
/// <param name="Closing">The balance after the last of them; the opening where there is none.</param>
/// <param name="Broken">The first line that does not follow; null where all do.</param>
public sealed record StatementRun(IReadOnlyList<StatementLine> Lines, Rupiah Closing, StatementLine? Broken)
{
    /// <summary>
    /// Puts lines in the bank's order. Lines of one day may come from several imports: among them the next is the one that begins with the
    /// balance so far.
    /// </summary>
    /// <param name="opening">The balance before the first.</param>
    /// <param name="lines">The lines.</param>
    public static StatementRun Of(Rupiah opening, IEnumerable<StatementLine> lines)
    {
        var balance = opening;
        var ordered = new List<StatementLine>();
        foreach (var day in lines.GroupBy(line => line.On).OrderBy(day => day.Key))
        {
            var left = day.OrderBy(line => line.StatementId).ThenBy(line => line.Number).ToList();
            while (left.Count > 0)
            {
                var next = left.FindIndex(line => line.Before == balance);
                if (next < 0)
                {
                    return new StatementRun(ordered, balance, left[0]);
                }

                ordered.Add(left[next]);
                balance = left[next].Balance;
                left.RemoveAt(next);
            }
        }

        return new StatementRun(ordered, balance, null);
    }
}
