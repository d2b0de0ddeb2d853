using ClosedXML.Excel;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>
/// A clerk imports a file: sees what is wrong, downloads the list, corrects it, imports it, sees it in the grid, takes it back.
/// </summary>
public class ImportTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private readonly AxeReport axe = new();

    [Fact]
    public async Task Import_TheExportedWorkbookWithAliasesAndATypo_CorrectedThroughTheErrorList()
    {
        var editor = await OpenNewDraftAsync();
        var (page, draft) = (editor.Page, editor.Path);
        var exported = await DownloadAsync(page, await editor.LinkOfMenuAsync("Unduh", "Unduh XLSX"));
        var wrong = Change(
            exported,
            "lampiran.xlsx",
            ("Jatinegara", 1, "Pulo Gadung"),
            ("Kramat Jati", 2, "kramatjati"),
            ("Cakung", 3, "Pulo Gadung"),
            ("Pulogadung", 4, "Pulogadng")
        );

        await (await editor.LinkOfMenuAsync("Lainnya", "Impor…")).ClickAsync();
        await page.GetByLabel("Berkas lampiran").ChooseFilesAsync(wrong);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Pratinjau lampiran.xlsx" })).ToBeVisibleAsync();
        var import = page.GetByRole(AriaRole.Button, new() { Name = "Impor 93 baris ke Rancangan 2016" });
        await Expect(import).ToBeDisabledAsync();
        await Expect(import)
            .ToHaveAccessibleDescriptionAsync(
                "1 baris bermasalah; perbaiki lebih dahulu, karena berkas diimpor seluruhnya atau tidak sama sekali."
            );
        await Expect(page.Locator(".import-table tbody tr").First).ToContainTextAsync("Maksud Anda Pulogadung?");
        await Expect(page.Locator(".import-alias")).ToHaveCountAsync(3);
        await KeepPictureAsync(page, "import-errors");
        await axe.CheckAsync(page, "import with errors");

        // The suggestion can be taken here as in a paste, wherever the text stands, and given back.
        await page.GetByRole(AriaRole.Button, new() { Name = "Pulogadung: baca 'Pulogadng' begitu" }).ClickAsync();
        await Expect(page.Locator(".import-meant")).ToContainTextAsync("'Pulogadng' dibaca Pulogadung");
        await Expect(import).ToBeEnabledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Batal: 'Pulogadng' dibaca Pulogadung" }).ClickAsync();
        await Expect(import).ToBeDisabledAsync();

        var list = await DownloadAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Unduh daftar masalah (xlsx)" }));
        var corrected = Change(list, "masalah.xlsx", ("Pulogadng", 0, "Pulogadung"));
        await page.GetByLabel("Berkas lampiran").ChooseFilesAsync(corrected);
        await Expect(page.GetByText("Kolom yang tidak dibaca: Masalah.")).ToBeVisibleAsync();
        await Expect(page.Locator(".import-alias")).ToHaveCountAsync(3);
        await page.GetByLabel("Berubah (").CheckAsync();
        await KeepPictureAsync(page, "import-ready");
        await axe.CheckAsync(page, "import ready");
        await import.ClickAsync();
        await Expect(page.GetByText("93 baris diimpor ke Rancangan 2016.")).ToBeVisibleAsync();
        await KeepPictureAsync(page, "import-done");

        await page.GetByRole(AriaRole.Button, new() { Name = "Batalkan impor" }).ClickAsync();
        await Expect(page.GetByText("Impor dibatalkan; Rancangan 2016 kembali seperti sebelumnya.")).ToBeVisibleAsync();
        await page.GetByLabel("Berkas lampiran").ChooseFilesAsync(corrected);
        await import.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Buka Rancangan 2016" }).ClickAsync();
        await page.IsAtAsync(url => new Uri(url).AbsolutePath == draft);
        await editor.IsReadyAsync();
        await editor.ShowsAsync(1, 1, "Pulo Gadung");
        Assert.Empty(Troubles);
        axe.AssertNone();
    }

    [Fact]
    public async Task Import_AFileWithShortNames_WritesThemInFullUnlessSomebodyWantsThemAsTheyStand()
    {
        var page = await OpenSignedInAsync(BrowserFixture.Secretariat, "/roster/impor");
        var file = Csv("singkat.csv", "No,Jabatan/SKPD/UKPD,Mei,Juni\n1,Satpol PP,Menteng,Gambir\n2,Biro Umum,Gambir,Menteng\n");
        var first = page.Locator(".import-table tbody tr").First;
        await page.GetByLabel("Berkas lampiran").ChooseFilesAsync(file);
        await Expect(first).ToContainTextAsync("Satuan Polisi Pamong Praja");
        await Expect(page.GetByText("'Satpol PP' (baris 2 berkas) menjadi Satuan Polisi Pamong Praja")).ToBeVisibleAsync();
        await KeepPictureAsync(page, "import-short-names");
        await axe.CheckAsync(page, "import with short names");

        await page.GetByLabel("Tulis singkatan jabatan selengkapnya").UncheckAsync();
        await Expect(first).ToContainTextAsync("Satpol PP");
        await page.GetByLabel("Tulis singkatan jabatan selengkapnya").CheckAsync();
        await Expect(first).ToContainTextAsync("Satuan Polisi Pamong Praja");
        Assert.Empty(Troubles);
        axe.AssertNone();
    }

    [Fact]
    public async Task Import_AFileWithOtherHeads_IsMappedAndBecomesANewDraft()
    {
        var page = await OpenSignedInAsync(BrowserFixture.Secretariat, "/roster/impor");
        await page.GetByLabel("Berkas lampiran")
            .ChooseFilesAsync(Csv("piket.csv", "urut,pos,bln 5,bln 6\n1,Biro Umum,Menteng,Gambir\n2,Dinas Tata Air,Gambir,Menteng\n"));
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("Berkas tidak memuat tabel lampiran");
        await page.GetByLabel("Kolom 1 dibaca").SelectOptionAsync("No.");
        await page.GetByLabel("Kolom 2 dibaca").SelectOptionAsync("Jabatan/SKPD/UKPD");
        await page.GetByLabel("Kolom 3 dibaca").SelectOptionAsync("Mei");
        await page.GetByLabel("Kolom 4 dibaca").SelectOptionAsync("Juni");
        await KeepPictureAsync(page, "import-columns");
        await axe.CheckAsync(page, "columns");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pakai kolom ini" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Pratinjau piket.csv" })).ToBeVisibleAsync();
        await page.GetByLabel("Tahun", new() { Exact = true }).FillAsync("2017");
        await page.Keyboard.PressAsync("Tab");
        await page.GetByRole(AriaRole.Button, new() { Name = "Impor 2 baris ke rancangan baru 2017" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Buka rancangan" }).ClickAsync();
        await Expect(page.Locator(".grid-table tbody tr")).ToHaveCountAsync(2);
        Assert.Empty(Troubles);
        axe.AssertNone();
    }

    [Theory]
    [InlineData("bukan lampiran", "Berkas tidak memuat tabel lampiran")]
    [InlineData("%PDF-1.7", "Berkas ini PDF, bukan xlsx atau csv")]
    [InlineData("<html><script>alert(1)</script></html>", "Berkas ini halaman web (HTML)")]
    public async Task Import_WhatIsNoAnnex_IsRefusedInOneSentence(string content, string expected)
    {
        var page = await OpenSignedInAsync(BrowserFixture.Secretariat, "/roster/impor");
        await page.GetByLabel("Berkas lampiran").ChooseFilesAsync(Csv("a.xlsx", content));

        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync(expected);
        await Expect(page.GetByText("Tidak ada yang diubah.")).ToBeVisibleAsync();
        Assert.Empty(Troubles);
    }

    private static FilePayload Csv(string name, string text) =>
        new()
        {
            Name = name,
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes(text),
        };

    private static async Task<byte[]> DownloadAsync(IPage page, ILocator link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync(), Cancellation);
    }

    /// <summary>
    /// Replaces the first cell with a text by another, in the column of a month (1 the first); month 0 means wherever it stands.
    /// </summary>
    private static FilePayload Change(byte[] bytes, string name, params (string Old, int Month, string New)[] changes)
    {
        using var workbook = new XLWorkbook(new MemoryStream(bytes));
        var sheet = workbook.Worksheet(1);
        foreach (var (old, month, text) in changes)
        {
            sheet
                .CellsUsed(cell => cell.GetString() == old && (month == 0 || cell.Address.ColumnNumber == month + 2))
                .First()
                .SetValue(text);
        }

        using var changed = new MemoryStream();
        workbook.SaveAs(changed);
        return new()
        {
            Name = name,
            MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Buffer = changed.ToArray(),
        };
    }
}
