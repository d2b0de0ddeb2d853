using System.Net;
using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.CarryOver;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Books;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Wakatobi.Books;

/// <summary>The balance the books begin with, over its form, on 1 February 2025.</summary>
public sealed class FundOpeningTests : IAsyncLifetime
{
    private const string Opening = "/wakatobi/buku/saldo-awal";
    private const string Document = "Laporan SiLPA 2023 nomor 900/12";
    private static readonly ClaimsPrincipal User = TestUsers.Of(PortalRoles.KeuanganRsud);

    private PortalFixture portal = null!;
    private HttpClient finance = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = new PortalFixture();
        await portal.InitializeAsync("--Portal:Today=2025-02-01");
        finance = await portal.ClientOfAsync(PortalRoles.KeuanganRsud);
    }

    public async ValueTask DisposeAsync()
    {
        finance.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task TheOpeningBalance_IsInTheTrialBalanceAndTheOpeningOfTheFirstYearsSilpa()
    {
        await DoneAsync(Balance("750.000"));

        var books = await finance.PageAsync("/wakatobi/buku?tanggal=2024-01-01");
        Assert.Contains("Termasuk saldo awal 1 Januari 2024: Rp750.000.", books.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Rp0", books.QuerySelector("#selisih")!.TextContent);
        Assert.Equal(["750.000", "0", "750.000", ""], Cells(books, ChartOfAccounts.Bank));
        Assert.Equal(["0", "750.000", "", "750.000"], Cells(books, ChartOfAccounts.Silpa));
        Assert.DoesNotContain(
            "saldo awal 1 Januari",
            await finance.GetStringAsync("/wakatobi/buku?tanggal=2023-12-31", Cancellation),
            StringComparison.Ordinal
        );

        foreach (var month in FiscalMonth.OfYear(2024))
        {
            await Closing.CloseMonthAsync(User, month, new Rupiah(750_000), Cancellation);
        }

        await Closing.CloseYearAsync(User, 2024, Cancellation);
        await using var db = await portal.Portal.DatabaseAsync();
        Assert.Equal(
            new Silpa(2024, new Rupiah(750_000), Rupiah.Zero, Rupiah.Zero),
            (await db.FiscalYears.SingleAsync(year => year.Year == 2024, Cancellation)).Silpa
        );
        Assert.Contains("750.000", (await finance.PageAsync("/wakatobi/silpa")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correcting_ReversesTheOldOneOnItsDate_AndNothingTakesItBack()
    {
        await DoneAsync(Balance("750.000"));
        var old = (await finance.PageAsync(Opening)).QuerySelector("input[name='Posted.Seen']")!.GetAttribute("value")!;

        await DoneAsync(Balance("760.000"));
        var stale = await RefusalAsync(new(Balance("1")) { ["Posted.Seen"] = old });
        Assert.Contains("Orang lain baru saja mengubah saldo awal.", stale, StringComparison.Ordinal);
        Assert.Equal(new Rupiah(760_000), await BankAsync());

        // Nothing but the reversal is left of it.
        await DoneAsync(Balance("0"));
        Assert.Equal(Rupiah.Zero, await BankAsync());
        await DoneAsync(Balance("5"));
        Assert.Contains("1 Januari 2024", await finance.GetStringAsync(Opening, Cancellation), StringComparison.Ordinal);

        await using var db = await portal.Portal.DatabaseAsync();
        Assert.Equal(5, await db.JournalEntries.CountAsync(Cancellation));
        using var inspector = await portal.ClientOfAsync(PortalRoles.Inspektorat);
        var trail = WebUtility.HtmlDecode(await inspector.GetStringAsync("/audit?jenis=fund.", Cancellation));
        Assert.Contains($"memperbaiki saldo awal 1 Januari 2024: Rp750.000 → Rp760.000, {Document}", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnceAMonthIsClosed_TheFormIsGoneAndTheServiceRefuses()
    {
        await DoneAsync(Balance("750.000"));
        await Closing.CloseMonthAsync(User, new FiscalMonth(2024, 1), new Rupiah(750_000), Cancellation);

        Assert.Null((await finance.PageAsync(Opening)).QuerySelector("main form"));
        await using var db = await portal.Portal.DatabaseAsync();
        var entry = await db.JournalEntries.SingleAsync(Cancellation);
        var refusal = await Assert.ThrowsAsync<FundRefusedException>(() =>
            portal.Portal.Services.GetRequiredService<FundOpening>().EnterAsync(User, entry.Id, 2024, new Rupiah(1), Document, Cancellation)
        );
        Assert.Equal("Sudah ada bulan yang ditutup, sehingga saldo awal tidak dapat dicatat atau diperbaiki lagi.", refusal.Message);
        Assert.Equal(new Rupiah(750_000), await BankAsync());
    }

    [Theory]
    [InlineData("Posted.Amount", "-5", "Saldo rekening bank: '-5' negatif")]
    [InlineData("Posted.Amount", "1.000,50", "Saldo rekening bank: '1.000,50' memuat pecahan")]
    [InlineData("Posted.Amount", "9.000.000.000.000.001", "melebihi jumlah terbesar, Rp9.000.000.000.000.000.")]
    [InlineData(
        "Posted.Amount",
        "1.000.000.000.001",
        "Saldo awal paling besar Rp1.000.000.000.000; periksa kembali angka nol yang diketik."
    )]
    [InlineData("Posted.Amount", "0", "Saldo awal harus lebih dari nol.")]
    [InlineData("Posted.Document", " ", "Dokumen sumber harus diisi, paling panjang 300 huruf.")]
    [InlineData("Posted.Year", "2026", "Tahun pertama buku harus dari 2024, tahun aturan pembagian yang pertama, sampai 2025.")]
    [InlineData("Posted.Year", "2014", "Tahun pertama buku harus dari 2024, tahun aturan pembagian yang pertama, sampai 2025.")]
    [InlineData("Posted.Year", "dua ribu", "Tahun pertama buku harus dari 2024, tahun aturan pembagian yang pertama, sampai 2025.")]
    public async Task AnOpeningBalanceThatCannotBe_IsRefusedInWordsAndNothingIsSaved(string field, string value, string reason)
    {
        Assert.Contains(reason, await RefusalAsync(new(Balance("5")) { [field] = value }), StringComparison.Ordinal);
        await using var db = await portal.Portal.DatabaseAsync();
        Assert.False(await db.JournalEntries.AnyAsync(Cancellation));
        Assert.False(await db.FiscalYears.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task BooksThatBeginWithABalance_TakeNoEarlierYearAndNoLaterBalance()
    {
        await DoneAsync(Balance("750.000"));

        Assert.Contains(
            "Buku dimulai tahun 2024; saldo awal harus tanggal 1 Januari 2024.",
            await RefusalAsync(new(Balance("5")) { ["Posted.Year"] = "2025" }),
            StringComparison.Ordinal
        );
        var refusal = await Assert.ThrowsAsync<FundRefusedException>(() =>
            portal
                .Portal.Services.GetRequiredService<FundWork>()
                .DoAsync(User, Access.EnterFund, step => step.YearOfAsync(new DateOnly(2023, 12, 1)), Cancellation)
        );
        Assert.Equal("Buku dimulai tahun 2024 dengan saldo awal; tahun 2023 tidak dapat ditambahkan di depannya.", refusal.Message);
    }

    [Fact]
    public async Task ABalanceBelowWhatUsesOfSilpaHaveTaken_IsRefused()
    {
        await DoneAsync(Balance("750.000"));
        using (
            var proposed = await finance.PostFormAsync(
                "/wakatobi/silpa/baru",
                new()
                {
                    ["Posted.Amount"] = "700.000",
                    ["Posted.Purpose"] = nameof(SilpaPurpose.Operations),
                    ["Posted.Description"] = "Makan pasien",
                    ["Posted.Basis"] = "anggaran",
                    ["Posted.Number"] = "Perda 9/2023",
                    ["Posted.Date"] = "2023-12-20",
                }
            )
        )
        {
            Assert.Equal(HttpStatusCode.Redirect, proposed.StatusCode);
        }

        Assert.Contains("Sudah ada penggunaan SiLPA sebesar Rp700.000", await RefusalAsync(Balance("699.999")), StringComparison.Ordinal);
        await DoneAsync(Balance("700.000"));
    }

    [Theory]
    [InlineData(PortalRoles.DirekturRsud)]
    [InlineData(PortalRoles.Inspektorat)]
    public async Task WhoOnlyReads_SeesTheBalanceAndNoForm(string role)
    {
        await DoneAsync(Balance("750.000"));
        using var reader = await portal.ClientOfAsync(role);

        var page = await reader.PageAsync(Opening);

        Assert.Contains("Rp750.000", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
    }

    private FundClosing Closing => portal.Portal.Services.GetRequiredService<FundClosing>();

    private static Dictionary<string, string> Balance(string amount) =>
        new()
        {
            ["Posted.Year"] = "2024",
            ["Posted.Amount"] = amount,
            ["Posted.Document"] = Document,
        };

    private static string[] Cells(AngleSharp.Dom.IParentNode page, string account) =>
        [.. page.QuerySelectorAll($"tr:has(td:first-child > a[href*='akun={account}']) td.number").Select(cell => cell.TextContent.Trim())];

    private async Task<Rupiah> BankAsync()
    {
        await using var db = await portal.Portal.DatabaseAsync();
        return TrialBalance.Of(await db.JournalEntries.ToListAsync(Cancellation))[ChartOfAccounts.Bank];
    }

    private async Task DoneAsync(Dictionary<string, string> fields)
    {
        using var answer = await finance.PostFormAsync(Opening, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<string> RefusalAsync(Dictionary<string, string> fields)
    {
        using var answer = await finance.PostFormAsync(Opening, fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
