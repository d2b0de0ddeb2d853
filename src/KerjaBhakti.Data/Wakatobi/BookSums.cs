using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Reports;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Wakatobi;

/// <summary>Sums of the books that the database makes: a year has tens of thousands of entries and a page a few dozen figures.</summary>
public static class BookSums
{
    /// <summary>The balances from the first entry to the evening of a day.</summary>
    public static async Task<TrialBalance> ThroughAsync(PortalDbContext db, DateOnly on, CancellationToken cancellationToken)
    {
        var sums = await db
            .Database.SqlQuery<AccountSum>(
                $"""
                SELECT line."Account", SUM(line."Debit") AS "Debit", SUM(line."Credit") AS "Credit"
                FROM "wakatobi_JournalLines" AS line
                INNER JOIN "wakatobi_JournalEntries" AS entry ON entry."Id" = line."EntryId"
                WHERE entry."On" <= {on}
                GROUP BY line."Account"
                """
            )
            .ToListAsync(cancellationToken);
        return new TrialBalance(sums.Select(sum => new AccountBalance(sum.Account, new Rupiah(sum.Debit), new Rupiah(sum.Credit))));
    }

    /// <summary>What every account was moved by up to the end of a period; see <see cref="AccountMovement"/>.</summary>
    public static async Task<BookMovements> MovementsAsync(PortalDbContext db, ReportPeriod period, CancellationToken cancellationToken)
    {
        var (year, first, last) = (new DateOnly(period.Year, 1, 1), period.First.FirstDay, period.Last.LastDay);
        var (closing, silpa) = (nameof(FiscalYear), ChartOfAccounts.Silpa);
        var sums = await db
            .Database.SqlQuery<MovementSum>(
                $"""
                SELECT line."Account",
                    CASE WHEN spent."SilpaUseId" IS NULL THEN 0 ELSE 1 END AS "FromSilpa",
                    SUM(CASE WHEN entry."On" < {year} THEN line."Debit" - line."Credit" ELSE 0 END) AS "EarlierYears",
                    SUM(CASE WHEN entry."On" >= {year} AND entry."On" < {first} THEN line."Debit" - line."Credit" ELSE 0 END) AS "Before",
                    SUM(CASE WHEN entry."On" >= {year} AND entry."On" >= {first} THEN line."Debit" - line."Credit" ELSE 0 END) AS "Within"
                FROM "wakatobi_JournalLines" AS line
                INNER JOIN "wakatobi_JournalEntries" AS entry ON entry."Id" = line."EntryId"
                LEFT JOIN "wakatobi_Expenditures" AS spent ON spent."Id" = entry."Source_Id"
                WHERE entry."On" <= {last} AND NOT (entry."Source_Kind" = {closing} AND (entry."On" >= {year} OR line."Account" <> {silpa}))
                GROUP BY line."Account", CASE WHEN spent."SilpaUseId" IS NULL THEN 0 ELSE 1 END
                """
            )
            .ToListAsync(cancellationToken);
        return new BookMovements([
            .. sums.Select(sum => new AccountMovement(
                sum.Account,
                sum.FromSilpa == 1,
                new Rupiah(sum.EarlierYears),
                new Rupiah(sum.Before),
                new Rupiah(sum.Within)
            )),
        ]);
    }

    /// <summary>What was spent of each use of SiLPA up to a day.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Rupiah>> SpentByUseAsync(
        PortalDbContext db,
        DateOnly last,
        CancellationToken cancellationToken
    )
    {
        var spending = ChartOfAccounts.OfCategory("%");
        var sums = await db
            .Database.SqlQuery<UseSum>(
                $"""
                SELECT spent."SilpaUseId" AS "UseId", SUM(line."Debit" - line."Credit") AS "Spent"
                FROM "wakatobi_Expenditures" AS spent
                INNER JOIN "wakatobi_JournalEntries" AS entry ON entry."Source_Id" = spent."Id"
                INNER JOIN "wakatobi_JournalLines" AS line ON line."EntryId" = entry."Id"
                WHERE spent."SilpaUseId" IS NOT NULL AND entry."On" <= {last} AND line."Account" LIKE {spending}
                GROUP BY spent."SilpaUseId"
                """
            )
            .ToListAsync(cancellationToken);
        return sums.ToDictionary(sum => sum.UseId, sum => new Rupiah(sum.Spent));
    }

    private sealed record AccountSum(string Account, long Debit, long Credit);

    private sealed record MovementSum(string Account, int FromSilpa, long EarlierYears, long Before, long Within);

    private sealed record UseSum(Guid UseId, long Spent);
}
