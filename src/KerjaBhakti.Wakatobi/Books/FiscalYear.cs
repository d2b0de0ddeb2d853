using KerjaBhakti.Wakatobi.CarryOver;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Books;

/// <summary>The bank's balance beside the books' on the evening of a day.</summary>
/// <param name="On">The day.</param>
/// <param name="Statement">The balance by the bank's statement.</param>
/// <param name="Books">The balance by the books.</param>
/// <param name="By">Who compared.</param>
/// <param name="At">When.</param>
/// <param name="Outstanding">What the books have and the bank does not yet; negative where more went by the books than by the
/// bank.</param>
public sealed record BankAssertion(DateOnly On, Rupiah Statement, Rupiah Books, Person By, DateTimeOffset At, Rupiah Outstanding = default)
{
    // A stored comparison is filled property by property.
    private BankAssertion()
        : this(default, default, default, null!, default) { }

    /// <summary>The statement less what the books say the bank knows; nothing where they agree.</summary>
    public Rupiah Difference => Statement - (Books - Outstanding);
}

/// <summary>
/// A year of the books: the calendar year. Its months close one after the other, each against the bank's statement, and then the year. What
/// is closed takes no entry.
/// </summary>
public sealed class FiscalYear
{
    private readonly List<BankAssertion> closings = [];

    private FiscalYear() { }

    /// <summary>An open year.</summary>
    public FiscalYear(int year) => Year = year;

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The year; unique.</summary>
    public int Year { get; private set; }

    /// <summary>The last month that is closed, 1 to 12; 0 while none is.</summary>
    public int ClosedThrough { get; private set; }

    /// <summary>The surplus, once the year is closed; null before.</summary>
    public Silpa? Silpa { get; private set; }

    /// <summary>Who closed the year; null while it is open.</summary>
    public Person? ClosedBy { get; private set; }

    /// <summary>When the year was closed.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>How often it was changed. Two writers who read the same revision cannot both save.</summary>
    public int Revision { get; private set; }

    /// <summary>The comparison with the bank each month was closed on, in order.</summary>
    public IReadOnlyList<BankAssertion> Closings => closings;

    /// <summary>Refuses where an entry cannot be made on a date.</summary>
    /// <exception cref="FundRefusedException">Its month is closed.</exception>
    /// <exception cref="ArgumentException">The date is of another year.</exception>
    public void RequireOpen(DateOnly on)
    {
        if (on.Year != Year)
        {
            throw new ArgumentException($"{on:O} is not in {Year}.", nameof(on));
        }

        if (on.Month <= ClosedThrough)
        {
            throw new FundRefusedException(
                $"Bulan {FiscalMonth.Of(on).ToIndonesian()} sudah ditutup; catat pada bulan yang masih terbuka."
            );
        }
    }

    /// <summary>Closes the next month.</summary>
    /// <param name="month">The month after the one closed last.</param>
    /// <param name="balance">The books from their first entry to the last day of the month.</param>
    /// <param name="statement">The bank's balance on that day.</param>
    /// <param name="by">Who closes it.</param>
    /// <param name="at">Now.</param>
    /// <param name="outstanding">What of the books the bank does not know yet.</param>
    /// <exception cref="FundRefusedException">Another month is next, or the bank says otherwise.</exception>
    public void CloseMonth(
        FiscalMonth month,
        TrialBalance balance,
        Rupiah statement,
        Person by,
        DateTimeOffset at,
        Rupiah outstanding = default
    )
    {
        if (month.Year != Year || month.Month != ClosedThrough + 1)
        {
            throw new FundRefusedException(
                ClosedThrough == 12
                    ? $"Semua bulan tahun {Year} sudah ditutup."
                    : $"Bulan berikutnya yang ditutup adalah {new FiscalMonth(Year, ClosedThrough + 1).ToIndonesian()}, bukan {month.ToIndonesian()}."
            );
        }

        var assertion = new BankAssertion(month.LastDay, statement, balance[ChartOfAccounts.Bank], by, at, outstanding);
        if (assertion.Difference != Rupiah.Zero)
        {
            throw new FundRefusedException(
                $"Saldo rekening koran {month.LastDay.ToIndonesian()} {assertion.Statement} berbeda {assertion.Difference} dari buku, "
                    + $"{assertion.Books - outstanding}; cari selisihnya sebelum menutup bulan."
            );
        }

        closings.Add(assertion);
        ClosedThrough++;
        Revision++;
    }

    /// <summary>
    /// Closes the year: income and expenses go to SiLPA, which is the next year's opening balance.
    /// </summary>
    /// <param name="chart">The accounts.</param>
    /// <param name="balance">The books from their first entry to the last day of the year.</param>
    /// <param name="fees">Fees received for and not paid on that day, which stay bound; negative where more was paid.</param>
    /// <param name="by">Who closes it.</param>
    /// <param name="at">Now.</param>
    /// <returns>The closing entry; null in a year without income or expenses.</returns>
    /// <exception cref="FundRefusedException">A month is open, or the year is closed already.</exception>
    public JournalEntry? Close(ChartOfAccounts chart, TrialBalance balance, Rupiah fees, Person by, DateTimeOffset at)
    {
        if (Silpa is not null || ClosedThrough < 12)
        {
            throw new FundRefusedException(
                Silpa is not null
                    ? $"Tahun {Year} sudah ditutup."
                    : $"Tahun {Year} belum dapat ditutup: {new FiscalMonth(Year, ClosedThrough + 1).ToIndonesian()} masih terbuka."
            );
        }

        var closed = balance.Accounts.Where(account => chart.IsClosedYearly(account.Account)).ToList();
        var income = closed.Where(account => chart.Find(account.Account)!.Kind == AccountKind.Income).Sum(account => account.Balance);
        var spending = closed.Where(account => chart.Find(account.Account)!.Kind == AccountKind.Expense).Sum(account => account.Balance);
        Silpa = new Silpa(Year, -balance[ChartOfAccounts.Silpa], -income, spending, fees.IsNegative ? Rupiah.Zero : fees);
        ClosedBy = by;
        ClosedAt = at;
        Revision++;
        var lines = closed.SelectMany(account => JournalLine.Move(account.Balance, ChartOfAccounts.Silpa, account.Account)).ToList();
        return lines.Count == 0
            ? null
            : JournalEntry.Make(
                chart,
                new DateOnly(Year, 12, 31),
                $"Penutupan tahun {Year}",
                new EntrySource(nameof(FiscalYear), Id),
                lines
            );
    }
}
