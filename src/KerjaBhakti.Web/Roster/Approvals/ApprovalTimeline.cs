using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Roster.Approvals;

/// <summary>One step of a schedule's way, done or due.</summary>
/// <param name="Icon">Its icon.</param>
/// <param name="Title">What was or is to be done.</param>
/// <param name="By">By whom and when; empty while it is due.</param>
/// <param name="Note">What was said; may be empty.</param>
/// <param name="IsDue">Whether it is the step that is waited for.</param>
public sealed record ApprovalStep(string Icon, string Title, string By, string Note, bool IsDue = false);

/// <summary>A schedule's way from draft to law, in words.</summary>
public static class ApprovalTimeline
{
    /// <summary>Every step so far and the ones still to come in this attempt, in order.</summary>
    public static IEnumerable<ApprovalStep> Of(Schedule schedule)
    {
        yield return new ApprovalStep("draft", "Rancangan dibuat", Indonesian.Moment(schedule.CreatedAt), string.Empty);
        foreach (var submission in schedule.Submissions.OrderBy(submission => submission.At))
        {
            yield return new ApprovalStep(
                "submitted",
                "Diajukan",
                $"{submission.By.Name}, {Indonesian.Moment(submission.At)}",
                submission.Note
            );
            foreach (var initial in submission.Initials.OrderBy(initial => initial.Order))
            {
                if (initial.At is { } at)
                {
                    yield return new ApprovalStep(
                        "success",
                        $"Paraf {initial.Office.Office}",
                        $"{initial.By}, {Indonesian.Moment(at)}",
                        string.Empty
                    );
                }
                else if (submission.ReturnedAt is null && !schedule.IsSealed)
                {
                    yield return new ApprovalStep(
                        "info",
                        $"Paraf {initial.Office.Office}",
                        string.Empty,
                        string.Empty,
                        initial == submission.Next
                    );
                }
            }

            if (submission.ReturnedAt is { } returned)
            {
                yield return new ApprovalStep(
                    "amended",
                    "Dikembalikan",
                    $"{submission.ReturnedBy}, {Indonesian.Moment(returned)}",
                    submission.ReturnReason!
                );
            }
        }

        if (schedule.Instruction is { } instruction)
        {
            yield return new ApprovalStep(
                "issued",
                $"Ditetapkan: {Served.Instrument} {instruction.Reference}",
                Indonesian.DateInFull(instruction.IssuedOn),
                instruction.EffectiveOn == instruction.IssuedOn
                    ? string.Empty
                    : $"Berlaku mulai {Indonesian.DateInFull(instruction.EffectiveOn)}"
            );
        }
        else
        {
            yield return new ApprovalStep(
                "info",
                "Penetapan",
                string.Empty,
                string.Empty,
                schedule is { Status: ScheduleStatus.Submitted, Submission.IsComplete: true }
            );
        }

        if (schedule.EndedBy is { } ending)
        {
            var (icon, word) = schedule.Status == ScheduleStatus.Revoked ? ("revoked", "Dicabut") : ("amended", "Diubah");
            yield return new ApprovalStep(
                icon,
                $"{word} dengan {ending}",
                Indonesian.DateInFull(schedule.EndedOn!.Value),
                schedule.EndReason ?? string.Empty
            );
        }
    }
}
