using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Claims;
using KerjaBhakti.Benchmarks.Portal;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Commands;
using KerjaBhakti.Web.Hosting;
using KerjaBhakti.Web.Wakatobi.Books;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Benchmarks.Fund;

/// <summary>
/// A generated year of the claim fund: twelve claim months, 2,000 staff in two distributions, 20,000 expenditures. It is entered, closed, and every page and
/// report of it is asked for, beside the page of the same server that reads one row.
/// </summary>
internal static class FundReports
{
    private const string Beside = "/wakatobi/aturan";
    private const string Period = "?dari=2024-01&sampai=2024-12";

    private static readonly string[] Pages =
    [
        "/wakatobi", "/wakatobi/klaim?tahun=2024", "/wakatobi/penerimaan", "/wakatobi/jasa", "/wakatobi/belanja?tahun=2024", "/wakatobi/belanja?tahun=2024&halaman=150",
        "/wakatobi/buku", "/wakatobi/buku/jurnal", "/wakatobi/buku/jurnal?halaman=150", "/wakatobi/buku/tutup?tahun=2024", "/wakatobi/silpa",
        .. from kind in new[] { "kegiatan", "penggunaan-dana", "bupati", "silpa" }
           from form in new[] { string.Empty, ".pdf", ".xlsx" }
           select $"/wakatobi/laporan/{kind}{form}{Period}",
    ];

    public static async Task RunAsync(string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("kerjabhakti-fund-");
        await using (var app = PortalHost.Build(
            [.. PortalProcess.SettingsFor(folder, "Development"), "--urls=http://127.0.0.1:0", "--Portal:Today=2025-01-15", "--Portal:DemoFund=false", "--Logging:LogLevel:Default=Warning"]))
        {
            await ServeCommand.StartAsync(app, CancellationToken.None);
            var expenditures = arguments.FirstOr(20_000);
            var since = Stopwatch.GetTimestamp();
            await new FundYear(app.Services, staff: 2_000, expenditures).EnterAsync();
            Say($"entered in {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s");
            await CloseAsync(app.Services);
            await RequireWholeAsync(app.Services);
            using var client = await SignInAsync(new Uri(app.Urls.First()));
            var cost = await MedianAsync(client, Beside);
            Say($"{cost,8:0.0} ms  {1,6:0.0}  {Beside}");
            foreach (var page in Pages)
            {
                var time = await MedianAsync(client, page);
                Say($"{time,8:0.0} ms  {time / cost,6:0.0}  {page}");
            }

            await app.StopAsync();
        }

        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task CloseAsync(IServiceProvider services)
    {
        var finance = new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, "bench"), new(ClaimTypes.Name, "bench"), new(ClaimTypes.Role, PortalRoles.KeuanganRsud)], "bench"));
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
        Say($"a month closed in {times.Median():0} ms (longest {times.Max():0} ms), the year in {Stopwatch.GetElapsedTime(year).TotalMilliseconds:0} ms");
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

        Say($"{receipts} received and allocated, journal off by {journal.Difference}");
    }

    private static async Task<HttpClient> SignInAsync(Uri address)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = address };
        var page = await client.GetStringAsync("/masuk");
        var token = page.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        var account = DemoAccounts.All.Single(demo => demo.Role == PortalRoles.KeuanganRsud);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["_handler"] = "masuk",
            ["Form.Email"] = account.Email,
            ["Form.Password"] = DemoAccounts.Password,
        });
        using var answer = await client.PostAsync("/masuk", form);
        return answer.StatusCode == HttpStatusCode.Redirect ? client : throw new InvalidOperationException($"Sign-in answered {answer.StatusCode}.");
    }

    private static async Task<double> MedianAsync(HttpClient client, string path)
    {
        var times = new List<double>();
        for (var turn = 0; turn < 6; turn++)
        {
            var since = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(path);
            answer.EnsureSuccessStatusCode();
            _ = await answer.Content.ReadAsByteArrayAsync();
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        // The first one compiles.
        return times.Skip(1).Median();
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
