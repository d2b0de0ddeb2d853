namespace KerjaBhakti.Data.Roster;

/// <summary>
/// The database's own refusal to change what is known of paper: the pages of an issued annex and the scans that came back.
/// </summary>
internal static class IssuedPaperTriggers
{
    private static readonly string[] Tables = ["roster_PrintedPages", "roster_SignedScans"];

    /// <summary>The triggers for SQLite.</summary>
    public static IEnumerable<GuardTrigger> ForSqlite() =>
        from table in Tables
        from operation in (string[])["UPDATE", "DELETE"]
        select IssuedContentTriggers.Sqlite(table, operation, "1");

    /// <summary>The triggers for SQL Server.</summary>
    public static IEnumerable<GuardTrigger> ForSqlServer() =>
        Tables.Select(table => IssuedContentTriggers.SqlServer(table, "UPDATE, DELETE", "EXISTS (SELECT 1 FROM deleted)"));
}
