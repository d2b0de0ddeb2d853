using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Drafts;

/// <summary>
/// Everything that is done to drafts: list, make, open, edit, delete. Each change and its audit entries are one transaction.
/// </summary>
public sealed class DraftService(IDbContextFactory<PortalDbContext> contexts, Gazetteer gazetteer, DraftRooms rooms, TimeProvider time)
{
    // Another process may have saved between our load and our save; our turn then starts again from what it stored.
    private const int MostAttempts = 5;

    private readonly AnnexAuditor auditor = new(gazetteer);

    /// <summary>Every schedule, drafts first, newest year first.</summary>
    public async Task<IReadOnlyList<ScheduleSummary>> ListAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        user.Demand(Access.ReadRoster);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schedules = await db
            .Schedules.AsNoTracking()
            .OrderByDescending(schedule => schedule.Year)
            .ThenByDescending(schedule => schedule.CreatedAt)
            .Select(schedule => new
            {
                schedule.Id,
                schedule.FirstMonth,
                schedule.LastMonth,
                schedule.Status,
                Rows = schedule.Rows.Count,
                schedule.ChangedAt,
                schedule.Instruction,
                IsAmendment = schedule.AmendsId != null,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. schedules
                .Select(schedule => new ScheduleSummary(
                    schedule.Id,
                    new RosterPeriod(schedule.FirstMonth, schedule.LastMonth),
                    schedule.Status,
                    schedule.Rows,
                    schedule.ChangedAt,
                    schedule.Instruction?.Reference,
                    schedule.IsAmendment
                ))
                .OrderBy(summary => summary.Status != ScheduleStatus.Draft),
        ];
    }

    /// <summary>
    /// Every schedule as <see cref="ListAsync"/> gives it, with what is left to do in the drafts and who changed each last.
    /// </summary>
    public async Task<IReadOnlyList<ScheduleOverview>> OverviewAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var summaries = await ListAsync(user, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var open = await db
            .Schedules.AsNoTracking()
            .Where(schedule => schedule.Status == ScheduleStatus.Draft || schedule.Status == ScheduleStatus.Submitted)
            .Include(schedule => schedule.Reasons)
            .Include(schedule => schedule.Rows)
                .ThenInclude(row => row.Assignments)
            .AsSplitQuery()
            .ToDictionaryAsync(schedule => schedule.Id, cancellationToken);
        var subjects = summaries.Select(summary => summary.Id.ToString()).ToList();
        var comments = RosterActions.CommentCodes;
        var last = await db
            .AuditEntries.AsNoTracking()
            .Where(entry => subjects.Contains(entry.Subject) && !comments.Contains(entry.Action))
            .GroupBy(entry => entry.Subject)
            .Select(group => group.Max(entry => entry.Place))
            .Join(db.AuditEntries, place => place, entry => entry.Place, (_, entry) => new { entry.Subject, entry.ActorName })
            .ToDictionaryAsync(entry => entry.Subject, entry => entry.ActorName, cancellationToken);
        return
        [
            .. summaries.Select(summary => new ScheduleOverview(
                summary,
                open.TryGetValue(summary.Id, out var draft) ? LeftIn(draft) : null,
                last.GetValueOrDefault(summary.Id.ToString())
            )),
        ];
    }

    // Errors have to be mended, warnings to be mended or explained.
    private int LeftIn(Schedule draft) =>
        auditor
            .Audit(draft.ToAnnex())
            .Count(finding =>
                finding.Kind.Severity == FindingSeverity.Error
                || (finding.Kind.Severity == FindingSeverity.Warning && draft.ReasonFor(finding) is null)
            );

    /// <summary>Makes a draft, empty or from an issued schedule.</summary>
    /// <returns>The new draft's key.</returns>
    /// <exception cref="EditRefusedException">There is no issued schedule with the key to copy from.</exception>
    public async Task<Guid> CreateAsync(ClaimsPrincipal user, NewDraft request, CancellationToken cancellationToken)
    {
        var actor = user.ToActor(Access.EditRoster);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var draft = Schedule.Draft(request.Title, request.Period, now);
        var origin = "kosong";
        if (request.CopyFrom is { } sourceId)
        {
            var source = await LoadAsync(db.Schedules.Where(schedule => schedule.Instruction != null), sourceId, cancellationToken)
                ?? throw new EditRefusedException("Lampiran yang hendak disalin tidak ada.");
            var first = source.AmendsId is null ? null : (await InstructionChain.OfAsync(db, source.Id, cancellationToken))[0].Text;
            draft = Schedule.CopyOf(source, request.Title, request.Period, request.WithCells, now, first);
            origin = $"salinan {source.Period}";
        }
        else if (request.WithPosts)
        {
            draft = await OfPostsAsync(db, request, now, cancellationToken);
            origin = $"{draft.Rows.Count} jabatan";
        }

        if (draft.Text.Dicta.Count == 0)
        {
            draft.Reword(await InstructionChain.NewestWordsAsync(db, cancellationToken) ?? FirstWords(now), now);
        }

        db.Schedules.Add(draft);
        db.AuditEntries.Add(
            new AuditEntry(actor, now, RosterActions.Created, draft.Id.ToString(), $"Rancangan {draft.Period}") { After = origin }
        );
        await db.SaveChangesAsync(cancellationToken);
        return draft.Id;
    }

    private static async Task<Schedule> OfPostsAsync(
        PortalDbContext db,
        NewDraft request,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var positions = await db.Positions.OrderBy(position => position.Id).Take(Schedule.MostRows).ToListAsync(cancellationToken);
        var empty = request.Period.Months.Select(_ => AnnexCell.Empty).ToList();
        var rows = positions.Select((position, index) => new AnnexRow(index + 1, position.Name, Region: null, empty));
        return Schedule.FromAnnex(request.Title, new Annex(request.Period, [.. rows]), positions, now);
    }

    /// <summary>What an Instruction begins with where none was issued yet: by whom, and from when.</summary>
    private static InstructionText FirstWords(DateTimeOffset now)
    {
        var name = Served.Institution.NameOn(Served.Institution.Time.DayOf(now));
        return new InstructionText
        {
            Authority = name.HeadOffice,
            Closing = $"{Served.Instrument} ini mulai berlaku pada tanggal ditetapkan.",
            Signatory = new Signatory(name.HeadOffice, Served.Institution.Secretary, string.Empty, string.Empty),
        };
    }

    /// <summary>A schedule with everything an editor or reader needs; null where it does not exist.</summary>
    public async Task<DraftView?> OpenAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken)
    {
        user.Demand(Access.ReadRoster);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schedule = await LoadAsync(db.Schedules.AsNoTracking(), id, cancellationToken);
        return schedule is null ? null : new DraftView(schedule, auditor, gazetteer);
    }

    /// <summary>The annex a schedule takes, or is to take, the place of; null where it amends none.</summary>
    public async Task<DraftView?> OpenAmendedAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken)
    {
        user.Demand(Access.ReadRoster);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var amended = await db
            .Schedules.AsNoTracking()
            .Where(schedule => schedule.Id == id)
            .Select(schedule => schedule.AmendsId)
            .FirstOrDefaultAsync(cancellationToken);
        return amended is { } before ? await OpenAsync(user, before, cancellationToken) : null;
    }

    /// <summary>
    /// Stores a group of edits, all or none, and tells every open editor. When the result says so, it is on the disk.
    /// </summary>
    public Task<EditResult> ApplyAsync(
        ClaimsPrincipal user,
        Guid id,
        IReadOnlyList<ScheduleEdit> edits,
        object? origin,
        CancellationToken cancellationToken
    ) => ApplyAsync(user, id, new EditBatch(Guid.NewGuid(), edits), origin, cancellationToken);

    /// <summary>
    /// As the other, for a sender that repeats a group it got no answer to: what was stored already is answered again, not done again.
    /// </summary>
    public Task<EditResult> ApplyAsync(ClaimsPrincipal user, Guid id, EditBatch batch, object? origin, CancellationToken cancellationToken)
    {
        var actor = user.ToActor(Access.EditRoster);

        // Away from the caller's circuit: whoever has the turn must not wait until its own page is drawn while all others wait for the
        // turn.
        return Task.Run(() => ApplyInTurnAsync(actor, id, batch, origin, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Puts a draft into the bin (<see cref="DraftBin"/>), where nobody finds it. Does nothing where it is gone already.
    /// </summary>
    /// <exception cref="EditRefusedException">The schedule is no draft.</exception>
    public async Task DeleteAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken)
    {
        var actor = user.ToActor(Access.EditRoster);
        using var turn = await rooms.TakeTurnAsync(id, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await LoadAsync(db.Schedules, id, cancellationToken) is not { } schedule)
        {
            return;
        }

        var now = time.GetUtcNow();
        schedule.Discard(actor.Name, now);
        db.AuditEntries.Add(
            new AuditEntry(actor, now, RosterActions.Deleted, id.ToString(), schedule.Name) { Before = $"{schedule.Rows.Count} baris" }
        );
        await db.SaveChangesAsync(cancellationToken);
        turn.Forget();
        rooms.Tell(
            id,
            new DraftEvent.Closed(
                $"Rancangan ini baru saja dihapus oleh {actor.Name}. Yang Anda ketik masih terlihat, tetapi tidak dapat disimpan."
            )
        );
    }

    /// <summary>Tells the open editors of a draft what another server stored since they were told last.</summary>
    internal async Task CatchUpAsync(Guid id, CancellationToken cancellationToken)
    {
        using var turn = await rooms.TakeTurnAsync(id, cancellationToken);
        await LoadCurrentAsync(turn, id, cancellationToken);
    }

    private async Task<EditResult> ApplyInTurnAsync(
        Actor actor,
        Guid id,
        EditBatch batch,
        object? origin,
        CancellationToken cancellationToken
    )
    {
        using var turn = await rooms.TakeTurnAsync(id, cancellationToken);
        if (turn.StoredAt(actor, batch.Id) is { } revision)
        {
            return EditResult.Stored(revision);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = await ApplyOnceAsync(turn, actor, id, batch, origin, cancellationToken);
                if (result.Revision is { } stored)
                {
                    turn.Remember(actor, batch.Id, stored);
                }

                return result;
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostAttempts) { }
            catch (Exception failure) when (attempt < MostAttempts && DatabaseFaults.IsRolledBack(failure))
            {
                await DatabaseFaults.PauseAsync(attempt, cancellationToken);
            }
        }
    }

    private static Task<Schedule?> LoadAsync(IQueryable<Schedule> schedules, Guid id, CancellationToken cancellationToken) =>
        schedules
            .Include(schedule => schedule.Instruction)
            .Include(schedule => schedule.Rows)
                .ThenInclude(row => row.Assignments)
            .AsSplitQuery()
            .FirstOrDefaultAsync(schedule => schedule.Id == id, cancellationToken);

    private async Task<EditResult> ApplyOnceAsync(
        DraftRooms.Turn turn,
        Actor actor,
        Guid id,
        EditBatch batch,
        object? origin,
        CancellationToken cancellationToken
    )
    {
        var isAsStored = false;
        try
        {
            if (await LoadCurrentAsync(turn, id, cancellationToken) is not { } loaded)
            {
                await using var db = await contexts.CreateDbContextAsync(cancellationToken);
                return EditResult.NoLongerEditable(await GoneSentenceAsync(db, id, cancellationToken));
            }

            var result = await ApplyToAsync(loaded, actor, batch, origin, cancellationToken);
            isAsStored = result.Revision is not null;
            return result;
        }
        finally
        {
            // What was refused or failed has left half a group in memory.
            if (!isAsStored)
            {
                turn.Forget();
            }
        }
    }

    /// <summary>
    /// The draft as it is stored now: what the turns before left where nobody has changed it since, else read anew; null where it is gone.
    /// </summary>
    private async Task<LoadedDraft?> LoadCurrentAsync(DraftRooms.Turn turn, Guid id, CancellationToken cancellationToken)
    {
        if (turn.Loaded is { } loaded)
        {
            // Another process may have written meanwhile.
            var stored = await loaded
                .Db.Schedules.Where(schedule => schedule.Id == id)
                .Select(schedule => (int?)schedule.Revision)
                .FirstOrDefaultAsync(cancellationToken);
            if (stored == loaded.Schedule.Revision)
            {
                return loaded;
            }

            turn.Forget();
        }

        var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            var schedule = await LoadAsync(db.Schedules, id, cancellationToken);
            await TellOfOthersAsync(turn.Shown, schedule, db, cancellationToken);
            if (schedule is not null)
            {
                turn.Loaded = new LoadedDraft(db, schedule);
            }

            return turn.Loaded;
        }
        finally
        {
            if (turn.Loaded is null)
            {
                await db.DisposeAsync();
            }
        }
    }

    /// <summary>Tells the open editors what they cannot know: another server has stored something since the state they show.</summary>
    private async Task TellOfOthersAsync(DraftView? shown, Schedule? stored, PortalDbContext db, CancellationToken cancellationToken)
    {
        if (shown is null || (stored?.Revision == shown.Revision && stored.Status == shown.Status))
        {
            return;
        }

        if (stored is null || stored.Status != shown.Status)
        {
            var sentence = stored is null
                ? await GoneSentenceAsync(db, shown.Id, cancellationToken)
                : "Keadaan jadwal ini baru saja berubah: diajukan, dikembalikan atau ditetapkan.";
            rooms.Tell(
                shown.Id,
                new DraftEvent.Closed($"{sentence} Yang Anda ketik masih terlihat, tetapi tidak dapat disimpan; muat ulang halaman ini.")
            );
            return;
        }

        var authors = await db
            .DraftSteps.Where(step => step.ScheduleId == shown.Id && step.Revision > shown.Revision)
            .Select(step => new { step.ById, step.ByName })
            .Distinct()
            .ToListAsync(cancellationToken);
        var view = new DraftView(stored, auditor, gazetteer);
        rooms.Tell(
            shown.Id,
            new DraftEvent.Changed(view, view.ChangesSince(shown), string.Join(" dan ", authors.Select(author => author.ByName)), null)
            {
                ById = authors.Count == 1 ? authors[0].ById : null,
            }
        );
    }

    private async Task<EditResult> ApplyToAsync(
        LoadedDraft loaded,
        Actor actor,
        EditBatch batch,
        object? origin,
        CancellationToken cancellationToken
    )
    {
        var (db, schedule) = loaded;
        var id = schedule.Id;
        if (schedule.Status != ScheduleStatus.Draft)
        {
            return EditResult.NoLongerEditable("Jadwal ini bukan rancangan lagi, sehingga tidak dapat diubah.");
        }

        if (batch.Purpose?.Seen is { } seen && seen != schedule.Revision)
        {
            return EditResult.Overtaken;
        }

        EditOutcome outcome;
        var now = time.GetUtcNow();
        try
        {
            outcome = schedule.Apply(batch.Edits, gazetteer, now);
        }
        catch (EditRefusedException refusal)
        {
            return EditResult.Refuse(refusal.Message);
        }

        if (outcome.Conflicts.Count > 0)
        {
            return EditResult.Conflict(await WhoWasFasterAsync(db, id, outcome.Conflicts, cancellationToken));
        }

        if (outcome.Changes.Count > 0)
        {
            List<object> records = [.. await DraftSteps.OfAsync(db, schedule, outcome, batch.Purpose, actor, cancellationToken)];
            records.AddRange(outcome.Changes.Select(change => ToAuditEntry(change, actor, now, id)));
            db.AddRange(records);
            await db.SaveChangesAsync(cancellationToken);
            records.ForEach(record => db.Entry(record).State = EntityState.Detached);

            rooms.Tell(
                id,
                new DraftEvent.Changed(new DraftView(schedule, auditor, gazetteer), outcome.Changes, actor.Name, origin)
                {
                    ById = actor.Id,
                    Undoable =
                        batch.Purpose is { } purpose && DraftSteps.IsOffered(purpose.Kind)
                            ? new OfferedStep(schedule.Revision, purpose.Summary)
                            : null,
                }
            );
        }

        return EditResult.Stored(schedule.Revision) with
        {
            ChangedNothing = outcome.Changes.Count == 0,
        };
    }

    private static AuditEntry ToAuditEntry(ScheduleChange change, Actor actor, DateTimeOffset now, Guid schedule) =>
        new(actor, now, ScheduleHistory.ActionOf(change.Kind), schedule.ToString(), change.RowLabel)
        {
            Part = change.RowId.ToString(),
            Field = change.Month?.ToString(),
            Before = change.Before,
            After = change.After,
        };

    private static async Task<string> GoneSentenceAsync(PortalDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var subject = id.ToString();
        var deletion = await db
            .AuditEntries.AsNoTracking()
            .FirstOrDefaultAsync(entry => entry.Subject == subject && entry.Action == RosterActions.Deleted.Code, cancellationToken);
        return deletion is null ? "Rancangan ini tidak ada." : $"Rancangan ini sudah dihapus oleh {deletion.ActorName}.";
    }

    private static async Task<IReadOnlyList<AttributedConflict>> WhoWasFasterAsync(
        PortalDbContext db,
        Guid id,
        IReadOnlyList<EditConflict> conflicts,
        CancellationToken cancellationToken
    )
    {
        var subject = id.ToString();
        var comments = RosterActions.CommentCodes;
        var attributed = new List<AttributedConflict>();
        foreach (var conflict in conflicts)
        {
            var (part, field) = (conflict.RowId.ToString(), conflict.Month?.ToString());
            var gone = conflict.Theirs is null;
            var last = await db
                .AuditEntries.AsNoTracking()
                .Where(entry =>
                    entry.Subject == subject
                    && entry.Part == part
                    && (gone ? entry.Action == RosterActions.RowRemoved.Code : entry.Field == field)
                    && !comments.Contains(entry.Action)
                )
                .OrderByDescending(entry => entry.Place)
                .FirstOrDefaultAsync(cancellationToken);
            attributed.Add(new AttributedConflict(conflict, last?.ActorName, last?.At));
        }

        return attributed;
    }
}
