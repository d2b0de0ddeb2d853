using KerjaBhakti.Data.Files;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Data.Wakatobi;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace KerjaBhakti.Data;

/// <summary>
/// Every trigger of the portal, from one list: put on after the migrations, and looked for at each start and by <c>verify-audit</c>. A
/// migration never names one, so that
/// one which rebuilds a table, and with it drops the table's triggers, cannot forget them.
/// </summary>
public static class GuardTriggers
{
    /// <summary>The triggers for the provider of a database.</summary>
    public static IReadOnlyList<GuardTrigger> For(DatabaseFacade database) =>
        IsSqlite(database)
            ?
            [
                .. IssuedContentTriggers.ForSqlite(),
                .. IssuedPaperTriggers.ForSqlite(),
                .. StoredFileTriggers.ForSqlite(),
                .. FundTriggers.ForSqlite(),
            ]
            :
            [
                .. IssuedContentTriggers.ForSqlServer(),
                .. IssuedPaperTriggers.ForSqlServer(),
                .. StoredFileTriggers.ForSqlServer(),
                .. FundTriggers.ForSqlServer(),
            ];

    /// <summary>The triggers that are not there, are switched off or say something else than they should.</summary>
    public static async Task<IReadOnlyList<GuardTrigger>> FindBrokenAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var stored = await db
            .Database.SqlQueryRaw<Stored>(
                IsSqlite(db.Database)
                    ? "SELECT name AS Name, sql AS Definition FROM sqlite_master WHERE type = 'trigger'"
                    : "SELECT made.name AS Name, code.definition AS Definition FROM sys.triggers made JOIN sys.sql_modules code ON code.object_id = made.object_id WHERE made.is_disabled = 0"
            )
            .ToDictionaryAsync(trigger => trigger.Name, trigger => trigger.Definition, StringComparer.Ordinal, cancellationToken);
        return [.. For(db.Database).Where(trigger => stored.GetValueOrDefault(trigger.Name) != trigger.Definition)];
    }

    /// <summary>Puts on the triggers that are not there or not as they should be, all or none.</summary>
    /// <returns>Which.</returns>
    public static async Task<IReadOnlyList<GuardTrigger>> PutOnAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var broken = await FindBrokenAsync(db, cancellationToken);
        foreach (var trigger in broken)
        {
            await db.Database.ExecuteSqlRawAsync(trigger.Removal, cancellationToken);
            await db.Database.ExecuteSqlRawAsync(trigger.Definition, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return broken;
    }

    /// <summary>The same as a script, for whoever changes the database by hand; it can be run more than once.</summary>
    public static string Script(DatabaseFacade database)
    {
        // On SQL Server a trigger must be alone in its batch, and GO is what a client reads as the end of one.
        var end = IsSqlite(database) ? ";" : $"{Environment.NewLine}GO";
        return string.Concat(
            For(database)
                .Select(trigger =>
                    $"{trigger.Removal}{end}{Environment.NewLine}{trigger.Definition}{end}{Environment.NewLine}{Environment.NewLine}"
                )
        );
    }

    private static bool IsSqlite(DatabaseFacade database) => PortalSchema.IsSqlite(database);

    private sealed record Stored(string Name, string Definition);
}
