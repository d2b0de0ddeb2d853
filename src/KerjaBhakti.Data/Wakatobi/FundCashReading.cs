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
        var days = await JournalReading
            .FundLines(db)
            .GroupBy(line => line.On)
            .Select(day => new
            {
                On = day.Key,
                Bank = day.Sum(line => line.Bank),
                Fees = day.Sum(line => line.Fees),
                Spending = day.Sum(line => line.Spending),
            })
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
}
