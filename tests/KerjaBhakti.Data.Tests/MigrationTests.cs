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

    [Fact]
    public void Model_TablesOfTheRoster_CarryItsPrefix()
    {
        using var db = new PortalDbContext(new DbContextOptionsBuilder<PortalDbContext>().UseSqliteForModel().Options);
        var roster = db.Model.GetEntityTypes().Where(type => type.ClrType.Namespace!.StartsWith("KerjaBhakti.Roster", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(roster);
        Assert.All(roster, type => Assert.StartsWith("roster_", type.GetTableName(), StringComparison.Ordinal));
    }
}

internal static class ModelOnly
{
    public static DbContextOptionsBuilder<PortalDbContext> UseSqliteForModel(this DbContextOptionsBuilder<PortalDbContext> builder) =>
        (DbContextOptionsBuilder<PortalDbContext>)builder.UseKerjaBhaktiSqlite("never-opened.db");

    public static DbContextOptionsBuilder<PortalDbContext> UseSqlServerForModel(this DbContextOptionsBuilder<PortalDbContext> builder) =>
        (DbContextOptionsBuilder<PortalDbContext>)builder.UseKerjaBhaktiSqlServer("Server=never-called;Database=none");
}
