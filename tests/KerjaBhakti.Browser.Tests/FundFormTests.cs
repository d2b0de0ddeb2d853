using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Wakatobi;
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

        await page.IsAtAsync(address => address.Contains("/masuk?", StringComparison.Ordinal));
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

    [Fact]
    public async Task Money_IsGroupedWhileItIsTyped_AndTheCaretStaysBehindItsDigit()
    {
        await using var portal = await PortalUnderTest.StartAsync("--Portal:Today=2024-07-15");
        var page = await OpenAndSignInAsync(Finance, "/wakatobi/buku/saldo-awal", At(portal));
        var field = page.Locator("#jumlah");
        await page.EvaluateAsync(
            "() => { window.told = 0; const field = document.querySelector('#jumlah'); "
                + "for (const kind of ['input', 'change']) field.addEventListener(kind, () => window.told++); }"
        );
        await field.PressSequentiallyAsync("1500003");
        Assert.Equal("1.500.003|9", await CaretAsync(field));

        // Nothing is said beside what the keys do: one event for each, no live region.
        Assert.Equal(7, await page.EvaluateAsync<int>("() => window.told"));
        Assert.Equal(0, await page.Locator("main [aria-live]:not([aria-live=off]):has-text('1.500.003')").CountAsync());

        await PlaceAsync(field, 1);
        await field.PressAsync("7");
        Assert.Equal("17.500.003|2", await CaretAsync(field));
        await field.PressAsync("Backspace");
        Assert.Equal("1.500.003|1", await CaretAsync(field));

        // Deleting gets past a separator in both directions.
        await field.PressAsync("Delete");
        Assert.Equal("1.500.003|2", await CaretAsync(field));
        await field.PressAsync("Delete");
        Assert.Equal("100.003|1", await CaretAsync(field));
        await PlaceAsync(field, 4);
        await field.PressAsync("Backspace");
        Assert.Equal("100.003|3", await CaretAsync(field));
        await field.PressAsync("Backspace");
        Assert.Equal("10.003|2", await CaretAsync(field));

        // Separators of one's own are left alone while they are typed.
        await field.FillAsync(string.Empty);
        await field.PressSequentiallyAsync("1.500.003");
        Assert.Equal("1.500.003|9", await CaretAsync(field));
        await field.FillAsync(string.Empty);
        await field.PressSequentiallyAsync("100.5");
        Assert.Equal("100.5|5", await CaretAsync(field));
        Assert.Empty(Troubles);
    }

    [Fact]
    public async Task MoneyThatIsPasted_IsReadByTheOneRuleOfTheForms()
    {
        await using var portal = await PortalUnderTest.StartAsync("--Portal:Today=2024-07-15");
        var page = await OpenAndSignInAsync(Finance, "/wakatobi/buku/saldo-awal", At(portal));
        var field = page.Locator("#jumlah");
        foreach (
            var text in new[]
            {
                "0",
                "1234567",
                "1.234",
                "1,000,000",
                "1.000.000,00",
                "Rp 1,234,567.00",
                "1,234.00",
                " rp. 1.234.567 ",
                "Rp1.000,-",
                "9.000.000.000.000.000",
                "9.000.000.000.000.001",
                "1,000",
                "-1",
                "1.234,50",
                "100.5",
                "12.34.567",
                "1e6",
                "=1+1",
            }
        )
        {
            await field.FillAsync(string.Empty);
            await field.EvaluateAsync(
                "(field, text) => { field.focus(); "
                    + "field.dispatchEvent(new InputEvent('beforeinput', { bubbles: true, inputType: 'insertFromPaste' })); "
                    + "field.setRangeText(text, 0, 0, 'end'); "
                    + "field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' })); }",
                text
            );
            Assert.Equal(ReadOf(text), await field.InputValueAsync());
        }

        // Within an amount digits are digits.
        await field.FillAsync("1.234");
        await PlaceAsync(field, 5);
        await field.PressSequentiallyAsync("500");
        Assert.Equal("1.234.500|9", await CaretAsync(field));

        // Whoever leaves a field sees how it is read; without the script the server reads the same.
        await field.FillAsync("Rp 1,234,567.00");
        await field.BlurAsync();
        Assert.Equal("1.234.567", await field.InputValueAsync());
        Assert.Empty(Troubles);

        static string ReadOf(string text)
        {
            try
            {
                return Rupiah.Parse(text).ToString()[2..];
            }
            catch (FundRefusedException)
            {
                return text;
            }
        }
    }

    private static Task<string> CaretAsync(ILocator field) =>
        field.EvaluateAsync<string>("field => `${field.value}|${field.selectionStart}`");

    private static async Task PlaceAsync(ILocator field, int caret)
    {
        await field.EvaluateAsync("(field, caret) => { field.focus(); field.setSelectionRange(caret, caret); }", caret);
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
        var (may, book) = (new FiscalMonth(2024, 5), portal.Services.GetRequiredService<ClaimDesk>());
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
            .Services.GetRequiredService<ReceiptDesk>()
            .TakeAsync(finance, new DateOnly(2024, 7, 10), eligible, "TRX", [(claim.Id, claim.Revision, eligible)], Cancellation);
    }

    private static BrowserNewContextOptions At(PortalUnderTest portal, int width = 1366) =>
        new()
        {
            BaseURL = portal.Address.ToString(),
            ViewportSize = new() { Width = width, Height = 768 },
        };
}
