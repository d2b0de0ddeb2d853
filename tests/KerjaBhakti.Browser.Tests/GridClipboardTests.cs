using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>Where the browser sends the clipboard's events: to the cell, to the body, to text that is marked elsewhere.</summary>
public class GridClipboardTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task CopyAndPaste_SentToTheBody_MeanTheGridWhileItHasTheFocus()
    {
        var editor = await OpenGridAsync();
        await editor.WriteAsync(1, 1, "Cakung");
        await editor.SelectAsync(1, 1);
        Assert.Equal("Cakung", await SendToBodyAsync(editor, "copy", string.Empty));

        await editor.SelectAsync(2, 1);
        await SendToBodyAsync(editor, "paste", "Menteng");
        await editor.ShowsAsync(2, 1, "Menteng");
        Assert.Equal("Menteng", await SendToBodyAsync(editor, "cut", string.Empty));
        await editor.ShowsAsync(2, 1, string.Empty);
    }

    [Fact]
    public async Task Copy_WhileTheFocusIsElsewhere_IsLeftToTheBrowser()
    {
        var editor = await OpenGridAsync();
        await editor.SelectAsync(1, 1);
        await editor.Page.EvaluateAsync("() => document.activeElement.blur()");

        Assert.Empty(await SendToBodyAsync(editor, "copy", string.Empty));
        await SendToBodyAsync(editor, "paste", "Menteng");
        await editor.ShowsAsync(1, 1, "Gambir");
    }

    [Fact]
    public async Task ACellTakingTheFocus_UnmarksTextElsewhere()
    {
        var editor = await OpenGridAsync();
        await editor.SelectAsync(1, 1);
        await editor.Page.EvaluateAsync("() => getSelection().selectAllChildren(document.querySelector('.grid-address'))");
        await editor.SelectAsync(2, 1);

        Assert.Empty(await editor.Page.EvaluateAsync<string>("() => getSelection().toString()"));
    }

    [Fact]
    public async Task MiddleClick_OnACell_PastesNothing_AndTheKeyStillDoes()
    {
        var editor = await OpenGridAsync();
        await editor.Cell(1, 1).ClickAsync(new() { Button = MouseButton.Middle });
        await editor.PasteAsync("Teks yang kebetulan ditandai");

        await editor.ShowsAsync(1, 1, "Gambir");
        await Expect(editor.Message).ToHaveTextAsync("Klik tengah tidak menempel apa-apa. Untuk menempel, tekan Ctrl+V.");
        await editor.PressAsync("Control");
        await editor.PasteAsync("Menteng");
        await editor.ShowsAsync(1, 1, "Menteng");
    }

    [Fact]
    public async Task SelectedBlock_IsTintedByAnImage_WhichEveryEnginePaints()
    {
        var editor = await OpenNewDraftAsync();
        await editor.SelectAsync(1, 1);
        await editor.PressAsync("Shift+ArrowDown", "Shift+ArrowRight");

        var image = new Regex("linear-gradient", RegexOptions.None, TimeSpan.FromSeconds(1));
        foreach (var (row, column) in new[] { (1, 2), (2, 1), (2, 2) })
        {
            await Expect(editor.Cell(row, column)).ToHaveCSSAsync("background-image", image);
            await Expect(editor.Cell(row, column)).ToHaveCSSAsync("box-shadow", "none");
        }
    }

    private async Task<EditorPage> OpenGridAsync()
    {
        var page = await OpenAsync("/jadwal");
        return await ScriptedGrid.MakeAsync(page, ScriptedGrid.Document(ScriptedGrid.Rows(2, 2), 2));
    }

    /// <summary>Sends a clipboard event as Firefox does when no text is marked; what the clipboard holds afterwards.</summary>
    private static Task<string> SendToBodyAsync(EditorPage editor, string name, string text) =>
        editor.Page.EvaluateAsync<string>(
            """
            ([name, text]) => {
                const clipboardData = new DataTransfer();
                clipboardData.setData('text/plain', text);
                document.body.dispatchEvent(new ClipboardEvent(name, { clipboardData, bubbles: true, cancelable: true }));
                return clipboardData.getData('text/plain');
            }
            """,
            new[] { name, text }
        );
}
