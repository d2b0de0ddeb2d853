using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Components.Shared;
using KerjaBhakti.Web.Hosting;
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
        ClaimsPrincipal user, Guid schedule, Guid? row, RosterMonth? month, CancellationToken cancellationToken)
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
            entries = entries.Where(entry => entry.Field == field || entry.Action == "roster.region");
        }

        var newest = await entries.OrderByDescending(entry => entry.Id).Take(MostLines).ToListAsync(cancellationToken);
        return [.. newest.Select(entry => new HistoryLine(entry.At, entry.ActorName, Sentence(entry)))];
    }

    internal static string ActionOf(ScheduleChangeKind kind) => kind switch
    {
        ScheduleChangeKind.Cell => "roster.cell",
        ScheduleChangeKind.Label => "roster.label",
        ScheduleChangeKind.RowAdded => "roster.row-added",
        ScheduleChangeKind.RowRemoved => "roster.row-removed",
        ScheduleChangeKind.RowMoved => "roster.row-moved",
        ScheduleChangeKind.Region => "roster.region",
    };

    /// <summary>"Sari mengubah Maret Dinas Tata Air: Cakung → Ciracas, 21 November 2026 09.12 WIB".</summary>
    private static string Sentence(AuditEntry entry)
    {
        var month = RosterMonth.TryParse(entry.Field, out var parsed) ? parsed.Name : string.Empty;
        var what = entry.Action switch
        {
            "roster.cell" when entry.Before.Length == 0 => $"mengisi {month} {entry.Caption}: {entry.After}",
            "roster.cell" when entry.After.Length == 0 => $"mengosongkan {month} {entry.Caption}: semula {entry.Before}",
            "roster.cell" => $"mengubah {month} {entry.Caption}: {entry.Before} → {entry.After}",
            "roster.label" when entry.Before.Length == 0 => $"menamai baris baru: {entry.After}",
            "roster.label" => $"mengubah jabatan: {entry.Before} → {entry.After}",
            "roster.row-added" => $"menambah {entry.After}{Named(entry.Caption)}",
            "roster.row-removed" => $"menghapus {entry.Before}{Named(entry.Caption)}",
            "roster.row-moved" => $"memindahkan {entry.Caption}: {entry.Before} → {entry.After}",
            "roster.region" when entry.After.Length == 0 => $"menjadikan {entry.Caption} baris bergilir: semula {entry.Before}",
            "roster.region" => $"menjadikan {entry.Caption} baris wilayah: {entry.After}",
            "roster.created" => $"membuat {entry.Caption} ({entry.After})",
            "roster.deleted" => $"menghapus {entry.Caption} ({entry.Before})",
            "roster.issued" => $"memuat {entry.Caption} sebagaimana ditetapkan",
            _ => $"{entry.Action} {entry.Caption}: {entry.Before} → {entry.After}",
        };
        return $"{entry.ActorName} {what}, {Indonesian.Moment(entry.At)}";
    }

    private static string Named(string caption) => caption.Length == 0 ? string.Empty : $": {caption}";
}

/// <summary>One line of a history.</summary>
/// <param name="At">When.</param>
/// <param name="By">The name of who did it.</param>
/// <param name="Sentence">The whole of it in words, name and time included.</param>
public sealed record HistoryLine(DateTimeOffset At, string By, string Sentence);
