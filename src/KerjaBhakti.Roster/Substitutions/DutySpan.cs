using System.Globalization;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Substitutions;

/// <summary>Which Sundays a substitution is about.</summary>
public abstract record DutySpan
{
    private DutySpan() { }

    /// <summary>The Sundays it means at this moment, in order.</summary>
    /// <exception cref="RosterRefusedException">It means none: the date is no Sunday or over, or duty was called off on all of
    /// them.</exception>
    public abstract IReadOnlyList<DateOnly> Sundays(Circumstances now);

    /// <summary>One Sunday.</summary>
    public sealed record OneSunday(DateOnly Date) : DutySpan
    {
        /// <inheritdoc/>
        public override IReadOnlyList<DateOnly> Sundays(Circumstances now) =>
            Served.Institution.DutyDay.Is(Date)
                ? [Date]
                : throw new RosterRefusedException($"{Wording.Date(Date)} bukan hari {Served.Day}.");
    }

    /// <summary>The Sundays of a month that are not over and on which duty stands.</summary>
    public sealed record WholeMonth(RosterMonth Month) : DutySpan
    {
        /// <inheritdoc/>
        public override IReadOnlyList<DateOnly> Sundays(Circumstances now)
        {
            var sundays = Month.Sundays().Where(sunday => sunday >= now.Today && !now.Sundays.On(sunday).IsCancelled).ToList();
            return sundays.Count > 0
                ? sundays
                : throw new RosterRefusedException(
                    $"Tidak ada lagi hari {Served.Day} bertugas pada {Month.Name} {Month.Year.ToString(CultureInfo.InvariantCulture)}."
                );
        }
    }
}
