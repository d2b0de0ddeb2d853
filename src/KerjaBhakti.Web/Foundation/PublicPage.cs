using System.Reflection;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Metadata;

namespace KerjaBhakti.Web.Foundation;

/// <summary>
/// Marks a page that is the same for everybody who is not signed in: it depends on the address and the date alone, so it may be cached.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicPageAttribute : Attribute
{
    /// <summary>Whether a request reads such a page without being signed in.</summary>
    public static bool IsReadAnonymously(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.User.Identity?.IsAuthenticated != true
        && context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null;

    /// <summary>
    /// The parameters of the query that a page or an endpoint of the API knows; nothing else makes a difference to its answer.
    /// </summary>
    public static IEnumerable<string> KnownParameters(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is { Type: var page }
            ? page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Select(property => (property, query: property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()))
                .Where(item => item.query is not null)
                .Select(item => item.query!.Name ?? item.property.Name)
            : endpoint.Metadata.OfType<IParameterBindingMetadata>().Select(parameter => parameter.Name);
}

/// <summary>Registers what public pages need.</summary>
public static class PublicPageSetup
{
    /// <summary>Keeps antiforgery tokens out of public pages that are read anonymously. Call it after AddRazorComponents.</summary>
    public static IServiceCollection AddPublicPages(this IServiceCollection services)
    {
        var standard = services.Single(service => service.ServiceType == typeof(IAntiforgery));
        services.Remove(standard);
        return services.AddSingleton<IAntiforgery>(provider => new PublicPageAntiforgery(
            (IAntiforgery)ActivatorUtilities.CreateInstance(provider, standard.ImplementationType!)
        ));
    }
}

/// <summary>
/// Blazor stores an antiforgery cookie with every page it renders, form or no form, and forbids caching it. A public page read anonymously
/// has no form that posts, and a cookie would make every visitor's copy a different one.
/// </summary>
internal sealed class PublicPageAntiforgery(IAntiforgery standard) : IAntiforgery
{
    private static readonly AntiforgeryTokenSet None = new(
        requestToken: null,
        cookieToken: null,
        formFieldName: "__RequestVerificationToken",
        headerName: null
    );

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) =>
        PublicPageAttribute.IsReadAnonymously(httpContext) ? None : standard.GetAndStoreTokens(httpContext);

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => standard.GetTokens(httpContext);

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => standard.IsRequestValidAsync(httpContext);

    public Task ValidateRequestAsync(HttpContext httpContext) => standard.ValidateRequestAsync(httpContext);

    public void SetCookieTokenAndHeader(HttpContext httpContext) => standard.SetCookieTokenAndHeader(httpContext);
}
