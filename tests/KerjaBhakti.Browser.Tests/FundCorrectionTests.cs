using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>
/// Money put right in the invented year, on 20 December 2024: finance at a desk, the Director on a phone. Every page passes axe and is no
/// wider than either screen.
/// </summary>
public sealed class FundCorrectionTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private readonly AxeReport axe = new();
    private IPage finance = null!;
    private IPage director = null!;

    [Fact]
    public async Task WhatWasWrong_IsProposedDecidedAndGivenBack()
    {
        await using var portal = await PortalUnderTest.StartAsync("--Portal:Today=2024-12-20", "--Portal:DemoFund=true");
        finance = await OpenAndSignInAsync(AccountOf(PortalRoles.KeuanganRsud), "/wakatobi/buku/bank", At(portal, width: 1366));
        director = await OpenAndSignInAsync(AccountOf(PortalRoles.DirekturRsud), "/wakatobi/persetujuan", At(portal, width: 360));

        await MoveAsync();
        await CancelFeesAsync();
        await TakeBackAReceiptAsync();
        foreach (var path in new[] { "/wakatobi/buku", "/wakatobi/silpa", "/wakatobi/jasa", "/wakatobi/penerimaan/baru" })
        {
            await finance.GotoAsync(path);
            await CheckAsync(finance, path[1..].Replace('/', ' '));
        }

        foreach (var path in new[] { "/wakatobi/buku", "/wakatobi/buku/bank", "/wakatobi/jasa/piutang", "/wakatobi/penerimaan" })
        {
            await director.GotoAsync(path);
            await CheckAsync(director, $"phone {path[1..].Replace('/', ' ')}");
        }

        axe.AssertNone();
        Assert.Empty(Troubles);
    }

    private static DemoAccount AccountOf(string role) => DemoAccounts.All.Single(account => account.Role == role);

    private static BrowserNewContextOptions At(PortalUnderTest portal, int width) =>
        new()
        {
            BaseURL = portal.Address.ToString(),
            ViewportSize = new() { Width = width, Height = 768 },
        };

    private static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private async Task CheckAsync(IPage page, string what)
    {
        await axe.CheckAsync(page, what);
        Assert.True(
            await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            $"{what} scrolls sideways."
        );
        await KeepPictureAsync(page, $"correction-{what.Replace(' ', '-')}", fullPage: true);
    }

    private async Task MoveAsync()
    {
        await CheckAsync(finance, "no movements");
        await finance.GetByRole(AriaRole.Link, new() { Name = "Catat mutasi", Exact = true }).ClickAsync();
        foreach (var (kind, amount) in new[] { ("Jasa giro", "1.250.000"), ("Pajak jasa giro", "250.000") })
        {
            await finance.GotoAsync("/wakatobi/buku/bank/baru");
            await finance.GetByLabel("Jenis", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = kind });
            await finance.GetByLabel("Tanggal menurut rekening koran").FillAsync("2024-12-18");
            await finance.GetByLabel("Jumlah (Rp)").FillAsync(amount);
            await finance.GetByLabel("Nomor bukti bank").FillAsync("CONTOH-RK-1812");
            await finance.GetByLabel("Uraian").FillAsync($"{kind} Desember");
            await CheckAsync(finance, "new movement");
            await PressAsync(finance, "Catat mutasi");
            await Expect(finance.GetByText("Mutasi dicatat dan dibukukan.")).ToBeVisibleAsync();
        }

        await Expect(finance.Locator("tbody").GetByRole(AriaRole.Cell, new() { Name = "1.250.000" })).ToBeVisibleAsync();
        await CheckAsync(finance, "movements");
    }

    private async Task CancelFeesAsync()
    {
        await finance.GotoAsync("/wakatobi/jasa");
        await finance.GetByRole(AriaRole.Link, new() { Name = "CONTOH/445/02/2024" }).ClickAsync();
        await finance.GetByText("Usulkan pembatalan pembagian ini").ClickAsync();
        await finance.GetByLabel("Alasan").FillAsync("Poin bulan November tertinggal.");
        await PressAsync(finance, "Usulkan pembatalan CONTOH/445/02/2024");
        await Expect(finance.GetByText("Pembatalan diusulkan dan menunggu keputusan Direktur.")).ToBeVisibleAsync();

        await director.GotoAsync("/wakatobi/persetujuan");
        await director.GetByRole(AriaRole.Link, new() { Name = "Periksa dan putuskan" }).First.ClickAsync();
        await Expect(director.GetByText("menjadi piutang kepada pegawai, dan saldo bank tidak berubah")).ToBeVisibleAsync();
        await PressAsync(director, "Batalkan pembagian CONTOH/445/02/2024");
        await Expect(director.GetByText("Pembagian dibatalkan.")).ToBeVisibleAsync();

        await finance.GotoAsync("/wakatobi/jasa/piutang?cari=P-017");
        await CheckAsync(finance, "receivables");
        await finance.GetByRole(AriaRole.Link, new() { Name = "Perawat 01 (contoh)" }).ClickAsync();
        await finance.GetByLabel("Tanggal uang masuk").FillAsync("2024-12-20");
        await finance.GetByLabel("Jumlah (Rp)").FillAsync("100.000");
        await finance.GetByLabel("Nomor referensi bank").FillAsync("CONTOH-STS-1");
        await CheckAsync(finance, "receivable");
        await PressAsync(finance, "Catat pengembalian");
        await Expect(finance.GetByText("Pengembalian dicatat dan dibukukan.")).ToBeVisibleAsync();
    }

    private async Task TakeBackAReceiptAsync()
    {
        await finance.GotoAsync("/wakatobi/penerimaan");
        await CheckAsync(finance, "receipts");
        await finance.Locator("td a[href^='/wakatobi/penerimaan/']").First.ClickAsync();
        await finance.GetByText("Usulkan pembatalan penerimaan ini").ClickAsync();
        await finance.GetByLabel("Alasan").FillAsync("Dicatat pada bulan klaim yang salah.");
        await PressAsync(finance, "Usulkan pembatalan");
        await Expect(finance.GetByText("Pembatalan diusulkan dan menunggu keputusan Direktur.")).ToBeVisibleAsync();
        await CheckAsync(finance, "proposed receipt");

        // Its money was spent: taking it back would empty the bank, and the Director reads by how much.
        await director.GotoAsync("/wakatobi/persetujuan");
        await director.GetByRole(AriaRole.Link, new() { Name = "Periksa dan putuskan" }).First.ClickAsync();
        await PressAsync(director, "Batalkan penerimaan ini");
        await Expect(director.GetByRole(AriaRole.Alert)).ToContainTextAsync("tidak dapat dibukukan: saldo bank tanggal 20 Desember 2024");
        await CheckAsync(director, "phone refused receipt");
        await director.GetByLabel("Alasan menolak").FillAsync("Uangnya sudah dibelanjakan.");
        await PressAsync(director, "Tolak usulan");
        await Expect(director.GetByText("Usulan pembatalan ditolak; penerimaan tetap berlaku.")).ToBeVisibleAsync();
    }
}
