using System.Globalization;
using System.Security.Claims;
using CsvHelper;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Auditing;

/// <summary>The audit trail for those who audit: filtered, page by page, and as a file. Also where refused attempts are noted.</summary>
public sealed class AuditTrail(IDbContextFactory<PortalDbContext> contexts, RefusalCounts refusals, PortalClock clock)
{
    /// <summary>How many entries a page shows.</summary>
    public const int PageSize = 100;

    /// <summary>The most entries a file holds; a longer trail is exported in parts by date.</summary>
    public const int MostExported = 100_000;

    /// <summary>The entries that match, newest first, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<AuditEntry> Entries, int Total)> ReadAsync(
        ClaimsPrincipal user,
        AuditFilter filter,
        int page,
        CancellationToken cancellationToken
    )
    {
        user.Demand(Access.ReadAudit);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var matching = Matching(db, filter);
        var entries = await matching
            .OrderByDescending(entry => entry.Place)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
        return (entries, await matching.CountAsync(cancellationToken));
    }

    /// <summary>
    /// What the schedules are called that entries speak of, by the key the entries hold; those that are gone are left out.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, string>> SchedulesOfAsync(
        ClaimsPrincipal user,
        IEnumerable<AuditEntry> entries,
        CancellationToken cancellationToken
    )
    {
        user.Demand(Access.ReadAudit);
        var keys = RosterKeys(entries, entry => entry.Subject);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schedules = await db
            .Schedules.AsNoTracking()
            .Include(schedule => schedule.Instruction)
            .Where(schedule => keys.Contains(schedule.Id))
            .ToListAsync(cancellationToken);
        return schedules.ToDictionary(schedule => schedule.Id.ToString(), schedule => schedule.Name);
    }

    /// <summary>
    /// Which rows of schedules entries speak of: the number each has now, by the key the entries hold; rows that are gone are left out.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, int>> RowsOfAsync(
        ClaimsPrincipal user,
        IEnumerable<AuditEntry> entries,
        CancellationToken cancellationToken
    )
    {
        user.Demand(Access.ReadAudit);
        var keys = RosterKeys(entries, entry => entry.Part);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db
            .Set<ScheduleRow>()
            .AsNoTracking()
            .Where(row => keys.Contains(row.Id) && row.Number != null)
            .ToDictionaryAsync(row => row.Id.ToString(), row => row.Number!.Value, cancellationToken);
    }

    /// <summary>
    /// The entries that match as csv, oldest first, with place and hash, so that an auditor can walk the chain without the portal.
    /// </summary>
    public async Task WriteCsvAsync(ClaimsPrincipal user, AuditFilter filter, Stream output, CancellationToken cancellationToken)
    {
        user.Demand(Access.ReadAudit);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default, leaveOpen: true))
        {
            csv.WriteRecord([
                "No",
                "Waktu (UTC)",
                "Pelaku",
                "Akun",
                "Tindakan",
                "Objek",
                "Bagian",
                "Kolom",
                "Nama",
                "Semula",
                "Menjadi",
                "Hash",
            ]);
            await foreach (
                var entry in Matching(db, filter)
                    .OrderBy(entry => entry.Place)
                    .Take(MostExported)
                    .AsAsyncEnumerable()
                    .WithCancellation(cancellationToken)
            )
            {
                csv.WriteRecord([
                    entry.Place.ToString(CultureInfo.InvariantCulture),
                    entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                    SpreadsheetText.Defuse(entry.ActorName),
                    entry.ActorId,
                    entry.Action,
                    entry.Subject,
                    entry.Part ?? string.Empty,
                    entry.Field ?? string.Empty,
                    SpreadsheetText.Defuse(entry.Caption),
                    SpreadsheetText.Defuse(entry.Before),
                    SpreadsheetText.Defuse(entry.After),
                    entry.Hash,
                ]);
            }
        }

        // Whole, because the response takes no synchronous writes.
        bytes.Position = 0;
        await bytes.CopyToAsync(output, cancellationToken);
    }

    /// <summary>
    /// Notes that somebody tried what their role may not do, once an hour for each address: 300 requests would be 300 entries that stay.
    /// </summary>
    /// <param name="user">Who tried; nothing is noted of visitors who are not signed in.</param>
    /// <param name="what">The address that was asked for.</param>
    /// <param name="cancellationToken">Stops the note.</param>
    public async Task NoteRefusalAsync(ClaimsPrincipal user, string what, CancellationToken cancellationToken)
    {
        if (
            user.Identity is not { IsAuthenticated: true }
            || refusals.Count(user.ToActor().Id, what.Length <= 200 ? what : what[..200]) is not { } refusal
        )
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.AuditEntries.Add(
            new AuditEntry(user.ToActor(), clock.Now, PortalActions.AccessRefused, "-", refusal.What)
            {
                After = refusal.Before > 0 ? $"dan {refusal.Before} kali lagi sesudah catatan sebelumnya" : string.Empty,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
    }

    private static List<Guid> RosterKeys(IEnumerable<AuditEntry> entries, Func<AuditEntry, string?> keyOf) =>
        [
            .. entries
                .Where(entry => entry.Action.StartsWith("roster.", StringComparison.Ordinal))
                .Select(entry => Guid.TryParse(keyOf(entry), out var key) ? key : Guid.Empty)
                .Distinct(),
        ];

    private static IQueryable<AuditEntry> Matching(PortalDbContext db, AuditFilter filter)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (filter.From is { } from)
        {
            // Days begin an hour earlier in Wakatobi.
            var (start, fundStart) = (PortalClock.StartOf(from), WitaClock.StartOf(from));
            entries = entries.Where(entry =>
                entry.At >= fundStart && (entry.At >= start || entry.Action.StartsWith(AuditSentence.Fund))
            );
        }

        if (filter.Until is { } until)
        {
            var (end, fundEnd) = (PortalClock.StartOf(until.AddDays(1)), WitaClock.StartOf(until.AddDays(1)));
            entries = entries.Where(entry => entry.At < end && (entry.At < fundEnd || !entry.Action.StartsWith(AuditSentence.Fund)));
        }

        if (filter.Actor is { Length: > 0 } actor)
        {
            entries = entries.Where(entry => entry.ActorName.Contains(actor));
        }

        if (filter.Kind is { Length: > 0 } kind)
        {
            entries = entries.Where(entry => entry.Action.StartsWith(kind));
        }

        if (filter.Text is { Length: > 0 } text)
        {
            entries = entries.Where(entry =>
                entry.Caption.Contains(text) || entry.Before.Contains(text) || entry.After.Contains(text) || entry.Subject == text
            );
        }

        return entries;
    }
}

/// <summary>Which entries of the trail.</summary>
public sealed record AuditFilter
{
    /// <summary>The first day, in WITA for the claim fund and in WIB for all else; null from the beginning.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, included, by the same clocks; null until now.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>A part of the name of who did it.</summary>
    public string? Actor { get; init; }

    /// <summary>How the action begins: "roster." or "access.refused".</summary>
    public string? Kind { get; init; }

    /// <summary>A part of what it is about, of what stood before or after; or the key of the subject.</summary>
    public string? Text { get; init; }
}
