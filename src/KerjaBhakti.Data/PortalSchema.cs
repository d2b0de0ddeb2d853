using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace KerjaBhakti.Data;

/// <summary>The tables and triggers of a database, beside those this program knows.</summary>
public static class PortalSchema
{
    private const string SqliteProvider = "Microsoft.EntityFrameworkCore.Sqlite";

    /// <summary>How the schema of a database stands to the one of this program.</summary>
    public static async Task<SchemaState> StateOfAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        // CanConnect would take a file that somebody has locked for one that is not there.
        var isThere = IsSqlite(db.Database)
            ? File.Exists(db.Database.GetDbConnection().DataSource)
            : await db.Database.CanConnectAsync(cancellationToken);
        if (!isThere)
        {
            return SchemaState.Missing;
        }

        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Count == 0)
        {
            return IsSqlite(db.Database) && await HasTablesAsync(db, cancellationToken) ? SchemaState.Foreign : SchemaState.Empty;
        }

        // Names begin with the time at which the step was made.
        var unknown = applied.Except(known).ToList();
        return unknown.Exists(step => string.CompareOrdinal(step, known[^1]) > 0) ? SchemaState.Newer
            : unknown.Count > 0 ? SchemaState.Unsupported
            : applied.Count < known.Count ? SchemaState.Older
            : SchemaState.Current;
    }

    /// <summary>
    /// Brings the tables to this version and puts on the triggers. Whoever calls it for an embedded database holds the file's own lock: a
    /// row that EF Core keeps as its lock
    /// outlives a process that was killed, and would be waited for without end.
    /// </summary>
    /// <exception cref="InvalidOperationException">A trigger cannot be had.</exception>
    public static async Task UpgradeAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        if (IsSqlite(db.Database) && await HasTableAsync(db, "__EFMigrationsLock", cancellationToken))
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellationToken);
        }

        await db.Database.MigrateAsync(cancellationToken);
        await GuardTriggers.PutOnAsync(db, cancellationToken);
        if (await GuardTriggers.FindBrokenAsync(db, cancellationToken) is [var broken, ..])
        {
            throw new InvalidOperationException($"The database did not keep the trigger {broken.Name} as it was given.");
        }
    }

    /// <summary>
    /// The SQL that brings an earlier version of the database to this one, with its triggers. On SQL Server it can be run more than once.
    /// </summary>
    public static string Script(PortalDbContext db)
    {
        // SQLite has no conditional statements, so its script assumes an empty database.
        var script = db.GetService<IMigrator>()
            .GenerateScript(
                options: IsSqlite(db.Database) ? MigrationsSqlGenerationOptions.Default : MigrationsSqlGenerationOptions.Idempotent
            );
        return (IsSqlite(db.Database) ? string.Empty : SqlServerSettings) + script + GuardTriggers.Script(db.Database);
    }

    internal static bool IsSqlite(DatabaseFacade database) => database.ProviderName == SqliteProvider;

    // Filtered indexes are refused without; sqlcmd, unlike every other client, begins with it off.
    private static string SqlServerSettings { get; } =
        string.Join(Environment.NewLine, "SET QUOTED_IDENTIFIER ON;", "GO", string.Empty, string.Empty);

    private static async Task<bool> HasTablesAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        await db
            .Database.SqlQuery<int>(
                $"SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\'"
            )
            .SingleAsync(cancellationToken) > 0;

    private static async Task<bool> HasTableAsync(PortalDbContext db, string table, CancellationToken cancellationToken) =>
        await db
            .Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = {table}")
            .SingleAsync(cancellationToken) > 0;
}

/// <summary>How the schema of a database stands to the one of this program.</summary>
public enum SchemaState
{
    /// <summary>There is no database.</summary>
    Missing,

    /// <summary>There are no tables.</summary>
    Empty,

    /// <summary>There are tables, and not the portal's.</summary>
    Foreign,

    /// <summary>It was made by a program before the first release whose databases can be brought to this version.</summary>
    Unsupported,

    /// <summary>It was made by an earlier program and can be brought to this version.</summary>
    Older,

    /// <summary>It is of this version.</summary>
    Current,

    /// <summary>It was changed by a later program.</summary>
    Newer,
}
