using System.Text.RegularExpressions;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Account;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>
/// The end of a whole year in a browser: eleven months are lived and closed by the services, with a reversed receipt, a deduction of BPJS
/// and a distribution that was cancelled and made anew. December is reconciled from its file, the year closed, its SiLPA read, the letter
/// to the Regent sent, and January 2025 reconciled and closed. After the sign-in nothing is opened by its address.
/// </summary>
public sealed class FundYearEndTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private IPage page = null!;

    private static DemoAccount Finance => DemoAccounts.All.Single(account => account.Role == PortalRoles.KeuanganRsud);

    [Fact]
    public async Task AYearEnds_AndTheNextBegins_ByLinksAlone()
    {
        await using var portal = await PortalUnderTest.StartAsync("--Portal:Today=2025-02-15");
        var life = new FundLife(portal);
        await life.LiveAsync(imported: 11, closed: 11);
        page = await OpenAndSignInAsync(
            Finance,
            "/kerja",
            new()
            {
                BaseURL = portal.Address.ToString(),
                ViewportSize = new() { Width = 1366, Height = 768 },
            }
        );

        // The start page leads to the oldest open month, whatever today is.
        await FollowAsync("Tutup bulan");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Tutup buku 2024");
        await ReconcileAsync(life, new FiscalMonth(2024, 12), "Desember 2024");
        await PressAsync("Tutup Desember 2024");
        await page.GetByLabel("Saya mengerti tahun 2024 tidak dapat dibuka lagi").CheckAsync();
        await PressAsync("Tutup tahun 2024");
        await Expect(page.GetByText("Tahun 2024 ditutup.")).ToBeVisibleAsync();
        var silpa = (await page.Locator("[aria-label='Perhitungan SiLPA'] tfoot td").First.TextContentAsync())!.Trim();
        await KeepPictureAsync(page, "year-end-closed", fullPage: true);

        // The figure opens the entries that make it.
        await page.Locator("[aria-label='Perhitungan SiLPA'] tfoot td a").First.ClickAsync();
        await Expect(page.Locator("#jumlah")).ToHaveTextAsync(silpa);
        await FollowAsync("Buku");
        await FollowAsync("SiLPA");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "SiLPA menurut tahun penggunaan" })).ToContainTextAsync(silpa[2..]);

        await FollowAsync("Laporan");
        await page.GetByLabel("Dari bulan").SelectOptionAsync("2024-01");
        await page.GetByLabel("Sampai bulan").SelectOptionAsync("2024-12");
        await PressAsync("Tampilkan");
        await FollowAsync("Laporan Direktur kepada Bupati");
        await Expect(page.GetByText(silpa).First).ToBeVisibleAsync();
        await page.GetByLabel("Nomor surat yang dikirim").FillAsync("900/1/2025");
        await page.GetByLabel("Tanggal surat yang dikirim").FillAsync("2025-02-10");
        await page.Locator("#kirim-nama").FillAsync("Direktur Uji");
        await PressAsync("Simpan sebagai terkirim");
        await Expect(page.GetByText("900/1/2025").First).ToBeVisibleAsync();
        await KeepPictureAsync(page, "year-end-sent", fullPage: true);

        // January begins with what is left.
        life.Go(new DateOnly(2025, 2, 15));
        await FollowAsync("Buku");
        await FollowAsync("Tutup bulan dan tahun");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Tutup buku 2024");
        await ReconcileAsync(life, new FiscalMonth(2025, 1), "Januari 2025");
        await PressAsync("Tutup Januari 2025");
        await Expect(page.GetByText("Berikutnya: Februari 2025")).ToBeVisibleAsync();
        Assert.Empty(Troubles);
    }

    /// <summary>Imports a month's file, books what only the bank knew, and comes back to the closing page.</summary>
    private async Task ReconcileAsync(FundLife life, FiscalMonth month, string name)
    {
        await FollowAsync($"Rekening koran {name}");
        await FollowAsync("Impor rekening koran");
        await page.GetByLabel("Berkas xlsx atau csv dari bank")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = $"{month}.csv",
                    MimeType = "text/csv",
                    Buffer = await life.FileAsync(month),
                }
            );
        await PressAsync("Periksa berkas");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Simpan [0-9]+ baris$", RegexOptions.None, TimeSpan.FromSeconds(30)) }).ClickAsync();
        await Expect(page.GetByText("Rekening koran disimpan")).ToBeVisibleAsync();
        await KeepPictureAsync(page, $"year-end-{month}", fullPage: true);
        for (var line = 1; line <= 3; line++)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "Catat", Exact = true }).First.ClickAsync();
            await page.GetByLabel("Nomor bukti bank").FillAsync($"RK-{month}-{line}");
            await PressAsync("Catat dan cocokkan");
            await Expect(page.GetByText("Mutasi dicatat, dibukukan, dan dicocokkan")).ToBeVisibleAsync();
        }

        await Expect(page.GetByText("Semua baris cocok dan saldo sama dengan buku.")).ToBeVisibleAsync();
        await FollowAsync("Tutup buku");
    }

    private Task PressAsync(string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>Follows the first link that is called so, or begins so.</summary>
    private Task FollowAsync(string name) =>
        page.GetByRole(AriaRole.Link, new() { NameRegex = new($"^{Regex.Escape(name)}", RegexOptions.None, TimeSpan.FromSeconds(30)) }).First.ClickAsync();
}
