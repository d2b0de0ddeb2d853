using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Spending;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Shell.Parts.Grid;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Books;

/// <summary>
/// The journal line by line, found, ordered, paged and summed by the database: a year has tens of thousands of lines. Each says what its
/// account held after it.
/// </summary>
public sealed class JournalList(FundWork work)
{
    /// <summary>The accounts, and what the lines that a filter lets through move the filtered account by.</summary>
    public Task<JournalHead> OpenAsync(ClaimsPrincipal user, JournalFilter filter, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            async db =>
            {
                var chart = new ChartOfAccounts(await db.SpendingCategories.AsNoTracking().ToListAsync(cancellationToken));
                if (filter.Account is not { } account)
                {
                    return new JournalHead(chart, Sum: null);
                }

                var sums = await Filtered(db, filter)
                    .GroupBy(_ => 1)
                    .Select(lines => new { Debit = lines.Sum(line => line.Debit), Credit = lines.Sum(line => line.Credit) })
                    .SingleOrDefaultAsync(cancellationToken);
                return new JournalHead(chart, new AccountBalance(account, new Rupiah(sums?.Debit ?? 0), new Rupiah(sums?.Credit ?? 0)));
            },
            cancellationToken
        );

    /// <summary>Some of the lines that a filter lets through, the newest first where no order is asked for.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="filter">Which entries, or which lines of them.</param>
    /// <param name="query">What is asked for of those.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<GridPage<JournalRow>> FindAsync(
        ClaimsPrincipal user,
        JournalFilter filter,
        GridQuery query,
        CancellationToken cancellationToken
    ) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            async db =>
            {
                var lines = Found(Filtered(db, filter), query.State);
                var sums = await lines
                    .GroupBy(_ => 1)
                    .Select(group => new
                    {
                        Count = group.Count(),
                        Debit = group.Sum(line => line.Debit),
                        Credit = group.Sum(line => line.Credit),
                    })
                    .SingleOrDefaultAsync(cancellationToken);
                var balanced = Found(Filtered(db, filter, withBalance: true), query.State);
                var shown = await Sorted(balanced, query.State).Skip(query.Skip).Take(query.Take).ToListAsync(cancellationToken);
                var claims = await db
                    .ClaimMonths.Select(claim => new
                    {
                        claim.Id,
                        claim.Month,
                        claim.Number,
                    })
                    .ToDictionaryAsync(claim => claim.Id, claim => new ClaimKey(claim.Month, claim.Number), cancellationToken);
                return new GridPage<JournalRow>(
                    [.. shown.Select(line => new JournalRow(line, PathOf(line, claims)))],
                    sums?.Count ?? 0,
                    new Dictionary<string, long> { ["debit"] = sums?.Debit ?? 0, ["kredit"] = sums?.Credit ?? 0 }
                );
            },
            cancellationToken
        );

    // What an account held after a line counts every line of it before, whatever else is looked for. It is left out where nobody reads it.
    private static IQueryable<JournalLineRow> Filtered(PortalDbContext db, JournalFilter filter, bool withBalance = false)
    {
        var (first, last) = filter.Days;
        var lines = JournalReading.Lines(db, filter.Account, withBalance).Where(line => line.On >= first && line.On <= last);
        if (filter.Source is { } source)
        {
            lines = lines.Where(line => line.SourceId == source);
        }

        if (filter.Number is { } number)
        {
            lines = lines.Where(line => line.Number == number);
        }

        if (filter.SilpaUse is { } use)
        {
            lines = lines.Where(line => line.SilpaUseId == use);
        }
        else if (filter.FromSilpa is { } fromSilpa)
        {
            lines = lines.Where(line => line.SilpaUseId != null == fromSilpa);
        }

        if (filter.WithoutClosing)
        {
            var closings = filter.ClosingsFrom;
            lines = lines.Where(line => line.Kind != nameof(FiscalYear) || line.On < closings);
        }

        return lines;
    }

    private static IQueryable<JournalLineRow> Found(IQueryable<JournalLineRow> lines, GridState state)
    {
        foreach (var term in GridSearch.Words(state))
        {
            var (pattern, amount) = (GridSearch.Pattern(term), FundText.ReadAmount(term)?.Amount ?? -1);
            lines = lines.Where(line =>
                EF.Functions.Like(line.Description, pattern, GridSearch.Escape)
                || EF.Functions.Like(line.Account, pattern, GridSearch.Escape)
                || line.Debit == amount
                || line.Credit == amount
                || line.Number == amount
            );
        }

        return lines;
    }

    private static IQueryable<JournalLineRow> Sorted(IQueryable<JournalLineRow> lines, GridState state)
    {
        var ordered = state.Sort switch
        {
            "nomor" => lines.Ordered(line => line.Number, state.Descending),
            "tanggal" => lines.Ordered(line => line.On, state.Descending),
            "akun" => lines.Ordered(line => line.Account, state.Descending),
            "debit" => lines.Ordered(line => line.Debit, state.Descending),
            "kredit" => lines.Ordered(line => line.Credit, state.Descending),
            _ => lines.OrderByDescending(line => line.On),
        };

        // Within a day in the order in which it was booked, the same way as the days.
        var newestFirst = state.Sort is null || state.Descending;
        return newestFirst
            ? ordered.ThenByDescending(line => line.Number).ThenByDescending(line => line.Line)
            : ordered.ThenBy(line => line.Number).ThenBy(line => line.Line);
    }

    private static string? PathOf(JournalLineRow line, Dictionary<Guid, ClaimKey> claims) =>
        line.Kind == nameof(ClaimMonth) && claims.TryGetValue(line.SourceId, out var claim)
            ? $"/wakatobi/klaim/{claim}"
            : PathOf(line.Kind, line.SourceId);

    /// <summary>The page of what an entry was made for; null where it has none, or where its key does not name it.</summary>
    internal static string? PathOf(string kind, Guid source) =>
        kind switch
        {
            nameof(Receipt) => $"/wakatobi/penerimaan/{source}",
            nameof(FeeDistribution) => $"/wakatobi/jasa/{source}",
            nameof(Expenditure) => $"/wakatobi/belanja/{source}",
            nameof(FiscalYear) => "/wakatobi/buku/tutup",
            EntrySource.Opening => "/wakatobi/buku/saldo-awal",
            nameof(BankMovement) => $"/wakatobi/buku/bank/{source}",
            nameof(StaffReceivable) => $"/wakatobi/jasa/piutang/{source}",
            _ => null,
        };
}

/// <summary>What stands above the journal.</summary>
/// <param name="Chart">The accounts.</param>
/// <param name="Sum">What all filtered lines moved the account by; null without an account.</param>
public sealed record JournalHead(ChartOfAccounts Chart, AccountBalance? Sum);

/// <summary>Which entries of the journal; null takes all.</summary>
/// <param name="From">From the first day of this month on.</param>
/// <param name="To">Up to the last day of this month.</param>
/// <param name="Account">Only the lines of this account, or of one below it: "5.2" is all spending.</param>
/// <param name="Source">That were made for this thing.</param>
/// <param name="FromSilpa">Only spending that a use of SiLPA pays, or only what none pays.</param>
/// <param name="SilpaUse">Only what this use of SiLPA pays.</param>
/// <param name="WithoutClosing">Whether the closing of years is left out, as reports read it; see <see cref="ClosingsFrom"/>.</param>
/// <param name="Number">Only the entry of this number.</param>
/// <param name="Through">Up to this day, where a figure is of an evening within a month.</param>
public sealed record JournalFilter(
    FiscalMonth? From = null,
    FiscalMonth? To = null,
    string? Account = null,
    Guid? Source = null,
    bool? FromSilpa = null,
    Guid? SilpaUse = null,
    bool WithoutClosing = false,
    int? Number = null,
    DateOnly? Through = null
)
{
    /// <summary>The first and the last day.</summary>
    internal (DateOnly First, DateOnly Last) Days =>
        (From?.FirstDay ?? DateOnly.MinValue, Through ?? To?.LastDay ?? new DateOnly(2199, 12, 31));

    /// <summary>
    /// From when on closings are left out: all of them, because a figure over several years would lose what the years before were closed
    /// with. Only SiLPA is made of closings; of it just the one of the last month's year is left out, so that a closed year reads as it did
    /// open.
    /// </summary>
    internal DateOnly ClosingsFrom => Account == ChartOfAccounts.Silpa ? new(Through?.Year ?? To?.Year ?? 2000, 1, 1) : DateOnly.MinValue;
}

/// <summary>A line in the list.</summary>
/// <param name="Line">The line.</param>
/// <param name="Path">Where what it was made for is shown; null where that has no page of its own.</param>
public sealed record JournalRow(JournalLineRow Line, string? Path);
