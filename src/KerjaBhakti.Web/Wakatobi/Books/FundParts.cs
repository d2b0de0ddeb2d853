using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Wakatobi.Books;

/// <summary>What made a part of the bank's balance: the entries behind each figure of <see cref="FundPosition"/> (decision 63).</summary>
public sealed class FundParts(FundWork work)
{
    /// <summary>The entries of a part up to the evening of a day, the newest last; their sum is the part.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="part">The part.</param>
    /// <param name="on">The day.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<IReadOnlyList<PartEntry>> OpenAsync(
        ClaimsPrincipal user,
        FundPart part,
        DateOnly on,
        CancellationToken cancellationToken
    ) =>
        work.ReadAsync(
            user,
            Access.ReadFund,
            async db =>
            {
                var entries = part switch
                {
                    FundPart.Fees =>
                    [
                        .. await SharesAsync(db, FundPurpose.Fees, DateOnly.MinValue, on, cancellationToken),
                        .. await BookedAsync(db, part, on, cancellationToken),
                    ],
                    FundPart.Spending =>
                    [
                        .. await SharesAsync(db, FundPurpose.Spending, new DateOnly(on.Year, 1, 1), on, cancellationToken),
                        .. await SpentAsync(db, on, cancellationToken),
                    ],
                    FundPart.Free => (IReadOnlyList<PartEntry>)
                        [
                            .. await BookedAsync(db, part, on, cancellationToken),
                            .. await CarriedAsync(db, on, cancellationToken),
                        ],
                };
                return (IReadOnlyList<PartEntry>)[.. entries.OrderBy(entry => entry.On)];
            },
            cancellationToken
        );

    /// <summary>What receipts gave to a purpose; what was taken back of them on its own date.</summary>
    private static async Task<IEnumerable<PartEntry>> SharesAsync(
        PortalDbContext db,
        FundPurpose purpose,
        DateOnly first,
        DateOnly last,
        CancellationToken cancellationToken
    )
    {
        var allocations = await db
            .Allocations.AsNoTracking()
            .Where(item => item.On >= first && item.On <= last)
            .OrderBy(item => item.Id)
            .ToListAsync(cancellationToken);
        var references = await db.Receipts.ToDictionaryAsync(receipt => receipt.Id, receipt => receipt.Reference, cancellationToken);
        return allocations.Select(item => new PartEntry(
            item.On,
            $"{(item.IsReversal ? "Pembatalan penerimaan" : "Penerimaan")} {references[item.ReceiptId]}",
            JournalList.PathOf(nameof(Receipt), item.ReceiptId),
            item.For(purpose)
        ));
    }

    /// <summary>
    /// What the journal moved of the fees, or of what is free. A receipt is neither: all of it goes to the fees and the second half.
    /// </summary>
    private static async Task<IEnumerable<PartEntry>> BookedAsync(
        PortalDbContext db,
        FundPart part,
        DateOnly last,
        CancellationToken cancellationToken
    )
    {
        var (bank, fees, spending) = (ChartOfAccounts.Bank, ChartOfAccounts.FeeExpense, ChartOfAccounts.OfCategory("%"));
        var (closing, receipt) = (nameof(FiscalYear), nameof(Receipt));
        var entries = await db
            .Database.SqlQuery<EntrySum>(
                $"""
                SELECT entry."On", entry."Number", entry."Description", entry."Source_Kind" AS "Kind", entry."Source_Id" AS "SourceId",
                    SUM(CASE WHEN line."Account" = {bank} THEN line."Debit" - line."Credit" ELSE 0 END) AS "Bank",
                    SUM(CASE WHEN line."Account" = {fees} THEN line."Debit" - line."Credit" ELSE 0 END) AS "Fees",
                    SUM(
                        CASE WHEN line."Account" LIKE {spending} AND spent."SilpaUseId" IS NULL
                            THEN line."Debit" - line."Credit" ELSE 0 END
                    ) AS "Spending"
                FROM "wakatobi_JournalLines" AS line
                INNER JOIN "wakatobi_JournalEntries" AS entry ON entry."Id" = line."EntryId"
                LEFT JOIN "wakatobi_Expenditures" AS spent ON spent."Id" = entry."Source_Id"
                WHERE entry."Source_Kind" <> {closing} AND entry."Source_Kind" <> {receipt} AND entry."On" <= {last}
                GROUP BY entry."Id", entry."On", entry."Number", entry."Description", entry."Source_Kind", entry."Source_Id"
                """
            )
            .Where(entry => part == FundPart.Fees ? entry.Fees != 0 : entry.Bank + entry.Fees + entry.Spending != 0)
            .OrderBy(entry => entry.On)
            .ThenBy(entry => entry.Number)
            .ToListAsync(cancellationToken);
        return entries.Select(entry => new PartEntry(
            entry.On,
            entry.Description,
            JournalList.PathOf(entry.Kind, entry.SourceId),
            new Rupiah(part == FundPart.Fees ? -entry.Fees : entry.Bank + entry.Fees + entry.Spending)
        ));
    }

    /// <summary>What was spent of the year's second half, by month: a year has thousands of expenditures.</summary>
    private static async Task<IEnumerable<PartEntry>> SpentAsync(PortalDbContext db, DateOnly last, CancellationToken cancellationToken)
    {
        var spending = ChartOfAccounts.OfCategory("%");
        var (closing, first) = (nameof(FiscalYear), new DateOnly(last.Year, 1, 1));
        var days = await db
            .Database.SqlQuery<DaySum>(
                $"""
                SELECT entry."On", SUM(line."Debit" - line."Credit") AS "Spent"
                FROM "wakatobi_JournalLines" AS line
                INNER JOIN "wakatobi_JournalEntries" AS entry ON entry."Id" = line."EntryId"
                LEFT JOIN "wakatobi_Expenditures" AS spent ON spent."Id" = entry."Source_Id"
                WHERE entry."Source_Kind" <> {closing} AND entry."On" >= {first} AND entry."On" <= {last}
                    AND line."Account" LIKE {spending} AND spent."SilpaUseId" IS NULL
                GROUP BY entry."On"
                """
            )
            .ToListAsync(cancellationToken);
        return days.GroupBy(day => FiscalMonth.Of(day.On))
            .Select(month =>
            {
                var end = month.Key.LastDay < last ? month.Key.LastDay : last;
                return new PartEntry(
                    end,
                    $"Belanja {month.Key.ToIndonesian()}",
                    $"{EntryPaths.OfAccount("5.2", month.Key, end)}&dana=penerimaan",
                    new Rupiah(-month.Sum(day => day.Spent))
                );
            });
    }

    /// <summary>What earlier years left of their second half: it has become free.</summary>
    private static async Task<IEnumerable<PartEntry>> CarriedAsync(PortalDbContext db, DateOnly on, CancellationToken cancellationToken)
    {
        var cash = await FundCashReading.ReadAsync(db, cancellationToken);
        var years = await db.FiscalYears.Where(year => year.Year < on.Year).Select(year => year.Year).ToListAsync(cancellationToken);
        return years
            .Select(year => cash.On(new DateOnly(year, 12, 31)))
            .Where(position => position.Spending != Rupiah.Zero)
            .Select(position => new PartEntry(
                position.On,
                $"Paruh kedua {position.On.Year} yang tidak dibelanjakan",
                EntryPaths.OfPart(FundPart.Spending, position.On),
                position.Spending
            ));
    }

    private sealed record EntrySum(
        DateOnly On,
        int? Number,
        string Description,
        string Kind,
        Guid SourceId,
        long Bank,
        long Fees,
        long Spending
    );

    private sealed record DaySum(DateOnly On, long Spent);
}

/// <summary>Something that moved a part of the bank's balance.</summary>
/// <param name="On">The day.</param>
/// <param name="What">What happened.</param>
/// <param name="Path">Where it is shown; null where that has no page.</param>
/// <param name="Amount">What the part grew by; negative where it fell.</param>
public sealed record PartEntry(DateOnly On, string What, string? Path, Rupiah Amount);
