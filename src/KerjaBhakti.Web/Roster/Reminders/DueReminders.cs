using KerjaBhakti.Data;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Duties;
using KerjaBhakti.Web.Roster.Reports;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Reminders;

/// <summary>Which missing reports call for a reminder.</summary>
public sealed class DueReminders(DutyTimeline timeline, ReportSettings settings)
{
    /// <summary>The working days around a day: enough for every term and the next weeks.</summary>
    public static async Task<WorkingDays> WorkingDaysAsync(PortalDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var (first, last) = (today.AddYears(-2), today.AddYears(1));
        return new WorkingDays(
            await db
                .Holidays.Where(holiday => holiday.Date >= first && holiday.Date <= last)
                .Select(holiday => holiday.Date)
                .ToListAsync(cancellationToken)
        );
    }

    /// <summary>Everything to be reminded of on a day, in order of date and row, whether somebody was already or not.</summary>
    public async Task<IReadOnlyList<DueReminder>> OnAsync(
        PortalDbContext db,
        DateOnly today,
        WorkingDays days,
        CancellationToken cancellationToken
    )
    {
        var rule = new ReminderRule(settings.DaysGiven, days);
        var earliest = rule.Earliest(today);
        var returnedSince = PortalClock.StartOf(today.AddDays(-ReminderRule.DaysAfter));
        var reports = await db
            .ActivityReports.Where(report =>
                report.Sunday >= earliest || (report.Status == ReportStatus.Returned && report.ReviewedAt >= returnedSince)
            )
            .Select(report => new
            {
                report.ReviewedAt,
                Line = new ReportLine(
                    report.Id,
                    report.ScheduleId,
                    report.Row,
                    report.Sunday,
                    report.Status,
                    report.IsLate,
                    report.Content.Attended,
                    report.Content.People
                ),
            })
            .ToDictionaryAsync(report => (report.Line.ScheduleId, report.Line.Row, report.Line.Sunday), cancellationToken);
        var first = reports.Values.Select(report => report.Line.Sunday).Append(earliest).Min();

        var due = new List<DueReminder>();
        foreach (var duty in await timeline.BetweenAsync(db, first, today, cancellationToken))
        {
            var report = reports.GetValueOrDefault((duty.ScheduleId, duty.Row, duty.Date));
            var returnedOn = report?.ReviewedAt is { } at ? DateOnly.FromDateTime(PortalClock.Local(at).DateTime) : (DateOnly?)null;
            if (rule.For(duty, report?.Line.Status, returnedOn, today) is { } kind)
            {
                due.Add(
                    new DueReminder(
                        new BoardEntry(duty, report?.Line),
                        new Reminder(
                            duty.ScheduleId,
                            duty.Row,
                            duty.Date,
                            kind,
                            kind == ReminderKind.Returned ? report!.ReviewedAt!.Value : Reminder.NoReturn
                        )
                    )
                );
            }
        }

        return due;
    }
}

/// <summary>A missing report to be reminded of.</summary>
/// <param name="Entry">The duty and what there is of its report.</param>
/// <param name="What">The reminder, as it is kept from being sent twice.</param>
public sealed record DueReminder(BoardEntry Entry, Reminder What);
