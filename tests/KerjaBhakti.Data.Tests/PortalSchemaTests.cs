using KerjaBhakti.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace KerjaBhakti.Data.Tests;

/// <summary>How a database is brought to this version, and which ones are not.</summary>
public sealed class PortalSchemaTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public async Task Upgrade_FromTheInitialMigration_LeavesThisVersionWithEveryTrigger(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.Open();
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync(Migration.InitialDatabase, Cancellation);
        await migrator.MigrateAsync(db.Database.GetMigrations().First(), Cancellation);
        Assert.NotEmpty(await GuardTriggers.FindBrokenAsync(db, Cancellation));

        await PortalSchema.UpgradeAsync(db, Cancellation);

        Assert.Equal(SchemaState.Current, await PortalSchema.StateOfAsync(db, Cancellation));
        Assert.Empty(await GuardTriggers.FindBrokenAsync(db, Cancellation));
    }

    [Fact]
    public async Task Upgrade_AfterAProcessWasKilledInAMigration_DoesNotWaitForIt()
    {
        await using var database = TestDatabase.Empty(Provider.Sqlite);
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync(
            "CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2026-11-22')",
            Cancellation
        );

        await PortalSchema.UpgradeAsync(db, Cancellation);

        Assert.Equal(SchemaState.Current, await PortalSchema.StateOfAsync(db, Cancellation));
    }

    [Theory]
    [InlineData("CREATE TABLE surat (Nomor TEXT)", SchemaState.Foreign)]
    [InlineData("PRAGMA user_version = 7", SchemaState.Empty)]
    [InlineData(History + "('20261122011742_Initial', '10.0.14'), ('20261122141936_Reminders', '10.0.14')", SchemaState.Unsupported)]
    [InlineData(History + "('29990101000000_FromTheFuture', '99.0.0')", SchemaState.Newer)]
    public async Task State_OfADatabaseThatIsNotOfThisVersion_IsKnown(string sql, SchemaState expected)
    {
        await using var database = TestDatabase.Empty(Provider.Sqlite);
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync(sql, Cancellation);

        Assert.Equal(expected, await PortalSchema.StateOfAsync(db, Cancellation));
    }

    [Fact]
    public async Task State_OfAFileThatIsNotThere_MakesNone()
    {
        var file = Path.Combine(Path.GetTempPath(), $"kerjabhakti-{Guid.NewGuid():N}.db");
        await using var db = new PortalDbContext(
            (DbContextOptions<PortalDbContext>)new DbContextOptionsBuilder<PortalDbContext>().UseKerjaBhaktiSqlite(file).Options
        );

        Assert.Equal(SchemaState.Missing, await PortalSchema.StateOfAsync(db, Cancellation));
        Assert.False(File.Exists(file));
    }

    [Theory]
    [InlineData("DROP TRIGGER roster_Schedules_issued_UPDATE")]
    [InlineData(
        "DROP TRIGGER roster_Schedules_issued_UPDATE; CREATE TRIGGER roster_Schedules_issued_UPDATE BEFORE UPDATE ON roster_Schedules WHEN 0 BEGIN SELECT 1; END"
    )]
    public async Task Triggers_OneTakenOffOrWeakened_IsFoundAndPutOnAgain(string sql)
    {
        await using var database = await TestDatabase.CreateAsync(Provider.Sqlite);
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync(sql, Cancellation);

        Assert.Equal(
            ["roster_Schedules_issued_UPDATE"],
            (await GuardTriggers.FindBrokenAsync(db, Cancellation)).Select(trigger => trigger.Name)
        );
        await GuardTriggers.PutOnAsync(db, Cancellation);
        Assert.Empty(await GuardTriggers.FindBrokenAsync(db, Cancellation));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public void Triggers_TheTablesTheyGuard_AreDeclaredInTheModel(Provider provider)
    {
        using var db = ModelOnly.Of(provider);
        var declared = db.Model.GetEntityTypes().Where(type => type.GetDeclaredTriggers().Any()).Select(type => type.GetTableName()!);

        // EF writes to a table with a trigger in another way, which SQL Server demands.
        Assert.Equal(
            GuardTriggers.For(db.Database).Select(trigger => trigger.Table).Distinct().Order(StringComparer.Ordinal),
            declared.Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public void Script_HoldsTheTablesAndEveryTrigger(Provider provider)
    {
        using var db = ModelOnly.Of(provider);
        var script = PortalSchema.Script(db);

        Assert.Contains("roster_Schedules", script, StringComparison.Ordinal);
        Assert.All(GuardTriggers.For(db.Database), trigger => Assert.Contains(trigger.Definition, script, StringComparison.Ordinal));
    }

    [Fact]
    public void Script_ForSqlServer_KeepsEveryTriggerInABatchOfItsOwn()
    {
        using var db = ModelOnly.Of(Provider.SqlServer);
        var batches = PortalSchema
            .Script(db)
            .ReplaceLineEndings("\n")
            .Split("\nGO\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("SET QUOTED_IDENTIFIER ON;", batches[0]);
        Assert.All(GuardTriggers.For(db.Database), trigger => Assert.Contains(trigger.Definition, batches));
    }

    [Fact]
    public async Task Lock_HeldByAnotherForTooLong_EndsTheWait()
    {
        var file = Path.Combine(Path.GetTempPath(), $"kerjabhakti-{Guid.NewGuid():N}.db");
        using (await UpgradeLock.TakeAsync(file, TimeSpan.Zero, Cancellation))
        {
            await Assert.ThrowsAsync<TimeoutException>(() => UpgradeLock.TakeAsync(file, TimeSpan.Zero, Cancellation));
        }

        using (await UpgradeLock.TakeAsync(file, TimeSpan.Zero, Cancellation)) { }

        File.Delete(UpgradeLock.FileFor(file));
    }

    private const string History =
        "CREATE TABLE __EFMigrationsHistory (MigrationId TEXT PRIMARY KEY, ProductVersion TEXT); INSERT INTO __EFMigrationsHistory VALUES ";
}
