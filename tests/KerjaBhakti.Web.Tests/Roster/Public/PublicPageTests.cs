using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using AngleSharp.Dom;

namespace KerjaBhakti.Web.Tests.Roster.Public;

/// <summary>Public pages as a phone on a slow line, a search engine and a messenger get them, on Friday, 5 June 2015.</summary>
public class PublicPageTests(PortalFixture fixture) : IDisposable
{
    // Three seconds at 3G.
    private const int MostBytes = 60 * 1024;

    private readonly HttpClient client = fixture.Portal.CreateClient();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Pages =>
        [
            "/",
            "/jadwal",
            "/jadwal/2015",
            "/jadwal/2015/48",
            "/kecamatan",
            "/kecamatan/31.75.03",
            "/instruksi/2015/118",
            "/verifikasi",
            "/bantuan",
            "/privasi",
            "/aksesibilitas",
            "/kontak",
        ];

    public void Dispose()
    {
        client.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task APage_WithAllItLoads_IsSmallAndOfThisHostAlone(string path)
    {
        var page = await client.PageAsync(path);
        var loaded = page.QuerySelectorAll("link[rel=stylesheet], script[src], img")
            .Select(item => item.GetAttribute("href") ?? item.GetAttribute("src")!)
            .ToList();
        Assert.DoesNotContain(loaded, address => address.Contains("//", StringComparison.Ordinal));
        Assert.DoesNotContain(page.QuerySelectorAll("script"), script => !script.HasAttribute("src") && script.TextContent.Length > 0);

        var bytes = await BytesAsync(path);
        foreach (var address in loaded)
        {
            bytes += await BytesAsync($"/{address}");
        }

        Assert.InRange(bytes, 1, MostBytes);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task APage_SaysWhatItIs_ToWhoeverShowsALinkToIt(string path)
    {
        using var answer = await client.GetAsync(path, Cancellation);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var page = await client.PageAsync(path);

        Assert.NotEmpty(page.Title!);
        if (path != "/verifikasi")
        {
            Assert.Single(page.QuerySelectorAll("meta[name=description]"));
            Assert.Equal($"{fixture.Portal.Address}{path[1..]}", Property(page, "og:url"));
            Assert.Equal(page.QuerySelector("h1")!.TextContent, Property(page, "og:title"));
        }

        using var picture = await client.GetAsync(Property(page, "og:image"), Cancellation);
        Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Sitemap_NamesOnlyPagesThatAreThere_AndEveryRow()
    {
        var map = XDocument.Parse(await client.GetStringAsync("/sitemap.xml", Cancellation));
        var pages = map.Descendants().Where(item => item.Name.LocalName == "loc").Select(item => new Uri(item.Value)).ToList();

        Assert.Equal(93, pages.Count(page => page.AbsolutePath.StartsWith("/jadwal/2015/", StringComparison.Ordinal)));
        Assert.Distinct(pages);
        foreach (var page in pages.Where((_, index) => index % 9 == 0).Concat(pages.Take(10)))
        {
            using var answer = await client.GetAsync(page, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        var robots = await client.GetStringAsync("/robots.txt", Cancellation);
        Assert.Contains($"Sitemap: {fixture.Portal.Address}sitemap.xml", robots, StringComparison.Ordinal);
        Assert.Contains("Disallow: /kalender", robots, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/favicon.ico", "image/x-icon")]
    [InlineData("/apple-touch-icon.png", "image/png")]
    public async Task AnIcon_ThatBrowsersAskForUnasked_IsThere(string path, string type)
    {
        using var answer = await client.GetAsync(path, Cancellation);

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Annex_Filtered_ShowsTheRowsOfAPlaceOrPost_AndMarksThisMonth()
    {
        var page = await client.PageAsync("/jadwal/2015?q=cakung");
        Assert.Equal(14, page.QuerySelectorAll(".annex-table tbody tr").Length);
        Assert.Contains("14 dari 93 baris", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Juni", page.QuerySelector(".annex-table thead [aria-current=date]")!.TextContent);

        Assert.Single((await client.PageAsync("/jadwal/2015?q=bpbd")).QuerySelectorAll(".annex-table tbody tr"));
        Assert.Contains(
            "Tidak ada baris yang cocok",
            (await client.PageAsync("/jadwal/2015?q=qwerty")).QuerySelector("[role=status]")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Home_LeadsToEveryCityAtOnce()
    {
        var page = await client.PageAsync("/");

        var targets = page.QuerySelectorAll(".jump a").Select(link => link.GetAttribute("href")!.Split('#')[1]).ToList();
        Assert.Equal(7, targets.Count);
        Assert.All(targets, target => Assert.NotNull(page.GetElementById(target)));
    }

    [Fact]
    public async Task Contact_NotSaidInTheSettings_IsNotMadeUp()
    {
        Assert.Contains("belum mengisi", (await client.PageAsync("/kontak")).Body!.TextContent, StringComparison.Ordinal);

        await using var told = await KerjaBhakti.Tests.PortalUnderTest.StartAsync(
            "--Portal:Contact:Office=Biro Uji",
            "--Portal:Contact:Phone=(021) 555-0100"
        );
        using var visitor = told.CreateClient();
        var page = await visitor.PageAsync("/kontak");
        Assert.Contains("Biro Uji", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='tel:0215550100']"));
    }

    [Theory]
    [InlineData("/kalender/kecamatan/31.75.03.ics", "Kerja bhakti: Kecamatan Jatinegara")]
    [InlineData("/kalender/jadwal/2015.ics", "Kerja bhakti: ")]
    public async Task AFeed_ForEverybody_HasEverySunday(string path, string summary)
    {
        using var answer = await client.GetAsync(path, Cancellation);
        var file = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(answer.Headers.ETag);
        Assert.Equal(35, file.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains($"SUMMARY:{summary}", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Pejabat (demo)", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/kalender/kecamatan/31.75.99.ics")]
    [InlineData("/kalender/jadwal/2016.ics")]
    public async Task AFeed_OfWhatThereIsNot_IsNotFoundInWords(string path)
    {
        using var answer = await client.GetAsync(path, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private static string Property(IParentNode page, string name) =>
        page.QuerySelector($"meta[property='{name}']")!.GetAttribute("content")!;

    private async Task<int> BytesAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path)
        {
            Headers = { AcceptEncoding = { new StringWithQualityHeaderValue("br") } },
        };
        using var answer = await client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsByteArrayAsync(Cancellation)).Length;
    }
}
