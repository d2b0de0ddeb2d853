using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>Axe finds nothing on any page that needs no account, light or dark.</summary>
public class PublicAccessibilityTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private readonly AxeReport axe = new();

    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    [InlineData(820)]
    public async Task PublicPages_OnANarrowScreen_DoNotScrollSideways(int width)
    {
        var page = await OpenAsync(
            "/",
            new()
            {
                ViewportSize = new() { Width = width, Height = 740 },
            }
        );
        foreach (
            var path in (string[])
                [
                    "/",
                    "/?q=wali+kota",
                    "/jadwal",
                    "/jadwal/2015",
                    "/jadwal/2015/32",
                    "/kecamatan",
                    "/kecamatan/31.75.02",
                    "/bantuan",
                    "/kontak",
                ]
        )
        {
            await page.GotoAsync(path);
            Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), path);
        }
    }

    [Fact]
    public async Task PublicPages_HaveNoViolation()
    {
        var page = await OpenAsync("/");
        string[] paths =
        [
            "/",
            "/?tanggal=2016-01-03",
            "/?tanggal=2015-06-08",
            "/?q=qwerty",
            "/?q=tata+air",
            "/jadwal",
            "/jadwal/2015",
            "/jadwal/2015/32",
            "/jadwal/2015/40",
            "/jadwal/2015/94",
            "/jadwal/1999",
            "/kecamatan",
            "/kecamatan/31.75.02",
            "/kecamatan/31.75.99",
            "/jadwal/2015?q=cakung",
            "/?q=jatinegra",
            "/?q=118",
            "/bantuan",
            "/privasi",
            "/aksesibilitas",
            "/kontak",
            "/tidak/ada",
            "/ditolak?kembali=/roster",
            "/masuk",
            "/keluar",
        ];
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await axe.CheckAsync(page, path);
        }

        await page.GotoAsync("/masuk");
        await page.GetByLabel("Alamat surel").FillAsync("siapa@demo.local");
        await page.GetByLabel("Kata sandi").FillAsync("salah");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("tidak cocok")).ToBeVisibleAsync();
        await axe.CheckAsync(page, "/masuk, refused");

        axe.AssertNone();
    }
}
