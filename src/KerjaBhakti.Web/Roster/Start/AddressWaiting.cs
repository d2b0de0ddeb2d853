using System.Security.Claims;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Shell.Waiting;

namespace KerjaBhakti.Web.Roster.Start;

/// <summary>
/// For administrators of a portal in service: that nobody said under which address it is reached, which is printed on paper.
/// </summary>
public sealed class AddressWaiting(PublicAddress address, IHostEnvironment environment) : IWaitingSource
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<WaitingItem>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<WaitingItem>>(
            user.May(Access.ManageAccounts) && environment.IsProduction() && !address.IsSaid
                ?
                [
                    new WaitingItem(
                        WaitingList.StartPage,
                        "Alamat portal untuk umum (Portal:PublicUrl) belum diatur",
                        "Coba alamat itu",
                        address.Of("verifikasi").ToString()
                    )
                    {
                        Detail = $"kode pada lampiran tercetak mengarah ke {address.Of(string.Empty)}",
                        IsUrgent = true,
                    },
                ]
                : []
        );
}
