using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>A proposal from the finding that asks for it to the editor that shows it, and back.</summary>
public class ProposalTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private static readonly string[] Months = ["Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

    private readonly AxeReport axe = new();

    [Fact]
    public async Task Repair_FromAFinding_IsLookedThroughAcceptedSeenByTheColleagueAndTakenBack()
    {
        var editor = await OpenNewDraftAsync();
        var colleague = await OpenAsColleagueAsync(editor);
        var page = editor.Page;
        await editor.ShowPanelAsync("Temuan");
        await editor.Panel.GetByRole(AriaRole.Link, new() { Name = "Usulkan perbaikan untuk Kecamatan tanpa petugas" }).ClickAsync();

        await ShellTests.IsInteractiveAsync(page);
        await Expect(page.GetByLabel("Perbaiki")).ToBeCheckedAsync();
        await axe.CheckAsync(page, "question");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hitung usulan" }).ClickAsync();
        await Expect(page.GetByText("Terbukti: tidak ada perbaikan dengan perubahan lebih sedikit.")).ToBeVisibleAsync();
        await axe.CheckAsync(page, "result");
        await KeepPictureAsync(page, "proposal");
        await page.SetViewportSizeAsync(360, 740);
        Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await KeepPictureAsync(page, "proposal-360", fullPage: true);
        await page.SetViewportSizeAsync(1366, 768);

        var lines = page.Locator(".proposal-changes tbody tr");
        var count = await lines.CountAsync();
        var cells = await lines.First.GetByRole(AriaRole.Cell).AllTextContentsAsync();
        await lines.Last.GetByRole(AriaRole.Checkbox).UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Terapkan {count - 1} perubahan" }).ClickAsync();

        await editor.IsReadyAsync();
        await Expect(page.GetByText($"Usulan pembagian diterapkan: {count - 1} sel.")).ToBeVisibleAsync();
        await KeepPictureAsync(page, "proposal-accepted");
        var (row, column) = (int.Parse(cells[1], CultureInfo.InvariantCulture), Array.IndexOf(Months, cells[3]) + 1);
        await editor.ShowsAsync(row, column, cells[5]);
        await colleague.ShowsAsync(row, column, cells[5]);
        await editor.SelectAsync(1, 1);
        await editor.PressAsync("Control+z");
        await Expect(editor.Message).ToHaveTextAsync($"Dibatalkan: usulan pembagian, {count - 1} sel");
        await colleague.ShowsAsync(row, column, cells[4]);

        axe.AssertNone();
    }

    [Fact]
    public async Task Fill_OfAFullUnevenDraft_SaysWhatIsInTheWay()
    {
        var page = await OpenSignedInAsync(
            BrowserFixture.Secretariat,
            $"/roster/jadwal/{await Fixture.CreateDraftAsync()}/usulan?cara=lengkapi"
        );
        await ShellTests.IsInteractiveAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Hitung usulan" }).ClickAsync();

        await Expect(page.GetByText("Tidak ada pembagian yang memenuhi semua aturan; tidak ada yang diusulkan.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Terapkan" })).ToHaveCountAsync(0);
        await axe.CheckAsync(page, "obstacles");
        await KeepPictureAsync(page, "proposal-obstacles");

        axe.AssertNone();
    }
}
