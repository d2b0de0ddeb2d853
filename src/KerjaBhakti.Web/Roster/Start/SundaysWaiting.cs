using System.Security.Claims;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Duties;
using KerjaBhakti.Web.Shell.Waiting;

namespace KerjaBhakti.Web.Roster.Start;

/// <summary>Sundays to come that are holidays and about which nobody has decided.</summary>
public sealed class SundaysWaiting(SundayBoard sundays) : IWaitingSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WaitingItem>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        user.May(Access.ManageDuties) && await sundays.UndecidedAsync(user, cancellationToken) is > 0 and var count
            ?
            [
                new WaitingItem("/roster/minggu", $"{count} hari {Served.Day} libur belum diputuskan", "Putuskan", "/roster/minggu")
                {
                    Count = count,
                },
            ]
            : [];
}
