using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Roster.Sundays;

namespace KerjaBhakti.Roster.Reports;

/// <summary>What brings a reminder on.</summary>
public enum ReminderKind
{
    /// <summary>The last working day on which the report is on time.</summary>
    LastDay,

    /// <summary>The time for the report is over.</summary>
    Overdue,

    /// <summary>The report was returned and has not come again.</summary>
    Returned,
}

/// <summary>
/// When whoever has to report is reminded by mail: at most once of each <see cref="ReminderKind"/>, of a return once for each.
/// </summary>
/// <param name="DaysGiven">How many days after the Sunday a report is on time, at least 0.</param>
/// <param name="Days">The working days.</param>
public sealed record ReminderRule(int DaysGiven, WorkingDays Days)
{
    /// <summary>
    /// For how many days after the end of the term, or after a return, a reminder is still sent. What is older is the secretariat's to ask
    /// for: a relay set up late, or again after a long while, does not write to everybody about the whole year.
    /// </summary>
    public const int DaysAfter = 14;

    /// <summary>The first Sunday that may call for a reminder other than of a return.</summary>
    public DateOnly Earliest(DateOnly today) => today.AddDays(-DaysGiven - DaysAfter);

    /// <summary>The reminder a duty calls for on a day; null where it calls for none.</summary>
    /// <param name="duty">The row and the Sunday, as they really are.</param>
    /// <param name="status">Where its report stands; null where there is none.</param>
    /// <param name="returnedOn">The local day on which it was returned the last time; null where it never was.</param>
    /// <param name="today">The local date.</param>
    public ReminderKind? For(SundayDuty duty, ReportStatus? status, DateOnly? returnedOn, DateOnly today)
    {
        var due = duty.Date.AddDays(DaysGiven);
        return status switch
        {
            _ when duty.IsCancelled || duty.Date >= today || !Days.Contains(today) => null,
            ReportStatus.Sent or ReportStatus.Verified => null,
            ReportStatus.Returned => returnedOn is { } day && IsSoonAfter(day, today) ? ReminderKind.Returned : null,
            _ when today == Days.LastUntil(due) => ReminderKind.LastDay,
            _ when IsSoonAfter(due, today) => ReminderKind.Overdue,
            _ => null,
        };
    }

    private static bool IsSoonAfter(DateOnly day, DateOnly today) => today > day && today <= day.AddDays(DaysAfter);
}
