using System.Net.Mail;
using KerjaBhakti.Data;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Reminders;

/// <summary>An account that mail can be sent to.</summary>
/// <param name="AccountId">Its key.</param>
/// <param name="Address">Its e-mail address.</param>
public sealed record ReminderRecipient(string AccountId, string Address);

/// <summary>
/// Which accounts act for a post, as <see cref="Duties.DutyBook.PostsOfAsync"/> says it the other way round, and can be written to: they
/// may report, are neither emptied nor locked, and have an address.
/// </summary>
public sealed class ReminderRecipients
{
    private readonly ILookup<int, ReminderRecipient> posts;

    private ReminderRecipients(ILookup<int, ReminderRecipient> posts) => this.posts = posts;

    /// <summary>Reads them.</summary>
    /// <param name="db">Where to.</param>
    /// <param name="now">The moment, whose local day says who holds a position.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<ReminderRecipients> LoadAsync(PortalDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var accounts = await AccountsAsync(db, cancellationToken);
        var today = DateOnly.FromDateTime(PortalClock.Local(now).DateTime);
        var links = await db.OfficialAccounts.AsNoTracking().ToListAsync(cancellationToken);
        var units = (
            await db.Positions.Select(position => new { position.Id, Unit = position.WorkUnit.Id }).ToListAsync(cancellationToken)
        ).ToLookup(position => position.Unit, position => position.Id);
        var held = (await db.Incumbencies.AsNoTracking().ToListAsync(cancellationToken))
            .GroupBy(incumbency => incumbency.PositionId)
            .Select(group => new Incumbencies(group.Key, group).On(today))
            .OfType<Incumbency>()
            .ToLookup(incumbency => incumbency.OfficialId, incumbency => incumbency.PositionId);
        var pairs =
            from link in links
            let account = accounts.GetValueOrDefault(link.AccountId)
            where account is not null
            from post in link.WorkUnitId is { } unit ? units[unit] : held[link.OfficialId!.Value]
            select (post, account);
        return new ReminderRecipients(pairs.ToLookup(pair => pair.post, pair => pair.account));
    }

    /// <summary>The accounts that act for a post; none where the post is null.</summary>
    public IEnumerable<ReminderRecipient> Of(int? post) => post is { } key ? posts[key] : [];

    private static async Task<Dictionary<string, ReminderRecipient>> AccountsAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var roles = Access.Roles[Access.OwnDuties];
        var accounts = await db
            .Users.AsNoTracking()
            .Where(user =>
                db.UserRoles.Any(link =>
                    link.UserId == user.Id && db.Roles.Any(role => role.Id == link.RoleId && roles.Contains(role.Name!))
                )
            )
            .ToListAsync(cancellationToken);
        return accounts
            .Where(account => account.ClosedAt is null && !account.IsEmptied && MailAddress.TryCreate(account.Email, out _))
            .ToDictionary(account => account.Id.ToString(), account => new ReminderRecipient(account.Id.ToString(), account.Email!));
    }
}
