using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Reconciliation;

/// <summary>A match with what it holds.</summary>
/// <param name="Match">The match.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Entries">Its entries.</param>
public sealed record MatchedItems(BankMatch Match, IReadOnlyList<StatementLine> Lines, IReadOnlyList<BankEntry> Entries);

/// <summary>
/// A month of the bank beside the books. The balances agree when the bank's balance is that of the books without what the bank does not
/// know yet.
/// </summary>
public sealed record BankMonth
{
    /// <summary>The month.</summary>
    public required FiscalMonth Month { get; init; }

    /// <summary>The bank's balance before its first day.</summary>
    public required Rupiah Opening { get; init; }

    /// <summary>The lines of the month in the bank's order.</summary>
    public required StatementRun Run { get; init; }

    /// <summary>How many lines the month has, also those that do not follow.</summary>
    public required int LineCount { get; init; }

    /// <summary>How many entries of the month move the bank.</summary>
    public required int EntryCount { get; init; }

    /// <summary>The books' balance on its last evening.</summary>
    public required Rupiah Books { get; init; }

    /// <summary>The lines up to its end that no entry is matched to.</summary>
    public required IReadOnlyList<StatementLine> UnmatchedLines { get; init; }

    /// <summary>The entries up to its end that no line is matched to.</summary>
    public required IReadOnlyList<BankEntry> UnmatchedEntries { get; init; }

    /// <summary>The matches with a line or an entry of the month, or that reach over its end.</summary>
    public required IReadOnlyList<MatchedItems> Matches { get; init; }

    /// <summary>Whether a statement was imported; without one the month closes only if the bank itself did not move.</summary>
    public bool HasLines => LineCount > 0;

    /// <summary>The bank's balance on its last evening, as its lines say; that before the month where it has none.</summary>
    public Rupiah Bank => Run.Closing;

    /// <summary>
    /// What the books have and the bank does not on the last evening: entries nothing is matched to, and of matches that reach over the end
    /// of the month what is this side of it.
    /// </summary>
    public Rupiah Outstanding =>
        UnmatchedEntries.Sum(entry => entry.Net)
        + Straddling.Sum(item =>
            item.Entries.Where(entry => entry.On <= Month.LastDay).Sum(entry => entry.Net)
            - item.Lines.Where(line => line.On <= Month.LastDay).Sum(line => line.Net)
        );

    /// <summary>The matches of which one side lies after the month.</summary>
    public IReadOnlyList<MatchedItems> Straddling =>
        [
            .. Matches.Where(item =>
                (item.Lines.Any(line => line.On <= Month.LastDay) || item.Entries.Any(entry => entry.On <= Month.LastDay))
                && (item.Lines.Any(line => line.On > Month.LastDay) || item.Entries.Any(entry => entry.On > Month.LastDay))
            ),
        ];

    /// <summary>What the bank has and the books do not.</summary>
    public Rupiah Unbooked => UnmatchedLines.Sum(line => line.Net);

    /// <summary>What nothing explains of the difference between bank and books; nothing where they agree.</summary>
    public Rupiah Unexplained => Bank - (Books - Outstanding + Unbooked);

    /// <summary>What stands in the way of closing the month against the bank, one sentence each.</summary>
    /// <param name="typed">The balance on paper, where the bank has no line; null where it was not typed.</param>
    public IReadOnlyList<string> Obstacles(Rupiah? typed)
    {
        if (!HasLines)
        {
            // On paper the bank stands where it stood before, or a statement is missing.
            IEnumerable<string> missing =
                EntryCount > 0 && typed != Bank
                    ? [$"Rekening koran {Month.ToIndonesian()} belum diimpor, padahal {EntryCount} jurnal bulan itu mengubah saldo bank."]
                    : [];
            return typed is { } paper && paper + Outstanding != Books ? [.. missing, Differs(paper)] : [.. missing];
        }

        var problems = new List<string>();
        if (Run.Broken is { } broken)
        {
            problems.Add(
                $"Baris bank {broken.On.ToIndonesian()} '{broken.Text}' mulai dari saldo {broken.Before}, padahal saldo sebelumnya {Run.Closing}; "
                    + "ada baris rekening koran yang belum diimpor."
            );
        }

        if (UnmatchedLines.Count > 0)
        {
            problems.Add($"{UnmatchedLines.Count} baris bank senilai {Unbooked} belum dicocokkan dengan buku.");
        }

        if (problems.Count == 0 && Unexplained != Rupiah.Zero)
        {
            problems.Add(Differs(Bank));
        }

        return problems;
    }

    private string Differs(Rupiah bank) =>
        $"Saldo rekening koran {Month.LastDay.ToIndonesian()} {bank} berbeda {bank - (Books - Outstanding)} dari buku, {Books}"
        + (Outstanding == Rupiah.Zero ? string.Empty : $" tanpa {Outstanding} yang belum ada di bank")
        + "; cari selisihnya sebelum menutup bulan.";
}
