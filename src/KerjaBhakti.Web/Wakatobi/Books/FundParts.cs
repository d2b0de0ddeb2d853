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
        var entries = await JournalReading
            .FundLines(db)
            .Where(line => line.Kind != nameof(Receipt) && line.On <= last)
            .GroupBy(line => new
            {
                line.EntryId,
                line.On,
                line.Number,
                line.Description,
                line.Kind,
                line.SourceId,
            })
            .Select(lines => new
            {
                lines.Key,
                Fees = -lines.Sum(line => line.Fees),
                Free = lines.Sum(line => line.Bank + line.Fees + line.Spending),
            })
            .Where(entry => part == FundPart.Fees ? entry.Fees != 0 : entry.Free != 0)
            .OrderBy(entry => entry.Key.On)
            .ThenBy(entry => entry.Key.Number)
            .ToListAsync(cancellationToken);
        return entries.Select(entry => new PartEntry(
            entry.Key.On,
            entry.Key.Description,
            JournalList.PathOf(entry.Key.Kind, entry.Key.SourceId),
            new Rupiah(part == FundPart.Fees ? entry.Fees : entry.Free)
        ));
    }

    /// <summary>What was spent of the year's second half, by month: a year has thousands of expenditures.</summary>
    private static async Task<IEnumerable<PartEntry>> SpentAsync(PortalDbContext db, DateOnly last, CancellationToken cancellationToken)
    {
        var first = new DateOnly(last.Year, 1, 1);
        var days = await JournalReading
            .FundLines(db)
            .Where(line => line.On >= first && line.On <= last && line.Spending != 0)
            .GroupBy(line => line.On)
            .Select(day => new { On = day.Key, Spent = day.Sum(line => line.Spending) })
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
                $"Bagian kedua {position.On.Year} yang tidak dibelanjakan",
                EntryPaths.OfPart(FundPart.Spending, position.On),
                position.Spending
            ));
    }
}

/// <summary>Something that moved a part of the bank's balance.</summary>
/// <param name="On">The day.</param>
/// <param name="What">What happened.</param>
/// <param name="Path">Where it is shown; null where that has no page.</param>
/// <param name="Amount">What the part grew by; negative where it fell.</param>
public sealed record PartEntry(DateOnly On, string What, string? Path, Rupiah Amount);
