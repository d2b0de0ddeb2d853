using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>The editor at the widths of a phone, a tablet, a small window, a laptop and a large screen.</summary>
public class EditorWidthTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    /// <summary>Pairs of boxes that cover each other by more than a rounding, by their texts.</summary>
    private const string Overlaps = """
        selector => {
            const boxes = [...document.querySelectorAll(selector)].map(node => ({ name: node.textContent.trim().replace(/\s+/g, ' '), box: node.getBoundingClientRect() }));
            return boxes.flatMap(({ name, box }, index) => boxes.slice(index + 1)
                .filter(other => Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 0.5
                    && Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 0.5)
                .map(other => `${name} / ${other.name}`));
        }
        """;

    [Theory]
    [InlineData(390)]
    [InlineData(600)]
    [InlineData(768)]
    [InlineData(820)]
    [InlineData(960)]
    public async Task Grid_OverTheOpenPanel_HasTheWidthOfThePage(int width)
    {
        var editor = await OpenNewDraftAsync();
        await editor.Page.SetViewportSizeAsync(width, 768);
        await Expect(editor.Panel).ToBeVisibleAsync();
        await KeepPictureAsync(editor.Page, $"editor-{width}");

        var grid = (await editor.Page.Locator(".grid-scroll").BoundingBoxAsync())!;
        var panel = (await editor.Page.Locator(".side-panel").BoundingBoxAsync())!;
        Assert.InRange(grid.Width, panel.Width - 4, panel.Width);
        Assert.True(panel.Y >= grid.Y + grid.Height, "The panel stands beside the grid or over it.");
        Assert.InRange(await editor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, width);
        await editor.WriteAsync(1, 1, "Cakung");
        await editor.ShowsAsync(1, 1, "Cakung");
    }

    [Fact]
    public async Task Grid_OnALaptop_BeginsAbove160Pixels_AndShowsEighteenRowsWithPlacesOnTwoLines()
    {
        var editor = await OpenNewDraftAsync();
        await KeepPictureAsync(editor.Page, "editor-1366");

        Assert.InRange((await editor.Lines.First.BoundingBoxAsync())!.Y, 0, 160);
        var rows = await editor.Page.EvaluateAsync<int>(
            """
            () => {
                const bottom = document.querySelector('.grid-scroll').getBoundingClientRect().top + document.querySelector('.grid-scroll').clientHeight;
                return [...document.querySelectorAll('.grid-table tbody tr')].filter(row => row.getBoundingClientRect().bottom <= bottom + 0.5).length;
            }
            """
        );
        Assert.InRange(rows, 18, 93);
        var lines = await editor.Page.EvaluateAsync<int>(
            """
            () => Math.max(...[...document.querySelectorAll('.grid-month')].filter(cell => cell.textContent.startsWith('Kepulauan')).map(cell => {
                const range = document.createRange();
                range.selectNodeContents(cell);
                return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size;
            }))
            """
        );
        Assert.Equal(2, lines);

        // The title is whole, and one thing is to be done first.
        Assert.True(
            await editor.Page.EvaluateAsync<bool>(
                "() => { const title = document.querySelector('h1'); return title.scrollWidth <= title.clientWidth; }"
            )
        );
        await Expect(editor.Page.Locator(".page-header .button")).ToHaveTextAsync(["Ajukan"]);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(820)]
    [InlineData(1366)]
    [InlineData(1920)]
    public async Task CoverageMap_AtAnyWidth_ShowsSixCitiesAndNoTwoTilesOverlap(int width)
    {
        var editor = await OpenNewDraftAsync();
        await editor.Page.SetViewportSizeAsync(width, 768);
        await editor.ShowPanelAsync("Cakupan");
        await editor.Panel.GetByRole(AriaRole.Button, new() { Name = "Peta", Exact = true }).ClickAsync();
        await Expect(editor.Panel.Locator(".tile-city")).ToHaveCountAsync(6);
        await KeepPictureAsync(editor.Page, $"map-{width}");

        Assert.Empty(await editor.Page.EvaluateAsync<string[]>(Overlaps, ".tile-city"));
        Assert.Empty(await editor.Page.EvaluateAsync<string[]>(Overlaps, ".tile"));
    }
}
