namespace KerjaBhakti.Data.Roster;

/// <summary>The database's own refusal to change what is known of paper: the pages of an issued annex, the scans that came back and the files behind them.</summary>
public static class IssuedPaperTriggers
{
    private static readonly string[] Tables = ["roster_PrintedPages", "roster_SignedScans", "files_StoredFiles"];

    /// <summary>The statements for SQLite.</summary>
    public static IEnumerable<string> ForSqlite() =>
        from table in Tables
        from operation in (string[])["UPDATE", "DELETE"]
        select IssuedContentTriggers.Sqlite(table, operation, "1");

    /// <summary>The statements for SQL Server.</summary>
    public static IEnumerable<string> ForSqlServer() =>
        Tables.Select(table => IssuedContentTriggers.SqlServer(table, "UPDATE, DELETE", "EXISTS (SELECT 1 FROM deleted)"));
}
