using KerjaBhakti.Data.Sqlite;
using KerjaBhakti.Data.SqlServer;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Tests;

public class MigrationTests
{
    [Fact]
    public void Model_OnSqlite_HasNoChangeWithoutAMigration()
    {
        using var db = new PortalDbContext(new DbContextOptionsBuilder<PortalDbContext>().UseSqliteForModel().Options);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Model_OnSqlServer_HasNoChangeWithoutAMigration()
    {
        using var db = new PortalDbContext(new DbContextOptionsBuilder<PortalDbContext>().UseSqlServerForModel().Options);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory]
    [InlineData("KerjaBhakti.Roster", "roster_")]
    [InlineData("KerjaBhakti.Wakatobi", "wakatobi_")]
    public void Model_TablesOfAModule_CarryItsPrefixAndReferToNoOtherModule(string module, string prefix)
    {
        using var db = new PortalDbContext(new DbContextOptionsBuilder<PortalDbContext>().UseSqliteForModel().Options);
        var types = db.Model.GetEntityTypes().Where(type => type.ClrType.Namespace!.StartsWith(module, StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.StartsWith(prefix, type.GetTableName(), StringComparison.Ordinal));
        Assert.All(types.SelectMany(type => type.GetForeignKeys()).Select(key => key.PrincipalEntityType.GetTableName()!), table =>
            Assert.True(table.StartsWith(prefix, StringComparison.Ordinal) || table.StartsWith("files_", StringComparison.Ordinal), table)
        );
    }
}

internal static class ModelOnly
{
    /// <summary>A context whose model can be read and whose database is never called.</summary>
    public static PortalDbContext Of(Provider provider)
    {
        var builder = new DbContextOptionsBuilder<PortalDbContext>();
        return new((provider == Provider.Sqlite ? builder.UseSqliteForModel() : builder.UseSqlServerForModel()).Options);
    }

    public static DbContextOptionsBuilder<PortalDbContext> UseSqliteForModel(this DbContextOptionsBuilder<PortalDbContext> builder) =>
        (DbContextOptionsBuilder<PortalDbContext>)builder.UseKerjaBhaktiSqlite("never-opened.db");

    public static DbContextOptionsBuilder<PortalDbContext> UseSqlServerForModel(this DbContextOptionsBuilder<PortalDbContext> builder) =>
        (DbContextOptionsBuilder<PortalDbContext>)builder.UseKerjaBhaktiSqlServer("Server=never-called;Database=none");
}
