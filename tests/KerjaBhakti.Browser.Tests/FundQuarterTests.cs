using System.Text;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Web.Account;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>
/// A quarter of the claim fund as three people do it: finance at a desk, the Director on a phone, the inspectorate reading. Every page on
/// the way passes axe, light and dark.
/// </summary>
public sealed class FundQuarterTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Formula = "Rawat jalan tingkat lanjutan\t1.204\t=C1*2";

    private const string Sheet =
        "Rawat jalan tingkat lanjutan\t1.204\t312.450.000\nRawat inap tingkat lanjutan\t388\t1,045,300,001\nPelayanan ICU\t21\t98.700.000";

    private const string Staff = """
        staff_id,name,component,points
        P1,Perawat 1,LANGSUNG,1.5
        P2,Perawat 2,LANGSUNG,3
        P3,Perawat 3,LANGSUNG,2.25
        P1,Perawat 1,MERATA,
        P2,Perawat 2,MERATA,
        P3,Perawat 3,MERATA,
        """;

    private readonly AxeReport axe = new();
    private IPage finance = null!;
    private IPage director = null!;
    private IPage inspector = null!;

    [Fact]
    public async Task AQuarter_AsFinanceDirectorAndInspectorate()
    {
        await using var portal = await PortalUnderTest.StartAsync("--Portal:Today=2024-07-15");
        finance = await OpenAndSignInAsync(AccountOf(PortalRoles.KeuanganRsud), "/wakatobi", At(portal));
        director = await OpenAndSignInAsync(AccountOf(PortalRoles.DirekturRsud), "/wakatobi/persetujuan", At(portal, width: 360));
        inspector = await OpenAndSignInAsync(AccountOf(PortalRoles.Inspektorat), "/wakatobi", At(portal));
        await CheckAsync(finance, "empty overview");

        await ClaimAsync();
        await ReceiveAsync();
        await PlanAsync();
        await SpendAsync();
        var fees = await PrepareFeesAsync();
        await DecideAsync(fees);
        await PayAsync(fees);
        await CloseAsync();
        await ReadAsInspectorAsync();

        await using var db = await portal
            .Services.GetRequiredService<IDbContextFactory<PortalDbContext>>()
            .CreateDbContextAsync(Cancellation);
        var balance = TrialBalance.Of(await db.JournalEntries.ToListAsync(Cancellation));
        Assert.Equal(Rupiah.Zero, balance.Difference);
        Assert.Equal(new Rupiah(1_000_000_001 - 400_000_000 - 150_000_000 - 200_000_000 - 6_500), balance[ChartOfAccounts.Bank]);
        axe.AssertNone();
        Assert.Empty(Troubles);
    }

    private static DemoAccount AccountOf(string role) => DemoAccounts.All.Single(account => account.Role == role);

    private static BrowserNewContextOptions At(PortalUnderTest portal, int width = 1366) =>
        new()
        {
            BaseURL = portal.Address.ToString(),
            ViewportSize = new() { Width = width, Height = 768 },
        };

    /// <summary>Examines a page, and that it is no wider than its screen.</summary>
    private async Task CheckAsync(IPage page, string what)
    {
        // A component page is drawn anew when its circuit begins.
        if (await page.Locator("link[href*=MudBlazor]").CountAsync() > 0)
        {
            await ShellTests.IsInteractiveAsync(page);
        }

        await axe.CheckAsync(page, what);
        Assert.True(
            await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            $"{what} scrolls sideways."
        );
        await KeepPictureAsync(page, $"fund-{what.Replace(' ', '-')}", fullPage: true);
    }

    private static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Presses a button that is refused: the page says why, in these words.</summary>
    private static async Task RefusedAsync(IPage page, string button, string why)
    {
        await PressAsync(page, button);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(why);
    }

    private async Task ClaimAsync()
    {
        await finance.GotoAsync("/wakatobi/klaim/baru");
        await finance.GetByLabel("Bulan pelayanan").SelectOptionAsync("2024-04");
        await finance.GetByLabel("Tanggal pengajuan").FillAsync("2024-05-08");
        await finance.GetByLabel("Salin kolom layanan").FillAsync(Formula);
        await PressAsync(finance, "Baca tempelan");
        await Expect(finance.GetByText("rumus").First).ToBeVisibleAsync();
        await finance.GetByLabel("Salin kolom layanan").FillAsync(Sheet);
        await PressAsync(finance, "Baca tempelan");
        await CheckAsync(finance, "claim preview");
        await PressAsync(finance, "Ambil ke tabel di atas");
        await PressAsync(finance, "Simpan klaim");
        await finance.IsAtAsync(url => new Uri(url).AbsolutePath == "/wakatobi/klaim/2024-04");

        await finance.GetByLabel("Tanggal BA").FillAsync("2024-05-15");
        await finance.GetByLabel("Nomor BA").FillAsync("BA-04/2024");
        await PressAsync(finance, "Nyatakan lengkap");
        await Expect(finance.GetByText("BA-04/2024").First).ToBeVisibleAsync();
        await CheckAsync(finance, "complete claim");

        await finance.GotoAsync("/wakatobi/klaim/2024-04/verifikasi");
        await finance.GetByLabel("Tanggal berita acara verifikasi").FillAsync("2024-05-27");
        await finance.GetByLabel("Rawat inap tingkat lanjutan, pending").FillAsync("45.300.001");
        await finance.GetByLabel("Rawat inap tingkat lanjutan, layak").FillAsync("1.000.000.001");
        await RefusedAsync(finance, "Simpan hasil verifikasi", "Rawat inap tingkat lanjutan");
        await finance.GetByLabel("Rawat inap tingkat lanjutan, layak").FillAsync("1.000.000.000");
        await PressAsync(finance, "Simpan hasil verifikasi");
        await finance.IsAtAsync(url => new Uri(url).AbsolutePath == "/wakatobi/klaim/2024-04");

        // The same month once more.
        await finance.GotoAsync("/wakatobi/klaim/baru");
        await finance.GetByLabel("Bulan pelayanan").SelectOptionAsync("2024-04");
        await finance.GetByLabel("Tanggal pengajuan").FillAsync("2024-05-09");
        await finance.GetByLabel("Rawat jalan tingkat lanjutan, kasus").FillAsync("1");
        await finance.GetByLabel("Rawat jalan tingkat lanjutan, diajukan dalam rupiah").FillAsync("1");
        await RefusedAsync(finance, "Simpan klaim", "April 2024");
    }

    private async Task ReceiveAsync()
    {
        await finance.GotoAsync("/wakatobi/penerimaan/baru");
        await finance.GetByLabel("Tanggal diterima").FillAsync("2024-06-03");
        await finance.GetByLabel("Nomor referensi bank").FillAsync("TRX-0603");
        await finance.GetByLabel("Jumlah menurut rekening koran (Rp)").FillAsync("9.000.000.000");
        await finance.GetByLabel("April 2024, dibayar").FillAsync("9.000.000.000");
        await RefusedAsync(finance, "Simpan dan bagi", "1.411.150.000");
        await finance.GetByLabel("Jumlah menurut rekening koran (Rp)").FillAsync("1.000.000.001");
        await finance.GetByLabel("April 2024, dibayar").FillAsync("1.000.000.001");
        await PressAsync(finance, "Simpan dan bagi");
        await Expect(finance.GetByText("Rp500.000.001").First).ToBeVisibleAsync();
        await CheckAsync(finance, "shared receipt");
    }

    private async Task PlanAsync()
    {
        await finance.GotoAsync("/wakatobi/belanja/rencana");
        await finance.GetByLabel("Dasar (keputusan").FillAsync("Keputusan Direktur 12/2024");
        await finance.GetByLabel("Mulai berlaku").FillAsync("2024-03-25");
        await finance.GetByLabel("Obat-obatan").FillAsync("59,99");
        await finance.GetByLabel("Bahan medis habis pakai").FillAsync("40");
        await RefusedAsync(finance, "Simpan rencana", "99,99 %");
        await finance.GetByLabel("Obat-obatan").FillAsync("60");
        await PressAsync(finance, "Simpan rencana");
        await Expect(finance.GetByText("Keputusan Direktur 12/2024").First).ToBeVisibleAsync();
        await CheckAsync(finance, "spending plan");
    }

    private async Task SpendAsync()
    {
        await SpendOnceAsync("SP2D-1", "150.000.000");
        await CheckAsync(finance, "expenditure");
        await SpendOnceAsync("SP2D-2", "200.000.000");
        await Expect(finance.GetByText("Menunggu").First).ToBeVisibleAsync();
    }

    private async Task SpendOnceAsync(string document, string amount)
    {
        await finance.GotoAsync("/wakatobi/belanja/baru");
        await finance.GetByLabel("Nomor dokumen").FillAsync(document);
        await finance.GetByLabel("Tanggal", new() { Exact = true }).FillAsync("2024-06-10");
        await finance.GetByLabel("Penerima pembayaran").FillAsync("Penyedia obat");
        await finance.GetByLabel("Jenis belanja").SelectOptionAsync("OBAT");
        await finance.GetByLabel("Uraian").FillAsync("Obat generik");
        await finance.GetByLabel("Jumlah (Rp)").FillAsync("-1");
        await RefusedAsync(finance, "Catat belanja", "negatif");
        await finance.GetByLabel("Jumlah (Rp)").FillAsync(amount);
        await PressAsync(finance, "Catat belanja");
        await finance.IsAtAsync(url => Guid.TryParse(new Uri(url).AbsolutePath.Split('/')[^1], out _));
    }

    private async Task<string> PrepareFeesAsync()
    {
        await finance.GotoAsync("/wakatobi/jasa/baru");
        await finance.Locator("#nomor").FillAsync("Rancangan 1/2024");
        await finance.Locator("[name='Posted.Pool']").FillAsync("400.000.000");
        await finance.Locator("[name='Posted.Components[0].Code']").FillAsync("LANGSUNG");
        await finance.Locator("[name='Posted.Components[0].Share']").FillAsync("59,99");
        await finance.Locator("[name='Posted.Components[1].Code']").FillAsync("MERATA");
        await finance.Locator("[name='Posted.Components[1].Share']").FillAsync("40");
        await finance.Locator("[name='Posted.Components[1].Method']").SelectOptionAsync("Equal");
        await finance.Locator("#pegawai").FillAsync(Staff);
        await finance.GetByRole(AriaRole.Button, new() { Name = "Hitung", Exact = true }).ClickAsync();
        await Expect(finance.GetByRole(AriaRole.Alert)).ToContainTextAsync("99,99 %");
        await finance.Locator("[name='Posted.Components[0].Share']").FillAsync("60");
        await finance.GetByRole(AriaRole.Button, new() { Name = "Hitung", Exact = true }).ClickAsync();
        await CheckAsync(finance, "what-if");
        await PressAsync(finance, "Siapkan pembagian");
        await finance.IsAtAsync(url => Guid.TryParse(new Uri(url).AbsolutePath.Split('/')[^1], out _));
        await CheckAsync(finance, "prepared fees");
        return new Uri(finance.Url).AbsolutePath;
    }

    private async Task DecideAsync(string fees)
    {
        await director.GotoAsync("/wakatobi/persetujuan");
        await CheckAsync(director, "what waits for the Director");
        await Expect(director.GetByText("Pembagian jasa Rp400.000.000")).ToBeVisibleAsync();
        await director.GetByLabel("Alasan").FillAsync("Stok habis.");
        await director.GetByRole(AriaRole.Button, new() { Name = "Setujui" }).ClickAsync();
        await Expect(director.GetByText("Belanja disetujui dan dibukukan.")).ToBeVisibleAsync();

        await director.GotoAsync(fees);
        await CheckAsync(director, "fees on a phone");
        await director.Locator("#nomor").FillAsync("445/7/2024");
        await director.Locator("#tanggal").FillAsync("2024-07-10");
        await PressAsync(director, "Setujui Rp400.000.000");
        await Expect(director.GetByText("445/7/2024").First).ToBeVisibleAsync();
    }

    private async Task PayAsync(string fees)
    {
        await finance.GotoAsync(fees);
        await finance.Locator("#tanggal").FillAsync("2024-07-12");
        await PressAsync(finance, "Catat pembayaran");
        await Expect(finance.GetByText("12 Juli 2024").First).ToBeVisibleAsync();
        await finance.GotoAsync($"{fees}/slip/P2");
        await CheckAsync(finance, "slip");
    }

    private async Task CloseAsync()
    {
        await finance.GotoAsync("/wakatobi/buku");
        await CheckAsync(finance, "books");
        await LinkAsync("Tutup bulan dan tahun");
        foreach (var month in new[] { "Januari", "Februari", "Maret", "April", "Mei" })
        {
            await finance.GetByLabel("Saldo rekening koran").FillAsync("0");
            await PressAsync(finance, $"Tutup {month} 2024");
        }

        // In June the bank moved: what is typed is not enough, its lines are.
        await finance.GetByLabel("Saldo rekening koran").FillAsync("650.000.001");
        await RefusedAsync(finance, "Tutup Juni 2024", "Rekening koran Juni 2024 belum diimpor");
        await ReconcileAsync();
        await LinkAsync("Tutup buku");
        await PressAsync(finance, "Tutup Juni 2024");
        await Expect(finance.GetByRole(AriaRole.Region, new() { Name = "Bulan yang sudah ditutup" })).ToContainTextAsync("649.993.501");
        await CheckAsync(finance, "closed months");

        // The expenditure of June that would come late.
        await finance.GotoAsync("/wakatobi/belanja/baru");
        await finance.GetByLabel("Nomor dokumen").FillAsync("SP2D-3");
        await finance.GetByLabel("Tanggal", new() { Exact = true }).FillAsync("2024-06-20");
        await finance.GetByLabel("Penerima pembayaran").FillAsync("Penyedia obat");
        await finance.GetByLabel("Jenis belanja").SelectOptionAsync("BMHP");
        await finance.GetByLabel("Uraian").FillAsync("Kasa");
        await finance.GetByLabel("Jumlah (Rp)").FillAsync("1.000");
        await RefusedAsync(finance, "Catat belanja", "Juni 2024");
    }

    /// <summary>The bank's statement of June: one line is missing, then it is whole; the charge is booked from its line.</summary>
    private async Task ReconcileAsync()
    {
        string[] lines =
        [
            "PT Bank Contoh;;;;;",
            "Tanggal;Keterangan;Debet;Kredit;Saldo;No. Referensi",
            "03/06/2024;TRF BPJS KESEHATAN;;1.000.000.001,00;1.000.000.001,00;TRX-0603",
            "10/06/2024;SP2D-1 PENYEDIA OBAT;150.000.000,00;;850.000.001,00;",
            "10/06/2024;SP2D-2 PENYEDIA OBAT;200.000.000,00;;650.000.001,00;",
            "28/06/2024;BIAYA ADM;6.500,00;;649.993.501,00;",
        ];
        await LinkAsync("Impor rekening koran");
        await UploadAsync([.. lines[..3], .. lines[4..]]);
        await Expect(finance.GetByText("Periksa apakah ada baris yang hilang").First).ToBeVisibleAsync();
        await UploadAsync(lines);
        await CheckAsync(finance, "statement preview");
        await PressAsync(finance, "Simpan 4 baris");
        await Expect(finance.GetByText("1 baris bank senilai -Rp6.500 belum dicocokkan")).ToBeVisibleAsync();
        await CheckAsync(finance, "statement");

        // Choosing says at once what it sums to.
        await finance.GetByLabel("BIAYA ADM -Rp6.500").CheckAsync();
        await Expect(finance.Locator("#pilihan")).ToContainTextAsync("1 baris bank -Rp6.500, 0 jurnal Rp0; selisih -Rp6.500.");
        await LinkAsync("Catat");
        await Expect(finance.GetByLabel("Jenis")).ToHaveValueAsync("Charge");
        await finance.GetByLabel("Nomor bukti bank").FillAsync("RK-0628");
        await CheckAsync(finance, "statement line");
        await PressAsync(finance, "Catat dan cocokkan");
        await Expect(finance.GetByText("Semua baris cocok dan saldo sama dengan buku.")).ToBeVisibleAsync();
        await CheckAsync(finance, "statement matched");
    }

    private async Task UploadAsync(IEnumerable<string> lines)
    {
        var file = new FilePayload
        {
            Name = "juni.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes(string.Join('\n', lines)),
        };
        await finance.GetByLabel("Berkas xlsx atau csv dari bank").SetInputFilesAsync(file);
        await PressAsync(finance, "Periksa berkas");
    }

    private Task LinkAsync(string name) => finance.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.ClickAsync();

    private async Task ReadAsInspectorAsync()
    {
        foreach (
            var path in new[]
            {
                "/wakatobi",
                "/wakatobi/klaim",
                "/wakatobi/penerimaan",
                "/wakatobi/aturan",
                "/wakatobi/jasa",
                "/wakatobi/jasa/piutang",
                "/wakatobi/jasa/potongan",
                "/wakatobi/pegawai",
                "/wakatobi/belanja",
                "/wakatobi/silpa",
                "/wakatobi/laporan",
                "/wakatobi/laporan/kegiatan",
                "/wakatobi/laporan/penggunaan-dana",
                "/wakatobi/laporan/bupati",
                "/wakatobi/laporan/silpa",
                "/wakatobi/laporan/terkirim",
                "/wakatobi/buku",
                "/wakatobi/buku/bank",
                "/wakatobi/buku/jurnal",
                "/wakatobi/rekening",
                "/wakatobi/rekening/2024/6",
                "/wakatobi/buku/saldo-awal",
            }
        )
        {
            await inspector.GotoAsync(path);
            await CheckAsync(inspector, $"inspectorate {path[1..].Replace('/', ' ')}");

            // Forms that only give out a file are for whoever reads.
            Assert.Equal(0, await inspector.Locator("main form[method=post]:not([data-downloads])").CountAsync());
        }
    }
}
