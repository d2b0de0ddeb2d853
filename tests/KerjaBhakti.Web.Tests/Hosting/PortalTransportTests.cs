using System.Net;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Auditing;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KerjaBhakti.Web.Tests.Hosting;

/// <summary>What every answer says of how the portal is to be reached, and what it says of itself.</summary>
public sealed class PortalTransportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Portal_BehindTls_KeepsItsCookiesToItsHostAndAnswersToItsNameAlone()
    {
        await using var portal = await PortalUnderTest.StartAsync("--Portal:PublicUrl=https://kerjabhakti.example.go.id");
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = portal.Address,
        };

        using var page = await client.GetAsync("/masuk", Cancellation);
        var form = Assert.Single(page.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-kerjabhakti-formulir=", form, StringComparison.Ordinal);
        Assert.Contains("secure", form, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/;", form, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("__Host-kerjabhakti", (await portal.SignInAsync("sekda@demo.local")).Name);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("kerjabhakti.example.go.id"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("localhost"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync("evil.example"));

        async Task<HttpStatusCode> StatusAsync(string host)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/masuk") { Headers = { Host = host } };
            using var answer = await client.SendAsync(request, Cancellation);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task EveryAnswer_ClosesWhatNoPageNeeds_AndSaysNothingOfTheServer()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        using var client = portal.CreateClient();
        foreach (var path in new[] { "/", "/masuk", "/api/v1/schedules", "/tidak-ada", "/health/live" })
        {
            using var answer = await client.GetAsync(path, Cancellation);
            Assert.False(answer.Headers.Contains("Server"));
            Assert.Equal(["same-origin"], answer.Headers.GetValues("Cross-Origin-Opener-Policy"));
            Assert.Equal(["same-origin"], answer.Headers.GetValues("Cross-Origin-Resource-Policy"));
            Assert.Contains("camera=()", answer.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        }

        Assert.Equal(TimeSpan.FromDays(365), portal.Services.GetRequiredService<IOptions<HstsOptions>>().Value.MaxAge);
    }

    [Theory]
    [InlineData("/api/v1/tidak-ada", "text/html")]
    [InlineData("/api/v1/schedules/9999", "*/*")]
    [InlineData("/api/v1/duties?date=bukan", "text/html,application/xhtml+xml")]
    public async Task Api_ThatHasNothingToSay_SaysSoAsAProblem(string path, string accept)
    {
        await using var portal = await PortalUnderTest.StartAsync();
        using var client = portal.CreateClient();
        client.DefaultRequestHeaders.Add("Accept", accept);

        using var answer = await client.GetAsync(path, Cancellation);

        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public void Refusals_OfOnePersonAndAddress_AreTheTrailsOnceAnHourWithTheirNumber()
    {
        var time = new SetTime();
        var counts = new RefusalCounts(time);

        Assert.Equal(new Refusal("GET /admin", 0), counts.Count("sari", "GET /admin"));
        Assert.All(Enumerable.Range(0, 300), _ => Assert.Null(counts.Count("sari", "GET /admin")));
        Assert.NotNull(counts.Count("budi", "GET /admin"));
        Assert.NotNull(counts.Count("sari", "GET /audit"));
        time.Now += TimeSpan.FromMinutes(61);
        Assert.Equal(new Refusal("GET /admin", 300), counts.Count("sari", "GET /admin"));

        var told = Enumerable.Range(0, 1000).Count(number => counts.Count("sari", $"GET /roster/pejabat/{number}") is not null);
        Assert.InRange(told, 1, 25);
    }

    private sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
