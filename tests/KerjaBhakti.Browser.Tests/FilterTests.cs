using KerjaBhakti.Data;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>Filtering rows and going to one: what is hidden is counted, keeps its number and is never touched.</summary>
public class FilterTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task Filter_ByCategoryCityAndText_ShowsTheRowsThatMatch_AndIsClearedWithOneClick()
    {
        var editor = await OpenNewDraftAsync();
        await editor.SelectAsync(1, 1);
        await editor.PressAsync("Control+Shift+L");
        await Filter(editor).GetByLabel("Kategori", new() { Exact = true }).SelectOptionAsync("Biro");
        await ShowsCountAsync(editor, await CountOfAsync(WorkUnitCategory.Bureau));

        await Filter(editor).GetByLabel("Kategori", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Semua" });
        await Filter(editor)
            .GetByLabel("Kota", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = "Kota Administrasi Jakarta Timur" });
        await ShowsCountAsync(
            editor,
            Seed.Annex.Rows.Count(row => Serves(row, Seed.Gazetteer.FindCityByName("Kota Administrasi Jakarta Timur")!.Code))
        );

        await Filter(editor).GetByLabel("Teks").FillAsync("perpustakaan");
        await ShowsCountAsync(editor, 1);
        await Expect(editor.Lines.Locator(".grid-number")).ToHaveTextAsync("12");
        await KeepPictureAsync(editor.Page, "filter");
        var axe = new AxeReport();
        await axe.CheckAsync(editor.Page, "filtered grid");
        axe.AssertNone();

        await Filter(editor).GetByRole(AriaRole.Button, new() { Name = "Hapus saringan" }).ClickAsync();
        await Expect(editor.Lines).ToHaveCountAsync(EditorPage.Rows);
        await Expect(Filter(editor)).ToBeHiddenAsync();
        await Expect(editor.Active).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Filter_ByFinding_KeepsACorrectedRowUntilItIsAppliedAgain()
    {
        var editor = await OpenNewDraftAsync();
        await editor.WriteAsync(7, 2, "Bogor Utara");
        await Expect(editor.Cell(7, 2)).ToHaveAttributeAsync("data-finding", "error");
        await editor.PressAsync("Control+Shift+L");
        await Filter(editor).GetByLabel("Temuan", new() { Exact = true }).SelectOptionAsync("unknown-kecamatan");
        await ShowsCountAsync(editor, 1);

        await editor.WriteAsync(7, 2, "cakung");
        await Expect(editor.Cell(7, 2)).Not.ToHaveAttributeAsync("data-finding", "error");
        await ShowsCountAsync(editor, 1);
        await Filter(editor).GetByRole(AriaRole.Button, new() { Name = "Terapkan lagi" }).ClickAsync();
        await ShowsCountAsync(editor, 0);
        await Expect(editor.Page.GetByText("Tidak ada baris yang cocok dengan saringan.")).ToBeVisibleAsync();
        await Filter(editor)
            .GetByLabel("Temuan", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = "Baris dengan temuan" });
        await Expect(editor.Lines).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Finding_OfAHiddenRow_ClickedInThePanel_BringsTheRowIntoView()
    {
        var editor = await OpenNewDraftAsync();
        await editor.WriteAsync(90, 7, "Bogor Utara");
        await FilterAsync(editor, "perpustakaan");
        await ShowsCountAsync(editor, 1);
        await editor.Panel.GetByRole(AriaRole.Button, new() { Name = "'Bogor Utara'" }).ClickAsync();

        await editor.IsActiveAsync(90, 7);
        await ShowsCountAsync(editor, 2);
    }

    [Fact]
    public async Task Paste_IntoFilteredRows_LeavesTheHiddenOnesAlone()
    {
        var editor = await OpenGridAsync();
        await FilterAsync(editor, "Dinas 1");
        await ShowsCountAsync(editor, 4, of: 12);
        await editor.SelectAsync(1, 1);
        await editor.PasteAsync("Cakung\r\nCiracas\r\nMenteng\r\n");

        await Expect(editor.Message).ToHaveTextAsync("Ditempel: 3 sel.");
        await ClearAsync(editor);
        await ShowsColumnAsync(
            editor,
            new()
            {
                [1] = "Cakung",
                [10] = "Ciracas",
                [11] = "Menteng",
            }
        );
    }

    [Fact]
    public async Task Paste_LongerThanTheFilteredRows_AddsRowsOnlyWhenAskedByName_AndTouchesNoHiddenOne()
    {
        var editor = await OpenGridAsync();
        await FilterAsync(editor, "Dinas 2");
        await editor.SelectAsync(2, 1);
        await editor.PasteAsync("Cakung\r\nCiracas\r\n");
        await Expect(editor.Dialog).ToContainTextAsync("1 baris melewati baris yang terlihat (1 dari 12 baris karena saringan).");
        await Expect(editor.Dialog).ToContainTextAsync("Baris 13 (baru), Bulan 1");
        await editor.PressAsync("Enter");
        await ShowsCountAsync(editor, 1, of: 12);

        await editor.PressAsync("Control+z");
        await editor.PasteAsync("Cakung\r\nCiracas\r\n");
        await editor.Dialog.GetByRole(AriaRole.Button, new() { Name = "Tempel dan tambah 1 baris" }).ClickAsync();
        await ShowsCountAsync(editor, 2, of: 13);
        await ClearAsync(editor);
        await ShowsColumnAsync(editor, new() { [2] = "Cakung", [13] = "Ciracas" });
    }

    [Fact]
    public async Task FillClearAndReplace_OnFilteredRows_LeaveTheHiddenOnesAlone()
    {
        var editor = await OpenGridAsync();
        await editor.WriteAsync(1, 1, "Cakung");
        await FilterAsync(editor, "Dinas 1");
        await editor.SelectAsync(1, 1);
        await editor.PressAsync("Shift+ArrowDown", "Shift+ArrowDown", "Control+d");
        await Expect(editor.Message).ToHaveTextAsync("Diisi ke bawah: 2 sel.");
        await editor.SelectAsync(12, 1);
        await editor.PressAsync("Delete", "Control+h");
        await editor.Page.GetByLabel("Cari", new() { Exact = true }).FillAsync("Cakung");
        await editor.Page.GetByLabel("Ganti dengan").FillAsync("Menteng");
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Ganti semua" }).ClickAsync();

        await ClearAsync(editor);
        await ShowsColumnAsync(
            editor,
            new()
            {
                [1] = "Menteng",
                [10] = "Menteng",
                [11] = "Menteng",
                [12] = string.Empty,
            }
        );
    }

    [Fact]
    public async Task Row_MovedPastHiddenOnes_StaysAndIsToldWhy_AmongNeighboursItMoves()
    {
        var editor = await OpenGridAsync();
        await FilterAsync(editor, "Dinas 1");
        await editor.SelectAsync(10, 0);
        await editor.PressAsync("Alt+ArrowUp");
        await Expect(editor.Message)
            .ToHaveTextAsync("Tidak dipindahkan: ada baris tersembunyi di antaranya. Hapus saringan dahulu (Ctrl+Shift+L).");
        await editor.PressAsync("Alt+ArrowDown");

        await Expect(editor.Message).ToHaveTextAsync("Dipindahkan ke baris 11.");
        await editor.ShowsAsync(11, 0, "Dinas 10");
        await editor.ShowsAsync(10, 0, "Dinas 11");
    }

    [Fact]
    public async Task Row_AddedAndRemovedUnderAFilter_StandsWhereItBelongs()
    {
        var editor = await OpenGridAsync();
        await FilterAsync(editor, "Dinas 1");
        await editor.SelectAsync(1, 1);
        await editor.PressAsync("Alt+Insert");
        await editor.Page.Keyboard.TypeAsync("Biro");
        await editor.PressAsync("Enter");
        await editor.ShowsAsync(2, 0, "Biro");
        await ShowsCountAsync(editor, 5, of: 13);

        await editor.SelectAsync(2, 1);
        await editor.PressAsync("Shift+ArrowDown", "Alt+Delete");
        await ShowsCountAsync(editor, 3, of: 11);
        await ClearAsync(editor);
        await Expect(editor.Lines.Locator(".grid-label"))
            .ToHaveTextAsync([.. Enumerable.Range(1, 12).Where(number => number != 10).Select(number => $"Dinas {number}")]);
    }

    [Fact]
    public async Task Undo_OfAChangeInAHiddenRow_BringsTheRowIntoView()
    {
        var editor = await OpenGridAsync();
        await editor.WriteAsync(5, 1, "Cakung");
        await FilterAsync(editor, "Dinas 1");
        await editor.SelectAsync(1, 1);
        await editor.PressAsync("Control+z");

        await editor.ShowsAsync(5, 1, "Gambir");
        await editor.IsActiveAsync(5, 1);
        await ShowsCountAsync(editor, 5, of: 12);
    }

    [Fact]
    public async Task ToRow_ByNumberOrBeginningOfALabel_GoesThere_AlsoWhereItIsHidden()
    {
        var editor = await OpenNewDraftAsync();
        await editor.SelectAsync(1, 3);
        await editor.PressAsync("Control+g");
        var bar = editor.Page.GetByRole(AriaRole.Search, new() { Name = "Ke baris" });
        await editor.Page.Keyboard.TypeAsync("60");
        await Expect(bar).ToContainTextAsync($"60. {Seed.Table[60][1]}");
        await editor.PressAsync("Enter");
        await editor.IsActiveAsync(60, 3);
        await Expect(bar).ToBeHiddenAsync();

        await FilterAsync(editor, "perpustakaan");
        await editor.SelectAsync(12, 2);
        await editor.PressAsync("Control+g");
        await editor.Page.Keyboard.TypeAsync("inspek");
        await editor.PressAsync("Enter");
        await editor.IsActiveAsync(6, 2);
        await ShowsCountAsync(editor, 2);

        await editor.PressAsync("Control+g");
        await editor.Page.Keyboard.TypeAsync("999");
        await Expect(bar).ToContainTextAsync("Tidak ada baris itu");
        await editor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await KeepPictureAsync(editor.Page, "filter-and-jump-dark");
        await editor.PressAsync("Escape");
        await editor.IsActiveAsync(6, 2);
        await Expect(editor.Active).ToBeFocusedAsync();
    }

    private static ILocator Filter(EditorPage editor) => editor.Page.GetByRole(AriaRole.Search, new() { Name = "Saring baris" });

    private static Task ShowsCountAsync(EditorPage editor, int count, int of = EditorPage.Rows) =>
        Expect(Filter(editor).Locator(".grid-filter-count")).ToHaveTextAsync($"{count} dari {of} baris");

    /// <summary>Filters by a text, from wherever the focus is.</summary>
    private static async Task FilterAsync(EditorPage editor, string text)
    {
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Saring", Exact = true }).ClickAsync();
        await Filter(editor).GetByLabel("Teks").FillAsync(text);
    }

    private static Task ClearAsync(EditorPage editor) =>
        Filter(editor).GetByRole(AriaRole.Button, new() { Name = "Hapus saringan" }).ClickAsync();

    /// <summary>The first month holds these texts, and Gambir in every other row.</summary>
    private static async Task ShowsColumnAsync(EditorPage editor, Dictionary<int, string> texts)
    {
        var rows = await editor.Lines.CountAsync();
        for (var row = 1; row <= rows; row++)
        {
            await editor.ShowsAsync(row, 1, texts.GetValueOrDefault(row, "Gambir"));
        }
    }

    private static bool Serves(AnnexRow row, CityCode city) =>
        row.IsRegion ? row.Region!.City == city : row.Cells.Any(cell => cell.Kecamatan?.City == city);

    private async Task<int> CountOfAsync(WorkUnitCategory category)
    {
        await using var db = await Fixture
            .Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>()
            .CreateDbContextAsync(Cancellation);
        return await db.Positions.CountAsync(position => position.WorkUnit.Category == category, Cancellation);
    }

    private async Task<EditorPage> OpenGridAsync()
    {
        var page = await OpenAsync("/jadwal");
        return await ScriptedGrid.MakeAsync(page, ScriptedGrid.Document(ScriptedGrid.Rows(12, 2), 2));
    }
}
