using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Tests;

/// <summary>
/// People of each role who are signed in to every portal under test from the beginning, for tests that call a service without a page. They
/// are in its database: nobody who is not may do anything.
/// </summary>
public static class TestUsers
{
    /// <summary>A password nobody guesses, for those who set one.</summary>
    public const string Password = "tanggul-berkilau-empat-ratus-pelikan";

    /// <summary>What tests write into the trail that is nothing of the portal's.</summary>
    public static readonly AuditAction Action = new("uji.coba", "menguji");

    private static readonly string[] Names = ["Uji", "Sari", "Budi", "Orang lain"];

    /// <summary>Somebody of a role.</summary>
    /// <param name="role">One of <see cref="PortalRoles.All"/>.</param>
    /// <param name="name">Uji, Sari, Budi or Orang lain.</param>
    public static ClaimsPrincipal Of(string role, string name = "Uji") =>
        new(
            new ClaimsIdentity(
                [
                    new(ClaimTypes.NameIdentifier, KeyOf("account", role, name).ToString()),
                    new(ClaimTypes.Name, EmailOf(role, name)),
                    new(Access.DisplayNameClaim, name),
                    new(ClaimTypes.Role, role),
                    new(Access.SessionClaim, KeyOf("session", role, name).ToString()),
                ],
                "uji"
            )
        );

    /// <summary>The address of somebody's account.</summary>
    public static string EmailOf(string role, string name = "Uji") => $"{name.Replace(' ', '.')}.{role}@uji.local".ToLowerInvariant();

    /// <summary>Puts them all into a portal.</summary>
    internal static async Task StoreAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var roles = await db.Roles.ToDictionaryAsync(role => role.Name!);
        foreach (var (role, name) in PortalRoles.All.SelectMany(role => Names, (role, name) => (role, name)))
        {
            var email = EmailOf(role, name);
            var account = new PortalUser
            {
                Id = KeyOf("account", role, name),
                UserName = email,
                NormalizedUserName = email.ToUpperInvariant(),
                Email = email,
                NormalizedEmail = email.ToUpperInvariant(),
                DisplayName = name,
                SecurityStamp = email,
            };
            var session = new SignInSession(
                account.Id,
                TimeProvider.System.GetUtcNow(),
                new SignInOrigin("127.0.0.1", "peramban uji"),
                remembered: true
            );
            db.Users.Add(account);
            db.UserRoles.Add(new() { UserId = account.Id, RoleId = roles[role].Id });
            db.SignInSessions.Add(session);
            db.Entry(session).Property(item => item.Id).CurrentValue = KeyOf("session", role, name);

            // However long a test run lasts.
            db.Entry(session).Property(item => item.ConfirmedAt).CurrentValue = session.ExpiresAt;
        }

        db.AuditEntries.Add(
            new AuditEntry(Actor.System, TimeProvider.System.GetUtcNow(), AccountActions.Created, "-", "akun uji") { After = "uji" }
        );
        await db.SaveChangesAsync();
    }

    /// <summary>Makes another account, without a password.</summary>
    internal static async Task<PortalUser> AddAsync(IServiceProvider services, string email, string name, string role)
    {
        await using var scope = services.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<AccountWork>();
        var account = new PortalUser
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            DisplayName = name,
        };
        await work.DoAsync(() => work.AddAsync(account, role, Actor.System));
        return account;
    }

    private static Guid KeyOf(string what, string role, string name) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{what} {role} {name}")).AsSpan(0, 16));
}
