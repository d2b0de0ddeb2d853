using System.Security.Claims;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Frame;
using KerjaBhakti.Web.Shell.Waiting;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Start;

/// <summary>Reports that were sent, for who verifies them.</summary>
public sealed class ReportsWaiting(RosterWork work) : IWaitingSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WaitingItem>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        !user.May(Access.ManageDuties)
            ? []
            : await work.ReadAsync<IReadOnlyList<WaitingItem>>(
                user,
                Access.ManageDuties,
                async db =>
                {
                    var sent = await db
                        .ActivityReports.Where(report => report.Status == ReportStatus.Sent)
                        .Select(report => new
                        {
                            report.Id,
                            report.Sunday,
                            report.Revision,
                        })
                        .ToListAsync(cancellationToken);
                    return sent.Count is > 0 and var count
                        ?
                        [
                            new WaitingItem("/roster/laporan", $"{count} laporan menunggu verifikasi", "Periksa", "/roster/laporan")
                            {
                                Count = count,
                                Detail = $"paling lama dari {Indonesian.LongDate(sent.Min(report => report.Sunday))}",
                                News = [.. sent.Select(report => $"laporan|{report.Id:N}|{report.Revision}")],
                                ComesAllDay = true,
                            },
                        ]
                        : [];
                },
                cancellationToken
            );
}
