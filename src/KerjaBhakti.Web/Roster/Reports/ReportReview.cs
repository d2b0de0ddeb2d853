using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Web.Hosting;
using KerjaBhakti.Web.Public;
using KerjaBhakti.Web.Roster.Duties;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Reports;

/// <summary>Reports as the secretariat follows them: who has not reported, what waits to be verified, and each one.</summary>
public sealed class ReportReview(RosterWork work, DutyBook book, DutyTimeline timeline, ReportLines lines, PublishedSchedules published, PortalClock clock)
{
    /// <summary>How many reports that wait are shown at once, the oldest first.</summary>
    public const int MostWaiting = 100;

    /// <summary>The reports of a year's Sundays until today.</summary>
    public Task<ReportBoard> OpenAsync(ClaimsPrincipal user, int year, BoardFilter filter, CancellationToken cancellationToken) => work.ReadAsync(
        user,
        Access.ReadRoster,
        async db =>
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            var duties = await timeline.BetweenAsync(db, first, clock.Today < last ? clock.Today : last, cancellationToken);
            var reports = (await lines.BetweenAsync(db, first, last, cancellationToken)).ToDictionary(line => (line.ScheduleId, line.Row, line.Sunday));
            var entries = duties
                .Where(duty => filter.City is not { } city || duty.City == city)
                .Where(duty => filter.Category is not { } category || duty.Post?.Category == category)
                .Select(duty => new BoardEntry(duty, reports.GetValueOrDefault((duty.ScheduleId, duty.Row, duty.Date))))
                .ToList();
            return new ReportBoard(year, [.. (await published.EverAsync(cancellationToken)).Select(schedule => schedule.Annex.Period.Year).Distinct()], entries, filter.Sunday);
        },
        cancellationToken);

    /// <summary>A report that was sent once; null where there is none. Drafts are their writers' alone.</summary>
    public Task<ReviewedReport?> FindAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken) => work.ReadAsync(
        user,
        Access.ReadRoster,
        async db =>
        {
            var report = await db.ActivityReports.Include(report => report.Photos.OrderBy(photo => photo.Order))
                .FirstOrDefaultAsync(report => report.Id == id && report.Status != ReportStatus.Draft, cancellationToken);
            if (report is null)
            {
                return null;
            }

            var annex = await book.OfAsync(db, report.ScheduleId, cancellationToken);
            return new ReviewedReport(report, (await book.OverlayAsync(db, annex, cancellationToken)).Of(report.Row, report.Sunday)!);
        },
        cancellationToken);

    /// <summary>Finds a report right.</summary>
    /// <exception cref="RosterRefusedException">It does not wait for this, or somebody changed it meanwhile.</exception>
    public async Task VerifyAsync(ClaimsPrincipal user, Guid id, int revision, CancellationToken cancellationToken)
    {
        await work.DoAsync(
            user,
            Access.ManageDuties,
            async step =>
            {
                var report = await LoadAsync(step, id, revision, cancellationToken);
                report.Verify(step.By, step.At);
                step.Note("duty.report-verified", id.ToString(), ReportDesk.CaptionOf(report));
            },
            cancellationToken);

        // Public pages tell which activities took place, also where whoever verified has left meanwhile.
        await published.ForgetAsync(CancellationToken.None);
    }

    /// <summary>Gives a report back to be put right.</summary>
    /// <exception cref="RosterRefusedException">It does not wait for this, there is no reason, or somebody changed it meanwhile.</exception>
    public Task ReturnAsync(ClaimsPrincipal user, Guid id, int revision, string reason, CancellationToken cancellationToken) => work.DoAsync(
        user,
        Access.ManageDuties,
        async step =>
        {
            var report = await LoadAsync(step, id, revision, cancellationToken);
            report.Return(step.By, reason, step.At);
            step.Note("duty.report-returned", id.ToString(), ReportDesk.CaptionOf(report), after: report.ReturnReason!);
        },
        cancellationToken);

    private static async Task<ActivityReport> LoadAsync(RosterStep step, Guid id, int revision, CancellationToken cancellationToken)
    {
        var report = await step.Db.ActivityReports.FirstOrDefaultAsync(report => report.Id == id && report.Status != ReportStatus.Draft, cancellationToken)
            ?? throw new RosterRefusedException("Laporan itu tidak ada.");
        RosterWork.RequireSeen(revision, report.Revision);
        return report;
    }
}

/// <summary>What of the board is shown.</summary>
/// <param name="Sunday">The Sunday; null for the latest on which something is missing.</param>
/// <param name="City">Duties in this city only; null for all.</param>
/// <param name="Category">Rows of this kind of body only; null for all.</param>
public sealed record BoardFilter(DateOnly? Sunday, CityCode? City, WorkUnitCategory? Category);
