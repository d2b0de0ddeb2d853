using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Fees;

/// <summary>Which account may see which staff number's fees as its own.</summary>
public sealed class StaffAccounts(FundWork work)
{
    /// <summary>The accounts of the hospital's staff by name, each with its number.</summary>
    public Task<IReadOnlyList<StaffLink>> ListAsync(ClaimsPrincipal user, CancellationToken cancellationToken) => work.ReadAsync<IReadOnlyList<StaffLink>>(
        user,
        Access.EnterFund,
        async db =>
        {
            var accounts = await StaffOf(db).OrderBy(account => account.DisplayName).ToListAsync(cancellationToken);
            var links = await db.StaffAccounts.ToDictionaryAsync(link => link.AccountId, link => link.StaffId, cancellationToken);
            return [.. accounts.Select(account => new StaffLink(account.Id, account.DisplayName, account.Email!, links.GetValueOrDefault(account.Id.ToString())))];
        },
        cancellationToken);

    /// <summary>Gives an account its staff number, or takes it away.</summary>
    /// <param name="user">Who does it.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="staffId">The number; empty takes it away.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FundRefusedException">The account is none of the staff, or the number belongs to another.</exception>
    public Task LinkAsync(ClaimsPrincipal user, Guid accountId, string staffId, CancellationToken cancellationToken) => work.DoAsync(
        user,
        Access.EnterFund,
        async step =>
        {
            var number = staffId.Trim();
            var account = await StaffOf(step.Db).FirstOrDefaultAsync(account => account.Id == accountId, cancellationToken)
                ?? throw new FundRefusedException("Pilih akun pegawai RSUD.");
            if (number.Length > StaffPoints.StaffIdLength)
            {
                throw new FundRefusedException($"Nomor pegawai paling panjang {StaffPoints.StaffIdLength} huruf.");
            }

            var key = account.Id.ToString();
            if (number.Length > 0 && await step.Db.StaffAccounts.AnyAsync(link => link.StaffId == number && link.AccountId != key, cancellationToken))
            {
                throw new FundRefusedException($"Nomor pegawai {number} sudah dihubungkan dengan akun lain; satu nomor hanya untuk satu akun.");
            }

            var before = await step.Db.StaffAccounts.AsNoTracking().FirstOrDefaultAsync(link => link.AccountId == key, cancellationToken);
            await step.Db.StaffAccounts.Where(link => link.AccountId == key).ExecuteDeleteAsync(cancellationToken);
            if (number.Length > 0)
            {
                step.Db.StaffAccounts.Add(new StaffAccount(key, number));
            }

            step.Note("fund.staff-linked", accountId, account.DisplayName, before?.StaffId ?? string.Empty, number.Length > 0 ? number : "tanpa nomor pegawai");
        },
        cancellationToken);

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
