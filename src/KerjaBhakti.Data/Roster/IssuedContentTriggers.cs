namespace KerjaBhakti.Data.Roster;

/// <summary>
/// The database's own refusal to change what was issued, whatever code tries it: the content of a sealed schedule, its rows and cells, and
/// every Instruction.
/// Only that it was amended or revoked can still be written.
/// </summary>
internal static class IssuedContentTriggers
{
    private const string Refusal = "An issued annex never changes.";
    private const string Sealed = "('Issued', 'Amended', 'Revoked')";
    private static readonly string[] SealedColumns =
    [
        "Title",
        "FirstMonth",
        "LastMonth",
        "Year",
        "Text",
        "InstructionId",
        "CopiedFromId",
        "AmendsId",
        "PrintsReasons",
        "CreatedAt",
    ];

    // What happens to a table, and by which schedule the old and the new row are protected.
    private static readonly (string Table, string Schedule)[] Contents =
    [
        ("roster_ScheduleRows", "SELECT {0}.ScheduleId"),
        ("roster_Assignments", "SELECT ScheduleId FROM roster_ScheduleRows WHERE Id = {0}.RowId"),
    ];

    // Whose row of the table the statement touches: the one that comes, the one that goes, or both.
    private static readonly (string Operation, string Rows)[] Operations = [("INSERT", "NEW"), ("UPDATE", "NEW OLD"), ("DELETE", "OLD")];

    /// <summary>The triggers for SQLite.</summary>
    public static IEnumerable<GuardTrigger> ForSqlite()
    {
        yield return Sqlite("roster_Instructions", "UPDATE", "1");
        yield return Sqlite("roster_Instructions", "DELETE", "1");
        yield return Sqlite("roster_Schedules", "DELETE", $"OLD.Status IN {Sealed}");
        var changed = GuardTrigger.DiffersOnSqlite(SealedColumns);
        yield return Sqlite(
            "roster_Schedules",
            "UPDATE",
            $"OLD.Status IN {Sealed} AND (NEW.Status NOT IN {Sealed} OR {changed} OR (OLD.Seal <> '' AND OLD.Seal IS NOT NEW.Seal))"
        );
        foreach (var (table, schedule) in Contents)
        {
            foreach (var (operation, rows) in Operations)
            {
                var condition = string.Join(
                    " OR ",
                    rows.Split(' ')
                        .Select(row =>
                            $"EXISTS (SELECT 1 FROM roster_Schedules WHERE Status IN {Sealed} AND Id IN ({string.Format(null, schedule, row)}))"
                        )
                );
                yield return Sqlite(table, operation, condition);
            }
        }
    }

    /// <summary>The triggers for SQL Server.</summary>
    public static IEnumerable<GuardTrigger> ForSqlServer()
    {
        yield return SqlServer("roster_Instructions", "UPDATE, DELETE", "EXISTS (SELECT 1 FROM deleted)");
        var changed = GuardTrigger.DiffersOnSqlServer(SealedColumns);
        yield return SqlServer(
            "roster_Schedules",
            "UPDATE, DELETE",
            "EXISTS (SELECT 1 FROM deleted old LEFT JOIN inserted new ON new.Id = old.Id "
                + $"WHERE old.Status IN {Sealed} AND (new.Id IS NULL OR new.Status NOT IN {Sealed} OR {changed} OR (old.Seal <> '' AND old.Seal <> COALESCE(new.Seal, ''))))"
        );
        foreach (var (table, schedule) in Contents)
        {
            var condition = string.Join(
                " OR ",
                "inserted deleted"
                    .Split(' ')
                    .Select(rows =>
                        $"EXISTS (SELECT 1 FROM {rows} row JOIN roster_Schedules schedule ON schedule.Id IN ({string.Format(null, schedule, "row")}) "
                        + $"WHERE schedule.Status IN {Sealed})"
                    )
            );
            yield return SqlServer(table, "INSERT, UPDATE, DELETE", condition);
        }
    }

    internal static GuardTrigger Sqlite(string table, string operation, string condition) =>
        GuardTrigger.Sqlite("issued", table, operation, condition, Refusal);

    internal static GuardTrigger SqlServer(string table, string operations, string condition) =>
        GuardTrigger.SqlServer("issued", table, operations, condition, Refusal);
}
