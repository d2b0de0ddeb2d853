using KerjaBhakti.Data;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Web.Roster.Published;

namespace KerjaBhakti.Web.Roster.Duties;

/// <summary>Duties of days that may lie under several annexes: each Sunday counts under the one that was in force that day.</summary>
public sealed class DutyTimeline(DutyBook book)
{
    /// <summary>Every duty from a day to a day, both included, in order of date and row, with what was approved and decided.</summary>
    public async Task<IReadOnlyList<SundayDuty>> BetweenAsync(
        PortalDbContext db,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellationToken
    )
    {
        var overlays = new Dictionary<Guid, Overlay>();
        var duties = new List<SundayDuty>();
        var inForce = await AnnexesInForce.ReadAsync(db, cancellationToken);
        for (var sunday = Duty.NextSunday(from); sunday <= to; sunday = sunday.AddDays(7))
        {
            if (inForce.On(sunday) is not { } schedule)
            {
                continue;
            }

            if (!overlays.TryGetValue(schedule, out var overlay))
            {
                var annex = await book.OfAsync(db, schedule, cancellationToken);
                overlays[schedule] = overlay = await book.OverlayAsync(db, annex, cancellationToken);
            }

            duties.AddRange(overlay.On(sunday));
        }

        return duties;
    }

    /// <summary>The duty of one row on a day; null where it has none, and where the day is no Sunday.</summary>
    public async Task<SundayDuty?> OfAsync(PortalDbContext db, int row, DateOnly day, CancellationToken cancellationToken) =>
        Served.Institution.DutyDay.Is(day) && await book.OnAsync(db, day, cancellationToken) is { } annex
            ? (await book.OverlayAsync(db, annex, cancellationToken)).Of(row, day)
            : null;
}
