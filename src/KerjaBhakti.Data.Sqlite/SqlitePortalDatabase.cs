using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KerjaBhakti.Data.Sqlite;

/// <summary>The embedded database: one SQLite file.</summary>
public static class SqlitePortalDatabase
{
    /// <summary>Keeps the portal's data in this file; it is made on the first migration.</summary>
    /// <param name="options">The options.</param>
    /// <param name="file">The file.</param>
    /// <param name="readOnly">Whether nothing can be written, and no file be made.</param>
    public static DbContextOptionsBuilder UseKerjaBhaktiSqlite(this DbContextOptionsBuilder options, string file, bool readOnly = false) =>
        options
            .UseSqlite(
                new SqliteConnectionStringBuilder
                {
                    DataSource = file,
                    ForeignKeys = true,
                    Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
                    Pooling = !readOnly,
                }.ToString(),
                sqlite => sqlite.MigrationsAssembly(typeof(SqlitePortalDatabase).Assembly.GetName().Name)
            )
            // Changing a foreign key rebuilds its table here, for which SQLite turns checks off outside the transaction. Nothing an
            // operator could act upon.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning))
            .AddInterceptors(new SafeFile());

    // What the grid shows as saved must survive a power cut, not only a killed process: each commit waits for the disk. What was deleted, a
    // photo, is overwritten.
    private sealed class SafeFile : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = Pragma(connection);
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            await using var command = Pragma(connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        private static DbCommand Pragma(DbConnection connection)
        {
            var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON";
            return command;
        }
    }
}

/// <summary>Lets <c>dotnet ef migrations add</c> build the model; the file it names is never opened.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<PortalDbContext>
{
    public PortalDbContext CreateDbContext(string[] args) =>
        new((DbContextOptions<PortalDbContext>)new DbContextOptionsBuilder<PortalDbContext>().UseKerjaBhaktiSqlite("design.db").Options);
}
