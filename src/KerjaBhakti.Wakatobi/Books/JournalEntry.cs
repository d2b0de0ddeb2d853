using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Books;

/// <summary>A line of an entry: either a debit or a credit, more than nothing.</summary>
/// <param name="Account">The code of the account.</param>
/// <param name="Debit">The debit; nothing in a credit line.</param>
/// <param name="Credit">The credit; nothing in a debit line.</param>
public sealed record JournalLine(string Account, Rupiah Debit, Rupiah Credit)
{
    /// <summary>Its place in its entry, from 1; 0 before it is in one.</summary>
    public int Number { get; internal init; }

    /// <summary>
    /// Moves an amount from the credit of one account to the debit of another; a negative amount the other way, and nothing makes no lines.
    /// </summary>
    public static IEnumerable<JournalLine> Move(Rupiah amount, string debit, string credit) =>
        amount.Amount switch
        {
            > 0 => [new JournalLine(debit, amount, Rupiah.Zero), new JournalLine(credit, Rupiah.Zero, amount)],
            < 0 => [new JournalLine(credit, -amount, Rupiah.Zero), new JournalLine(debit, Rupiah.Zero, -amount)],
            _ => [],
        };
}

/// <summary>What an entry was made for, so that a figure of a report leads back to it.</summary>
/// <param name="Kind">The kind of thing: "Receipt", "Expenditure" …</param>
/// <param name="Id">Its key.</param>
public sealed record EntrySource(string Kind, Guid Id)
{
    /// <summary>The kind of the balance the books begin with; the key is that of the first year.</summary>
    public const string Opening = "Opening";
}

/// <summary>
/// An entry of the books. It cannot be made out of balance and is never changed or deleted; a wrong one is reversed by another.
/// </summary>
public sealed class JournalEntry
{
    /// <summary>The longest description, in characters.</summary>
    public const int DescriptionLength = 500;

    private readonly List<JournalLine> lines = [];

    private JournalEntry() { }

    private JournalEntry(DateOnly on, string description, EntrySource source, IEnumerable<JournalLine> lines)
    {
        On = on;
        Description = description;

        // A copy: what a reversal was made for is stored with it, beside that of the entry it undoes.
        Source = source with { };
        this.lines.AddRange(lines.Select((line, index) => line with { Number = index + 1 }));
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>
    /// Its number in the journal, from 1 in the order in which entries were booked, without a gap; null while it is not booked.
    /// </summary>
    public int? Number { get; private set; }

    /// <summary>Its date, which decides the month it belongs to.</summary>
    public DateOnly On { get; private set; }

    /// <summary>What happened.</summary>
    public string Description { get; private set; } = string.Empty;

    /// <summary>What it was made for.</summary>
    public EntrySource Source { get; private set; } = null!;

    /// <summary>The entry it reverses, unique; null for any other.</summary>
    public Guid? ReversesId { get; private set; }

    /// <summary>The lines by number; debits and credits sum to the same.</summary>
    public IReadOnlyList<JournalLine> Lines => [.. lines.OrderBy(line => line.Number)];

    /// <summary>The amount moved: the sum of the debits.</summary>
    public Rupiah Amount => lines.Sum(line => line.Debit);

    /// <summary>Makes an entry in an open month.</summary>
    /// <param name="year">The year of the date.</param>
    /// <param name="chart">The accounts there are.</param>
    /// <param name="on">The date.</param>
    /// <param name="description">What happened.</param>
    /// <param name="source">What it is made for.</param>
    /// <param name="lines">The lines, in balance.</param>
    /// <exception cref="FundRefusedException">The month is closed, or there is no description.</exception>
    /// <exception cref="ArgumentException">The lines are out of balance, empty, or name an unknown account: a mistake of the
    /// program.</exception>
    public static JournalEntry Post(
        FiscalYear year,
        ChartOfAccounts chart,
        DateOnly on,
        string description,
        EntrySource source,
        IEnumerable<JournalLine> lines
    )
    {
        year.RequireOpen(on);
        return Make(chart, on, Words.Require(description, "Uraian jurnal", DescriptionLength), source, [.. lines]);
    }

    /// <summary>Gives it its number as it is booked; it never changes.</summary>
    /// <exception cref="InvalidOperationException">It has one: a mistake of the program.</exception>
    public void NumberAs(int number) =>
        Number = Number is null ? number : throw new InvalidOperationException($"Entry {Id} has the number {Number}.");

    /// <summary>
    /// Makes the entry that undoes this one, at a date whose month is open. What moved SiLPA, as an opening balance or a closing does, is
    /// undone only within its year.
    /// </summary>
    /// <param name="year">The year of the date.</param>
    /// <param name="on">The date, not before this entry's.</param>
    /// <param name="reason">Why.</param>
    /// <param name="reversed">The keys of entries that were reversed already.</param>
    /// <exception cref="FundRefusedException">It was reversed already, undoes another itself, moved SiLPA of another year, or the month is
    /// closed.</exception>
    public JournalEntry Reverse(FiscalYear year, DateOnly on, string reason, IReadOnlyCollection<Guid> reversed)
    {
        year.RequireOpen(on);
        var problem = this switch
        {
            { ReversesId: not null } => "Jurnal pembalik tidak dapat dibalik; buat jurnal yang benar.",
            _ when reversed.Contains(Id) => $"Jurnal '{Description}' tanggal {On.ToIndonesian()} sudah dibalik.",
            _ when on.Year != On.Year && lines.Exists(line => line.Account == ChartOfAccounts.Silpa) =>
                $"Jurnal SiLPA tahun {On.Year} hanya dapat dibalik dalam tahun itu, karena SiLPA tahun yang sudah ditutup tidak berubah.",
            _ when on < On => $"Jurnal tanggal {On.ToIndonesian()} tidak dapat dibalik lebih awal, {on.ToIndonesian()}.",
            _ => Words.WhyNot(reason, "Alasan", DescriptionLength),
        };
        return problem is null
            ? new JournalEntry(on, reason.Trim(), Source, lines.Select(line => new JournalLine(line.Account, line.Credit, line.Debit)))
            {
                ReversesId = Id,
            }
            : throw new FundRefusedException(problem);
    }

    internal static JournalEntry Make(ChartOfAccounts chart, DateOnly on, string description, EntrySource source, List<JournalLine> lines)
    {
        if (
            lines.Count == 0
            || lines.Any(line =>
                line.Debit.IsNegative || line.Credit.IsNegative || (line.Debit == Rupiah.Zero) == (line.Credit == Rupiah.Zero)
            )
        )
        {
            throw new ArgumentException(
                "Each line is either a debit or a credit of more than nothing, and there is at least one.",
                nameof(lines)
            );
        }

        if (lines.Sum(line => line.Debit) != lines.Sum(line => line.Credit))
        {
            throw new ArgumentException(
                $"Debits of {lines.Sum(line => line.Debit)} and credits of {lines.Sum(line => line.Credit)}.",
                nameof(lines)
            );
        }

        return lines.Find(line => chart.Find(line.Account) is null) is { } unknown
            ? throw new ArgumentException($"No account {unknown.Account}.", nameof(lines))
            : new JournalEntry(on, description, source, lines);
    }
}
