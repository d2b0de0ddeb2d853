using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster.Positions;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Account;

/// <summary>One account for each role, with a published password. They exist in the Development environment only.</summary>
public sealed class DemoAccounts(AccountWork work, TimeProvider time, IHostEnvironment environment)
{
    /// <summary>The password of all of them.</summary>
    public const string Password = "Kerja-Bhakti-2015";

    /// <summary>The accounts, in the order the sign-in page lists them.</summary>
    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("sekretariat@demo.local", "Sekretariat (demo)", PortalRoles.Sekretariat, "menyunting jadwal"),
        new("sekda@demo.local", "Sekretaris Daerah (demo)", PortalRoles.Sekda, "menetapkan jadwal, memutuskan penggantian"),
        new("pejabat@demo.local", "Pejabat (demo)", PortalRoles.Pejabat, "melihat dan melaporkan tugasnya"),
        new("keuangan@demo.local", "Keuangan RSUD (demo)", PortalRoles.KeuanganRsud, "keuangan rumah sakit"),
        new("direktur@demo.local", "Direktur RSUD (demo)", PortalRoles.DirekturRsud, "direktur rumah sakit"),
        new("pengelola@demo.local", "Pengelola program (demo)", PortalRoles.PengelolaProgram, "klaim dan laporan kegiatan rumah sakit"),
        new("pegawai@demo.local", "Pegawai RSUD (demo)", PortalRoles.PegawaiRsud, "pegawai rumah sakit"),
        new("inspektorat@demo.local", "Inspektorat (demo)", PortalRoles.Inspektorat, "membaca semuanya"),
        new("admin@demo.local", "Administrator (demo)", PortalRoles.Admin, "mengelola akun"),
    ];

    /// <summary>Makes those that are not there yet. Does nothing outside Development.</summary>
    public async Task EnsureAsync()
    {
        if (!environment.IsDevelopment())
        {
            return;
        }

        foreach (var demo in All)
        {
            if (await work.Users.FindByEmailAsync(demo.Email) is null)
            {
                await work.DoAsync(() => MakeAsync(demo));
            }
        }

        var official = All.Single(demo => demo.Role == PortalRoles.Pejabat).Email;
        await ActForAUnitAsync((await work.Users.FindByEmailAsync(official))!.Id.ToString());
    }

    private async Task MakeAsync(DemoAccount demo)
    {
        var account = new PortalUser
        {
            Id = Guid.CreateVersion7(),
            UserName = demo.Email,
            Email = demo.Email,
            EmailConfirmed = true,
            DisplayName = demo.DisplayName,
        };

        // Nobody else could set a password that stands on the sign-in page.
        account.PasswordHash = work.Users.PasswordHasher.HashPassword(account, Password);
        await work.AddAsync(account, demo.Role, Actor.System);
    }

    /// <summary>The official's account stands for the staff of a bureau, or of the first body; no person is invented for it.</summary>
    private async Task ActForAUnitAsync(string account)
    {
        var db = work.Db;
        if (await db.OfficialAccounts.AnyAsync(link => link.AccountId == account))
        {
            return;
        }

        var unit = await db
            .WorkUnits.OrderBy(unit => unit.Category == WorkUnitCategory.Bureau ? 0 : 1)
            .ThenBy(unit => unit.Id)
            .FirstOrDefaultAsync();
        if (unit is null)
        {
            return;
        }

        db.OfficialAccounts.Add(OfficialAccount.OfStaff(account, unit.Id));
        db.AuditEntries.Add(
            new AuditEntry(Actor.System, time.GetUtcNow(), DutyActions.AccountLinked, account, "akun pejabat (demo)") { After = unit.Name }
        );
        await db.SaveChangesAsync();
    }
}

/// <summary>A demonstration account.</summary>
/// <param name="Email">The address it signs in with.</param>
/// <param name="DisplayName">The name it shows.</param>
/// <param name="Role">Its role.</param>
/// <param name="Purpose">What to try with it.</param>
public sealed record DemoAccount(string Email, string DisplayName, string Role, string Purpose);
