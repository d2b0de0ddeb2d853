using System.Text.Json;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>
/// Duty in June 2015 as everybody lives it: an official and a substitute on their phones, the Regional Secretary on a phone and at a desk,
/// the secretariat at a desk, the inspectorate reading, the public watching. Every page on the way passes axe, light and dark, is no wider
/// than its screen and, on a phone, easy to hit.
/// </summary>
public sealed class DutyStoryTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    // Row 48 of the annex serves in Kebon Jeruk in June, row 12 in Setiabudi.
    private const string Own = "Biro Tata Pemerintahan";
    private const string Other = "Badan Perpustakaan dan Arsip Daerah";
    private const string Reason = "Dinas luar kota";

    private const int Phone = 360;
    private const int Desk = 1366;

    private readonly AxeReport axe = new();
    private PortalUnderTest portal = null!;
    private IPage official = null!;
    private IPage substitute = null!;
    private IPage sekda = null!;
    private IPage secretariat = null!;
    private IPage visitor = null!;

    [Fact]
    public async Task AMonthOfDuty_AsOfficialSubstituteSekdaSecretariatAndPublic()
    {
        await using var own = portal = await PortalUnderTest.StartAsync("--Portal:Today=2015-06-07");
        official = await OpenAndSignInAsync(AccountOf(PortalRoles.Pejabat), "/saya", At(Phone));
        secretariat = await OpenAndSignInAsync(AccountOf(PortalRoles.Sekretariat), "/roster/pejabat/akun", At(Desk));
        sekda = await OpenAndSignInAsync(AccountOf(PortalRoles.Sekda), "/roster", At(Phone));
        visitor = await OpenAsync("/", At(Phone));
        substitute = await SecondOfficialAsync();

        await SubstituteAsync();
        await ReportAsync();
        await SwapAsync();
        await CancelAsync();
        await CountAsync();
        await SubscribeAsync();
        await ReadAsInspectorAsync();

        axe.AssertNone();
        Assert.DoesNotContain(Troubles, trouble => !trouble.Contains("404", StringComparison.Ordinal));
    }

    private static DemoAccount AccountOf(string role) => DemoAccounts.All.Single(account => account.Role == role);

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Link(IPage page, string name) => page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = name });

    private static Task SaysAsync(IPage page, string text) => Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(text);

    private static Task RefusesAsync(IPage page, string text) => Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(text);

    private BrowserNewContextOptions At(int width) =>
        new()
        {
            BaseURL = portal.Address.ToString(),
            ViewportSize = new() { Width = width, Height = 768 },
        };

    /// <summary>Examines a page at the width it is shown.</summary>
    private async Task CheckAsync(IPage page, string what)
    {
        await axe.CheckAsync(page, what);
        Assert.True(
            await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            $"{what} scrolls sideways."
        );
        if (page.ViewportSize!.Width == Phone)
        {
            var small = await page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('main :is(button, .button, summary, select, textarea, input:not([type=hidden], [type=radio], [type=checkbox], [type=file])), .work-nav a')]
                    .filter(target => target.checkVisibility() && target.getBoundingClientRect().height < 44)
                    .map(target => target.outerHTML)
                """
            );
            Assert.True(small.Length == 0, $"{what} is hard to hit: {string.Join(Environment.NewLine, small)}");
        }

        await KeepPictureAsync(page, $"duty-{what.Replace(' ', '-')}", fullPage: true);
    }

    /// <summary>
    /// An official for the unit of row 12: the administrator makes the account, its owner the password, the secretariat says for whom it
    /// acts.
    /// </summary>
    private async Task<IPage> SecondOfficialAsync()
    {
        var account = new DemoAccount("pejabat-b@demo.local", "Pejabat B", PortalRoles.Pejabat, string.Empty);
        var admin = await OpenAndSignInAsync(AccountOf(PortalRoles.Admin), "/admin", At(Desk));
        var dialog = await AccountDialogs.OpenNewAsync(admin);
        var link = await AccountDialogs.CreateAsync(dialog, account.DisplayName, account.Email, "Pejabat");
        var owner = await OpenAsync(link, At(Phone));
        await owner.GetByLabel("Kata sandi baru", new() { Exact = true }).FillAsync(TestUsers.Password);
        await owner.GetByLabel("Kata sandi baru sekali lagi").FillAsync(TestUsers.Password);
        await Button(owner, "Simpan kata sandi dan masuk").ClickAsync();
        await SaysAsync(owner, "belum dihubungkan dengan jabatan");

        // Who signs in next is told that the password was set with a link which somebody else handed over.
        var page = await OpenAsync("/masuk?kembali=%2Fsaya", At(Phone));
        await page.GetByLabel("Alamat surel").FillAsync(account.Email);
        await page.GetByLabel("Kata sandi").FillAsync(TestUsers.Password);
        await Button(page, "Masuk").ClickAsync();
        await SaysAsync(page, "kata sandi diatur dengan tautan");
        await CheckAsync(page, "news of a password link");
        await page.GetByRole(AriaRole.Link, new() { Name = "Lanjutkan" }).ClickAsync();
        await SaysAsync(page, "belum dihubungkan dengan jabatan");
        await CheckAsync(page, "account without a post");
        await secretariat.ReloadAsync();
        await secretariat
            .GetByLabel("Pejabat B (pejabat-b@demo.local) bertindak untuk")
            .SelectOptionAsync(new SelectOptionValue { Label = Other });
        await Button(secretariat, "Simpan untuk Pejabat B").ClickAsync();
        await SaysAsync(secretariat, "Perubahan disimpan.");
        await CheckAsync(secretariat, "accounts of officials");
        return page;
    }

    /// <summary>On this Sunday somebody else serves.</summary>
    private async Task SubstituteAsync()
    {
        await SaysAsync(official, "Juni 2015: Kecamatan Kebon Jeruk, Jakarta Barat");
        await CheckAsync(official, "own duties");
        await SkipsToTheContentAsync(official);
        await Link(official, "Pengganti").First.ClickAsync();
        await CheckAsync(official, "no substitutions yet");
        await Link(official, "Usulkan penggantian").ClickAsync();
        await official.GetByLabel("Waktu").SelectOptionAsync("2015-06-07");
        await Button(official, "Cari calon").ClickAsync();
        await official.GetByLabel("Cari jabatan lain").FillAsync("perpustakaan");
        await CheckAsync(official, "candidates");
        await Button(official, "Cari").ClickAsync();
        await official.GetByLabel(Other).CheckAsync();
        await official.GetByLabel("Alasan").FillAsync(Reason);

        // Whoever is in a hurry taps twice.
        await Button(official, "Usulkan penggantian").DblClickAsync();
        await SaysAsync(official, "Usulan disimpan dan menunggu kesepakatan.");
        await CheckAsync(official, "proposal");

        await substitute.GotoAsync("/saya");
        await SaysAsync(substitute, "1 usulan penggantian menunggu jawaban Anda.");
        await Link(substitute, "Baca dan jawab").ClickAsync();
        await Link(substitute, $"{Own} digantikan {Other}").ClickAsync();
        await SaysAsync(substitute, Reason);
        await CheckAsync(substitute, "asked to stand in");
        var again = await substitute.Context.NewPageAsync();
        await again.GotoAsync(new Uri(substitute.Url).AbsolutePath);
        await Button(substitute, "Sepakat").ClickAsync();
        await SaysAsync(substitute, "Kesepakatan Anda dicatat.");
        await Button(again, "Sepakat").ClickAsync();
        await RefusesAsync(again, "baru saja mengubah");
        await again.CloseAsync();

        await sekda.ReloadAsync();
        await CheckAsync(sekda, "Sekda on a phone");
        await sekda.GotoAsync("/roster/penggantian");
        await SaysAsync(sekda, "1 penggantian menunggu keputusan Anda.");
        await CheckAsync(sekda, "substitutions on a phone");
        await Link(sekda, $"{Own} digantikan {Other}").ClickAsync();
        await CheckAsync(sekda, "decision on a phone");
        await visitor.ReloadAsync();
        await SaysAsync(visitor, "Kebon Jeruk");
        await Expect(visitor.GetByText("digantikan oleh")).ToHaveCountAsync(0);
        await Button(sekda, "Setujui penggantian").ClickAsync();
        await SaysAsync(sekda, "Penggantian disetujui dan berlaku.");

        foreach (var path in new[] { "/", "/jadwal/2015/48", "/kecamatan/31.73.05" })
        {
            await visitor.GotoAsync(path);
            await SaysAsync(visitor, $"digantikan oleh {Other}");
            await CheckAsync(visitor, $"public {path.Replace('/', ' ')}");
        }

        Assert.Equal(Other, (await DutyAsync("2015-06-07")).GetProperty("substitutedBy").GetString());
    }

    /// <summary>Whoever stood in reports; the secretariat sends it back once.</summary>
    private async Task ReportAsync()
    {
        await substitute.GotoAsync("/saya/laporan/12/2015-06-14");
        await Expect(Button(substitute, "Kirim laporan")).ToHaveCountAsync(0);
        await CheckAsync(substitute, "a Sunday to come");
        await substitute.GotoAsync("/saya/laporan/1/2015-05-31");
        await SaysAsync(substitute, "tidak ada tugas jabatan Anda");

        await substitute.GotoAsync("/saya");
        await CheckAsync(substitute, "duties with one for another");
        await Link(substitute, $"menggantikan {Own}").ClickAsync();
        await CheckAsync(substitute, "empty report");
        await substitute.GetByLabel("Hadir", new() { Exact = true }).CheckAsync();
        await substitute.GetByLabel("Siapa yang hadir").FillAsync("Pejabat B");
        await substitute.GetByLabel("Jumlah orang yang ikut").FillAsync("25");
        await substitute.GetByLabel("Apa yang dikerjakan").FillAsync("Saluran air dibersihkan");
        await substitute
            .GetByLabel("Tambah foto")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "gambar.svg",
                    MimeType = "image/svg+xml",
                    Buffer = [.. "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8],
                }
            );
        await SaysAsync(substitute, "gambar.svg tidak ikut dikirim: bukan foto yang dapat dibaca.");
        await Expect(substitute.GetByLabel("Apa yang dikerjakan")).ToHaveValueAsync("Saluran air dibersihkan");
        Assert.Equal(1, await substitute.EvaluateAsync<int>("() => localStorage.length"));
        await CheckAsync(substitute, "refused report");

        await substitute
            .GetByLabel("Tambah foto")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "kegiatan.png",
                    MimeType = "image/png",
                    Buffer = await DrawnAsync(substitute),
                }
            );
        await Expect(substitute.Locator("[data-report-chosen]")).ToContainTextAsync("kegiatan.jpg");
        await Button(substitute, "Kirim laporan").DblClickAsync();
        await SaysAsync(substitute, "Laporan terkirim ke sekretariat.");
        await CheckAsync(substitute, "sent report");
        await substitute.WaitForFunctionAsync("() => localStorage.length === 0");

        await secretariat.GotoAsync("/roster/laporan?tahun=2015&minggu=2015-06-07");
        await SaysAsync(secretariat, "Belum lapor: Minggu, 7 Juni 2015");
        await CheckAsync(secretariat, "who has not reported");
        await Link(secretariat, Own).First.ClickAsync();
        await secretariat.GetByText("Kembalikan untuk diperbaiki").ClickAsync();
        await secretariat.GetByLabel("Apa yang perlu diperbaiki").FillAsync("Sebutkan RW yang dibersihkan.");
        await CheckAsync(secretariat, "report to verify");
        await Button(secretariat, "Kembalikan laporan").ClickAsync();
        await SaysAsync(secretariat, "Laporan dikembalikan kepada penulisnya.");

        await substitute.GotoAsync("/saya");
        await Link(substitute, $"menggantikan {Own}").ClickAsync();
        await SaysAsync(substitute, "Sebutkan RW yang dibersihkan.");
        await CheckAsync(substitute, "returned report");
        await substitute.GetByLabel("Apa yang dikerjakan").FillAsync("Saluran air RW 03 dibersihkan");
        await Button(substitute, "Kirim laporan").ClickAsync();
        await SaysAsync(substitute, "Laporan terkirim ke sekretariat.");
        await substitute.GoBackAsync();
        await SaysAsync(substitute, "Dikirim oleh Pejabat B");

        await secretariat.ReloadAsync();
        await Button(secretariat, "Verifikasi laporan").ClickAsync();
        await SaysAsync(secretariat, "Laporan diverifikasi.");
        await CheckAsync(secretariat, "verified report");
        await visitor.GotoAsync("/");
        await SaysAsync(visitor, "kegiatan terlaksana");
        await CheckAsync(visitor, "public after the Sunday");
        Assert.True((await DutyAsync("2015-06-07")).GetProperty("verified").GetBoolean());
    }

    /// <summary>Two rows take a Sunday of each other.</summary>
    private async Task SwapAsync()
    {
        await official.GotoAsync("/saya/penggantian/baru?baris=12&waktu=2015-06-14&cara=tukar");
        await SaysAsync(official, "Baris 12 bukan tugas jabatan Anda.");
        await official.GotoAsync("/saya/penggantian/baru?baris=48&waktu=2015-06-14&cara=tukar&cari=perpustakaan");
        await CheckAsync(official, "swap");
        await official.GetByLabel("Sebagai gantinya").SelectOptionAsync("2015-06-21");
        await official.GetByLabel("Alasan").FillAsync(Reason);
        await official.GetByLabel(Other).EvaluateAsync("choice => { choice.value = '48'; choice.checked = true; }");
        await Button(official, "Usulkan tukar tugas").ClickAsync();
        await RefusesAsync(official, "tidak dapat bertukar tugas dengan dirinya sendiri");
        await Expect(official.GetByLabel("Alasan")).ToHaveValueAsync(Reason);
        await CheckAsync(official, "refused swap");
        await official.GetByLabel(Other).CheckAsync();
        await Button(official, "Usulkan tukar tugas").ClickAsync();
        await SaysAsync(official, "Usulan disimpan");
        await CheckAsync(official, "proposed swap");

        var swap = new Uri(official.Url).Segments[^1];
        await substitute.GotoAsync($"/saya/penggantian/{swap}");
        await Button(substitute, "Sepakat").ClickAsync();
        await SaysAsync(substitute, "Kesepakatan Anda dicatat.");
        await CheckAsync(substitute, "agreed swap");
        await sekda.SetViewportSizeAsync(Desk, 768);
        await sekda.GotoAsync($"/roster/penggantian/{swap}");
        await CheckAsync(sekda, "decision at a desk");
        await Button(sekda, "Setujui penggantian").ClickAsync();
        await SaysAsync(sekda, "Penggantian disetujui dan berlaku.");

        await visitor.SetViewportSizeAsync(Desk, 768);
        await visitor.GotoAsync("/jadwal/2015/48");
        await SaysAsync(visitor, $"14 Juni: digantikan oleh {Other}");
        await CheckAsync(visitor, "row at a desk");
        await visitor.GotoAsync("/jadwal/2015/12");
        await SaysAsync(visitor, $"21 Juni: digantikan oleh {Own}");
        Assert.Equal(Other, (await DutyAsync("2015-06-14")).GetProperty("substitutedBy").GetString());
    }

    /// <summary>A Sunday is called off, and everybody knows.</summary>
    private async Task CancelAsync()
    {
        await secretariat.GotoAsync("/roster/minggu?tahun=2015&tanggal=2015-06-28");
        await secretariat.GetByLabel("Ditiadakan").CheckAsync();
        await secretariat.GetByLabel("Alasan").FillAsync("Pekan olahraga daerah");
        await CheckAsync(secretariat, "Sundays");
        await Button(secretariat, "Putuskan").ClickAsync();
        await SaysAsync(secretariat, "Keputusan disimpan dan berlaku.");

        await official.GotoAsync("/saya");
        await SaysAsync(official, "Ditiadakan: Pekan olahraga daerah");
        await CheckAsync(official, "duties after everything");
        await visitor.GotoAsync("/?tanggal=2015-06-28");
        await SaysAsync(visitor, "ditiadakan: Pekan olahraga daerah");
        await CheckAsync(visitor, "a Sunday called off");
        await SkipsToTheContentAsync(visitor);
    }

    /// <summary>The month is counted; the figure leads to the report behind it, and the letter goes to the Governor.</summary>
    private async Task CountAsync()
    {
        await secretariat.GotoAsync("/roster/laporan?tahun=2015");
        await Link(secretariat, "Rekap dan surat kepada Gubernur").ClickAsync();
        await SaysAsync(secretariat, "periode 1 s.d. 30 Juni 2015");
        await CheckAsync(secretariat, "recap");
        await secretariat.Locator("dl a[href$='hasil=hadir']").ClickAsync();
        await SaysAsync(secretariat, $"Digantikan oleh {Other}");
        await CheckAsync(secretariat, "duties behind a figure");
        await Link(secretariat, "Terverifikasi").ClickAsync();
        await SaysAsync(secretariat, "Saluran air RW 03 dibersihkan");

        await sekda.GotoAsync("/roster/laporan/rekap?dari=2015-06-01&sampai=2015-06-30");
        await sekda.SetViewportSizeAsync(Phone, 768);
        await CheckAsync(sekda, "recap on a phone");
        var letter = await sekda.RunAndWaitForDownloadAsync(() => Button(sekda, "Unduh PDF").ClickAsync());
        Assert.Equal("rekap-kerja-bhakti-2015-06-01-2015-06-30.pdf", letter.SuggestedFilename);
    }

    /// <summary>A calendar link that fell into the wrong hands is replaced.</summary>
    private async Task SubscribeAsync()
    {
        await official.GotoAsync("/saya");
        await Link(official, "Kalender").ClickAsync();
        await Button(official, "Buat tautan kalender").ClickAsync();
        await CheckAsync(official, "calendar link");
        var old = await LinkShownAsync();
        Assert.Contains("STATUS:CANCELLED", await (await GetAsync(old)).TextAsync(), StringComparison.Ordinal);
        await official.GetByText("Ganti tautan").First.ClickAsync();
        await Button(official, "Ganti tautan").ClickAsync();
        await SaysAsync(official, "Tautan kalender");
        Assert.Equal(410, (await GetAsync(old)).Status);
        var present = await LinkShownAsync();
        Assert.NotEqual(old, present);
        Assert.Equal(200, (await GetAsync(present)).Status);
        await official.GotoAsync("/akun/data");
        await SaysAsync(official, $"staf {Own}");
        await CheckAsync(official, "own data");
    }

    private async Task ReadAsInspectorAsync()
    {
        var inspector = await OpenAndSignInAsync(AccountOf(PortalRoles.Inspektorat), "/roster", At(Desk));
        foreach (var path in new[] { "/roster/laporan?tahun=2015", "/roster/penggantian", "/roster/minggu", "/roster/pejabat" })
        {
            await inspector.GotoAsync(path);
            await CheckAsync(inspector, $"inspectorate {path[1..].Split('?')[0].Replace('/', ' ')}");
            Assert.Equal(0, await inspector.Locator("main form[method=post]").CountAsync());
        }
    }

    /// <summary>The first key press of whoever uses a keyboard leads past the navigation, and not to another page.</summary>
    private static async Task SkipsToTheContentAsync(IPage page)
    {
        var before = page.Url;
        await page.GetByRole(AriaRole.Link, new() { Name = "Langsung ke isi" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        Assert.Equal($"{before}#isi", page.Url);
    }

    /// <summary>A small photo that the browser itself has drawn.</summary>
    private static async Task<byte[]> DrawnAsync(IPage page) =>
        Convert.FromBase64String(
            await page.EvaluateAsync<string>(
                """
                () => {
                  const canvas = document.createElement("canvas");
                  canvas.width = 640;
                  canvas.height = 480;
                  return canvas.toDataURL("image/png").split(",")[1];
                }
                """
            )
        );

    private async Task<JsonElement> DutyAsync(string sunday)
    {
        var answer = await GetAsync($"/api/v1/duties?date={sunday}&row=48");
        return (await answer.JsonAsync())!.Value.GetProperty("duties")[0];
    }

    private Task<IAPIResponse> GetAsync(string path) => visitor.Context.APIRequest.GetAsync(path);

    // The link carries the portal's public address, which is not the one of the test.
    private async Task<string> LinkShownAsync() => new Uri(await official.GetByLabel("Tautan kalender").InputValueAsync()).AbsolutePath;
}
