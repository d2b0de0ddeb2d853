using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.HostFiltering;

namespace KerjaBhakti.Web.Hosting;

/// <summary>
/// How the portal is reached: by which names, by https alone where its public address says so, and saying nothing of itself.
/// </summary>
internal static class PortalTransport
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>Adds it.</summary>
    public static void AddPortalTransport(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Services.AddHsts(hsts => hsts.MaxAge = Year);

        // Another name is nobody's who asks for the portal. The machine itself may ask by its own, as monitors do.
        builder
            .Services.AddOptions<HostFilteringOptions>()
            .PostConfigure<PublicAddress>(
                (hosts, address) =>
                {
                    if (address.Host is { } host && hosts.AllowedHosts is null or [] or ["*"])
                    {
                        hosts.AllowedHosts = [host, "localhost", "127.0.0.1", "[::1]"];
                    }
                }
            );
        builder
            .Services.AddOptions<AntiforgeryOptions>()
            .Configure<PublicAddress>(
                (forms, address) =>
                {
                    forms.Cookie = new HostCookie(address.IsSecure)
                    {
                        Name = address.CookieName("kerjabhakti-formulir"),
                        Path = "/",
                        HttpOnly = true,
                        SameSite = SameSiteMode.Strict,
                        IsEssential = true,
                    };
                }
            );
    }

    /// <summary>
    /// A cookie for https alone, also where the proxy does not tell the portal that it was reached by https: the framework would refuse
    /// every form then.
    /// </summary>
    private sealed class HostCookie(bool isSecure) : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var cookie = base.Build(context, expiresFrom);
            cookie.Secure |= isSecure;
            return cookie;
        }
    }
}
