using System.Security.Claims;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Duties;
using KerjaBhakti.Web.Shell.Waiting;

namespace KerjaBhakti.Web.Roster.Start;

/// <summary>Substitutions on which both sides agree, for who decides.</summary>
public sealed class SubstitutionsWaiting(Substitutions substitutions) : IWaitingSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WaitingItem>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        user.May(Access.DecideDuties) && await substitutions.WaitingAsync(user, cancellationToken) is { Count: > 0 and var count } waiting
            ?
            [
                new WaitingItem(
                    "/roster/penggantian",
                    $"{count} penggantian menunggu keputusan Anda",
                    "Putuskan",
                    "/roster/penggantian?keadaan=sekda"
                )
                {
                    Count = count,
                    News = [.. waiting.Select(id => $"penggantian|{id:N}")],
                },
            ]
            : [];
}
