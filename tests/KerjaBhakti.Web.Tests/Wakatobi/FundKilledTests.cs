using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Sqlite;
using KerjaBhakti.Tests;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Spending;
using KerjaBhakti.Web.Wakatobi.Demo;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Tests.Wakatobi;

/// <summary>The program is killed while a year of the claim fund is entered, step after step as fast as it goes.</summary>
public sealed class FundKilledTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(70)]
    public async Task Server_KilledBetweenOrInsideSteps_LeavesTheBooksBalanced(int entries)
    {
        await using var portal = new PortalProcess("--Portal:Today=2025-03-01", "--Portal:DemoFund=true");
        _ = await portal.BeginAsync();
        await UntilAsync(portal.Database, entries);

        await portal.KillAsync();

        await using var db = Open(portal.Database);
        var journal = await db.JournalEntries.AsNoTracking().ToListAsync(Cancellation);
        Assert.True(journal.Count >= entries);
        Assert.Equal(Rupiah.Zero, TrialBalance.Of(journal).Difference);
        Assert.All(journal, entry => Assert.Equal(entry.Lines.Sum(line => line.Debit), entry.Lines.Sum(line => line.Credit)));
        await AssertWholeAsync(db, journal);
        Assert.Empty((await AuditChain.VerifyAsync(db, Cancellation)).Finds);
        await db.Database.CloseConnectionAsync();

        // What is there goes on: it starts again, and says that the figures are invented although the year was cut off.
        await portal.StartAsync();
        using var client = new HttpClient { BaseAddress = portal.Address };
        Assert.Contains("Masuk", await client.GetStringAsync("/masuk", Cancellation), StringComparison.Ordinal);
    }

    /// <summary>
    /// Every thing that moves money is there with its entries and its trail, and every entry with the thing it was made for.
    /// </summary>
    private static async Task AssertWholeAsync(PortalDbContext db, List<JournalEntry> journal)
    {
        var receipts = await db.Receipts.AsNoTracking().ToListAsync(Cancellation);
        var allocations = await db.Allocations.AsNoTracking().ToListAsync(Cancellation);
        var distributions = await db.FeeDistributions.AsNoTracking().ToListAsync(Cancellation);
        var expenditures = await db.Expenditures.AsNoTracking().ToListAsync(Cancellation);
        Assert.Equal(receipts.Sum(receipt => receipt.Amount), allocations.Sum(allocation => allocation.Amounts.Sum(part => part.Amount)));
        Assert.Equal(receipts.Select(receipt => receipt.Id).Order(), allocations.Select(allocation => allocation.ReceiptId).Order());

        var balance = TrialBalance.Of(journal);
        var paid = distributions
            .Where(distribution => distribution.Status == FeeDistributionStatus.Paid)
            .Sum(distribution => distribution.Pool);
        var spent = expenditures.Where(item => item.Status == ExpenditureStatus.Recorded).Sum(item => item.Amount);
        // What was withheld from fees lies at the bank until it is handed over.
        var withheld = -balance[ChartOfAccounts.DeductionsPayable];
        var movements = await db.BankMovements.AsNoTracking().ToListAsync(Cancellation);
        Assert.Equal(
            DemoYear.Opening
                + receipts.Sum(receipt => receipt.Amount)
                + movements.Where(movement => movement.IsIncoming).Sum(movement => movement.Amount)
                - movements.Where(movement => !movement.IsIncoming).Sum(movement => movement.Amount)
                - paid
                + withheld
                - spent,
            balance[ChartOfAccounts.Bank]
        );
    }

    private static async Task UntilAsync(string database, int entries)
    {
        await using var db = Open(database);
        while (await db.JournalEntries.CountAsync(Cancellation) < entries)
        {
            await Task.Delay(5, Cancellation);
        }
    }

    private static PortalDbContext Open(string database) =>
        new((DbContextOptions<PortalDbContext>)new DbContextOptionsBuilder<PortalDbContext>().UseKerjaBhaktiSqlite(database).Options);
}
