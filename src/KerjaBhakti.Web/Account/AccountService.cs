using System.Security.Claims;
using System.Text;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Account;

/// <summary>
/// Makes and changes accounts. A new account has no password: its owner sets one through a one-time link. Each change and its audit entry are one transaction.
/// </summary>
/// <param name="users">Keeps the accounts in <paramref name="db"/>.</param>
/// <param name="db">The context of the scope, which Identity's store saves to by itself at every step; a transaction holds the steps together.</param>
/// <param name="time">The clock.</param>
/// <param name="address">Where one-time links lead.</param>
public sealed class AccountService(UserManager<PortalUser> users, PortalDbContext db, TimeProvider time, PublicAddress address)
{
    /// <summary>Every account with its roles, by name.</summary>
    public async Task<IReadOnlyList<AccountSummary>> ListAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        user.Demand(Access.ManageAccounts);
        var accounts = await db.Users.AsNoTracking()
            .OrderBy(account => account.DisplayName)
            .Select(account => new
            {
                account.Id,
                account.DisplayName,
                account.Email,
                account.LockoutEnd,
                HasPassword = account.PasswordHash != null,
                Roles = db.UserRoles.Where(link => link.UserId == account.Id).Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name!).ToList(),
            })
            .ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        return [.. accounts.Select(account => new AccountSummary(
            account.Id, account.DisplayName, account.Email!, account.Roles, account.HasPassword, account.LockoutEnd > now)
        {
            IsEmptied = new PortalUser { Email = account.Email }.IsEmptied,
        })];
    }

    /// <summary>Makes an account with one role, without a password.</summary>
    /// <returns>The one-time link its owner sets the password with, valid for a day.</returns>
    /// <exception cref="AccountRefusedException">The address is no e-mail address or is taken, or the name is empty or too long.</exception>
    public async Task<Uri> CreateAsync(ClaimsPrincipal administrator, string email, string displayName, string role)
    {
        administrator.Demand(Access.ManageAccounts);
        return await CreateAsync(administrator.ToActor(), email, displayName, role);
    }

    /// <summary>Gives the account a new one-time link; the old password holds until it is used.</summary>
    public async Task<Uri> RenewLinkAsync(ClaimsPrincipal administrator, Guid id)
    {
        administrator.Demand(Access.ManageAccounts);
        var account = await FindAsync(id);
        await TogetherAsync(() => RecordAsync(administrator.ToActor(), "account.link", account, string.Empty, string.Empty));
        return await OneTimeLinkAsync(account);
    }

    /// <summary>Makes the role the account's only one. Open sessions follow within a minute.</summary>
    /// <exception cref="AccountRefusedException">The administrator would take the own administrator's role away.</exception>
    public async Task ChangeRoleAsync(ClaimsPrincipal administrator, Guid id, string role)
    {
        administrator.Demand(Access.ManageAccounts);
        var account = await FindAsync(id);
        RefuseOwnAccount(administrator, account, "Peran akun Anda sendiri hanya dapat diubah administrator lain.");
        await TogetherAsync(async () =>
        {
            var before = await users.GetRolesAsync(account);
            Require(await users.RemoveFromRolesAsync(account, before));
            Require(await users.AddToRoleAsync(account, role));
            Require(await users.UpdateSecurityStampAsync(account));
            await RecordAsync(administrator.ToActor(), "account.role", account, string.Join(", ", before), role);
        });
    }

    /// <summary>Closes the account, or opens it again. Open sessions end within a minute.</summary>
    /// <exception cref="AccountRefusedException">It is the administrator's own.</exception>
    public async Task CloseAsync(ClaimsPrincipal administrator, Guid id, bool closed)
    {
        administrator.Demand(Access.ManageAccounts);
        var account = await FindAsync(id);
        RefuseOwnAccount(administrator, account, "Akun Anda sendiri hanya dapat ditutup administrator lain.");
        await TogetherAsync(async () =>
        {
            Require(await users.SetLockoutEndDateAsync(account, closed ? DateTimeOffset.MaxValue : null));
            Require(await users.UpdateSecurityStampAsync(account));
            await RecordAsync(administrator.ToActor(), closed ? "account.closed" : "account.opened", account, string.Empty, string.Empty);
        });
    }

    /// <summary>
    /// Empties a closed account for good: name, address, password and role go, and whom it stood for. Its key stays, and so does what the audit trail and signed records
    /// say of that day; see docs/privacy.md.
    /// </summary>
    /// <exception cref="AccountRefusedException">It is not closed, or is the administrator's own.</exception>
    public async Task EmptyAsync(ClaimsPrincipal administrator, Guid id)
    {
        administrator.Demand(Access.ManageAccounts);
        var account = await FindAsync(id);
        RefuseOwnAccount(administrator, account, "Akun Anda sendiri hanya dapat dikosongkan administrator lain.");

        // Too many wrong passwords lock for minutes; closing has no end.
        if (account.LockoutEnd?.Year != DateTimeOffset.MaxValue.Year)
        {
            throw new AccountRefusedException("Tutup akun ini lebih dahulu.");
        }

        var key = account.Id.ToString();
        await TogetherAsync(async () =>
        {
            Require(await users.RemoveFromRolesAsync(account, await users.GetRolesAsync(account)));
            account.DisplayName = "Akun dikosongkan";
            account.UserName = account.Email = $"{account.Id:N}@{PortalUser.EmptiedHost}";
            account.PasswordHash = null;
            Require(await users.UpdateAsync(account));
            Require(await users.UpdateSecurityStampAsync(account));
            await db.OfficialAccounts.Where(link => link.AccountId == key).ExecuteDeleteAsync();
            await db.StaffAccounts.Where(link => link.AccountId == key).ExecuteDeleteAsync();
            await RecordAsync(administrator.ToActor(), "account.emptied", account, string.Empty, string.Empty);
        });
    }

    /// <summary>Sets the password with the code of a one-time link, which is spent by it.</summary>
    /// <returns>Why it was refused, in Indonesian; empty where it was set.</returns>
    public async Task<IReadOnlyList<string>> SetPasswordAsync(Guid id, string code, string password)
    {
        string token;
        try
        {
            token = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(code));
        }
        catch (FormatException)
        {
            token = string.Empty;
        }

        if (await users.FindByIdAsync(id.ToString()) is not { } account)
        {
            return Sentences(IdentityResult.Failed(users.ErrorDescriber.InvalidToken()));
        }

        return await TryTogetherAsync(async () =>
        {
            Require(await users.ResetPasswordAsync(account, token, password));
            await RecordAsync(ActorOf(account), "account.password", account, string.Empty, string.Empty);
        });
    }

    /// <summary>Makes an administrator, or gives an existing account the role: the <c>create-admin</c> command and the first start.</summary>
    /// <returns>The one-time link to set the password.</returns>
    /// <exception cref="AccountRefusedException">The address is no e-mail address.</exception>
    internal async Task<Uri> MakeAdministratorAsync(string email)
    {
        if (await users.FindByEmailAsync(email) is not { } account)
        {
            return await CreateAsync(Actor.System, email, email, PortalRoles.Admin);
        }

        await TogetherAsync(async () =>
        {
            if (!await users.IsInRoleAsync(account, PortalRoles.Admin))
            {
                Require(await users.AddToRoleAsync(account, PortalRoles.Admin));
            }

            Require(await users.SetLockoutEndDateAsync(account, null));
            await RecordAsync(Actor.System, "account.role", account, string.Empty, PortalRoles.Admin);
        });
        return await OneTimeLinkAsync(account);
    }

    /// <summary>Makes the first administrator with a password, through the set-up link. Where there is one already, it is refused.</summary>
    /// <returns>Why it was refused, in Indonesian; empty where it was made.</returns>
    internal async Task<IReadOnlyList<string>> MakeFirstAdministratorAsync(string email, string password)
    {
        var account = NewAccount(email, email);
        return await TryTogetherAsync(async () =>
        {
            if (await HasAdministratorAsync())
            {
                throw new AccountRefusedException("Administrator sudah ada. Mintalah akun kepadanya.");
            }

            Require(await users.CreateAsync(account, password));
            Require(await users.AddToRoleAsync(account, PortalRoles.Admin));
            await RecordAsync(ActorOf(account), "account.created", account, string.Empty, PortalRoles.Admin);
        });
    }

    /// <summary>Whether anybody could manage accounts.</summary>
    internal async Task<bool> HasAdministratorAsync() => (await users.GetUsersInRoleAsync(PortalRoles.Admin)).Count > 0;

    private async Task<Uri> CreateAsync(Actor actor, string email, string displayName, string role)
    {
        if (displayName.Length is 0 or > PortalUser.NameLength)
        {
            throw new AccountRefusedException($"Nama harus diisi, paling panjang {PortalUser.NameLength} karakter.");
        }

        var account = NewAccount(email, displayName);
        await TogetherAsync(async () =>
        {
            Require(await users.CreateAsync(account));
            Require(await users.AddToRoleAsync(account, role));
            await RecordAsync(actor, "account.created", account, string.Empty, role);
        });
        return await OneTimeLinkAsync(account);
    }

    private static PortalUser NewAccount(string email, string displayName) =>
        new() { Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true, DisplayName = displayName };

    private static Actor ActorOf(PortalUser account) => new(account.Id.ToString(), account.DisplayName);

    private async Task<Uri> OneTimeLinkAsync(PortalUser account)
    {
        var code = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(await users.GeneratePasswordResetTokenAsync(account)));
        return address.Of($"akun/sandi?akun={account.Id}&kode={code}");
    }

    private async Task<PortalUser> FindAsync(Guid id) => await users.FindByIdAsync(id.ToString()) switch
    {
        null => throw new AccountRefusedException("Akun itu sudah tidak ada."),
        { IsEmptied: true } => throw new AccountRefusedException("Akun itu sudah dikosongkan."),
        { } account => account,
    };

    /// <summary>Stores all that the work does, its audit entry with it, or nothing.</summary>
    private async Task TogetherAsync(Func<Task> work)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        try
        {
            await work();
            await transaction.CommitAsync();
        }
        catch
        {
            // The context holds what is not going to be stored.
            db.ChangeTracker.Clear();
            throw;
        }
    }

    /// <returns>Why it was refused, in Indonesian; empty where it was done.</returns>
    private async Task<IReadOnlyList<string>> TryTogetherAsync(Func<Task> work)
    {
        try
        {
            await TogetherAsync(work);
            return [];
        }
        catch (AccountRefusedException refusal)
        {
            return [refusal.Message];
        }
    }

    private async Task RecordAsync(Actor actor, string action, PortalUser account, string before, string after)
    {
        db.AuditEntries.Add(new AuditEntry(actor, time.GetUtcNow(), action, account.Id.ToString(), account.Email!) { Before = before, After = after });
        await db.SaveChangesAsync();
    }

    private static void RefuseOwnAccount(ClaimsPrincipal administrator, PortalUser account, string reason)
    {
        if (administrator.ToActor().Id == account.Id.ToString())
        {
            throw new AccountRefusedException(reason);
        }
    }

    // A wrong address is refused as address and as user name, in the same words.
    private static List<string> Sentences(IdentityResult result) => [.. result.Errors.Select(error => error.Description).Distinct()];

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new AccountRefusedException(string.Join(' ', Sentences(result)));
        }
    }
}

/// <summary>One line of the list of accounts.</summary>
/// <param name="Id">The key.</param>
/// <param name="DisplayName">The name colleagues see.</param>
/// <param name="Email">The address it signs in with.</param>
/// <param name="Roles">Its roles.</param>
/// <param name="HasPassword">Whether its owner has set a password yet.</param>
/// <param name="IsLocked">Whether it cannot sign in now: closed, or locked after wrong passwords.</param>
public sealed record AccountSummary(Guid Id, string DisplayName, string Email, IReadOnlyList<string> Roles, bool HasPassword, bool IsLocked)
{
    /// <summary>Whether it was emptied; nothing can be done with it any more.</summary>
    public bool IsEmptied { get; init; }
}

/// <summary>A change of an account is not possible; the message says why, in Indonesian.</summary>
public sealed class AccountRefusedException(string message) : Exception(message);
