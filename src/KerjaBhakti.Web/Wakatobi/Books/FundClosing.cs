using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Reconciliation;
using KerjaBhakti.Wakatobi.Spending;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Books;

/// <summary>Closes months and years.</summary>
public sealed class FundClosing(FundWork work, WitaClock clock)
{
    /// <summary>A year of the books and what stands in the way of its next closing; null where the books do not have it.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="year">The year; null for the one that has to be closed next, or the last where none has.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<ClosingView?> OpenAsync(ClaimsPrincipal user, int? year, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            async db =>
            {
                var years = await db.FiscalYears.OrderBy(item => item.Year).ToListAsync(cancellationToken);
                var oldest = years.Find(item => item.ClosedBy is null);
                var opened = year is null ? oldest ?? years.LastOrDefault() : years.Find(item => item.Year == year);
                if (opened is null)
                {
                    return null;
                }

                var next = NextOf(opened);
                var bank = next is { } month ? await BankReading.MonthAsync(db, month, cancellationToken) : null;
                return new ClosingView(
                    opened,
                    [.. years.Select(item => item.Year)],
                    oldest?.Year,
                    next,
                    bank is null
                        ? []
                        :
                        [
                            .. await ObstaclesAsync(db, bank.Month, clock.Today, cancellationToken),
                            .. bank.HasLines && bank.Month.LastDay < clock.Today ? bank.Obstacles(typed: null) : [],
                        ],
                    bank
                );
            },
            cancellationToken
        );

    /// <summary>
    /// Closes the next month against the bank's statement: the imported one, every line of it matched. Only a month in which the bank
    /// did not move closes on a balance typed from paper (decision 43).
    /// </summary>
    /// <param name="user">Who closes it.</param>
    /// <param name="month">The month.</param>
    /// <param name="typed">The bank's balance on its last day as typed from paper; null where the imported statement says it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FundRefusedException">Something stands in the way; says all of it.</exception>
    public Task CloseMonthAsync(ClaimsPrincipal user, FiscalMonth month, Rupiah? typed, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var year = await LoadAsync(step, month.Year, cancellationToken);
                var bank = await BankReading.MonthAsync(step.Db, month, cancellationToken);
                if (NextOf(year) == month)
                {
                    List<string> obstacles =
                    [
                        .. await ObstaclesAsync(step.Db, month, step.Today, cancellationToken),
                        .. bank.Obstacles(typed),
                    ];
                    if (!bank.HasLines && typed is null)
                    {
                        obstacles.Add("Isikan saldo rekening koran bulan itu.");
                    }
                    else if (bank.HasLines && typed is { } other && other != bank.Bank)
                    {
                        obstacles.Add($"Saldo yang diketik {other} berbeda dari rekening koran yang diimpor, {bank.Bank}.");
                    }

                    if (obstacles.Count > 0)
                    {
                        throw new FundRefusedException(obstacles);
                    }
                }

                var statement = bank.HasLines ? bank.Bank : typed ?? Rupiah.Zero;
                year.CloseMonth(
                    month,
                    await BookSums.ThroughAsync(step.Db, month.LastDay, cancellationToken),
                    statement,
                    step.By,
                    step.At,
                    bank.Outstanding
                );
                var outstanding = bank.Outstanding == Rupiah.Zero ? string.Empty : $", {bank.Outstanding} di buku belum ada di bank";
                var source = bank.HasLines ? $"{bank.LineCount} baris cocok" : "diketik dari kertas, tanpa mutasi";
                step.Note(
                    FundActions.MonthClosed,
                    year.Id,
                    month.ToIndonesian(),
                    after: $"saldo rekening koran {statement} ({source}{outstanding})"
                );
            },
            cancellationToken
        );

    /// <summary>Closes a year: income and expenses go to SiLPA, which opens the next one.</summary>
    /// <exception cref="FundRefusedException">A month is open, or it is closed already.</exception>
    public Task CloseYearAsync(ClaimsPrincipal user, int year, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var closing = await LoadAsync(step, year, cancellationToken);
                var last = new DateOnly(year, 12, 31);
                var balance = await BookSums.ThroughAsync(step.Db, last, cancellationToken);
                var fees = (await FundCashReading.ReadAsync(step.Db, cancellationToken)).On(last).Fees;
                if (closing.Close(await step.ChartAsync(), balance, fees, step.By, step.At) is { } entry)
                {
                    await step.BookAsync(entry);
                }

                step.Note(
                    FundActions.YearClosed,
                    closing.Id,
                    FormattableString.Invariant($"{year}"),
                    after: $"SiLPA {closing.Silpa!.Amount}, bebas {closing.Silpa.Free}"
                );
            },
            cancellationToken
        );

    /// <summary>The month to close next; null once all of the year are closed.</summary>
    internal static FiscalMonth? NextOf(FiscalYear year) =>
        year.ClosedThrough < 12 ? new FiscalMonth(year.Year, year.ClosedThrough + 1) : null;

    private static async Task<FiscalYear> LoadAsync(FundStep step, int year, CancellationToken cancellationToken) =>
        await step.Db.FiscalYears.FirstOrDefaultAsync(item => item.Year == year, cancellationToken)
        ?? throw new FundRefusedException($"Buku belum mempunyai tahun {year}.");

    private static async Task<IReadOnlyList<string>> ObstaclesAsync(
        PortalDbContext db,
        FiscalMonth month,
        DateOnly today,
        CancellationToken cancellationToken
    )
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

        var waiting = await db
            .Expenditures.Where(item => item.Status == ExpenditureStatus.Waiting && item.On >= first && item.On <= last)
            .OrderBy(item => item.Id)
            .ToListAsync(cancellationToken);
        obstacles.AddRange(
            waiting.Select(item => $"Belanja {item.Document} tanggal {Indonesian.DateInFull(item.On)} masih menunggu keputusan Direktur.")
        );
        var reversals = await db
            .ReceiptReversals.Where(item => item.Status == ReversalStatus.Proposed && item.On >= first && item.On <= last)
            .Join(db.Receipts, item => item.ReceiptId, receipt => receipt.Id, (item, receipt) => receipt.Reference)
            .OrderBy(reference => reference)
            .ToListAsync(cancellationToken);
        obstacles.AddRange(reversals.Select(reference => $"Pembatalan penerimaan {reference} masih menunggu keputusan Direktur."));
        return obstacles;
    }
}

/// <summary>A year and its closings.</summary>
/// <param name="Year">The year.</param>
/// <param name="Years">Every year of the books, ascending.</param>
/// <param name="Oldest">The year that has to be closed next; null where all are closed.</param>
/// <param name="Next">The month to close next; null once all are closed.</param>
/// <param name="Obstacles">What stands in the way of closing it, one sentence each.</param>
/// <param name="Bank">The bank beside the books in it; null once all are closed.</param>
public sealed record ClosingView(
    FiscalYear Year,
    IReadOnlyList<int> Years,
    int? Oldest,
    FiscalMonth? Next,
    IReadOnlyList<string> Obstacles,
    BankMonth? Bank
);
