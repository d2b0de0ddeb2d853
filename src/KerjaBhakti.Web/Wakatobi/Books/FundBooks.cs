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
            var entries = Filtered(db, filter);
            var shown = await entries.OrderByDescending(entry => entry.On).ThenByDescending(entry => entry.Id)
                .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
            var claims = await db.ClaimMonths.Select(claim => new { claim.Id, claim.Month }).ToDictionaryAsync(claim => claim.Id, claim => claim.Month, cancellationToken);
            return new Journal(
                await ChartOfAsync(db, cancellationToken),
                await entries.CountAsync(cancellationToken),
                [.. shown.Select(entry => new JournalRow(entry, PathOf(entry.Source, claims)))],
                filter.Account is null ? null : await SumAsync(db, filter, cancellationToken));
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

    private static IQueryable<JournalEntry> Filtered(PortalDbContext db, JournalFilter filter)
    {
        var (first, last) = filter.Days;
        var entries = db.JournalEntries.Where(entry => entry.On >= first && entry.On <= last);
        if (filter.Account is { } account)
        {
            var below = account + ".%";
            entries = entries.Where(entry => entry.Lines.Any(line => line.Account == account || EF.Functions.Like(line.Account, below)));
        }

        if (filter.Source is { } source)
        {
            entries = entries.Where(entry => entry.Source.Id == source);
        }

        if (filter.SilpaUse is { } use)
        {
            entries = entries.Where(entry => db.Expenditures.Any(spent => spent.Id == entry.Source.Id && spent.SilpaUseId == use));
        }
        else if (filter.FromSilpa is { } fromSilpa)
        {
            entries = entries.Where(entry => db.Expenditures.Any(spent => spent.Id == entry.Source.Id && spent.SilpaUseId != null) == fromSilpa);
        }

        if (filter.WithoutClosing)
        {
            var closings = filter.ClosingsFrom;
            entries = entries.Where(entry => entry.Source.Kind != nameof(FiscalYear) || entry.On < closings);
        }

        return entries;
    }

    /// <summary>What the filtered entries moved the account and those below it by, summed by the database.</summary>
    private static async Task<AccountBalance> SumAsync(PortalDbContext db, JournalFilter filter, CancellationToken cancellationToken)
    {
        var (first, last) = filter.Days;
        var (account, below, closing) = (filter.Account!, filter.Account + ".%", nameof(FiscalYear));

        // A filter that is not set lets everything through: a nought, an empty key, the day after the last.
        var (bySource, source) = (filter.Source is null ? 0 : 1, filter.Source ?? Guid.Empty);
        var (byUse, use) = (filter.SilpaUse is null ? 0 : 1, filter.SilpaUse ?? Guid.Empty);
        var silpa = (filter.SilpaUse, filter.FromSilpa) switch
        {
            (null, true) => 1,
            (null, false) => 0,
            _ => -1,
        };
        var closings = filter.WithoutClosing ? filter.ClosingsFrom : last.AddDays(1);
        var sums = await db.Database.SqlQuery<AccountSum>(
            $"""
            SELECT {account} AS "Account", COALESCE(SUM(line."Debit"), 0) AS "Debit", COALESCE(SUM(line."Credit"), 0) AS "Credit"
            FROM "wakatobi_JournalLines" AS line
            INNER JOIN "wakatobi_JournalEntries" AS entry ON entry."Id" = line."EntryId"
            LEFT JOIN "wakatobi_Expenditures" AS spent ON spent."Id" = entry."Source_Id"
            WHERE (line."Account" = {account} OR line."Account" LIKE {below})
                AND entry."On" >= {first} AND entry."On" <= {last}
                AND ({bySource} = 0 OR entry."Source_Id" = {source})
                AND ({byUse} = 0 OR spent."SilpaUseId" = {use})
                AND ({silpa} < 0 OR CASE WHEN spent."SilpaUseId" IS NULL THEN 0 ELSE 1 END = {silpa})
                AND NOT (entry."Source_Kind" = {closing} AND entry."On" >= {closings})
            """).ToListAsync(cancellationToken);
        return new AccountBalance(account, new Rupiah(sums[0].Debit), new Rupiah(sums[0].Credit));
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
/// <param name="From">From the first day of this month on.</param>
/// <param name="To">Up to the last day of this month.</param>
/// <param name="Account">That move this account, or one below it: "5.2" is all spending.</param>
/// <param name="Source">That were made for this thing.</param>
/// <param name="FromSilpa">Only spending that a use of SiLPA pays, or only what none pays.</param>
/// <param name="SilpaUse">Only what this use of SiLPA pays.</param>
/// <param name="WithoutClosing">Whether the closing of years is left out, as reports read it; see <see cref="ClosingsFrom"/>.</param>
public sealed record JournalFilter(
    FiscalMonth? From = null,
    FiscalMonth? To = null,
    string? Account = null,
    Guid? Source = null,
    bool? FromSilpa = null,
    Guid? SilpaUse = null,
    bool WithoutClosing = false)
{
    /// <summary>The first and the last day.</summary>
    internal (DateOnly First, DateOnly Last) Days => (From?.FirstDay ?? DateOnly.MinValue, To?.LastDay ?? new DateOnly(2199, 12, 31));

    /// <summary>
    /// From when on closings are left out: all of them, because a figure over several years would lose what the years before were closed with. Only SiLPA
    /// is made of closings; of it just the one of the last month's year is left out, so that a closed year reads as it did open.
    /// </summary>
    internal DateOnly ClosingsFrom => Account == ChartOfAccounts.Silpa ? new(To?.Year ?? 2000, 1, 1) : DateOnly.MinValue;
}

/// <summary>A page of the journal.</summary>
/// <param name="Chart">The accounts.</param>
/// <param name="Count">How many entries there are.</param>
/// <param name="Rows">Those of the page, the newest first.</param>
/// <param name="Sum">What all filtered entries moved the account by; null without an account.</param>
public sealed record Journal(ChartOfAccounts Chart, int Count, IReadOnlyList<JournalRow> Rows, AccountBalance? Sum);

/// <summary>An entry on the page.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Path">Where what it was made for is shown; null where that has no page of its own.</param>
public sealed record JournalRow(JournalEntry Entry, string? Path);
