using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Documents.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Books;

/// <summary>Reads the books: the trial balance, whose the money at the bank is, a year for a file.</summary>
public sealed class FundBooks(FundWork work)
{
    /// <summary>The balances on the evening of a day, with the accounts by code.</summary>
    public Task<Ledger> BalancesAsync(ClaimsPrincipal user, DateOnly on, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            async db => new Ledger(await ChartOfAsync(db, cancellationToken), await BookSums.ThroughAsync(db, on, cancellationToken)),
            cancellationToken
        );

    /// <summary>Whose the money at the bank is on the evening of a day.</summary>
    public Task<FundPosition> PositionAsync(ClaimsPrincipal user, DateOnly on, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            async db => (await FundCashReading.ReadAsync(db, cancellationToken)).On(on),
            cancellationToken
        );

    /// <summary>Whether the books have a year, so that it can be downloaded.</summary>
    public Task<bool> HasYearAsync(ClaimsPrincipal user, int year, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            db => db.FiscalYears.AnyAsync(item => item.Year == year, cancellationToken),
            cancellationToken
        );

    /// <summary>The books of a year for a file; null where they do not have it.</summary>
    public Task<YearBooks?> YearAsync(ClaimsPrincipal user, int year, CancellationToken cancellationToken) =>
        work.ReadAsync(user, Access.ReadFund, db => YearAsync(db, year, cancellationToken), cancellationToken);

    /// <summary>The same for a command, which somebody runs who has the database anyway.</summary>
    internal static async Task<YearBooks?> YearAsync(PortalDbContext db, int year, CancellationToken cancellationToken)
    {
        var kept = await db.FiscalYears.AsNoTracking().FirstOrDefaultAsync(item => item.Year == year, cancellationToken);
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return kept is null
            ? null
            : new YearBooks(
                year,
                await ChartOfAsync(db, cancellationToken),
                await BookSums.ThroughAsync(db, first.AddDays(-1), cancellationToken),
                await db
                    .JournalEntries.AsNoTracking()
                    .Where(entry => entry.On >= first && entry.On <= last)
                    .OrderBy(entry => entry.On)
                    .ThenBy(entry => entry.Number)
                    .ToListAsync(cancellationToken),
                kept.Closings
            );
    }

    private static async Task<ChartOfAccounts> ChartOfAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        new(await db.SpendingCategories.AsNoTracking().ToListAsync(cancellationToken));
}

/// <summary>The accounts and their balances.</summary>
/// <param name="Chart">The accounts.</param>
/// <param name="Balance">The balances.</param>
public sealed record Ledger(ChartOfAccounts Chart, TrialBalance Balance);
