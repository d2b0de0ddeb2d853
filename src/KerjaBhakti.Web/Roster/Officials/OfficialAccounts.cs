using System.Globalization;
using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Officials;

/// <summary>
/// For whom an account with the role of an official acts. The administrator gives the role, the secretariat says for whom it acts, because
/// it knows the officials; so nobody lets an account report for a position alone.
/// </summary>
public sealed class OfficialAccounts(RosterWork work, PortalClock clock)
{
    /// <summary>The accounts, and whom they can stand for.</summary>
    public Task<AccountRegister> OpenAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ManageDuties,
            async db =>
            {
                var today = clock.Today;
                var units = await db.WorkUnits.OrderBy(unit => unit.Name).ToListAsync(cancellationToken);
                var held = await db
                    .Incumbencies.Where(item => item.To == null || item.To >= today)
                    .Select(item => item.OfficialId)
                    .ToListAsync(cancellationToken);
                var links = await db.OfficialAccounts.ToDictionaryAsync(link => link.AccountId, cancellationToken);
                var linked = links.Values.Select(link => link.OfficialId).OfType<Guid>().ToList();
                var officials = await db
                    .Officials.Where(official => held.Contains(official.Id) || linked.Contains(official.Id))
                    .OrderBy(official => official.Name)
                    .ToListAsync(cancellationToken);
                var accounts = await AccountsOf(db).OrderBy(account => account.DisplayName).ToListAsync(cancellationToken);
                return new AccountRegister(
                    [
                        .. accounts.Select(account => new LinkedAccount(
                            account.Id,
                            account.DisplayName,
                            account.Email!,
                            links.GetValueOrDefault(account.Id.ToString())
                        )),
                    ],
                    units,
                    officials
                );
            },
            cancellationToken
        );

    /// <summary>Says for whom an account acts.</summary>
    /// <param name="user">Who does it.</param>
    /// <param name="account">The key of the account.</param>
    /// <param name="whom">As <see cref="LinkedAccount.Whom"/> gives it; empty for nobody.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="RosterRefusedException">The account has no such role, or there is no such official or unit.</exception>
    public Task LinkAsync(ClaimsPrincipal user, Guid account, string? whom, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.ManageDuties,
            async step =>
            {
                var found = await AccountsOf(step.Db).SingleOrDefaultAsync(item => item.Id == account, cancellationToken)
                    ?? throw new RosterRefusedException("Pilih akun pejabat.");
                var key = found.Id.ToString();
                var before = await step.Db.OfficialAccounts.SingleOrDefaultAsync(link => link.AccountId == key, cancellationToken);
                var (link, name) = await WhomAsync(step.Db, key, whom ?? string.Empty, cancellationToken);
                if (before is not null)
                {
                    step.Db.OfficialAccounts.Remove(before);
                }

                if (link is not null)
                {
                    step.Db.OfficialAccounts.Add(link);
                }

                step.Note(
                    DutyActions.AccountLinked,
                    key,
                    $"akun {found.DisplayName}",
                    before is null ? string.Empty : await NameOfAsync(step.Db, before, cancellationToken),
                    name
                );
            },
            cancellationToken
        );

    private static async Task<(OfficialAccount? Link, string Name)> WhomAsync(
        PortalDbContext db,
        string account,
        string whom,
        CancellationToken cancellationToken
    )
    {
        if (whom.Length == 0)
        {
            return (null, "tidak seorang pun");
        }

        var link =
            int.TryParse(whom, NumberStyles.None, CultureInfo.InvariantCulture, out var unit)
            && await db.WorkUnits.AnyAsync(item => item.Id == unit, cancellationToken)
                ? OfficialAccount.OfStaff(account, unit)
            : Guid.TryParse(whom, out var official) && await db.Officials.AnyAsync(item => item.Id == official, cancellationToken)
                ? OfficialAccount.OfOfficial(account, official)
            : throw new RosterRefusedException("Pilih pejabat atau SKPD/UKPD.");
        return (link, await NameOfAsync(db, link, cancellationToken));
    }

    private static async Task<string> NameOfAsync(PortalDbContext db, OfficialAccount link, CancellationToken cancellationToken) =>
        link.WorkUnitId is { } unit
            ? $"staf {await db.WorkUnits.Where(item => item.Id == unit).Select(item => item.Name).SingleAsync(cancellationToken)}"
            : await db.Officials.Where(item => item.Id == link.OfficialId).Select(item => item.Name).SingleAsync(cancellationToken);

    private static IQueryable<PortalUser> AccountsOf(PortalDbContext db) =>
        from account in db.Users
        join membership in db.UserRoles on account.Id equals membership.UserId
        join role in db.Roles on membership.RoleId equals role.Id
        where role.Name == PortalRoles.Pejabat
        select account;
}

/// <summary>The accounts of officials, and whom they can stand for.</summary>
/// <param name="Accounts">The accounts, by name.</param>
/// <param name="Units">Every work unit, by name.</param>
/// <param name="Officials">Whoever holds a position or an account now, by name.</param>
public sealed record AccountRegister(
    IReadOnlyList<LinkedAccount> Accounts,
    IReadOnlyList<WorkUnit> Units,
    IReadOnlyList<Official> Officials
);

/// <summary>An account with the role of an official.</summary>
/// <param name="Id">The key.</param>
/// <param name="Name">The name colleagues see.</param>
/// <param name="Email">What it signs in with.</param>
/// <param name="Link">Whom it stands for; null for nobody.</param>
public sealed record LinkedAccount(Guid Id, string Name, string Email, OfficialAccount? Link)
{
    /// <summary>Whom it stands for as a form says it: the key of the unit or of the official; empty for nobody.</summary>
    public string Whom => Link?.WorkUnitId?.ToString(CultureInfo.InvariantCulture) ?? Link?.OfficialId?.ToString() ?? string.Empty;
}
