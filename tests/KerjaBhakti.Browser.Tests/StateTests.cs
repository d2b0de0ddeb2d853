using ClosedXML.Excel;
using KerjaBhakti.Data;
using KerjaBhakti.Roster.Schedules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>Two people on one draft: who is where, back to an earlier state, and an import taken back in the grid.</summary>
public class StateTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task Colleague_IsShownWithTheCellAndIsAClickAway_AndGoesWhenThePageDoes()
    {
        var first = await OpenNewDraftAsync();
        var presence = first.Page.Locator(".presence");
        await Expect(presence).ToHaveTextAsync("Hanya Anda yang membuka jadwal ini.");
        var second = await OpenAsColleagueAsync(first);
        await Expect(presence).ToContainTextAsync("Juga di sini:");

        await second.SelectAsync(12, 4);
        var colleague = presence.GetByRole(AriaRole.Button, new() { Name = "Sekretariat Dua, baris 12 Agustus" });
        await Expect(colleague).ToBeVisibleAsync();
        await Expect(first.Cell(12, 4)).ToHaveAttributeAsync("data-presence", "SD");
        await KeepPictureAsync(first.Page, "presence");
        await colleague.ClickAsync();
        await first.IsActiveAsync(12, 4);
        await Expect(first.Page.Locator(".grid-cell-bar")).ToContainTextAsync("Juga di sel ini: Sekretariat Dua");

        await second.Page.CloseAsync();
        await Expect(presence).ToHaveTextAsync("Hanya Anda yang membuka jadwal ini.");
        await Expect(first.Cell(12, 4)).Not.ToHaveAttributeAsync("data-presence", "SD");
    }

    [Fact]
    public async Task Return_ByKeyboard_ToAnEarlierState_IsSeenByTheColleagueAndTakenBackWithTheGridsUndo()
    {
        var first = await OpenNewDraftAsync();
        var second = await OpenAsColleagueAsync(first);
        var (cell, removed) = (await first.Cell(3, 2).TextContentAsync(), await first.Cell(8, 0).TextContentAsync());
        await first.WriteAsync(3, 2, "Cakung");
        await first.IsSavedAsync();
        await second.SelectAsync(8, 1);
        await second.PressAsync("Alt+Delete");
        await Expect(first.Lines).ToHaveCountAsync(EditorPage.Rows - 1);

        await first.ShowStatesAsync();
        await first.Panel.GetByRole(AriaRole.Button, new() { Name = "Lihat keadaan awal" }).FocusAsync();
        await first.PressAsync("Enter");
        await Expect(first.Panel).ToContainTextAsync("Yang berubah dengan kembali ke keadaan ini: 1 sel dan 1 baris ditambah.");
        await KeepPictureAsync(first.Page, "states");
        await first.Panel.GetByRole(AriaRole.Button, new() { Name = "Kembali ke keadaan ini" }).FocusAsync();
        await first.PressAsync("Enter");

        await Expect(first.Panel.GetByRole(AriaRole.Status)).ToHaveTextAsync("Rancangan dikembalikan: 1 sel dan 1 baris ditambah.");
        await second.ShowsAsync(3, 2, cell!);
        await second.ShowsAsync(8, 0, removed!);
        await first.ShowsAsync(8, 0, removed!);
        await first.SelectAsync(1, 1);
        await first.PressAsync("Control+z");
        await Expect(first.Message).ToHaveTextAsync("Dibatalkan: kembali ke keadaan awal");
        await second.ShowsAsync(3, 2, "Cakung");
        await first.PressAsync("Control+y");
        await Expect(first.Message).ToHaveTextAsync("Diulangi: kembali ke keadaan awal");
        await second.ShowsAsync(3, 2, cell!);
    }

    [Fact]
    public async Task State_ThatIsNamed_StandsOutWithItsName()
    {
        var editor = await OpenNewDraftAsync();
        await editor.WriteAsync(3, 2, "Cakung");
        await editor.IsSavedAsync();
        await editor.ShowStatesAsync();
        await editor.Panel.GetByRole(AriaRole.Button, new() { Name = "Nama keadaan" }).ClickAsync();
        await editor.Panel.GetByLabel("Beri nama keadaan ini").FillAsync("Sebelum rapat");
        await editor.PressAsync("Enter");

        await Expect(editor.Panel.Locator(".state-name")).ToHaveTextAsync("Bernama: Sebelum rapat");
    }

    [Fact]
    public async Task Import_IntoAnOpenDraft_IsTakenBackInTheGridAfterComingBack()
    {
        var editor = await OpenNewDraftAsync();
        var page = editor.Page;
        var before = await editor.Cell(1, 1).TextContentAsync();
        await page.GotoAsync($"{editor.Path}/impor");
        await page.GetByLabel("Berkas lampiran").ChooseFilesAsync(OneRow("lampiran.xlsx", "Gambir"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Impor 1 baris ke Rancangan 2016" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Buka Rancangan 2016" }).ClickAsync();
        await editor.IsReadyAsync();
        await editor.ShowsAsync(1, 1, "Gambir");

        await editor.WriteAsync(2, 1, "Koja");
        await editor.PressAsync("Control+z", "Control+z");

        await Expect(editor.Message).ToHaveTextAsync("Dibatalkan: impor lampiran.xlsx");
        await editor.ShowsAsync(1, 1, before!);
        await editor.ShowStatesAsync();
        await Expect(editor.Panel).ToContainTextAsync("Sebelum impor lampiran.xlsx");
        await KeepPictureAsync(page, "states-import");
    }

    [Fact]
    public async Task Row_RemovedAndTakenBackInTheGrid_IsStillTheRowItWasCopiedFrom()
    {
        var editor = await OpenNewDraftAsync();
        var before = await OriginsAsync(editor);
        await editor.SelectAsync(8, 1);
        await editor.PressAsync("Alt+Delete");
        await editor.IsSavedAsync();
        Assert.Equal(EditorPage.Rows - 1, (await OriginsAsync(editor)).Count);
        await editor.PressAsync("Control+z");
        await editor.IsReadyAsync();
        await editor.IsSavedAsync();

        Assert.DoesNotContain(null, before);
        Assert.Equal(before, await OriginsAsync(editor));
    }

    private async Task<List<Guid?>> OriginsAsync(EditorPage editor)
    {
        var id = Guid.Parse(editor.Path.Split('/')[^1]);
        await using var db = await Fixture
            .Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>()
            .CreateDbContextAsync(Cancellation);
        return await db.Set<ScheduleRow>()
            .Where(row => row.ScheduleId == id)
            .OrderBy(row => row.Order)
            .Select(row => row.CopiedFromId)
            .ToListAsync(Cancellation);
    }

    private static FilePayload OneRow(string name, string firstCell)
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet("Lampiran");
        string[] head = ["No.", "Jabatan/SKPD/UKPD", "Mei"];
        string[] row = ["1", "Asisten Pemerintahan", firstCell];
        for (var column = 0; column < head.Length; column++)
        {
            sheet.Cell(1, column + 1).Value = head[column];
            sheet.Cell(2, column + 1).Value = row[column];
        }

        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        return new()
        {
            Name = name,
            MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Buffer = bytes.ToArray(),
        };
    }
}
