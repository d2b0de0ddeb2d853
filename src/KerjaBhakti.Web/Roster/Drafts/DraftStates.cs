using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Text;
using KerjaBhakti.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Drafts;

/// <summary>
/// The states a draft was in: list them, see what a return to one would change, return, name one. A return is one more group of edits:
/// checked, audited, told to open editors and undone as any other.
/// </summary>
public sealed class DraftStates(
    IDbContextFactory<PortalDbContext> contexts,
    DraftService drafts,
    DraftRooms rooms,
    Gazetteer gazetteer,
    TimeProvider time
)
{
    // Whoever opens the editor the next day does not mean yesterday's import with Ctrl+Z.
    private static readonly TimeSpan OfferedFor = TimeSpan.FromHours(12);

    // Others may go on writing between the look and the change.
    private const int MostAttempts = 5;

    private static readonly string[] ContentActions =
    [
        .. Enum.GetValues<ScheduleChangeKind>().Select(kind => ScheduleHistory.ActionOf(kind).Code),
    ];

    /// <summary>The newest states, newest first, and every named one.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="id">The draft.</param>
    /// <param name="most">How many states without a name are listed.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<ListedStates> ListAsync(ClaimsPrincipal user, Guid id, int most, CancellationToken cancellationToken)
    {
        user.Demand(Access.ReadRoster);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var named = await db
            .NamedStates.AsNoTracking()
            .Where(state => state.ScheduleId == id)
            .ToDictionaryAsync(state => state.Revision, cancellationToken);
        var steps = db.DraftSteps.AsNoTracking().Where(step => step.ScheduleId == id);
        var count = await steps.CountAsync(cancellationToken);
        var from = await steps
            .OrderByDescending(step => step.Revision)
            .Skip(most - 1)
            .Select(step => step.Revision)
            .FirstOrDefaultAsync(cancellationToken);
        var names = named.Keys.ToArray();
        var listed = await steps
            .Where(step => step.Revision >= from || names.Contains(step.Revision))
            .OrderByDescending(step => step.Revision)
            .Select(step => new
            {
                step.Revision,
                step.At,
                step.ByName,
                step.Summary,
            })
            .ToListAsync(cancellationToken);

        // Drafts that were changed before steps were kept begin with the state of that day.
        var subject = id.ToString();
        var first =
            listed.Count == 0
                ? (DateTimeOffset?)null
                : await steps.OrderBy(step => step.Revision).Select(step => step.At).FirstAsync(cancellationToken);
        var isCutOff = await db.AuditEntries.AnyAsync(
            entry => entry.Subject == subject && ContentActions.Contains(entry.Action) && (first == null || entry.At < first),
            cancellationToken
        );
        return new ListedStates(
            [
                .. listed.Select(step => new DraftState(
                    step.Revision,
                    step.At,
                    step.ByName,
                    step.Summary,
                    named.GetValueOrDefault(step.Revision)?.Name
                )),
            ],
            named.GetValueOrDefault(0)?.Name,
            isCutOff,
            count > listed.Count
        );
    }

    /// <summary>What a return to a state would change; null where the draft is gone or no draft any more.</summary>
    /// <exception cref="EditRefusedException">The state cannot be put together.</exception>
    public async Task<ReturnPreview?> PreviewAsync(ClaimsPrincipal user, Guid id, int revision, CancellationToken cancellationToken)
    {
        user.Demand(Access.EditRoster);

        if (await ReadAsync(id, revision, cancellationToken) is not { Now.Status: ScheduleStatus.Draft } read)
        {
            return null;
        }

        var (draft, seen) = (read.Now, read.Now.Revision);
        var state = Rewind(read);
        var edits = draft.EditsTowards(state);
        return new ReturnPreview(revision, seen, edits, draft.Apply(edits, gazetteer, draft.ChangedAt).Changes);
    }

    /// <summary>Makes the draft what it was. Where it was changed since the preview, nothing is done.</summary>
    public async Task<EditResult> ReturnAsync(ClaimsPrincipal user, Guid id, ReturnPreview preview, CancellationToken cancellationToken)
    {
        user.Demand(Access.EditRoster);
        var purpose = new StepPurpose(
            DraftStepKind.Return,
            $"kembali ke keadaan {await CaptionAsync(id, preview.Revision, cancellationToken)}"
        )
        {
            Seen = preview.Seen,
        };
        return await drafts.ApplyAsync(
            user,
            id,
            new EditBatch(Guid.NewGuid(), preview.Edits) { Purpose = purpose },
            origin: null,
            cancellationToken
        );
    }

    /// <summary>Gives a state a name, or another one.</summary>
    /// <exception cref="EditRefusedException">The name is empty or too long, or there is no such state.</exception>
    public async Task NameAsync(ClaimsPrincipal user, Guid id, int revision, string name, CancellationToken cancellationToken)
    {
        var actor = user.ToActor(Access.EditRoster);
        using var turn = await rooms.TakeTurnAsync(id, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var draft = await db
            .Schedules.AsNoTracking()
            .FirstOrDefaultAsync(schedule => schedule.Id == id && schedule.Status == ScheduleStatus.Draft, cancellationToken)
            ?? throw new EditRefusedException("Jadwal ini bukan rancangan lagi, sehingga keadaannya tidak dapat dinamai.");
        if (await DraftSteps.LastAsync(db, id, revision, cancellationToken) != revision)
        {
            throw new EditRefusedException("Keadaan ini tidak ada.");
        }

        var state = await db.NamedStates.FirstOrDefaultAsync(
            state => state.ScheduleId == id && state.Revision == revision,
            cancellationToken
        );
        var before = state?.Name ?? string.Empty;
        if (state is null)
        {
            state = new NamedState(id, revision);
            db.NamedStates.Add(state);
        }

        state.Call(Spelling.Tidy(name), actor.Name, time.GetUtcNow());
        db.AuditEntries.Add(
            new AuditEntry(actor, state.At, RosterActions.StateNamed, id.ToString(), draft.Name) { Before = before, After = state.Name }
        );
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Takes one step back, and nothing that was done since. Where somebody has changed what it wrote, nothing is done.</summary>
    public async Task<UndoneStep> UndoAsync(ClaimsPrincipal user, Guid id, int revision, CancellationToken cancellationToken)
    {
        var actor = user.ToActor(Access.EditRoster);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (
            await db
                .DraftSteps.AsNoTracking()
                .FirstOrDefaultAsync(step => step.ScheduleId == id && step.Revision == revision && step.ById == actor.Id, cancellationToken)
            is not { } step
        )
        {
            return UndoneStep.Refuse("langkah itu bukan milik Anda, atau rancangannya sudah dihapus.");
        }

        const string Undoing = "batalkan ";
        var summary = step.Summary.StartsWith(Undoing, StringComparison.Ordinal)
            ? step.Summary[Undoing.Length..]
            : $"{Undoing}{step.Summary}";
        for (var attempt = 1; ; attempt++)
        {
            // What takes rows away or empties them expects nothing of them: they must be as the step left them, in the very revision that
            // is changed.
            if (await ReadAsync(id, revision, cancellationToken) is not { } read)
            {
                return UndoneStep.Refuse("rancangannya sudah dihapus.");
            }

            if (ChangedSince(read, step) is { } row)
            {
                return UndoneStep.Refuse($"baris '{row}' sudah diubah sesudahnya.");
            }

            var purpose = new StepPurpose(DraftStepKind.Undo, summary) { Seen = read.Now.Revision };
            var result = await drafts.ApplyAsync(
                user,
                id,
                new EditBatch(Guid.NewGuid(), step.Inverse) { Purpose = purpose },
                origin: null,
                cancellationToken
            );
            if (ReferenceEquals(result, EditResult.Overtaken) && attempt < MostAttempts)
            {
                continue;
            }

            return result switch
            {
                { ChangedNothing: true } => UndoneStep.Refuse("langkah itu sudah dibatalkan."),
                { Revision: { } undone } => new UndoneStep(undone, Refusal: null),
                _ => UndoneStep.Refuse(
                    result.Refusal ?? result.Gone ?? $"isinya sudah berubah sesudahnya: {ChangeWords.Of(result.Conflicts)}."
                ),
            };
        }
    }

    /// <summary>The annex as it was at a revision; null where the schedule is gone or was never so far.</summary>
    /// <exception cref="EditRefusedException">The state cannot be put together.</exception>
    public async Task<PastAnnex?> AnnexAtAsync(ClaimsPrincipal user, Guid id, int revision, CancellationToken cancellationToken)
    {
        user.Demand(Access.ReadRoster);
        return await ReadAsync(id, revision, cancellationToken) is { } read && revision <= read.Now.Revision
            ? new PastAnnex(Rewind(read).ToAnnex(), read.Now.AmendsId is not null, read.Now.Text.EffectiveOn)
            : null;
    }

    /// <summary>
    /// The import, return or proposal that this user would take back first, where nothing else of theirs came since; null where there is
    /// none.
    /// </summary>
    public async Task<OfferedStep?> OfferedAsync(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken)
    {
        if (!user.May(Access.EditRoster))
        {
            return null;
        }

        var (by, since) = (user.ToActor().Id, time.GetUtcNow() - OfferedFor);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await db
            .DraftSteps.AsNoTracking()
            .Where(step => step.ScheduleId == id && step.ById == by)
            .OrderByDescending(step => step.Revision)
            .Select(step => new
            {
                step.Revision,
                step.Kind,
                step.At,
                step.Summary,
            })
            .FirstOrDefaultAsync(cancellationToken);
        return last is not null && DraftSteps.IsOffered(last.Kind) && last.At > since ? new OfferedStep(last.Revision, last.Summary) : null;
    }

    /// <summary>The name of a state, or the moment it came about.</summary>
    private async Task<string> CaptionAsync(Guid id, int revision, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var name = await db
            .NamedStates.Where(state => state.ScheduleId == id && state.Revision == revision)
            .Select(state => state.Name)
            .FirstOrDefaultAsync(cancellationToken);
        var at = await db
            .DraftSteps.Where(step => step.ScheduleId == id && step.Revision == revision)
            .Select(step => (DateTimeOffset?)step.At)
            .FirstOrDefaultAsync(cancellationToken);
        return name is not null ? $"'{name}'"
            : at is { } moment ? Indonesian.Moment(moment)
            : "awal";
    }

    /// <summary>
    /// The label of a row that the step would take away or empty and that is not as the step left it; null where there is none.
    /// </summary>
    private string? ChangedSince(DraftReading read, DraftStep step)
    {
        var destroyed = step
            .Inverse.Where(edit => edit is ScheduleEdit.Remove or ScheduleEdit.ServeRegion)
            .Select(edit => edit.RowId)
            .ToHashSet();
        if (destroyed.Count == 0)
        {
            return null;
        }

        var left = Rewind(read).Rows.ToDictionary(row => row.Id, ContentOf);
        return read
            .Now.Rows.Where(row => destroyed.Contains(row.Id) && left.TryGetValue(row.Id, out var content) && content != ContentOf(row))
            .Select(row => row.Label)
            .FirstOrDefault();

        string ContentOf(ScheduleRow row) =>
            string.Join(
                '\n',
                [
                    row.Label,
                    row.RegionCity?.ToString() ?? "-",
                    .. row.Assignments.OrderBy(cell => cell.Month).Select(cell => $"{cell.Month} {cell.AsPrinted}"),
                ]
            );
    }

    /// <summary>
    /// The draft twice, now and to be wound back, with the steps since a revision, all of one moment; null where it is gone.
    /// </summary>
    private async Task<DraftReading?> ReadAsync(Guid id, int revision, CancellationToken cancellationToken)
    {
        using var turn = await rooms.TakeTurnAsync(id, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await LoadAsync(db, id, cancellationToken) is not { } now || await LoadAsync(db, id, cancellationToken) is not { } past)
        {
            return null;
        }

        var steps = await db
            .DraftSteps.AsNoTracking()
            .Where(step => step.ScheduleId == id && step.Revision > revision)
            .OrderByDescending(step => step.Revision)
            .ToListAsync(cancellationToken);
        return new DraftReading(now, past, steps);
    }

    /// <summary>Takes every step back. Outside the turn: others go on writing meanwhile.</summary>
    private Schedule Rewind(DraftReading read)
    {
        foreach (var step in read.Steps)
        {
            if (read.Past.Apply(step.Inverse, gazetteer, step.At).Conflicts.Count > 0)
            {
                throw new EditRefusedException(
                    "Keadaan ini tidak dapat disusun kembali: rancangan pernah diubah tanpa dicatat langkahnya."
                );
            }
        }

        return read.Past;
    }

    private sealed record DraftReading(Schedule Now, Schedule Past, IReadOnlyList<DraftStep> Steps);

    private static Task<Schedule?> LoadAsync(PortalDbContext db, Guid id, CancellationToken cancellationToken) =>
        db
            .Schedules.AsNoTracking()
            .Include(schedule => schedule.Rows)
                .ThenInclude(row => row.Assignments)
            .AsSplitQuery()
            .FirstOrDefaultAsync(schedule => schedule.Id == id, cancellationToken);
}

/// <summary>The states of a draft.</summary>
/// <param name="States">Newest first; the first is how the draft is now.</param>
/// <param name="FirstName">The name of what stood before the first step; null where it has none.</param>
/// <param name="IsCutOff">Whether the draft was changed before its steps were kept, so that what was earlier cannot be had again.</param>
/// <param name="HasOlder">Whether there are states that are not listed.</param>
public sealed record ListedStates(IReadOnlyList<DraftState> States, string? FirstName, bool IsCutOff, bool HasOlder);

/// <summary>A state: how the draft was after a step.</summary>
/// <param name="Revision">The revision it had.</param>
/// <param name="At">When the step was made.</param>
/// <param name="By">The name of who made it.</param>
/// <param name="Summary">What the step did.</param>
/// <param name="Name">The name it was given; null where it has none.</param>
public sealed record DraftState(int Revision, DateTimeOffset At, string By, string Summary, string? Name);

/// <summary>An annex as it was.</summary>
/// <param name="Annex">The content.</param>
/// <param name="IsAmendment">Whether it takes, or is to take, the place of another annex.</param>
/// <param name="EffectiveOn">From which day an amendment is to count, as its words say now; null where they name none.</param>
public sealed record PastAnnex(Annex Annex, bool IsAmendment, DateOnly? EffectiveOn);

/// <summary>What a return to a state does.</summary>
/// <param name="Revision">The state.</param>
/// <param name="Seen">The revision of the draft it was worked out from.</param>
/// <param name="Edits">What leads there.</param>
/// <param name="Changes">What changes by it.</param>
public sealed record ReturnPreview(int Revision, int Seen, IReadOnlyList<ScheduleEdit> Edits, IReadOnlyList<ScheduleChange> Changes);

/// <summary>What became of taking a step back: the revision of the step that did it, or why nothing was done.</summary>
public sealed record UndoneStep(int? Revision, string? Refusal)
{
    internal static UndoneStep Refuse(string reason) => new(null, reason);
}

/// <summary>A step that the grid's undo takes back where it has nothing of its own to take back.</summary>
public sealed record OfferedStep(int Revision, string What);
