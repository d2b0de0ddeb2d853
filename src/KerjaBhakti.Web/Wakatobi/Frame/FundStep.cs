using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Books;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Frame;

/// <summary>
/// One change of the claim fund while it is made: its context, who makes it and when, and the ways to note and to post it.
/// </summary>
public sealed class FundStep
{
    private readonly Actor actor;
    private readonly CancellationToken cancellationToken;
    private readonly List<CashDraw> draws = [];
    private ChartOfAccounts? chart;
    private int? lastNumber;

    internal FundStep(PortalDbContext db, Actor actor, WitaClock clock, CancellationToken cancellationToken)
    {
        Db = db;
        this.actor = actor;
        this.cancellationToken = cancellationToken;
        By = new Person(actor.Id, actor.Name);
        At = clock.Now;
        Today = DateOnly.FromDateTime(At.DateTime);
    }

    /// <summary>The context, inside the transaction. It is saved when the work has returned.</summary>
    public PortalDbContext Db { get; }

    /// <summary>Who does it.</summary>
    public Person By { get; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The date in Wakatobi.</summary>
    public DateOnly Today { get; }

    /// <summary>Adds an audit entry; a step without one is not saved.</summary>
    /// <param name="action">What was done: one of <see cref="FundActions"/>.</param>
    /// <param name="subject">The key of what was changed.</param>
    /// <param name="caption">What it is called, as the sentence goes on: "klaim Maret 2024".</param>
    /// <param name="before">What it was; empty where it is new.</param>
    /// <param name="after">What it is now.</param>
    public void Note(AuditAction action, Guid subject, string caption, string before = "", string after = "") =>
        Db.AuditEntries.Add(new AuditEntry(actor, At, action, subject.ToString(), caption) { Before = before, After = after });

    /// <summary>Posts an entry into the books; lines that move nothing make none.</summary>
    /// <param name="on">Its date.</param>
    /// <param name="description">What happened; cut where what it is composed of is longer together than a journal holds.</param>
    /// <param name="source">What it is made for.</param>
    /// <param name="lines">The lines, as <see cref="Postings"/> gives them.</param>
    /// <param name="part">Whose money it takes from the bank; null where it takes none, or only the bank's balance limits it.</param>
    /// <exception cref="FundRefusedException">The month is closed.</exception>
    public async Task PostAsync(DateOnly on, string description, EntrySource source, IEnumerable<JournalLine> lines, FundPart? part = null)
    {
        var moved = lines.ToList();
        if (moved.Count > 0)
        {
            var text =
                description.Length <= JournalEntry.DescriptionLength
                    ? description
                    : $"{description[..(JournalEntry.DescriptionLength - 1)]}…";
            var entry = JournalEntry.Post(await YearOfAsync(on), await ChartAsync(), on, text, source, moved);
            await BookAsync(entry);
            Draw(entry, part, description);
        }
    }

    /// <summary>Undoes every entry that was made for a thing and is not undone yet.</summary>
    /// <param name="source">The key of the thing.</param>
    /// <param name="on">The date of the reversals.</param>
    /// <param name="reason">Why.</param>
    /// <param name="part">Whose money at the bank falls by it; null where only the bank's balance limits it.</param>
    /// <exception cref="FundRefusedException">The month is closed, or an entry cannot be undone.</exception>
    public async Task ReverseAsync(Guid source, DateOnly on, string reason, FundPart? part = null)
    {
        var year = await YearOfAsync(on);
        var entries = await Db.JournalEntries.Where(entry => entry.Source.Id == source).ToListAsync(cancellationToken);
        var reversed = entries.Select(entry => entry.ReversesId).OfType<Guid>().ToHashSet();
        foreach (var entry in entries.Where(entry => entry.ReversesId is null && !reversed.Contains(entry.Id)))
        {
            var reversal = entry.Reverse(year, on, reason, reversed);
            await BookAsync(reversal);
            Draw(reversal, part, $"Pembatalan '{entry.Description}'");
        }
    }

    /// <summary>Puts an entry into the journal under the next number. Writers wait for each other, so that none is given twice.</summary>
    public async Task BookAsync(JournalEntry entry)
    {
        lastNumber ??= await Db.JournalEntries.MaxAsync(item => item.Number, cancellationToken) ?? 0;
        entry.NumberAs((++lastNumber).Value);
        Db.JournalEntries.Add(entry);
    }

    /// <summary>Refuses where something posted in this step took money that is not at the bank, or is somebody else's.</summary>
    /// <exception cref="FundRefusedException">It did; says how much is missing, and when.</exception>
    /// <remarks>It looks at the books as saved with this step, so that what is replaced in one step counts as one.</remarks>
    internal async Task RequireCoveredAsync()
    {
        if (draws.Count == 0)
        {
            return;
        }

        var cash = await FundCashReading.ReadAsync(Db, cancellationToken);
        if (draws.Select(cash.WhyNot).OfType<string>().FirstOrDefault() is { } problem)
        {
            throw new FundRefusedException(problem);
        }
    }

    /// <summary>The accounts.</summary>
    public async Task<ChartOfAccounts> ChartAsync() =>
        chart ??= new ChartOfAccounts(await Db.SpendingCategories.AsNoTracking().ToListAsync(cancellationToken));

    /// <summary>The year of a date. One that the books do not have yet is begun, with every year between.</summary>
    /// <exception cref="FundRefusedException">It lies before the first year, of which a month is closed already or which has an opening
    /// balance.</exception>
    public async Task<FiscalYear> YearOfAsync(DateOnly on)
    {
        await Db.FiscalYears.LoadAsync(cancellationToken);
        var years = Db.FiscalYears.Local.OrderBy(year => year.Year).ToList();
        if (years.Find(year => year.Year == on.Year) is { } known)
        {
            return known;
        }

        if (years.Count > 0 && on.Year < years[0].Year && years[0].ClosedThrough > 0)
        {
            throw new FundRefusedException(
                $"Buku dimulai tahun {years[0].Year} dan sudah ada bulan yang ditutup; tahun {on.Year} tidak dapat ditambahkan lagi."
            );
        }

        if (years.Count > 0 && on.Year < years[0].Year && await HasOpeningAsync())
        {
            throw new FundRefusedException(
                $"Buku dimulai tahun {years[0].Year} dengan saldo awal; tahun {on.Year} tidak dapat ditambahkan di depannya."
            );
        }

        var (first, last) =
            years.Count == 0 ? (on.Year, on.Year) : (Math.Min(on.Year, years[^1].Year + 1), Math.Max(on.Year, years[0].Year - 1));
        var begun = Enumerable
            .Range(first, last - first + 1)
            .Except(years.Select(year => year.Year))
            .Select(year => new FiscalYear(year))
            .ToList();
        Db.FiscalYears.AddRange(begun);
        return begun.Single(year => year.Year == on.Year);
    }

    private void Draw(JournalEntry entry, FundPart? part, string what)
    {
        var taken = -entry.Lines.Where(line => line.Account == ChartOfAccounts.Bank).Sum(line => line.Debit - line.Credit);
        if (taken > Rupiah.Zero)
        {
            draws.Add(new CashDraw(entry.On, taken, part, what));
        }
    }

    // Also what this step itself has posted or reversed counts, though it is not saved yet.
    private async Task<bool> HasOpeningAsync()
    {
        await Db.JournalEntries.Where(entry => entry.Source.Kind == EntrySource.Opening).LoadAsync(cancellationToken);
        return FundOpening.InForce([.. Db.JournalEntries.Local.Where(entry => entry.Source.Kind == EntrySource.Opening)]) is not null;
    }
}
