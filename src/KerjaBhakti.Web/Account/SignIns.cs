using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace KerjaBhakti.Web.Account;

/// <summary>
/// Tells the open editors of one sign-in that it has signed out. A sign-in is one browser's: whoever leaves a shared computer stays signed in at the own one.
/// Circuits live in this process and end with it, so nothing is kept.
/// </summary>
public sealed class SignIns
{
    private const string KeyClaim = "sign_in";

    /// <summary>A sign-in has ended. The handlers must return at once.</summary>
    public event EventHandler<SignInEndedEventArgs>? Ended;

    /// <summary>The key of the sign-in behind this user; null where nobody is signed in.</summary>
    public static string? KeyOf(ClaimsPrincipal user) => user.FindFirstValue(KeyClaim);

    /// <summary>Ends every editor this sign-in has open.</summary>
    public void End(ClaimsPrincipal user)
    {
        if (KeyOf(user) is { } key)
        {
            Ended?.Invoke(this, new SignInEndedEventArgs(key));
        }
    }

    /// <summary>Gives a new sign-in its key.</summary>
    internal static Task Begin(CookieSigningInContext context)
    {
        (context.Principal?.Identity as ClaimsIdentity)?.AddClaim(new Claim(KeyClaim, Guid.NewGuid().ToString("N")));
        return Task.CompletedTask;
    }

    /// <summary>Every minute the account is read anew; the sign-in stays the same.</summary>
    internal static Task Continue(SecurityStampRefreshingPrincipalContext context)
    {
        if (context.CurrentPrincipal?.FindFirst(KeyClaim) is { } key)
        {
            (context.NewPrincipal?.Identity as ClaimsIdentity)?.AddClaim(key.Clone());
        }

        return Task.CompletedTask;
    }
}

/// <summary>Which sign-in has ended.</summary>
public sealed class SignInEndedEventArgs(string key) : EventArgs
{
    /// <summary>Its key, as <see cref="SignIns.KeyOf"/> gives it.</summary>
    public string Key => key;
}
