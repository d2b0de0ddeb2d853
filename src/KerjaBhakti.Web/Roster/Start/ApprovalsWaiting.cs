using System.Security.Claims;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Approvals;
using KerjaBhakti.Web.Roster.Frame;
using KerjaBhakti.Web.Shell.Waiting;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Start;

/// <summary>Submitted annexes: for whose initial it is, and, once all are there, for who issues.</summary>
public sealed class ApprovalsWaiting(RosterWork work) : IWaitingSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WaitingItem>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        !user.May(Access.InitialRoster)
            ? []
            : await work.ReadAsync<IReadOnlyList<WaitingItem>>(
                user,
                Access.InitialRoster,
                async db =>
                {
                    var submitted = await db
                        .Schedules.Where(schedule => schedule.Status == ScheduleStatus.Submitted)
                        .Include(schedule => schedule.Submissions)
                            .ThenInclude(submission => submission.Initials)
                        .AsSplitQuery()
                        .ToListAsync(cancellationToken);
                    return
                    [
                        .. submitted
                            .OrderBy(schedule => schedule.Submission!.At)
                            .Select(schedule => Of(user, schedule))
                            .OfType<WaitingItem>(),
                    ];
                },
                cancellationToken
            );

    private static WaitingItem? Of(ClaimsPrincipal user, Schedule schedule)
    {
        var submission = schedule.Submission!;
        var (text, action) = submission switch
        {
            { IsComplete: true } when user.May(Access.IssueRoster) => ($"{schedule.Name} siap ditetapkan", "Tetapkan"),
            { Next: { } next } when InitialOrder.MayInitial(user, next.Office) => (
                $"{schedule.Name} menunggu paraf {next.Office.Office}",
                "Paraf"
            ),
            _ => (null, null),
        };
        return text is null
            ? null
            : new WaitingItem("/roster", text, action!, $"/roster/jadwal/{schedule.Id}/penetapan")
            {
                Detail = $"diajukan {submission.By.Name}, {Indonesian.Moment(submission.At)}",
                News = [$"paraf|{submission.Id:N}|{submission.Next?.Order}"],
            };
    }
}
