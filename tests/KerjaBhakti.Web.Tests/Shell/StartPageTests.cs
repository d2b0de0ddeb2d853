using System.Net.Http.Json;
using System.Security.Claims;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Shell.Waiting;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Shell;

public sealed class StartPageTests(PortalFixture fixture)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> WorkRoles => [.. Access.Roles[Access.Work]];

    [Theory]
    [MemberData(nameof(WorkRoles))]
    public async Task SigningIn_AsAnyoneWhoWorksHere_LeadsToTheStartPage(string role)
    {
        using var client = await fixture.ClientOfAsync(role);
        using var answer = await client.GetAsync("/mulai", Cancellation);

        Assert.Equal("/kerja", new Uri(fixture.Portal.Address, answer.Headers.Location!).AbsolutePath);
        var page = await client.PageAsync("/kerja");
        Assert.Equal("Beranda", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("/kerja", page.QuerySelector("nav[aria-label=Utama] [aria-current=page]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task StartPage_OfTheDirector_IsThatOfTheHospital()
    {
        using var client = await fixture.ClientOfAsync(PortalRoles.DirekturRsud);

        Assert.Contains(
            "UPTD RSUD Kabupaten Wakatobi",
            (await client.PageAsync("/kerja")).QuerySelector(".site-title")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task StartPage_WhereNothingWaits_SaysWhatWillStandThere()
    {
        using var client = await fixture.ClientOfAsync(PortalRoles.Admin);

        Assert.Contains(
            "Tidak ada yang menunggu Anda",
            (await client.PageAsync("/kerja")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Counts_AreThoseOfTheListAndOfEachEntryOfTheMenu()
    {
        using var client = await fixture.ClientOfAsync(PortalRoles.KeuanganRsud);
        var items = (await client.PageAsync("/kerja")).QuerySelectorAll(".waiting-item");
        var counts = await client.GetFromJsonAsync<Dictionary<string, int>>("/kerja/menunggu.json", Cancellation);

        // Nothing is entered in this portal yet: the claim of the last month is what finance begins with.
        Assert.Contains("Klaim Mei 2015 belum dicatat", items.Single().TextContent, StringComparison.Ordinal);
        Assert.Equal(new Dictionary<string, int> { ["/kerja"] = 1, ["/wakatobi/klaim"] = 1 }, counts);
    }

    [Fact]
    public async Task Waiting_OfOfficials_IsRefused()
    {
        var official = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, PortalRoles.Pejabat)], "uji"));

        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            fixture.Portal.Services.GetRequiredService<WaitingList>().OfAsync(official, Cancellation)
        );
    }

    [Theory]
    [MemberData(nameof(WorkRoles))]
    public async Task Waiting_OfEveryRole_LeadsToPagesThatTheRoleMayOpenAndEntriesOfItsMenu(string role)
    {
        using var client = await fixture.ClientOfAsync(role);
        var page = await client.PageAsync("/kerja");
        foreach (var link in page.QuerySelectorAll(".waiting-item a, .figure-tile a, nav[aria-label=Utama] a"))
        {
            using var answer = await client.GetAsync(link.GetAttribute("href"), Cancellation);
            Assert.True(answer.IsSuccessStatusCode, $"{link.GetAttribute("href")} of {role}: {answer.StatusCode}");
        }

        Assert.InRange(page.QuerySelectorAll("nav[aria-label=Utama] .nav-text").Select(text => text.TextContent).Distinct().Count(), 1, 7);
    }
}
