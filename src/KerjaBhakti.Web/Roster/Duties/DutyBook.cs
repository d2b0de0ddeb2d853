using System.Collections.Concurrent;
using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Duties;

/// <summary>
/// What substitutions, reports, calendars and public pages start from: the issued annexes with their posts, what was decided about Sundays,
/// and for whom an account acts. Reads from the context it is given, so that it sees what a transaction sees.
/// </summary>
public sealed class DutyBook
{
    // An issued annex never changes; read with its posts it is some 600 cells, which every page here needs.
    private readonly ConcurrentDictionary<Guid, IssuedAnnex> annexes = new();

    /// <summary>The annex in force on a day, with its posts; null where there is none.</summary>
    public async ValueTask<IssuedAnnex?> OnAsync(PortalDbContext db, DateOnly day, CancellationToken cancellationToken) =>
        (await AnnexesInForce.ReadAsync(db, cancellationToken)).On(day) is { } schedule
            ? await OfAsync(db, schedule, cancellationToken)
            : null;

    /// <summary>The annex in force on a day, else the newest that is in force; null where none is.</summary>
    public async ValueTask<IssuedAnnex?> NewestAsync(PortalDbContext db, DateOnly day, CancellationToken cancellationToken)
    {
        var inForce = await AnnexesInForce.ReadAsync(db, cancellationToken);
        return (inForce.On(day) ?? inForce.Newest(day)) is { } schedule ? await OfAsync(db, schedule, cancellationToken) : null;
    }

    /// <summary>The annex of a year that counts on a day, with its posts; null where there is none.</summary>
    public async ValueTask<IssuedAnnex?> OfYearAsync(PortalDbContext db, int year, DateOnly today, CancellationToken cancellationToken) =>
        (await AnnexesInForce.ReadAsync(db, cancellationToken)).OfYear(year, today) is { } schedule
            ? await OfAsync(db, schedule, cancellationToken)
            : null;

    /// <summary>An issued annex with its posts.</summary>
    /// <param name="db">Where to read it, the first time.</param>
    /// <param name="schedule">The key of the schedule, which was issued.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async ValueTask<IssuedAnnex> OfAsync(PortalDbContext db, Guid schedule, CancellationToken cancellationToken)
    {
        if (annexes.TryGetValue(schedule, out var known))
        {
            return known;
        }

        var loaded = await db
            .Schedules.AsNoTracking()
            .Include(item => item.Instruction)
            .Include(item => item.Rows)
                .ThenInclude(row => row.Assignments)
            .Include(item => item.Rows)
                .ThenInclude(row => row.Position!.WorkUnit)
            .AsSplitQuery()
            .SingleAsync(item => item.Id == schedule, cancellationToken);
        return annexes.GetOrAdd(schedule, IssuedAnnex.Of(loaded));
    }

    /// <summary>What is known of the Sundays from a day to a day, both included.</summary>
    public static async Task<SundayRegister> SundaysAsync(
        PortalDbContext db,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellationToken
    ) =>
        new(
            await db.Holidays.AsNoTracking().Where(holiday => holiday.Date >= from && holiday.Date <= to).ToListAsync(cancellationToken),
            await db
                .SundayDecisions.AsNoTracking()
                .Where(decision => decision.Date >= from && decision.Date <= to)
                .ToListAsync(cancellationToken)
        );

    /// <summary>What the rules of substitutions look at, as it is now; null where no annex is in force today.</summary>
    public async Task<Circumstances?> CircumstancesAsync(PortalDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var inForce = await AnnexesInForce.ReadAsync(db, cancellationToken);
        if (inForce.On(today) is not { } schedule)
        {
            return null;
        }

        var annex = await OfAsync(db, schedule, cancellationToken);
        return new Circumstances(
            annex,
            today,
            await SundaysOfAsync(db, annex, cancellationToken),
            await db.Absences.AsNoTracking().Where(absence => absence.To >= today).ToListAsync(cancellationToken),
            await SubstitutionsOfAsync(db, annex.ScheduleId, cancellationToken)
        )
        {
            EndsOn = inForce.EndOf(schedule),
        };
    }

    /// <summary>Who is where under an annex, with everything that was approved and decided.</summary>
    public async Task<Overlay> OverlayAsync(PortalDbContext db, IssuedAnnex annex, CancellationToken cancellationToken) =>
        new(annex, await HoldingAsync(db, annex.ScheduleId, cancellationToken), await SundaysOfAsync(db, annex, cancellationToken));

    /// <summary>
    /// The posts an account acts for on a day: those its official holds, or all of its work unit; none where it stands for nobody.
    /// </summary>
    public static async Task<IReadOnlyList<Post>> PostsOfAsync(
        PortalDbContext db,
        ClaimsPrincipal user,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var account = user.ToActor().Id;
        var link = await db.OfficialAccounts.AsNoTracking().FirstOrDefaultAsync(link => link.AccountId == account, cancellationToken);
        var positions = db.Positions.AsNoTracking().Include(position => position.WorkUnit).OrderBy(position => position.Id);
        return link switch
        {
            { WorkUnitId: { } unit } =>
            [
                .. (await positions.Where(position => position.WorkUnit.Id == unit).ToListAsync(cancellationToken)).Select(Post.Of),
            ],
            { OfficialId: { } official } => await HeldByAsync(db, positions, official, day, cancellationToken),
            _ => [],
        };
    }

    /// <summary>Which of some posts have no open account that acts for them on a day: those agree by letter.</summary>
    public static async Task<IReadOnlySet<int>> WithoutAccountAsync(
        PortalDbContext db,
        IReadOnlyCollection<int> posts,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var links = await db.OfficialAccounts.AsNoTracking().ToListAsync(cancellationToken);
        var open = (await db.Users.AsNoTracking().Where(user => user.ClosedAt == null).ToListAsync(cancellationToken))
            .Where(user => !user.IsEmptied)
            .Select(user => user.Id.ToString())
            .ToHashSet();
        links.RemoveAll(link => !open.Contains(link.AccountId));
        var units = links.Select(link => link.WorkUnitId).OfType<int>().ToHashSet();
        var people = links.Select(link => link.OfficialId).OfType<Guid>().ToHashSet();
        var ofUnits = (
            await db
                .Positions.Where(position => posts.Contains(position.Id))
                .Select(position => new { position.Id, Unit = position.WorkUnit.Id })
                .ToListAsync(cancellationToken)
        )
            .Where(position => units.Contains(position.Unit))
            .Select(position => position.Id)
            .ToHashSet();
        var held = (
            await db.Incumbencies.AsNoTracking().Where(item => posts.Contains(item.PositionId)).ToListAsync(cancellationToken)
        ).ToLookup(item => item.PositionId);
        return posts
            .Where(post =>
                !ofUnits.Contains(post) && !(new Incumbencies(post, held[post]).On(day) is { } now && people.Contains(now.OfficialId))
            )
            .ToHashSet();
    }

    // An acting holder acts for the position before the definitive one, so every incumbency of the position has to be looked at.
    private static async Task<IReadOnlyList<Post>> HeldByAsync(
        PortalDbContext db,
        IQueryable<Position> positions,
        Guid official,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var ids = await db
            .Incumbencies.Where(item => item.OfficialId == official)
            .Select(item => item.PositionId)
            .Distinct()
            .ToListAsync(cancellationToken);
        var all = (
            await db.Incumbencies.AsNoTracking().Where(item => ids.Contains(item.PositionId)).ToListAsync(cancellationToken)
        ).ToLookup(item => item.PositionId);
        var held = ids.Where(id => new Incumbencies(id, all[id]).On(day)?.OfficialId == official).ToList();
        return [.. (await positions.Where(position => held.Contains(position.Id)).ToListAsync(cancellationToken)).Select(Post.Of)];
    }

    private static Task<SundayRegister> SundaysOfAsync(PortalDbContext db, IssuedAnnex annex, CancellationToken cancellationToken) =>
        SundaysAsync(db, annex.Annex.Period.First.FirstDay, annex.Annex.Period.Last.FirstDay.AddMonths(1).AddDays(-1), cancellationToken);

    // Who is where is decided by what was approved; what was only asked for, and who agreed, are half of what is stored.
    private static Task<List<Substitution>> HoldingAsync(PortalDbContext db, Guid schedule, CancellationToken cancellationToken) =>
        db
            .Substitutions.AsNoTracking()
            .Include(substitution => substitution.Turns)
            .Where(substitution =>
                substitution.ScheduleId == schedule
                && (substitution.Status == SubstitutionStatus.Approved || substitution.Status == SubstitutionStatus.Revoked)
            )
            .AsSplitQuery()
            .ToListAsync(cancellationToken);

    private static async Task<IReadOnlyList<Substitution>> SubstitutionsOfAsync(
        PortalDbContext db,
        Guid schedule,
        CancellationToken cancellationToken
    ) =>
        await db
            .Substitutions.AsNoTracking()
            .Include(substitution => substitution.Turns)
            .Include(substitution => substitution.Consents)
            .Where(substitution => substitution.ScheduleId == schedule)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
}
