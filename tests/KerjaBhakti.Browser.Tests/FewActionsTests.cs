using System.Text.Json;
using System.Text.RegularExpressions;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>
/// The next year's annex from this year's: copied, proposed, submitted, initialled, issued, printed and verified, with every click counted;
/// and then amended. In a portal of its own, on 5 June 2015.
/// </summary>
public sealed class FewActionsTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const int Most = 14;

    private static readonly DemoAccount Sekda = DemoAccounts.All.Single(account => account.Role == PortalRoles.Sekda);

    private readonly List<string> actions = [];

    [Fact]
    public async Task ANewYear_FromSignInToThePaperThatIsVerified_TakesFewerThanFifteenActions_AndAnAmendmentNamesWhatItAmends()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var options = new BrowserNewContextOptions { BaseURL = portal.Address.ToString(), AcceptDownloads = true };

        // The secretariat.
        var secretariat = await OpenAsync("/masuk?kembali=%2Froster%2Francangan%2Fbaru", options);
        await SignInAsync(secretariat, BrowserFixture.Secretariat);
        await ClickAsync(secretariat, AriaRole.Button, "Buat rancangan");
        var offer = secretariat.Locator(".notice").GetByRole(AriaRole.Link, new() { Name = "Usulkan pembagian" });
        await ClickAsync(secretariat, offer, "Usulkan pembagian");
        var accept = secretariat.GetByRole(
            AriaRole.Button,
            new() { NameRegex = new("^Terapkan [0-9]+ perubahan$", RegexOptions.None, TimeSpan.FromSeconds(1)) }
        );
        await Expect(accept).ToBeVisibleAsync(new() { Timeout = 2 * BrowserFixture.Patience });
        await ClickAsync(secretariat, accept, "Terapkan");
        await secretariat.IsAtAsync(url => url.Contains("?usulan=", StringComparison.Ordinal));
        var draft = new Uri(secretariat.Url).AbsolutePath;
        await ClickAsync(secretariat, AriaRole.Link, "Ajukan");
        await ReasonAsync(secretariat);
        await ClickAsync(secretariat, AriaRole.Button, "Ajukan dan bubuhkan paraf Sekretariat");
        await Expect(secretariat.GetByText("Rancangan diajukan dan paraf dibubuhkan.")).ToBeVisibleAsync();

        // The Regional Secretary, who signs in two clicks from the sign-in.
        var sekda = await OpenAsync("/masuk", options);
        await SignInAsync(sekda, Sekda);
        var signedIn = actions.Count;
        await ClickAsync(
            sekda,
            sekda.GetByRole(AriaRole.Link, new() { NameRegex = new("^Paraf: ", RegexOptions.None, TimeSpan.FromSeconds(1)) }),
            "Paraf"
        );
        await ClickAsync(sekda, AriaRole.Button, "Bubuhkan paraf");
        Assert.Equal(2, actions.Count - signedIn);
        await sekda.GetByLabel("Nomor Instruksi").FillAsync("7");
        await ClickAsync(sekda, AriaRole.Button, "Tetapkan");
        await Expect(sekda.GetByText("Jadwal ditetapkan.")).ToBeVisibleAsync();

        // The paper, and somebody who reads the code on it.
        var print = sekda.WaitForResponseAsync(answer => answer.Url.EndsWith("instruksi.pdf", StringComparison.Ordinal));
        await ClickAsync(sekda, sekda.GetByRole(AriaRole.Link, new() { Name = "Unduh Instruksi (PDF)" }), "Unduh Instruksi (PDF)");
        Assert.True((await print).Ok);
        var file = await secretariat.APIRequest.GetAsync($"{draft}/instruksi.pdf");
        var code = PrintedCodes.In(await file.BodyAsync())[0];
        var reader = await OpenAsync($"/verifikasi/{code}", options);
        actions.Add("kode dipindai");
        await Expect(reader.GetByText("Berlaku sejak 5 Juni 2015.")).ToBeVisibleAsync();
        Assert.True(actions.Count <= Most, $"{actions.Count}: {string.Join(", ", actions)}");

        await AmendAsync(secretariat, sekda, draft);
        await IsTheAmendmentNamedAsync(secretariat, reader);
    }

    private async Task SignInAsync(IPage page, DemoAccount account)
    {
        await page.GetByLabel("Alamat surel").FillAsync(account.Email);
        await page.GetByLabel("Kata sandi").FillAsync(DemoAccounts.Password);
        await ClickAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Masuk", Exact = true }), "Masuk");
    }

    private Task ClickAsync(IPage page, AriaRole role, string name) =>
        ClickAsync(page, page.GetByRole(role, new() { Name = name, Exact = true }), name);

    private async Task ClickAsync(IPage page, ILocator target, string name)
    {
        actions.Add(name);
        await target.ClickAsync();
        await page.WaitForLoadStateAsync();
    }

    /// <summary>One reason for all warnings of a kind, stored while it is typed.</summary>
    private async Task ReasonAsync(IPage page)
    {
        foreach (var form in await page.Locator("form[data-reasons]:has(input[type=checkbox][checked])").AllAsync())
        {
            actions.Add("alasan");
            await form.GetByLabel("Alasan untuk yang dicentang").FillAsync("Kepala dan wakil kepala badan yang sama.");
            await Expect(form.Locator("[data-typed-state]")).ToContainTextAsync("Tersimpan");
        }
    }

    private async Task AmendAsync(IPage secretariat, IPage sekda, string issued)
    {
        await secretariat.GotoAsync($"{issued}/penetapan");
        await secretariat.GetByRole(AriaRole.Button, new() { Name = "Buat rancangan perubahan" }).ClickAsync();
        await secretariat.IsAtAsync(url => Guid.TryParse(url.Split('/')[^1], out _) && !url.Contains(issued, StringComparison.Ordinal));
        var editor = new EditorPage(secretariat);
        await editor.IsReadyAsync();
        await editor.WriteAsync(1, 1, "Gambir");
        await editor.IsSavedAsync();
        var amendment = editor.Path;
        await secretariat.GotoAsync($"{amendment}/naskah");
        await secretariat.GetByLabel("Mulai berlaku").FillAsync("2016-06-01");
        await Expect(secretariat.Locator("[data-typed-state]")).ToContainTextAsync("Tersimpan");
        await Expect(secretariat.Locator(".sheet")).ToContainTextAsync("mulai berlaku pada tanggal 1 Juni 2016.");
        await secretariat.GotoAsync($"{amendment}/penetapan");
        await ReasonAsync(secretariat);
        await secretariat.GetByRole(AriaRole.Button, new() { Name = "Ajukan dan bubuhkan paraf" }).ClickAsync();
        await Expect(secretariat.GetByText("Rancangan diajukan dan paraf dibubuhkan.")).ToBeVisibleAsync();

        await sekda.GotoAsync($"{amendment}/penetapan");
        await sekda.GetByRole(AriaRole.Button, new() { Name = "Bubuhkan paraf" }).ClickAsync();
        await sekda.GetByLabel("Nomor Instruksi").FillAsync("8");
        await Expect(sekda.GetByLabel("Mulai berlaku")).ToHaveValueAsync("2016-06-01");
        await sekda.GetByRole(AriaRole.Button, new() { Name = "Tetapkan", Exact = true }).ClickAsync();
        await Expect(sekda.GetByText("Jadwal ditetapkan.")).ToBeVisibleAsync();
    }

    /// <summary>On the paper, on the public page and for JDIH.</summary>
    private static async Task IsTheAmendmentNamedAsync(IPage secretariat, IPage reader)
    {
        await reader.GotoAsync("/instruksi/2015/8");
        await Expect(reader.GetByText("PERUBAHAN ATAS INSTRUKSI GUBERNUR NOMOR 7 TAHUN 2015 TENTANG")).ToBeVisibleAsync();
        await Expect(reader.GetByText("Sudah ditetapkan, mulai berlaku 1 Juni 2016.")).ToBeVisibleAsync();
        await Expect(reader.Locator(".amendment-relation a[href='/instruksi/2015/7']")).ToBeVisibleAsync();
        var record = await secretariat.APIRequest.GetAsync("/api/v1/instructions/2015/8/jdih");
        Assert.Equal(
            "Berlaku mulai 1 Juni 2016; Mengubah Instruksi Gubernur Nomor 7 Tahun 2015",
            JsonDocument.Parse(await record.TextAsync()).RootElement.GetProperty("status").GetString()
        );
        var paper = await secretariat.APIRequest.GetAsync("/api/v1/instructions/2015/8/instruction.pdf");
        using var document = PdfSharp.Pdf.IO.PdfReader.Open(
            new MemoryStream(await paper.BodyAsync()),
            PdfSharp.Pdf.IO.PdfDocumentOpenMode.Import
        );
        Assert.Contains("PERUBAHAN ATAS INSTRUKSI GUBERNUR NOMOR 7 TAHUN 2015", document.Info.Title, StringComparison.Ordinal);
    }
}
