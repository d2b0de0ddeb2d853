using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Auditing;
using KerjaBhakti.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Roster.Drafts;

/// <summary>The audit trail of a schedule in words.</summary>
public sealed class ScheduleHistory(IDbContextFactory<PortalDbContext> contexts)
{
    /// <summary>The most lines that are shown at once; older ones stay in the trail.</summary>
    public const int MostLines = 200;

    /// <summary>The history of a schedule, of one row, or of one cell; newest first.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="schedule">The schedule.</param>
    /// <param name="row">One row of it; null for all.</param>
    /// <param name="month">One month of the row; null for all.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<IReadOnlyList<HistoryLine>> ReadAsync(
        ClaimsPrincipal user,
        Guid schedule,
        Guid? row,
        RosterMonth? month,
        CancellationToken cancellationToken
    )
    {
        user.Demand(Access.ReadRoster);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var subject = schedule.ToString();
        var entries = db.AuditEntries.AsNoTracking().Where(entry => entry.Subject == subject);
        if (row is { } rowId)
        {
            var part = rowId.ToString();
            entries = entries.Where(entry => entry.Part == part);
        }

        if (month is { } only)
        {
            // Making a row a region row empties its cells, so it belongs to the history of each of them.
            var field = only.ToString();
            entries = entries.Where(entry => entry.Field == field || entry.Action == RosterActions.Region.Code);
        }

        var newest = await entries.OrderByDescending(entry => entry.Place).Take(MostLines).ToListAsync(cancellationToken);
        return [.. newest.Select(entry => new HistoryLine(entry.At, entry.ActorName, AuditSentence.Of(entry)))];
    }

    internal static AuditAction ActionOf(ScheduleChangeKind kind) =>
        kind switch
        {
            ScheduleChangeKind.Cell => RosterActions.Cell,
            ScheduleChangeKind.Label => RosterActions.Label,
            ScheduleChangeKind.RowAdded => RosterActions.RowAdded,
            ScheduleChangeKind.RowRemoved => RosterActions.RowRemoved,
            ScheduleChangeKind.RowMoved => RosterActions.RowMoved,
            ScheduleChangeKind.Region => RosterActions.Region,
        };
}

/// <summary>One line of a history.</summary>
/// <param name="At">When.</param>
/// <param name="By">The name of who did it.</param>
/// <param name="Sentence">The whole of it in words, name and time included.</param>
public sealed record HistoryLine(DateTimeOffset At, string By, string Sentence);
