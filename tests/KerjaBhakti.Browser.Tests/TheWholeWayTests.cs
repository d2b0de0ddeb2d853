using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>
/// From a blank year to an amended and revoked Instruction, as three people do it: the secretariat, the Regional Secretary, and somebody
/// who holds the paper. In a portal of its own, because what is issued here is in force for everybody. Every page on the way passes axe.
/// </summary>
public sealed class TheWholeWayTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private static readonly DemoAccount Sekda = DemoAccounts.All.Single(account => account.Role == PortalRoles.Sekda);

    private readonly AxeReport axe = new();
    private readonly HashSet<string> examined = [];
    private IPage secretariat = null!;
    private IPage sekda = null!;
    private IPage visitor = null!;

    [Fact]
    public async Task FromABlankYearToARevokedInstruction_AsThreePeople()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        secretariat = await OpenAndSignInAsync(BrowserFixture.Secretariat, "/roster/rancangan/baru", At(portal));
        sekda = await OpenAndSignInAsync(Sekda, "/roster", At(portal));
        visitor = await OpenAsync("/verifikasi", At(portal));
        await CheckAsync(visitor, "page check");

        var draft = await FillABlankYearAsync();
        await SubmitAsync(draft);
        await ReturnAndCorrectAsync(draft);
        await SubmitAsync(draft);
        await InitialAndIssueAsync(draft, number: 7);

        var code = await CodeOnPaperAsync(draft);
        await VerifyAsync(code, "Berlaku sejak 5 Juni 2015.");

        var amendment = await AmendOneRowAsync(draft);
        await SubmitAsync(amendment);
        await InitialAndIssueAsync(amendment, number: 8);
        await VerifyAsync(code, "Diubah dengan Instruksi Gubernur 8/2015, sejak 5 Juni 2015 tidak berlaku lagi.");

        await RevokeAsync(amendment);
        await VerifyAsync(
            await CodeOnPaperAsync(amendment),
            "Dicabut dengan Instruksi Gubernur 9/2015, sejak 5 Juni 2015 tidak berlaku lagi."
        );
        await visitor.GotoAsync("/jadwal/2016");
        await Expect(visitor.GetByText("Tidak ada lampiran yang berlaku untuk tahun itu.")).ToBeVisibleAsync();
        await CheckAsync(visitor, "year without annex");
        await visitor.GotoAsync("/instruksi/2015/8");
        await CheckAsync(visitor, "revoked instruction");

        axe.AssertNone();

        // The year without annex answers "not found", which the browser writes to its console.
        Assert.DoesNotContain(Troubles, trouble => !trouble.Contains("404", StringComparison.Ordinal));
    }

    /// <summary>Once for each state of a page, however often the way leads there.</summary>
    private Task CheckAsync(IPage page, string what) => CheckAsync(page.Locator("html"), what);

    private async Task CheckAsync(ILocator part, string what)
    {
        if (examined.Add(what))
        {
            await axe.CheckAsync(part, what);
        }
    }

    private static BrowserNewContextOptions At(PortalUnderTest portal) => new() { BaseURL = portal.Address.ToString() };

    /// <summary>
    /// The rows of 2015 without kecamatan, then the whole table from a spreadsheet's clipboard: another spelling than that of 2015 and one
    /// misspelling in it.
    /// </summary>
    private async Task<string> FillABlankYearAsync()
    {
        await secretariat.GetByLabel("barisnya saja, kecamatan dikosongkan").CheckAsync();
        await secretariat.GetByLabel("Tahun", new() { Exact = true }).FillAsync("2016");
        await secretariat.GetByRole(AriaRole.Button, new() { Name = "Buat rancangan" }).ClickAsync();
        await secretariat.IsAtAsync(url => Guid.TryParse(new Uri(url).Segments[^1], out _));
        var editor = new EditorPage(secretariat);
        await editor.IsReadyAsync();

        await editor.SelectAsync(1, 1);
        await editor.PasteAsync(ClipboardText());
        await Expect(editor.Dialog).ToContainTextAsync("1 tidak dikenal");
        await Expect(editor.Dialog).ToContainTextAsync("3 alias");
        await CheckAsync(editor.Dialog, "paste preview");
        await KeepPictureAsync(secretariat, "paste-preview");
        foreach (var name in new[] { "Menteng", "Pulogadung" })
        {
            await editor.Dialog.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();
        }

        // The spellings of 2015 are those of the house: Palmerah, Tamansari and Kramat Jati are nothing to ask about.
        await Expect(editor.Dialog.Locator(".grid-verdicts")).Not.ToContainTextAsync("alias");
        await Expect(editor.Dialog.Locator(".grid-verdicts")).Not.ToContainTextAsync("tidak dikenal");
        await editor.Dialog.GetByRole(AriaRole.Heading).First.FocusAsync();
        await editor.PressAsync("Enter");
        await Expect(editor.Message).ToContainTextAsync("Ditempel: 600 sel", new() { Timeout = 2 * BrowserFixture.Patience });
        await editor.IsSavedAsync();
        await editor.ShowsAsync(1, 5, "Menteng");
        await editor.ShowsAsync(10, 4, "Pulogadung");
        return editor.Path;
    }

    /// <summary>The annex as a spreadsheet copies it: 93 × 8 cells, region rows with their name in the first.</summary>
    private static string ClipboardText()
    {
        var rows = Seed.Table.Skip(1).Select(row => row.Skip(2).ToArray()).ToArray();
        rows[0][4] = "Mentng";
        foreach (var row in rows.Where(row => row.Contains("Pulogadung")).Take(2))
        {
            row[Array.IndexOf(row, "Pulogadung")] = "Pulo Gadung";
        }

        return string.Join("\r\n", rows.Select(row => string.Join('\t', row))) + "\r\n";
    }

    private async Task SubmitAsync(string schedule)
    {
        await secretariat.GotoAsync($"{schedule}/naskah");
        await CheckAsync(secretariat, "words");
        await secretariat.GotoAsync($"{schedule}/penetapan");
        await CheckAsync(secretariat, "before submission");
        await secretariat.GetByLabel("Catatan untuk pemaraf").FillAsync("Mohon paraf.");
        await secretariat.GetByRole(AriaRole.Button, new() { Name = "Ajukan Rancangan" }).ClickAsync();
        await Expect(secretariat.GetByText("Rancangan diajukan.")).ToBeVisibleAsync();
        await secretariat.GetByRole(AriaRole.Button, new() { Name = "Bubuhkan paraf" }).ClickAsync();
        await Expect(secretariat.GetByText("Paraf dibubuhkan.")).ToBeVisibleAsync();
    }

    private async Task ReturnAndCorrectAsync(string draft)
    {
        await sekda.GotoAsync($"{draft}/penetapan");
        await CheckAsync(sekda, "initials");
        await sekda.GetByText("Kembalikan untuk diperbaiki").ClickAsync();
        await sekda.GetByLabel("Alasan pengembalian").FillAsync("Baris 1 bulan Mei: Kramat Jati.");
        await sekda.GetByRole(AriaRole.Button, new() { Name = "Kembalikan", Exact = true }).ClickAsync();
        await Expect(sekda.GetByText("Rancangan dikembalikan.")).ToBeVisibleAsync();

        await secretariat.GotoAsync($"{draft}/penetapan");
        await Expect(secretariat.GetByText("Baris 1 bulan Mei: Kramat Jati.")).ToBeVisibleAsync();
        await WriteAsync(draft, "Kramat Jati");
    }

    private async Task WriteAsync(string draft, string text)
    {
        await secretariat.GotoAsync(draft);
        var editor = new EditorPage(secretariat);
        await editor.IsReadyAsync();
        await editor.WriteAsync(1, 1, text);
        await editor.IsSavedAsync();
    }

    private async Task InitialAndIssueAsync(string schedule, int number)
    {
        await sekda.GotoAsync($"{schedule}/penetapan");
        await sekda.GetByRole(AriaRole.Button, new() { Name = "Bubuhkan paraf" }).ClickAsync();
        await Expect(sekda.GetByText("peringatan belum beralasan; penetapan belum dapat dilakukan")).ToBeVisibleAsync();

        // One reason for all warnings of a kind.
        await secretariat.GotoAsync($"{schedule}/penetapan");
        var unexplained = secretariat.Locator("form[data-reasons]:has(input[type=checkbox][checked])");
        foreach (var form in await unexplained.AllAsync())
        {
            await form.GetByLabel("Alasan untuk yang dicentang").FillAsync("Sebagaimana lampiran 2015.");
            await Expect(form.Locator("[data-typed-state]")).ToContainTextAsync("Tersimpan");
        }

        await secretariat.ReloadAsync();
        await Expect(unexplained).ToHaveCountAsync(0);

        await CheckAsync(secretariat, "every warning has a reason");
        await sekda.ReloadAsync();
        await CheckAsync(sekda, "issue");
        await sekda.GetByLabel("Nomor Instruksi").FillAsync(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await sekda.GetByLabel("Tanggal penetapan").FillAsync("2015-06-05");
        await sekda.GetByRole(AriaRole.Button, new() { Name = "Tetapkan", Exact = true }).ClickAsync();
        await Expect(sekda.GetByText("Jadwal ditetapkan.")).ToBeVisibleAsync();
        await sekda.GotoAsync($"{schedule}/pindaian");
        await CheckAsync(sekda, "scans");
        await sekda.GotoAsync($"{schedule}/penetapan");
    }

    /// <summary>The code a reader finds on the first page of the print.</summary>
    private async Task<string> CodeOnPaperAsync(string schedule)
    {
        var print = await secretariat.APIRequest.GetAsync($"{schedule}/lampiran.pdf");
        Assert.True(print.Ok);
        return PrintedCodes.In(await print.BodyAsync())[0];
    }

    private async Task VerifyAsync(string code, string standing)
    {
        await visitor.GotoAsync("/verifikasi");
        await visitor.GetByLabel("Kode halaman").FillAsync(code.ToLowerInvariant().Replace('-', ' '));
        await visitor.GetByRole(AriaRole.Button, new() { Name = "Periksa" }).ClickAsync();
        await Expect(visitor.GetByText(standing)).ToBeVisibleAsync();
        await Expect(visitor.Locator(".annex-table tbody tr").First).ToContainTextAsync("Asisten Pemerintahan");
        await CheckAsync(visitor, standing);
    }

    private async Task<string> AmendOneRowAsync(string issued)
    {
        await secretariat.GotoAsync($"{issued}/penetapan");
        await secretariat.GetByRole(AriaRole.Button, new() { Name = "Buat rancangan perubahan" }).ClickAsync();
        await secretariat.IsAtAsync(url => Guid.TryParse(url.Split('/')[^1], out _) && !url.Contains(issued, StringComparison.Ordinal));
        var amendment = new Uri(secretariat.Url).AbsolutePath;
        await WriteAsync(amendment, "Gambir");
        await secretariat.GotoAsync($"{amendment}/perubahan");
        await Expect(secretariat.Locator("main")).ToContainTextAsync("semula Kramat Jati menjadi Gambir");
        await CheckAsync(secretariat, "difference");
        foreach (var paper in new[] { "perubahan.pdf", "perubahan.xlsx" })
        {
            Assert.True((await secretariat.APIRequest.GetAsync($"{amendment}/{paper}")).Ok, paper);
        }

        return amendment;
    }

    private async Task RevokeAsync(string schedule)
    {
        await sekda.GotoAsync($"{schedule}/penetapan");
        await sekda.GetByText("Cabut Instruksi 8/2015 tanpa pengganti").ClickAsync();
        await sekda.GetByLabel("Nomor Instruksi yang mencabut").FillAsync("9");
        await sekda.GetByLabel("Tanggal Instruksi itu").FillAsync("2015-06-05");
        await sekda.GetByLabel("Alasan", new() { Exact = true }).FillAsync("Kegiatan dihentikan.");
        await CheckAsync(sekda, "revocation");
        await sekda.GetByRole(AriaRole.Button, new() { Name = "Cabut Instruksi 8/2015" }).ClickAsync();
        await Expect(sekda.GetByText("Instruksi dicabut.")).ToBeVisibleAsync();
        await CheckAsync(sekda, "revoked");
    }
}
