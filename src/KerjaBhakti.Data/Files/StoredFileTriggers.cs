namespace KerjaBhakti.Data.Files;

/// <summary>
/// The database's own refusal to lose what was uploaded: a file never changes and never goes. Only a photo that no report holds any more
/// can be deleted; whoever took it out wants its bytes gone.
/// </summary>
internal static class StoredFileTriggers
{
    private const string Table = "files_StoredFiles";
    private const string Name = "issued";
    private const string Refusal = "An uploaded file never changes, and only a photo no report holds can go.";

    /// <summary>The triggers for SQLite.</summary>
    public static IEnumerable<GuardTrigger> ForSqlite() =>
        [GuardTrigger.Sqlite(Name, Table, "UPDATE", "1", Refusal), GuardTrigger.Sqlite(Name, Table, "DELETE", KeptOf("OLD"), Refusal)];

    /// <summary>The triggers for SQL Server.</summary>
    public static IEnumerable<GuardTrigger> ForSqlServer() =>
        [
            GuardTrigger.SqlServer(
                Name,
                Table,
                "UPDATE, DELETE",
                $"EXISTS (SELECT 1 FROM inserted) OR EXISTS (SELECT 1 FROM deleted old WHERE {KeptOf("old")})",
                Refusal
            ),
        ];

    private static string KeptOf(string row) =>
        $"NOT ({row}.ContentType LIKE 'image/%' AND NOT EXISTS (SELECT 1 FROM roster_ReportPhotos WHERE FileId = {row}.Id))";
}
