using System.Collections.Concurrent;
using KerjaBhakti.Data;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Reports;

/// <summary>
/// Reports without their texts: a year has some five thousand, and neither lists nor recaps show them. A report whose verification cannot
/// be taken back any more never changes and never goes, so its line is read once and kept; the others are read each time.
/// </summary>
public sealed class ReportLines(PortalClock clock)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<DateOnly, IReadOnlyList<ReportLine>> verified = new();

    /// <summary>Every report about a Sunday from a day to a day, both included, drafts too.</summary>
    public async Task<IReadOnlyList<ReportLine>> BetweenAsync(
        PortalDbContext db,
        DateOnly first,
        DateOnly last,
        CancellationToken cancellationToken
    )
    {
        var between = db.ActivityReports.Where(report => report.Sunday >= first && report.Sunday <= last);

        // Two servers' clocks may differ by some seconds; nothing is kept that either of them could still take back.
        var settled = clock.Now - ActivityReport.UndoWithin - Tolerance;

        // In this order a report that is settled meanwhile is read twice rather than not at all.
        var open = await LinesOf(between.Where(report => report.Status != ReportStatus.Verified || report.ReviewedAt >= settled))
            .ToListAsync(cancellationToken);
        var counts = await between
            .Where(report => report.Status == ReportStatus.Verified && report.ReviewedAt < settled)
            .GroupBy(report => report.Sunday)
            .Select(group => new { Sunday = group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var lines = new List<ReportLine>();
        var grown = new List<DateOnly>();
        foreach (var count in counts)
        {
            if (verified.TryGetValue(count.Sunday, out var kept) && kept.Count == count.Count)
            {
                lines.AddRange(kept);
            }
            else
            {
                grown.Add(count.Sunday);
            }
        }

        if (grown.Count > 0)
        {
            var read = await LinesOf(
                    between.Where(report =>
                        report.Status == ReportStatus.Verified && report.ReviewedAt < settled && grown.Contains(report.Sunday)
                    )
                )
                .ToListAsync(cancellationToken);
            foreach (var sunday in read.GroupBy(line => line.Sunday))
            {
                verified[sunday.Key] = [.. sunday];
            }

            lines.AddRange(read);
        }

        return [.. lines.Concat(open).DistinctBy(line => line.Id)];
    }

    /// <summary>The lines of reports, read by the database without the rest.</summary>
    public static IQueryable<ReportLine> LinesOf(IQueryable<ActivityReport> reports) =>
        reports.Select(report => new ReportLine(
            report.Id,
            report.ScheduleId,
            report.Row,
            report.Sunday,
            report.Status,
            report.IsLate,
            report.Content.Attended,
            report.Content.People
        ));
}
