using KerjaBhakti.Data.Identity;
using Microsoft.AspNetCore.Identity;

namespace KerjaBhakti.Web.Account;

/// <summary>One account for each role, with a published password. They exist in the Development environment only.</summary>
public sealed class DemoAccounts(UserManager<PortalUser> users, IHostEnvironment environment)
{
    /// <summary>The password of all of them.</summary>
    public const string Password = "Kerja-Bhakti-2015";

    /// <summary>The accounts, in the order the sign-in page lists them.</summary>
    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("sekretariat@demo.local", "Sekretariat (demo)", PortalRoles.Sekretariat, "menyunting jadwal"),
        new("sekda@demo.local", "Sekretaris Daerah (demo)", PortalRoles.Sekda, "membaca rancangan"),
        new("pejabat@demo.local", "Pejabat (demo)", PortalRoles.Pejabat, "melihat jadwal"),
        new("keuangan@demo.local", "Keuangan RSUD (demo)", PortalRoles.KeuanganRsud, "keuangan rumah sakit"),
        new("direktur@demo.local", "Direktur RSUD (demo)", PortalRoles.DirekturRsud, "direktur rumah sakit"),
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
            if (await users.FindByEmailAsync(demo.Email) is null)
            {
                var account = new PortalUser
                {
                    Id = Guid.CreateVersion7(),
                    UserName = demo.Email,
                    Email = demo.Email,
                    EmailConfirmed = true,
                    DisplayName = demo.DisplayName,
                };
                await users.CreateAsync(account, Password);
                await users.AddToRoleAsync(account, demo.Role);
            }
        }
    }
}

/// <summary>A demonstration account.</summary>
/// <param name="Email">The address it signs in with.</param>
/// <param name="DisplayName">The name it shows.</param>
/// <param name="Role">Its role.</param>
/// <param name="Purpose">What to try with it.</param>
public sealed record DemoAccount(string Email, string DisplayName, string Role, string Purpose);
