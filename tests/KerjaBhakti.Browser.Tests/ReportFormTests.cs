using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Account;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>A report written on a phone whose connection comes and goes. Each test has a Sunday of its own.</summary>
public class ReportFormTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private static readonly BrowserNewContextOptions Phone = new()
    {
        ViewportSize = new ViewportSize { Width = 360, Height = 740 },
    };

    private static DemoAccount Official => DemoAccounts.All.Single(account => account.Role == PortalRoles.Pejabat);

    [Fact]
    public async Task Text_TypedWithoutConnection_IsThereAgain_AndGoneOnceStored()
    {
        const string Report = "/saya/laporan/48/2015-05-31";
        var page = await OpenSignedInAsync(Official, Report, Phone);
        await page.Context.SetOfflineAsync(true);
        await Expect(page.Locator("[data-report-status]")).ToContainTextAsync("Tidak ada sambungan");
        await page.GetByLabel("Apa yang dikerjakan").FillAsync("Menyapu jalan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan rancangan" }).ClickAsync();
        await Expect(page.Locator("[data-report-status]")).ToContainTextAsync("Belum terkirim");

        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync(Report);
        await Expect(page.GetByText("Isian yang belum terkirim dari")).ToContainTextAsync("dipulihkan");
        await Expect(page.GetByLabel("Apa yang dikerjakan")).ToHaveValueAsync("Menyapu jalan");

        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan rancangan" }).ClickAsync();
        await Expect(page.GetByText("Rancangan disimpan")).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => localStorage.length === 0");
    }

    [Fact]
    public async Task Text_TypedAfterTheSignInExpired_IsThereAfterSigningInAgain()
    {
        var page = await OpenSignedInAsync(Official, "/saya/laporan/48/2015-05-24", Phone);
        await page.Context.ClearCookiesAsync(new() { Name = "kerjabhakti" });
        await page.GetByLabel("Siapa yang hadir").FillAsync("Pejabat A");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kirim laporan" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Masuk lagi" }).ClickAsync();

        await page.GetByLabel("Alamat surel").FillAsync(Official.Email);
        await page.GetByLabel("Kata sandi").FillAsync(DemoAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk", Exact = true }).ClickAsync();

        await Expect(page.GetByLabel("Siapa yang hadir")).ToHaveValueAsync("Pejabat A");
        await Expect(page.GetByText("Isian yang belum terkirim dari")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Text_NotSentBeforeSigningOut_IsReadableByNobody_AndThereAgainForItsWriter()
    {
        const string Report = "/saya/laporan/48/2015-05-24";
        const string Words = "Rahasia yang belum terkirim";
        const string Kept = "() => [localStorage, sessionStorage].map(place => JSON.stringify(place)).join()";
        var page = await OpenSignedInAsync(Official, Report, Phone);
        await page.GetByLabel("Kendala").FillAsync(Words);
        await Expect(page.Locator("[data-report-kept]")).ToBeVisibleAsync();
        Assert.Contains("laporan/", await page.EvaluateAsync<string>(Kept), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keluar" }).ClickAsync();
        await Expect(page.GetByText("Anda sudah keluar")).ToBeVisibleAsync();
        Assert.DoesNotContain(Words, await page.EvaluateAsync<string>(Kept), StringComparison.Ordinal);

        await page.GotoAsync($"/masuk?kembali={Report}");
        await page.GetByLabel("Alamat surel").FillAsync(Official.Email);
        await page.GetByLabel("Kata sandi").FillAsync(DemoAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk", Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("Kendala")).ToHaveValueAsync(Words);
    }

    [Fact]
    public async Task Text_SentToAServerThatEndsMeanwhile_IsThereAgain()
    {
        const string Report = "/saya/laporan/48/2015-05-03";
        var page = await OpenSignedInAsync(Official, Report, Phone);
        await page.GetByLabel("Kendala").FillAsync("Hujan deras");
        var failed = new TaskCompletionSource();
        page.RequestFailed += (_, request) =>
        {
            if (request.Method == "POST")
            {
                failed.TrySetResult();
            }
        };
        await page.RouteAsync("**/saya/laporan/**", route =>
            route.Request.Method == "POST" ? route.AbortAsync(RequestAbortErrorCode.ConnectionReset) : route.ContinueAsync()
        );
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan rancangan" }).ClickAsync();
        await failed.Task.WaitAsync(TimeSpan.FromMilliseconds(BrowserFixture.Patience), Cancellation);

        await page.UnrouteAllAsync();
        await page.GotoAsync(Report);
        await Expect(page.GetByText("Isian yang belum terkirim dari")).ToContainTextAsync("dipulihkan");
        await Expect(page.GetByLabel("Kendala")).ToHaveValueAsync("Hujan deras");
    }

    [Fact]
    public async Task OwnDuties_WithoutALine_AreThoseLastLoaded_AndForgottenAtTheSignOut()
    {
        const string KeptPages = "async () => (await caches.keys()).length";
        var page = await OpenSignedInAsync(Official, "/saya", Phone);
        await page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; }");
        await page.ReloadAsync();
        Assert.Equal(1, await page.EvaluateAsync<int>(KeptPages));

        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();
        await Expect(page.GetByText("Tidak ada sambungan. Ini keadaan terakhir yang dimuat")).ToBeVisibleAsync();
        await Expect(page.Locator(".next-duty").First).ToContainTextAsync("Kecamatan Kebon Jeruk");

        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();
        await Expect(page.GetByText("Tidak ada sambungan")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keluar" }).ClickAsync();
        await Expect(page.GetByText("Anda sudah keluar")).ToBeVisibleAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>(KeptPages));
    }

    [Fact]
    public async Task AReport_WhoseScriptFails_GoesTheOrdinaryWay()
    {
        const string Report = "/saya/laporan/48/2015-05-03";
        var page = await OpenSignedInAsync(Official, "/saya", Phone);

        // As on a browser that lacks what the script asks for only when the form is sent.
        await page.AddInitScriptAsync("delete window.AbortController;");
        await page.GotoAsync(Report);
        await page.GetByLabel("Kendala").FillAsync("Tanpa bantuan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan rancangan" }).ClickAsync();

        await Expect(page.GetByText("Rancangan disimpan")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Kendala")).ToHaveValueAsync("Tanpa bantuan");
    }

    [Fact]
    public async Task Photo_OfAPhone_IsScaledDownAndWrittenAnewBeforeItIsSent()
    {
        var page = await OpenSignedInAsync(Official, "/saya/laporan/48/2015-05-17", Phone);
        var drawn = await page.EvaluateAsync<string>(
            """
            () => {
              const canvas = document.createElement("canvas");
              canvas.width = 2400;
              canvas.height = 1200;
              return canvas.toDataURL("image/png").split(",")[1];
            }
            """
        );
        var photo = new FilePayload
        {
            Name = "kegiatan.png",
            MimeType = "image/png",
            Buffer = Convert.FromBase64String(drawn),
        };
        await page.GetByLabel("Tambah foto").SetInputFilesAsync([photo]);
        await Expect(page.Locator("[data-report-chosen]")).ToContainTextAsync("kegiatan.jpg");

        // One at a time, as a phone's camera gives them.
        await page.GetByLabel("Tambah foto").SetInputFilesAsync([photo]);
        await Expect(page.Locator("[data-report-chosen] li")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan rancangan" }).ClickAsync();

        var stored = page.GetByRole(AriaRole.Img, new() { Name = "Foto 1" });
        await Expect(stored).ToHaveAttributeAsync("width", "1600");
        await Expect(stored).ToHaveAttributeAsync("height", "800");
        var type = await stored.EvaluateAsync<string>("async image => (await fetch(image.src)).headers.get('content-type')");
        Assert.Equal("image/jpeg", type);
        Assert.Empty(Troubles);
    }

    [Fact]
    public async Task EveryPage_OnAPhone_HasNoViolation_AndDoesNotScrollSideways()
    {
        var axe = new AxeReport();
        async Task CheckAsync(IPage shown, string name)
        {
            await axe.CheckAsync(shown, name);
            Assert.True(await shown.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), name);
        }

        var page = await OpenSignedInAsync(Official, "/saya", Phone);
        await CheckAsync(page, "own duties");
        await page.GotoAsync("/saya/laporan/48/2015-06-07");
        await CheckAsync(page, "a Sunday to come");
        await page.GotoAsync("/saya/laporan/48/2015-05-10");
        await CheckAsync(page, "a late report");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kirim laporan" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Kehadiran: pilih hadir atau tidak hadir." })).ToBeVisibleAsync();
        await CheckAsync(page, "a refused report");
        await page.GetByLabel("Tidak hadir", new() { Exact = true }).CheckAsync();
        await Expect(page.GetByLabel("Apa yang dikerjakan")).ToBeHiddenAsync();
        await page.GetByLabel("Alasan tidak hadir").FillAsync("Dinas luar");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kirim laporan" }).ClickAsync();
        await Expect(page.GetByText("Laporan terkirim")).ToBeVisibleAsync();
        await CheckAsync(page, "a sent report");

        var board = await OpenSignedInAsync(BrowserFixture.Secretariat, "/roster/laporan", Phone);
        await board.GetByText("Teks pengingat").First.ClickAsync();
        await CheckAsync(board, "the board");
        await board.GetByRole(AriaRole.Link, new() { Name = "Biro Tata Pemerintahan" }).First.ClickAsync();
        await Expect(board.GetByRole(AriaRole.Button, new() { Name = "Verifikasi laporan" })).ToBeVisibleAsync();
        await CheckAsync(board, "a report to verify");
        axe.AssertNone();
    }
}
