using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Personnel;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Fees;

/// <summary>Which account may see which staff number's fees as its own.</summary>
public sealed class StaffAccounts(FundWork work)
{
    /// <summary>The accounts of the hospital's staff by name, each with its number.</summary>
    public Task<IReadOnlyList<StaffLink>> ListAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync<IReadOnlyList<StaffLink>>(
            user,
            Access.EnterFund,
            async db =>
            {
                var accounts = await StaffOf(db).OrderBy(account => account.DisplayName).ToListAsync(cancellationToken);
                var links = await db.StaffAccounts.ToDictionaryAsync(link => link.AccountId, link => link.StaffId, cancellationToken);
                return
                [
                    .. accounts.Select(account => new StaffLink(
                        account.Id,
                        account.DisplayName,
                        account.Email!,
                        links.GetValueOrDefault(account.Id.ToString())
                    )),
                ];
            },
            cancellationToken
        );

    /// <summary>Whose a staff number is: by the register, and where it does not know the number by the last distribution.</summary>
    /// <returns>The number as it is printed and the name; null where nobody has it.</returns>
    public Task<StaffName?> FindAsync(ClaimsPrincipal user, string staffId, CancellationToken cancellationToken) =>
        work.ReadAsync(user, Access.EnterFund, db => FindAsync(db, staffId, cancellationToken), cancellationToken);

    /// <summary>Gives an account its staff number, or takes it away. Whose number it is, is confirmed by the name.</summary>
    /// <param name="user">Who does it.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="staffId">The number; empty takes it away.</param>
    /// <param name="name">The name the number belongs to, as it was shown and confirmed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FundRefusedException">The account is none of the staff, nobody has the number, it is somebody else's than was
    /// confirmed, or belongs to another account.</exception>
    public Task LinkAsync(ClaimsPrincipal user, Guid accountId, string staffId, string name, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.EnterFund,
            async step =>
            {
                var account = await StaffOf(step.Db).FirstOrDefaultAsync(account => account.Id == accountId, cancellationToken)
                    ?? throw new FundRefusedException("Pilih akun pegawai RSUD.");
                var owner = staffId.Trim().Length == 0 ? null : await OwnerAsync(step.Db, staffId, name, cancellationToken);
                var key = account.Id.ToString();
                if (
                    owner is not null
                    && await step.Db.StaffAccounts.AnyAsync(
                        link => link.StaffId == owner.Number && link.AccountId != key,
                        cancellationToken
                    )
                )
                {
                    throw new FundRefusedException(
                        $"Nomor pegawai {owner.Number} sudah dihubungkan dengan akun lain; satu nomor hanya untuk satu akun."
                    );
                }

                var before = await step.Db.StaffAccounts.FirstOrDefaultAsync(link => link.AccountId == key, cancellationToken);
                if (before is not null)
                {
                    step.Db.StaffAccounts.Remove(before);
                }

                if (owner is not null)
                {
                    step.Db.StaffAccounts.Add(new StaffAccount(key, owner.Number));
                }

                step.Note(
                    FundActions.StaffLinked,
                    accountId,
                    account.DisplayName,
                    before?.StaffId ?? string.Empty,
                    owner is not null ? $"{owner.Number} ({owner.Name})" : "tanpa nomor pegawai"
                );
            },
            cancellationToken
        );

    internal static async Task<StaffName?> FindAsync(PortalDbContext db, string staffId, CancellationToken cancellationToken)
    {
        var key = StaffNumber.KeyOf(staffId);
        var member = await db.StaffMembers.AsNoTracking().FirstOrDefaultAsync(member => member.NumberKey == key, cancellationToken);
        if (member is not null)
        {
            return new StaffName(member.Number, member.Name, member.Unit);
        }

        // Where the register is not filled yet, slips bear the number as it was written then.
        var number = staffId.Trim();
        var paid = await db
            .FeeDistributions.OrderByDescending(distribution => distribution.Id)
            .SelectMany(distribution => distribution.Payments)
            .Where(payment => payment.StaffId == number)
            .Select(payment => new { payment.StaffId, payment.Name })
            .FirstOrDefaultAsync(cancellationToken);
        return paid is null ? null : new StaffName(paid.StaffId, paid.Name, string.Empty);
    }

    private static async Task<StaffName> OwnerAsync(PortalDbContext db, string staffId, string name, CancellationToken cancellationToken)
    {
        var owner = await FindAsync(db, staffId, cancellationToken)
            ?? throw new FundRefusedException(
                $"Nomor pegawai '{staffId.Trim()}' tidak ada dalam daftar pegawai maupun dalam pembagian; periksa nomornya."
            );
        return string.Equals(owner.Name, name.Trim(), StringComparison.Ordinal)
            ? owner
            : throw new FundRefusedException($"Nomor {owner.Number} atas nama {owner.Name}; pastikan orangnya, lalu hubungkan.");
    }

    private static IQueryable<PortalUser> StaffOf(PortalDbContext db) =>
        from account in db.Users
        join membership in db.UserRoles on account.Id equals membership.UserId
        join role in db.Roles on membership.RoleId equals role.Id
        where role.Name == PortalRoles.PegawaiRsud
        select account;
}

/// <summary>An account of the staff.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Name">The name the portal shows.</param>
/// <param name="Email">What it signs in with.</param>
/// <param name="StaffId">Its staff number; null where it has none.</param>
public sealed record StaffLink(Guid AccountId, string Name, string Email, string? StaffId);

/// <summary>Whose a staff number is.</summary>
/// <param name="Number">The number as it is printed.</param>
/// <param name="Name">The name.</param>
/// <param name="Unit">Where the person works; empty where it is not known.</param>
public sealed record StaffName(string Number, string Name, string Unit);
