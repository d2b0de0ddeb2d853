using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KerjaBhakti.Web.Account;

/// <summary>
/// No right, no save. Whatever changes is saved with an entry of the audit trail (<see cref="AuditGuard"/>), and every entry carries who
/// acts and by what right. Here, inside the transaction and after its turn has come, the database is asked again: is the account open, does
/// it hold one of the roles, is the sign-in not ended, and was the password given a short while ago where that is asked? A service that
/// forgets to ask for a right fails its first test instead of leaving a gap.
/// </summary>
public sealed class ActorGuard : SaveChangesInterceptor
{
    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is PortalDbContext db)
        {
            var authors = db
                .ChangeTracker.Entries<AuditEntry>()
                .Where(entry => entry.State == EntityState.Added && !NeedsNoRight(entry.Entity))
                .Select(entry => entry.Entity.Author!)
                .Distinct()
                .ToList();
            foreach (var author in authors)
            {
                await RequireAsync(db, author, cancellationToken);
            }
        }

        return result;
    }

    // Whoever changes the own account by a one-time link has proved it by the link, and is signed in only afterwards.
    private static bool NeedsNoRight(AuditEntry entry) =>
        entry.ActorId == Actor.System.Id
        || (entry.Author is { Right: null } && (entry.Action == PortalActions.AccessRefused.Code || entry.Subject == entry.ActorId));

    private static async Task RequireAsync(PortalDbContext db, Actor author, CancellationToken cancellationToken)
    {
        var right = author.Right
            ?? throw new InvalidOperationException($"{author.Name} was to change something without having been asked for a right.");
        var account = Guid.Parse(author.Id);
        var now = Sessions.Now;
        var confirmed = await (
            from session in db.SignInSessions
            join user in db.Users on session.AccountId equals user.Id
            where
                session.Id == right.Session
                && session.AccountId == account
                && session.EndedAt == null
                && session.ExpiresAt > now
                && user.ClosedAt == null
                && db.UserRoles.Any(link =>
                    link.UserId == account && db.Roles.Any(role => role.Id == link.RoleId && right.Roles.Contains(role.Name!))
                )
            select (DateTimeOffset?)session.ConfirmedAt
        ).SingleOrDefaultAsync(cancellationToken);
        if (confirmed is null)
        {
            throw new AccessDeniedException("not any more");
        }

        if (right.IsConfirmed && confirmed < now - SignInSession.Confirmed)
        {
            throw new ConfirmationNeededException();
        }
    }
}
