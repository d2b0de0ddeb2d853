using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KerjaBhakti.Data.Audit;

/// <summary>
/// Which tables hold records that the trail proves, as the model says: every one that <see cref="RecordCoverage"/> does not name.
/// </summary>
internal sealed class RecordModel
{
    private static readonly ConditionalWeakTable<IModel, RecordModel> Known = [];
    private readonly Dictionary<IEntityType, RecordTable> tables;

    private RecordModel(IModel model) =>
        tables = model
            .GetEntityTypes()
            .Where(type => !type.IsMappedToJson() && type.GetTableName() is not null && !SharesItsOwnersRow(type))
            .Where(type => !RecordCoverage.Exceptions.ContainsKey(type.ClrType))
            .ToDictionary(type => type, type => new RecordTable(type));

    /// <summary>The tables, by name.</summary>
    public IEnumerable<RecordTable> Tables => tables.Values.OrderBy(table => table.Name, StringComparer.Ordinal);

    /// <summary>The tables of a database.</summary>
    public static RecordModel Of(DbContext db) => Known.GetValue(db.Model, model => new RecordModel(model));

    /// <summary>The record that an entry of the change tracker is, or is a part of; null where the trail holds none of it.</summary>
    public (RecordTable Table, EntityEntry Record)? RecordOf(EntityEntry entry)
    {
        var record = entry;
        while (SharesItsOwnersRow(record.Metadata) || record.Metadata.IsMappedToJson())
        {
            var ownership = record.Metadata.FindOwnership()!;
            var key = ownership.Properties.Select(property => record.Property(property).CurrentValue).ToArray();
            if (record.Context.Find(ownership.PrincipalEntityType.ClrType, key) is not { } owner)
            {
                return null;
            }

            record = record.Context.Entry(owner);
        }

        return tables.TryGetValue(record.Metadata, out var table) ? (table, record) : null;
    }

    internal static bool SharesItsOwnersRow(IEntityType type) =>
        type.FindOwnership() is { } ownership && ownership.PrincipalEntityType.GetTableName() == type.GetTableName();
}

/// <summary>A column of a record.</summary>
/// <param name="Name">Its name in the database.</param>
/// <param name="Type">What the program has in it.</param>
/// <param name="IsJson">Whether it holds JSON, whose members have no order.</param>
internal sealed record RecordColumn(string Name, Type Type, bool IsJson)
{
    /// <summary>Whether it holds a key, which SQL Server has as bytes.</summary>
    public bool IsGuid => Type == typeof(Guid);

    /// <summary>Whether it holds a day, which SQL Server gives as an instant.</summary>
    public bool IsDate => Type == typeof(DateOnly);
}

/// <summary>A table of records: its columns, and what a record says in each.</summary>
internal sealed class RecordTable
{
    private readonly Dictionary<IProperty, int> ofProperty = [];
    private readonly Dictionary<INavigation, int> ofJson = [];
    private readonly int[] key;

    public RecordTable(IEntityType type)
    {
        Type = type;
        Name = type.GetTableName()!;
        var properties = new List<(string Column, IProperty Property)>();
        var documents = new List<(string Column, INavigation Document)>();
        Collect(type, StoreObjectIdentifier.Table(Name, type.GetSchema()), properties, documents);
        Columns =
        [
            .. properties
                .Select(item => new RecordColumn(item.Column, TypeOf(item.Property), IsJson: false))
                .Concat(documents.Select(item => new RecordColumn(item.Column, typeof(string), IsJson: true)))
                .DistinctBy(column => column.Name)
                .OrderBy(column => column.Name, StringComparer.Ordinal),
        ];
        var indexes = Columns.Index().ToDictionary(item => item.Item.Name, item => item.Index);
        foreach (var (column, property) in properties)
        {
            ofProperty[property] = indexes[column];
        }

        foreach (var (column, document) in documents)
        {
            ofJson[document] = indexes[column];
        }

        var parts = RecordCoverage.KeysOfTheirOwn.TryGetValue(type.ClrType, out var names)
            ? names.Select(name => type.FindProperty(name)!)
            : type.FindPrimaryKey()!.Properties;
        key = [.. parts.Select(property => ofProperty[property])];
    }

    /// <summary>What the program has in it.</summary>
    public IEntityType Type { get; }

    /// <summary>Its name in the database.</summary>
    public string Name { get; }

    /// <summary>Its columns, by name.</summary>
    public IReadOnlyList<RecordColumn> Columns { get; }

    /// <summary>The key of a record.</summary>
    public IReadOnlyList<string> KeyOf(IReadOnlyList<string?> texts) => [.. key.Select(index => texts[index] ?? string.Empty)];

    /// <summary>Whether the database has still to give a key that the record holds.</summary>
    public bool AwaitsKey(EntityEntry record) =>
        record.Properties.Any(property => property.IsTemporary && ofProperty.ContainsKey(property.Metadata));

    /// <summary>A record as it is being saved, a text for each column.</summary>
    public IReadOnlyList<string?> TextsOf(EntityEntry record)
    {
        var texts = new string?[Columns.Count];
        Fill(record, texts);
        return texts;
    }

    /// <summary>
    /// The digest of a record as it was read; null where it is new, or where the tracker does not keep what a part of it was: an optional
    /// part that came or went.
    /// </summary>
    public string? DigestBefore(EntityEntry record)
    {
        if (record.State == EntityState.Added)
        {
            return null;
        }

        var texts = TextsOf(record).ToArray();
        return FillBefore(record.Properties, record.ComplexProperties, texts) ? RecordForm.DigestOf(this, texts) : null;
    }

    private bool FillBefore(IEnumerable<PropertyEntry> properties, IEnumerable<ComplexPropertyEntry> parts, string?[] texts)
    {
        foreach (var property in properties.Where(property => property.IsModified))
        {
            if (ofProperty.TryGetValue(property.Metadata, out var index))
            {
                texts[index] = RecordForm.TextOf(StoredOf(property, property.OriginalValue), Columns[index]);
            }
        }

        return parts.All(part =>
            part.Metadata.IsNullable
                ? !part.Properties.Any(property => property.IsModified)
                : FillBefore(part.Properties, part.ComplexProperties, texts)
        );
    }

    private static void Collect(
        ITypeBase type,
        StoreObjectIdentifier store,
        List<(string Column, IProperty Property)> properties,
        List<(string Column, INavigation Document)> documents
    )
    {
        properties.AddRange(
            from property in type.GetProperties()
            where !RecordCoverage.CheckedOtherwise.ContainsKey((type.ClrType, property.Name))
            let column = property.GetColumnName(store)
            where column is not null
            select (column, property)
        );
        foreach (var part in type.GetComplexProperties())
        {
            Collect(part.ComplexType, store, properties, documents);
        }

        foreach (var part in OwnedBy(type))
        {
            if (part.TargetEntityType.IsMappedToJson())
            {
                documents.Add((part.TargetEntityType.GetContainerColumnName()!, part));
            }
            else if (RecordModel.SharesItsOwnersRow(part.TargetEntityType))
            {
                Collect(part.TargetEntityType, store, properties, documents);
            }
        }
    }

    private static Type TypeOf(IProperty property) => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;

    private static IEnumerable<INavigation> OwnedBy(ITypeBase type) =>
        type is IEntityType entity
            ? entity.GetNavigations().Where(navigation => navigation.ForeignKey.IsOwnership && !navigation.IsOnDependent)
            : [];

    private void Fill(EntityEntry record, string?[] texts)
    {
        Fill(record.Properties, texts);
        foreach (var part in record.ComplexProperties)
        {
            Fill(part, texts);
        }

        foreach (var part in OwnedBy(record.Metadata))
        {
            if (ofJson.TryGetValue(part, out var index))
            {
                texts[index] = RecordForm.TextOf(RecordJson.Of(record.Navigation(part)), Columns[index]);
            }
            else if (RecordModel.SharesItsOwnersRow(part.TargetEntityType) && record.Reference(part).TargetEntry is { } entry)
            {
                Fill(entry, texts);
            }
        }
    }

    private void Fill(ComplexPropertyEntry part, string?[] texts)
    {
        if (part.CurrentValue is null)
        {
            return;
        }

        Fill(part.Properties, texts);
        foreach (var inner in part.ComplexProperties)
        {
            Fill(inner, texts);
        }
    }

    private void Fill(IEnumerable<PropertyEntry> properties, string?[] texts)
    {
        foreach (var property in properties)
        {
            if (ofProperty.TryGetValue(property.Metadata, out var index))
            {
                texts[index] = RecordForm.TextOf(StoredOf(property, property.CurrentValue), Columns[index]);
            }
        }
    }

    // A key is a key for every provider; what SQL Server makes of it is its own.
    private static object? StoredOf(PropertyEntry property, object? value) =>
        value switch
        {
            Guid key => key,
            not null when property.Metadata.GetTypeMapping().Converter is { } converter => converter.ConvertToProvider(value),
            _ => value,
        };
}
