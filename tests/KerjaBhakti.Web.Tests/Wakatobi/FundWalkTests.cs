using System.Net;
using System.Security.Claims;
using AngleSharp.Dom;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Wakatobi.Books;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Wakatobi;

/// <summary>
/// The year of <see cref="FundLife"/> closed, its SiLPA, the report to the Regent, and January 2025: walked over the pages from the start
/// page on, by their links alone, with an accountant's checks from outside. <c>FundYearEndTests</c> walks the same end in a browser.
/// </summary>
public sealed class FundWalkTests : IAsyncLifetime
{
    private readonly ClaimsPrincipal user = TestUsers.Of(PortalRoles.KeuanganRsud);
    private PortalUnderTest portal = null!;
    private HttpClient finance = null!;
    private FundLife life = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalUnderTest.StartAsync("--Portal:Today=2025-02-15");
        finance = await portal.CreateClientAsync(DemoAccounts.All.Single(demo => demo.Role == PortalRoles.KeuanganRsud).Email);
        life = new FundLife(portal);
    }

    public async ValueTask DisposeAsync()
    {
        finance.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task AWholeYear_IsReconciledClosedReportedAndFollowedByJanuary_ByLinksAlone()
    {
        await life.LiveAsync(imported: 12, closed: 11);

        // December 2024 is the oldest open month, whatever today is: the start page leads there.
        var start = await finance.PageAsync("/kerja");
        var closing = await FollowAsync(start, "Tutup bulan");
        Assert.Equal("Tutup buku 2024", closing.QuerySelector("h1")!.TextContent);
        Assert.Contains("Semua 4 baris rekening koran cocok", closing.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        closing = await SendAsync(closing, "tutup-bulan");
        closing = await SendAsync(closing, "tutup-tahun");
        var silpa = closing.QuerySelector("[aria-label='Perhitungan SiLPA'] tfoot tr td")!.TextContent;

        // Every closed month leads to its lines, and the bank is the books on each of its last evenings.
        var months = closing.QuerySelectorAll("[aria-label='Bulan yang sudah ditutup'] tbody tr");
        Assert.Equal(12, months.Length);
        Assert.All(months, row => Assert.Equal(Cell(row, 0), Cell(row, 1)));
        var december = await GetAsync(months[^1].QuerySelector("td a")!.GetAttribute("href")!);
        Assert.Equal("Rp0", december.QuerySelector("#selisih")!.TextContent);
        Assert.Contains("JASA GIRO", december.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        // What the year left is what its bank holds.
        var books = await FollowAsync(closing, "Buku");
        Assert.Equal("Rp0", books.QuerySelector("#selisih")!.TextContent);
        var carried = await FollowAsync(books, "SiLPA");
        Assert.Contains(silpa[2..], carried.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(silpa, (await BankAsync(new DateOnly(2024, 12, 31))).ToString());

        // The report to the Regent names it.
        var reports = await FollowAsync(start, "Laporan");
        var form = reports.QuerySelector("main form[method=get], main form:not([method])")!;
        reports = await GetAsync($"{form.GetAttribute("action") ?? "/wakatobi/laporan"}?dari=2024-01&sampai=2024-12");
        var letter = await FollowAsync(reports, "Laporan Direktur kepada Bupati");
        Assert.Contains(silpa, letter.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        // January 2025 begins with what is left, and is the next the start page leads to.
        life.Go(new DateOnly(2025, 2, 15));
        await life.ImportAsync(new FiscalMonth(2025, 1));
        closing = await FollowAsync(await finance.PageAsync("/kerja"), "Tutup bulan");
        Assert.Equal("Tutup buku 2025", closing.QuerySelector("h1")!.TextContent);
        closing = await SendAsync(closing, "tutup-bulan");
        Assert.Single(closing.QuerySelectorAll("[aria-label='Bulan yang sudah ditutup'] tbody tr"));

        await CheckAsync();
    }

    private static string Cell(IElement row, int index) => row.QuerySelectorAll("td.number")[index].TextContent;

    /// <summary>An accountant's checks from outside.</summary>
    private async Task CheckAsync()
    {
        await using var db = await portal
            .Services.GetRequiredService<IDbContextFactory<PortalDbContext>>()
            .CreateDbContextAsync(Cancellation);
        Assert.Equal(Rupiah.Zero, TrialBalance.Of(await db.JournalEntries.ToListAsync(Cancellation)).Difference);
        var receipts = await db.Receipts.ToDictionaryAsync(receipt => receipt.Id, Cancellation);
        foreach (var allocation in await db.Allocations.Where(item => !item.IsReversal).ToListAsync(Cancellation))
        {
            var net = receipts[allocation.ReceiptId].Amount.Amount;
            Assert.Equal((net + 1) / 2, allocation.For(FundPurpose.Fees).Amount);
            Assert.Equal(net / 2, allocation.For(FundPurpose.Spending).Amount);
        }

        Assert.Equal(
            0,
            await db.StatementLines.CountAsync(
                line => !db.BankMatches.Any(match => match.Lines.Any(item => item.LineId == line.Id)),
                Cancellation
            )
        );
        if (Hledger.IsInstalled)
        {
            await Hledger.AgreesAsync((await new FundBooks(life.Work).YearAsync(user, 2024, Cancellation))!, Cancellation);
        }
    }

    private async Task<Rupiah> BankAsync(DateOnly on) =>
        (await new FundBooks(life.Work).BalancesAsync(user, on, Cancellation)).Balance[ChartOfAccounts.Bank];

    /// <summary>Follows the link of a page whose text begins so.</summary>
    private Task<IDocument> FollowAsync(IDocument page, string text)
    {
        var link = page.QuerySelectorAll("a[href]")
            .FirstOrDefault(link => link.TextContent.Trim().StartsWith(text, StringComparison.Ordinal))
            ?? page.QuerySelectorAll("a[href]").FirstOrDefault(link => link.TextContent.Contains(text, StringComparison.Ordinal));
        Assert.True(link is not null, $"No link '{text}' on {page.QuerySelector("h1")?.TextContent}.");
        return GetAsync(link.GetAttribute("href")!);
    }

    private async Task<IDocument> GetAsync(string address) => await finance.PageAsync(address);

    /// <summary>Sends a form of a page as it stands and opens where it leads.</summary>
    private async Task<IDocument> SendAsync(IDocument page, string form)
    {
        var sent = page.QuerySelectorAll("form").Single(item => item.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form);
        var fields = sent.QuerySelectorAll("input[name]")
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? string.Empty);
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await finance.PostAsync("/wakatobi/buku/tutup", content, Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Cancellation));
        return await GetAsync(new Uri(portal.Address, answer.Headers.Location!).PathAndQuery);
    }
}
