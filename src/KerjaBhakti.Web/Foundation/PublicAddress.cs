using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace KerjaBhakti.Web.Foundation;

/// <summary>
/// The address under which everybody reaches the portal: <c>Portal:PublicUrl</c>, or where that is not set the one the portal listens on.
/// It is printed on paper and sent to other systems, so it never comes from a request: whoever forges a host name would decide where the
/// codes of the next print lead.
/// </summary>
public sealed class PublicAddress
{
    // Where a program listens on every address of its machine, it answers on this one.
    private static readonly string[] Everywhere = ["*", "+", "0.0.0.0", "[::]"];

    private readonly Uri? said;
    private readonly IConfiguration configuration;
    private readonly IServer server;

    /// <summary>Reads the setting.</summary>
    /// <exception cref="PortalStartException">It is no address of the form https://kerjabhakti.example.go.id.</exception>
    public PublicAddress(IConfiguration configuration, IServer server)
    {
        this.configuration = configuration;
        this.server = server;
        if (configuration["Portal:PublicUrl"] is not { Length: > 0 } text)
        {
            return;
        }

        if (
            !Uri.TryCreate(text, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            || address.Query.Length > 0
        )
        {
            throw new PortalStartException($"Portal__PublicUrl berisi '{text}'; tulis alamat seperti https://kerjabhakti.jakarta.go.id.");
        }

        said = new Uri($"{address.AbsoluteUri.TrimEnd('/')}/");
    }

    /// <summary>Whether somebody said it; else it is guessed from where the portal listens, and printed codes may lead nowhere.</summary>
    public bool IsSaid => said is not null;

    /// <summary>Whether it leads nowhere but to the reader's own computer, which no printed code should.</summary>
    public bool IsLocal => Root.IsLoopback;

    /// <summary>Whether everybody reaches it by https: then cookies are for https alone.</summary>
    public bool IsSecure => said?.Scheme == Uri.UriSchemeHttps;

    /// <summary>The host it has by the setting; null where there is none.</summary>
    public string? Host => said?.Host;

    /// <summary>
    /// The name of a cookie: behind TLS with the prefix by which a browser takes it from this very host alone, by https and for every path.
    /// </summary>
    public string CookieName(string name) => IsSecure ? $"__Host-{name}" : name;

    /// <summary>Scheme, host and port, as a browser names the origin of a page.</summary>
    public string Origin => Root.GetLeftPart(UriPartial.Authority);

    /// <summary>The whole address of a page, given as "jadwal/2015".</summary>
    public Uri Of(string path) => new(Root, path);

    // Asked each time: a port that the system chooses is known only once the portal listens. A command does not listen, and takes what the
    // portal would.
    private Uri Root =>
        said ?? new Uri($"{ReachableAt(Listening ?? configuration["urls"]?.Split(';')[0] ?? DefaultAddress.Url).TrimEnd('/')}/");

    private string? Listening => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();

    private static string ReachableAt(string listening) =>
        Everywhere.Aggregate(listening, (address, host) => address.Replace($"://{host}", "://localhost", StringComparison.Ordinal));
}
