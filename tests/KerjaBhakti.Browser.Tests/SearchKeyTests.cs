using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>
/// Ctrl+K leads to the search field of a public page, and from the editor to the palette; see also <see cref="ShellTests"/>.
/// </summary>
public class SearchKeyTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData("Control+k")]
    [InlineData("Meta+k")]
    public async Task Key_OnAPublicPage_TakesTheFocusToTheSearchAndSelectsWhatStandsThere(string key)
    {
        var page = await OpenAsync("/?q=cakung");
        await Expect(Hint(page)).ToHaveTextAsync("Ctrl+K");
        await page.GetByRole(AriaRole.Link, new() { Name = "Cakung", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync(key);
        await Expect(Field(page)).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync("koja");
        await Expect(Field(page)).ToHaveValueAsync("koja");
    }

    [Fact]
    public async Task Key_WhileACellIsEdited_KeepsWhatWasTyped()
    {
        var editor = await OpenNewDraftAsync();
        await editor.SelectAsync(1, 1);
        await editor.Page.Keyboard.TypeAsync("Bogor Utara");
        await editor.PressAsync("Control+k");
        await Expect(editor.Page.GetByLabel("Cari halaman, jabatan, kecamatan, atau perintah")).ToBeFocusedAsync();

        await editor.ShowsAsync(1, 1, "Bogor Utara");
        await editor.IsSavedAsync();
    }

    [Fact]
    public async Task Key_WhileADialogIsOpen_LeavesTheFocusInTheDialog()
    {
        var editor = await OpenNewDraftAsync();
        await editor.SelectAsync(1, 1);
        await editor.PressAsync("F1");
        await Expect(editor.Dialog).ToBeVisibleAsync();
        await editor.PressAsync("Control+k");

        await Expect(editor.Dialog.Locator(":focus")).ToHaveCountAsync(1);
    }

    private static ILocator Field(IPage page) => page.GetByLabel("Cari jabatan atau kecamatan");

    private static ILocator Hint(IPage page) => page.Locator("[data-search-key-hint]");
}
