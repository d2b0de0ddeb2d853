using System.Globalization;
using System.Security.Claims;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Text;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Drafts;

namespace KerjaBhakti.Web.Roster.Approvals;

/// <summary>
/// What is written about a draft on its way: the words of the Instruction, the note for those who initial, reasons for warnings. While it
/// is typed each field is stored by itself (decision 51).
/// </summary>
public sealed class ApprovalWriting(ApprovalSteps steps, Gazetteer gazetteer)
{
    /// <summary>Replaces the words of the Instruction.</summary>
    /// <exception cref="EditRefusedException">It cannot be done; the message says why. So for every step below.</exception>
    public Task RewordAsync(ClaimsPrincipal user, Seen seen, InstructionText text, CancellationToken cancellationToken) =>
        steps.TakeAsync(
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
        steps.TakeAsync(
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

    /// <summary>Gives a reason to the warnings that are named and stand, and says in the trail which those are; returns how many.</summary>
    private int Reason(ApprovalTurn step, IReadOnlyCollection<string> findings, string reason)
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
        Func<ApprovalTurn, string, string> read,
        Func<ApprovalTurn, TypedText, string> tidy,
        Action<ApprovalTurn, IReadOnlyList<TypedText>> write,
        CancellationToken cancellationToken
    )
    {
        TypedOutcome? outcome = null;
        await steps.TakeAsync(
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
                    PortalClock.Local(step.At).ToString("HH.mm", CultureInfo.InvariantCulture),
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
}
