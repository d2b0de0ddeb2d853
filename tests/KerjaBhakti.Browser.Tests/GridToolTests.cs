using System.Text.Json;
using System.Text.RegularExpressions;
using KerjaBhakti.Roster.Rotation;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Roster.Editor;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>
/// What helps while somebody fills the grid: knowing suggestions, the fill handle, the menu, and what a search has found.
/// </summary>
public class GridToolTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>For every cell of some rows of 2015, kecamatan by kecamatan, in the server's order and words.</summary>
    [Fact]
    public async Task Suggestions_KnowTheRoster_AsTheServerDoes()
    {
        var annex = Seed.Annex;
        var counts = new RosterCounts(annex, Seed.Gazetteer, RotationLimits.None);
        var months = annex.Period.Months;
        var document = ScriptedGrid.Document([], 0) with
        {
            Months = months.Select(month => new GridMonth(month.ToString(), month.Name)),
            Rows = annex.Rows.Select(
                (row, index) =>
                    new GridRow(
                        ScriptedGrid.KeyOf(index),
                        row.Number,
                        row.Label,
                        null,
                        null,
                        row.Region is { } region ? new GridRegion(region.City.ToString(), region.AsPrinted) : null,
                        row.Cells.Select(cell => cell.AsPrinted)
                    )
            ),
        };
        int[] rows = [0, 9, 31, 57, 92];
        var asked = rows.SelectMany(row => months.Select(month => (Row: row, Month: month))).ToList();
        var page = await OpenAsync("/jadwal");
        var answers = await page.EvaluateAsync<string[]>(
            """
            async ([documentText, cellsText]) => {
                const { Draft } = await import('/grid/model.js');
                const { Register } = await import('/grid/suggest.js');
                const { compareKnown, knowledgeOf } = await import('/grid/knowledge.js');
                const source = JSON.parse(documentText);
                const draft = new Draft(source);
                const register = new Register(source.kecamatan, source.cities);
                const names = new Map(register.all().map(item => [item.code, item.name]));
                return JSON.parse(cellsText).map(([rowId, month]) => [...knowledgeOf(draft, register, rowId, month)]
                    .sort(([left, one], [right, other]) => compareKnown(one, other) || (names.get(left) < names.get(right) ? -1 : 1))
                    .map(([code, known]) => `${code} ${known.note}`).join('|'));
            }
            """,
            new object[]
            {
                JsonSerializer.Serialize(document, Json),
                JsonSerializer.Serialize(
                    asked.Select(cell => new[] { ScriptedGrid.KeyOf(cell.Row).ToString(), cell.Month.ToString() }),
                    Json
                ),
            }
        );

        foreach (var (cell, answer) in asked.Zip(answers))
        {
            var expected = CellSuggestions.For(counts, new RosterCell(cell.Row, cell.Month));
            Assert.Equal(string.Join('|', expected.Select(item => $"{item.Kecamatan.Code} {item.Note}")), answer);
        }
    }

    [Fact]
    public async Task Suggestions_InAnEmptyCell_BeginWithWhatTheRosterLacks_AndChooseNothingUnasked()
    {
        var editor = await OpenGridAsync();
        await editor.SelectAsync(1, 1);
        await editor.PressAsync("Delete", "F2");
        await Expect(editor.Suggestions.First).ToContainTextAsync("kosong pada Bulan 1");
        await editor.PressAsync("Enter");
        await editor.ShowsAsync(1, 1, "");

        await editor.SelectAsync(2, 1);
        await editor.Page.Keyboard.TypeAsync("Gam");
        await Expect(editor.Suggestions.First).ToContainTextAsync("baris ini: Bulan 2");
        await editor.PressAsync("Escape");
    }

    [Fact]
    public async Task FillHandle_Dragged_RepeatsWhatIsSelected_AndIsTakenBackAsOne()
    {
        var editor = await OpenNewDraftAsync();
        var before = await editor.Cell(5, 1).TextContentAsync();
        await editor.WriteAsync(1, 1, "Cakung");
        await editor.WriteAsync(2, 1, "Menteng");
        await editor.SelectAsync(1, 1);
        await editor.PressAsync("Shift+ArrowDown");
        var handle = await editor.Page.Locator(".grid-fill-handle").BoundingBoxAsync();
        var target = await editor.Cell(5, 1).BoundingBoxAsync();
        await editor.Page.Mouse.MoveAsync(handle!.X + 4, handle.Y + 4);
        await editor.Page.Mouse.DownAsync();
        await editor.Page.Mouse.MoveAsync(target!.X + 20, target.Y + 10, new() { Steps = 5 });
        await Expect(editor.Cell(5, 1)).ToHaveClassAsync(new Regex("is-filling", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await editor.Page.Mouse.UpAsync();

        await editor.ShowsAsync(3, 1, "Cakung");
        await editor.ShowsAsync(4, 1, "Menteng");
        await editor.ShowsAsync(5, 1, "Cakung");
        await Expect(editor.Message).ToHaveTextAsync("Diisi: 3 sel.");
        await editor.PressAsync("Control+z");
        await editor.ShowsAsync(5, 1, before!);
        await editor.ShowsAsync(2, 1, "Menteng");
    }

    [Fact]
    public async Task Menu_ByMouseAndKeyboard_DoesWhatItSays_AndGivesTheFocusBack()
    {
        var editor = await OpenGridAsync();
        await editor.WriteAsync(1, 1, "Cakung");
        await editor.Cell(2, 1).ClickAsync(new() { Button = MouseButton.Right });
        var menu = editor.Page.GetByRole(AriaRole.Menu);
        await Expect(menu).ToBeVisibleAsync();
        await editor.IsActiveAsync(2, 1);
        await menu.GetByRole(AriaRole.Menuitem, new() { NameRegex = new("^Isi ke bawah", RegexOptions.None, TimeSpan.FromSeconds(1)) })
            .ClickAsync();
        await editor.ShowsAsync(2, 1, "Cakung");
        await Expect(menu).ToBeHiddenAsync();

        await editor.SelectAsync(3, 1);
        await editor.PressAsync("Shift+F10");
        await Expect(menu.GetByRole(AriaRole.Menuitem).First).ToBeFocusedAsync();
        await editor.PressAsync("ArrowDown", "ArrowDown", "Enter");
        await editor.ShowsAsync(3, 1, "");
        await editor.PressAsync("Shift+F10");
        await editor.PressAsync("Escape");
        await Expect(menu).ToBeHiddenAsync();
        await Expect(editor.Cell(3, 1)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Search_MarksEveryHit_AndFollowsWhatChanges()
    {
        var editor = await OpenGridAsync();
        await editor.WriteAsync(1, 1, "Cakung");
        await editor.WriteAsync(4, 2, "Cakung");
        await editor.SelectAsync(1, 1);
        await editor.PressAsync("Control+f");
        await editor.Page.GetByLabel("Cari", new() { Exact = true }).FillAsync("cakung");
        var found = editor.Page.Locator(".grid-cell.is-found");
        await Expect(found).ToHaveCountAsync(2);
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Tutup" }).ClickAsync();
        await Expect(found).ToHaveCountAsync(0);
    }

    private async Task<EditorPage> OpenGridAsync()
    {
        var page = await OpenAsync("/jadwal");
        return await ScriptedGrid.MakeAsync(page, ScriptedGrid.Document(ScriptedGrid.Rows(6, 2), 2));
    }
}
