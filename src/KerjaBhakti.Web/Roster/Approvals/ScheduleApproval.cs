using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Differences;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Text;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Drafts;
using KerjaBhakti.Web.Roster.Printing;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Approvals;

/// <summary>
/// From draft to law: submission, initials, issue, amendment, revocation, each one step of <see cref="ApprovalSteps"/>. What is written on
/// the way is stored by <see cref="ApprovalWriting"/>.
/// </summary>
public sealed class ScheduleApproval(
    IDbContextFactory<PortalDbContext> contexts,
    ApprovalSteps steps,
    PublishedSchedules published,
    InitialOrder order,
    PortalClock clock
)
{
    /// <summary>A schedule with all its steps; null where it does not exist.</summary>
    public async Task<ApprovalView?> OpenAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken)
    {
        user.Demand(Access.ReadRoster);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ApprovalSteps.LoadAsync(db.Schedules.AsNoTracking(), id, cancellationToken) is { } schedule
            ? new ApprovalView(
                schedule,
                steps.Auditor.Audit(schedule.ToAnnex()),
                await ApprovalSteps.AmendmentOfAsync(db, schedule, cancellationToken)
            )
            : null;
    }

    /// <summary>What an amendment changes in the annex it takes the place of; null where the schedule amends none.</summary>
    public async Task<ScheduleComparison?> CompareAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken)
    {
        user.Demand(Access.ReadRoster);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (
            await ApprovalSteps.LoadAsync(db.Schedules.AsNoTracking(), id, cancellationToken) is not { AmendsId: { } amended } later
            || await ApprovalSteps.LoadAsync(db.Schedules.AsNoTracking(), amended, cancellationToken) is not { } earlier
        )
        {
            return null;
        }

        return new ScheduleComparison(
            ApprovalSteps.DifferenceOf(earlier, later),
            ApprovalView.CitationOf(earlier),
            ApprovalView.CitationOf(later),
            later.Year
        );
    }

    /// <summary>Freezes the draft and asks for initials in the configured order.</summary>
    public Task SubmitAsync(ClaimsPrincipal user, Seen seen, string note, CancellationToken cancellationToken) =>
        steps.TakeAsync(
            user,
            Access.EditRoster,
            seen,
            step =>
            {
                step.Schedule.Submit(step.By, note, order.Offices, step.Findings, step.At, step.Amendment);
                step.Record(RosterActions.Submitted, before: string.Empty, after: note);
                step.Announcement = $"{step.By.Name} baru saja mengajukan rancangan ini. Isinya dibekukan selama paraf dikumpulkan.";
            },
            cancellationToken
        );

    /// <summary>Gives the initial that is due.</summary>
    public Task InitialAsync(ClaimsPrincipal user, Seen seen, int place, CancellationToken cancellationToken) =>
        steps.TakeAsync(
            user,
            Access.InitialRoster,
            seen,
            step =>
            {
                var initial = step.Schedule.GiveInitial(step.By, place, step.At);
                if (!InitialOrder.MayInitial(user, initial.Office))
                {
                    throw new AccessDeniedException($"{Access.InitialRoster}: {initial.Office.Office}");
                }

                step.Record(RosterActions.Initialled, before: string.Empty, after: initial.Office.Office);
            },
            cancellationToken
        );

    /// <summary>Makes a submitted schedule a draft again. Anyone whose initial is asked for may.</summary>
    public Task ReturnAsync(ClaimsPrincipal user, Seen seen, string reason, CancellationToken cancellationToken) =>
        steps.TakeAsync(
            user,
            Access.InitialRoster,
            seen,
            step =>
            {
                if (
                    step.Schedule.Submission is { } submission
                    && !submission.Initials.Any(initial => InitialOrder.MayInitial(user, initial.Office))
                )
                {
                    throw new AccessDeniedException($"{Access.InitialRoster}: not in the order");
                }

                step.Schedule.Return(step.By, reason, step.At);
                step.Record(RosterActions.Returned, before: string.Empty, after: reason);
                step.Announcement = $"{step.By.Name} mengembalikan rancangan ini: {reason} Muat ulang halaman untuk menyunting.";
            },
            cancellationToken
        );

    /// <summary>Issues it under a number and a date. What it amends is in force until the amendment takes effect.</summary>
    /// <param name="user">Who issues it.</param>
    /// <param name="seen">What the page showed.</param>
    /// <param name="number">The number on the signed paper.</param>
    /// <param name="issuedOn">The date on the signed paper.</param>
    /// <param name="effectiveOn">From when an amendment is in force, as the paper says; null where that is the date it was signed.</param>
    /// <param name="printsReasons">Whether the reasons for warnings are printed behind the annex.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    public async Task IssueAsync(
        ClaimsPrincipal user,
        Seen seen,
        int number,
        DateOnly issuedOn,
        DateOnly? effectiveOn,
        bool printsReasons,
        CancellationToken cancellationToken
    )
    {
        await steps.TakeAsync(
            user,
            Access.IssueRoster,
            seen,
            async step =>
            {
                var schedule = step.Schedule;
                var taken = await step.Db.Instructions.AnyAsync(
                    instruction => instruction.Number == number && instruction.Year == issuedOn.Year,
                    cancellationToken
                );
                if (taken)
                {
                    throw new EditRefusedException($"Nomor {number} tahun {issuedOn.Year} sudah dipakai Instruksi lain.");
                }

                var current = await step
                    .Db.Schedules.Include(other => other.Instruction)
                    .FirstOrDefaultAsync(other => other.Year == schedule.Year && other.Status == ScheduleStatus.Issued, cancellationToken);
                if (current?.Id != schedule.AmendsId)
                {
                    throw new EditRefusedException(
                        current is null
                            ? "Lampiran yang hendak diubah tidak berlaku lagi."
                            : $"Tahun {schedule.Year} sudah mempunyai lampiran yang berlaku ({Served.Instrument} {current.Instruction!.Reference}). Buat rancangan perubahan dari lampiran itu."
                    );
                }

                // A month is ruled by one annex: one that goes over the turn of the year and the next year's must not both have it.
                var (first, last) = (schedule.FirstMonth, schedule.LastMonth);
                var overlapping = (
                    await step
                        .Db.Schedules.AsNoTracking()
                        .Include(other => other.Instruction)
                        .Where(other => other.Status == ScheduleStatus.Issued && other.Id != schedule.AmendsId)
                        .ToListAsync(cancellationToken)
                ).Find(other => other.FirstMonth.CompareTo(last) <= 0 && other.LastMonth.CompareTo(first) >= 0);
                if (overlapping is not null)
                {
                    throw new EditRefusedException(
                        $"Sebagian bulan jadwal ini sudah diatur lampiran {Served.Instrument} {overlapping.Instruction!.Reference} ({overlapping.Period})."
                    );
                }

                // As printed with this date: what is found then counts.
                var findings = steps.Auditor.Audit(schedule.ToAnnex() with { InstructionDate = issuedOn });
                var madeOn = DateOnly.FromDateTime(PortalClock.Local(schedule.CreatedAt).DateTime);
                schedule.Issue(number, issuedOn, findings, clock.Today, madeOn, step.At, step.Amendment, effectiveOn, printsReasons);
                AnnexPaper.Paginate(schedule);
                if (current is not null)
                {
                    current.Amend(schedule.Instruction!, step.At);
                    step.Replaces = current.Id;
                    step.Record(RosterActions.Amended, before: string.Empty, after: current.EndedBy!, current);
                }

                step.Record(RosterActions.Issued, before: string.Empty, after: schedule.Seal!);
                step.Announcement =
                    $"Jadwal ini baru saja ditetapkan sebagai lampiran {Served.Instrument} {schedule.Instruction!.Reference}.";
            },
            cancellationToken
        );
        await published.ForgetAsync(cancellationToken);
    }

    /// <summary>Ends an annex in force without another in its place.</summary>
    public async Task RevokeAsync(
        ClaimsPrincipal user,
        Seen seen,
        int number,
        DateOnly on,
        string reason,
        CancellationToken cancellationToken
    )
    {
        await steps.TakeAsync(
            user,
            Access.IssueRoster,
            seen,
            step =>
            {
                step.Schedule.Revoke(number, on, reason, clock.Today, step.At);
                step.Record(RosterActions.Revoked, before: step.Schedule.EndedBy!, after: reason);
            },
            cancellationToken
        );
        await published.ForgetAsync(cancellationToken);
    }

    /// <summary>Makes a draft that is to take the place of an annex in force.</summary>
    /// <returns>The draft's key.</returns>
    public async Task<Guid> AmendAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken)
    {
        var actor = user.ToActor(Access.EditRoster);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var issued =
            await ApprovalSteps.LoadAsync(db.Schedules, id, cancellationToken)
            ?? throw new EditRefusedException("Jadwal ini tidak ada.");
        var now = clock.Now;
        var draft = Schedule.AmendmentOf(issued, await InstructionChain.OfAsync(db, issued.Id, cancellationToken), now);
        db.Schedules.Add(draft);
        db.AuditEntries.Add(
            new AuditEntry(actor, now, RosterActions.Created, draft.Id.ToString(), draft.Name)
            {
                After = $"perubahan atas {Served.Instrument} {issued.Instruction!.Reference}",
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        return draft.Id;
    }
}
