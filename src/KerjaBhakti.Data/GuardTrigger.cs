namespace KerjaBhakti.Data;

/// <summary>A trigger by which the database itself refuses a change, whatever code tries it.</summary>
/// <param name="Name">Its name in the database.</param>
/// <param name="Table">The table it guards.</param>
/// <param name="Definition">The whole statement that makes it, as the database keeps it.</param>
public sealed record GuardTrigger(string Name, string Table, string Definition)
{
    /// <summary>The statement that takes it away where it is there.</summary>
    public string Removal => $"DROP TRIGGER IF EXISTS {Name}";

    /// <summary>A trigger on SQLite, which wants one for each operation.</summary>
    /// <param name="kind">What follows the table in its name.</param>
    /// <param name="table">The table.</param>
    /// <param name="operation">INSERT, UPDATE or DELETE.</param>
    /// <param name="condition">When it refuses, over OLD and NEW.</param>
    /// <param name="refusal">What it says.</param>
    internal static GuardTrigger Sqlite(string kind, string table, string operation, string condition, string refusal)
    {
        var name = $"{table}_{kind}_{operation}";
        return new(
            name,
            table,
            $"CREATE TRIGGER {name} BEFORE {operation} ON {table} WHEN {condition} BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
        );
    }

    /// <summary>A trigger on SQL Server.</summary>
    /// <param name="kind">What follows the table in its name.</param>
    /// <param name="table">The table.</param>
    /// <param name="operations">INSERT, UPDATE, DELETE, separated by commas.</param>
    /// <param name="condition">When it refuses, over inserted and deleted.</param>
    /// <param name="refusal">What it says.</param>
    internal static GuardTrigger SqlServer(string kind, string table, string operations, string condition, string refusal)
    {
        var name = $"{table}_{kind}";
        return new(
            name,
            table,
            $"CREATE TRIGGER {name} ON {table} AFTER {operations} AS IF {condition} BEGIN ROLLBACK; THROW 51000, '{refusal}', 1; END"
        );
    }

    /// <summary>
    /// The condition on SQL Server that one of the columns is not byte for byte what it was. Text compared as text would be equal to itself
    /// with other spaces at its end.
    /// </summary>
    /// <param name="columns">The columns of both <c>old</c> and <c>new</c>.</param>
    internal static string DiffersOnSqlServer(IEnumerable<string> columns) =>
        string.Join(
            " OR ",
            columns.Select(column =>
                $"NOT EXISTS (SELECT CAST(old.{column} AS varbinary(max)) INTERSECT SELECT CAST(new.{column} AS varbinary(max)))"
            )
        );

    /// <summary>The condition on SQLite that one of the columns is not what it was.</summary>
    internal static string DiffersOnSqlite(IEnumerable<string> columns) =>
        string.Join(" OR ", columns.Select(column => $"OLD.{column} IS NOT NEW.{column}"));
}
