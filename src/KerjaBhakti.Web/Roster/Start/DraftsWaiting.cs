using System.Security.Claims;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Frame;
using KerjaBhakti.Web.Shell.Waiting;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Start;

/// <summary>Drafts for who edits them: those that came back with a reason, then those that are still being written.</summary>
public sealed class DraftsWaiting(RosterWork work) : IWaitingSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WaitingItem>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        !user.May(Access.EditRoster)
            ? []
            : await work.ReadAsync<IReadOnlyList<WaitingItem>>(
                user,
                Access.EditRoster,
                async db =>
                {
                    var drafts = await db
                        .Schedules.Where(schedule => schedule.Status == ScheduleStatus.Draft)
                        .Include(schedule => schedule.Submissions)
                        .ToListAsync(cancellationToken);
                    return
                    [
                        .. drafts
                            .OrderBy(draft => draft.Submission?.ReturnedAt is null)
                            .ThenByDescending(draft => draft.ChangedAt)
                            .Select(Of),
                    ];
                },
                cancellationToken
            );

    private static WaitingItem Of(Schedule draft) =>
        draft.Submission is { ReturnedAt: { } at } submission
            ? new WaitingItem("/roster", $"{draft.Name} dikembalikan {submission.ReturnedBy}", "Perbaiki", $"/roster/jadwal/{draft.Id}")
            {
                Detail = $"{Indonesian.Moment(at)}: {submission.ReturnReason}",
                IsUrgent = true,
                News = [$"kembali|{submission.Id:N}"],
            }
            : new WaitingItem("/roster", $"{draft.Name} belum diajukan", "Lanjutkan", $"/roster/jadwal/{draft.Id}")
            {
                Detail = $"terakhir diubah {Indonesian.Moment(draft.ChangedAt)}",
            };
}
