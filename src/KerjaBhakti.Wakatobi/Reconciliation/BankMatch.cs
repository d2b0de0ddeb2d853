using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Reconciliation;

/// <summary>How lines and entries came to be matched.</summary>
public enum MatchWay
{
    /// <summary>By amount, date and reference.</summary>
    Automatic,

    /// <summary>By a person.</summary>
    ByHand,

    /// <summary>The entry was made from the line.</summary>
    FromLine,
}

/// <summary>A line of a match.</summary>
/// <param name="LineId">The line; in one match only.</param>
public sealed record MatchedLine(Guid LineId);

/// <summary>An entry of a match.</summary>
/// <param name="EntryId">The entry; in one match only.</param>
public sealed record MatchedEntry(Guid EntryId);

/// <summary>
/// Lines of the bank and entries of the journal that are the same money, in sum to the rupiah: one and one, one and several, several and
/// several. Without lines it is entries that cancel each other, as a wrong one and its reversal do; without entries a mistake of the bank
/// and its correction. It never changes; it is undone as long as its month is open.
/// </summary>
public sealed class BankMatch
{
    private readonly List<MatchedLine> lines = [];
    private readonly List<MatchedEntry> entries = [];

    private BankMatch() { }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The day that decides when it is closed: of its first line; without lines, of its last entry.</summary>
    public DateOnly On { get; private set; }

    /// <summary>How it came about.</summary>
    public MatchWay Way { get; private set; }

    /// <summary>Who matched.</summary>
    public Person By { get; private set; } = null!;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The lines of the bank.</summary>
    public IReadOnlyList<MatchedLine> Lines => lines;

    /// <summary>The entries of the journal.</summary>
    public IReadOnlyList<MatchedEntry> Entries => entries;

    /// <summary>Matches.</summary>
    /// <param name="lines">The lines, none of them matched.</param>
    /// <param name="entries">The entries, none of them matched.</param>
    /// <param name="way">How it came about.</param>
    /// <param name="closedThrough">The last day of the last closed month; null while none is closed.</param>
    /// <param name="by">Who matches.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="FundRefusedException">They are too few, do not sum to the same, or their month is closed.</exception>
    public static BankMatch Make(
        IReadOnlyCollection<StatementLine> lines,
        IReadOnlyCollection<BankEntry> entries,
        MatchWay way,
        DateOnly? closedThrough,
        Person by,
        DateTimeOffset at
    )
    {
        if (lines.Count + entries.Count < 2)
        {
            throw new FundRefusedException("Pilih sedikitnya satu baris bank dan satu jurnal, atau dua yang saling meniadakan.");
        }

        var (bank, books) = (lines.Sum(line => line.Net), entries.Sum(entry => entry.Net));
        if (bank != books)
        {
            throw new FundRefusedException($"Jumlah yang dipilih di bank {bank}, di buku {books}; selisih {bank - books}.");
        }

        var on = DayOf(lines, entries);
        if (closedThrough >= on)
        {
            throw new FundRefusedException($"{FiscalMonth.Of(on).ToIndonesian()} sudah ditutup; pencocokannya tidak berubah lagi.");
        }

        var match = new BankMatch
        {
            On = on,
            Way = way,
            By = by,
            At = at,
        };
        match.lines.AddRange(lines.Select(line => new MatchedLine(line.Id)));
        match.entries.AddRange(entries.Select(entry => new MatchedEntry(entry.Id)));
        return match;
    }

    /// <summary>The day that decides when a match of these is closed.</summary>
    public static DateOnly DayOf(IReadOnlyCollection<StatementLine> lines, IReadOnlyCollection<BankEntry> entries) =>
        lines.Count > 0 ? lines.Min(line => line.On) : entries.Max(entry => entry.On);

    /// <summary>Refuses where it cannot be undone.</summary>
    /// <exception cref="FundRefusedException">Its month is closed.</exception>
    public void RequireOpen(DateOnly? closedThrough)
    {
        if (closedThrough >= On)
        {
            throw new FundRefusedException($"{FiscalMonth.Of(On).ToIndonesian()} sudah ditutup; pencocokannya tidak dilepas lagi.");
        }
    }
}
