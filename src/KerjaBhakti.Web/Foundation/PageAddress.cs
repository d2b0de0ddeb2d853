using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;

namespace KerjaBhakti.Web.Foundation;

/// <summary>
/// The address of the page that is shown, for links within it. The base element of every page would make "#isi" alone, and an empty
/// address, lead to the front page.
/// </summary>
public static class PageAddress
{
    /// <summary>
    /// What the browser shows after the host: path and query. Of a page that is kept for everybody only the parameters it knows: whatever
    /// else one visitor wrote into the address would stand in every other visitor's page.
    /// </summary>
    public static string Here(this HttpContext context)
    {
        // Pages about errors are rendered at an address of their own; the browser keeps the one that was asked for.
        var (path, query) = (
            context.Features.Get<IStatusCodeReExecuteFeature>(),
            context.Features.Get<IExceptionHandlerPathFeature>()
        ) switch
        {
            ({ } asked, _) => (asked.OriginalPath, new QueryString(asked.OriginalQueryString)),
            (_, { } failed) => (failed.Path, context.Request.QueryString),
            _ => (
                context.Request.Path.Value,
                PublicPageAttribute.IsReadAnonymously(context) ? KnownQuery(context) : context.Request.QueryString
            ),
        };

        // Two slashes at the beginning would name a host.
        return UriHelper.BuildRelative(context.Request.PathBase, new PathString($"/{path?.TrimStart('/')}"), query);
    }

    private static QueryString KnownQuery(HttpContext context)
    {
        var known = PublicPageAttribute.KnownParameters(context.GetEndpoint()!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return QueryString.Create(context.Request.Query.Where(parameter => known.Contains(parameter.Key)));
    }

    /// <summary>A place in this page.</summary>
    /// <param name="context">The request of the page.</param>
    /// <param name="id">The id of the element.</param>
    public static string Here(this HttpContext context, string id) => $"{context.Here()}#{id}";
}
