using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>
/// No page writes an error to the console: no script error, no missing file, nothing the content security policy refuses.
/// </summary>
public class ConsoleTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task PublicPages_WriteNoError()
    {
        var page = await OpenAsync("/");
        await page.GetByLabel("Cari jabatan atau kecamatan").PressSequentiallyAsync("tata air");
        await Expect(page.Locator("[data-kecamatan]:visible")).ToHaveCountAsync(1);
        foreach (
            var path in new[]
            {
                "/?tanggal=2016-01-03",
                "/jadwal",
                "/jadwal/2015",
                "/jadwal/2015/32",
                "/kecamatan",
                "/kecamatan/31.75.02",
                "/masuk",
                "/keluar",
            }
        )
        {
            await page.GotoAsync(path);
        }

        Assert.Empty(Troubles);
    }

    [Fact]
    public async Task Editor_WithPanelsDialogsAndSuggestions_WritesNoError()
    {
        var editor = await OpenNewDraftAsync();
        await editor.WriteAsync(1, 1, "cakung");
        await editor.IsSavedAsync();
        foreach (var panel in new[] { "Cakupan", "Riwayat", "Temuan" })
        {
            await editor.ShowPanelAsync(panel);
        }

        await editor.SelectAsync(1, 1);
        await editor.Page.Keyboard.TypeAsync("pulo");
        await Expect(editor.Suggestions.First).ToBeVisibleAsync();
        await editor.PressAsync("Escape", "F1");
        await Expect(editor.Dialog).ToBeVisibleAsync();
        await editor.PressAsync("Escape");

        Assert.Empty(Troubles);
    }
}
