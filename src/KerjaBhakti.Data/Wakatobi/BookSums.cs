using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
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

    private sealed record AccountSum(string Account, long Debit, long Credit);
}
