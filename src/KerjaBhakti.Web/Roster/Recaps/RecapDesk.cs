using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Documents.Roster.Recaps;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Duties;
using KerjaBhakti.Web.Roster.Frame;
using KerjaBhakti.Web.Roster.Reports;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Recaps;

/// <summary>Makes the recap of a period, and shows the duties behind each of its figures (diktum KETIGA).</summary>
public sealed class RecapDesk(RosterWork work, DutyTimeline timeline, ReportLines lines, Gazetteer gazetteer, PortalClock clock)
{
    /// <summary>The recap as its page, PDF and workbook show it.</summary>
    public Task<RecapReport> OpenAsync(ClaimsPrincipal user, RecapPeriod period, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadRoster,
            async db =>
            {
                var recap = await RecapAsync(db, period, cancellationToken);
                var inForce = recap.Entries.Select(entry => entry.Duty.ScheduleId).Distinct().ToList();
                var issued = await db
                    .Schedules.Include(schedule => schedule.Instruction)
                    .Where(schedule => inForce.Contains(schedule.Id))
                    .ToListAsync(cancellationToken);
                return RecapReport.Of(
                    recap,
                    period,
                    [.. inForce.Select(id => new RecapAnnex(id, issued.Single(schedule => schedule.Id == id).Instruction!))],
                    gazetteer,
                    clock.Today
                );
            },
            cancellationToken
        );

    /// <summary>The duties that a measure counts in a part of a recap, in order of date and row.</summary>
    public Task<IReadOnlyList<RecapEntry>> ListAsync(ClaimsPrincipal user, DutyEntries asked, CancellationToken cancellationToken) =>
        work.ReadAsync<IReadOnlyList<RecapEntry>>(
            user,
            Access.ReadRoster,
            async db =>
                [
                    .. (await RecapAsync(db, asked.Period, cancellationToken)).Entries.Where(entry =>
                        asked.Slice.Holds(entry) && entry.CountsAs(asked.Measure)
                    ),
                ],
            cancellationToken
        );

    private async Task<Recap> RecapAsync(PortalDbContext db, RecapPeriod period, CancellationToken cancellationToken) =>
        Recap.Of(
            await timeline.BetweenAsync(db, period.First, period.Last, cancellationToken),
            await lines.BetweenAsync(db, period.First, period.Last, cancellationToken),
            clock.Today
        );
}
