namespace KerjaBhakti.Data.Wakatobi;

/// <summary>
/// The database's own refusal to change what was booked: entries of the journal, receipts and what became of them, fees as they were
/// calculated, the bank's statements, the comparisons and matches with the bank of closed months, and reports as they were sent. What is
/// wrong is reversed.
/// </summary>
internal static class FundTriggers
{
    private const string Name = "booked";
    private const string Refusal = "What was booked never changes.";
    private const string Distributions = "wakatobi_FeeDistributions";

    // Of a distribution only its way through approval, payment and reversal is written after it was prepared.
    private static readonly string[] CalculatedColumns =
    [
        "Pool",
        "Components",
        "Months",
        "DeductionsOn",
        "Deducted",
        "PreparedBy_Id",
        "PreparedBy_Name",
    ];

    private const string Movements = "wakatobi_BankMovements";
    private const string Statements = BankStatementConfiguration.Table;

    // Of a movement of the bank only that it was taken back is written after it was entered.
    private static readonly string[] MovedColumns = ["\"On\"", "Kind", "Amount", "Document", "Description", "By_Id", "By_Name"];

    // Of a statement only that it was removed is written after it was imported.
    private static readonly string[] ImportedColumns = ["FileName", "\"From\"", "\"To\"", "By_Id", "By_Name", "At"];

    // The match a row belongs to, by its columns.
    private static readonly (string Table, string Match)[] MatchTables =
    [
        (BankMatchConfiguration.Table, "Id"),
        (BankMatchConfiguration.Lines, BankMatchConfiguration.Key),
        (BankMatchConfiguration.Entries, BankMatchConfiguration.Key),
    ];

    private const string SentReports = "wakatobi_SentReports";

    // Of a report that was sent only the proof that it was received is written after it was kept.
    private static readonly string[] SentColumns =
    [
        "Kind",
        "\"First\"",
        "\"Last\"",
        "\"Number\"",
        "\"Date\"",
        "SentOn",
        "Recipient",
        "FileId",
        "Sha256",
        "By_Id",
        "By_Name",
        "\"At\"",
    ];

    private static readonly string[] Tables =
    [
        "wakatobi_JournalEntries",
        "wakatobi_JournalLines",
        "wakatobi_Receipts",
        "wakatobi_ReceiptItems",
        "wakatobi_Allocations",
        "wakatobi_FeePayments",
        "wakatobi_StaffSettlements",
        "wakatobi_FeeRecipients",
        "wakatobi_MonthClosings",
        StatementLineConfiguration.Table,
        StatementScanConfiguration.Table,
        ClaimChangeConfiguration.Table,
    ];

    /// <summary>The triggers for SQLite.</summary>
    public static IEnumerable<GuardTrigger> ForSqlite()
    {
        foreach (var table in Tables)
        {
            yield return Sqlite(table, "UPDATE", "1");
            yield return Sqlite(table, "DELETE", "1");
        }

        yield return Sqlite(Distributions, "UPDATE", GuardTrigger.DiffersOnSqlite(CalculatedColumns));
        yield return Sqlite(Distributions, "DELETE", "1");
        yield return Sqlite(Movements, "UPDATE", GuardTrigger.DiffersOnSqlite(MovedColumns));
        yield return Sqlite(Movements, "DELETE", "1");

        // A statement is removed, and matches are made and undone, only while their months are open.
        yield return Sqlite(Statements, "UPDATE", $"{GuardTrigger.DiffersOnSqlite(ImportedColumns)} OR {ClosedFrom("OLD.\"From\"")}");
        yield return Sqlite(Statements, "DELETE", "1");
        foreach (var (table, match) in MatchTables)
        {
            yield return Sqlite(table, "INSERT", ClosedMatch($"NEW.{match}", "NEW", table));
            yield return Sqlite(table, "UPDATE", "1");
            yield return Sqlite(table, "DELETE", ClosedMatch($"OLD.{match}", "OLD", table));
        }
        yield return Sqlite(SentReports, "UPDATE", GuardTrigger.DiffersOnSqlite(SentColumns));
        yield return Sqlite(SentReports, "DELETE", "1");
    }

    /// <summary>The triggers for SQL Server.</summary>
    public static IEnumerable<GuardTrigger> ForSqlServer()
    {
        foreach (var table in Tables)
        {
            yield return SqlServer(table, "EXISTS (SELECT 1 FROM deleted)");
        }

        (string Table, string[] Columns)[] written =
        [
            (Distributions, CalculatedColumns),
            (Movements, MovedColumns),
            (SentReports, SentColumns),
        ];
        foreach (var (table, columns) in written)
        {
            var changed = GuardTrigger.DiffersOnSqlServer(columns);
            yield return SqlServer(
                table,
                $"EXISTS (SELECT 1 FROM deleted old LEFT JOIN inserted new ON new.Id = old.Id WHERE new.Id IS NULL OR {changed})"
            );
        }

        var imported = GuardTrigger.DiffersOnSqlServer(ImportedColumns);
        yield return SqlServer(
            Statements,
            "EXISTS (SELECT 1 FROM deleted old LEFT JOIN inserted new ON new.Id = old.Id "
                + $"WHERE new.Id IS NULL OR {imported} OR {ClosedFrom("old.\"From\"")})"
        );
        foreach (var (table, match) in MatchTables)
        {
            var closed = ClosedMatch($"item.{match}", "item", table);
            yield return GuardTrigger.SqlServer(
                Name,
                table,
                "INSERT, UPDATE, DELETE",
                "EXISTS (SELECT 1 FROM inserted) AND EXISTS (SELECT 1 FROM deleted) "
                    + $"OR EXISTS (SELECT 1 FROM inserted item WHERE {closed}) OR EXISTS (SELECT 1 FROM deleted item WHERE {closed})",
                Refusal
            );
        }
    }

    internal static string NameFor(string table) => $"{table}_{Name}";

    private static string ClosedFrom(string day) => $"EXISTS (SELECT 1 FROM wakatobi_MonthClosings closing WHERE closing.\"On\" >= {day})";

    // The match's own row has its day; what belongs to it asks for it.
    private static string ClosedMatch(string key, string row, string table) =>
        table == BankMatchConfiguration.Table
            ? ClosedFrom($"{row}.\"On\"")
            : $"EXISTS (SELECT 1 FROM {BankMatchConfiguration.Table} matched WHERE matched.Id = {key} AND {ClosedFrom("matched.\"On\"")})";

    private static GuardTrigger Sqlite(string table, string operation, string condition) =>
        GuardTrigger.Sqlite(Name, table, operation, condition, Refusal);

    private static GuardTrigger SqlServer(string table, string condition) =>
        GuardTrigger.SqlServer(Name, table, "UPDATE, DELETE", condition, Refusal);
}
