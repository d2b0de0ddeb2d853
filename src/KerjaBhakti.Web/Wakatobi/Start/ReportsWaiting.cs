using System.Security.Claims;
using KerjaBhakti.Documents.Wakatobi.Reports;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Shell.Waiting;
using KerjaBhakti.Web.Wakatobi.Frame;
using KerjaBhakti.Web.Wakatobi.Reports;

namespace KerjaBhakti.Web.Wakatobi.Start;

/// <summary>Reports whose period is over and that were not sent, for who sends them: one line for each kind, the oldest named.</summary>
public sealed class ReportsWaiting(ReportMail mail, WitaClock clock) : IWaitingSource
{
    private const string Menu = "/wakatobi/laporan";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WaitingItem>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        !user.May(Access.EnterClaims)
            ? []
            :
            [
                .. (await mail.DueAsync(user, cancellationToken))
                    .Where(due => user.May(ReportMail.SenderOf(due.Kind)))
                    .GroupBy(due => due.Kind)
                    .Select(group => ItemOf(group.First(), group.Count())),
            ];

    private WaitingItem ItemOf(DueReport oldest, int count)
    {
        var days = clock.Today.DayNumber - oldest.DueOn.DayNumber;
        return new WaitingItem(
            Menu,
            count == 1
                ? $"{FundReportForm.Of(oldest.Kind).Title} {oldest.Period.ToIndonesian()} belum dikirim"
                : $"{FundReportForm.Of(oldest.Kind).Title}: {count} periode belum dikirim, yang pertama {oldest.Period.ToIndonesian()}",
            "Buka laporan",
            $"{ReportLinks.PathOf(oldest.Kind)}?dari={oldest.Period.First}&sampai={oldest.Period.Last}"
        )
        {
            Count = count,
            Detail = days > 0 ? $"terlambat {days} hari" : $"paling lambat {Indonesian.ShortDate(oldest.DueOn)}",
            IsUrgent = days > 0,
        };
    }
}
