using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Schedules;

/// <summary>What may be done to a draft, and what becomes of it; one file for each topic.</summary>
public partial class ScheduleTests
{
    private static readonly RosterMonth June = new(2015, 6);

    private static readonly CityCode EastJakarta = CityCode.Parse("31.75");

    /// <summary>A draft of the months of 2015 with empty rotating rows of these labels.</summary>
    private static Schedule Draft(params string[] labels)
    {
        var draft = Schedule.Draft("Jadwal", Seed.Period, Seed.Now);
        Apply(draft, [.. labels.Select((label, index) => new ScheduleEdit.Add(index, label) { RowId = Guid.CreateVersion7() })]);
        return draft;
    }

    private static EditOutcome Apply(Schedule schedule, params ScheduleEdit[] edits) =>
        schedule.Apply(edits, Seed.Gazetteer, Seed.Now.AddHours(1));

    private static ScheduleEdit.WriteCell Write(ScheduleRow row, string expected, string text) =>
        new(June, expected, text) { RowId = row.Id };

    private static string Labels(Schedule schedule) => string.Join(' ', schedule.Rows.Select(row => $"{row.Number}{row.Label}"));
}
