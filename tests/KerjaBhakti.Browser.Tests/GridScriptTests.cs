using Microsoft.Playwright;
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
        await PasteAsync(editor, text: null);

        await editor.ShowsAsync(1, 1, "Gambir");
        await Expect(editor.Message).ToHaveTextAsync("Papan klip tidak berisi teks; tidak ada yang ditempel.");
    }

    [Fact]
    public async Task Paste_OfAWholeAnnex_IsSentAsOneGroup()
    {
        var editor = await OpenGridAsync(rows: 93, months: 12);
        await editor.SelectAsync(1, 1);
        await PasteAsync(editor, string.Join('\n', Enumerable.Repeat(string.Join('\t', Enumerable.Repeat("Kepulauan Seribu Selatan", 12)), 93)));

        await Expect(editor.SaveState).ToHaveTextAsync("Menyimpan 1116 perubahan…");
        var groups = await editor.Page.EvaluateAsync<int[]>("() => calls.map(call => call.edits.length)");
        Assert.Equal([93 * 12], groups);
    }

    [Fact]
    public async Task TextTyped_IntoARowThatAnAnswerSaysIsGone_IsKeptAndOffered()
    {
        var editor = await OpenGridAsync();
        await editor.WriteAsync(1, 1, "Cakung");
        await editor.SelectAsync(1, 1);
        await editor.Page.Keyboard.TypeAsync("Menteng");
        await editor.Page.EvaluateAsync("""
            () => calls[0].answer({
                revision: null, refused: null, gone: null,
                conflicts: [{ rowId: 'row-1', month: '2016-01', mine: 'Cakung', theirs: null, by: 'Budi', at: null }],
            })
            """);
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

    private static async Task PasteAsync(EditorPage editor, string? text) => await editor.Active.EvaluateAsync(
        """
        (cell, text) => {
            const clipboardData = new DataTransfer();
            if (text !== null) {
                clipboardData.setData('text/plain', text);
            }

            cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }
        """,
        text);

    private static async Task<EditorPage> OpenTabAsync(EditorPage editor)
    {
        var page = await editor.Page.Context.NewPageAsync();
        await page.GotoAsync("/jadwal");
        await MakeGridAsync(page, rows: 2, months: 2);
        return new EditorPage(page);
    }

    private static async Task MakeGridAsync(IPage page, int rows, int months) => await page.EvaluateAsync(
        """
        async ([rows, months]) => {
            const { Grid } = await import('/grid/grid.js');
            const host = document.createElement('div');
            document.body.replaceChildren(host);
            window.calls = [];
            const server = {
                invokeMethodAsync: (name, batch, edits) =>
                    (name === 'ApplyAsync' ? new Promise(answer => { calls.push({ edits, answer }); }) : Promise.resolve()),
            };
            const numbers = count => Array.from({ length: count }, (_, index) => index + 1);
            new Grid(host, server, {
                id: 'draft',
                revision: 1,
                readOnly: false,
                months: numbers(months).map(month => ({ key: `2016-${String(month).padStart(2, '0')}`, name: `Bulan ${month}` })),
                rows: numbers(rows).map(number => ({
                    id: `row-${number}`, number, label: `Dinas ${number}`, positionId: null, region: null, cells: numbers(months).map(() => 'Gambir'),
                })),
                kecamatan: [],
                cities: [],
            }, { user: 'sari' });
        }
        """,
        new[] { rows, months });

    private async Task<EditorPage> OpenGridAsync(int rows = 2, int months = 2)
    {
        var page = await OpenAsync("/jadwal");
        await MakeGridAsync(page, rows, months);
        return new EditorPage(page);
    }
}
