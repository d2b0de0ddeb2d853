using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>A draft that goes over the turn of the year, from its form to its cells.</summary>
public class YearTurnTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task Draft_FromNovemberToJanuary_NamesMonthsWithTheirYears_AndIsEdited()
    {
        var page = await OpenSignedInAsync(BrowserFixture.Secretariat, "/roster/rancangan/baru");
        await page.GetByLabel("barisnya saja").First.CheckAsync();
        await page.GetByLabel("Tahun", new() { Exact = true }).FillAsync("2016");
        await page.GetByLabel("Bulan pertama").SelectOptionAsync("November");
        await page.GetByLabel("Bulan terakhir").SelectOptionAsync("Januari");
        await page.GetByRole(AriaRole.Button, new() { Name = "Buat rancangan" }).ClickAsync();
        await page.IsAtAsync(url => Guid.TryParse(new Uri(url).Segments[^1], out _));
        var editor = new EditorPage(page);
        await editor.IsReadyAsync();

        await Expect(page.Locator(".grid-table thead .grid-month"))
            .ToHaveTextAsync(["November 2016", "Desember 2016", "Januari 2017"]);
        await editor.WriteAsync(1, 3, "Cakung");
        await editor.ShowsAsync(1, 3, "Cakung");
        await editor.IsSavedAsync();
        await KeepPictureAsync(page, "editor-year-turn");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("2016–2017");

        await page.SetViewportSizeAsync(390, 768);
        Assert.InRange(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, 390);
        await KeepPictureAsync(page, "editor-year-turn-390");
        Assert.Empty(Troubles);
    }
}
