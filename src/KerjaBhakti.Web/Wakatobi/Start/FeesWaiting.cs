using System.Security.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Shell.Waiting;
using KerjaBhakti.Web.Wakatobi.Fees;
using KerjaBhakti.Web.Wakatobi.Frame;

namespace KerjaBhakti.Web.Wakatobi.Start;

/// <summary>The fees' share of what was received that no distribution took yet, for who prepares distributions.</summary>
public sealed class FeesWaiting(FeeDistributions fees) : IWaitingSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WaitingItem>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        user.May(Access.EnterFund) && (await fees.PoolAsync(user, cancellationToken)).Available is var left && left > Rupiah.Zero
            ?
            [
                new WaitingItem(
                    "/wakatobi/jasa",
                    $"{FundText.Money(left)} untuk jasa pelayanan belum dibagikan",
                    "Buat pembagian",
                    "/wakatobi/jasa/baru"
                ),
            ]
            : [];
}
