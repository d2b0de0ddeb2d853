namespace KerjaBhakti.Data.Wakatobi;

/// <summary>
/// The database's own refusal to change what was booked: entries of the journal, receipts and what became of them, fees as they were calculated, and the
/// comparisons with the bank. What is wrong is reversed. Each provider's migration runs its list.
/// </summary>
public static class FundTriggers
{
    private const string Name = "booked";
    private const string Refusal = "What was booked never changes.";
    private const string Distributions = "wakatobi_FeeDistributions";

    // Of a distribution only its way through approval, payment and reversal is written after it was prepared.
    private static readonly string[] CalculatedColumns = ["Pool", "Components", "PreparedBy_Id", "PreparedBy_Name"];

    private static readonly string[] Tables =
    [
        "wakatobi_JournalEntries", "wakatobi_JournalLines", "wakatobi_Receipts", "wakatobi_ReceiptItems", "wakatobi_Allocations", "wakatobi_FeePayments",
        "wakatobi_MonthClosings",
    ];

    /// <summary>The statements for SQLite.</summary>
    public static IEnumerable<string> ForSqlite()
    {
        foreach (var table in Tables)
        {
            yield return Sqlite(table, "UPDATE", "1");
            yield return Sqlite(table, "DELETE", "1");
        }

        yield return Sqlite(Distributions, "UPDATE", string.Join(" OR ", CalculatedColumns.Select(column => $"OLD.{column} IS NOT NEW.{column}")));
        yield return Sqlite(Distributions, "DELETE", "1");
    }

    /// <summary>The statements for SQL Server.</summary>
    public static IEnumerable<string> ForSqlServer()
    {
        foreach (var table in Tables)
        {
            yield return SqlServer(table, "EXISTS (SELECT 1 FROM deleted)");
        }

        var changed = string.Join(" OR ", CalculatedColumns.Select(column => $"NOT EXISTS (SELECT old.{column} INTERSECT SELECT new.{column})"));
        yield return SqlServer(
            Distributions, $"EXISTS (SELECT 1 FROM deleted old LEFT JOIN inserted new ON new.Id = old.Id WHERE new.Id IS NULL OR {changed})");
    }

    internal static string NameFor(string table) => $"{table}_{Name}";

    private static string Sqlite(string table, string operation, string condition) => ImmutableTrigger.Sqlite(Name, table, operation, condition, Refusal);

    private static string SqlServer(string table, string condition) => ImmutableTrigger.SqlServer(Name, table, "UPDATE, DELETE", condition, Refusal);
}
