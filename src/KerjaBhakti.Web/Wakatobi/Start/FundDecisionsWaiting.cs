using System.Security.Claims;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Shell.Waiting;
using KerjaBhakti.Web.Wakatobi.Approvals;
using KerjaBhakti.Web.Wakatobi.Frame;

namespace KerjaBhakti.Web.Wakatobi.Start;

/// <summary>What the Director decides.</summary>
public sealed class FundDecisionsWaiting(FundApprovals approvals) : IWaitingSource
{
    private const string Page = "/wakatobi/persetujuan";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WaitingItem>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        user.May(Access.ApproveFund)
            ?
            [
                .. (await approvals.AllAsync(user, cancellationToken)).Select(waiting => new WaitingItem(
                    Page,
                    $"{waiting.What}: {waiting.Count} menunggu keputusan Anda",
                    "Putuskan",
                    Page
                )
                {
                    Count = waiting.Count,
                    Detail = FundText.Money(waiting.Amount),
                }),
            ]
            : [];
}
