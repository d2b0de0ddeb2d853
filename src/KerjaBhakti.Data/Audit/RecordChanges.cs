using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace KerjaBhakti.Data.Audit;

/// <summary>The records that a save writes, for the entry that tells of it.</summary>
internal sealed class RecordChanges
{
    private readonly List<(RecordTable Table, EntityEntry Record, string? Before)> written = [];
    private readonly List<RecordLine> gone = [];

    private RecordChanges() { }

    /// <summary>Whether nothing is written that the trail proves.</summary>
    public bool IsEmpty => written.Count == 0 && gone.Count == 0;

    /// <summary>Whether the database has still to give a key that one of them holds.</summary>
    public bool AwaitKeys => written.Exists(change => change.Table.AwaitsKey(change.Record));

    /// <summary>What the program has in them.</summary>
    public IReadOnlySet<Type> Types { get; private set; } = new HashSet<Type>();

    /// <summary>Those among what a context has changed.</summary>
    public static RecordChanges Among(DbContext db, IEnumerable<EntityEntry> changed)
    {
        var changes = new RecordChanges();
        var model = RecordModel.Of(db);
        var types = new HashSet<Type>();
        var records = changed
            .Select(part => (Part: part, Of: model.RecordOf(part)))
            .Where(found => found.Of is not null)
            .GroupBy(found => (found.Of!.Value.Table, found.Of.Value.Record.Entity), found => found.Part);
        foreach (var parts in records)
        {
            var (table, record) = (parts.Key.Table, db.Entry(parts.Key.Entity));
            types.Add(table.Type.ClrType);
            var before = parts.All(part => part.Entity == record.Entity) ? table.DigestBefore(record) : null;
            if (record.State == EntityState.Deleted)
            {
                var key = table.KeyOf(table.TextsOf(record));
                changes.gone.Add(new RecordLine(table.Name, key, Digest: null) { Before = before });
            }
            else
            {
                changes.written.Add((table, record, before));
            }
        }

        changes.Types = types;
        return changes;
    }

    /// <summary>What the records are. Those that go stand before those that come, which may have their keys.</summary>
    public IReadOnlyList<RecordLine> ToLines() =>
        [
            .. gone,
            .. written.Select(change =>
            {
                var texts = change.Table.TextsOf(change.Record);
                return new RecordLine(change.Table.Name, change.Table.KeyOf(texts), RecordForm.DigestOf(change.Table, texts))
                {
                    Before = change.Before,
                };
            }),
        ];
}
