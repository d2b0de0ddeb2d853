using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Wakatobi.Claims;
using KerjaBhakti.Web.Wakatobi.Receipts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>
/// What a browser adds to the claim fund's forms and tables: nothing typed is lost, mistakes lead to their fields, results come into view,
/// and no column hides in silence.
/// </summary>
public sealed class FundFormTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Draft = "/wakatobi/jasa/baru";

    private static DemoAccount Finance => DemoAccounts.All.Single(account => account.Role == PortalRoles.KeuanganRsud);

    [Fact]
    public async Task ASignInThatRanOut_SaysWhyAndLosesNothingOfWhatWasPasted()
    {
        await using var portal = await PortalUnderTest.StartAsync("--Portal:Today=2024-07-15");
        var page = await OpenAndSignInAsync(Finance, Draft, At(portal));
        var people = Enumerable.Range(1, 580).Select(number => $"P{number}\tPegawai {number}\tLANGSUNG\t{number}");
        var rows = string.Join('\n', people.Prepend("NIP\tNama\tKomponen\tPoin"));
        await page.FillAsync("#nomor", "Rancangan Juli");
        await page.FillAsync("#pegawai", rows);
        await page.Context.ClearCookiesAsync();
        await page.ClickAsync("button.button:has-text('Hitung')");

        await page.WaitForURLAsync("**/masuk?*");
        await Expect(page.GetByText("waktu masuk Anda sudah habis")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-kept-typing]")).ToBeVisibleAsync();
        await page.FillAsync("#surel", Finance.Email);
        await page.FillAsync("#sandi", DemoAccounts.Password);
        await page.ClickAsync("main form button[type=submit]");

        await Expect(page.GetByText("Isiannya dipulihkan")).ToBeVisibleAsync();
        Assert.Equal(rows, await page.InputValueAsync("#pegawai"));
        Assert.Equal("Rancangan Juli", await page.InputValueAsync("#nomor"));
        Assert.Null(await page.EvaluateAsync<string?>("sessionStorage.getItem('isian')"));
    }

    [Fact]
    public async Task AMistake_StandsAtItsFieldWithALinkAndTheCursor_AndTheResultComesIntoView()
    {
        await using var portal = await PortalUnderTest.StartAsync("--Portal:Today=2024-07-15");
        var page = await OpenAndSignInAsync(Finance, Draft, At(portal));
        await page.FillAsync("#nomor", "Rancangan Juli");
        await page.FillAsync("#jumlah", "1,000");
        await page.FillAsync("[name='Posted.Components[0].Code']", "MERATA");
        await page.FillAsync("[name='Posted.Components[0].Share']", "100");
        await page.SelectOptionAsync("[name='Posted.Components[0].Method']", "Equal");
        await page.FillAsync("#pegawai", "NIP\tNama\tKomponen\tPoin\nP1\tPegawai 1\tMERATA\t");
        await page.ClickAsync("button.button:has-text('Hitung')");

        await Expect(page.Locator("#jumlah")).ToBeFocusedAsync();
        await Expect(page.Locator("#jumlah")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator(".field-problem")).ToContainTextAsync("'1,000' memakai koma");
        await Expect(page.Locator(".error-summary a[href='#jumlah']")).ToBeVisibleAsync();

        await page.FillAsync("#jumlah", "1,000,000");
        await page.ClickAsync("button.button:has-text('Hitung')");
        await Expect(page.Locator("#hasil")).ToBeInViewportAsync();
        await Expect(page.GetByText("Rp1.000.000 dibagikan kepada 1 pegawai").First).ToBeVisibleAsync();
        Assert.Empty(Troubles);
    }

    [Theory]
    [InlineData(1366, "thead th:last-child")]
    [InlineData(820, "td[data-label='Dibayar']")]
    public async Task TheClaimsTable_ShowsEveryColumn(int width, string last)
    {
        await using var portal = await PortalUnderTest.StartAsync("--Portal:Today=2024-07-15");
        await PayLateAsync(portal);
        var page = await OpenAndSignInAsync(Finance, "/wakatobi/klaim", At(portal, width));

        await Expect(page.Locator(last)).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(page.Locator(".table-more")).ToHaveCountAsync(0);
    }

    /// <summary>A claim with every figure as long as a hospital's is, paid late.</summary>
    private static async Task PayLateAsync(PortalUnderTest portal)
    {
        var finance = TestUsers.Of(PortalRoles.KeuanganRsud);
        var (may, book) = (new FiscalMonth(2024, 5), portal.Services.GetRequiredService<ClaimBook>());
        var (eligible, part) = (new Rupiah(1_555_555_555), new Rupiah(155_555_555));
        await book.FileAsync(
            finance,
            may,
            "INA-CBG",
            new DateOnly(2024, 6, 1),
            [new ClaimFiling("ICU", 999, eligible + part + part + part)],
            Cancellation
        );
        var filed = (await book.OpenAsync(finance, may.ToString(), Cancellation)).Claim!;
        await book.VerifyAsync(
            finance,
            may,
            filed.Revision,
            new DateOnly(2024, 6, 20),
            [new ClaimVerdict("ICU", eligible, part, part, part)],
            Cancellation
        );
        var claim = (await book.OpenAsync(finance, may.ToString(), Cancellation)).Claim!;
        await portal
            .Services.GetRequiredService<ReceiptBook>()
            .TakeAsync(finance, new DateOnly(2024, 7, 10), eligible, "TRX", [(claim.Id, claim.Revision, eligible)], Cancellation);
    }

    private static BrowserNewContextOptions At(PortalUnderTest portal, int width = 1366) =>
        new()
        {
            BaseURL = portal.Address.ToString(),
            ViewportSize = new() { Width = width, Height = 768 },
        };
}
