using KerjaBhakti.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>Adding, moving and removing rows, and rows that serve a whole city.</summary>
public class RowTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task Row_AddedNamedMovedAndRemoved_IsNumberedAndComesBackWithUndo()
    {
        var editor = await OpenNewDraftAsync();
        await editor.SelectAsync(3, 1);
        await editor.PressAsync("Alt+Insert");
        await editor.Page.Keyboard.TypeAsync("Dinas Pertamanan");
        await editor.PressAsync("Enter");
        await Expect(editor.Lines).ToHaveCountAsync(EditorPage.Rows + 1);
        await editor.ShowsAsync(4, 0, "Dinas Pertamanan");
        await editor.IsSavedAsync();

        await editor.SelectAsync(4, 0);
        await editor.PressAsync("Alt+ArrowUp");
        await editor.ShowsAsync(3, 0, "Dinas Pertamanan");
        await Expect(editor.Message).ToHaveTextAsync("Dipindahkan ke baris 3.");

        await editor.PressAsync("Alt+Delete");
        await Expect(editor.Lines).ToHaveCountAsync(EditorPage.Rows);
        await editor.PressAsync("Control+z");
        await editor.ShowsAsync(3, 0, "Dinas Pertamanan");
        await editor.PressAsync("Control+z");
        await editor.ShowsAsync(4, 0, "Dinas Pertamanan");

        await editor.IsSavedAsync();
        await editor.Page.ReloadAsync();
        await editor.ShowsAsync(4, 0, "Dinas Pertamanan");
        await Expect(editor.Page.Locator("tr[aria-rowindex='95'] .grid-number")).ToHaveTextAsync("94");
    }

    [Fact]
    public async Task Row_AddedAndNamed_IsTakenBackAsOne_AndComesBackWithItsName()
    {
        var editor = await OpenNewDraftAsync();
        await editor.SelectAsync(3, 1);
        await editor.PressAsync("Alt+Insert");
        await editor.Page.Keyboard.TypeAsync("Dinas Pertamanan");
        await editor.PressAsync("Enter");
        await editor.IsSavedAsync();

        await editor.PressAsync("Control+z");
        await Expect(editor.Message).ToHaveTextAsync("Dibatalkan: tambah baris");
        await Expect(editor.Lines).ToHaveCountAsync(EditorPage.Rows);
        await editor.IsSavedAsync();

        await editor.PressAsync("Control+y");
        await editor.ShowsAsync(4, 0, "Dinas Pertamanan");
        await editor.IsSavedAsync();
    }

    [Fact]
    public async Task Row_RemovedWithTheToolbar_ComesBackWithAllItsCells()
    {
        var editor = await OpenNewDraftAsync();
        await editor.SelectAsync(12, 4);
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Hapus baris" }).ClickAsync();
        await editor.ShowsAsync(12, 0, Seed.Table[13][1]);
        await editor.IsSavedAsync();

        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Batalkan" }).ClickAsync();
        await editor.IsSavedAsync();
        await editor.Page.ReloadAsync();
        for (var column = 0; column <= 8; column++)
        {
            await editor.ShowsAsync(12, column, Seed.Table[12][column + 1]);
        }
    }

    [Fact]
    public async Task Row_MadeARegionRow_IsOneMergedCell_AndUndoBringsItsMonthsBack()
    {
        var editor = await OpenNewDraftAsync();
        await editor.SelectAsync(1, 1);
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Wilayah…" }).ClickAsync();
        await editor
            .Dialog.GetByLabel("Kota/kabupaten")
            .SelectOptionAsync(new SelectOptionValue { Label = "Kota Administrasi Jakarta Timur" });
        await editor.Dialog.GetByRole(AriaRole.Button, new() { Name = "Jadikan baris wilayah" }).ClickAsync();

        await Expect(editor.Cell(1, 1)).ToHaveAttributeAsync("colspan", "8");
        await editor.ShowsAsync(1, 1, "Kota Administrasi Jakarta Timur");
        await editor.IsSavedAsync();

        await editor.PressAsync("Control+z");
        for (var column = 1; column <= 8; column++)
        {
            await editor.ShowsAsync(1, column, Seed.Table[1][column + 1]);
        }

        await editor.IsSavedAsync();
    }
}
