using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Account;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>Browsers that lack something: they are told, or the page goes the ordinary way.</summary>
public class EditorSupportTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task Editor_InABrowserThatIsTooOld_SaysWhatItNeeds_AndThePanelsStillWork()
    {
        var id = await Fixture.CreateDraftAsync();
        var page = await OpenSignedInAsync(BrowserFixture.Secretariat, "/roster");
        await page.AddInitScriptAsync("delete Map.groupBy");
        await page.GotoAsync($"/roster/jadwal/{id}");

        await Expect(page.Locator(".grid-host").GetByRole(AriaRole.Alert)).ToContainTextAsync("Safari 17.4");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Cakupan" }).ClickAsync();
        await Expect(page.Locator("#panel-isi h2").First).ToHaveTextAsync("Cakupan kecamatan tiap bulan");
    }

    [Fact]
    public async Task FrontPage_WithoutNewerArrays_StillFiltersWhileTyping()
    {
        var page = await OpenAsync("/jadwal");
        await page.AddInitScriptAsync("delete Array.prototype.toSorted; delete AbortSignal.timeout");
        await page.GotoAsync("/");
        await page.Locator("[data-lookup] input[type=search]").FillAsync("cakung");

        await Expect(page.Locator("[data-lookup-status]")).ToContainTextAsync("cocok dengan “cakung”");
        Assert.Empty(Troubles);
    }

    [Fact]
    public async Task Report_WithoutATimeLimitForRequests_IsSent()
    {
        const string Report = "/saya/laporan/48/2015-05-24";
        var page = await OpenSignedInAsync(DemoAccounts.All.Single(account => account.Role == PortalRoles.Pejabat), "/saya");
        await page.AddInitScriptAsync("delete AbortSignal.timeout");
        await page.GotoAsync(Report);
        await page.GetByLabel("Kendala").FillAsync("Hujan deras");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan rancangan" }).ClickAsync();

        await Expect(page.Locator("[data-draft-key][data-done]")).ToHaveCountAsync(1);
        await page.GotoAsync(Report);
        await Expect(page.GetByLabel("Kendala")).ToHaveValueAsync("Hujan deras");
    }

    [Fact]
    public async Task Photo_ThatCannotBeRead_IsNamedAndLeftOut_AndTheOthersStay()
    {
        var page = await OpenSignedInAsync(
            DemoAccounts.All.Single(account => account.Role == PortalRoles.Pejabat),
            "/saya/laporan/48/2015-05-17"
        );
        var drawn = await page.EvaluateAsync<string>(
            "() => { const canvas = document.createElement('canvas'); canvas.width = canvas.height = 40; return canvas.toDataURL('image/png').split(',')[1]; }"
        );
        await page.GetByLabel("Tambah foto")
            .SetInputFilesAsync([
                new FilePayload
                {
                    Name = "kegiatan.png",
                    MimeType = "image/png",
                    Buffer = Convert.FromBase64String(drawn),
                },
                new FilePayload
                {
                    Name = "IMG_0001.HEIC",
                    MimeType = "image/heic",
                    Buffer = "\0\0\0\u0018ftypheic"u8.ToArray(),
                },
            ]);

        var chosen = page.Locator("[data-report-chosen]");
        await Expect(chosen.GetByRole(AriaRole.Alert)).ToContainTextAsync("IMG_0001.HEIC tidak ikut dikirim");
        await Expect(chosen.GetByRole(AriaRole.Button)).ToHaveCountAsync(1);
        var sent = await page.GetByLabel("Tambah foto").EvaluateAsync<string>("input => [...input.files].map(file => file.name).join()");
        Assert.Equal("kegiatan.jpg", sent);
    }

    [Fact]
    public async Task Grid_OnATouchScreen_HasButtonsForWhatAFingerCannotType_AndOneTabStopInTheTable()
    {
        var page = await OpenAsync("/jadwal", new() { HasTouch = true, IsMobile = true });
        var editor = await ScriptedGrid.MakeAsync(page, ScriptedGrid.Document(ScriptedGrid.Rows(2, 2), 2));
        await editor.SelectAsync(1, 1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ubah", Exact = true }).ClickAsync();
        await Expect(editor.Input).ToBeFocusedAsync();
        await Expect(editor.Input).ToHaveValueAsync("Gambir");
        await editor.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kosongkan", Exact = true }).ClickAsync();
        await editor.ShowsAsync(1, 1, string.Empty);

        await Expect(page.Locator(".grid-scroll")).ToHaveAttributeAsync("tabindex", "-1");
        await Expect(page.Locator(".grid-frame [tabindex='0']")).ToHaveCountAsync(1);
    }
}
