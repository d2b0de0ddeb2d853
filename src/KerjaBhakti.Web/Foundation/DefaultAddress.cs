namespace KerjaBhakti.Web.Foundation;

/// <summary>Where the portal answers when nobody says where.</summary>
public static class DefaultAddress
{
    /// <summary>The address of product and documentation.</summary>
    public const string Url = "http://localhost:5080";

    // What an operator may set; each as ASPNETCORE_… in the environment or as an argument.
    private static readonly string[] Settings = ["urls", "http_ports", "https_ports"];

    /// <summary>
    /// Listens on <see cref="Url"/> unless an address is set. Not in appsettings.json, whose address would win over ASPNETCORE_URLS.
    /// </summary>
    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        if (
            Settings.All(setting => string.IsNullOrEmpty(builder.Configuration[setting]))
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists()
        )
        {
            builder.WebHost.UseUrls(Url);
        }
    }
}
