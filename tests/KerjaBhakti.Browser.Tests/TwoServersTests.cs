using System.Diagnostics;
using KerjaBhakti.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KerjaBhakti.Browser.Tests;

/// <summary>Two servers on one database behind a proxy, and one editor of the same draft at each.</summary>
public class TwoServersTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task EditorsAtTwoServers_SeeEachOther_AreAskedAboutOneCell_AndGoOnAtTheOtherWhenOneIsKilled()
    {
        await using var one = new PortalProcess();
        await using var other = one.Beside();
        await one.StartAsync();
        await other.StartAsync();
        await using var balancer = await Balancer.StartAsync(one, other);
        var options = new BrowserNewContextOptions { BaseURL = balancer.Address };
        var first = await EditorPage.CreateDraftAsync(
            await OpenAndSignInAsync(BrowserFixture.Secretariat, "/roster/rancangan/baru", options)
        );
        var second = new EditorPage(await OpenAndSignInAsync(BrowserFixture.Secretariat, first.Path, options));
        await second.IsReadyAsync();
        Assert.NotEqual(await Balancer.ServerOfAsync(first.Page.Context), await Balancer.ServerOfAsync(second.Page.Context));

        await first.WriteAsync(5, 3, "cakung");
        await first.IsSavedAsync();
        var since = Stopwatch.GetTimestamp();
        await second.ShowsAsync(5, 3, "Cakung");
        TestContext.Current.SendDiagnosticMessage($"Seen at the other server after {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s.");

        // Typed before either could see the other's: the second is asked.
        await second.SelectAsync(7, 4);
        await second.Page.Keyboard.TypeAsync("ciracas");
        await first.WriteAsync(7, 4, "cakung");
        await first.IsSavedAsync();
        await second.PressAsync("Enter");
        await Expect(second.Dialog).ToContainTextAsync("lebih dahulu");
        await second.Dialog.GetByRole(AriaRole.Button, new() { Name = "Pakai milik saya", Exact = true }).ClickAsync();
        await second.IsSavedAsync();
        await first.ShowsAsync(7, 4, "Ciracas");

        // Whoever came first was sent to the first server, which dies while they type.
        await first.WriteAsync(9, 1, "cakung");
        await one.KillAsync();
        await first.WriteAsync(10, 1, "ciracas");
        await Expect(first.Message).ToContainTextAsync("dilanjutkan", new() { Timeout = 2 * BrowserFixture.Patience });
        await first.IsSavedAsync();
        await second.ShowsAsync(9, 1, "Cakung");
        await second.ShowsAsync(10, 1, "Ciracas");
        Assert.Equal(await Balancer.ServerOfAsync(first.Page.Context), await Balancer.ServerOfAsync(second.Page.Context));
    }
}
