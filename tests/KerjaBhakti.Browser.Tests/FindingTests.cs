using KerjaBhakti.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>What stands beside the grid: findings, history, coverage.</summary>
public class FindingTests(BrowserFixture fixture) : BrowserTest(fixture)
{
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
        await Expect(sentence).ToContainTextAsync("Sekretariat (demo) mengubah Mei Asisten Pemerintahan: Jatinegara → Cakung, 5 Juni 2015 ");
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
}
