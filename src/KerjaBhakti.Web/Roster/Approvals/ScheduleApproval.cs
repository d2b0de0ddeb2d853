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
/// From draft to law: words, reasons, submission, initials, issue, amendment, revocation. Each step is one transaction with its audit
/// entry, and is refused where the schedule is not as the page that asked for it showed it.
/// </summary>
public sealed class ScheduleApproval(
    IDbContextFactory<PortalDbContext> contexts,
    Gazetteer gazetteer,
    DraftRooms rooms,
    PublishedSchedules published,
    InitialOrder order,
    PortalClock clock
)
{
    private readonly AnnexAuditor auditor = new(gazetteer);

    /// <summary>A schedule with all its steps; null where it does not exist.</summary>
    public async Task<ApprovalView?> OpenAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken)
    {
        user.Demand(Access.ReadRoster);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await LoadAsync(db.Schedules.AsNoTracking(), id, cancellationToken) is { } schedule
            ? new ApprovalView(schedule, auditor.Audit(schedule.ToAnnex()), await AmendmentOfAsync(db, schedule, cancellationToken))
            : null;
    }

    /// <summary>What an amendment changes in the annex it takes the place of; null where the schedule amends none.</summary>
    public async Task<ScheduleComparison?> CompareAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken)
    {
        user.Demand(Access.ReadRoster);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (
            await LoadAsync(db.Schedules.AsNoTracking(), id, cancellationToken) is not { AmendsId: { } amended } later
            || await LoadAsync(db.Schedules.AsNoTracking(), amended, cancellationToken) is not { } earlier
        )
        {
            return null;
        }

        return new ScheduleComparison(
            DifferenceOf(earlier, later),
            ApprovalView.CitationOf(earlier),
            ApprovalView.CitationOf(later),
            later.Year
        );
    }

    /// <summary>Replaces the words of the Instruction.</summary>
    /// <exception cref="EditRefusedException">It cannot be done; the message says why. So for every step below.</exception>
    public Task RewordAsync(ClaimsPrincipal user, Seen seen, InstructionText text, CancellationToken cancellationToken) =>
        StepAsync(
            user,
            Access.EditRoster,
            seen,
            step =>
            {
                var before = step.Schedule.Text;
                step.Schedule.Reword(text, step.At);
                foreach (var field in InstructionField.All.Where(field => field.Read(before) != field.Read(step.Schedule.Text)))
                {
                    step.Record(RosterActions.Reworded, field.Read(before), field.Read(step.Schedule.Text), field: field.Label);
                }
            },
            cancellationToken
        );

    /// <summary>Stores words of the Instruction while they are typed.</summary>
    /// <param name="user">Who types.</param>
    /// <param name="seen">What the page showed; an older revision is no obstacle, each field is compared by itself.</param>
    /// <param name="texts">The fields that were changed, by the names of <see cref="InstructionField"/>.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    /// <exception cref="EditRefusedException">It is no draft any more, or a text is too long.</exception>
    public Task<TypedOutcome> TypeWordsAsync(
        ClaimsPrincipal user,
        Seen seen,
        IReadOnlyList<TypedText> texts,
        CancellationToken cancellationToken
    ) =>
        TypeAsync(
            user,
            seen,
            texts.Where(text => InstructionField.Find(text.Name) is not null),
            (step, name) => InstructionField.Find(name)!.Read(step.Schedule.Text),
            (_, text) => InstructionField.Find(text.Name)!.Tidy(text.After),
            (step, changed) =>
            {
                var words = changed.Aggregate(step.Schedule.Text, (words, text) =>
                    InstructionField.Find(text.Name)!.Write(words, text.After)
                );
                step.Schedule.Reword(words, step.At);
                foreach (var text in changed)
                {
                    step.Record(RosterActions.Reworded, text.Before, text.After, field: InstructionField.Find(text.Name)!.Label);
                }
            },
            cancellationToken
        );

    /// <summary>Stores the note for those who initial while it is typed; the field is "catatan".</summary>
    public Task<TypedOutcome> TypeNoteAsync(
        ClaimsPrincipal user,
        Seen seen,
        IReadOnlyList<TypedText> texts,
        CancellationToken cancellationToken
    ) =>
        TypeAsync(
            user,
            seen,
            texts.Where(text => text.Name == "catatan"),
            (step, _) => step.Schedule.Note,
            (_, text) => Spelling.Tidy(text.After),
            (step, changed) =>
            {
                step.Schedule.WriteNote(changed[0].After, step.At);
                step.Record(RosterActions.Noted, changed[0].Before, changed[0].After);
            },
            cancellationToken
        );

    /// <summary>Stores reasons while they are typed; each field is a warning, as <see cref="Schedule.ReasonKeyOf"/> names it.</summary>
    public Task<TypedOutcome> TypeReasonsAsync(
        ClaimsPrincipal user,
        Seen seen,
        IReadOnlyList<TypedText> texts,
        CancellationToken cancellationToken
    ) =>
        TypeAsync(
            user,
            seen,
            texts,
            (step, name) => step.Schedule.Reasons.FirstOrDefault(reason => reason.Finding == name)?.Text ?? string.Empty,
            (_, text) => Spelling.Tidy(text.After),
            (step, changed) =>
            {
                foreach (var same in changed.GroupBy(text => text.After))
                {
                    Reason(step, [.. same.Select(text => text.Name)], same.Key);
                }
            },
            cancellationToken
        );

    /// <summary>Gives one reason for several warnings.</summary>
    /// <param name="user">Who gives it.</param>
    /// <param name="seen">What the page showed.</param>
    /// <param name="findings">Which warnings, as <see cref="Schedule.ReasonKeyOf"/> names them.</param>
    /// <param name="reason">The reason; empty takes back those given.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    public Task ReasonAsync(
        ClaimsPrincipal user,
        Seen seen,
        IReadOnlyCollection<string> findings,
        string reason,
        CancellationToken cancellationToken
    ) =>
        StepAsync(
            user,
            Access.EditRoster,
            seen,
            step =>
            {
                if (Reason(step, findings, reason) == 0)
                {
                    throw new EditRefusedException("Centang sedikitnya satu peringatan.");
                }
            },
            cancellationToken
        );

    /// <summary>Freezes the draft and asks for initials in the configured order.</summary>
    public Task SubmitAsync(ClaimsPrincipal user, Seen seen, string note, CancellationToken cancellationToken) =>
        StepAsync(
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
        StepAsync(
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
        StepAsync(
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
        await StepAsync(
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
                var findings = auditor.Audit(schedule.ToAnnex() with { InstructionDate = issuedOn });
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
        await StepAsync(
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
        var issued = await LoadAsync(db.Schedules, id, cancellationToken) ?? throw new EditRefusedException("Jadwal ini tidak ada.");
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

    /// <summary>What a schedule amends and changes; null where it amends none.</summary>
    private static async Task<Amendment?> AmendmentOfAsync(PortalDbContext db, Schedule later, CancellationToken cancellationToken)
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

    private static AnnexDifference DifferenceOf(Schedule earlier, Schedule later) =>
        AnnexDifference.Between(VersionOf(earlier, row => row.Id), VersionOf(later, row => row.CopiedFromId));

    private static AnnexVersion VersionOf(Schedule schedule, Func<ScheduleRow, Guid?> identity) =>
        new(
            schedule.Period,
            [.. schedule.Rows.OrderBy(row => row.Order).Select(row => new DifferenceRow(identity(row), row.ToAnnexRow(schedule.Period)))]
        );

    private static Task<Schedule?> LoadAsync(IQueryable<Schedule> schedules, Guid id, CancellationToken cancellationToken) =>
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

    /// <summary>Gives a reason to the warnings that are named and stand, and says in the trail which those are; returns how many.</summary>
    private int Reason(Step step, IReadOnlyCollection<string> findings, string reason)
    {
        var chosen = step
            .Findings.Where(finding =>
                finding.Kind.Severity == FindingSeverity.Warning && findings.Contains(step.Schedule.ReasonKeyOf(finding))
            )
            .ToList();
        if (chosen.Count > 0)
        {
            step.Schedule.Reason(chosen, reason, step.By, step.At);
            var which = FindingGroup
                .Of(chosen, HouseSpelling.Of(step.Schedule.ToAnnex(), gazetteer))
                .Select(group => $"{group.Kind.Title}, {group.Line}");
            step.Record(RosterActions.Reasoned, before: $"{chosen.Count} peringatan ({string.Join("; ", which)})", after: reason);
        }

        return chosen.Count;
    }

    /// <summary>Stores what is typed, field by field: what somebody else typed meanwhile into the same field is not overwritten.</summary>
    private async Task<TypedOutcome> TypeAsync(
        ClaimsPrincipal user,
        Seen seen,
        IEnumerable<TypedText> texts,
        Func<Step, string, string> read,
        Func<Step, TypedText, string> tidy,
        Action<Step, IReadOnlyList<TypedText>> write,
        CancellationToken cancellationToken
    )
    {
        TypedOutcome? outcome = null;
        await StepAsync(
            user,
            Access.EditRoster,
            seen.Schedule,
            revision: null,
            step =>
            {
                var follows = step.Schedule.Revision == seen.Revision;
                var typed = texts
                    .Select(text => (Text: text with { After = tidy(step, text) }, Now: read(step, text.Name)))
                    .Where(item => item.Text.After != item.Now)
                    .ToList();
                var conflicts = typed.Where(item => item.Now != item.Text.Before).Select(item => item.Text.Name).ToList();
                var changed = typed.Where(item => item.Now == item.Text.Before).Select(item => item.Text).ToList();
                if (changed.Count > 0)
                {
                    write(step, changed);
                }

                outcome = new TypedOutcome(
                    PortalClock.Local(step.At).ToString("HH.mm", System.Globalization.CultureInfo.InvariantCulture),
                    follows ? step.Schedule.Revision : null,
                    texts.Select(text => text.Name).Distinct().ToDictionary(name => name, name => read(step, name)),
                    conflicts,
                    new ApprovalView(step.Schedule, step.Findings, step.Amendment).TextProblem
                );
                return Task.CompletedTask;
            },
            cancellationToken
        );
        return outcome!;
    }

    private Task StepAsync(ClaimsPrincipal user, string policy, Seen seen, Action<Step> act, CancellationToken cancellationToken) =>
        StepAsync(
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

    private Task StepAsync(ClaimsPrincipal user, string policy, Seen seen, Func<Step, Task> act, CancellationToken cancellationToken) =>
        StepAsync(user, policy, seen.Schedule, seen.Revision, act, cancellationToken);

    /// <summary>A step in the draft's turn.</summary>
    /// <param name="user">Who takes it.</param>
    /// <param name="policy">By what right.</param>
    /// <param name="id">The schedule.</param>
    /// <param name="revision">The revision the page showed; null where the step itself compares what it changes.</param>
    /// <param name="act">What is done.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    private async Task StepAsync(
        ClaimsPrincipal user,
        string policy,
        Guid id,
        int? revision,
        Func<Step, Task> act,
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

        var step = new Step(db, schedule, auditor.Audit(schedule.ToAnnex()), actor, clock.Now)
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

    /// <summary>In two steps where one annex takes another's place: the database lets only one of a year be in force.</summary>
    private static async Task SaveAsync(Step step, CancellationToken cancellationToken)
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

    /// <summary>One step under way.</summary>
    private sealed record Step(PortalDbContext Db, Schedule Schedule, IReadOnlyList<Finding> Findings, Actor Actor, DateTimeOffset At)
    {
        public Person By => new(Actor.Id, Actor.Name);

        /// <summary>What the schedule amends and changes; null where it amends none.</summary>
        public Amendment? Amendment { get; init; }

        /// <summary>What open editors are told when it is stored; null where it does not concern them.</summary>
        public string? Announcement { get; set; }

        /// <summary>The annex in force that ends with this step; null where none does.</summary>
        public Guid? Replaces { get; set; }

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
}

/// <summary>What a page showed when it was made: nobody acts on a schedule they have not seen.</summary>
/// <param name="Schedule">The schedule's key.</param>
/// <param name="Revision">Its revision.</param>
public sealed record Seen(Guid Schedule, int Revision);

/// <summary>What an amendment changes.</summary>
/// <param name="Difference">The changes.</param>
/// <param name="Old">How the Instruction before is cited.</param>
/// <param name="New">How the amendment is cited.</param>
/// <param name="Year">The year of both.</param>
public sealed record ScheduleComparison(AnnexDifference Difference, string Old, string New, int Year);

/// <summary>A schedule with everything the way to its issue needs.</summary>
/// <param name="Schedule">The schedule; not tracked.</param>
/// <param name="Findings">What the auditor says of it.</param>
/// <param name="Amendment">What it amends and changes; null where it amends none.</param>
public sealed record ApprovalView(Schedule Schedule, IReadOnlyList<Finding> Findings, Amendment? Amendment)
{
    /// <summary>The words of the Instruction as they are printed: those of an amendment with the dictum that amends.</summary>
    public InstructionText Words => Schedule.Instruction?.Text ?? Amendment?.Complete(Schedule.Text) ?? Schedule.Text;

    /// <summary>What keeps the words from being submitted, in Indonesian; null where nothing does.</summary>
    public string? TextProblem => InstructionTextCheck.Problem(Schedule.Text) ?? Amendment?.Problem(Schedule.Text);

    /// <summary>What the schedule is called: "Rancangan 2016", "Lampiran Instruksi Gubernur 118/2015".</summary>
    public string Name => Schedule.Name;

    /// <summary>The findings that stand in the way of issuing.</summary>
    public IEnumerable<Finding> Errors => Findings.Where(finding => finding.Kind.Severity == FindingSeverity.Error);

    /// <summary>The findings that need a reason.</summary>
    public IEnumerable<Finding> Warnings => Findings.Where(finding => finding.Kind.Severity == FindingSeverity.Warning);

    /// <summary>How many of them have none.</summary>
    public int Unexplained => Warnings.Count(finding => Schedule.ReasonFor(finding) is null);

    internal static string CitationOf(Schedule schedule) =>
        schedule.Instruction is { } instruction ? $"{Served.Instrument} {instruction.Reference}" : schedule.Name;
}
