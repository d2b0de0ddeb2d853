using KerjaBhakti.Data;
using KerjaBhakti.Data.Roster;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Published;

/// <summary>
/// By what a server knows that something published has changed, wherever it was changed: the end of the audit trail, which every change
/// moves, and of what came since the last look only that there was something but fund, accounts and what is typed into drafts. The database
/// is asked at most once a second.
/// </summary>
public sealed class PublicationStamp(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    /// <summary>How long an answer is given without looking again.</summary>
    internal static readonly TimeSpan GreatestAge = TimeSpan.FromSeconds(1);

    private readonly Lock looking = new();
    private Task<long>? look;
    private long lookedAt;
    private Seen? seen;

    /// <summary>A number that is another one when something published may have changed.</summary>
    public Task<long> ReadAsync(CancellationToken cancellationToken)
    {
        lock (looking)
        {
            // One look for all who ask at once, and not given up with the first of them.
            if (look is null || look.IsFaulted || look.IsCanceled || (look.IsCompleted && time.GetElapsedTime(lookedAt) >= GreatestAge))
            {
                (look, lookedAt) = (LookAsync(seen), time.GetTimestamp());
            }

            return look.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Looks again at the next call. Called after a change was committed.</summary>
    public void Forget()
    {
        lock (looking)
        {
            look = null;
        }
    }

    private async Task<long> LookAsync(Seen? last)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var end = await db.AuditHeads.AsNoTracking().Select(head => head.Entries).SingleAsync();

        // A trail that is shorter than before is another database: one was restored.
        var now =
            last is not null && (end == last.End || (end > last.End && !await HasNewsAsync(db, last.End)))
                ? last with
                {
                    End = end,
                }
                : new Seen(end, end);
        lock (looking)
        {
            if (seen is null || seen.End <= now.End || now.End < last?.End)
            {
                seen = now;
            }
        }

        return now.Version;
    }

    // What is not known here counts, so that an action that comes later is not overlooked.
    private static Task<bool> HasNewsAsync(PortalDbContext db, long after) =>
        db
            .AuditEntries.AsNoTracking()
            .AnyAsync(entry =>
                entry.Place > after
                && entry.Action != RosterActions.Cell.Code
                && entry.Action != RosterActions.Reworded.Code
                && entry.Action != RosterActions.Noted.Code
                && entry.Action != RosterActions.Reasoned.Code
                && !EF.Functions.Like(entry.Action, "roster.comment%")
                && !EF.Functions.Like(entry.Action, "fund.%")
                && !EF.Functions.Like(entry.Action, "account.%")
                && !EF.Functions.Like(entry.Action, "access.%")
            );

    private sealed record Seen(long End, long Version);
}
