using KerjaBhakti.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Transforms;

namespace KerjaBhakti.Browser.Tests;

/// <summary>
/// A proxy before two servers, as an office would put one there: a visitor stays with the server that answered first, and goes to the other
/// once that one does not answer any more.
/// </summary>
internal sealed class Balancer : IAsyncDisposable
{
    private const string CookieName = "server";

    private readonly WebApplication app;

    private Balancer(WebApplication app) => this.app = app;

    /// <summary>Where it answers.</summary>
    public string Address => app.Urls.First();

    /// <summary>Which server a browser is with.</summary>
    public static async Task<string> ServerOfAsync(Microsoft.Playwright.IBrowserContext browser) =>
        (await browser.CookiesAsync()).Single(cookie => cookie.Name == CookieName).Value;

    public static async Task<Balancer> StartAsync(params PortalProcess[] servers)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder
            .Services.AddReverseProxy()
            .LoadFromMemory(
                [
                    new RouteConfig
                    {
                        RouteId = "portal",
                        ClusterId = "portal",
                        Match = new RouteMatch { Path = "{**all}" },
                    },
                ],
                [
                    new ClusterConfig
                    {
                        ClusterId = "portal",
                        LoadBalancingPolicy = "RoundRobin",
                        SessionAffinity = new SessionAffinityConfig
                        {
                            Enabled = true,
                            Policy = "HashCookie",
                            FailurePolicy = "Redistribute",
                            AffinityKeyName = CookieName,
                        },
                        HealthCheck = new HealthCheckConfig
                        {
                            Active = new ActiveHealthCheckConfig
                            {
                                Enabled = true,
                                Interval = TimeSpan.FromSeconds(1),
                                Timeout = TimeSpan.FromSeconds(20),
                                Policy = HealthCheckConstants.ActivePolicy.ConsecutiveFailures,
                                Path = "/health/live",
                            },
                        },
                        Destinations = servers
                            .Index()
                            .ToDictionary(
                                server => $"server-{server.Index}",
                                server => new DestinationConfig { Address = server.Item.Address.ToString() }
                            ),
                    },
                ]
            )
            .AddTransforms(transforms => transforms.AddOriginalHost());
        var app = builder.Build();
        app.MapReverseProxy();
        await app.StartAsync();
        return new Balancer(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
