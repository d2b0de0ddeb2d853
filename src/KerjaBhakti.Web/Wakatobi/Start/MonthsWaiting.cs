using System.Security.Claims;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Shell.Waiting;
using KerjaBhakti.Web.Wakatobi.Books;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Start;

/// <summary>The oldest month that is over and not closed, for who closes it.</summary>
public sealed class MonthsWaiting(FundWork work, WitaClock clock) : IWaitingSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WaitingItem>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        !user.May(Access.EnterFund)
            ? []
            : await work.ReadAsync<IReadOnlyList<WaitingItem>>(
                user,
                Access.EnterFund,
                async db =>
                {
                    var year = await db
                        .FiscalYears.Where(item => item.ClosedBy == null)
                        .OrderBy(item => item.Year)
                        .FirstOrDefaultAsync(cancellationToken);
                    return year is not null && FundClosing.NextOf(year) is { } month && month.LastDay < clock.Today
                        ?
                        [
                            new WaitingItem(
                                "/wakatobi/buku",
                                $"Buku {month.ToIndonesian()} belum ditutup",
                                "Tutup bulan",
                                $"/wakatobi/buku/tutup?tahun={month.Year}"
                            ),
                        ]
                        : [];
                },
                cancellationToken
            );
}
