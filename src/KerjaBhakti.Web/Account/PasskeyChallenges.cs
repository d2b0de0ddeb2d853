using System.Security.Cryptography;
using System.Text;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.DataProtection;

namespace KerjaBhakti.Web.Account;

/// <summary>
/// The challenge that a passkey is to answer, from the question to the answer: in a cookie of this browser, encrypted with the keys that
/// all servers share. The first answer takes it away; that it was answered before, also at another server, the database knows (<see
/// cref="Data.Identity.SignInSession.Challenge"/>).
/// </summary>
public sealed class PasskeyChallenges(IDataProtectionProvider protection, PublicAddress address)
{
    /// <summary>How long an answer may take.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private readonly IDataProtector protector = protection.CreateProtector("KerjaBhakti.PasskeyChallenge");

    /// <summary>Gives the browser a challenge in place of the one it has.</summary>
    /// <param name="http">The request that asks for it.</param>
    /// <param name="use">What it is for; an answer to another is none.</param>
    /// <param name="state">What is needed to look at the answer.</param>
    public void Give(HttpContext http, PasskeyUse use, string state) =>
        http.Response.Cookies.Append(NameOf(use), For(use).Protect(state, Lasts), Options(http, Lasts));

    /// <summary>Takes the browser's challenge; null where it has none, or it is over.</summary>
    public string? Take(HttpContext http, PasskeyUse use)
    {
        if (http.Request.Cookies[NameOf(use)] is not { Length: > 0 and < 4096 } cookie)
        {
            return null;
        }

        http.Response.Cookies.Delete(NameOf(use), Options(http, lasts: null));
        try
        {
            return For(use).Unprotect(cookie);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>By what a challenge is known once it is answered.</summary>
    internal static string DigestOf(string state) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)));

    // One of each use: the sign-in page of another tab asks again every few minutes, and must not void what a device is answering here.
    private string NameOf(PasskeyUse use) =>
        address.CookieName(use == PasskeyUse.SignIn ? "kerjabhakti-kunci" : "kerjabhakti-kunci-baru");

    private ITimeLimitedDataProtector For(PasskeyUse use) => protector.CreateProtector($"{use}").ToTimeLimitedDataProtector();

    private CookieOptions Options(HttpContext http, TimeSpan? lasts) =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = lasts,
            Path = "/",
            SameSite = SameSiteMode.Strict,
            Secure = address.IsSecure || http.Request.IsHttps,
        };
}

/// <summary>What a challenge is for.</summary>
public enum PasskeyUse
{
    /// <summary>To sign in.</summary>
    SignIn,

    /// <summary>To take a key in.</summary>
    Registration,
}
