using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Web.Components.Shared;
using KerjaBhakti.Web.Hosting;
using KerjaBhakti.Web.Public;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Duties;

/// <summary>
/// The Sundays of a year: which are holidays, and whether duty stands on them. What the secretariat decides holds at once, for a Sunday that is over too: a flood in
/// the morning is entered on Monday.
/// </summary>
public sealed class SundayBoard(RosterWork work, PublishedSchedules published, PortalClock clock)
{
    /// <summary>The Sundays of a year's annex; null where no annex of that year is in force.</summary>
    public Task<SundayYear?> OpenAsync(ClaimsPrincipal user, int year, CancellationToken cancellationToken) => work.ReadAsync(
        user,
        Access.ReadRoster,
        async db =>
        {
            if (await published.OfYearAsync(year, cancellationToken) is not { } schedule)
            {
                return null;
            }

            var (first, last) = DaysOf(schedule.Annex.Period);
            var holidays = await db.Holidays.Where(holiday => holiday.Date >= first && holiday.Date <= last).OrderBy(holiday => holiday.Date).ToListAsync(cancellationToken);
            var decisions = await db.SundayDecisions.Where(decision => decision.Date >= first && decision.Date <= last).ToListAsync(cancellationToken);
            var register = new SundayRegister(holidays, decisions);
            var byDate = decisions.OrderBy(decision => decision.At).ThenBy(decision => decision.Id).ToLookup(decision => decision.Date);
            return new SundayYear(
                schedule.Annex.Period,
                [.. schedule.Annex.Period.Months.SelectMany(month => month.Sundays()).Select(sunday => new SundayEntry(register.On(sunday), [.. byDate[sunday]]))],
                holidays);
        },
        cancellationToken);

    /// <summary>How many Sundays to come are holidays nobody has decided about.</summary>
    public Task<int> UndecidedAsync(ClaimsPrincipal user, CancellationToken cancellationToken) => work.ReadAsync(
        user,
        Access.ReadRoster,
        async db =>
        {
            var today = clock.Today;
            if (await published.OnAsync(today, cancellationToken) is not { } schedule)
            {
                return 0;
            }

            var (_, last) = DaysOf(schedule.Annex.Period);
            var register = await DutyBook.SundaysAsync(db, today, last, cancellationToken);
            return schedule.Annex.Period.Months.SelectMany(month => month.Sundays()).Count(sunday => sunday >= today && register.On(sunday).NeedsDecision);
        },
        cancellationToken);

    /// <summary>Decides whether duty stands on a Sunday.</summary>
    /// <param name="user">Who decides.</param>
    /// <param name="sunday">The Sunday.</param>
    /// <param name="seen">How many decisions about it the page showed.</param>
    /// <param name="stands">Whether duty stands.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="RosterRefusedException">
    /// The date is no Sunday of an annex in force, there is no reason, it is decided so already, or somebody decided meanwhile.
    /// </exception>
    public async Task DecideAsync(ClaimsPrincipal user, DateOnly sunday, int seen, bool stands, string reason, CancellationToken cancellationToken)
    {
        await work.DoAsync(
            user,
            Access.ManageDuties,
            async step =>
            {
                var decision = new SundayDecision(sunday, stands, reason, step.By, step.At);
                if ((await published.OfYearAsync(sunday.Year, cancellationToken))?.Annex.Period.Contains(RosterMonth.Of(sunday)) != true)
                {
                    throw new RosterRefusedException($"{Indonesian.LongDate(sunday)} di luar masa jadwal yang berlaku.");
                }

                var earlier = await step.Db.SundayDecisions.AsNoTracking().Where(known => known.Date == sunday).ToListAsync(cancellationToken);
                RosterWork.RequireSeen(seen, earlier.Count);
                var now = new SundayRegister([], earlier).On(sunday).Decision;
                if (now?.DutyStands == stands && now.Reason == decision.Reason)
                {
                    throw new RosterRefusedException("Sudah diputuskan begitu, dengan alasan yang sama.");
                }

                step.Db.SundayDecisions.Add(decision);
                step.Note(
                    "duty.sunday-decided",
                    decision.Id.ToString(),
                    Indonesian.LongDate(sunday),
                    now is null ? string.Empty : WordsOf(now),
                    WordsOf(decision));
            },
            cancellationToken);
        await published.ForgetAsync(CancellationToken.None);
    }

    /// <summary>Adds a holiday.</summary>
    /// <exception cref="RosterRefusedException">Name or source is missing, or the day has that holiday already.</exception>
    public async Task AddHolidayAsync(ClaimsPrincipal user, DateOnly date, string name, HolidayKind kind, string source, CancellationToken cancellationToken)
    {
        await work.DoAsync(
            user,
            Access.ManageDuties,
            async step =>
            {
                var holiday = new Holiday(date, name, kind, source);
                if (await step.Db.Holidays.AnyAsync(known => known.Date == date && known.Name == holiday.Name, cancellationToken))
                {
                    throw new RosterRefusedException($"{holiday.Name} pada {Indonesian.DateInFull(date)} sudah tercatat.");
                }

                step.Db.Holidays.Add(holiday);
                step.Note("duty.holiday-added", holiday.Id.ToString(), $"{holiday.Name}, {Indonesian.LongDate(date)}", after: holiday.Source);
            },
            cancellationToken);
        await published.ForgetAsync(CancellationToken.None);
    }

    private static (DateOnly First, DateOnly Last) DaysOf(RosterPeriod period) => (period.First.FirstDay, period.Last.FirstDay.AddMonths(1).AddDays(-1));

    private static string WordsOf(SundayDecision decision) => $"{(decision.DutyStands ? "dilaksanakan" : "ditiadakan")} ({decision.Reason})";
}

/// <summary>The Sundays of an annex.</summary>
/// <param name="Period">The months of the annex.</param>
/// <param name="Sundays">Its Sundays, in order.</param>
/// <param name="Holidays">The holidays of those months, on whatever day of the week, in order.</param>
public sealed record SundayYear(RosterPeriod Period, IReadOnlyList<SundayEntry> Sundays, IReadOnlyList<Holiday> Holidays);

/// <summary>A Sunday and everything that was decided about it.</summary>
/// <param name="Standing">What holds.</param>
/// <param name="Decisions">Every decision, the first first.</param>
public sealed record SundayEntry(SundayStanding Standing, IReadOnlyList<SundayDecision> Decisions);
