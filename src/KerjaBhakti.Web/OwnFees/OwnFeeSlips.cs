using System.Security.Claims;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Web.Hosting;
using KerjaBhakti.Web.Wakatobi;
using KerjaBhakti.Web.Wakatobi.Fees;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.OwnFees;

/// <summary>A person's own fee slips. Whose they are is read from the account's link, never from the address.</summary>
public sealed class OwnFeeSlips(FundWork work)
{
    /// <summary>The slips under a signed decree, the newest first; noted as a look where there are any.</summary>
    public Task<OwnFeeView> OpenAsync(ClaimsPrincipal user, CancellationToken cancellationToken) => work.DoAsync(
        user,
        Access.OwnFees,
        async step =>
        {
            var link = await step.Db.StaffAccounts.AsNoTracking().FirstOrDefaultAsync(account => account.AccountId == step.By.Id, cancellationToken);
            if (link is null)
            {
                return new OwnFeeView(null, []);
            }

            var slips = await step.Db.FeeDistributions.Where(distribution => distribution.ApprovedAt != null).SlipsOfAsync(link.StaffId, cancellationToken);
            if (slips.Count > 0)
            {
                step.Note("fund.fees-seen", Guid.Parse(step.By.Id), $"slip sendiri, pegawai {link.StaffId}");
            }

            return new OwnFeeView(link.StaffId, slips);
        },
        cancellationToken);
}

/// <summary>What a person may see of the fees.</summary>
/// <param name="StaffId">The staff number; null where the account has none.</param>
/// <param name="Slips">The slips, the newest first.</param>
public sealed record OwnFeeView(string? StaffId, IReadOnlyList<FeeSlip> Slips);
