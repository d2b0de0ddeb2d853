namespace KerjaBhakti.Roster.Sundays;

/// <summary>The days on which offices work: Monday to Friday, without public holidays and joint leave. Immutable.</summary>
public sealed class WorkingDays
{
    private readonly HashSet<DateOnly> off;

    /// <summary>The working days around some holidays.</summary>
    /// <param name="holidays">Every public holiday and day of joint leave of the time in question, on whatever day of the week.</param>
    public WorkingDays(IEnumerable<DateOnly> holidays) => off = [.. holidays];

    /// <summary>Whether offices work on a day.</summary>
    public bool Contains(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !off.Contains(day);

    /// <summary>The last working day up to a day, which may be that day.</summary>
    public DateOnly LastUntil(DateOnly day)
    {
        while (!Contains(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>The first working day from a day on, which may be that day.</summary>
    public DateOnly FirstFrom(DateOnly day)
    {
        while (!Contains(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
