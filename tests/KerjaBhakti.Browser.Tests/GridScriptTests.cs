using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>The grid's scripts against a server that the test plays, for what hangs on when an answer comes.</summary>
public class GridScriptTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task Paste_OfAClipboardWithoutText_ChangesNothing()
    {
        var editor = await OpenGridAsync();
        await editor.SelectAsync(1, 1);
        await editor.PasteAsync(null);

        await editor.ShowsAsync(1, 1, "Gambir");
        await Expect(editor.Message).ToHaveTextAsync("Papan klip tidak berisi teks; tidak ada yang ditempel.");
    }

    [Fact]
    public async Task Paste_OfAWholeAnnex_IsSentAsOneGroup()
    {
        var editor = await OpenGridAsync(rows: 93, months: 12);
        await editor.SelectAsync(1, 1);
        await editor.PasteAsync(
            string.Join('\n', Enumerable.Repeat(string.Join('\t', Enumerable.Repeat("Kepulauan Seribu Selatan", 12)), 93))
        );

        await Expect(editor.SaveState).ToHaveTextAsync("Menyimpan 1116 perubahan…");
        var sent = await editor.SentAsync();
        Assert.Equal([93 * 12], sent);
    }

    [Fact]
    public async Task TextTyped_IntoARowThatAnAnswerSaysIsGone_IsKeptAndOffered()
    {
        var editor = await OpenGridAsync();
        await editor.WriteAsync(1, 1, "Cakung");
        await editor.SelectAsync(1, 1);
        await editor.Page.Keyboard.TypeAsync("Menteng");
        await editor.Page.EvaluateAsync(
            """
            rowId => calls[0].answer({
                revision: null, refused: null, gone: null,
                conflicts: [{ rowId, month: '2016-01', mine: 'Cakung', theirs: null, by: 'Budi', at: null }],
            })
            """,
            ScriptedGrid.KeyOf(1).ToString()
        );
        await Expect(editor.Lines).ToHaveCountAsync(1);
        await editor.PressAsync("Enter");

        await Expect(editor.Dialog).ToContainTextAsync("Menteng");
    }

    [Fact]
    public async Task Edit_Unanswered_IsLeftToThePageThatIsOpen_AndTakenUpOnceThatIsClosed()
    {
        var editor = await OpenGridAsync();
        await editor.WriteAsync(1, 1, "Cakung");
        var tab = await OpenTabAsync(editor);
        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        Assert.Equal(0, await tab.Page.EvaluateAsync<int>("() => calls.length"));

        await editor.Page.CloseAsync();
        var next = await OpenTabAsync(tab);
        await Expect(next.Message).ToHaveTextAsync("1 perubahan dari kunjungan sebelumnya dilanjutkan.");
        await next.ShowsAsync(1, 1, "Cakung");
    }

    private static async Task<EditorPage> OpenTabAsync(EditorPage editor)
    {
        var page = await editor.Page.Context.NewPageAsync();
        await page.GotoAsync("/jadwal");
        return await ScriptedGrid.MakeAsync(page, ScriptedGrid.Document(ScriptedGrid.Rows(2, 2), 2));
    }

    private async Task<EditorPage> OpenGridAsync(int rows = 2, int months = 2)
    {
        var page = await OpenAsync("/jadwal");
        return await ScriptedGrid.MakeAsync(page, ScriptedGrid.Document(ScriptedGrid.Rows(rows, months), months));
    }
}
