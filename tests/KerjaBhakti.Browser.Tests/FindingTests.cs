using System.Text.RegularExpressions;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Roster.Editor;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>What stands beside the grid: findings, history, coverage.</summary>
public class FindingTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private static readonly HouseSpelling House = HouseSpelling.Of(Seed.Annex, Seed.Gazetteer);

    [Fact]
    public async Task UnknownKecamatan_AppearsAsAFinding_AndGoesWhenCorrected()
    {
        var editor = await OpenNewDraftAsync();
        var finding = editor.Panel.GetByRole(AriaRole.Button, new() { Name = "'Bogor Utara'" });
        await editor.WriteAsync(2, 2, "Bogor Utara");

        await Expect(editor.Cell(2, 2)).ToHaveAttributeAsync("data-finding", "error");
        await Expect(finding).ToHaveCountAsync(1);

        await editor.WriteAsync(2, 2, "cakung");
        await Expect(finding).ToHaveCountAsync(0);
        await Expect(editor.Cell(2, 2)).Not.ToHaveAttributeAsync("data-finding", "error");
    }

    [Fact]
    public async Task F8_FromTheFirstCell_JumpsToTheFindingAndReadsIt()
    {
        var editor = await OpenNewDraftAsync();
        await editor.WriteAsync(2, 2, "Bogor Utara");
        await Expect(editor.Cell(2, 2)).ToHaveAttributeAsync("data-finding", "error");

        await editor.PressAsync("Control+Home", "F8");
        await editor.IsActiveAsync(2, 2);
        await Expect(editor.Message).ToContainTextAsync("Bogor Utara");
        await Expect(editor.Message).ToContainTextAsync("Temuan 1 dari");
    }

    [Fact]
    public async Task Findings_OfTheSameMonth_StandInOneLine_AndAllOf2015FitOnOneScreen()
    {
        var editor = await OpenNewDraftAsync();
        var empty = editor.Panel.GetByRole(AriaRole.Region, new() { Name = "Kecamatan tanpa petugas" });
        await Expect(empty.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(4);
        await Expect(empty.GetByRole(AriaRole.Listitem).First)
            .ToHaveTextAsync(
                new Regex(
                    "^Mei:\\s*Mampang Prapatan\\s*Pasar Minggu\\s*Pancoran\\s*Pesanggrahan$",
                    RegexOptions.None,
                    TimeSpan.FromSeconds(1)
                )
            );
        await KeepPictureAsync(editor.Page, "findings-grouped");
        Assert.InRange(await editor.Panel.EvaluateAsync<int>("panel => panel.scrollHeight"), 1, 3 * 768);
    }

    [Fact]
    public async Task AFindingOfAMonth_Clicked_KeepsTheListAndItsScroll_AndGivesTheMonthTheFocus()
    {
        var editor = await OpenNewDraftAsync();
        await Expect(
                editor.Panel.GetByRole(AriaRole.Button, new() { Name = "Kecamatan Jatinegara tidak mendapat petugas pada Agustus 2016." })
            )
            .ToHaveCountAsync(1);
        await editor.Panel.EvaluateAsync("panel => { panel.scrollTop = 120; }");
        await editor
            .Panel.GetByRole(AriaRole.Button, new() { Name = "Kecamatan Jatinegara tidak mendapat petugas pada Agustus 2016." })
            .ClickAsync();

        await Expect(editor.Cell(1, 4)).ToBeFocusedAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Tab, new() { Name = "Temuan" })).ToHaveAttributeAsync("aria-selected", "true");
        Assert.Equal(120, await editor.Panel.EvaluateAsync<int>("panel => panel.scrollTop"));
        await Expect(editor.Cell(1, 8)).ToBeInViewportAsync();
    }

    [Fact]
    public async Task AFinding_LookedAt_OffersRemedies_AndOneClickMendsIt_AndCtrlZTakesItBack()
    {
        var editor = await OpenNewDraftAsync();
        var finding = editor.Panel.GetByRole(AriaRole.Button, new() { Name = "Kecamatan Pancoran tidak mendapat petugas pada Mei 2016." });
        await finding.ClickAsync();
        var remedies = editor.Panel.GetByRole(AriaRole.Group, new() { Name = "Perbaikan" }).GetByRole(AriaRole.Button);
        await Expect(remedies).ToHaveCountAsync(3);
        await Expect(remedies.First).ToContainTextAsync("ke Pancoran, yang kosong pada Mei");
        await KeepPictureAsync(editor.Page, "remedies");
        await remedies.First.ClickAsync();

        await Expect(finding).ToHaveCountAsync(0);
        await Expect(editor.Active).ToHaveTextAsync("Pancoran");
        await editor.PressAsync("Control+z");
        await Expect(finding).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task F8_ReachesEveryFindingTheTabCounts()
    {
        var editor = await OpenNewDraftAsync();
        var tab = await editor.Page.GetByRole(AriaRole.Tab, new() { Name = "Temuan" }).TextContentAsync();
        var count = int.Parse(new string([.. tab!.Where(char.IsDigit)]), System.Globalization.CultureInfo.InvariantCulture);
        await editor.SelectAsync(1, 1);
        await Expect(editor.Page.Locator(".grid-month[data-finding]").First).ToBeAttachedAsync();
        var told = new HashSet<string>();
        for (var step = 0; step < count; step++)
        {
            await editor.PressAsync("F8");
            var message = (await editor.Message.TextContentAsync())!;
            Assert.Contains($" dari {count}: ", message, StringComparison.Ordinal);
            told.Add(message);
        }

        Assert.Equal(count, told.Count);
        Assert.Contains(told, message =>
            message.Contains("Kecamatan Mampang Prapatan tidak mendapat petugas pada Mei 2016.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Finding_Clicked_TakesToItsCell()
    {
        var editor = await OpenNewDraftAsync();
        await editor.WriteAsync(90, 7, "Bogor Utara");
        await editor.PressAsync("Control+Home");

        await editor.Panel.GetByRole(AriaRole.Button, new() { Name = "'Bogor Utara'" }).ClickAsync();
        await editor.IsActiveAsync(90, 7);
        await Expect(editor.Cell(90, 7)).ToBeInViewportAsync();
    }

    [Fact]
    public async Task ACellOtherThanInTheAmendedAnnex_IsTintedAndSaysWhatItWas()
    {
        var page = await OpenAsync("/");
        var row = new GridRow(ScriptedGrid.KeyOf(1), 1, "Dinas 1", null, CopiedFromId: ScriptedGrid.KeyOf(9), null, ["Gambir", "Senen"]);
        var added = new GridRow(ScriptedGrid.KeyOf(2), 2, "Dinas 2", null, CopiedFromId: null, null, ["Gambir", "Senen"]);
        var editor = await ScriptedGrid.MakeAsync(
            page,
            ScriptedGrid.Document([row, added], 2) with
            {
                Amended = [new GridAmendedRow(ScriptedGrid.KeyOf(9), "Dinas 1", null, ["Menteng", "Senen"])],
            }
        );

        await Expect(editor.Cell(1, 1)).ToHaveAttributeAsync("data-change", "amended");
        await Expect(editor.Cell(1, 2)).Not.ToHaveAttributeAsync("data-change", "amended");
        await Expect(editor.Cell(2, 2)).ToHaveAttributeAsync("data-change", "amended");
        await editor.SelectAsync(1, 1);
        await Expect(editor.Cell(1, 1)).ToHaveAccessibleDescriptionAsync("Diubah: semula Menteng");
        await Expect(page.GetByRole(AriaRole.Tooltip)).ToContainTextAsync("Diubah: semula Menteng");

        // As it was again: nothing is left of the tint.
        await editor.WriteAsync(1, 1, "Menteng");
        await Expect(editor.Cell(1, 1)).Not.ToHaveAttributeAsync("data-change", "amended");
    }

    [Fact]
    public async Task History_OfACell_SaysWhoChangedItFromWhatToWhat()
    {
        var editor = await OpenNewDraftAsync();
        await editor.WriteAsync(1, 1, "cakung");
        await editor.IsSavedAsync();
        await editor.ShowPanelAsync("Riwayat");
        await editor.SelectAsync(1, 1);

        await Expect(editor.Panel.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Riwayat Mei Asisten Pemerintahan");
        var sentence = editor.Panel.GetByRole(AriaRole.Listitem);
        await Expect(sentence).ToHaveCountAsync(1);
        await Expect(sentence)
            .ToContainTextAsync("Sekretariat (demo) mengubah Mei Asisten Pemerintahan: Jatinegara → Cakung, 5 Juni 2015 ");
        await Expect(sentence).ToContainTextAsync(" WIB");
    }

    [Fact]
    public async Task Coverage_ASquareChosen_ListsItsRowsAndOpensThem()
    {
        var editor = await OpenNewDraftAsync();
        await editor.ShowPanelAsync("Cakupan");
        var count = Seed.Annex.Rows.Count(row => row.Cells[0].AsPrinted == "Kepulauan Seribu Utara");
        await editor.Panel.GetByRole(AriaRole.Button, new() { Name = $"Kepulauan Seribu Utara, Mei: {count} petugas" }).ClickAsync();

        var rows = editor.Panel.Locator(".square-rows");
        await Expect(rows.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Kepulauan Seribu Utara, Mei");
        await Expect(rows.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(count);
        await rows.GetByRole(AriaRole.Button, new() { Name = "12. Badan Perpustakaan dan Arsip Daerah" }).ClickAsync();
        await editor.IsActiveAsync(12, 1);
    }

    [Fact]
    public async Task Coverage_AfterAnEdit_CountsItAtOnce()
    {
        var editor = await OpenNewDraftAsync();
        await editor.ShowPanelAsync("Cakupan");
        await Expect(editor.Panel.GetByRole(AriaRole.Button, new() { Name = "Pancoran, Mei: 0 petugas" })).ToHaveCountAsync(1);
        await editor.WriteAsync(1, 1, "pancoran");

        await Expect(editor.Panel.GetByRole(AriaRole.Button, new() { Name = "Pancoran, Mei: 1 petugas" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task CoverageMap_ATileChosenByKeyboard_ListsItsRowsAndFollowsTheMonth()
    {
        var editor = await OpenNewDraftAsync();
        await editor.ShowPanelAsync("Cakupan");
        await editor.Panel.GetByRole(AriaRole.Button, new() { Name = "Peta", Exact = true }).ClickAsync();
        await Expect(editor.Panel.Locator(".tile"))
            .ToHaveTextAsync(
                Seed.Gazetteer.Kecamatan.Select(kecamatan =>
                    $"{House[kecamatan.Code].Replace("Kepulauan", "Kep.", StringComparison.Ordinal)} {CountOf(kecamatan, month: 0)} petugas, Mei"
                )
            );

        var cakung = Seed.Gazetteer.FindByName("Cakung")!;
        await Tile(editor, "Cakung", "Mei", CountOf(cakung, month: 0)).FocusAsync();
        await editor.PressAsync("Enter");
        var rows = editor.Panel.Locator(".square-rows");
        await Expect(rows.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Cakung, Mei");
        await Expect(rows.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(CountOf(cakung, month: 0));

        await editor.Panel.GetByLabel("Bulan", new() { Exact = true }).SelectOptionAsync("2016-09");
        await Expect(editor.Panel.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync("Cakupan kecamatan, September 2016");
        await Expect(rows.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Cakung, September");
        await Expect(rows.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(CountOf(cakung, month: 4));
        await rows.GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(editor.Active).ToHaveTextAsync("Cakung");
    }

    [Fact]
    public async Task CoverageMap_ASquareChosenInTheTable_IsTheTileOfThatMonth()
    {
        var editor = await OpenNewDraftAsync();
        await editor.ShowPanelAsync("Cakupan");
        var koja = CountOf(Seed.Gazetteer.FindByName("Koja")!, month: 1);
        await editor.Panel.GetByRole(AriaRole.Button, new() { Name = $"Koja, Juni: {koja} petugas" }).ClickAsync();
        await editor.Panel.GetByRole(AriaRole.Button, new() { Name = "Peta", Exact = true }).ClickAsync();

        await Expect(Tile(editor, "Koja", "Juni", koja)).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(editor.Panel.Locator("[aria-pressed=true].tile")).ToHaveCountAsync(1);
        await editor.Panel.GetByRole(AriaRole.Button, new() { Name = "Bulan berikutnya" }).ClickAsync();
        await Expect(editor.Panel.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync("Cakupan kecamatan, Juli 2016");
    }

    [Fact]
    public async Task Panel_OnAnOfficeLaptop_LeavesRoomForEightMonthsAndClosedStillCountsTheFindings()
    {
        var editor = await OpenNewDraftAsync();
        var beyond = editor.Page.Locator(".grid-scroll");
        Assert.Equal(0, await beyond.EvaluateAsync<int>("node => node.scrollWidth - node.clientWidth"));
        Assert.Equal(0, await editor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"));

        var tab = await editor.Page.GetByRole(AriaRole.Tab, new() { Name = "Temuan" }).TextContentAsync();
        var count = string.Concat(tab!.Where(char.IsAsciiDigit));
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Tutup panel" }).ClickAsync();
        var handle = editor.Page.GetByRole(AriaRole.Button, new() { Name = $"Buka panel, {count} temuan" });
        await Expect(handle).ToContainTextAsync(count);
        await handle.ClickAsync();
        await Expect(editor.Panel).ToBeVisibleAsync();
    }

    private static int CountOf(Kecamatan kecamatan, int month) =>
        Seed.Annex.Rows.Count(row => !row.IsRegion && row.Cells[month].Kecamatan == kecamatan.Code);

    private static ILocator Tile(EditorPage editor, string kecamatan, string month, int count) =>
        editor.Panel.GetByRole(AriaRole.Button, new() { Name = $"{kecamatan} {count} petugas, {month}", Exact = true });
}
