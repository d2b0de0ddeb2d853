using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>The server is killed while somebody types.</summary>
public class KilledServerTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const int FirstEdits = 5;
    private const int EditsBefore = 15;
    private const int EditsAfter = 3;

    [Fact]
    public async Task Server_KilledInTheMiddleOfEdits_LosesNoneThatWasShownAsSaved_AndTheOthersAreSentOnceItIsBack()
    {
        await using var portal = new PortalProcess();
        await portal.StartAsync();
        var editor = await EditorPage.CreateDraftAsync(
            await OpenAndSignInAsync(BrowserFixture.Secretariat, "/roster/rancangan/baru", new() { BaseURL = portal.Address.ToString() })
        );
        var path = editor.Path;
        await editor.SelectAsync(1, 1);

        // The first edits are stored, the next ones are under way when the process ends, the last ones are typed into a dead connection.
        await TypeDownAsync(editor, FirstEdits);
        await editor.IsSavedAsync();
        await TypeDownAsync(editor, EditsBefore - FirstEdits);
        var shownAsSaved = await RowsShownAsSavedAsync(editor);
        await portal.KillAsync();
        await TypeDownAsync(editor, EditsAfter);
        await Expect(editor.SaveState).ToContainTextAsync("belum tersimpan");
        Assert.InRange(shownAsSaved.Length, FirstEdits, EditsBefore);

        await portal.StartAsync();
        var stored = await StoredAsync(editor, path);
        Assert.All(shownAsSaved, row => Assert.Equal("Cakung", stored.Rows[row - 1].Cells[0].AsPrinted));

        // The server does not know the page any more, which then loads itself anew.
        await Expect(editor.Message)
            .ToContainTextAsync("perubahan dari kunjungan sebelumnya dilanjutkan.", new() { Timeout = 2 * BrowserFixture.Patience });
        await editor.IsReadyAsync();
        await editor.IsSavedAsync();
        stored = await StoredAsync(editor, path);
        Assert.All(Enumerable.Range(0, EditsBefore + EditsAfter), row => Assert.Equal("Cakung", stored.Rows[row].Cells[0].AsPrinted));
        Assert.Equal(Seed.Table[EditsBefore + EditsAfter + 1][2], stored.Rows[EditsBefore + EditsAfter].Cells[0].AsPrinted);
    }

    /// <summary>Writes the active cell and those below it.</summary>
    private static async Task TypeDownAsync(EditorPage editor, int count)
    {
        for (var cell = 0; cell < count; cell++)
        {
            await editor.Page.Keyboard.TypeAsync("cak");
            await editor.PressAsync("Enter");
        }
    }

    /// <summary>The rows written so far whose first month bears no sign that it is still to be saved.</summary>
    private static Task<int[]> RowsShownAsSavedAsync(EditorPage editor) =>
        editor.Page.EvaluateAsync<int[]>(
            $$"""
            () => [...document.querySelectorAll('.grid-table tbody tr')].slice(0, {{EditsBefore}})
                .filter(row => row.cells[2].textContent === 'Cakung' && !row.cells[2].dataset.state)
                .map(row => Number(row.getAttribute('aria-rowindex')) - 1)
            """
        );

    /// <summary>What the server holds, whatever the browser shows.</summary>
    private static async Task<Annex> StoredAsync(EditorPage editor, string path)
    {
        var answer = await editor.Page.Context.APIRequest.GetAsync($"{path}/lampiran.csv");
        Assert.True(answer.Ok, $"{answer.Status}");
        return AnnexReader
            .Read(new MemoryStream(await answer.BodyAsync()), "rancangan-2016.csv", Seed.Gazetteer, year: 2016, defaultYear: 2016)
            .Annex;
    }
}
