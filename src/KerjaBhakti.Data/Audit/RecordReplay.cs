using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace KerjaBhakti.Data.Audit;

/// <summary>
/// The proof of the records: the lists of the trail, replayed from the first entry to the last, say what every record was when it was saved
/// last; what is stored is compared with that. It reads only, and reads what is stored as it lies there: what no program could read is a
/// find too.
/// </summary>
public sealed class RecordReplay
{
    private readonly PortalDbContext db;
    private readonly List<RecordFind> finds = [];
    private readonly Dictionary<(string Table, string Key), (string Digest, long Place)> last = [];

    private RecordReplay(PortalDbContext db) => this.db = db;

    /// <summary>Compares every record with the trail, also while others write.</summary>
    public static async Task<RecordVerdict> VerifyAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var replay = new RecordReplay(db);
        var end = await replay.ReplayAsync(cancellationToken);
        var compared = 0L;
        foreach (var table in RecordModel.Of(db).Tables)
        {
            compared += await replay.CompareAsync(table, cancellationToken);
        }

        replay.finds.AddRange(
            replay.last.Select(record => new RecordFind(RecordBreak.Missing, record.Key.Table, record.Key.Key, [], record.Value.Place))
        );

        // Without a snapshot a record may have been written again after the trail was read; it is proved the next time.
        var moved = (
            await db.AuditRecords.AsNoTracking().Where(list => list.Place > end).Select(list => list.Content).ToListAsync(cancellationToken)
        )
            .SelectMany(EntryRecords.Read)
            .Select(line => (line.Table, KeyOf(line.Key)))
            .ToHashSet();
        replay.finds.RemoveAll(find => moved.Contains((find.Table, find.Key)));
        return new RecordVerdict(
            compared,
            [.. replay.finds.OrderBy(find => find.Table, StringComparer.Ordinal).ThenBy(find => find.Key, StringComparer.Ordinal)]
        );
    }

    private static string KeyOf(IReadOnlyList<string> key) => string.Join(", ", key);

    private async Task<long> ReplayAsync(CancellationToken cancellationToken)
    {
        var end = 0L;
        var lists =
            from list in db.AuditRecords.AsNoTracking()
            join entry in db.AuditEntries.AsNoTracking() on list.Place equals entry.Place into entries
            from entry in entries.DefaultIfEmpty()
            orderby list.Place
            select new
            {
                list.Place,
                list.Content,
                Hash = (string?)entry.RecordsHash,
            };
        await foreach (var list in lists.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            end = list.Place;
            if (EntryRecords.HashOf(list.Content) != list.Hash)
            {
                finds.Add(ListFind(list.Hash is null ? RecordBreak.Added : RecordBreak.Changed, list.Place));
            }

            Replay(list.Place, list.Content);
        }

        var without = await db
            .AuditEntries.AsNoTracking()
            .Where(entry => entry.RecordsHash != null && entry.Place <= end && !db.AuditRecords.Any(list => list.Place == entry.Place))
            .Select(entry => entry.Place)
            .ToListAsync(cancellationToken);
        finds.AddRange(without.Select(place => ListFind(RecordBreak.Missing, place)));
        return end;
    }

    private static RecordFind ListFind(RecordBreak how, long place) => new(how, RecordVerdict.Lists, $"{place}", [], place);

    private void Replay(long place, string content)
    {
        try
        {
            foreach (var line in EntryRecords.Read(content))
            {
                var key = (line.Table, KeyOf(line.Key));
                if (line.Before is not null && last.TryGetValue(key, out var before) && !RecordForm.IsSame(before.Digest, line.Before))
                {
                    finds.Add(new RecordFind(RecordBreak.ChangedBefore, line.Table, key.Item2, [], place));
                }

                if (line.Digest is null)
                {
                    last.Remove(key);
                }
                else
                {
                    last[key] = (line.Digest, place);
                }
            }
        }
        catch (JsonException)
        {
            // Told already: such a list has another hash.
        }
    }

    private async Task<long> CompareAsync(RecordTable table, CancellationToken cancellationToken)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText =
                $"SELECT {string.Join(", ", table.Columns.Select(column => sql.DelimitIdentifier(column.Name)))} "
                + $"FROM {sql.DelimitIdentifier(table.Name)}";
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var texts = new string?[table.Columns.Count];
            var compared = 0L;
            while (await reader.ReadAsync(cancellationToken))
            {
                for (var index = 0; index < texts.Length; index++)
                {
                    texts[index] = RecordForm.TextOf(reader.GetValue(index), table.Columns[index]);
                }

                Compare(table, texts);
                compared++;
            }

            return compared;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private void Compare(RecordTable table, string?[] texts)
    {
        var key = (table.Name, KeyOf(table.KeyOf(texts)));
        if (!last.Remove(key, out var recorded))
        {
            finds.Add(new RecordFind(RecordBreak.Added, key.Name, key.Item2, [], Place: null));
        }
        else if (!RecordForm.IsSame(recorded.Digest, RecordForm.DigestOf(table, texts)))
        {
            finds.Add(
                new RecordFind(
                    RecordBreak.Changed,
                    key.Name,
                    key.Item2,
                    RecordForm.Differing(table, texts, recorded.Digest),
                    recorded.Place
                )
            );
        }
    }
}

/// <summary>What comparing the records with the trail found.</summary>
/// <param name="Records">How many records were compared.</param>
/// <param name="Finds">Everything that does not hold, by table; empty where all is well.</param>
public sealed record RecordVerdict(long Records, IReadOnlyList<RecordFind> Finds)
{
    /// <summary>The name of the table that holds the lists of the trail.</summary>
    public const string Lists = "AuditRecords";
}

/// <summary>A record that is not what the trail says.</summary>
/// <param name="Break">How.</param>
/// <param name="Table">Its table.</param>
/// <param name="Key">Its key.</param>
/// <param name="Columns">The columns that differ; empty where the record as a whole does.</param>
/// <param name="Place">The place of the entry that saved it last; null where none did.</param>
public sealed record RecordFind(RecordBreak Break, string Table, string Key, IReadOnlyList<string> Columns, long? Place);

/// <summary>How a record differs from the trail.</summary>
public enum RecordBreak
{
    /// <summary>What stands there is not what was saved.</summary>
    Changed,

    /// <summary>It was changed past the portal before the portal saved it with this entry.</summary>
    ChangedBefore,

    /// <summary>What was saved is gone.</summary>
    Missing,

    /// <summary>Nothing of it was ever saved by the portal.</summary>
    Added,
}
