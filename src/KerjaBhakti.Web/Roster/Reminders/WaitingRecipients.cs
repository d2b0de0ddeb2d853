using System.Net.Mail;
using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Reminders;

/// <summary>An account that work may wait for and that mail can be sent to.</summary>
/// <param name="AccountId">Its key.</param>
/// <param name="Address">Its e-mail address.</param>
/// <param name="User">What its roles let it see. It may read; whoever acts is asked for a sign-in.</param>
internal sealed record WaitingRecipient(string AccountId, string Address, ClaimsPrincipal User)
{
    /// <summary>Those who begin the day on the start page, are neither closed nor emptied, and have an address.</summary>
    public static async Task<IReadOnlyList<WaitingRecipient>> LoadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var roles = (
            await db
                .UserRoles.Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => new { link.UserId, role.Name })
                .ToListAsync(cancellationToken)
        ).ToLookup(link => link.UserId, link => link.Name!);
        var accounts = await db.Users.AsNoTracking().Where(user => user.ClosedAt == null).ToListAsync(cancellationToken);
        return
        [
            .. accounts
                .Where(account => !account.IsEmptied && MailAddress.TryCreate(account.Email, out _))
                .Select(account => new WaitingRecipient(account.Id.ToString(), account.Email!, PrincipalOf(account, roles[account.Id])))
                .Where(recipient => recipient.User.May(Access.Work)),
        ];
    }

    private static ClaimsPrincipal PrincipalOf(PortalUser account, IEnumerable<string> roles) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()),
                    new Claim(ClaimTypes.Name, account.UserName ?? string.Empty),
                    new Claim(Access.DisplayNameClaim, account.DisplayName),
                    .. roles.Select(role => new Claim(ClaimTypes.Role, role)),
                ],
                "mail"
            )
        );
}
