using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Web.Public;

/// <summary>A schedule that anyone may read: the annex of a signed Instruction.</summary>
/// <param name="Id">The key of the schedule.</param>
/// <param name="Title">The title over the table, as printed.</param>
/// <param name="Status">Whether it is in force, amended or revoked.</param>
/// <param name="Annex">The content.</param>
/// <param name="Instruction">The Instruction it is the annex of.</param>
public sealed record PublishedSchedule(Guid Id, string Title, ScheduleStatus Status, Annex Annex, Instruction Instruction);

/// <summary>The schedules that anyone may read.</summary>
public sealed class PublishedSchedules(Gazetteer gazetteer)
{
    private readonly IReadOnlyList<PublishedSchedule> all = [SeedFiles.Schedule2015(gazetteer)];

    /// <summary>Every issued schedule, the newest first.</summary>
    public ValueTask<IReadOnlyList<PublishedSchedule>> AllAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(all);
    }

    /// <summary>The schedule in force for a year; null where there is none.</summary>
    public ValueTask<PublishedSchedule?> OfYearAsync(int year, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(all.FirstOrDefault(schedule => schedule.Annex.Period.Year == year));
    }
}
