using KerjaBhakti.Data;
using KerjaBhakti.Roster.Schedules;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Published;

/// <summary>Which annex was in force when: the standing of every annex that was ever issued, and nothing of its content.</summary>
public sealed class AnnexesInForce
{
    private readonly IReadOnlyList<Standing> all;

    // Of two that take effect on one day, the one that ended that day was never in force.
    private AnnexesInForce(IEnumerable<Standing> standings) =>
        all = [
            .. standings
                .OrderByDescending(item => item.Year)
                .ThenByDescending(item => item.EffectiveOn)
                .ThenByDescending(item => item.EndedOn ?? DateOnly.MaxValue),
        ];

    /// <summary>
    /// As a context sees it now. Rules decide on this, in their own transaction: another server may have issued or revoked an annex a
    /// moment ago.
    /// </summary>
    public static async Task<AnnexesInForce> ReadAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        new(
            await db
                .Schedules.AsNoTracking()
                .Where(schedule => schedule.Seal != null)
                .Select(schedule => new Standing(
                    schedule.Id,
                    schedule.Year,
                    schedule.LastMonth,
                    schedule.Instruction!.EffectiveOn,
                    schedule.EndedOn
                ))
                .ToListAsync(cancellationToken)
        );

    /// <summary>The standing of annexes that are known.</summary>
    public static AnnexesInForce Of(IEnumerable<PublishedSchedule> schedules) =>
        new(
            schedules.Select(schedule => new Standing(
                schedule.Id,
                schedule.Annex.Period.Year,
                schedule.Annex.Period.Last,
                schedule.Instruction.EffectiveOn,
                schedule.EndedOn
            ))
        );

    /// <summary>
    /// The key of the annex of a day's year that was in force on that day; null where there is none. The first of a year also covers the
    /// days before it was signed, as the annex of May to December 2015 did, which was signed on 1 June. An annex of the year before that
    /// goes on into the day's month comes first.
    /// </summary>
    public Guid? On(DateOnly day)
    {
        var carried = On(day.Year - 1, day) is { } before ? all.First(annex => annex.Id == before) : null;
        return carried is not null && carried.Last.FirstDay >= new DateOnly(day.Year, day.Month, 1) ? carried.Id : On(day.Year, day);
    }

    /// <summary>
    /// The key of the annex of a year that counts on a day: of a year to come the one that will count first, of a year that is over the
    /// last one; null where there is none.
    /// </summary>
    public Guid? OfYear(int year, DateOnly day) => On(year, day.Year < year ? new DateOnly(year, 1, 1) : day);

    /// <summary>The key of the annex that counts on a day, of the last year that has one; null where none has.</summary>
    public Guid? Newest(DateOnly day) =>
        all.Select(annex => annex.Year).Distinct().Select(year => OfYear(year, day)).FirstOrDefault(key => key is not null);

    /// <summary>The keys of the annexes that have a month in a year, in force or not, the newest first.</summary>
    public IEnumerable<Guid> EverOfYear(int year) =>
        all.Where(annex => annex.Year == year || annex.Last.Year == year).Select(annex => annex.Id);

    /// <summary>The first day an annex is no longer in force; null while it is.</summary>
    public DateOnly? EndOf(Guid id) => all.FirstOrDefault(annex => annex.Id == id)?.EndedOn;

    private Guid? On(int year, DateOnly day)
    {
        var ofYear = all.Where(annex => annex.Year == year).ToList();
        var last = ofYear.Find(annex => annex.EffectiveOn <= day) ?? ofYear.LastOrDefault();
        return last is not null && (last.EndedOn is null || day < last.EndedOn) ? last.Id : null;
    }

    private sealed record Standing(Guid Id, int Year, RosterMonth Last, DateOnly EffectiveOn, DateOnly? EndedOn);
}
