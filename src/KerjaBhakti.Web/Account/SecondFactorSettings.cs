using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Account;

/// <summary>Whose accounts must ask for a code beside the password: <c>SignIn:SecondFactorRoles</c>. Others may.</summary>
/// <param name="Roles">The roles; empty where it is everybody's choice.</param>
public sealed record SecondFactorSettings(IReadOnlySet<string> Roles)
{
    private const string Key = "SignIn:SecondFactorRoles";

    /// <summary>Reads them.</summary>
    /// <exception cref="PortalStartException">One is no role.</exception>
    public static SecondFactorSettings Read(IConfiguration configuration)
    {
        var roles = (configuration[Key] ?? string.Empty).Split(
            [',', ';'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        return Array.Find(roles, role => !PortalRoles.All.Contains(role)) is { } wrong
            ? throw new PortalStartException($"Pengaturan {Key}: '{wrong}' bukan peran. Peran: {string.Join(", ", PortalRoles.All)}.")
            : new SecondFactorSettings(roles.ToHashSet());
    }

    /// <summary>
    /// Whether something more is asked for after the password of an account: a code where it has codes; a passkey where its role must have
    /// more than the password and passkeys are all it has.
    /// </summary>
    public async Task<bool> AsksAsync(PortalDbContext db, Guid account, CancellationToken cancellationToken)
    {
        if (await db.SecondFactors.AnyAsync(factor => factor.AccountId == account, cancellationToken))
        {
            return true;
        }

        return Roles.Count > 0
            && await db.Passkeys.AnyAsync(key => key.AccountId == account, cancellationToken)
            && await RequiresAsync(db, account, cancellationToken);
    }

    /// <summary>
    /// Refuses to change what an account has beside the password in a sign-in that showed none of it, where its role must have some:
    /// whoever knows the password alone would take a key of their own in, or the owner's away.
    /// </summary>
    /// <param name="db">The database, within the change.</param>
    /// <param name="account">The account.</param>
    /// <param name="session">The sign-in the change is made in.</param>
    /// <exception cref="AccountRefusedException">It showed none.</exception>
    public async Task RequireShownAsync(PortalDbContext db, Guid account, Guid session)
    {
        if (
            await RequiresAsync(db, account, CancellationToken.None)
            && (
                await db.SecondFactors.AnyAsync(factor => factor.AccountId == account)
                || await db.Passkeys.AnyAsync(key => key.AccountId == account)
            )
            && !await db.SignInSessions.AnyAsync(item => item.Id == session && item.ShowedMore)
        )
        {
            throw new AccountRefusedException(
                "Akun ini sudah mempunyai kunci sandi atau kode masuk. Keluar, lalu masuk lagi dengan itu; "
                    + "bila hilang, mintalah administrator melepasnya."
            );
        }
    }

    /// <summary>Whether an account with these roles must have one.</summary>
    public bool Requires(IEnumerable<string> roles) => roles.Any(Roles.Contains);

    private async Task<bool> RequiresAsync(PortalDbContext db, Guid account, CancellationToken cancellationToken) =>
        Requires(
            await db
                .UserRoles.Where(link => link.UserId == account)
                .Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name!)
                .ToListAsync(cancellationToken)
        );
}
