using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KerjaBhakti.Data.Tests;

/// <summary>
/// SQL Server compares and orders as SQLite does; read from the model, so that no server is needed and no later column can escape.
/// </summary>
public sealed class SqlServerStorageTests
{
    [Fact]
    public void Text_OnSqlServer_IsComparedByteForByte()
    {
        using var db = ModelOnly.Of(Provider.SqlServer);
        var text = PropertiesOf(db)
            .Where(property => !property.IsPrimitiveCollection && property.GetColumnType().Contains("char", StringComparison.Ordinal))
            .ToList();

        Assert.True(text.Count > 100);
        Assert.All(text, property => Assert.EndsWith("_BIN2", property.GetCollation(), StringComparison.Ordinal));
    }

    [Fact]
    public void Keys_OnSqlServer_AreOrderedByTheTimeTheyWereMade()
    {
        using var db = ModelOnly.Of(Provider.SqlServer);
        var keys = PropertiesOf(db)
            .Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(Guid))
            .ToList();

        Assert.True(keys.Count > 40);
        Assert.All(keys, property => Assert.Equal("binary(16)", property.GetColumnType()));
        var stored = keys[0].GetTypeMapping().Converter!;
        var made = Enumerable
            .Range(0, 500)
            .Select(hour => Guid.CreateVersion7(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(hour)))
            .ToList();
        Assert.Equal(made, made.OrderBy(key => Convert.ToHexString((byte[])stored.ConvertToProvider(key)!), StringComparer.Ordinal));
        Assert.All(made, key => Assert.Equal(key, stored.ConvertFromProvider(stored.ConvertToProvider(key))));
    }

    [Fact]
    public void Keys_OnSqlite_AreOrderedByTheTimeTheyWereMade()
    {
        using var db = ModelOnly.Of(Provider.Sqlite);
        var keys = PropertiesOf(db)
            .Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(Guid))
            .ToList();

        // As text, which is written in the order of the bytes.
        Assert.All(keys, property => Assert.Equal("TEXT", property.GetColumnType()));
    }

    private static IEnumerable<IProperty> PropertiesOf(PortalDbContext db) =>
        db.GetService<IDesignTimeModel>()
            .Model.GetEntityTypes()
            .Where(type => !type.IsMappedToJson())
            .SelectMany(type => type.GetFlattenedProperties());
}
