using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Sundays;

namespace KerjaBhakti.Roster.Substitutions;

/// <summary>
/// Who is where on a Sunday: the issued annex, with what was approved and decided laid over it. The annex itself stays as it was issued.
/// Immutable.
/// </summary>
public sealed class Overlay
{
    private readonly IssuedAnnex annex;
    private readonly SundayRegister sundays;
    private readonly Dictionary<(int Row, DateOnly Sunday), (Substitution Substitution, Turn Turn)> turns;

    /// <summary>Lays substitutions and decisions over an annex; what belongs to another annex or does not hold is left out.</summary>
    public Overlay(IssuedAnnex annex, IEnumerable<Substitution> substitutions, SundayRegister sundays)
    {
        this.annex = annex;
        this.sundays = sundays;
        turns = substitutions
            .Where(substitution => substitution.ScheduleId == annex.ScheduleId)
            .SelectMany(substitution => substitution.Turns, (substitution, turn) => (substitution, turn))
            .Where(pair => pair.substitution.HoldsOn(pair.turn.Sunday))
            .ToDictionary(pair => (pair.turn.Row, pair.turn.Sunday));
    }

    /// <summary>What is known of a Sunday.</summary>
    public SundayStanding StandingOf(DateOnly sunday) => sundays.On(sunday);

    /// <summary>Every duty of a Sunday, in the order of the rows; empty where it lies outside the annex.</summary>
    /// <exception cref="ArgumentException">The date is no Sunday.</exception>
    public IReadOnlyList<SundayDuty> On(DateOnly sunday)
    {
        var standing = sundays.On(sunday);
        return [.. Duty.On(annex.Annex, sunday).Select(duty => Over(duty, standing))];
    }

    /// <summary>Every duty of the Sundays from a day to a day, both included, in order of date and row.</summary>
    public IEnumerable<SundayDuty> Between(DateOnly from, DateOnly to) =>
        annex.Annex.Period.Months.SelectMany(month => month.Sundays()).Where(sunday => sunday >= from && sunday <= to).SelectMany(On);

    /// <summary>The duty of one row on a Sunday; null where it has none.</summary>
    public SundayDuty? Of(int row, DateOnly sunday) => annex.DutyOf(row, sunday) is { } duty ? Over(duty, sundays.On(sunday)) : null;

    /// <summary>
    /// The duties of other rows that the post of a row serves, in order of date; empty where it stands in for nobody or the row has no
    /// post.
    /// </summary>
    public IReadOnlyList<SundayDuty> StandingIn(int row) =>
        annex.PostOf(row) is { } post
            ?
            [
                .. turns
                    .Where(pair => pair.Value.Turn.SubstituteId == post.Id)
                    .OrderBy(pair => pair.Key.Sunday)
                    .Select(pair => Of(pair.Key.Row, pair.Key.Sunday))
                    .OfType<SundayDuty>()
                    .Where(duty => duty.IsSubstituted),
            ]
            : [];

    private SundayDuty Over(Duty duty, SundayStanding standing)
    {
        var number = duty.Row.Number!.Value;
        var (substitution, turn) = turns.GetValueOrDefault((number, duty.Date));
        return new SundayDuty(annex.ScheduleId, duty, annex.PostOf(number), standing) { Substitution = substitution, Turn = turn };
    }
}

/// <summary>One row on one Sunday, as it really is.</summary>
/// <param name="ScheduleId">The key of the schedule whose annex it belongs to.</param>
/// <param name="Duty">The row and its place.</param>
/// <param name="Post">The post of the row; null where it has none.</param>
/// <param name="Sunday">What is known of the Sunday.</param>
public sealed record SundayDuty(Guid ScheduleId, Duty Duty, Post? Post, SundayStanding Sunday)
{
    /// <summary>The substitution by which another position serves; null where the row's own does.</summary>
    public Substitution? Substitution { get; init; }

    /// <summary>Who serves instead; null where the row's own post does.</summary>
    public Turn? Turn { get; init; }

    /// <summary>The number of the row.</summary>
    public int Row => Duty.Row.Number!.Value;

    /// <summary>The date.</summary>
    public DateOnly Date => Duty.Date;

    /// <summary>The city the row serves in.</summary>
    public CityCode City => Duty.Kecamatan?.City ?? Duty.Region!.City;

    /// <summary>Whether duty was called off, for substitutes too.</summary>
    public bool IsCancelled => Sunday.IsCancelled;

    /// <summary>Whether another position serves; never where duty was called off.</summary>
    public bool IsSubstituted => Turn is not null && !IsCancelled;

    /// <summary>The key of the position that has to be there; null where duty was called off or the row has no post.</summary>
    public int? ServingPost => IsCancelled ? null : Turn?.SubstituteId ?? Post?.Id;
}
