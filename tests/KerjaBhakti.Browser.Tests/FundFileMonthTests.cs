using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>
/// A month from files alone, as LibreOffice saves them (<c>tests/Cases</c>, i01 to i03): the claims, the points, and the bank's statement,
/// from whose lines the receipt and the spending are entered.
/// </summary>
public sealed class FundFileMonthTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private IPage finance = null!;
    private IPage director = null!;

    [Fact]
    public async Task AMonth_IsEnteredFromTheFilesOfASpreadsheet()
    {
        await using var portal = await PortalUnderTest.StartAsync("--Portal:Today=2024-07-15");
        finance = await OpenAndSignInAsync(AccountOf(PortalRoles.KeuanganRsud), "/wakatobi/klaim/baru", At(portal));
        director = await OpenAndSignInAsync(AccountOf(PortalRoles.DirekturRsud), "/wakatobi/persetujuan", At(portal));

        await ClaimAsync();
        await PlanAsync();
        await ImportAsync();
        await ReceiveFromLineAsync();
        await SpendFromLineAsync();
        var fees = await DistributeAsync();
        await finance.GotoAsync(fees);
        await finance.Locator("#tanggal").FillAsync("2024-06-26");
        await PressAsync(finance, "Catat pembayaran");
        await Expect(finance.GetByText("Pembayaran dicatat.")).ToBeVisibleAsync();

        // What is left of the statement is certain, or only the bank knew it.
        await finance.GotoAsync("/wakatobi/rekening/2024/6");
        await PressAsync(finance, "Cocokkan otomatis");
        for (var line = 1; line <= 3; line++)
        {
            await finance.GetByRole(AriaRole.Link, new() { Name = "Catat", Exact = true }).First.ClickAsync();
            await PressAsync(finance, "Catat dan cocokkan");
            await Expect(finance.GetByText("Mutasi dicatat, dibukukan, dan dicocokkan")).ToBeVisibleAsync();
        }

        await Expect(finance.GetByText("Semua baris cocok dan saldo sama dengan buku.")).ToBeVisibleAsync();

        // Sen are the bank's; the books are its balance rounded down.
        await Expect(finance.Locator("#saldo-bank")).ToHaveTextAsync("Rp650.408.334");
        await Expect(finance.Locator("#saldo-buku")).ToHaveTextAsync("Rp650.408.334");
        await KeepPictureAsync(finance, "file-month", fullPage: true);
        Assert.Empty(Troubles);
    }

    private static DemoAccount AccountOf(string role) => DemoAccounts.All.Single(account => account.Role == role);

    private static BrowserNewContextOptions At(PortalUnderTest portal) =>
        new()
        {
            BaseURL = portal.Address.ToString(),
            ViewportSize = new() { Width = 1366, Height = 768 },
        };

    private static string CaseOf(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "KerjaBhakti.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "tests", "Cases", name);
    }

    private static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    private async Task ClaimAsync()
    {
        await finance.GetByLabel("Bulan pelayanan").SelectOptionAsync("2024-05");
        await finance.GetByLabel("Tanggal pengajuan").FillAsync("2024-06-03");
        await finance.GetByLabel("Berkas xlsx atau csv").SetInputFilesAsync(CaseOf("i01-klaim-mei.xlsx"));
        await PressAsync(finance, "Baca berkas");
        await PressAsync(finance, "Ambil ke tabel di atas");
        await PressAsync(finance, "Simpan klaim");
        await finance.IsAtAsync(url => new Uri(url).AbsolutePath == "/wakatobi/klaim/2024-05");
        await Expect(finance.Locator("tfoot").First).ToContainTextAsync("1.456.450.001");
        await finance.GetByLabel("Tanggal BA").FillAsync("2024-06-10");
        await finance.GetByLabel("Nomor BA").FillAsync("BA-05/2024");
        await PressAsync(finance, "Nyatakan lengkap");
        await finance.GetByRole(AriaRole.Link, new() { Name = "Catat verifikasi" }).ClickAsync();
        await finance.GetByLabel("Tanggal berita acara verifikasi").FillAsync("2024-06-17");
        await finance.GetByLabel("Rawat inap tingkat lanjutan, pending").FillAsync("56.450.000");
        await finance.GetByLabel("Rawat inap tingkat lanjutan, layak").FillAsync("988.850.001");
        await PressAsync(finance, "Simpan hasil verifikasi");
        await finance.IsAtAsync(url => new Uri(url).AbsolutePath == "/wakatobi/klaim/2024-05");
    }

    private async Task PlanAsync()
    {
        await finance.GotoAsync("/wakatobi/belanja/rencana");
        await finance.GetByLabel("Dasar (keputusan").FillAsync("Keputusan Direktur 12/2024");
        await finance.GetByLabel("Mulai berlaku").FillAsync("2024-03-25");
        await finance.GetByLabel("Obat-obatan").FillAsync("100");
        await PressAsync(finance, "Simpan rencana");
        await Expect(finance.GetByText("Keputusan Direktur 12/2024").First).ToBeVisibleAsync();
    }

    private async Task ImportAsync()
    {
        await finance.GotoAsync("/wakatobi/rekening/impor");
        await finance.GetByLabel("Berkas xlsx atau csv dari bank").SetInputFilesAsync(CaseOf("i03-rekening-juni.xlsx"));
        await PressAsync(finance, "Periksa berkas");
        await PressAsync(finance, "Simpan 6 baris");
        await Expect(finance.GetByText("Rekening koran disimpan")).ToBeVisibleAsync();
    }

    private async Task ReceiveFromLineAsync()
    {
        await LineAsync("TRF MASUK BPJS KESEHATAN");
        await finance.GetByRole(AriaRole.Link, new() { Name = "Catat penerimaan BPJS" }).ClickAsync();
        await Expect(finance.GetByLabel("Jumlah menurut rekening koran (Rp)")).ToHaveValueAsync("1.400.000.001");
        await finance.GetByLabel("Mei 2024, dibayar").FillAsync("1400000001");
        await PressAsync(finance, "Simpan dan bagi");
        await Expect(finance.GetByText("Rp700.000.001").First).ToBeVisibleAsync();
    }

    private async Task SpendFromLineAsync()
    {
        await LineAsync("SP2D-1 PENYEDIA OBAT");
        await finance.GetByRole(AriaRole.Link, new() { Name = "Catat belanja dengan" }).ClickAsync();
        await Expect(finance.GetByLabel("Jumlah (Rp)")).ToHaveValueAsync("150.000.000");
        await finance.GetByLabel("Nomor dokumen").FillAsync("SP2D-1");
        await finance.GetByLabel("Penerima pembayaran").FillAsync("Penyedia obat");
        await finance.GetByLabel("Jenis belanja").SelectOptionAsync("OBAT");
        await finance.GetByLabel("Uraian").FillAsync("Obat generik");
        await PressAsync(finance, "Catat belanja");
        await finance.IsAtAsync(url => Guid.TryParse(new Uri(url).AbsolutePath.Split('/')[^1], out _));
    }

    private async Task LineAsync(string text)
    {
        await finance.GotoAsync("/wakatobi/rekening/2024/6");
        await finance.Locator("tr", new() { HasText = text }).GetByRole(AriaRole.Link, new() { Name = "Catat", Exact = true }).ClickAsync();
    }

    private async Task<string> DistributeAsync()
    {
        await finance.GotoAsync("/wakatobi/jasa/baru");
        await finance.Locator("#nomor").FillAsync("Rancangan Juni 2024");
        await finance.Locator("[name='Posted.Pool']").FillAsync("600.000.000");
        await finance.Locator("[name='Posted.Components[0].Code']").FillAsync("LANGSUNG");
        await finance.Locator("[name='Posted.Components[0].Share']").FillAsync("60");
        await finance.Locator("[name='Posted.Components[1].Code']").FillAsync("MERATA");
        await finance.Locator("[name='Posted.Components[1].Share']").FillAsync("40");
        await finance.Locator("[name='Posted.Components[1].Method']").SelectOptionAsync("Equal");
        await finance.GetByLabel("Atau unggah berkas xlsx atau csv").SetInputFilesAsync(CaseOf("i02-poin-mei.xlsx"));
        await PressAsync(finance, "Hitung");
        await Expect(finance.GetByText("Rp600.000.000 dibagikan kepada 3 pegawai").First).ToBeVisibleAsync();
        await PressAsync(finance, "Siapkan pembagian");
        await finance.IsAtAsync(url => Guid.TryParse(new Uri(url).AbsolutePath.Split('/')[^1], out _));
        var path = new Uri(finance.Url).AbsolutePath;

        await director.GotoAsync(path);
        await director.Locator("#nomor").FillAsync("445/6/2024");
        await director.Locator("#tanggal").FillAsync("2024-06-25");
        await PressAsync(director, "Setujui Rp600.000.000");
        await Expect(director.GetByText("Pembagian disetujui.")).ToBeVisibleAsync();
        return path;
    }
}
