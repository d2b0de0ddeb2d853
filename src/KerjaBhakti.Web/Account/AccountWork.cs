using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Account;

/// <summary>
/// How accounts are changed: all that a change does, its entry in the trail with it, is stored in one transaction, or nothing. Changes wait
/// for each other before they read, so that two administrators who remove each other at once do not both succeed.
/// </summary>
/// <param name="users">Keeps the accounts in <paramref name="db"/>.</param>
/// <param name="db">The context of the scope, which Identity's store saves to by itself at every step; the transaction holds the steps
/// together.</param>
/// <param name="sessions">Hears which sign-ins a change has ended.</param>
/// <param name="protection">Makes the codes of links.</param>
/// <param name="time">The portal's clock.</param>
public sealed class AccountWork(
    UserManager<PortalUser> users,
    PortalDbContext db,
    Sessions sessions,
    IDataProtectionProvider protection,
    TimeProvider time
)
{
    private readonly IDataProtector keys = protection.CreateProtector("KerjaBhakti.AccountWork");
    private readonly List<Guid> ended = [];

    /// <summary>The accounts.</summary>
    public UserManager<PortalUser> Users => users;

    /// <summary>The context they are kept in.</summary>
    public PortalDbContext Db => db;

    /// <summary>Does it, or nothing of it.</summary>
    /// <exception cref="AccountRefusedException">It cannot be done; the message says why.</exception>
    public async Task<T> DoAsync<T>(Func<Task<T>> work)
    {
        ended.Clear();

        // A key that is missing or due is made now. It is stored over a connection of its own, which inside the transaction would wait for
        // the very turn that the transaction holds, until both fail.
        _ = keys.Protect([]);
        T result;
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            try
            {
                // The turnstile of all who write; see PortalWork. What was read before it is not believed.
                await AuditChain.TakeTurnAsync(db, CancellationToken.None);
                db.ChangeTracker.Clear();
                result = await work();
                await transaction.CommitAsync();
            }
            catch
            {
                // The context holds what is not going to be stored.
                db.ChangeTracker.Clear();
                throw;
            }
        }

        sessions.Forget(ended);
        return result;
    }

    /// <summary>Does it, or nothing of it.</summary>
    /// <exception cref="AccountRefusedException">It cannot be done; the message says why.</exception>
    public Task DoAsync(Func<Task> work) =>
        DoAsync(async () =>
        {
            await work();
            return true;
        });

    /// <summary>The account of a key.</summary>
    /// <exception cref="AccountRefusedException">There is none, or it was emptied.</exception>
    public async Task<PortalUser> FindAsync(Guid id) =>
        await users.FindByIdAsync(id.ToString()) switch
        {
            null => throw new AccountRefusedException("Akun itu sudah tidak ada."),
            { IsEmptied: true } => throw new AccountRefusedException("Akun itu sudah dikosongkan."),
            { } account => account,
        };

    /// <summary>Makes an account with one role, within a change.</summary>
    /// <exception cref="AccountRefusedException">The address is none or is taken.</exception>
    public async Task AddAsync(PortalUser account, string role, Actor actor)
    {
        Require(await users.CreateAsync(account));
        Require(await users.AddToRoleAsync(account, role));
        await RecordAsync(actor, AccountActions.Created, account, string.Empty, role);
    }

    /// <summary>Stores the hash of a password that was proved right anew, with the rounds of today.</summary>
    public Task RaiseHashAsync(PortalUser proved, string password) =>
        DoAsync(async () =>
        {
            // Another server may have raised it, or the owner changed it, since it was looked at.
            if (await users.FindByIdAsync(proved.Id.ToString()) is { } account && account.PasswordHash == proved.PasswordHash)
            {
                account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
                Require(await users.UpdateAsync(account));
                await RecordAsync(Actor.System, AccountActions.HashRaised, account);
            }
        });

    /// <summary>Ends every sign-in of an account.</summary>
    public async Task EndSessionsAsync(PortalUser account, SessionEnd why) =>
        ended.AddRange(await Sessions.EndAllInAsync(db, account.Id, why, CancellationToken.None));

    /// <summary>Refuses where nobody would be left who manages accounts.</summary>
    /// <exception cref="AccountRefusedException">No open administrator with a password is left.</exception>
    public async Task RequireAdministratorLeftAsync()
    {
        var left = await db.Users.AnyAsync(user =>
            user.ClosedAt == null
            && user.PasswordHash != null
            && db.UserRoles.Any(link =>
                link.UserId == user.Id && db.Roles.Any(role => role.Id == link.RoleId && role.Name == PortalRoles.Admin)
            )
        );
        if (!left)
        {
            throw new AccountRefusedException(
                "Ini administrator terakhir yang masih dapat masuk. Jadikan orang lain administrator lebih dahulu."
            );
        }
    }

    /// <summary>Writes the entry of the trail, for which the right of who acts is looked up again.</summary>
    public async Task RecordAsync(Actor actor, AuditAction action, PortalUser account, string before = "", string after = "")
    {
        db.AuditEntries.Add(
            new AuditEntry(actor, time.GetUtcNow(), action, account.Id.ToString(), account.Email!) { Before = before, After = after }
        );
        await db.SaveChangesAsync();
    }

    /// <summary>Goes on only where Identity did it.</summary>
    /// <exception cref="AccountRefusedException">It did not; the message says why, in Indonesian.</exception>
    public static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            // A wrong address is refused as address and as user name, in the same words.
            throw new AccountRefusedException(string.Join(' ', result.Errors.Select(error => error.Description).Distinct()));
        }
    }
}

/// <summary>A change of an account is not possible; the message says why, in Indonesian.</summary>
public sealed class AccountRefusedException(string message) : Exception(message);
