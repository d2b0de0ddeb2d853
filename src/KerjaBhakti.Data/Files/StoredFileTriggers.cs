using KerjaBhakti.Data.Roster;

namespace KerjaBhakti.Data.Files;

/// <summary>
/// The database's own refusal to lose what was uploaded: a file never changes and never goes. Only a photo that no report holds any more can be deleted; whoever took it
/// out wants its bytes gone. Takes the place of what <see cref="IssuedPaperTriggers"/> said of the table.
/// </summary>
public static class StoredFileTriggers
{
    private const string Table = "files_StoredFiles";
    private const string Name = "issued";
    private const string Refusal = "An uploaded file never changes, and only a photo no report holds can go.";
    private const string Photo = "ContentType LIKE 'image/%'";

    // Photos that were taken out while their bytes had to stay.
    private const string Forgotten = $"DELETE FROM {Table} WHERE {Photo} AND Id NOT IN (SELECT FileId FROM roster_ReportPhotos)";

    /// <summary>The statements for SQLite.</summary>
    public static IEnumerable<string> ForSqlite()
    {
        string[] triggers =
        [
            ImmutableTrigger.Sqlite(Name, Table, "UPDATE", "1", Refusal),
            ImmutableTrigger.Sqlite(Name, Table, "DELETE", $"NOT (OLD.{Photo} AND NOT EXISTS (SELECT 1 FROM roster_ReportPhotos WHERE FileId = OLD.Id))", Refusal),
        ];
        return [.. triggers.Select(ImmutableTrigger.Drop), .. triggers, Forgotten];
    }

    /// <summary>The statements for SQL Server.</summary>
    public static IEnumerable<string> ForSqlServer()
    {
        const string Kept = $"EXISTS (SELECT 1 FROM deleted old WHERE NOT (old.{Photo} AND NOT EXISTS (SELECT 1 FROM roster_ReportPhotos WHERE FileId = old.Id)))";
        return
        [
            $"DROP TRIGGER {Table}_{Name}",
            ImmutableTrigger.SqlServer(Name, Table, "UPDATE, DELETE", $"EXISTS (SELECT 1 FROM inserted) OR {Kept}", Refusal),
            Forgotten,
        ];
    }

    /// <summary>The statements that make the table as it was before, on SQLite.</summary>
    public static IEnumerable<string> UndoForSqlite()
    {
        string[] triggers = [IssuedContentTriggers.Sqlite(Table, "UPDATE", "1"), IssuedContentTriggers.Sqlite(Table, "DELETE", "1")];
        return [.. triggers.Select(ImmutableTrigger.Drop), .. triggers];
    }

    /// <summary>The statements that make the table as it was before, on SQL Server.</summary>
    public static IEnumerable<string> UndoForSqlServer() =>
        [$"DROP TRIGGER {Table}_{Name}", IssuedContentTriggers.SqlServer(Table, "UPDATE, DELETE", "EXISTS (SELECT 1 FROM deleted)")];
}
