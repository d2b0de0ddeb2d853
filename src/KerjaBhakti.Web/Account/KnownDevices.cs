using System.Security.Cryptography;
using System.Text.Json;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.DataProtection;

namespace KerjaBhakti.Web.Account;

/// <summary>
/// The cookie by which a device is known that has signed in before (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"): signed
/// by the portal, it names the accounts and a number for each. It opens nothing; wrong passwords from such a device are counted for it
/// alone, so that strangers cannot bar it.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, PublicAddress address)
{
    private string CookieName => address.CookieName("kerjabhakti-perangkat");

    // A computer that several people use.
    private const int MostAccounts = 8;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private readonly IDataProtector protector = protection.CreateProtector("KerjaBhakti.KnownDevices");

    /// <summary>The number of this device for an account; null where it never signed in to it.</summary>
    public Guid? Of(HttpContext http, string nameKey) => Read(http).TryGetValue(nameKey, out var device) ? device : null;

    /// <summary>Remembers that this device has signed in to an account.</summary>
    public void Remember(HttpContext http, string nameKey)
    {
        var known = Read(http);
        var device = known.TryGetValue(nameKey, out var before) ? before : Guid.NewGuid();
        var kept = known.Where(item => item.Key != nameKey).TakeLast(MostAccounts - 1).Append(new(nameKey, device)).ToDictionary();
        http.Response.Cookies.Append(
            CookieName,
            protector.Protect(JsonSerializer.Serialize(kept)),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = Lifetime,
                Path = "/",
                SameSite = SameSiteMode.Lax,
                Secure = address.IsSecure || http.Request.IsHttps,
            }
        );
    }

    private Dictionary<string, Guid> Read(HttpContext http)
    {
        if (http.Request.Cookies[CookieName] is not { Length: > 0 and < 4096 } cookie)
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, Guid>>(protector.Unprotect(cookie)) ?? [];
        }
        catch (Exception forged) when (forged is CryptographicException or JsonException)
        {
            return [];
        }
    }
}
