namespace KerjaBhakti.Web.Foundation;

/// <summary>
/// The way back that an address names, as <c>?kembali=/roster</c>. Everybody can write one, so it leads to a page of this portal or
/// nowhere.
/// </summary>
public static class ReturnPath
{
    /// <summary>The name of the parameter.</summary>
    public const string Parameter = "kembali";

    /// <summary>The longest that is followed, in characters.</summary>
    public const int MaxLength = 2000;

    // Where a browser would go from a page of some host, it must stay on that host. The name is reserved for examples that lead nowhere
    // (RFC 2606).
    private static readonly Uri Here = new("http://portal.invalid/");

    /// <summary>
    /// The path and query it names; null where it is none of this portal. Browsers drop tabs and line breaks from addresses and take "\"
    /// for "/", so neither is followed: "/%09/evil.example" would lead to another host.
    /// </summary>
    public static string? Read(string? text) =>
        text is { Length: > 0 and <= MaxLength }
        && text[0] == '/'
        && !text.Any(letter => char.IsControl(letter) || letter == '\\')
        && Uri.TryCreate(Here, text, out var target)
        && Uri.Compare(target, Here, UriComponents.SchemeAndServer | UriComponents.UserInfo, UriFormat.UriEscaped, StringComparison.Ordinal)
            == 0
            ? text
            : null;

    /// <summary>An address that leads back later.</summary>
    /// <param name="path">The page to go to first: "/masuk".</param>
    /// <param name="back">Where it leads back to; nowhere where it is none of this portal.</param>
    public static string AddTo(string path, string? back) =>
        Read(back) is { } safe ? $"{path}?{Parameter}={Uri.EscapeDataString(safe)}" : path;
}
