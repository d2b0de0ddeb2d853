using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>The editor of a draft as a person uses it. Rows count from 1; column 0 is the jabatan, 1 the first month.</summary>
public sealed class EditorPage(IPage page)
{
    /// <summary>Rows of the 2015 annex, and of its copy.</summary>
    public const int Rows = 93;

    public IPage Page => page;

    /// <summary>Where the editor lives.</summary>
    public string Path => new Uri(page.Url).AbsolutePath;

    public ILocator Lines => page.Locator(".grid-table tbody tr");

    public ILocator Active => page.Locator(".grid-table .grid-cell.is-active");

    /// <summary>The input over the cell that is being edited.</summary>
    public ILocator Input => page.Locator(".grid-input");

    public ILocator Suggestions => page.Locator(".grid-suggestions .grid-option");

    public ILocator SaveState => page.Locator(".grid-save-state");

    /// <summary>What the grid said last.</summary>
    public ILocator Message => page.Locator(".grid-message");

    /// <summary>The strip over the table: connection, conflicts, a deleted draft.</summary>
    public ILocator Strip => page.Locator(".grid-strip");

    public ILocator Dialog => page.Locator("dialog[open]");

    public ILocator Panel => page.Locator("#panel-isi");

    /// <summary>Makes a draft of 2016 as a copy of the 2015 annex, over its form, which is open.</summary>
    public static async Task<EditorPage> CreateDraftAsync(IPage page)
    {
        await page.GetByLabel("baris dan kecamatannya").CheckAsync();
        await page.GetByLabel("Tahun", new() { Exact = true }).FillAsync("2016");
        await page.GetByRole(AriaRole.Button, new() { Name = "Buat rancangan" }).ClickAsync();
        await page.IsAtAsync(url => Guid.TryParse(new Uri(url).Segments[^1], out _));
        var editor = new EditorPage(page);
        await editor.IsReadyAsync();
        return editor;
    }

    /// <summary>Waits until the grid stands and answers.</summary>
    public async Task IsReadyAsync() => await Expect(Lines).ToHaveCountAsync(Rows);

    public ILocator Cell(int row, int column) =>
        page.Locator($".grid-table tr[aria-rowindex='{row + 1}'] .grid-cell[data-column='{column}']");

    public Task SelectAsync(int row, int column) => Cell(row, column).ClickAsync();

    /// <summary>Types over a cell and presses Enter.</summary>
    public async Task WriteAsync(int row, int column, string text)
    {
        await SelectAsync(row, column);
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            await page.Keyboard.PressAsync(key);
        }
    }

    public Task IsActiveAsync(int row, int column) => Expect(Cell(row, column).And(Active)).ToHaveCountAsync(1);

    public Task ShowsAsync(int row, int column, string text) => Expect(Cell(row, column)).ToHaveTextAsync(text);

    /// <summary>Waits until the grid says that everything is stored.</summary>
    public Task IsSavedAsync() => Expect(SaveState).ToHaveTextAsync("Semua perubahan tersimpan");

    /// <summary>A link of a menu at the top of the page, opened: "Unduh", "Lainnya".</summary>
    public async Task<ILocator> LinkOfMenuAsync(string menu, string link)
    {
        await page.Locator("details.page-menu:not([open]) > summary").GetByText(menu, new() { Exact = true }).ClickAsync();
        return page.GetByRole(AriaRole.Link, new() { Name = link });
    }

    /// <summary>Opens a page of the panel at the right: "Temuan", "Riwayat", "Cakupan".</summary>
    public async Task ShowPanelAsync(string name)
    {
        var tab = page.GetByRole(AriaRole.Tab, new() { Name = name });
        await tab.ClickAsync();
        await Expect(tab).ToHaveAttributeAsync("aria-selected", "true");
    }

    /// <summary>Opens the states of the draft in the panel at the right.</summary>
    public async Task ShowStatesAsync()
    {
        await ShowPanelAsync("Riwayat");
        await Panel.GetByRole(AriaRole.Button, new() { Name = "Keadaan", Exact = true }).ClickAsync();
        await Expect(Panel.Locator(".states")).ToBeVisibleAsync();
    }
}
