using System.Security.Claims;
using KerjaBhakti.Web.Foundation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace KerjaBhakti.Web.Account;

/// <summary>
/// That a password was right, for the few minutes until the code comes. A cookie of its own, encrypted; it opens nothing.
/// </summary>
/// <param name="AccountId">Whose it was.</param>
/// <param name="Remember">Whether the device is to remember the sign-in.</param>
/// <param name="LinkFrom">Who handed over the link by which the password was set just now; null where none was.</param>
internal sealed record HalfSignIn(Guid AccountId, bool Remember, string? LinkFrom)
{
    /// <summary>Where the code is given.</summary>
    public const string Page = "/masuk/kode";

    /// <summary>How long the code may take.</summary>
    public static TimeSpan Lasts { get; } = TimeSpan.FromMinutes(10);

    private const string RememberClaim = "remember";

    /// <summary>Gives the browser the cookie.</summary>
    public static Task BeginAsync(HttpContext http, HalfSignIn half)
    {
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.Name, half.AccountId.ToString()),
                new(RememberClaim, half.Remember ? bool.TrueString : bool.FalseString),
            ],
            IdentityConstants.TwoFactorUserIdScheme
        );
        if (half.LinkFrom is { } from)
        {
            identity.AddClaim(new Claim(Access.LinkFromClaim, from));
        }

        return http.SignInAsync(
            IdentityConstants.TwoFactorUserIdScheme,
            new ClaimsPrincipal(identity),
            new AuthenticationProperties { IsPersistent = false, ExpiresUtc = Sessions.Now + Lasts }
        );
    }

    /// <summary>Reads it; null where there is none, or it has expired.</summary>
    public static async Task<HalfSignIn?> ReadAsync(HttpContext http)
    {
        var found = await http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        return found.Principal is { } user && Guid.TryParse(user.Identity?.Name, out var account)
            ? new HalfSignIn(account, user.HasClaim(RememberClaim, bool.TrueString), user.FindFirstValue(Access.LinkFromClaim))
            : null;
    }
}
