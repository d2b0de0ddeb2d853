using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Files;
using KerjaBhakti.Data.Seeding;
using KerjaBhakti.Tests;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.CarryOver;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Spending;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Tests;

public class FundStorageTests
{
    private static readonly Person Finance = new("keuangan", "Keuangan RSUD");
    private static readonly Person Director = new("direktur", "Direktur RSUD");
    private static readonly ChartOfAccounts Chart = new(Regulation9Of2024.Categories);
    private static readonly DateTimeOffset Now = new(2024, 7, 1, 1, 2, 3, TimeSpan.Zero);
    private static readonly DateOnly July = new(2024, 7, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Seed_ANewDatabase_HoldsTheListsAndTheRuleOfTheRegulation()
    {
        await using var database = await SeededAsync();
        await using var db = database.Open();
        var rule = await db.AllocationRules.SingleAsync(Cancellation);

        Assert.Equivalent(Regulation9Of2024.Services, await db.ClaimServices.ToListAsync(Cancellation), strict: true);
        Assert.Equivalent(Regulation9Of2024.Categories, await db.SpendingCategories.ToListAsync(Cancellation), strict: true);
        Assert.Equal(Regulation9Of2024.AllocationRule().Shares, rule.Shares);
        Assert.Equal(
            (Regulation9Of2024.EffectiveFrom, null, Regulation9Of2024.Replaces, "50"),
            (rule.EffectiveFrom, rule.EffectiveTo, rule.Replaces, rule.Shares[0].Share.ToString()));
        Assert.Equal(3, await db.AuditEntries.CountAsync(entry => entry.Action == "fund.seeded", Cancellation));
    }

    [Fact]
    public async Task Seed_ADatabaseFromBeforeTheFund_GetsItsLists()
    {
        await using var database = await SeededAsync();
        await using (var old = database.Open())
        {
            await old.Database.ExecuteSqlRawAsync(
                "DELETE FROM wakatobi_Services; DELETE FROM wakatobi_SpendingCategories; DELETE FROM wakatobi_AllocationRules", Cancellation);
            await PortalSeeder.SeedAsync(old, TimeProvider.System, Cancellation);
        }

        await using var db = database.Open();
        Assert.Equal(
            (9, 11, 1),
            (await db.ClaimServices.CountAsync(Cancellation), await db.SpendingCategories.CountAsync(Cancellation), await db.AllocationRules.CountAsync(Cancellation)));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public async Task Claim_FiledVerifiedAndPaid_IsReadBackWithItsReceiptAndAllocation(Provider provider)
    {
        await using var database = await SeededAsync(provider);
        var claim = await StoreAsync(database, Claim(3));
        Receipt receipt;
        Allocation allocation;
        await using (var db = database.Open())
        {
            var stored = await db.ClaimMonths.SingleAsync(Cancellation);
            stored.Correct([new("RAWAT_JALAN", 7, new Rupiah(1_000_001)), new("ICU", 2, new Rupiah(500))], Regulation9Of2024.Services, July);
            stored.DeclareComplete(July, "BA-1");
            stored.Verify(July, [new("RAWAT_JALAN", new Rupiah(1_000_001), default, default, default), new("ICU", new Rupiah(100), new Rupiah(200), new Rupiah(150), new Rupiah(50))]);
            receipt = Receipt.Take(July, new Rupiah(1_000_001), "TRX-1", [(stored, new Rupiah(1_000_001))]);
            allocation = Allocation.Of(receipt, new AllocationRules(await db.AllocationRules.ToListAsync(Cancellation)), Now);
            db.AddRange(receipt, allocation);
            await SaveAsync(db);
            claim = stored;
        }

        await using var fresh = database.Open();
        var read = await fresh.ClaimMonths.SingleAsync(Cancellation);
        Assert.Equivalent(claim, read, strict: true);
        Assert.Equal((ClaimStatus.Verified, 350, 100), (read.StatusOn(July), read.Open.Amount, read.Owed.Amount));
        var readReceipt = await fresh.Receipts.SingleAsync(Cancellation);
        Assert.Equal((receipt.Id, receipt.ReceivedOn, receipt.Amount, receipt.Reference), (readReceipt.Id, readReceipt.ReceivedOn, readReceipt.Amount, readReceipt.Reference));
        Assert.Equal(receipt.Items, readReceipt.Items);
        var readAllocation = await fresh.Allocations.SingleAsync(Cancellation);
        Assert.Equal(allocation.Amounts, readAllocation.Amounts);
        Assert.Equal((allocation.Explanation, allocation.At, allocation.RuleId), (readAllocation.Explanation, readAllocation.At, readAllocation.RuleId));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public async Task Distribution_PreparedApprovedAndPaid_IsReadBackToTheLastSentence(Provider provider)
    {
        await using var database = await SeededAsync(provider);
        var decree = new FeeDecree("445/12/2024", [new("LANGSUNG", Percent.Parse("60.50"), FeeMethod.Points), new("MERATA", Percent.Parse("39.5"), FeeMethod.Equal)]);
        var points = ExactDecimal.TryParse("12.50", out var value) ? value : default;
        var prepared = FeeDistribution.Prepare(
            FeeCalculation.Of(
                new Rupiah(1_000_003),
                decree,
                [new("a1", "Ani", "LANGSUNG", points), new("A1", "Adi", "LANGSUNG", points), new("a1", "Ani", "MERATA", null), new("A1", "Adi", "MERATA", null)]),
            new Rupiah(2_000_000),
            Finance);
        await StoreAsync(database, prepared);

        FeeDistribution paid;
        await using (var db = database.Open())
        {
            paid = await db.FeeDistributions.SingleAsync(Cancellation);
            Assert.Null(paid.ApprovedBy);
            paid.Approve(Director, "445/13/2024", July, Now);
            await SaveAsync(db);
            paid.Pay(July);
            await SaveAsync(db);
        }

        await using var fresh = database.Open();
        var read = await fresh.FeeDistributions.SingleAsync(Cancellation);
        Assert.Equal(decree.Components, read.Components);
        Assert.Equal("60.50", read.Components[0].Share.ToString());
        Assert.Equal(prepared.Payments, read.Payments);
        Assert.Equal((Finance, Director, Now, 2), (read.PreparedBy, read.ApprovedBy, read.ApprovedAt, read.Revision));
        Assert.Equal((FeeDistributionStatus.Paid, July, "445/13/2024"), (read.Status, read.PaidOn, read.DecreeNumber));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public async Task Spending_PlanExpendituresAndUseOfSilpa_AreReadBack(Provider provider)
    {
        await using var database = await SeededAsync(provider);
        var plan = new SpendingPlan(
            "DPA 2024", new DateOnly(2024, 1, 1), null, [new("OBAT", Percent.Parse("70")), new("OPS_A", Percent.Parse("30"))], Regulation9Of2024.Categories);
        var use = SilpaUse.Urgent(2024, new Rupiah(900), new Rupiah(500), SilpaPurpose.Capital, "Genset", UrgentCriterion.BudgetMissing, new("S-1", July));
        use.Approve(Director, Now);
        var scan = new StoredFile([1, 2, 3], "application/pdf");
        var budget = new CategoryBudget("OBAT", new Rupiah(100), default);
        var over = Expenditure.Enter(new(July, "OBAT", new Rupiah(150), "KW-1", "PT Obat", "Antibiotik"), budget, OverLimit.DirectorDecides);
        var fromSilpa = Expenditure.EnterFromSilpa(new(July, "SARPRAS", new Rupiah(400), "KW-2", "PT Genset", "Genset"), use);
        fromSilpa.Attach(scan.Id);
        await StoreAsync(database, plan, use, scan, over, fromSilpa);
        await using (var db = database.Open())
        {
            (await db.SilpaUses.SingleAsync(Cancellation)).Match(new("P-APBD", July));
            (await db.Expenditures.SingleAsync(item => item.Status == ExpenditureStatus.Waiting, Cancellation)).Approve(Director, "Mendesak");
            await SaveAsync(db);
        }

        use.Match(new("P-APBD", July));
        over.Approve(Director, "Mendesak");
        await using var fresh = database.Open();
        Assert.Equal(plan.Shares, (await fresh.SpendingPlans.SingleAsync(Cancellation)).Shares);
        Assert.Equivalent(use, await fresh.SilpaUses.SingleAsync(Cancellation), strict: true);
        Assert.Equivalent(over, await fresh.Expenditures.SingleAsync(item => item.Id == over.Id, Cancellation), strict: true);
        Assert.Equivalent(fromSilpa, await fresh.Expenditures.SingleAsync(item => item.SilpaUseId == use.Id, Cancellation), strict: true);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public async Task Books_EntriesClosingsAndSilpa_AreReadBack(Provider provider)
    {
        await using var database = await SeededAsync(provider);
        var year = new FiscalYear(2024);
        var source = new EntrySource(nameof(Receipt), Guid.CreateVersion7());
        var opening = JournalEntry.Post(year, Chart, new DateOnly(2024, 1, 1), "Saldo awal", source, Postings.Opening(new Rupiah(700)));
        var wrong = JournalEntry.Post(year, Chart, new DateOnly(2024, 1, 2), "Belanja", source, Postings.Spent("OBAT", new Rupiah(50)));
        var reversal = wrong.Reverse(year, new DateOnly(2024, 1, 3), "Salah", []);
        await StoreAsync(database, year, opening, wrong, reversal);
        foreach (var month in FiscalMonth.OfYear(2024))
        {
            await using var db = database.Open();
            var open = await db.FiscalYears.SingleAsync(Cancellation);
            open.CloseMonth(month, TrialBalance.Of(await db.JournalEntries.ToListAsync(Cancellation)), new Rupiah(700), Finance, Now);
            if (month.Month == 12)
            {
                Assert.Null(open.Silpa);
                open.Close(Chart, TrialBalance.Of(await db.JournalEntries.ToListAsync(Cancellation)), Director, Now);
            }

            await SaveAsync(db);
        }

        await using var fresh = database.Open();
        var read = await fresh.FiscalYears.SingleAsync(Cancellation);
        Assert.Equal((12, 12, Director, new Rupiah(700)), (read.ClosedThrough, read.Closings.Count, read.ClosedBy, read.Silpa?.Amount));
        Assert.Contains(new BankAssertion(new DateOnly(2024, 2, 29), new Rupiah(700), new Rupiah(700), Finance, Now), read.Closings);
        var entries = await fresh.JournalEntries.OrderBy(entry => entry.On).ToListAsync(Cancellation);
        Assert.Equal([opening.Id, wrong.Id, reversal.Id], entries.Select(entry => entry.Id));
        Assert.Equal(wrong.Id, entries[2].ReversesId);
        Assert.All(entries, entry => Assert.Equal(source, entry.Source));
        Assert.Equal(wrong.Lines, entries[1].Lines);
        Assert.Equal(3, await fresh.JournalEntries.CountAsync(entry => entry.Source.Id == source.Id, Cancellation));
    }

    [Fact]
    public async Task WhatWasBooked_ChangedPastTheProgram_IsRefusedByTheDatabase()
    {
        await using var database = await SeededAsync();
        var year = new FiscalYear(2024);
        var claim = Claim(4);
        claim.DeclareComplete(July, "BA-1");
        claim.Verify(July, [new("RAWAT_JALAN", new Rupiah(900), default, default, default)]);
        var receipt = Receipt.Take(July, new Rupiah(900), "TRX", [(claim, new Rupiah(900))]);
        var entry = JournalEntry.Post(year, Chart, July, "Penerimaan", new(nameof(Receipt), receipt.Id), Postings.Received(new Rupiah(900)));
        year.CloseMonth(new FiscalMonth(2024, 1), TrialBalance.Of([]), default, Finance, Now);
        var distribution = FeeDistribution.Prepare(
            FeeCalculation.Of(new Rupiah(10), new FeeDecree("1", [new("MERATA", Percent.Parse("100"), FeeMethod.Equal)]), [new("1", "Ani", "MERATA", null)]),
            new Rupiah(10),
            Finance);
        await using var db = database.Open();
        var rules = new AllocationRules(await db.AllocationRules.ToListAsync(Cancellation));
        db.AddRange(year, claim, receipt, Allocation.Of(receipt, rules, Now), entry, distribution);
        await SaveAsync(db);

        foreach (var sql in new[]
        {
            "UPDATE wakatobi_JournalEntries SET Description = 'Lain'",
            "DELETE FROM wakatobi_JournalEntries",
            "UPDATE wakatobi_JournalLines SET Debit = Debit + 1",
            "DELETE FROM wakatobi_JournalLines",
            "UPDATE wakatobi_Receipts SET Amount = 1",
            "DELETE FROM wakatobi_ReceiptItems",
            "UPDATE wakatobi_Allocations SET Amounts = '[]'",
            "DELETE FROM wakatobi_Allocations",
            "UPDATE wakatobi_FeePayments SET Amount = 1",
            "DELETE FROM wakatobi_FeePayments",
            "UPDATE wakatobi_FeeDistributions SET Pool = 1",
            "UPDATE wakatobi_FeeDistributions SET Components = '[]'",
            "DELETE FROM wakatobi_FeeDistributions",
            "UPDATE wakatobi_MonthClosings SET Statement = 1",
        })
        {
            var refusal = await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(sql, Cancellation));
            Assert.Contains("never changes", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Claim_OfAMonthThatIsThere_IsRefusedByTheDatabase()
    {
        await using var database = await SeededAsync();
        await StoreAsync(database, Claim(5));

        await Assert.ThrowsAsync<DbUpdateException>(() => StoreAsync(database, Claim(5)));
    }

    [Fact]
    public async Task Reversal_OfAnEntryThatIsReversed_IsRefusedByTheDatabase()
    {
        await using var database = await SeededAsync();
        var year = new FiscalYear(2024);
        var entry = JournalEntry.Post(year, Chart, July, "Saldo", new("Opening", year.Id), Postings.Opening(new Rupiah(1)));
        await StoreAsync(database, year, entry, entry.Reverse(year, July, "Salah", []));

        await Assert.ThrowsAsync<DbUpdateException>(() => StoreAsync(database, entry.Reverse(year, July, "Salah lagi", [])));
    }

    [Fact]
    public async Task Change_WithoutAnAuditEntry_IsRefused()
    {
        await using var database = await SeededAsync();
        await using var db = database.Open();
        db.Add(Claim(6));

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancellation));
    }

    private static ClaimMonth Claim(int month) => ClaimMonth.File(
        new FiscalMonth(2024, month), "INA-CBG", July, [new("RAWAT_JALAN", 3, new Rupiah(900))], Regulation9Of2024.Services, [], new ClaimTerms());

    private static async Task<T> StoreAsync<T>(TestDatabase database, T first, params object[] others)
        where T : notnull
    {
        await using var db = database.Open();
        db.AddRange([first, .. others]);
        await SaveAsync(db);
        return first;
    }

    private static async Task SaveAsync(PortalDbContext db)
    {
        db.AuditEntries.Add(new AuditEntry(Actor.System, Now, "fund.test", "subjek", "uji"));
        await db.SaveChangesAsync(Cancellation);
    }

    private static async Task<TestDatabase> SeededAsync(Provider provider = Provider.Sqlite)
    {
        var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.Open();
        await PortalSeeder.SeedAsync(db, TimeProvider.System, Cancellation);
        return database;
    }
}
