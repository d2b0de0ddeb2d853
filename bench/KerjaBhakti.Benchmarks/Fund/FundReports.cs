using System.Diagnostics;
using KerjaBhakti.Benchmarks.Portal;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Wakatobi.Books;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Benchmarks.Fund;

/// <summary>
/// A generated year of the claim fund: twelve claim months, 2,000 staff in two distributions, 20,000 expenditures. It is entered, closed,
/// and every page and report of it is asked for, beside the page of the same server that reads one row.
/// </summary>
internal static class FundReports
{
    private const string Beside = "/wakatobi/aturan";
    private const string Period = "?dari=2024-01&sampai=2024-12";

    private static readonly string[] Pages =
    [
        "/wakatobi",
        "/wakatobi/klaim?tahun=2024",
        "/wakatobi/penerimaan",
        "/wakatobi/jasa",
        "/wakatobi/belanja?tahun=2024",
        "/wakatobi/belanja?tahun=2024&halaman=150",
        "/wakatobi/buku",
        "/wakatobi/buku/jurnal",
        "/wakatobi/buku/jurnal?halaman=150",
        "/wakatobi/buku/tutup?tahun=2024",
        "/wakatobi/silpa",
        .. from kind in new[] { "kegiatan", "penggunaan-dana", "bupati", "silpa" }
        from form in new[] { string.Empty, ".pdf", ".xlsx" }
        select $"/wakatobi/laporan/{kind}{form}{Period}",
    ];

    public static Task RunAsync(string[] arguments) => LocalPortal.RunAsync(new DateOnly(2025, 1, 15), async app =>
        {
            var expenditures = arguments.FirstOr(20_000);
            var since = Stopwatch.GetTimestamp();
            await new FundYear(app.Services, staff: 2_000, expenditures).EnterAsync();
            LocalPortal.Say($"entered in {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s");
            await CloseAsync(app.Services);
            await RequireWholeAsync(app.Services);
            using var client = await app.SignInAsync(LocalPortal.DemoEmail(PortalRoles.KeuanganRsud));
            foreach (var page in (string[])[Beside, .. Pages])
            {
                var time = await PageTime.OfAsync(client, page, Beside);
                LocalPortal.Say($"{time.Median,8:0.0} ms  {time.Ratio,6:0.0}  {page}");
            }
        });

    private static async Task CloseAsync(IServiceProvider services)
    {
        var finance = await services.SignInAsync(PortalRoles.KeuanganRsud);
        var (books, closing) = (services.GetRequiredService<FundBooks>(), services.GetRequiredService<FundClosing>());
        var times = new List<double>();
        foreach (var month in FiscalMonth.OfYear(FundYear.Year))
        {
            var bank = (await books.BalancesAsync(finance, month.LastDay, CancellationToken.None)).Balance[ChartOfAccounts.Bank];
            var since = Stopwatch.GetTimestamp();
            await closing.CloseMonthAsync(finance, month, bank, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        var year = Stopwatch.GetTimestamp();
        await closing.CloseYearAsync(finance, FundYear.Year, CancellationToken.None);
        LocalPortal.Say(
            $"a month closed in {times.Median():0} ms (longest {times.Max():0} ms), the year in {Stopwatch.GetElapsedTime(year).TotalMilliseconds:0} ms"
        );
    }

    /// <exception cref="InvalidOperationException">The books or the allocations are not whole.</exception>
    private static async Task RequireWholeAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var receipts = (await db.Receipts.AsNoTracking().ToListAsync()).Sum(receipt => receipt.Amount);
        var allocated = (await db.Allocations.AsNoTracking().ToListAsync()).Sum(allocation => allocation.Amounts.Sum(part => part.Amount));
        var journal = TrialBalance.Of(await db.JournalEntries.AsNoTracking().ToListAsync());
        if (receipts != allocated || journal.Difference != Rupiah.Zero)
        {
            throw new InvalidOperationException($"Receipts {receipts}, allocated {allocated}, journal off by {journal.Difference}.");
        }

        LocalPortal.Say($"{receipts} received and allocated, journal off by {journal.Difference}");
    }
}
