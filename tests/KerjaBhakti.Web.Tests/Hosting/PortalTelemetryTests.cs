using System.Collections.Concurrent;
using System.Text;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace KerjaBhakti.Web.Tests.Hosting;

/// <summary>What a collector gets from the portal, by OTLP over HTTP.</summary>
public class PortalTelemetryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ACollector_GetsRequestsQueriesAndTheRuntime_AndNoSecretAddress()
    {
        await using var collector = await Collector.StartAsync();
        await using var portal = new PortalFixture();
        await portal.InitializeAsync($"--OTEL_EXPORTER_OTLP_ENDPOINT={collector.Address}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf");
        using var official = await portal.ClientOfAsync(PortalRoles.Pejabat);

        await official.GetStringAsync("/saya?rahasia=Sukarno", Cancellation);
        (await official.GetAsync("/kalender/rahasia-kalender.ics", Cancellation)).Dispose();
        Assert.True(portal.Portal.Services.GetRequiredService<TracerProvider>().ForceFlush());
        Assert.True(portal.Portal.Services.GetRequiredService<MeterProvider>().ForceFlush());

        var measured = collector.Received("/v1/metrics");
        Assert.All(
            [
                "KerjaBhakti",
                "http.server.request.duration",
                "dotnet.gc.collections",
                "Microsoft.EntityFrameworkCore",
                "microsoft.entityframeworkcore.queries",
            ],
            name => Assert.Contains(name, measured, StringComparison.Ordinal)
        );
        var traced = collector.Received("/v1/traces");
        Assert.Contains("GET /saya", traced, StringComparison.Ordinal);
        Assert.DoesNotContain("Sukarno", traced + measured, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia-kalender", traced + measured, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutACollector_NothingIsMeasured()
    {
        await using var portal = new PortalFixture();
        await portal.InitializeAsync();

        Assert.Null(portal.Portal.Services.GetService<MeterProvider>());
        Assert.Null(portal.Portal.Services.GetService<TracerProvider>());
    }

    [Theory]
    [InlineData("pengumpul")]
    [InlineData("ftp://pengumpul:4317")]
    public void AnAddressThatIsNone_StopsTheStart(string endpoint) =>
        Assert.Contains(
            $"OTEL_EXPORTER_OTLP_ENDPOINT '{endpoint}'",
            Assert.Throws<PortalStartException>(() => PortalHost.Build([$"--OTEL_EXPORTER_OTLP_ENDPOINT={endpoint}"])).Message,
            StringComparison.Ordinal
        );

    /// <summary>A collector on this machine that keeps what it is sent.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly ConcurrentQueue<(string Path, byte[] Body)> requests = new();
        private readonly WebApplication app;

        private Collector()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            app = builder.Build();
            app.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body, context.RequestAborted);
                requests.Enqueue((context.Request.Path, body.ToArray()));
            });
        }

        public string Address => app.Urls.Single();

        public static async Task<Collector> StartAsync()
        {
            var collector = new Collector();
            await collector.app.StartAsync(Cancellation);
            return collector;
        }

        /// <summary>What was sent to a path. Texts stand in Protocol Buffers as they are, in UTF-8.</summary>
        public string Received(string path) =>
            string.Concat(requests.Where(request => request.Path == path).Select(request => Encoding.UTF8.GetString(request.Body)));

        public async ValueTask DisposeAsync() => await app.DisposeAsync();
    }
}
