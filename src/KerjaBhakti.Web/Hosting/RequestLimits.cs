using System.Globalization;
using System.Threading.RateLimiting;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;

namespace KerjaBhakti.Web.Hosting;

/// <summary>
/// Holds requests to the <see cref="RequestLimit"/> of their endpoint. The framework's own middleware never ends its clocks, so that a
/// stopped server stays in memory and ticks (decision 61).
/// </summary>
internal sealed class RequestLimits : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    // Sign-in, password, set-up: what is behind them costs processors.
    private static readonly RequestLimit AnonymousForms = new("form", OfAddress: 60, OverAll: 300, PostsOnly: true);

    // The address first: who has spent their own must not spend everybody's.
    private readonly PartitionedRateLimiter<HttpContext>[] limiters =
    [
        PartitionedRateLimiter.Create<HttpContext, string>(context =>
            Of(context) is { } limit
                ? Count($"{limit.Name} {context.Connection.RemoteIpAddress}", limit.OfAddress)
                : RateLimitPartition.GetNoLimiter(string.Empty)
        ),
        PartitionedRateLimiter.Create<HttpContext, string>(context =>
            Of(context) is { OverAll: { } most } limit ? Count(limit.Name, most) : RateLimitPartition.GetNoLimiter(string.Empty)
        ),
    ];

    /// <summary>Limits the forms of pages that need no sign-in.</summary>
    public static void LimitAnonymousForms(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.Any(item => item is ComponentTypeMetadata) && endpoint.Metadata.Any(item => item is IAllowAnonymous))
        {
            endpoint.Metadata.Add(AnonymousForms);
        }
    }

    /// <summary>Lets a request through, or answers it 429.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        foreach (var limiter in limiters)
        {
            using var lease = limiter.AttemptAcquire(context);
            if (!lease.IsAcquired)
            {
                Refuse(context, lease.TryGetMetadata(MetadataName.RetryAfter, out var rest) ? rest : Window);
                return Task.CompletedTask;
            }
        }

        return next(context);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var limiter in limiters)
        {
            limiter.Dispose();
        }
    }

    private static void Refuse(HttpContext context, TimeSpan wait)
    {
        // The page that says so is looked at, not posted to.
        context.Request.Method = HttpMethods.Get;
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }

    private static RequestLimit? Of(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RequestLimit>() is { } limit
        && (!limit.PostsOnly || HttpMethods.IsPost(context.Request.Method))
            ? limit
            : null;

    private static RateLimitPartition<string> Count(string key, int most) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window });
}
