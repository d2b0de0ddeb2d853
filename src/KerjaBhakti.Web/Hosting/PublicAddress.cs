namespace KerjaBhakti.Web.Hosting;

/// <summary>
/// The address under which everybody reaches the portal, <c>Portal:PublicUrl</c>. It is printed on paper and sent to other systems, so it never comes from a
/// request: whoever forges a host name would decide where the codes of the next print lead.
/// </summary>
public sealed class PublicAddress
{
    private readonly Uri root;

    /// <summary>Reads the setting.</summary>
    /// <exception cref="PortalStartException">It is no address of the form https://kerjabhakti.example.go.id.</exception>
    public PublicAddress(IConfiguration configuration)
    {
        var text = configuration["Portal:PublicUrl"];
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            || address.Query.Length > 0)
        {
            throw new PortalStartException($"Portal__PublicUrl berisi '{text}'; tulis alamat seperti https://kerjabhakti.jakarta.go.id.");
        }

        root = new Uri($"{address.AbsoluteUri.TrimEnd('/')}/");
    }

    /// <summary>Whether it leads nowhere but to the reader's own computer, which no printed code should.</summary>
    public bool IsLocal => root.IsLoopback;

    /// <summary>The whole address of a page, given as "jadwal/2015".</summary>
    public Uri Of(string path) => new(root, path);
}
