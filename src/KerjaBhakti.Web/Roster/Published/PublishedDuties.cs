using System.Collections.Concurrent;
using KerjaBhakti.Data;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Web.Roster.Duties;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Published;

/// <summary>
/// What anyone may know beyond an annex: who is substituted, which Sundays are holidays or cancelled, and where the activity took place.
/// Read once and kept until
/// <see cref="PublicationStamp"/> says that something changed, so that a page asks the database nothing. It names posts, never a person.
/// </summary>
public sealed class PublishedDuties(IDbContextFactory<PortalDbContext> contexts, DutyBook book, PublicationStamp stamp)
{
    private readonly ConcurrentDictionary<Guid, (long Version, PublishedOverlay Overlay)> known = new();

    /// <summary>What lies over an issued annex.</summary>
    /// <param name="schedule">The key of the schedule.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async ValueTask<PublishedOverlay> OfAsync(Guid schedule, CancellationToken cancellationToken)
    {
        // Taken before reading: what changes meanwhile is read anew the next time.
        var version = await stamp.ReadAsync(cancellationToken);
        if (known.TryGetValue(schedule, out var kept) && kept.Version == version)
        {
            return kept.Overlay;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var annex = await book.OfAsync(db, schedule, cancellationToken);
        var overlay = new PublishedOverlay(
            await book.OverlayAsync(db, annex, cancellationToken),
            (
                await db
                    .ActivityReports.Where(report =>
                        report.ScheduleId == schedule && report.Status == ReportStatus.Verified && report.Content.Attended == true
                    )
                    .Select(report => new { report.Row, report.Sunday })
                    .ToListAsync(cancellationToken)
            )
                .Select(report => (report.Row, report.Sunday))
                .ToHashSet()
        );
        known[schedule] = (version, overlay);
        return overlay;
    }
}

/// <summary>What lies over an issued annex, as everybody may know it. Immutable.</summary>
/// <param name="overlay">Substitutions and Sundays.</param>
/// <param name="verified">For which rows and Sundays a verified report says that somebody was there.</param>
public sealed class PublishedOverlay(Overlay overlay, IReadOnlySet<(int Row, DateOnly Sunday)> verified)
{
    /// <summary>What is known of a Sunday.</summary>
    public SundayStanding On(DateOnly sunday) => overlay.StandingOf(sunday);

    /// <summary>What there is to say about a row on a Sunday; null where the annex says it all.</summary>
    public DutyRemark? Of(int? row, DateOnly sunday) =>
        row is { } number
        && overlay.Of(number, sunday) is { IsCancelled: false } duty
        && new DutyRemark(sunday, duty.Turn?.Substitute, verified.Contains((number, sunday))) is { IsEmpty: false } remark
            ? remark
            : null;

    /// <summary>What there is to say about a row on the Sundays of a month, in order.</summary>
    public IReadOnlyList<DutyRemark> Of(int? row, RosterMonth month) => Of(row, month.Sundays());

    /// <summary>What there is to say about a row on some Sundays, in order.</summary>
    public IReadOnlyList<DutyRemark> Of(int? row, IEnumerable<DateOnly> sundays) =>
        [.. sundays.Select(sunday => Of(row, sunday)).OfType<DutyRemark>()];

    /// <summary>The duties of other rows that the post of a row serves, in order of date.</summary>
    public IReadOnlyList<SundayDuty> StandingIn(int? row) => row is { } number ? overlay.StandingIn(number) : [];
}

/// <summary>What there is to say about a row on a Sunday beyond the annex.</summary>
/// <param name="Sunday">The Sunday.</param>
/// <param name="Substitute">The post that serves instead; null where the row's own does.</param>
/// <param name="Verified">Whether a verified report says that the activity took place.</param>
public sealed record DutyRemark(DateOnly Sunday, string? Substitute, bool Verified)
{
    /// <summary>Whether there is nothing to say.</summary>
    public bool IsEmpty => Substitute is null && !Verified;
}
