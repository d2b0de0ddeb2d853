using System.Net;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Components.Shared;
using KerjaBhakti.Web.Roster.Drafts;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Account;

/// <summary>Who may open a circuit, asked with real sockets.</summary>
public sealed partial class CircuitGateTests(PortalFixture fixture)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Uri Portal => fixture.Portal.Address;

    private string Own => Portal.GetLeftPart(UriPartial.Authority);

    [Fact]
    public async Task Socket_FromThePageOfItsUser_Opens()
    {
        var cookie = await fixture.Portal.SignInAsync("sekretariat@demo.local");

        Assert.Equal(HttpStatusCode.SwitchingProtocols, await SocketAsync(cookie, Own, await PageKeyAsync(cookie)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://evil.example")]
    [InlineData("https://SELF")]
    public async Task Socket_FromAnotherOrigin_IsRefusedWithTheVictimsCookie(string? origin)
    {
        var cookie = await fixture.Portal.SignInAsync("sekretariat@demo.local");
        var key = await PageKeyAsync(cookie);
        origin = origin?.Replace("SELF", Portal.Authority, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, await SocketAsync(cookie, origin, key));
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(cookie, origin, key));
    }

    [Fact]
    public async Task Socket_FromAPageThatWasRenderedForSomebodyElse_IsRefused()
    {
        var before = await PageKeyAsync(await fixture.Portal.SignInAsync("sekretariat@demo.local"));
        var next = await fixture.Portal.SignInAsync("sekda@demo.local");

        Assert.Equal(HttpStatusCode.Forbidden, await SocketAsync(next, Own, before));
        Assert.Equal(HttpStatusCode.Forbidden, await SocketAsync(next, Own, string.Empty));
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(next, Own, before));
        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(next, Own, await PageKeyAsync(next)));
    }

    [Fact]
    public async Task Sockets_OfOneAccount_AreBounded()
    {
        await using var portal = await PortalUnderTest.StartAsync("--Circuits:MostOfAccount=2");
        var cookie = await portal.SignInAsync("sekretariat@demo.local");
        var key = CircuitGate.PageKeyOf(UserOf(portal, cookie)!);
        using var first = await OpenAsync(portal.Address, cookie, key);
        using var second = await OpenAsync(portal.Address, cookie, key);

        var refused = await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(portal.Address, cookie, key));
        Assert.Contains("429", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Components_ThatAMarkerStarts_AskForTheirRightThemselves()
    {
        var pages = Directory.EnumerateFiles(WebProject(), "*.razor", SearchOption.AllDirectories).Select(File.ReadAllText);
        var started = pages.SelectMany(page => Started().Matches(page)).Select(match => match.Groups["name"].Value).Distinct().ToList();
        var types = typeof(CircuitRoot).Assembly.GetTypes().ToLookup(type => type.Name);

        Assert.NotEmpty(started);
        Assert.DoesNotContain(started, name => !types[name].Any(type => type.IsSubclassOf(typeof(CircuitRoot))));
    }

    [GeneratedRegex(@"<(?<name>\w+)[^<>]*@rendermode", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex Started();

    [GeneratedRegex(@"data-circuit=""(?<key>[^""]+)""", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex PageKey();

    private static string WebProject([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", "src", "KerjaBhakti.Web");

    private static System.Security.Claims.ClaimsPrincipal? UserOf(PortalUnderTest portal, Cookie cookie)
    {
        var format = portal
            .Services.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>>()
            .Get(Microsoft.AspNetCore.Identity.IdentityConstants.ApplicationScheme)
            .TicketDataFormat;
        return format.Unprotect(cookie.Value)?.Principal;
    }

    private static async Task<ClientWebSocket> OpenAsync(Uri portal, Cookie cookie, string key)
    {
        var socket = new ClientWebSocket();
        socket.Options.Cookies = new CookieContainer();
        socket.Options.Cookies.Add(cookie);
        socket.Options.SetRequestHeader("Origin", portal.GetLeftPart(UriPartial.Authority));
        await socket.ConnectAsync(
            new UriBuilder(portal)
            {
                Scheme = "ws",
                Path = "/_blazor",
                Query = $"halaman={key}",
            }.Uri,
            Cancellation
        );
        return socket;
    }

    /// <summary>What the page of a draft says of itself.</summary>
    private async Task<string> PageKeyAsync(Cookie cookie)
    {
        var drafts = fixture.Portal.Services.GetRequiredService<DraftService>();
        var issued = (await fixture.Portal.Services.GetRequiredService<PublishedSchedules>().OfYearAsync(2015, Cancellation))!;
        var draft = await drafts.CreateAsync(
            TestUsers.Of(PortalRoles.Sekretariat),
            new NewDraft(issued.Title, issued.Annex.Period, issued.Id, WithCells: false),
            Cancellation
        );
        using var client = ClientOf(cookie);
        return PageKey().Match(await client.GetStringAsync($"/roster/jadwal/{draft}", Cancellation)).Groups["key"].Value;
    }

    private async Task<HttpStatusCode> SocketAsync(Cookie cookie, string? origin, string key)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.Cookies = new CookieContainer();
        socket.Options.Cookies.Add(cookie);
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        try
        {
            await socket.ConnectAsync(
                new UriBuilder(Portal)
                {
                    Scheme = "ws",
                    Path = "/_blazor",
                    Query = $"halaman={key}",
                }.Uri,
                Cancellation
            );
        }
        catch (WebSocketException)
        {
            // The status says why.
        }

        return socket.HttpStatusCode;
    }

    private async Task<HttpStatusCode> NegotiateAsync(Cookie cookie, string? origin, string key)
    {
        using var client = ClientOf(cookie);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/_blazor/negotiate?halaman={key}&negotiateVersion=1");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var answer = await client.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }

    private HttpClient ClientOf(Cookie cookie)
    {
        var cookies = new CookieContainer();
        cookies.Add(cookie);
        return new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = Portal };
    }
}
