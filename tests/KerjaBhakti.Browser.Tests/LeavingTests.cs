using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>Half a word in an open cell while the page is left: it is kept as it stands, neither completed nor dropped.</summary>
public class LeavingTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task OpenCell_WhenThePageIsLeft_IsThereAsItStoodOnTheNextVisit()
    {
        var editor = await OpenNewDraftAsync();
        var path = editor.Path;
        await editor.SelectAsync(1, 1);
        await editor.Page.Keyboard.TypeAsync("Koj");
        await Expect(editor.Suggestions.First).ToContainTextAsync("Koja");
        await editor.Page.GotoAsync("/roster");
        await editor.Page.GotoAsync(path);
        await editor.IsReadyAsync();

        await editor.ShowsAsync(1, 1, "Koj");
        await Expect(editor.Message).ToHaveTextAsync("1 perubahan dari kunjungan sebelumnya dilanjutkan.");
        await editor.IsSavedAsync();
    }

    [Fact]
    public async Task OpenCell_ThatLosesTheFocusToTheQuestion_StaysOpen_AndGoesOnAsTyped()
    {
        var editor = await OpenGridAsync();
        await editor.SelectAsync(1, 1);
        await editor.Page.Keyboard.TypeAsync("Koj");
        await AskToLeaveAsync(editor);
        Assert.Empty(await editor.SentAsync());
        await Expect(editor.Input).ToHaveValueAsync("Koj");

        await editor.Input.FocusAsync();
        await editor.Page.Keyboard.TypeAsync("a");
        await editor.PressAsync("Enter");
        await editor.ShowsAsync(1, 1, "Koja");
        var sent = await editor.SentAsync();
        Assert.Equal([1], sent);
    }

    [Fact]
    public async Task OpenCell_GivenUpAfterStaying_IsNotKept()
    {
        var editor = await OpenGridAsync();
        await editor.SelectAsync(1, 1);
        await editor.Page.Keyboard.TypeAsync("Koj");
        await AskToLeaveAsync(editor);
        Assert.Single(await KeptAsync(editor));
        await editor.Input.FocusAsync();
        await editor.PressAsync("Escape");

        await editor.ShowsAsync(1, 1, "Gambir");
        Assert.Empty(await KeptAsync(editor));
    }

    private async Task<EditorPage> OpenGridAsync()
    {
        var page = await OpenAsync("/jadwal");
        return await ScriptedGrid.MakeAsync(page, ScriptedGrid.Document(ScriptedGrid.Rows(2, 2), 2));
    }

    /// <summary>As in Firefox: the question takes the focus from the cell, while the document goes on to have it.</summary>
    private static async Task AskToLeaveAsync(EditorPage editor) =>
        await editor.Page.EvaluateAsync(
            "() => { window.dispatchEvent(new Event('beforeunload', { cancelable: true })); document.activeElement.blur(); }"
        );

    /// <summary>What the browser's storage holds of the draft.</summary>
    private static Task<string[]> KeptAsync(EditorPage editor) =>
        editor.Page.EvaluateAsync<string[]>(
            "() => Object.keys(localStorage).filter(key => key.startsWith('kerjabhakti.draft.')).map(key => localStorage.getItem(key))"
        );
}
