namespace KerjaBhakti.Browser.Tests;

/// <summary>The public pages on a phone: nothing scrolls sideways. The pictures are kept for people to look at.</summary>
public class PhoneTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const int Phone = 360;
    private const int Narrowest = 320;

    [Theory]
    [InlineData("/", Phone)]
    [InlineData("/", Narrowest)]
    [InlineData("/?q=tata+air", Phone)]
    [InlineData("/?tanggal=2016-01-03", Phone)]
    [InlineData("/jadwal", Phone)]
    [InlineData("/jadwal/2015", Phone)]
    [InlineData("/jadwal/2015", Narrowest)]
    [InlineData("/jadwal/2015/32", Phone)]
    [InlineData("/jadwal/2015/40", Phone)]
    [InlineData("/kecamatan", Phone)]
    [InlineData("/kecamatan/31.75.02", Phone)]
    [InlineData("/masuk", Phone)]
    [InlineData("/keluar", Phone)]
    [InlineData("/ditolak", Phone)]
    [InlineData("/tidak-ada", Phone)]
    public async Task PublicPage_OnAPhone_DoesNotScrollSideways(string path, int width)
    {
        var page = await OpenAsync(
            path,
            new()
            {
                ViewportSize = new() { Width = width, Height = 740 },
                IsMobile = true,
                HasTouch = true,
            }
        );
        await KeepPictureAsync(page, $"phone-{width}{path.Replace('/', '-').Replace('?', '-')}");

        Assert.InRange(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, width);
    }
}
