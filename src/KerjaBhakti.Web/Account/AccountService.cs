using System.Globalization;
using System.Security.Claims;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Account;

/// <summary>Makes and changes accounts. A new account has no password: its owner sets one through a one-time link.</summary>
public sealed class AccountService(AccountWork work, PasswordLinks links)
{
    /// <summary>Every account with its roles, by name.</summary>
    public async Task<IReadOnlyList<AccountSummary>> ListAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        user.Demand(Access.ManageAccounts);
        var db = work.Db;
        var accounts = await db
            .Users.AsNoTracking()
            .OrderBy(account => account.DisplayName)
            .Select(account => new
            {
                account.Id,
                account.DisplayName,
                account.Email,
                account.ClosedAt,
                HasPassword = account.PasswordHash != null,
                HasSecondFactor = db.SecondFactors.Any(factor => factor.AccountId == account.Id)
                    || db.Passkeys.Any(key => key.AccountId == account.Id),
                Roles = db
                    .UserRoles.Where(link => link.UserId == account.Id)
                    .Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name!)
                    .ToList(),
            })
            .ToListAsync(cancellationToken);
        var waiting = (await db.PasswordLinks.AsNoTracking().Where(link => link.MadeAt == null).ToListAsync(cancellationToken))
            .Where(link => link.Waits(Sessions.Now))
            .ToDictionary(link => link.AccountId);
        var signIns = await db
            .SignInLog.Where(record => record.Kind == SignInKind.SignedIn && record.AccountId != null)
            .GroupBy(record => record.AccountId!.Value)
            .Select(records => new { records.Key, Last = records.Max(record => record.At) })
            .ToDictionaryAsync(record => record.Key, record => record.Last, cancellationToken);
        return
        [
            .. accounts.Select(account => new AccountSummary(
                account.Id,
                account.DisplayName,
                account.Email!,
                account.Roles,
                account.HasPassword,
                account.ClosedAt is not null
            )
            {
                IsEmptied = new PortalUser { Email = account.Email }.IsEmptied,
                HasSecondFactor = account.HasSecondFactor,
                LinkAskedBy = waiting.GetValueOrDefault(account.Id)?.AskedByName,
                LastSignIn = signIns.TryGetValue(account.Id, out var last) ? last : null,
            }),
        ];
    }

    /// <summary>Makes an account with one role, without a password.</summary>
    /// <returns>The one-time link its owner sets the password with, valid for a day.</returns>
    /// <exception cref="AccountRefusedException">The address is no e-mail address or is taken, or the name is empty or too
    /// long.</exception>
    public Task<Uri> CreateAsync(ClaimsPrincipal administrator, string email, string displayName, string role) =>
        CreateAsync(administrator.ToActor(Access.ManageAccounts), email, displayName, role);

    /// <summary>Makes the role the account's only one, and ends its sign-ins.</summary>
    /// <exception cref="AccountRefusedException">It is the administrator's own account, or nobody would be left who manages
    /// accounts.</exception>
    public Task ChangeRoleAsync(ClaimsPrincipal administrator, Guid id, string role)
    {
        var actor = administrator.ToActor(Access.ManageAccounts);
        RequireRole(role);
        return work.DoAsync(async () =>
        {
            var account = await work.FindAsync(id);
            RefuseOwnAccount(actor, account, "Peran akun Anda sendiri hanya dapat diubah administrator lain.");
            var before = await work.Users.GetRolesAsync(account);
            AccountWork.Require(await work.Users.RemoveFromRolesAsync(account, before));
            AccountWork.Require(await work.Users.AddToRoleAsync(account, role));
            await work.EndSessionsAsync(account, SessionEnd.RoleChanged);
            await work.RecordAsync(actor, AccountActions.Role, account, string.Join(", ", before), role);
            await work.RequireAdministratorLeftAsync();
        });
    }

    /// <summary>Closes the account and ends its sign-ins, or opens it again.</summary>
    /// <exception cref="AccountRefusedException">It is the administrator's own, or nobody would be left who manages accounts.</exception>
    public Task CloseAsync(ClaimsPrincipal administrator, Guid id, bool closed)
    {
        var actor = administrator.ToActor(Access.ManageAccounts);
        return work.DoAsync(async () =>
        {
            var account = await work.FindAsync(id);
            RefuseOwnAccount(actor, account, "Akun Anda sendiri hanya dapat ditutup administrator lain.");
            account.ClosedAt = closed ? Sessions.Now : null;
            AccountWork.Require(await work.Users.UpdateAsync(account));
            if (closed)
            {
                await work.EndSessionsAsync(account, SessionEnd.AccountClosed);
            }

            await work.RecordAsync(actor, closed ? AccountActions.Closed : AccountActions.Opened, account);
            await work.RequireAdministratorLeftAsync();
        });
    }

    /// <summary>
    /// Empties a closed account for good: name, address, password, role and sign-ins go, and whom it stood for. Its key stays, and so does
    /// what the audit trail and signed records say of that day; see docs/privacy.md.
    /// </summary>
    /// <exception cref="AccountRefusedException">It is not closed, or is the administrator's own.</exception>
    public Task EmptyAsync(ClaimsPrincipal administrator, Guid id)
    {
        var actor = administrator.ToActor(Access.ManageAccounts);
        return work.DoAsync(async () =>
        {
            var account = await work.FindAsync(id);
            RefuseOwnAccount(actor, account, "Akun Anda sendiri hanya dapat dikosongkan administrator lain.");
            if (account.ClosedAt is null)
            {
                throw new AccountRefusedException("Tutup akun ini lebih dahulu.");
            }

            var (db, key) = (work.Db, account.Id.ToString());
            AccountWork.Require(await work.Users.RemoveFromRolesAsync(account, await work.Users.GetRolesAsync(account)));
            account.DisplayName = "Akun dikosongkan";
            account.UserName = account.Email = $"{account.Id:N}@{PortalUser.EmptiedHost}";
            account.PasswordHash = null;
            AccountWork.Require(await work.Users.UpdateAsync(account));
            AccountWork.Require(await work.Users.UpdateSecurityStampAsync(account));
            db.RemoveRange(await db.OfficialAccounts.Where(link => link.AccountId == key).ToListAsync());
            db.RemoveRange(await db.StaffAccounts.Where(link => link.AccountId == key).ToListAsync());
            db.RemoveRange(await db.PasswordLinks.Where(link => link.AccountId == account.Id).ToListAsync());
            db.RemoveRange(await db.SecondFactors.Where(factor => factor.AccountId == account.Id).ToListAsync());
            db.RemoveRange(await db.Passkeys.Where(key => key.AccountId == account.Id).ToListAsync());
            await db.SignInSessions.Where(session => session.AccountId == account.Id).ExecuteDeleteAsync();
            await db.SignInLog.Where(record => record.AccountId == account.Id).ExecuteDeleteAsync();
            await work.RecordAsync(actor, AccountActions.Emptied, account);
            await work.RequireAdministratorLeftAsync();
        });
    }

    /// <summary>
    /// Makes an administrator, or gives an existing account the role: the <c>create-admin</c> command and the first start.
    /// </summary>
    /// <returns>The one-time link to set the password.</returns>
    /// <exception cref="AccountRefusedException">The address is no e-mail address.</exception>
    internal async Task<Uri> MakeAdministratorAsync(string email)
    {
        if (await work.Users.FindByEmailAsync(email) is not { } known)
        {
            return await CreateAsync(Actor.System, email, email, PortalRoles.Admin);
        }

        return await work.DoAsync(async () =>
        {
            var account = await work.FindAsync(known.Id);
            if (!await work.Users.IsInRoleAsync(account, PortalRoles.Admin))
            {
                AccountWork.Require(await work.Users.AddToRoleAsync(account, PortalRoles.Admin));
            }

            // Also of who is an administrator already: the telephone that was lost is signed in.
            await work.EndSessionsAsync(account, SessionEnd.RoleChanged);

            // Whoever may use the server comes in again, also where telephone, paper or the portal's keys are lost.
            await SecondFactors.RemoveAllAsync(work, account, Actor.System, CancellationToken.None);

            account.ClosedAt = null;
            AccountWork.Require(await work.Users.UpdateAsync(account));
            var link = await links.MakeAsync(account, Actor.System);
            await work.RecordAsync(Actor.System, AccountActions.Role, account, string.Empty, PortalRoles.Admin);
            return link;
        });
    }

    /// <summary>
    /// Makes the first administrator with a password, through the set-up link. Where there is one already, it is refused.
    /// </summary>
    /// <returns>Why it was refused, in Indonesian; empty where it was made.</returns>
    internal async Task<IReadOnlyList<string>> MakeFirstAdministratorAsync(string email, string password)
    {
        var account = NewAccount(email, email);
        try
        {
            await work.DoAsync(async () =>
            {
                if (await HasAdministratorAsync())
                {
                    throw new AccountRefusedException("Administrator sudah ada. Mintalah akun kepadanya.");
                }

                AccountWork.Require(await work.Users.CreateAsync(account, password));
                AccountWork.Require(await work.Users.AddToRoleAsync(account, PortalRoles.Admin));
                await work.RecordAsync(
                    new Actor(account.Id.ToString(), account.DisplayName),
                    AccountActions.Created,
                    account,
                    string.Empty,
                    PortalRoles.Admin
                );
            });
            return [];
        }
        catch (AccountRefusedException refusal)
        {
            return [refusal.Message];
        }
    }

    /// <summary>Whether anybody could manage accounts.</summary>
    internal async Task<bool> HasAdministratorAsync() => (await work.Users.GetUsersInRoleAsync(PortalRoles.Admin)).Count > 0;

    private async Task<Uri> CreateAsync(Actor actor, string email, string displayName, string role)
    {
        if (displayName.Length is 0 or > PortalUser.NameLength)
        {
            throw new AccountRefusedException($"Nama harus diisi, paling panjang {PortalUser.NameLength} karakter.");
        }

        if (displayName.Any(HidesOrMoves))
        {
            // It is who acted, in the trail: a line break or a reversed direction would make another name of it.
            throw new AccountRefusedException("Nama memuat karakter yang tidak terlihat. Ketik ulang namanya.");
        }

        RequireRole(role);
        var account = NewAccount(email, displayName);
        return await work.DoAsync(async () =>
        {
            AccountWork.Require(await work.Users.CreateAsync(account));
            AccountWork.Require(await work.Users.AddToRoleAsync(account, role));
            var link = await links.MakeAsync(account, actor);
            await work.RecordAsync(actor, AccountActions.Created, account, string.Empty, role);
            return link;
        });
    }

    private static bool HidesOrMoves(char letter) =>
        char.IsControl(letter)
        || char.GetUnicodeCategory(letter)
            is UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse;

    private static void RequireRole(string role)
    {
        if (!PortalRoles.All.Contains(role))
        {
            throw new AccountRefusedException("Pilih salah satu peran.");
        }
    }

    private static PortalUser NewAccount(string email, string displayName) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            DisplayName = displayName,
        };

    private static void RefuseOwnAccount(Actor actor, PortalUser account, string reason)
    {
        if (actor.Id == account.Id.ToString())
        {
            throw new AccountRefusedException(reason);
        }
    }
}

/// <summary>One line of the list of accounts.</summary>
/// <param name="Id">The key.</param>
/// <param name="DisplayName">The name colleagues see.</param>
/// <param name="Email">The address it signs in with.</param>
/// <param name="Roles">Its roles.</param>
/// <param name="HasPassword">Whether its owner has set a password yet.</param>
/// <param name="IsClosed">Whether an administrator closed it.</param>
public sealed record AccountSummary(Guid Id, string DisplayName, string Email, IReadOnlyList<string> Roles, bool HasPassword, bool IsClosed)
{
    /// <summary>Whether it was emptied; nothing can be done with it any more.</summary>
    public bool IsEmptied { get; init; }

    /// <summary>The administrator who asked for a link that another must agree to; null where none waits.</summary>
    public string? LinkAskedBy { get; init; }

    /// <summary>Whether it has codes beside the password, or passkeys.</summary>
    public bool HasSecondFactor { get; init; }

    /// <summary>When somebody last signed in with it, as far back as the sign-in log is kept; null where nobody did.</summary>
    public DateTimeOffset? LastSignIn { get; init; }
}
