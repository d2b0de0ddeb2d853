using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Wakatobi;

/// <summary>Reads whose the money at the bank is: what the journal moved, summed by the database, and what allocations gave.</summary>
public static class FundCashReading
{
    /// <summary>Every day of the books.</summary>
    public static async Task<FundCash> ReadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var (bank, fees, spending) = (ChartOfAccounts.Bank, ChartOfAccounts.FeeExpense, ChartOfAccounts.OfCategory("%"));
        var closing = nameof(FiscalYear);
        var days = await db
            .Database.SqlQuery<DaySum>(
                $"""
                SELECT entry."On",
                    SUM(CASE WHEN line."Account" = {bank} THEN line."Debit" - line."Credit" ELSE 0 END) AS "Bank",
                    SUM(CASE WHEN line."Account" = {fees} THEN line."Debit" - line."Credit" ELSE 0 END) AS "Fees",
                    SUM(
                        CASE WHEN line."Account" LIKE {spending} AND spent."SilpaUseId" IS NULL
                            THEN line."Debit" - line."Credit" ELSE 0 END
                    ) AS "Spending"
                FROM "wakatobi_JournalLines" AS line
                INNER JOIN "wakatobi_JournalEntries" AS entry ON entry."Id" = line."EntryId"
                LEFT JOIN "wakatobi_Expenditures" AS spent ON spent."Id" = entry."Source_Id"
                WHERE entry."Source_Kind" <> {closing}
                GROUP BY entry."On"
                """
            )
            .ToListAsync(cancellationToken);
        var allocations = await db.Allocations.AsNoTracking().ToListAsync(cancellationToken);
        return new FundCash([
            .. days.Select(day => new CashMovement(day.On, new Rupiah(day.Bank), new Rupiah(-day.Fees), new Rupiah(-day.Spending))),
            .. allocations.Select(allocation => new CashMovement(
                allocation.On,
                Rupiah.Zero,
                allocation.For(FundPurpose.Fees),
                allocation.For(FundPurpose.Spending)
            )),
        ]);
    }

    private sealed record DaySum(DateOnly On, long Bank, long Fees, long Spending);
}
