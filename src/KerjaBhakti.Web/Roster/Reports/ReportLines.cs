using KerjaBhakti.Data;
using KerjaBhakti.Roster.Reports;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Reports;

/// <summary>Reports without their texts: a year has some five thousand, and neither lists nor recaps show them.</summary>
internal static class ReportLines
{
    /// <summary>Every report about a Sunday from a day to a day, both included, drafts too.</summary>
    public static Task<List<ReportLine>> BetweenAsync(PortalDbContext db, DateOnly first, DateOnly last, CancellationToken cancellationToken) => db.ActivityReports
        .Where(report => report.Sunday >= first && report.Sunday <= last)
        .Select(report => new ReportLine(
            report.Id, report.ScheduleId, report.Row, report.Sunday, report.Status, report.IsLate, report.Content.Attended, report.Content.People))
        .ToListAsync(cancellationToken);
}
