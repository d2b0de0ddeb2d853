using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace KerjaBhakti.Web.Account;

/// <summary>
/// The one-time link with which the first administrator makes the own account. Printed where a portal without an administrator starts; lives as long as the
/// process.
/// </summary>
public sealed class SetupLink
{
    private readonly string code = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
    private volatile bool offered;

    /// <summary>Whether this is the code that was printed. Takes the same time for every wrong code.</summary>
    public bool Accepts(string? given) =>
        offered && given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(code));

    /// <summary>Spends the link.</summary>
    public void Spend() => offered = false;

    /// <summary>Opens the link and gives the path and query to print.</summary>
    internal string Offer()
    {
        offered = true;
        return $"/akun/siapkan?kode={code}";
    }
}
