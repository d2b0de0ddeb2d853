namespace KerjaBhakti.Roster.Reports;

/// <summary>
/// What lists and recaps need of a report: everything but its texts and photos, so that those of a year are read in one go.
/// </summary>
/// <param name="Id">Its key.</param>
/// <param name="ScheduleId">The schedule whose annex the row stands in.</param>
/// <param name="Row">The number of the row.</param>
/// <param name="Sunday">The Sunday.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="IsLate">Whether it came late.</param>
/// <param name="Attended">Whether the row was there; null while it is not said.</param>
/// <param name="People">How many people took part; null while it is not said.</param>
public sealed record ReportLine(
    Guid Id,
    Guid ScheduleId,
    int Row,
    DateOnly Sunday,
    ReportStatus Status,
    bool IsLate,
    bool? Attended,
    int? People
)
{
    /// <summary>Whether its figures count: it was sent, and is not waiting to be put right.</summary>
    public bool Counts => Status is ReportStatus.Sent or ReportStatus.Verified;

    /// <summary>Whether others than its writers may see it.</summary>
    public bool IsShown => Status != ReportStatus.Draft;

    /// <summary>The line of a report.</summary>
    public static ReportLine Of(ActivityReport report) =>
        new(
            report.Id,
            report.ScheduleId,
            report.Row,
            report.Sunday,
            report.Status,
            report.IsLate,
            report.Content.Attended,
            report.Content.People
        );
}
