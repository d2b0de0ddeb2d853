using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace KerjaBhakti.Data.SqlServer;

/// <summary>The production database: SQL Server.</summary>
public static class SqlServerPortalDatabase
{
    /// <summary>Keeps the portal's data on this server. The database changes only through the <c>migrate</c> command.</summary>
    public static DbContextOptionsBuilder UseKerjaBhaktiSqlServer(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlServer(connectionString, server =>
            server.MigrationsAssembly(typeof(SqlServerPortalDatabase).Assembly.GetName().Name)
        );

    /// <summary>
    /// Whether readers see what was committed and do not wait for writers (READ_COMMITTED_SNAPSHOT). The portal relies on it: without, a
    /// page waits for every edit, and two
    /// people block each other until one is thrown out.
    /// </summary>
    public static async Task<bool> ReadsCommittedSnapshotsAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        await db
            .Database.SqlQuery<bool>($"SELECT is_read_committed_snapshot_on AS Value FROM sys.databases WHERE database_id = DB_ID()")
            .SingleAsync(cancellationToken);
}

/// <summary>Lets <c>dotnet ef migrations add</c> build the model; the server it names is never called.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<PortalDbContext>
{
    public PortalDbContext CreateDbContext(string[] args) =>
        new(
            (DbContextOptions<PortalDbContext>)
                new DbContextOptionsBuilder<PortalDbContext>().UseKerjaBhaktiSqlServer("Server=design;Database=design").Options
        );
}
