using System.Globalization;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>
/// A regency that serves on Fridays, from its first draft to its first Instruction: no page and no file of it says anything of the
/// institution that comes with the program.
/// </summary>
public sealed class OtherInstitutionTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Title = "JADWAL KERJA BHAKTI PEJABAT DI LINGKUNGAN PEMERINTAH KABUPATEN WAKATOBI";
    private static readonly string[] Foreign = ["Jakarta", "DKI", "Gubernur", "Minggu", "WIB", "Ingub", "administrasi"];
    private static readonly DemoAccount Sekda = DemoAccounts.All.Single(account => account.Role == PortalRoles.Sekda);

    private PortalProcess portal = null!;

    private BrowserNewContextOptions Here => new() { BaseURL = portal.Address.ToString() };

    [Fact]
    public async Task ANewOffice_FromItsFirstDraftToItsFirstInstruction_IsItselfEverywhere()
    {
        await using var process = portal = PortalProcess.Of("wakatobi", "--Portal:Today=2026-12-01");
        await portal.StartAsync();
        var visitor = await OpenAsync("/", Here);
        await Expect(visitor.Locator(".site-institution")).ToHaveTextAsync("Pemerintah Kabupaten Wakatobi");
        await Expect(visitor.GetByRole(AriaRole.Link, new() { Name = "Hari Jumat ini" })).ToBeVisibleAsync();

        var secretariat = await OpenAndSignInAsync(BrowserFixture.Secretariat, "/roster/rancangan/baru", Here);
        var schedule = await MakeDraftAsync(secretariat);
        await FillByProposalAsync(secretariat, schedule);
        await WriteWordsAsync(secretariat, schedule);
        await SubmitAsync(secretariat, schedule);
        var sekda = await OpenAndSignInAsync(Sekda, $"{schedule}/penetapan", Here);
        await IssueAsync(sekda);

        string[] open =
        [
            "/jadwal/2027",
            "/instruksi/2026/1",
            "/?tanggal=2027-01-08",
            "/kecamatan",
            "/kecamatan/74.07.03",
            "/bantuan",
            "/privasi",
        ];
        foreach (var path in open)
        {
            await visitor.GotoAsync(path);
            await IsItselfAsync(visitor);
        }

        await visitor.GotoAsync("/?tanggal=2027-01-08");
        await Expect(visitor.Locator("main")).ToContainTextAsync("Jumat, 8 Januari 2027");
        await visitor.GotoAsync("/instruksi/2026/1");
        await Expect(visitor.Locator("main")).ToContainTextAsync("Instruksi Bupati Nomor 1 Tahun 2026");
        string[] work = ["/kerja", "/roster", "/roster/minggu?tahun=2027", "/roster/laporan", $"{schedule}/penetapan"];
        foreach (var path in work)
        {
            await secretariat.GotoAsync(path);
            await IsItselfAsync(secretariat);
        }

        await secretariat.GotoAsync("/roster/minggu?tahun=2027");
        await Expect(secretariat.Locator("main")).ToContainTextAsync("Hari Jumat Januari s.d. Maret 2027");
        await KeepPictureAsync(secretariat, "fridays");

        await CalendarIsOfFridaysAsync(visitor);
        var paper = await visitor.APIRequest.GetAsync("/api/v1/instructions/2026/1/annex.pdf");
        Assert.True(paper.Ok, $"{paper.Status}");
        Assert.Single(PrintedCodes.In(await paper.BodyAsync()));
    }

    private static async Task<string> MakeDraftAsync(IPage page)
    {
        await Expect(page.GetByLabel("Satu baris untuk setiap jabatan yang terdaftar")).ToBeCheckedAsync();
        await page.GetByLabel("Bulan terakhir").SelectOptionAsync("3");
        await page.GetByLabel("Judul", new() { Exact = true }).FillAsync(Title);
        await page.GetByRole(AriaRole.Button, new() { Name = "Buat rancangan" }).ClickAsync();
        await page.IsAtAsync(url => Guid.TryParse(new Uri(url).Segments[^1], out _));
        var editor = new EditorPage(page);
        await Expect(editor.Lines).ToHaveCountAsync(9);
        return editor.Path;
    }

    private static async Task FillByProposalAsync(IPage page, string schedule)
    {
        await page.GotoAsync($"{schedule}/usulan?cara=lengkapi");
        await ShellTests.IsInteractiveAsync(page);
        await Expect(page.Locator("main")).Not.ToContainTextAsync("Seribu");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hitung usulan" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Terapkan 27 perubahan" }).ClickAsync();
        var editor = new EditorPage(page);
        await Expect(editor.Lines).ToHaveCountAsync(9);
        await Expect(editor.Cell(1, 1)).Not.ToBeEmptyAsync();
        await KeepPictureAsync(page, "wakatobi-editor");
    }

    private static async Task WriteWordsAsync(IPage page, string schedule)
    {
        await page.GotoAsync($"{schedule}/naskah");
        await Expect(page.GetByLabel("Pejabat yang menginstruksikan")).ToHaveValueAsync("Bupati Wakatobi");
        await Expect(page.Locator("[data-shows=institusi]")).ToHaveTextAsync("Pemerintah Kabupaten Wakatobi");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tambah diktum" }).ClickAsync();
        foreach (var (label, text) in new[]
        {
            ("Tentang", "PELAKSANAAN KERJA BHAKTI"),
            ("Pembukaan", "Dalam rangka kebersihan lingkungan, dengan ini menginstruksikan :"),
            ("Kepada", "Para Pejabat Pimpinan Tinggi Pratama"),
            ("KESATU", "Melaksanakan kerja bhakti setiap hari Jumat."),
            ("Ditetapkan di", "Wangi-Wangi"),
            ("Nama penanda tangan", "Nama Penanda Tangan"),
        })
        {
            await page.GetByLabel(label, new() { Exact = true }).FillAsync(text);
        }

        await page.GetByLabel("Nama penanda tangan").BlurAsync();
        await Expect(page.Locator("[data-typed-problem]")).ToBeHiddenAsync();
        await Expect(page.Locator("[data-typed-state]")).ToContainTextAsync("Tersimpan");
        await KeepPictureAsync(page, "wakatobi-words");
    }

    private static async Task SubmitAsync(IPage page, string schedule)
    {
        await page.GotoAsync($"{schedule}/penetapan");
        await page.GetByLabel("Catatan untuk pemaraf").FillAsync("Mohon paraf.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajukan Rancangan" }).ClickAsync();
        await Expect(page.GetByText("Rancangan diajukan.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bubuhkan paraf" }).ClickAsync();
        await Expect(page.GetByText("Paraf dibubuhkan.")).ToBeVisibleAsync();
    }

    private static async Task IssueAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Bubuhkan paraf" }).ClickAsync();
        await Expect(page.GetByText("Paraf dibubuhkan.")).ToBeVisibleAsync();
        await page.GetByLabel("Nomor Instruksi").FillAsync("1");
        await page.GetByLabel("Tanggal penetapan").FillAsync("2026-12-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tetapkan", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Jadwal ditetapkan.")).ToBeVisibleAsync();
    }

    private static async Task IsItselfAsync(IPage page)
    {
        var text = await page.Locator("body").InnerTextAsync();
        Assert.All(Foreign, word => Assert.False(text.Contains(word, StringComparison.Ordinal), $"{page.Url} says {word}."));
        Assert.Contains("Kabupaten Wakatobi", text, StringComparison.Ordinal);
    }

    private static async Task CalendarIsOfFridaysAsync(IPage page)
    {
        var answer = await page.APIRequest.GetAsync("/kalender/jadwal/2027.ics");
        var lines = (await answer.TextAsync()).Split("\r\n");
        var days = lines
            .Where(line => line.StartsWith("DTSTART", StringComparison.Ordinal))
            .Select(line => DateOnly.ParseExact(line[^8..], "yyyyMMdd", CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal(13, days.Count);
        Assert.All(days, day => Assert.Equal(DayOfWeek.Friday, day.DayOfWeek));
        Assert.All(lines.Where(line => line.StartsWith("UID:", StringComparison.Ordinal)), line =>
            Assert.EndsWith("@wakatobi.kerjabhakti.invalid", line, StringComparison.Ordinal)
        );
    }
}
