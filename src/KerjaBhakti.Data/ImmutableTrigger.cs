namespace KerjaBhakti.Data;

/// <summary>The SQL of triggers by which the database itself refuses a change, whatever code tries it.</summary>
internal static class ImmutableTrigger
{
    /// <summary>The statement that takes away what a statement of <see cref="Sqlite"/> made.</summary>
    public static string Drop(string create) => $"DROP TRIGGER {create.Split(' ')[2]}";

    /// <summary>A trigger on SQLite.</summary>
    /// <param name="name">What follows the table in its name.</param>
    /// <param name="table">The table.</param>
    /// <param name="operation">INSERT, UPDATE or DELETE.</param>
    /// <param name="condition">When it refuses, over OLD and NEW.</param>
    /// <param name="refusal">What it says.</param>
    public static string Sqlite(string name, string table, string operation, string condition, string refusal) =>
        $"CREATE TRIGGER {table}_{name}_{operation} BEFORE {operation} ON {table} WHEN {condition} BEGIN SELECT RAISE(ABORT, '{refusal}'); END";

    /// <summary>A trigger on SQL Server.</summary>
    /// <param name="name">What follows the table in its name.</param>
    /// <param name="table">The table.</param>
    /// <param name="operations">INSERT, UPDATE, DELETE, separated by commas.</param>
    /// <param name="condition">When it refuses, over inserted and deleted.</param>
    /// <param name="refusal">What it says.</param>
    public static string SqlServer(string name, string table, string operations, string condition, string refusal)
    {
        // Executed as text, because a trigger must be alone in its batch and the script of all migrations puts conditions around it.
        var create = $"CREATE TRIGGER {table}_{name} ON {table} AFTER {operations} AS IF {condition} BEGIN ROLLBACK; THROW 51000, '{refusal}', 1; END";
        return $"EXEC('{create.Replace("'", "''", StringComparison.Ordinal)}')";
    }
}
