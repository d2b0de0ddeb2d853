using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Account;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>Axe finds nothing on any page, light or dark: WCAG 2.2 A and AA, and what the makers of axe call best practice.</summary>
public class AccessibilityTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private static readonly RunOnlyOptions Everything = new()
    {
        Type = "tag",
        Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    };

    // Dark differs in its colours and in nothing else.
    private static readonly RunOnlyOptions Colours = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] };

    private readonly List<string> violations = [];

    public static TheoryData<ColorScheme> Schemes => [ColorScheme.Light, ColorScheme.Dark];

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task PublicPages_HaveNoViolation(ColorScheme scheme)
    {
        var page = await OpenAsync("/", new() { ColorScheme = scheme });
        string[] paths =
        [
            "/", "/?tanggal=2016-01-03", "/?tanggal=2015-06-08", "/?q=qwerty", "/?q=tata+air", "/jadwal", "/jadwal/2015", "/jadwal/2015/32", "/jadwal/2015/40",
            "/jadwal/2015/94", "/jadwal/1999", "/kecamatan", "/kecamatan/31.75.02", "/kecamatan/31.75.99", "/tidak/ada", "/ditolak?kembali=/roster", "/masuk", "/keluar",
        ];
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await CheckAsync(page, scheme, path);
        }

        await page.GotoAsync("/masuk");
        await page.GetByLabel("Alamat surel").FillAsync("siapa@demo.local");
        await page.GetByLabel("Kata sandi").FillAsync("salah");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("tidak cocok")).ToBeVisibleAsync();
        await CheckAsync(page, scheme, "/masuk, refused");

        AssertNone();
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task WorkPages_HaveNoViolation(ColorScheme scheme)
    {
        var page = await OpenSignedInAsync(BrowserFixture.Secretariat, "/roster", new() { ColorScheme = scheme });
        await CheckAsync(page, scheme, "list");
        await page.GotoAsync("/roster/rancangan/baru");
        await CheckAsync(page, scheme, "new draft");
        await page.GetByLabel("Bulan pertama").SelectOptionAsync("12");
        await page.GetByLabel("Bulan terakhir").SelectOptionAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Buat rancangan" }).ClickAsync();
        await CheckAsync(page, scheme, "new draft, refused");
        await page.GotoAsync("/keluar");
        await CheckAsync(page, scheme, "signing out");
        await page.GotoAsync("/admin");
        await CheckAsync(page, scheme, "denied");

        var draft = await EditorPage.CreateDraftAsync(page);
        var path = draft.Path;
        await page.GotoAsync($"{path}/hapus");
        await CheckAsync(page, scheme, "deletion");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hapus Rancangan" }).ClickAsync();
        await Expect(page.GetByText("Rancangan dihapus.")).ToBeVisibleAsync();
        await CheckAsync(page, scheme, "list after a deletion");
        await page.GotoAsync(path);
        await CheckAsync(page, scheme, "a draft that is gone");

        await page.GetByRole(AriaRole.Link, new() { Name = "Kembali ke daftar jadwal" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Instruksi Gubernur 118/2015" }).ClickAsync();
        await new EditorPage(page).IsReadyAsync();
        await CheckAsync(page, scheme, "issued annex in the grid");

        AssertNone();
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task Editor_InEveryState_HasNoViolation(ColorScheme scheme)
    {
        var editor = await OpenNewDraftAsync(new() { ColorScheme = scheme });
        var page = editor.Page;
        await editor.WriteAsync(2, 2, "Bogor Utara");
        await editor.PressAsync("Delete");
        await editor.IsSavedAsync();
        foreach (var panel in new[] { "Temuan", "Riwayat", "Cakupan" })
        {
            await editor.ShowPanelAsync(panel);
            await CheckAsync(editor.Panel, scheme, panel);
        }

        await CheckAsync(page, scheme, "editor");
        await editor.Panel.Locator("button.square").First.ClickAsync();
        await Expect(editor.Panel.Locator(".square-rows")).ToBeVisibleAsync();
        await CheckAsync(editor.Panel, scheme, "a square of the coverage");
        await editor.ShowPanelAsync("Riwayat");
        await editor.SelectAsync(2, 2);
        await Expect(editor.Panel.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await CheckAsync(editor.Panel, scheme, "history of a cell");

        await editor.SelectAsync(1, 1);
        await page.Keyboard.TypeAsync("ca");
        await Expect(editor.Suggestions.First).ToBeVisibleAsync();
        await CheckAsync(page, scheme, "suggestions");
        await editor.PressAsync("Escape", "F1");
        await Expect(editor.Dialog).ToBeVisibleAsync();
        await CheckAsync(editor.Dialog, scheme, "list of keys");
        await editor.PressAsync("Escape", "Control+h");
        await CheckAsync(page, scheme, "find and replace");
        await editor.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "Wilayah…" }).ClickAsync();
        await Expect(editor.Dialog).ToBeVisibleAsync();
        await CheckAsync(editor.Dialog, scheme, "choice of a region");

        AssertNone();
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task AccountPages_HaveNoViolation(ColorScheme scheme)
    {
        var admin = DemoAccounts.All.Single(account => account.Role == PortalRoles.Admin);
        var page = await OpenSignedInAsync(admin, "/admin", new() { ColorScheme = scheme });
        await CheckAsync(page, scheme, "accounts");
        await page.GetByLabel("Nama").FillAsync("Akun uji");
        await page.GetByLabel("Alamat surel").FillAsync($"uji-{scheme}@demo.local".ToLowerInvariant());
        await page.GetByRole(AriaRole.Button, new() { Name = "Buat akun" }).ClickAsync();
        await CheckAsync(page, scheme, "accounts with a link");

        // The link carries the portal's public address, which is not the one of the test.
        var link = new Uri((await page.Locator("code").TextContentAsync())!);
        await page.GotoAsync(link.PathAndQuery);
        await CheckAsync(page, scheme, "setting a password");

        AssertNone();
    }

    private Task CheckAsync(IPage page, ColorScheme scheme, string what) => CheckAsync(page.Locator("html"), scheme, what);

    private async Task CheckAsync(ILocator part, ColorScheme scheme, string what)
    {
        var rules = scheme == ColorScheme.Light ? Everything : Colours;
        var result = await part.RunAxe(new AxeRunOptions { RunOnly = rules, ResultTypes = [ResultType.Violations] });
        violations.AddRange(
            from violation in result.Violations
            from node in violation.Nodes
            select $"{what}: {violation.Id}, {violation.Help}: {node.Html}");
    }

    private void AssertNone() => Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations.Take(20)));
}
