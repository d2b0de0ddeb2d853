using System.Globalization;
using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Roster.Reminders;

/// <summary>When mail is sent to officials: on working days between two times of the local day.</summary>
/// <param name="From">The first minute.</param>
/// <param name="To">The end, not included; later than <paramref name="From"/>.</param>
public sealed record ReminderHours(TimeOnly From, TimeOnly To)
{
    private const string Usual = "08.00-16.00";

    /// <summary>Reads <c>Roster:ReminderHours</c>; 08.00-16.00 where it is not set.</summary>
    /// <exception cref="PortalStartException">It is no span of one day of the form 08.00-16.00.</exception>
    public static ReminderHours Read(IConfiguration configuration)
    {
        var text = configuration["Roster:ReminderHours"] is { Length: > 0 } written ? written : Usual;
        return
            text.Split('-') is [var first, var last]
            && TimeOnly.TryParseExact(first, "HH.mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            && TimeOnly.TryParseExact(last, "HH.mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to)
            && from < to
            ? new ReminderHours(from, to)
            : throw new PortalStartException(
                $"Pengaturan Roster:ReminderHours '{text}' bukan jam kerja dalam satu hari; tulis misalnya {Usual}."
            );
    }

    /// <summary>Whether a moment lies in working hours.</summary>
    public bool Contains(DateTimeOffset moment, WorkingDays days)
    {
        var (day, time) = LocalOf(moment);
        return days.Contains(day) && time >= From && time < To;
    }

    /// <summary>The day on which working hours begin next, from a moment outside of them.</summary>
    public DateOnly NextDay(DateTimeOffset moment, WorkingDays days)
    {
        var (day, time) = LocalOf(moment);
        return days.FirstFrom(time < From ? day : day.AddDays(1));
    }

    private static (DateOnly Day, TimeOnly Time) LocalOf(DateTimeOffset moment)
    {
        var local = PortalClock.Local(moment).DateTime;
        return (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }
}
