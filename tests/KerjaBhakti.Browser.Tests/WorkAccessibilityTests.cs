using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Account;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>Axe finds nothing on any page of those who work with the portal, light or dark.</summary>
public class WorkAccessibilityTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private readonly AxeReport axe = new();

    [Fact]
    public async Task WorkPages_HaveNoViolation()
    {
        var page = await OpenSignedInAsync(BrowserFixture.Secretariat, "/roster");
        await axe.CheckAsync(page, "list");
        await page.GotoAsync("/roster/rancangan/baru");
        await axe.CheckAsync(page, "new draft");
        await page.GetByLabel("Bulan pertama").SelectOptionAsync("12");
        await page.GetByLabel("Bulan terakhir").SelectOptionAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Buat rancangan" }).ClickAsync();
        await axe.CheckAsync(page, "new draft, refused");
        await page.GotoAsync("/keluar");
        await axe.CheckAsync(page, "signing out");
        await page.GotoAsync("/admin");
        await axe.CheckAsync(page, "denied");

        var path = $"/roster/jadwal/{await Fixture.CreateDraftAsync()}";
        await page.GotoAsync($"{path}/hapus");
        await axe.CheckAsync(page, "deletion");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hapus Rancangan" }).ClickAsync();
        await Expect(page.GetByText("Rancangan dihapus.")).ToBeVisibleAsync();
        await axe.CheckAsync(page, "list after a deletion");
        await page.GotoAsync(path);
        await axe.CheckAsync(page, "a draft that is gone");

        await page.GetByRole(AriaRole.Link, new() { Name = "Kembali ke daftar jadwal" }).ClickAsync();
        await page.IsAtAsync(address => address.EndsWith("/roster", StringComparison.Ordinal));
        await page.GotoAsync($"/roster/jadwal/{await Fixture.IssuedAsync()}");
        await new EditorPage(page).IsReadyAsync();
        await axe.CheckAsync(page, "issued annex in the grid");

        axe.AssertNone();
    }

    [Fact]
    public async Task Editor_InEveryState_HasNoViolation()
    {
        var editor = await OpenNewDraftAsync();
        var page = editor.Page;
        await editor.WriteAsync(2, 2, "Bogor Utara");
        await editor.PressAsync("Delete");
        await editor.IsSavedAsync();
        foreach (var panel in new[] { "Temuan", "Riwayat", "Cakupan" })
        {
            await editor.ShowPanelAsync(panel);
            await axe.CheckAsync(editor.Panel, panel);
        }

        await editor.ShowStatesAsync();
        await editor.Panel.GetByRole(AriaRole.Button, new() { Name = "Lihat keadaan awal" }).ClickAsync();
        await Expect(editor.Panel.Locator(".state-changes")).ToBeVisibleAsync();
        await axe.CheckAsync(editor.Panel, "a state to return to");
        var colleague = await OpenAsColleagueAsync(editor);
        await colleague.SelectAsync(4, 4);
        await Expect(editor.Cell(4, 4)).ToHaveAttributeAsync("data-presence", "SD");
        await axe.CheckAsync(page, "editor with a colleague");
        await colleague.Page.CloseAsync();
        await editor.Panel.GetByRole(AriaRole.Button, new() { Name = "Perubahan", Exact = true }).ClickAsync();
        await editor.ShowPanelAsync("Cakupan");
        await axe.CheckAsync(page, "editor");
        await editor.Panel.Locator("button.square").First.ClickAsync();
        await Expect(editor.Panel.Locator(".square-rows")).ToBeVisibleAsync();
        await axe.CheckAsync(editor.Panel, "a square of the coverage");
        await editor.Panel.GetByRole(AriaRole.Button, new() { Name = "Peta", Exact = true }).ClickAsync();
        await Expect(editor.Panel.Locator(".tile[aria-pressed=true]")).ToHaveCountAsync(1);
        await axe.CheckAsync(page, "a tile of the map");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tutup panel" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Buka panel" })).ToBeVisibleAsync();
        await axe.CheckAsync(page, "editor with the panel closed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Buka panel" }).ClickAsync();
        await editor.ShowPanelAsync("Riwayat");
        await editor.SelectAsync(2, 2);
        await Expect(editor.Panel.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await axe.CheckAsync(editor.Panel, "history of a cell");

        await editor.SelectAsync(1, 1);
        await page.Keyboard.TypeAsync("ca");
        await Expect(editor.Suggestions.First).ToBeVisibleAsync();
        await axe.CheckAsync(page, "suggestions");
        await editor.PressAsync("Escape", "F1");
        await Expect(editor.Dialog).ToBeVisibleAsync();
        await axe.CheckAsync(editor.Dialog, "list of keys");
        await editor.PressAsync("Escape", "Control+h");
        await axe.CheckAsync(page, "find and replace");
        await editor.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "Wilayah…" }).ClickAsync();
        await Expect(editor.Dialog).ToBeVisibleAsync();
        await axe.CheckAsync(editor.Dialog, "choice of a region");

        axe.AssertNone();
    }

    [Fact]
    public async Task AccountPages_HaveNoViolation()
    {
        var admin = DemoAccounts.All.Single(account => account.Role == PortalRoles.Admin);
        var page = await OpenSignedInAsync(admin, "/admin");
        await axe.CheckAsync(page, "accounts");
        var dialog = await AccountDialogs.OpenNewAsync(page);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Buat akun" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("Isi nama pemilik akun.");
        await axe.CheckAsync(page, "a new account, refused");
        var link = await AccountDialogs.CreateAsync(dialog, "Akun uji", "uji@demo.local", "Sekretariat");
        await axe.CheckAsync(page, "accounts with a link");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Selesai" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Akun uji" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("Menunggu kata sandi");
        await axe.CheckAsync(page, "an account");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Tutup akun" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("Akun ditutup");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Buka lagi" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("Akun dibuka lagi.");
        await page.GotoAsync(link);
        await axe.CheckAsync(page, "setting a password");

        axe.AssertNone();
    }
}
