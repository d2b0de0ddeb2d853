using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests;

/// <summary>Every route of a portal, for tests that walk them all.</summary>
internal static class PortalRoutes
{
    // What a route's parameters stand for here; the answer may be "not found", but never another role's page.
    private static readonly Dictionary<string, string> Values = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tahun"] = "2015",
        ["no"] = "12",
        ["kode"] = "31.75.03",
        ["year"] = "2015",
        ["id"] = Guid.Empty.ToString(),
        ["documentName"] = "v1",
        ["number"] = "118",
        ["nomor"] = "118",
        ["scan"] = Guid.Empty.ToString(),
        ["staffId"] = "P1",
        ["bulan"] = "2024-03",
        ["jenis"] = "kegiatan",
        ["baris"] = "48",
        ["tanggal"] = "2015-05-31",
        ["Jabatan"] = "1",
        ["position"] = "1",
        ["token"] = "bukan-tautan",
    };

    /// <summary>
    /// The routes. In Development the framework adds one of its own for files made while it runs; without a policy it is closed to
    /// everybody.
    /// </summary>
    public static IEnumerable<RouteEndpoint> Of(IServiceProvider services) =>
        services
            .GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText != "{**path:file}");

    /// <summary>Whether its policies let a role in; null is nobody.</summary>
    public static bool IsOpenTo(string? role, RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return true;
        }

        var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>();
        return role is not null && policies.All(data => data.Policy is null || Access.Roles[data.Policy].Contains(role));
    }

    /// <summary>Whether it answers GET with something of the portal's own.</summary>
    public static bool CanBeRead(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains("GET"))
        && endpoint.RoutePattern.RawText is { } path
        && !path.Contains("_blazor", StringComparison.Ordinal)
        && !path.Contains('*', StringComparison.Ordinal)
        && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null;

    /// <summary>Its address, with values for its parameters.</summary>
    /// <param name="endpoint">The route.</param>
    /// <param name="changed">The name of a parameter that gets another value; null where all have usual ones.</param>
    /// <param name="value">The other value, as an address has it.</param>
    public static string PathOf(RouteEndpoint endpoint, string? changed = null, string value = "") =>
        "/"
        + string.Join(
            '/',
            endpoint.RoutePattern.PathSegments.Select(segment =>
                string.Concat(
                    segment.Parts.Select(part =>
                        part switch
                        {
                            RoutePatternLiteralPart literal => literal.Content,
                            RoutePatternParameterPart parameter => parameter.Name == changed ? value : Values[parameter.Name],
                            RoutePatternSeparatorPart separator => separator.Content,
                            _ => throw new NotSupportedException(part.ToString()),
                        }
                    )
                )
            )
        );
}
