using KerjaBhakti.Data.Institutions;
using KerjaBhakti.Data.Sqlite;
using KerjaBhakti.Data.SqlServer;
using KerjaBhakti.Roster.Schedules;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Tests;

/// <summary>The databases every data test runs on.</summary>
public enum Provider
{
    Sqlite,
    SqlServer,
}

/// <summary>An empty database of its own for one test, migrated, dropped at the end.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>The variable that holds a connection string to a real SQL Server.</summary>
    public const string ServerVariable = "KERJABHAKTI_TEST_SQLSERVER";

    /// <summary>What a database is filled from.</summary>
    public static InstitutionFolder Institution { get; } = InstitutionFolder.Read(InstitutionFolder.Find(setting: null));

    private readonly string? file;
    private readonly DbContextOptions<PortalDbContext> options;

    private TestDatabase(Provider provider)
    {
        var builder = new DbContextOptionsBuilder<PortalDbContext>();
        if (provider == Provider.Sqlite)
        {
            file = Path.Combine(Path.GetTempPath(), $"kerjabhakti-{Guid.NewGuid():N}.db");
            builder.UseKerjaBhaktiSqlite(file);
        }
        else
        {
            var server = new SqlConnectionStringBuilder(Environment.GetEnvironmentVariable(ServerVariable))
            {
                InitialCatalog = $"kb_{Guid.NewGuid().ToString("N")[..12]}",
            };
            builder.UseKerjaBhaktiSqlServer(server.ConnectionString);
        }

        options = builder.Options;
    }

    /// <summary>Makes the database, or skips the test where no SQL Server is configured.</summary>
    public static async Task<TestDatabase> CreateAsync(Provider provider)
    {
        Assert.SkipWhen(
            provider == Provider.SqlServer && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(ServerVariable)),
            $"{ServerVariable} holds no connection string, so this case did not run on SQL Server."
        );
        var database = new TestDatabase(provider);
        await using var db = database.Open();
        await PortalSchema.UpgradeAsync(db, TestContext.Current.CancellationToken);
        return database;
    }

    /// <summary>A database of a provider without any table.</summary>
    public static TestDatabase Empty(Provider provider) => new(provider);

    /// <summary>The annex of 2015 on one page.</summary>
    public static void Paginate(Schedule schedule) => schedule.Paginate([(0, schedule.Rows.Count - 1)]);

    public PortalDbContext Open() => new(options);

    public async ValueTask DisposeAsync()
    {
        await using (var db = Open())
        {
            await db.Database.EnsureDeletedAsync();
        }

        if (file is not null)
        {
            SqliteConnection.ClearAllPools();
            File.Delete(file);
        }
    }
}
