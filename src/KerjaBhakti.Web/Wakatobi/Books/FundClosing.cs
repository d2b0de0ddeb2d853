using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Spending;
using KerjaBhakti.Web.Components.Shared;
using KerjaBhakti.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Books;

/// <summary>Closes months and years.</summary>
public sealed class FundClosing(FundWork work, WitaClock clock)
{
    /// <summary>A year of the books and what stands in the way of its next closing; null where the books do not have it.</summary>
    public Task<ClosingView?> OpenAsync(ClaimsPrincipal user, int year, CancellationToken cancellationToken) => work.ReadAsync(
        user,
        Access.ReadFund,
        async db =>
        {
            if (await db.FiscalYears.FirstOrDefaultAsync(item => item.Year == year, cancellationToken) is not { } opened)
            {
                return null;
            }

            var years = await db.FiscalYears.Select(item => item.Year).OrderBy(item => item).ToListAsync(cancellationToken);
            var next = NextOf(opened);
            return new ClosingView(
                opened, years, next, next is { } month ? await ObstaclesAsync(db, month, clock.Today, cancellationToken) : []);
        },
        cancellationToken);

    /// <summary>Closes the next month against the bank's statement.</summary>
    /// <param name="user">Who closes it.</param>
    /// <param name="month">The month.</param>
    /// <param name="statement">The bank's balance on its last day.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FundRefusedException">Something stands in the way; says all of it.</exception>
    public Task CloseMonthAsync(ClaimsPrincipal user, FiscalMonth month, Rupiah statement, CancellationToken cancellationToken) => work.DoAsync(
        user,
        Access.EnterFund,
        async step =>
        {
            var year = await LoadAsync(step, month.Year, cancellationToken);
            if (NextOf(year) == month && await ObstaclesAsync(step.Db, month, step.Today, cancellationToken) is { Count: > 0 } obstacles)
            {
                throw new FundRefusedException(obstacles);
            }

            year.CloseMonth(month, await FundBooks.ThroughAsync(step.Db, month.LastDay, cancellationToken), statement, step.By, step.At);
            step.Note("fund.month-closed", year.Id, month.ToIndonesian(), after: $"saldo rekening koran {statement}");
        },
        cancellationToken);

    /// <summary>Closes a year: income and expenses go to SiLPA, which opens the next one.</summary>
    /// <exception cref="FundRefusedException">A month is open, or it is closed already.</exception>
    public Task CloseYearAsync(ClaimsPrincipal user, int year, CancellationToken cancellationToken) => work.DoAsync(
        user,
        Access.EnterFund,
        async step =>
        {
            var closing = await LoadAsync(step, year, cancellationToken);
            var balance = await FundBooks.ThroughAsync(step.Db, new DateOnly(year, 12, 31), cancellationToken);
            if (closing.Close(await step.ChartAsync(), balance, step.By, step.At) is { } entry)
            {
                step.Db.JournalEntries.Add(entry);
            }

            step.Note("fund.year-closed", closing.Id, FormattableString.Invariant($"{year}"), after: $"SiLPA {closing.Silpa!.Amount}");
        },
        cancellationToken);

    private static FiscalMonth? NextOf(FiscalYear year) => year.ClosedThrough < 12 ? new FiscalMonth(year.Year, year.ClosedThrough + 1) : null;

    private static async Task<FiscalYear> LoadAsync(FundStep step, int year, CancellationToken cancellationToken) =>
        await step.Db.FiscalYears.FirstOrDefaultAsync(item => item.Year == year, cancellationToken)
        ?? throw new FundRefusedException($"Buku belum mempunyai tahun {year}.");

    private static async Task<IReadOnlyList<string>> ObstaclesAsync(PortalDbContext db, FiscalMonth month, DateOnly today, CancellationToken cancellationToken)
    {
        var (first, last) = (month.FirstDay, month.LastDay);
        var obstacles = new List<string>();
        if (last >= today)
        {
            obstacles.Add($"{month.ToIndonesian()} belum berakhir.");
        }

        if (await db.FiscalYears.FirstOrDefaultAsync(item => item.Year == month.Year - 1, cancellationToken) is { ClosedBy: null })
        {
            obstacles.Add($"Tahun {month.Year - 1} belum ditutup.");
        }

        var waiting = await db.Expenditures
            .Where(item => item.Status == ExpenditureStatus.Waiting && item.On >= first && item.On <= last)
            .OrderBy(item => item.Id)
            .ToListAsync(cancellationToken);
        obstacles.AddRange(waiting.Select(
            item => $"Belanja {item.Document} tanggal {Indonesian.DateInFull(item.On)} masih menunggu keputusan Direktur."));
        return obstacles;
    }
}

/// <summary>A year and its closings.</summary>
/// <param name="Year">The year.</param>
/// <param name="Years">Every year of the books, ascending.</param>
/// <param name="Next">The month to close next; null once all are closed.</param>
/// <param name="Obstacles">What stands in the way of closing it, one sentence each.</param>
public sealed record ClosingView(FiscalYear Year, IReadOnlyList<int> Years, FiscalMonth? Next, IReadOnlyList<string> Obstacles);
