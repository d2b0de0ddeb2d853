using KerjaBhakti.Data;
using KerjaBhakti.Roster.Calendars;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Duties;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Calendars;

/// <summary>
/// The Sundays of a position as calendar programs are given them. What is given out is kept, so that an event's sequence rises when the
/// event has changed since and at no other time.
/// </summary>
public sealed class PositionCalendar(IDbContextFactory<PortalDbContext> contexts, DutyBook book, Gazetteer gazetteer, PortalClock clock)
{
    // Two programs that ask at once after a change both want to write it down; the second finds it written.
    private const int Attempts = 3;

    /// <summary>
    /// Everything of this year, and of the next where its annex is issued already; what was called off or is no more stands there as
    /// cancelled.
    /// </summary>
    /// <param name="position">The key of the position.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<PublishedEvent>> EventsAsync(int position, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await PublishAsync(position, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Read anew, with what the other one wrote.
            }
        }
    }

    private async Task<IReadOnlyList<PublishedEvent>> PublishAsync(int position, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var first = new DateOnly(clock.Today.Year, 1, 1);
        var last = first.AddYears(2).AddDays(-1);
        var before = await db
            .PublishedEvents.Where(item => item.PositionId == position && item.Date >= first && item.Date <= last)
            .ToListAsync(cancellationToken);
        var revision = CalendarRevision.Between(
            position,
            before,
            await HoldingAsync(db, position, first.Year, cancellationToken),
            clock.Now
        );
        if (revision.Changes > 0)
        {
            db.PublishedEvents.AddRange(revision.Added);
            await db.SaveChangesAsync(cancellationToken);
        }

        return revision.Events;
    }

    /// <summary>
    /// What holds now. Each Sunday counts under the annex that is in force on it: after an amendment, those before it stay as they were.
    /// </summary>
    private async Task<IReadOnlyList<DutyEvent>> HoldingAsync(
        PortalDbContext db,
        int position,
        int year,
        CancellationToken cancellationToken
    )
    {
        var events = new List<DutyEvent>();
        var inForce = await AnnexesInForce.ReadAsync(db, cancellationToken);
        foreach (var schedule in inForce.EverOfYear(year + 1).Union(inForce.EverOfYear(year)))
        {
            var annex = await book.OfAsync(db, schedule, cancellationToken);
            var overlay = await book.OverlayAsync(db, annex, cancellationToken);
            events.AddRange(DutyEvent.Of(position, annex, overlay, gazetteer).Where(item => inForce.On(item.Date) == schedule));
        }

        return events;
    }
}
