using KerjaBhakti.Web.Foundation;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace KerjaBhakti.Web.Hosting;

/// <summary>
/// Measurements and traces for whoever runs the portal, by OTLP. Off until <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set; the other settings
/// are the standard's too.
/// </summary>
internal static class PortalTelemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Sends measurements and traces to the configured collector.</summary>
    /// <exception cref="PortalStartException">The collector's address is none.</exception>
    public static void AddPortalTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[Endpoint] is not { Length: > 0 } endpoint)
        {
            return;
        }

        if (
            !Uri.TryCreate(endpoint, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
        )
        {
            throw new PortalStartException($"Pengaturan {Endpoint} '{endpoint}' bukan alamat; tulis misalnya http://localhost:4317.");
        }

        services
            .AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource.AddService("KerjaBhakti", serviceVersion: typeof(PortalTelemetry).Assembly.GetName().Version!.ToString(3))
            )
            .WithMetrics(metrics =>
                metrics
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddRuntimeInstrumentation()
                    .AddMeter(
                        "Microsoft.EntityFrameworkCore",
                        "Microsoft.AspNetCore.Components",
                        "Microsoft.AspNetCore.Components.Lifecycle",
                        "Microsoft.AspNetCore.Components.Server.Circuits"
                    )
            )
            .WithTracing(traces =>
                traces
                    .AddAspNetCoreInstrumentation(requests => requests.Filter = request => MayBeTraced(request.Request.Path))
                    .AddHttpClientInstrumentation(calls =>
                        calls.FilterHttpRequestMessage = call => MayBeTraced(call.RequestUri?.AbsolutePath)
                    )
            )
            .UseOtlpExporter();
    }

    // A trace holds the path. That of a calendar is a secret, and health checks would drown the rest. Values of the query are left out by
    // the instrumentation.
    private static bool MayBeTraced(PathString path) =>
        !path.StartsWithSegments("/kalender", StringComparison.OrdinalIgnoreCase)
        && !path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);
}
