using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Audit;

/// <summary>
/// The chain of the audit trail: each entry carries its place and a hash over itself and the hash of the one before. Whoever edits, deletes or inserts an entry
/// by hand would have to write every later one anew, and the end that auditors noted elsewhere would still differ.
/// </summary>
public static class AuditChain
{
    /// <summary>What the first entry has in place of an earlier one's hash.</summary>
    public static string Beginning { get; } = new('0', 2 * SHA256.HashSizeInBytes);

    /// <summary>The hash of an entry at its place: SHA-256 of a JSON array of its fields, as 64 lower-case hexadecimal digits.</summary>
    public static string HashOf(AuditEntry entry, long place, string previous)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteStringValue(previous);
            json.WriteNumberValue(place);
            json.WriteStringValue(entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            foreach (var text in new[]
            {
                entry.ActorId, entry.ActorName, entry.Action, entry.Subject, entry.Part, entry.Field, entry.Caption, entry.Before, entry.After,
            })
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    /// <summary>Walks the whole chain.</summary>
    public static async Task<AuditVerdict> VerifyAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        // One snapshot for the entries and the end, or an edit made meanwhile would look like a break.
        await using var snapshot = await db.Database.BeginTransactionAsync(cancellationToken);
        var (place, previous) = (0L, Beginning);
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            place++;
            if (entry.Place != place)
            {
                return new AuditVerdict(place, entry.Place > place ? AuditBreak.Missing : AuditBreak.Inserted, entry);
            }

            if (entry.Hash != HashOf(entry, place, previous))
            {
                return new AuditVerdict(place, AuditBreak.Altered, entry);
            }

            previous = entry.Hash;
        }

        var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return head is null || head.Entries != place || head.Hash != previous
            ? new AuditVerdict(place + 1, AuditBreak.Missing, Entry: null)
            : new AuditVerdict(place, Break: null, Entry: null) { Hash = previous };
    }

    /// <summary>
    /// Puts entries at the end of the chain, inside a transaction. Changing the end first makes every other writer wait until this one has committed.
    /// </summary>
    internal static async Task AppendAsync(PortalDbContext db, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        var added = await db.AuditHeads.ExecuteUpdateAsync(
            set => set.SetProperty(head => head.Entries, head => head.Entries + entries.Count), cancellationToken);
        if (added != 1)
        {
            throw new InvalidOperationException("The audit chain has lost its end; verify-audit says more.");
        }

        var end = await db.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
        var (place, previous) = (end.Entries - entries.Count, end.Hash);
        foreach (var entry in entries)
        {
            place++;
            previous = HashOf(entry, place, previous);
            entry.Chain(place, previous);
        }

        await db.AuditHeads.ExecuteUpdateAsync(set => set.SetProperty(head => head.Hash, previous), cancellationToken);
    }
}

/// <summary>How the chain is broken.</summary>
public enum AuditBreak
{
    /// <summary>An entry's content is not what was written.</summary>
    Altered,

    /// <summary>An entry is gone.</summary>
    Missing,

    /// <summary>An entry was put in between.</summary>
    Inserted,
}

/// <summary>What a walk along the chain found.</summary>
/// <param name="Place">The place of the first entry that does not hold; where all do, how many there are.</param>
/// <param name="Break">What is wrong there; null where all is well.</param>
/// <param name="Entry">The entry found there; null where none is.</param>
public sealed record AuditVerdict(long Place, AuditBreak? Break, AuditEntry? Entry)
{
    /// <summary>The hash at the end of a chain that holds, for auditors to note elsewhere.</summary>
    public string? Hash { get; init; }
}
