using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>
/// Editing cells of a draft with the keyboard. Row 1 of the copy is Asisten Pemerintahan: Jatinegara, Palmerah, Pesanggrahan, …
/// </summary>
public class EditingTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task SignIn_WrongPassword_IsRefusedAndTheRightOneOpensWhatWaits()
    {
        var page = await OpenAsync("/masuk");
        await page.GetByLabel("Alamat surel").FillAsync(BrowserFixture.Secretariat.Email);
        await page.GetByLabel("Kata sandi").FillAsync("bukan sandinya");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Alamat surel atau kata sandi tidak cocok.")).ToBeVisibleAsync();

        await page.GetByLabel("Kata sandi").FillAsync(Web.Account.DemoAccounts.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Beranda");
    }

    [Fact]
    public async Task NewDraft_CopyOf2015_OpensInTheEditorAndInTheList()
    {
        var editor = await EditorPage.CreateDraftAsync(await OpenAndSignInAsync(BrowserFixture.Secretariat, "/roster/rancangan/baru"));

        await Expect(editor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("2016");
        await editor.ShowsAsync(1, 1, "Jatinegara");
        await editor.ShowsAsync(93, 8, KerjaBhakti.Tests.Seed.Table[93][9]);
        await editor.IsSavedAsync();

        var path = editor.Path;
        await editor.Page.GotoAsync("/roster");
        await Expect(editor.Page.Locator($"a[href='{path}']")).ToHaveTextAsync("Rancangan Mei s.d. Desember 2016");
    }

    [Fact]
    public async Task Arrows_TabAndHome_MoveAsInASpreadsheet()
    {
        var editor = await OpenNewDraftAsync();
        await editor.SelectAsync(1, 1);
        await editor.PressAsync("ArrowRight", "ArrowDown");
        await editor.IsActiveAsync(2, 2);

        await editor.PressAsync("Tab");
        await editor.IsActiveAsync(2, 3);

        await editor.PressAsync("Home");
        await editor.IsActiveAsync(2, 0);

        await editor.PressAsync("Control+End");
        await editor.IsActiveAsync(93, 8);

        await editor.PressAsync("Control+Home", "ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp");
        await editor.IsActiveAsync(1, 0);
    }

    [Fact]
    public async Task Typing_ThenEnter_TakesTheFirstSuggestionAndGoesDown()
    {
        var editor = await OpenNewDraftAsync();
        await editor.SelectAsync(1, 1);
        await editor.Page.Keyboard.TypeAsync("pulog");
        await Expect(editor.Suggestions.First).ToContainTextAsync("Pulogadung");
        await editor.PressAsync("Enter");

        await editor.ShowsAsync(1, 1, "Pulogadung");
        await editor.IsActiveAsync(2, 1);
        await IsStoredAsync(editor, 1, 1, "Pulogadung");
    }

    [Fact]
    public async Task Typing_ThenTab_StoresAndGoesRight()
    {
        var editor = await OpenNewDraftAsync();
        await editor.SelectAsync(1, 1);
        await editor.Page.Keyboard.TypeAsync("cakung");
        await editor.PressAsync("Tab");

        await editor.ShowsAsync(1, 1, "Cakung");
        await editor.IsActiveAsync(1, 2);
        await IsStoredAsync(editor, 1, 1, "Cakung");
    }

    [Fact]
    public async Task Typing_AnAlias_KeepsTheSpellingAsTyped()
    {
        var editor = await OpenNewDraftAsync();
        await editor.WriteAsync(1, 1, "pulo gadung");

        await IsStoredAsync(editor, 1, 1, "Pulo Gadung");
    }

    [Fact]
    public async Task Escape_WhileTyping_RestoresTheCell()
    {
        var editor = await OpenNewDraftAsync();
        await editor.SelectAsync(1, 1);
        await editor.Page.Keyboard.TypeAsync("cak");
        await Expect(editor.Input).ToHaveValueAsync("cak");
        await editor.PressAsync("Escape");

        await Expect(editor.Input).ToBeHiddenAsync();
        await editor.ShowsAsync(1, 1, "Jatinegara");
        await editor.IsActiveAsync(1, 1);
        await editor.IsSavedAsync();
    }

    [Fact]
    public async Task F2_EditsTheContentInPlace()
    {
        var editor = await OpenNewDraftAsync();
        await editor.SelectAsync(1, 0);
        await editor.PressAsync("F2");
        await Expect(editor.Input).ToHaveValueAsync("Asisten Pemerintahan");
        await editor.Page.Keyboard.TypeAsync(" Umum");
        await editor.PressAsync("Enter");

        await IsStoredAsync(editor, 1, 0, "Asisten Pemerintahan Umum");
    }

    [Fact]
    public async Task Delete_ClearsTheCell_AndUndoAndRedoSayWhatTheyDo()
    {
        var editor = await OpenNewDraftAsync();
        await editor.SelectAsync(1, 1);
        await editor.PressAsync("Delete");
        await editor.ShowsAsync(1, 1, string.Empty);

        await editor.PressAsync("Control+z");
        await editor.ShowsAsync(1, 1, "Jatinegara");
        await Expect(editor.Message).ToHaveTextAsync("Dibatalkan: kosongkan 1 sel");

        await editor.PressAsync("Control+y");
        await Expect(editor.Message).ToHaveTextAsync("Diulangi: kosongkan 1 sel");
        await IsStoredAsync(editor, 1, 1, string.Empty);
    }

    [Fact]
    public async Task SaveState_WhileEditing_SaysSavingAndThenSaved()
    {
        var editor = await OpenNewDraftAsync();
        await editor.Page.EvaluateAsync(
            """
            () => {
                const state = document.querySelector('.grid-save-state');
                window.states = [];
                new MutationObserver(() => window.states.push(state.textContent)).observe(state, { childList: true, subtree: true, characterData: true });
            }
            """
        );
        await editor.WriteAsync(1, 1, "cakung");
        await editor.IsSavedAsync();

        Assert.Equal(
            ["Menyimpan 1 perubahan…", "Semua perubahan tersimpan"],
            await editor.Page.EvaluateAsync<string[]>("() => window.states")
        );
    }

    /// <summary>The cell holds the text, also after the page is loaded anew.</summary>
    private static async Task IsStoredAsync(EditorPage editor, int row, int column, string text)
    {
        await editor.ShowsAsync(row, column, text);
        await editor.IsSavedAsync();
        await editor.Page.ReloadAsync();
        await editor.IsReadyAsync();
        await editor.ShowsAsync(row, column, text);
    }
}
