using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.RateLimiting;

namespace KerjaBhakti.Web.Hosting;

/// <summary>
/// How often forms may be posted that need no sign-in: sign-in, password, set-up. From one address, behind which an office may sit, and
/// over all: what is behind them costs processors.
/// </summary>
public static class FormLimits
{
    private const int OfAddress = 60;
    private const int OverAll = 300;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Adds the limits to those that endpoints name themselves.</summary>
    public static void AddFormLimits(this IServiceCollection services) =>
        services.Configure<RateLimiterOptions>(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;

            // The address first: who has spent their own must not spend everybody's.
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context =>
                    IsAnonymousForm(context)
                        ? RateLimitPartition.GetFixedWindowLimiter($"{context.Connection.RemoteIpAddress}", _ => LimitOf(OfAddress))
                        : RateLimitPartition.GetNoLimiter(string.Empty)
                ),
                PartitionedRateLimiter.Create<HttpContext, string>(context =>
                    IsAnonymousForm(context)
                        ? RateLimitPartition.GetFixedWindowLimiter("all", _ => LimitOf(OverAll))
                        : RateLimitPartition.GetNoLimiter(string.Empty)
                )
            );
            limiter.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var rest) ? rest : Window;

                // The page that says so is looked at, not posted to.
                rejected.HttpContext.Request.Method = HttpMethods.Get;
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds))
                    .ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });

    private static FixedWindowRateLimiterOptions LimitOf(int most) => new() { PermitLimit = most, Window = Window };

    private static bool IsAnonymousForm(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && context.GetEndpoint()?.Metadata is { } metadata
        && metadata.GetMetadata<ComponentTypeMetadata>() is not null
        && metadata.GetMetadata<IAllowAnonymous>() is not null;
}
