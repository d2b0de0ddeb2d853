using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Audit;

/// <summary>
/// The chain of the audit trail: each entry carries its place and a hash over itself and the hash of the one before. Whoever edits, deletes
/// or inserts an entry
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
            foreach (
                var text in new[]
                {
                    entry.ActorId,
                    entry.ActorName,
                    entry.Action,
                    entry.Subject,
                    entry.Part,
                    entry.Field,
                    entry.Caption,
                    entry.Before,
                    entry.After,
                }
            )
            {
                json.WriteStringValue(text);
            }

            if (entry.RecordsHash is { } records)
            {
                json.WriteStringValue(records);
            }

            json.WriteEndArray();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    /// <summary>Walks the whole chain by place, also while others add to it.</summary>
    public static async Task<AuditVerdict> VerifyAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        // The end first, then up to it: what is added meanwhile lies beyond, and entries before it never change. So it needs no snapshot,
        // which SQL Server does not give by itself.
        var end = await EndAsync(db, cancellationToken);
        var last = end?.Entries ?? long.MaxValue;
        var walk = new ChainWalk();
        var entries = db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Place).ThenBy(entry => entry.Id);
        await foreach (var entry in entries.Where(entry => entry.Place <= last).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            walk.Take(entry);
        }

        if (walk.Overhang > 0)
        {
            // Entries put in have pushed as many past the end; and the last one, where it does not fit, is judged by the one behind it.
            foreach (var entry in await entries.Where(entry => entry.Place > last).Take(walk.Overhang).ToListAsync(cancellationToken))
            {
                walk.Take(entry);
            }
        }

        walk.Finish(end);
        if (end is not null)
        {
            // Whoever adds moves the end in the same transaction, so that an end read after an entry never lies before it.
            var reached = last + walk.PutIn;
            var beyond = await entries.LastOrDefaultAsync(entry => entry.Place > reached, cancellationToken);
            if (beyond is not null && (await EndAsync(db, cancellationToken) is not { } moved || moved.Entries + walk.PutIn < beyond.Place))
            {
                walk.Add(AuditBreak.Added, reached + 1, beyond.Place, beyond);
            }
        }

        return new AuditVerdict(walk.Entries, walk.Hash, walk.Finds);
    }

    /// <summary>
    /// Takes the turn of those who write: the row at the end of the chain, which every writer changes before anything else. So all take
    /// their locks in the same order, and
    /// what one reads after it has the turn stays so until it has committed. SQLite gives the turn already when a transaction begins.
    /// </summary>
    /// <param name="db">The context, in a transaction.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task TakeTurnAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        db.AuditHeads.ExecuteUpdateAsync(set => set.SetProperty(head => head.Entries, head => head.Entries), cancellationToken);

    /// <summary>
    /// Puts entries at the end of the chain, inside a transaction. Changing the end first makes every other writer wait until this one has
    /// committed.
    /// </summary>
    /// <param name="db">The context, in a transaction.</param>
    /// <param name="entries">The entries, one at least.</param>
    /// <param name="records">What the records are that are saved with them.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal static async Task AppendAsync(
        PortalDbContext db,
        IReadOnlyList<AuditEntry> entries,
        IReadOnlyList<RecordLine> records,
        CancellationToken cancellationToken
    )
    {
        var added = await db.AuditHeads.ExecuteUpdateAsync(
            set => set.SetProperty(head => head.Entries, head => head.Entries + entries.Count),
            cancellationToken
        );
        if (added != 1)
        {
            throw new InvalidOperationException("The audit chain has lost its end; verify-audit says more.");
        }

        var end = await db.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
        if (records.Count > 0)
        {
            var list = new EntryRecords(end.Entries, EntryRecords.Write(records));
            entries[^1].Hold(EntryRecords.HashOf(list.Content));
            db.AuditRecords.Add(list);
        }

        var (place, previous) = (end.Entries - entries.Count, end.Hash);
        foreach (var entry in entries)
        {
            place++;
            previous = HashOf(entry, place, previous);
            entry.Chain(place, previous);
        }

        await db.AuditHeads.ExecuteUpdateAsync(set => set.SetProperty(head => head.Hash, previous), cancellationToken);
    }

    private static Task<AuditHead?> EndAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(head => head.Id == AuditHead.OnlyId, cancellationToken);
}
