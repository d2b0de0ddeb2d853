using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Spending;
using KerjaBhakti.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Books;

/// <summary>Reads the books: the trial balance and the journal.</summary>
public sealed class FundBooks(FundWork work)
{
    /// <summary>How many entries a page of the journal shows.</summary>
    public const int PageSize = 100;

    /// <summary>The balances on the evening of a day, with the accounts by code.</summary>
    public Task<Ledger> BalancesAsync(ClaimsPrincipal user, DateOnly on, CancellationToken cancellationToken) => work.ReadAsync(
        user,
        Access.ReadFund,
        async db => new Ledger(await ChartOfAsync(db, cancellationToken), await ThroughAsync(db, on, cancellationToken)),
        cancellationToken);

    /// <summary>A page of the journal, the newest entries first.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="filter">Which entries.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<Journal> JournalAsync(ClaimsPrincipal user, JournalFilter filter, int page, CancellationToken cancellationToken) => work.ReadAsync(
        user,
        Access.ReadFund,
        async db =>
        {
            IQueryable<JournalEntry> entries = db.JournalEntries;
            if (filter.Month is { } month)
            {
                var (first, last) = (month.FirstDay, month.LastDay);
                entries = entries.Where(entry => entry.On >= first && entry.On <= last);
            }

            if (filter.Account is { } account)
            {
                entries = entries.Where(entry => entry.Lines.Any(line => line.Account == account));
            }

            if (filter.Source is { } source)
            {
                entries = entries.Where(entry => entry.Source.Id == source);
            }

            var shown = await entries.OrderByDescending(entry => entry.On).ThenByDescending(entry => entry.Id)
                .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
            var claims = await db.ClaimMonths.Select(claim => new { claim.Id, claim.Month }).ToDictionaryAsync(claim => claim.Id, claim => claim.Month, cancellationToken);
            return new Journal(
                await ChartOfAsync(db, cancellationToken),
                await entries.CountAsync(cancellationToken),
                [.. shown.Select(entry => new JournalRow(entry, PathOf(entry.Source, claims)))]);
        },
        cancellationToken);

    /// <summary>The balances from the first entry to the evening of a day, summed by the database.</summary>
    internal static async Task<TrialBalance> ThroughAsync(PortalDbContext db, DateOnly on, CancellationToken cancellationToken)
    {
        var sums = await db.Database.SqlQuery<AccountSum>(
            $"""
            SELECT line."Account", SUM(line."Debit") AS "Debit", SUM(line."Credit") AS "Credit"
            FROM "wakatobi_JournalLines" AS line
            INNER JOIN "wakatobi_JournalEntries" AS entry ON entry."Id" = line."EntryId"
            WHERE entry."On" <= {on}
            GROUP BY line."Account"
            """).ToListAsync(cancellationToken);
        return new TrialBalance(sums.Select(sum => new AccountBalance(sum.Account, new Rupiah(sum.Debit), new Rupiah(sum.Credit))));
    }

    private static string? PathOf(EntrySource source, Dictionary<Guid, FiscalMonth> claims) => source.Kind switch
    {
        nameof(ClaimMonth) when claims.TryGetValue(source.Id, out var month) => $"/wakatobi/klaim/{month}",
        nameof(Receipt) => $"/wakatobi/penerimaan/{source.Id}",
        nameof(FeeDistribution) => $"/wakatobi/jasa/{source.Id}",
        nameof(Expenditure) => $"/wakatobi/belanja/{source.Id}",
        nameof(FiscalYear) => "/wakatobi/buku/tutup",
        FundOpening.Source => "/wakatobi/buku/saldo-awal",
        _ => null,
    };

    private static async Task<ChartOfAccounts> ChartOfAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        new(await db.SpendingCategories.AsNoTracking().ToListAsync(cancellationToken));

    private sealed record AccountSum(string Account, long Debit, long Credit);
}

/// <summary>The accounts and their balances.</summary>
/// <param name="Chart">The accounts.</param>
/// <param name="Balance">The balances.</param>
public sealed record Ledger(ChartOfAccounts Chart, TrialBalance Balance);

/// <summary>Which entries of the journal; null takes all.</summary>
/// <param name="Month">Of this month.</param>
/// <param name="Account">That move this account.</param>
/// <param name="Source">That were made for this thing.</param>
public sealed record JournalFilter(FiscalMonth? Month, string? Account, Guid? Source);

/// <summary>A page of the journal.</summary>
/// <param name="Chart">The accounts.</param>
/// <param name="Count">How many entries there are.</param>
/// <param name="Rows">Those of the page, the newest first.</param>
public sealed record Journal(ChartOfAccounts Chart, int Count, IReadOnlyList<JournalRow> Rows);

/// <summary>An entry on the page.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Path">Where what it was made for is shown; null where that has no page of its own.</param>
public sealed record JournalRow(JournalEntry Entry, string? Path);
