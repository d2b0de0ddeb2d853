using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Duties;
using KerjaBhakti.Web.Roster.Frame;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Own;

/// <summary>What an official comes for: where, when, and what is still to be reported.</summary>
public sealed class OwnDutyDesk(RosterWork work, DutyBook book, DutyTimeline timeline, PublishedSchedules published, PortalClock clock)
{
    // What nobody has asked for in a year is a matter for the recap, not for a phone.
    private const int DaysBack = 364;

    /// <summary>The duties of the posts an account acts for today.</summary>
    public Task<OwnDutyView> OpenAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.OwnDuties,
            async db =>
            {
                var today = clock.Today;
                var posts = await DutyBook.PostsOfAsync(db, user, today, cancellationToken);
                if (posts.Count == 0)
                {
                    return new OwnDutyView(today, posts, [], null);
                }

                var ids = posts.Select(post => post.Id).ToHashSet();
                var duties = (await timeline.BetweenAsync(db, today.AddDays(-DaysBack), today.AddYears(1), cancellationToken))
                    .Where(duty => ids.Contains(duty.Post?.Id ?? 0) || ids.Contains(duty.Turn?.SubstituteId ?? 0))
                    .ToList();
                var standings = await StandingsAsync(db, duties, cancellationToken);
                var inForce = await book.OnAsync(db, today, cancellationToken);
                return new OwnDutyView(
                    today,
                    posts,
                    [
                        .. duties.Select(duty => new OwnDuty(
                            duty,
                            standings.TryGetValue((duty.ScheduleId, duty.Row, duty.Date), out var status) ? status : null
                        )),
                    ],
                    inForce
                )
                {
                    Pending = await PendingAsync(db, ids, inForce, cancellationToken),
                    Asked = await AskedAsync(db, ids, inForce, cancellationToken),
                    Newest = (await published.EverAsync(cancellationToken)).FirstOrDefault(schedule =>
                        schedule.Annex.Period.First.FirstDay <= today
                    ),
                };
            },
            cancellationToken
        );

    private static Task<int> AskedAsync(PortalDbContext db, HashSet<int> posts, IssuedAnnex? inForce, CancellationToken cancellationToken)
    {
        var annex = inForce?.ScheduleId;
        return db.Substitutions.CountAsync(
            item =>
                item.ScheduleId == annex
                && item.Status == SubstitutionStatus.Proposed
                && item.Consents.Any(consent => consent.At == null && posts.Contains(consent.PositionId)),
            cancellationToken
        );
    }

    /// <summary>
    /// What waits for the other side or the Regional Secretary, of which these posts are a side: whoever agreed already has nothing to do.
    /// </summary>
    private static Task<int> PendingAsync(PortalDbContext db, HashSet<int> posts, IssuedAnnex? inForce, CancellationToken cancellationToken)
    {
        var annex = inForce?.ScheduleId;
        return db.Substitutions.CountAsync(
            item =>
                item.ScheduleId == annex
                && (item.Status == SubstitutionStatus.Proposed || item.Status == SubstitutionStatus.Accepted)
                && item.Consents.Any(consent => posts.Contains(consent.PositionId))
                && !item.Consents.Any(consent => consent.At == null && posts.Contains(consent.PositionId)),
            cancellationToken
        );
    }

    private static async Task<Dictionary<(Guid ScheduleId, int Row, DateOnly Sunday), ReportStatus>> StandingsAsync(
        PortalDbContext db,
        IReadOnlyList<SundayDuty> duties,
        CancellationToken cancellationToken
    )
    {
        var schedules = duties.Select(duty => duty.ScheduleId).Distinct().ToList();
        var rows = duties.Select(duty => duty.Row).Distinct().ToList();
        return await db
            .ActivityReports.Where(report => schedules.Contains(report.ScheduleId) && rows.Contains(report.Row))
            .Select(report => new
            {
                report.ScheduleId,
                report.Row,
                report.Sunday,
                report.Status,
            })
            .ToDictionaryAsync(report => (report.ScheduleId, report.Row, report.Sunday), report => report.Status, cancellationToken);
    }
}
