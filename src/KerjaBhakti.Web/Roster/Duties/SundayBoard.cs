using System.Security.Claims;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Frame;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Duties;

/// <summary>
/// The Sundays of a year: which are holidays, and whether duty stands on them. What the secretariat decides holds at once, for a Sunday
/// that is over too: a flood in the morning is entered on Monday.
/// </summary>
public sealed class SundayBoard(RosterWork work, DutyBook book, PublishedSchedules published, PortalClock clock)
{
    /// <summary>The Sundays of a year's annex; null where no annex of that year is in force.</summary>
    public Task<SundayYear?> OpenAsync(ClaimsPrincipal user, int year, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadRoster,
            async db =>
            {
                // In Januari the annex may be one that began the year before.
                var schedule = await book.OfYearAsync(db, year, clock.Today, cancellationToken)
                    ?? (year == clock.Today.Year ? await book.OnAsync(db, clock.Today, cancellationToken) : null);
                if (schedule is null)
                {
                    return null;
                }

                var (first, last) = DaysOf(schedule.Annex.Period);
                var holidays = await db
                    .Holidays.Where(holiday => holiday.Date >= first && holiday.Date <= last)
                    .OrderBy(holiday => holiday.Date)
                    .ToListAsync(cancellationToken);
                var decisions = await db
                    .SundayDecisions.Where(decision => decision.Date >= first && decision.Date <= last)
                    .ToListAsync(cancellationToken);
                var register = new SundayRegister(holidays, decisions);
                var byDate = decisions.OrderBy(decision => decision.At).ThenBy(decision => decision.Id).ToLookup(decision => decision.Date);
                return new SundayYear(
                    schedule.Annex.Period,
                    [
                        .. schedule
                            .Annex.Period.Months.SelectMany(month => month.Sundays())
                            .Select(sunday => new SundayEntry(register.On(sunday), [.. byDate[sunday]])),
                    ],
                    holidays
                );
            },
            cancellationToken
        );

    /// <summary>How many Sundays to come are holidays nobody has decided about.</summary>
    public Task<int> UndecidedAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        work.ReadAsync(
            user,
            Access.ReadRoster,
            async db =>
            {
                var today = clock.Today;
                if (await book.OnAsync(db, today, cancellationToken) is not { } schedule)
                {
                    return 0;
                }

                var (_, last) = DaysOf(schedule.Annex.Period);
                var register = await DutyBook.SundaysAsync(db, today, last, cancellationToken);
                return schedule
                    .Annex.Period.Months.SelectMany(month => month.Sundays())
                    .Count(sunday => sunday >= today && register.On(sunday).NeedsDecision);
            },
            cancellationToken
        );

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
    public async Task DecideAsync(
        ClaimsPrincipal user,
        DateOnly sunday,
        int seen,
        bool stands,
        string reason,
        CancellationToken cancellationToken
    )
    {
        await work.DoAsync(
            user,
            Access.ManageDuties,
            async step =>
            {
                var decision = new SundayDecision(sunday, stands, reason, step.By, step.At);
                if (
                    (await book.OnAsync(step.Db, sunday, cancellationToken))?.Annex.Period.Contains(
                        RosterMonth.Of(sunday)
                    ) != true
                )
                {
                    throw new RosterRefusedException($"{Indonesian.LongDate(sunday)} di luar masa jadwal yang berlaku.");
                }

                var earlier = await step
                    .Db.SundayDecisions.AsNoTracking()
                    .Where(known => known.Date == sunday)
                    .ToListAsync(cancellationToken);
                RosterWork.RequireSeen(seen, earlier.Count);
                var now = new SundayRegister([], earlier).On(sunday).Decision;
                if (now?.DutyStands == stands && now.Reason == decision.Reason)
                {
                    throw new RosterRefusedException("Sudah diputuskan begitu, dengan alasan yang sama.");
                }

                step.Db.SundayDecisions.Add(decision);
                step.Note(
                    DutyActions.SundayDecided,
                    decision.Id.ToString(),
                    Indonesian.LongDate(sunday),
                    now is null ? string.Empty : WordsOf(now),
                    WordsOf(decision)
                );
            },
            cancellationToken
        );
        await published.ForgetAsync(CancellationToken.None);
    }

    /// <summary>Adds a holiday.</summary>
    /// <exception cref="RosterRefusedException">Name or source is missing, or the day is entered already.</exception>
    public async Task AddHolidayAsync(
        ClaimsPrincipal user,
        DateOnly date,
        string name,
        HolidayKind kind,
        string source,
        CancellationToken cancellationToken
    )
    {
        await work.DoAsync(
            user,
            Access.ManageDuties,
            async step =>
            {
                var holiday = new Holiday(date, name, kind, source);
                await DemandFreeAsync(step, holiday, cancellationToken);
                step.Db.Holidays.Add(holiday);
                step.Note(
                    DutyActions.HolidayAdded,
                    holiday.Id.ToString(),
                    $"{holiday.Name}, {Indonesian.LongDate(date)}",
                    after: holiday.Source
                );
            },
            cancellationToken
        );
        await published.ForgetAsync(CancellationToken.None);
    }

    /// <summary>Puts a holiday right.</summary>
    /// <param name="user">Who does it.</param>
    /// <param name="seen">Which one, as the page showed it.</param>
    /// <param name="date">Its date.</param>
    /// <param name="name">Its name.</param>
    /// <param name="kind">What kind of day off it is.</param>
    /// <param name="source">The document that makes it one.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="RosterRefusedException">
    /// It is gone, somebody changed it meanwhile, a decision rests on it, something is missing, or another holiday has that date.
    /// </exception>
    public Task ChangeHolidayAsync(
        ClaimsPrincipal user,
        SeenHoliday seen,
        DateOnly date,
        string name,
        HolidayKind kind,
        string source,
        CancellationToken cancellationToken
    ) =>
        HolidayAsync(
            user,
            seen,
            async (step, holiday) =>
            {
                var before = WordsOf(holiday);
                holiday.Change(date, name, kind, source);
                await DemandFreeAsync(step, holiday, cancellationToken);
                step.Note(DutyActions.HolidayChanged, holiday.Id.ToString(), before, before, WordsOf(holiday));
            },
            cancellationToken
        );

    /// <summary>Takes out a holiday that is none.</summary>
    /// <exception cref="RosterRefusedException">It is gone, somebody changed it meanwhile, or a decision rests on it.</exception>
    public Task RemoveHolidayAsync(ClaimsPrincipal user, SeenHoliday seen, CancellationToken cancellationToken) =>
        HolidayAsync(
            user,
            seen,
            (step, holiday) =>
            {
                step.Db.Holidays.Remove(holiday);
                step.Note(DutyActions.HolidayRemoved, holiday.Id.ToString(), WordsOf(holiday), before: holiday.Source);
                return Task.CompletedTask;
            },
            cancellationToken
        );

    private async Task HolidayAsync(
        ClaimsPrincipal user,
        SeenHoliday seen,
        Func<RosterStep, Holiday, Task> change,
        CancellationToken cancellationToken
    )
    {
        await work.DoAsync(
            user,
            Access.ManageDuties,
            async step =>
            {
                var holiday = await step.Db.Holidays.FirstOrDefaultAsync(item => item.Id == seen.Id, cancellationToken)
                    ?? throw new RosterRefusedException("Hari libur itu tidak ada lagi.");
                RosterWork.RequireSeen(seen.Revision, holiday.Revision);
                if (await step.Db.SundayDecisions.AnyAsync(decision => decision.Date == holiday.Date, cancellationToken))
                {
                    throw new RosterRefusedException(
                        $"Tentang {Indonesian.LongDate(holiday.Date)} sudah diputuskan, "
                            + "jadi hari liburnya tidak dapat diubah atau dihapus lagi."
                    );
                }

                await change(step, holiday);
            },
            cancellationToken
        );
        await published.ForgetAsync(CancellationToken.None);
    }

    private static async Task DemandFreeAsync(RosterStep step, Holiday holiday, CancellationToken cancellationToken)
    {
        var other = await step
            .Db.Holidays.AsNoTracking()
            .FirstOrDefaultAsync(known => known.Date == holiday.Date && known.Id != holiday.Id, cancellationToken);
        if (other is not null)
        {
            throw new RosterRefusedException($"{Indonesian.DateInFull(holiday.Date)} sudah tercatat: {other.Name}.");
        }
    }

    private static string WordsOf(Holiday holiday) => $"{holiday.Name}, {Indonesian.LongDate(holiday.Date)}";

    private static (DateOnly First, DateOnly Last) DaysOf(RosterPeriod period) =>
        (period.First.FirstDay, period.Last.FirstDay.AddMonths(1).AddDays(-1));

    private static string WordsOf(SundayDecision decision) =>
        $"{(decision.DutyStands ? "dilaksanakan" : "ditiadakan")} ({decision.Reason})";
}

/// <summary>A holiday as a page showed it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Revision">How often it had been changed.</param>
public sealed record SeenHoliday(Guid Id, int Revision);

/// <summary>The Sundays of an annex.</summary>
/// <param name="Period">The months of the annex.</param>
/// <param name="Sundays">Its Sundays, in order.</param>
/// <param name="Holidays">The holidays of those months, on whatever day of the week, in order.</param>
public sealed record SundayYear(RosterPeriod Period, IReadOnlyList<SundayEntry> Sundays, IReadOnlyList<Holiday> Holidays);

/// <summary>A Sunday and everything that was decided about it.</summary>
/// <param name="Standing">What holds.</param>
/// <param name="Decisions">Every decision, the first first.</param>
public sealed record SundayEntry(SundayStanding Standing, IReadOnlyList<SundayDecision> Decisions);
