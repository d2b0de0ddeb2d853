using System.Security.Cryptography;
using System.Text;
using KerjaBhakti.Data.Identity;

namespace KerjaBhakti.Web.Account;

/// <summary>What the sign-in log keeps in place of what people type and what browsers say.</summary>
internal static class SignInNames
{
    // The first that is found counts: each of these says that it is also those behind it.
    private static readonly (string Token, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("OPR", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];
    private static readonly (string Token, string Name)[] Systems =
    [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ];

    /// <summary>The key of a name, the same however it is capitalised.</summary>
    public static string KeyOf(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.Trim().ToUpperInvariant())));

    /// <summary>Where a request comes from: "Firefox di Windows".</summary>
    public static SignInOrigin OriginOf(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress?.ToString() ?? string.Empty;
        var agent = http.Request.Headers.UserAgent.ToString();
        var browser = Browsers.FirstOrDefault(item => agent.Contains(item.Token, StringComparison.Ordinal)).Name ?? "peramban lain";
        var system = Systems.FirstOrDefault(item => agent.Contains(item.Token, StringComparison.Ordinal)).Name;
        return new SignInOrigin(
            address.Length <= SignInOrigin.AddressLength ? address : address[..SignInOrigin.AddressLength],
            system is null ? browser : $"{browser} di {system}"
        );
    }
}
