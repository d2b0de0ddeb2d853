using KerjaBhakti.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>Looking something up without an account, on Friday, 5 June 2015.</summary>
public class LookUpTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Results = ".cities h2:visible, .cities dt:visible, .cities li:visible";
    private const string Suggestions = "[data-lookup-suggestions] a:visible";

    [Fact]
    public async Task Home_OnAFriday_ShowsTheComingSundayWith44Kecamatan()
    {
        var page = await OpenAsync("/");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Minggu, 7 Juni 2015");
        await Expect(page.Locator("[data-kecamatan]:visible")).ToHaveCountAsync(44);
        await Expect(Place(page, "Setiabudi")).ToContainTextAsync("Badan Perpustakaan dan Arsip Daerah");
        await Expect(Place(page, "Koja")).ToContainTextAsync("Tidak ada yang ditugaskan pada Juni 2015");
    }

    [Fact]
    public async Task Home_TypingAJabatan_FiltersTheListAndAnnouncesIt()
    {
        var page = await OpenAsync("/");
        await page.GetByLabel("Cari jabatan atau kecamatan").PressSequentiallyAsync("tata air");

        await Expect(page.Locator("[data-kecamatan]:visible")).ToHaveCountAsync(1);
        await Expect(page.Locator("[data-kecamatan]:visible")).ToContainTextAsync("Dinas Tata Air");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 kecamatan dan 1 jabatan cocok dengan “tata air”.");
        await Expect(page).ToHaveURLAsync($"{Fixture.Portal.Address}?q=tata+air");
    }

    [Fact]
    public async Task Home_TypingAnAlias_FindsTheKecamatanUnderItsOtherName()
    {
        var page = await OpenAsync("/");
        await page.GetByLabel("Cari jabatan atau kecamatan").PressSequentiallyAsync("pulo gadung");

        await Expect(page.Locator("[data-kecamatan]:visible")).ToHaveCountAsync(1);
        await Expect(Place(page, "Pulogadung")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Home_TypingAShortName_FindsThePostsItStandsForAsTheServerDoes()
    {
        var page = await OpenAsync("/");
        await page.GetByLabel("Cari jabatan atau kecamatan").PressSequentiallyAsync("satpol pp");

        await Expect(page.Locator("[data-kecamatan]:visible")).ToHaveCountAsync(2);
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("2 kecamatan dan 2 jabatan cocok dengan “satpol pp”.");
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("2 kecamatan dan 2 jabatan cocok dengan “satpol pp”.");
    }

    [Fact]
    public async Task Home_TypingNonsense_SaysThatNothingFits()
    {
        var page = await OpenAsync("/");
        await page.GetByLabel("Cari jabatan atau kecamatan").PressSequentiallyAsync("qwerty");

        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Tidak ada yang cocok dengan “qwerty”.");
        await Expect(page.GetByText("Periksa ejaannya, atau pakai lebih sedikit kata.")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("ke")]
    [InlineData("tata")]
    [InlineData("jakarta timur")]
    [InlineData("jatinegra")]
    public async Task Home_WhileTyping_ShowsTheSameInTheSameOrderAsWithoutJavaScript(string text)
    {
        var plain = await OpenAsync($"/?q={text}", new() { JavaScriptEnabled = false });
        var page = await OpenAsync("/");
        await page.GetByLabel("Cari jabatan atau kecamatan").PressSequentiallyAsync(text);

        await Expect(page.Locator(Results)).ToHaveTextAsync(await plain.Locator(Results).AllTextContentsAsync());
        await Expect(page.Locator(Suggestions)).ToHaveTextAsync(await plain.Locator(Suggestions).AllTextContentsAsync());
        Assert.NotEqual(await page.Locator(Results).CountAsync() > 0, await page.Locator(Suggestions).CountAsync() > 0);
    }

    [Fact]
    public async Task Home_SearchCleared_ReturnsToTheOrderOfTheCodes()
    {
        var before = await (await OpenAsync("/")).Locator(Results).AllTextContentsAsync();
        var page = await OpenAsync("/?q=ke");
        await page.GetByLabel("Cari jabatan atau kecamatan").FillAsync(string.Empty);

        await Expect(page.Locator(Results)).ToHaveTextAsync(before);
    }

    [Fact]
    public async Task Home_AMisspelling_OffersTheNameWhileTyping()
    {
        var page = await OpenAsync("/?tanggal=2015-08-02");
        await page.GetByLabel("Cari jabatan atau kecamatan").PressSequentiallyAsync("jatinegra");
        await page.GetByRole(AriaRole.Link, new() { Name = "Jatinegara", Exact = true }).ClickAsync();

        await Expect(page).ToHaveURLAsync($"{Fixture.Portal.Address}?tanggal=2015-08-02&q=Jatinegara");
        await Expect(Place(page, "Jatinegara")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Home_WithoutJavaScript_SearchesWithTheForm()
    {
        var page = await OpenAsync("/", new() { JavaScriptEnabled = false });
        await page.GetByLabel("Cari jabatan atau kecamatan").FillAsync("pulo gadung");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cari" }).ClickAsync();

        await Expect(page.Locator("[data-kecamatan]:visible")).ToHaveCountAsync(1);
        await Expect(Place(page, "Pulogadung")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("cocok dengan “pulo gadung”");
    }

    [Fact]
    public async Task Home_WithoutJavaScript_OpensAnotherMonth()
    {
        var page = await OpenAsync("/", new() { JavaScriptEnabled = false });
        await page.GetByLabel("Bulan lain").SelectOptionAsync("2015-08");
        await page.Locator("aside").GetByRole(AriaRole.Button).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Agustus 2015");
        await Expect(Place(page, "Jatinegara")).ToContainTextAsync("Tidak ada yang ditugaskan");
    }

    [Fact]
    public async Task Annex_OnThePage_EqualsTheSeedInEveryCell()
    {
        var page = await OpenAsync("/jadwal/2015");
        var rows = await page.EvaluateAsync<string[][]>(
            "() => [...document.querySelectorAll('.annex-table tr')].map(row => [...row.cells].map(cell => cell.textContent.trim()))"
        );

        Assert.Equal(
            ["No.", "Jabatan/SKPD/UKPD", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"],
            rows[0]
        );
        Assert.Equal(93, rows.Length - 1);
        Assert.Equal(Seed.Table.Skip(1).Select(TextsOf), rows.Skip(1));
    }

    [Fact]
    public async Task Row32_OnItsPage_ShowsItsMonthsAndItsNextSunday()
    {
        var page = await OpenAsync("/jadwal/2015/32");
        var seed = Seed.Annex.Rows[31];

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(seed.Label);
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(8);
        for (var month = 0; month < 8; month++)
        {
            await Expect(page.Locator("tbody tr").Nth(month)).ToContainTextAsync(seed.Cells[month].AsPrinted);
        }

        await Expect(page.Locator(".next-duty")).ToContainTextAsync("Minggu, 7 Juni 2015");
        await Expect(page.Locator(".next-duty")).ToContainTextAsync("Kembangan");
    }

    [Fact]
    public async Task Kecamatan_OnItsPage_ShowsItsRowsMonthByMonthUnderBothSpellings()
    {
        var page = await OpenAsync("/kecamatan/31.75.02");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Kecamatan Pulogadung");
        await Expect(page.GetByText("Pulo Gadung", new() { Exact = true })).ToBeVisibleAsync();
        for (var month = 0; month < 8; month++)
        {
            var labels = Seed.Annex.Rows.Where(row => row.Cells[month].AsPrinted is "Pulogadung" or "Pulo Gadung").Select(row => row.Label);
            await Expect(page.Locator("tbody tr").Nth(month).GetByRole(AriaRole.Link)).ToHaveTextAsync(labels);
        }
    }

    private static ILocator Place(IPage page, string kecamatan) =>
        page.Locator("[data-kecamatan]").Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = kecamatan, Exact = true }) });

    // On the page as on paper a region row has one merged cell.
    private static string[] TextsOf(string[] fields) => fields[3..].All(field => field.Length == 0) ? fields[..3] : fields;
}
