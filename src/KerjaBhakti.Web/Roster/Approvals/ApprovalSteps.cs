using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Differences;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Drafts;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Approvals;

/// <summary>
/// The one kind of transaction every step from draft to law goes through: in the draft's turn, with its audit entry, refused where the
/// schedule is not as the page that asked for it showed it.
/// </summary>
public sealed class ApprovalSteps(IDbContextFactory<PortalDbContext> contexts, Gazetteer gazetteer, DraftRooms rooms, PortalClock clock)
{
    /// <summary>Says what stands in the way of an annex.</summary>
    internal AnnexAuditor Auditor { get; } = new(gazetteer);

    /// <summary>What a schedule amends and changes; null where it amends none.</summary>
    internal static async Task<Amendment?> AmendmentOfAsync(PortalDbContext db, Schedule later, CancellationToken cancellationToken)
    {
        if (
            later.AmendsId is not { } amended
            || await LoadAsync(db.Schedules.AsNoTracking(), amended, cancellationToken) is not { } earlier
        )
        {
            return null;
        }

        var chain = await InstructionChain.OfAsync(db, amended, cancellationToken);
        return new Amendment(AmendedInstruction.Of(chain), DifferenceOf(earlier, later));
    }

    /// <summary>What a later schedule changes in an earlier one.</summary>
    internal static AnnexDifference DifferenceOf(Schedule earlier, Schedule later) =>
        AnnexDifference.Between(VersionOf(earlier, row => row.Id), VersionOf(later, row => row.CopiedFromId));

    /// <summary>A schedule with all its steps and rows; null where it does not exist.</summary>
    internal static Task<Schedule?> LoadAsync(IQueryable<Schedule> schedules, Guid id, CancellationToken cancellationToken) =>
        schedules
            .Include(schedule => schedule.Instruction)
            .Include(schedule => schedule.Submissions)
                .ThenInclude(submission => submission.Initials)
            .Include(schedule => schedule.Reasons)
            .Include(schedule => schedule.Pages)
            .Include(schedule => schedule.Rows)
                .ThenInclude(row => row.Assignments)
            .AsSplitQuery()
            .FirstOrDefaultAsync(schedule => schedule.Id == id, cancellationToken);

    /// <summary>A step on what a page showed, in the turn of its draft.</summary>
    internal Task TakeAsync(
        ClaimsPrincipal user,
        string policy,
        Seen seen,
        Action<ApprovalTurn> act,
        CancellationToken cancellationToken
    ) =>
        TakeAsync(
            user,
            policy,
            seen,
            step =>
            {
                act(step);
                return Task.CompletedTask;
            },
            cancellationToken
        );

    /// <summary>The same, where the step asks the database.</summary>
    internal Task TakeAsync(
        ClaimsPrincipal user,
        string policy,
        Seen seen,
        Func<ApprovalTurn, Task> act,
        CancellationToken cancellationToken
    ) =>
        TakeAsync(user, policy, seen.Schedule, seen.Revision, act, cancellationToken);

    /// <summary>A step in the draft's turn.</summary>
    /// <param name="user">Who takes it.</param>
    /// <param name="policy">By what right.</param>
    /// <param name="id">The schedule.</param>
    /// <param name="revision">The revision the page showed; null where the step itself compares what it changes.</param>
    /// <param name="act">What is done.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    internal async Task TakeAsync(
        ClaimsPrincipal user,
        string policy,
        Guid id,
        int? revision,
        Func<ApprovalTurn, Task> act,
        CancellationToken cancellationToken
    )
    {
        var actor = user.ToActor(policy);
        using var turn = await rooms.TakeTurnAsync(id, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schedule = await LoadAsync(db.Schedules, id, cancellationToken) ?? throw new EditRefusedException("Jadwal ini tidak ada.");
        if (revision is not null && schedule.Revision != revision)
        {
            throw new EditRefusedException("Jadwal ini berubah sejak halaman ini dibuka. Periksa keadaan terakhirnya, lalu ulangi.");
        }

        var step = new ApprovalTurn(db, schedule, Auditor.Audit(schedule.ToAnnex()), actor, clock.Now)
        {
            Amendment = await AmendmentOfAsync(db, schedule, cancellationToken),
        };
        await act(step);
        try
        {
            await SaveAsync(step, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another process, or the same number given to another Instruction at the same moment.
            throw new EditRefusedException(
                "Orang lain baru saja mengubah atau menetapkan jadwal ini. Periksa keadaan terakhirnya, lalu ulangi."
            );
        }
        finally
        {
            turn.Forget();
        }

        if (step.Announcement is { } sentence)
        {
            rooms.Tell(schedule.Id, new DraftEvent.Closed(sentence));
        }
    }

    private static AnnexVersion VersionOf(Schedule schedule, Func<ScheduleRow, Guid?> identity) =>
        new(
            schedule.Period,
            [.. schedule.Rows.OrderBy(row => row.Order).Select(row => new DifferenceRow(identity(row), row.ToAnnexRow(schedule.Period)))]
        );

    /// <summary>In two steps where one annex takes another's place: the database lets only one of a year be in force.</summary>
    private static async Task SaveAsync(ApprovalTurn step, CancellationToken cancellationToken)
    {
        var db = step.Db;
        if (step.Replaces is not { } replaced)
        {
            await db.SaveChangesAsync(cancellationToken);
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await AuditChain.TakeTurnAsync(db, cancellationToken);
        await db
            .Schedules.Where(other => other.Id == replaced)
            .ExecuteUpdateAsync(set => set.SetProperty(other => other.Status, ScheduleStatus.Amended), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}

/// <summary>One step under way.</summary>
/// <param name="Db">What it is stored with.</param>
/// <param name="Schedule">The schedule, tracked.</param>
/// <param name="Findings">What the auditor says of it.</param>
/// <param name="Actor">Who takes the step.</param>
/// <param name="At">The moment.</param>
internal sealed record ApprovalTurn(
    PortalDbContext Db,
    Schedule Schedule,
    IReadOnlyList<Finding> Findings,
    Actor Actor,
    DateTimeOffset At
)
{
    /// <summary>The same, as the schedule remembers who did something.</summary>
    public Person By => new(Actor.Id, Actor.Name);

    /// <summary>What the schedule amends and changes; null where it amends none.</summary>
    public Amendment? Amendment { get; init; }

    /// <summary>What open editors are told when it is stored; null where it does not concern them.</summary>
    public string? Announcement { get; set; }

    /// <summary>The annex in force that ends with this step; null where none does.</summary>
    public Guid? Replaces { get; set; }

    /// <summary>Notes in the trail what was changed.</summary>
    public void Record(AuditAction action, string before, string after, Schedule? of = null, string? field = null)
    {
        var subject = of ?? Schedule;
        Db.AuditEntries.Add(
            new AuditEntry(Actor, At, action, subject.Id.ToString(), subject.Name)
            {
                Before = before,
                After = after,
                Field = field,
            }
        );
    }
}
