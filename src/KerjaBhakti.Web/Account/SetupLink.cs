using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace KerjaBhakti.Web.Account;

/// <summary>
/// The one-time link with which the first administrator makes the own account. Printed where a portal without an administrator starts;
/// lives as long as the process.
/// </summary>
public sealed class SetupLink
{
    private readonly string code = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
    private int uses;

    /// <summary>Whether this is the code that was printed. Takes the same time for every wrong code.</summary>
    public bool Accepts(string? given) =>
        Volatile.Read(ref uses) > 0
        && given is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(code));

    /// <summary>Spends the link, for one of all who use it at once.</summary>
    /// <returns>Whether it was this one.</returns>
    public bool TrySpend(string? given) => Accepts(given) && Interlocked.Exchange(ref uses, 0) == 1;

    /// <summary>Gives the link back to whoever has spent it in vain.</summary>
    public void GiveBack() => Interlocked.Exchange(ref uses, 1);

    /// <summary>Opens the link and gives the path and query to print.</summary>
    internal string Offer()
    {
        uses = 1;
        return $"/akun/siapkan?kode={code}";
    }
}
