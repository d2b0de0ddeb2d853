using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster.Schedules;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Drafts;

/// <summary>What a group of edits is besides its edits, where it is not simply what somebody typed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Summary">What its step is called: "impor lampiran.xlsx".</param>
public sealed record StepPurpose(DraftStepKind Kind, string Summary)
{
    /// <summary>
    /// The revision the author saw: where the draft has another by now, nothing is done. Null where each edit says itself what it expects.
    /// </summary>
    public int? Seen { get; init; }
}

/// <summary>The steps of drafts as they are stored, in the transaction of the change itself.</summary>
internal static class DraftSteps
{
    // More than a screen of cells: what is done as one in such a size is what people want to go back before.
    private const int BigStep = 100;

    /// <summary>
    /// What is to be stored with a change: its step, a name for the state before a big one, and its line in the trail where it is more than
    /// its edits.
    /// </summary>
    public static async Task<IReadOnlyList<object>> OfAsync(
        PortalDbContext db,
        Schedule schedule,
        EditOutcome outcome,
        StepPurpose? purpose,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var summary = purpose?.Summary ?? ChangeWords.Of(outcome.Changes);
        var records = new List<object>
        {
            new DraftStep(schedule, purpose?.Kind ?? DraftStepKind.Edit, summary, outcome.Inverse, (actor.Id, actor.Name)),
        };
        if (purpose?.Kind == DraftStepKind.Import || outcome.Changes.Count > BigStep)
        {
            var before = await LastAsync(db, schedule.Id, schedule.Revision - 1, cancellationToken);
            if (!await db.NamedStates.AnyAsync(state => state.ScheduleId == schedule.Id && state.Revision == before, cancellationToken))
            {
                var state = new NamedState(schedule.Id, before);
                state.Call(Cut($"Sebelum {summary}"), actor.Name, schedule.ChangedAt);
                records.Add(state);
            }
        }

        if (purpose is not null)
        {
            records.Add(
                new AuditEntry(actor, schedule.ChangedAt, ActionOf(purpose.Kind), schedule.Id.ToString(), schedule.Name)
                {
                    After = purpose.Summary,
                }
            );
        }

        return records;
    }

    /// <summary>
    /// The revision of the last step up to a revision, which names the state the draft then was in; zero where there is none.
    /// </summary>
    public static async Task<int> LastAsync(PortalDbContext db, Guid schedule, int revision, CancellationToken cancellationToken) =>
        await db
            .DraftSteps.Where(step => step.ScheduleId == schedule && step.Revision <= revision)
            .MaxAsync(step => (int?)step.Revision, cancellationToken)
        ?? 0;

    /// <summary>Whether the grid's undo is offered the step as a whole, because the grid does not know its edits.</summary>
    public static bool IsOffered(DraftStepKind kind) => kind is DraftStepKind.Import or DraftStepKind.Return or DraftStepKind.Proposal;

    private static AuditAction ActionOf(DraftStepKind kind) =>
        kind switch
        {
            DraftStepKind.Import => RosterActions.Imported,
            DraftStepKind.Return => RosterActions.WentBack,
            DraftStepKind.Undo => RosterActions.Undone,
            DraftStepKind.Proposal => RosterActions.ProposalAccepted,
            DraftStepKind.Edit => throw new ArgumentException("What is only its edits has no line of its own in the trail.", nameof(kind)),
        };

    private static string Cut(string name) => name.Length <= NamedState.NameLength ? name : name[..NamedState.NameLength];
}
