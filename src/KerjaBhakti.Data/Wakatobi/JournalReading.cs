using KerjaBhakti.Wakatobi.Books;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Wakatobi;

/// <summary>
/// Lines of the journal as queries that can be filtered, grouped and paged further: a year has tens of thousands of them. They are written
/// in SQL because amounts are stored as <see cref="KerjaBhakti.Wakatobi.Money.Rupiah"/>, which EF cannot sum, and for the window function.
/// </summary>
public static class JournalReading
{
    private const string Columns = """
        SELECT entry."Id" AS "EntryId", entry."Number", entry."On", entry."Description", entry."Source_Kind" AS "Kind",
            entry."Source_Id" AS "SourceId", CASE WHEN entry."ReversesId" IS NULL THEN 0 ELSE 1 END AS "Reverses",
            line."Number" AS "Line", line."Account", line."Debit", line."Credit", spent."SilpaUseId",
        """;

    // Every account, or one and those below it: the parameters are 1 or 0, its code, and the pattern of what is below.
    private const string Rows = """
        FROM "wakatobi_JournalLines" AS line
        INNER JOIN "wakatobi_JournalEntries" AS entry ON entry."Id" = line."EntryId"
        LEFT JOIN "wakatobi_Expenditures" AS spent ON spent."Id" = entry."Source_Id"
        WHERE {0} = 1 OR line."Account" = {1} OR line."Account" LIKE {2}
        """;

    private const string WithBalance =
        Columns
        + """

                SUM(line."Debit" - line."Credit") OVER (
                    PARTITION BY line."Account" ORDER BY entry."On", entry."Number", line."Number" ROWS UNBOUNDED PRECEDING
                ) AS "Balance"

            """
        + Rows;

    private const string WithoutBalance = Columns + " CAST(0 AS BIGINT) AS \"Balance\" " + Rows;

    /// <summary>The lines of an account and of those below it ("5.2" is all spending), or all lines.</summary>
    /// <param name="db">The database.</param>
    /// <param name="account">The account; null takes all.</param>
    /// <param name="withBalance">Whether each says what its account held after it; a query that does not show it is faster without.</param>
    public static IQueryable<JournalLineRow> Lines(PortalDbContext db, string? account, bool withBalance) =>
        db.Database.SqlQueryRaw<JournalLineRow>(
            withBalance ? WithBalance : WithoutBalance,
            account is null ? 1 : 0,
            account ?? string.Empty,
            $"{account}.%"
        );

    /// <summary>
    /// The lines as far as they move the bank, the fees or what a year's receipts pay; closings of years move none of them.
    /// </summary>
    /// <param name="db">The database.</param>
    public static IQueryable<FundLine> FundLines(PortalDbContext db)
    {
        var (bank, fees, spending) = (ChartOfAccounts.Bank, ChartOfAccounts.FeeExpense, ChartOfAccounts.OfCategory("%"));
        var closing = nameof(FiscalYear);
        return db.Database.SqlQuery<FundLine>(
            $"""
            SELECT entry."Id" AS "EntryId", entry."On", entry."Number", entry."Description", entry."Source_Kind" AS "Kind",
                entry."Source_Id" AS "SourceId",
                CASE WHEN line."Account" = {bank} THEN line."Debit" - line."Credit" ELSE 0 END AS "Bank",
                CASE WHEN line."Account" = {fees} THEN line."Debit" - line."Credit" ELSE 0 END AS "Fees",
                CASE WHEN line."Account" LIKE {spending} AND spent."SilpaUseId" IS NULL
                    THEN line."Debit" - line."Credit" ELSE 0 END AS "Spending"
            FROM "wakatobi_JournalLines" AS line
            INNER JOIN "wakatobi_JournalEntries" AS entry ON entry."Id" = line."EntryId"
            LEFT JOIN "wakatobi_Expenditures" AS spent ON spent."Id" = entry."Source_Id"
            WHERE entry."Source_Kind" <> {closing}
            """
        );
    }
}

/// <summary>A line of the journal as the database gives it.</summary>
/// <param name="EntryId">The key of its entry.</param>
/// <param name="Number">The number of its entry.</param>
/// <param name="On">The date of its entry.</param>
/// <param name="Description">What happened.</param>
/// <param name="Kind">The kind of thing the entry was made for.</param>
/// <param name="SourceId">The key of that thing.</param>
/// <param name="Reverses">1 where the entry undoes another, else 0.</param>
/// <param name="Line">Its place in its entry, from 1.</param>
/// <param name="Account">The account.</param>
/// <param name="Debit">The debit, in rupiah.</param>
/// <param name="Credit">The credit, in rupiah.</param>
/// <param name="SilpaUseId">The use of SiLPA that pays it; null where none does.</param>
/// <param name="Balance">Debits less credits of the account up to this line, by date and number, in rupiah.</param>
public sealed record JournalLineRow(
    Guid EntryId,
    int? Number,
    DateOnly On,
    string Description,
    string Kind,
    Guid SourceId,
    int Reverses,
    int Line,
    string Account,
    long Debit,
    long Credit,
    Guid? SilpaUseId,
    long Balance
);

/// <summary>What a line of the journal moves of the fund, in rupiah; see <see cref="JournalReading.FundLines"/>.</summary>
/// <param name="EntryId">The key of its entry.</param>
/// <param name="On">The date of its entry.</param>
/// <param name="Number">The number of its entry.</param>
/// <param name="Description">What happened.</param>
/// <param name="Kind">The kind of thing the entry was made for.</param>
/// <param name="SourceId">The key of that thing.</param>
/// <param name="Bank">What the bank grew by.</param>
/// <param name="Fees">What was paid out as fees.</param>
/// <param name="Spending">What was spent of a year's receipts; nothing where a use of SiLPA pays.</param>
public sealed record FundLine(
    Guid EntryId,
    DateOnly On,
    int? Number,
    string Description,
    string Kind,
    Guid SourceId,
    long Bank,
    long Fees,
    long Spending
);
