using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing.Template;

namespace KerjaBhakti.Web.Foundation;

/// <summary>Which roles open an address, asked of the routes themselves, so that who is refused reads what is true.</summary>
/// <param name="routes">Every route.</param>
public sealed class ClosedAddress(EndpointDataSource routes)
{
    /// <summary>The roles that every policy of the address's route lets in; null where no route or no policy is known of it.</summary>
    /// <param name="address">The address with or without its query.</param>
    public IReadOnlyList<string>? RolesFor(string? address)
    {
        if (address is null)
        {
            return null;
        }

        var path = new PathString("/" + address.Split('?', '#')[0].TrimStart('/'));
        var policies = routes
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => Matches(endpoint, path))
            // A route of words goes before one that takes anything in their place.
            .OrderBy(endpoint => endpoint.RoutePattern.Parameters.Count)
            .Select(endpoint => endpoint.Metadata.OfType<IAuthorizeData>().Select(data => data.Policy).OfType<string>().ToList())
            .FirstOrDefault(named => named.Count > 0);
        return policies?.Where(Access.Roles.ContainsKey).Select(policy => Access.Roles[policy].AsEnumerable()).Aggregate(Both).ToList();
    }

    private static bool Matches(RouteEndpoint endpoint, PathString path)
    {
        var text = endpoint.RoutePattern.RawText ?? string.Empty;
        return !text.Contains("{*", StringComparison.Ordinal)
            && new TemplateMatcher(TemplateParser.Parse(text.TrimStart('/')), []).TryMatch(path, []);
    }

    private static IEnumerable<string> Both(IEnumerable<string> one, IEnumerable<string> other) => one.Intersect(other);
}
