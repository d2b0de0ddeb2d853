using System.Security.Claims;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Fees;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Own;

/// <summary>A person's own fee slips. Whose they are is read from the account's link, never from the address.</summary>
public sealed class OwnFeeSlips(FundWork work)
{
    /// <summary>The slips under a signed decree, the newest first; noted as a look where there are any.</summary>
    public Task<OwnFeeView> OpenAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.DoAsync(
            user,
            Access.OwnFees,
            async step =>
            {
                var link = await step
                    .Db.StaffAccounts.AsNoTracking()
                    .FirstOrDefaultAsync(account => account.AccountId == step.By.Id, cancellationToken);
                if (link is null)
                {
                    return new OwnFeeView(null, [], null);
                }

                var slips = await step
                    .Db.FeeDistributions.Where(distribution => distribution.ApprovedAt != null)
                    .SlipsOfAsync(step.Db, link.StaffId, cancellationToken);
                if (slips.Count > 0)
                {
                    step.Note(FundActions.FeesSeen, Guid.Parse(step.By.Id), $"slip sendiri, pegawai {link.StaffId}");
                }

                var person = new StaffName(link.StaffId, slips.Count > 0 ? slips[0].Name : string.Empty, string.Empty);
                return new OwnFeeView(link.StaffId, slips, FeeYear.Of(person, slips, year: null, step.Today));
            },
            cancellationToken
        );
}

/// <summary>What a person may see of the fees.</summary>
/// <param name="StaffId">The staff number; null where the account has none.</param>
/// <param name="Slips">The slips, the newest first.</param>
/// <param name="Year">The newest year in which something was paid; null where the account has no number.</param>
public sealed record OwnFeeView(string? StaffId, IReadOnlyList<FeeSlip> Slips, FeeYear? Year);
