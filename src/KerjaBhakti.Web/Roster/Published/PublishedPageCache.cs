using System.Globalization;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace KerjaBhakti.Web.Roster.Published;

/// <summary>
/// How long the answer to an anonymous visitor is kept in memory. What is shown depends on the address, on today's date and on what is
/// published; a signed-in visitor's page differs and is never kept (the framework's own rule). Nothing else of a request may reach what is
/// kept: no parameter that the page does not know, no name of a host, no header.
/// </summary>
public static class PublishedPageCache
{
    /// <summary>The policy's name, for <c>[OutputCache]</c>.</summary>
    public const string Name = "published";

    /// <summary>The tag under which all of it is forgotten at once.</summary>
    public const string Tag = "published";

    // The best first, as the compression names them.
    private static readonly string[] Compressions = ["br", "gzip"];

    // What people and programs type freely has too many answers to keep.
    private static readonly string[] Typed = ["q", "kode"];

    internal static void Configure(OutputCachePolicyBuilder policy) =>
        policy
            .AddPolicy<OwnRules>()
            .Tag(Tag)
            .Expire(TimeSpan.FromMinutes(1))
            .SetVaryByHeader("Accept-Encoding")
            .VaryByValue(context =>
                new("hari", context.RequestServices.GetRequiredService<PortalClock>().Today.ToString("O", CultureInfo.InvariantCulture))
            )
            .VaryByValue(
                async (context, cancellationToken) =>
                    new(
                        "terbitan",
                        (await context.RequestServices.GetRequiredService<PublicationStamp>().ReadAsync(cancellationToken)).ToString(
                            CultureInfo.InvariantCulture
                        )
                    )
            )
            .With(context => !Typed.Any(context.HttpContext.Request.Query.ContainsKey));

    // Of a list like "gzip;q=1.0, identity; q=0.5, *;q=0" only the one that is used makes a difference.
    private static StringValues CompressionOf(HttpRequest request)
    {
        var accepted = request
            .GetTypedHeaders()
            .AcceptEncoding.Where(item => item.Quality is not 0)
            .Select(item => item.Value.Value)
            .ToList();
        return Compressions.FirstOrDefault(name => accepted.Contains(name, StringComparer.OrdinalIgnoreCase) || accepted.Contains("*"));
    }

    private sealed class OwnRules : IOutputCachePolicy
    {
        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            var request = context.HttpContext.Request;
            request.Headers.AcceptEncoding = CompressionOf(request);
            context.CacheVaryByRules.VaryByHost = false;
            context.CacheVaryByRules.QueryKeys = new StringValues([
                .. PublicPageAttribute.KnownParameters(context.HttpContext.GetEndpoint()!),
            ]);
            return ValueTask.CompletedTask;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

        // An answer that was cut off is nobody's answer.
        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            context.AllowCacheStorage &= !context.HttpContext.RequestAborted.IsCancellationRequested;
            return ValueTask.CompletedTask;
        }
    }
}
