using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Files;
using KerjaBhakti.Data.Seeding;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.CarryOver;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Personnel;
using KerjaBhakti.Wakatobi.Reconciliation;
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
            (rule.EffectiveFrom, rule.EffectiveTo, rule.Replaces, rule.Shares[0].Share.ToString())
        );
        Assert.Equal(3, await db.AuditEntries.CountAsync(entry => entry.Action == "fund.seeded", Cancellation));
    }

    [Fact]
    public async Task Seed_ADatabaseFromBeforeTheFund_GetsItsLists()
    {
        await using var database = await SeededAsync();
        await using (var old = database.Open())
        {
            await old.Database.ExecuteSqlRawAsync(
                "DELETE FROM wakatobi_Services; DELETE FROM wakatobi_SpendingCategories; DELETE FROM wakatobi_AllocationRules",
                Cancellation
            );
            await PortalSeeder.SeedAsync(old, TestDatabase.Institution, TimeProvider.System, TestDatabase.Paginate, Cancellation);
        }

        await using var db = database.Open();
        Assert.Equal(
            (9, 11, 1),
            (
                await db.ClaimServices.CountAsync(Cancellation),
                await db.SpendingCategories.CountAsync(Cancellation),
                await db.AllocationRules.CountAsync(Cancellation)
            )
        );
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
            stored.Correct(
                [new("RAWAT_JALAN", 7, new Rupiah(1_000_001)), new("ICU", 2, new Rupiah(500))],
                Regulation9Of2024.Services,
                July
            );
            stored.DeclareComplete(July, "BA-1");
            stored.Verify(
                July,
                [
                    new("RAWAT_JALAN", new Rupiah(1_000_001), default, default, default),
                    new("ICU", new Rupiah(100), new Rupiah(200), new Rupiah(150), new Rupiah(50)),
                ]
            );
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
        Assert.Equal(
            (receipt.Id, receipt.ReceivedOn, receipt.Amount, receipt.Reference),
            (readReceipt.Id, readReceipt.ReceivedOn, readReceipt.Amount, readReceipt.Reference)
        );
        Assert.Equal(receipt.Items, readReceipt.Items);
        var readAllocation = await fresh.Allocations.SingleAsync(Cancellation);
        Assert.Equal(allocation.Amounts, readAllocation.Amounts);
        Assert.Equal(
            (allocation.Explanation, allocation.At, allocation.RuleId),
            (readAllocation.Explanation, readAllocation.At, readAllocation.RuleId)
        );
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public async Task Payroll_OfADistribution_IsReadBackAndNeverChanges(Provider provider)
    {
        await using var database = await SeededAsync(provider);
        var member = StaffMember.Enter(
            new StaffFacts(
                "0007",
                "Ani",
                "IGD",
                StaffKind.CivilServantIII,
                new BankAccount("Bank Contoh", "12345678", "Ani"),
                new DateOnly(2024, 1, 1),
                null
            )
        );
        var byHand = StaffMember.Enter(member.Facts with { Number = "8", Name = "Adi", Account = null, Kind = StaffKind.Other });
        var rule = DeductionRule.Make("PPh 21", StaffKind.CivilServantIII, Percent.Parse("2.50"), "Contoh", new DateOnly(2024, 1, 1), null);
        var calculation = FeeCalculation.Of(
            new Rupiah(1_000_003),
            new FeeDecree("445/12/2024", [new("MERATA", Percent.Parse("100"), FeeMethod.Equal)]),
            [new("0007", "Ani", "MERATA", null), new("8", "Adi", "MERATA", null)]
        );
        var prepared = FeeDistribution.Prepare(calculation, new Rupiah(2_000_000), Finance);
        var payroll = FeePayroll.Of(
            prepared.Id,
            calculation,
            [new FiscalMonth(2024, 4), new FiscalMonth(2024, 5)],
            July,
            new StaffRegister([member, byHand]),
            new DeductionRules([rule])
        );
        prepared.Take(payroll);
        await StoreAsync(database, prepared, [member, byHand, rule, .. payroll.Recipients]);
        await using (var db = database.Open())
        {
            (await db.FeeDistributions.SingleAsync(Cancellation)).Return(Director, "Poin salah", Now);
            await SaveAsync(db);
        }

        await using var fresh = database.Open();
        var read = await fresh.FeeDistributions.SingleAsync(Cancellation);
        Assert.Equal([new FiscalMonth(2024, 4), new FiscalMonth(2024, 5)], read.Months);
        Assert.Equal((prepared.Deducted, July, true), (read.Deducted, read.DeductionsOn, read.IsReturned));
        Assert.Equal((Director, Now), (read.ReversedBy, read.ReversedAt));
        var recipients = await fresh.FeeRecipients.OrderBy(recipient => recipient.StaffId).ToListAsync(Cancellation);
        Assert.Equal([new BankAccount("Bank Contoh", "12345678", "Ani"), null], recipients.Select(recipient => recipient.Account));
        Assert.Equal(
            new FeeDeduction("PPh 21", Percent.Parse("2.5"), "Contoh", new Rupiah(12_500)),
            Assert.Single(recipients[0].Deductions)
        );
        Assert.Equal([487_502L, 500_001L], recipients.Select(recipient => recipient.Net.Amount));
        foreach (
            var sql in new[]
            {
                "UPDATE wakatobi_FeeRecipients SET Gross = 1",
                "DELETE FROM wakatobi_FeeRecipients",
                "UPDATE wakatobi_FeeDistributions SET Deducted = 0",
                "UPDATE wakatobi_FeeDistributions SET Months = '[]'",
            }
        )
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => fresh.Database.ExecuteSqlRawAsync(sql, Cancellation));
        }
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public async Task Distribution_PreparedApprovedAndPaid_IsReadBackToTheLastSentence(Provider provider)
    {
        await using var database = await SeededAsync(provider);
        var decree = new FeeDecree(
            "445/12/2024",
            [new("LANGSUNG", Percent.Parse("60.50"), FeeMethod.Points), new("MERATA", Percent.Parse("39.5"), FeeMethod.Equal)]
        );
        var points = ExactDecimal.TryParse("12.50", out var value) ? value : default;
        var prepared = FeeDistribution.Prepare(
            FeeCalculation.Of(
                new Rupiah(1_000_003),
                decree,
                [
                    new("a1", "Ani", "LANGSUNG", points),
                    new("A1", "Adi", "LANGSUNG", points),
                    new("a1", "Ani", "MERATA", null),
                    new("A1", "Adi", "MERATA", null),
                ]
            ),
            new Rupiah(2_000_000),
            Finance
        );
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
            "DPA 2024",
            new DateOnly(2024, 1, 1),
            null,
            [new("OBAT", Percent.Parse("70")), new("OPS_A", Percent.Parse("30"))],
            Regulation9Of2024.Categories
        );
        var use = SilpaUse.Urgent(
            2024,
            new Rupiah(900),
            new Rupiah(500),
            SilpaPurpose.Capital,
            "Genset",
            UrgentCriterion.BudgetMissing,
            new("S-1", July)
        );
        use.Approve(Director, Now);
        var scan = new StoredFile([1, 2, 3], "application/pdf");
        var budget = new CategoryBudget("OBAT", new Rupiah(100), default);
        var over = Expenditure.Enter(
            new(July, "OBAT", new Rupiah(150), "KW-1", "PT Obat", "Antibiotik"),
            budget,
            OverLimit.DirectorDecides
        );
        var fromSilpa = Expenditure.EnterFromSilpa(
            new(July, "SARPRAS", new Rupiah(400), "KW-2", "PT Genset", "Genset"),
            use,
            Regulation9Of2024.Categories.Single(category => category.Code == "SARPRAS")
        );
        fromSilpa.Attach(scan.Id);
        await StoreAsync(database, plan, use, scan, over, fromSilpa);
        await using (var db = database.Open())
        {
            (await db.SilpaUses.SingleAsync(Cancellation)).Match(new("P-APBD", July));
            (await db.Expenditures.SingleAsync(item => item.Status == ExpenditureStatus.Waiting, Cancellation)).Approve(
                Director,
                "Mendesak"
            );
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
                open.Close(Chart, TrialBalance.Of(await db.JournalEntries.ToListAsync(Cancellation)), new Rupiah(300), Director, Now);
            }

            await SaveAsync(db);
        }

        await using var fresh = database.Open();
        var read = await fresh.FiscalYears.SingleAsync(Cancellation);
        Assert.Equal((12, 12, Director, new Rupiah(700)), (read.ClosedThrough, read.Closings.Count, read.ClosedBy, read.Silpa?.Amount));
        Assert.Equal((new Rupiah(300), new Rupiah(400)), (read.Silpa!.Bound, read.Silpa.Free));
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
        var entry = JournalEntry.Post(
            year,
            Chart,
            July,
            "Penerimaan",
            new(nameof(Receipt), receipt.Id),
            Postings.Received(new Rupiah(900))
        );
        year.CloseMonth(new FiscalMonth(2024, 1), TrialBalance.Of([]), default, Finance, Now);
        var distribution = FeeDistribution.Prepare(
            FeeCalculation.Of(
                new Rupiah(10),
                new FeeDecree("1", [new("MERATA", Percent.Parse("100"), FeeMethod.Equal)]),
                [new("1", "Ani", "MERATA", null)]
            ),
            new Rupiah(10),
            Finance
        );
        await using var db = database.Open();
        var rules = new AllocationRules(await db.AllocationRules.ToListAsync(Cancellation));
        distribution.Approve(Director, "1", July, Now);
        distribution.Pay(July);
        var owed = StaffReceivable.Of(distribution, July)[0];
        owed.Repay(July, new Rupiah(4), "STS-1");
        var movement = BankMovement.Enter(July, BankMovementKind.Charge, new Rupiah(5), "RK-7", "Biaya", Finance);
        db.AddRange(year, claim, receipt, Allocation.Of(receipt, rules, Now), entry, distribution, owed, movement);
        await SaveAsync(db);

        foreach (
            var sql in new[]
            {
                "UPDATE wakatobi_JournalEntries SET Description = 'Lain'",
                "DELETE FROM wakatobi_JournalEntries",
                "UPDATE wakatobi_JournalLines SET Debit = Debit + 1",
                "DELETE FROM wakatobi_JournalLines",
                "UPDATE wakatobi_Receipts SET Amount = 1",
                "UPDATE wakatobi_Receipts SET Deductions = '[]'",
                "DELETE FROM wakatobi_ReceiptItems",
                "UPDATE wakatobi_StaffSettlements SET Amount = 1",
                "DELETE FROM wakatobi_StaffSettlements",
                "UPDATE wakatobi_BankMovements SET Amount = 1",
                "UPDATE wakatobi_BankMovements SET \"On\" = '2024-01-01'",
                "DELETE FROM wakatobi_BankMovements",
                "UPDATE wakatobi_Allocations SET Amounts = '[]'",
                "DELETE FROM wakatobi_Allocations",
                "UPDATE wakatobi_FeePayments SET Amount = 1",
                "DELETE FROM wakatobi_FeePayments",
                "UPDATE wakatobi_FeeDistributions SET Pool = 1",
                "UPDATE wakatobi_FeeDistributions SET Components = '[]'",
                "DELETE FROM wakatobi_FeeDistributions",
                "UPDATE wakatobi_MonthClosings SET Statement = 1",
            }
        )
        {
            var refusal = await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(sql, Cancellation));
            Assert.Contains("never changes", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Corrections_AreReadBackAsTheyWereStored()
    {
        await using var database = await SeededAsync();
        var claim = Claim(4);
        claim.DeclareComplete(July, "BA-1");
        claim.Verify(July, [new("RAWAT_JALAN", new Rupiah(900), default, default, default)]);
        var receipt = Receipt.Take(
            July,
            new Rupiah(801),
            "TRX",
            [(claim, new Rupiah(900))],
            [new DeductionEntry(claim, new Rupiah(99), "Audit", "BA-9")]
        );
        var reversal = ReceiptReversal.Propose(receipt, July.AddDays(2), "Salah bulan", Finance, Now);
        reversal.Confirm(Director, Now);
        var movement = BankMovement.Enter(July, BankMovementKind.Interest, new Rupiah(5), "RK-7", "Jasa giro Juli", Finance);
        movement.Reverse(July.AddDays(1), "Ganda");
        await using (var db = database.Open())
        {
            var given = Allocation.Of(receipt, new AllocationRules(await db.AllocationRules.ToListAsync(Cancellation)), Now);
            db.AddRange(claim, receipt, given, Allocation.ReversalOf(given, reversal.On, Now), reversal, movement);
            await SaveAsync(db);
        }

        await using var fresh = database.Open();
        var stored = await fresh.Receipts.SingleAsync(Cancellation);
        Assert.Equal((new Rupiah(900), new Rupiah(99), new Rupiah(801)), (stored.Gross, stored.Deducted, stored.Amount));
        Assert.Equal(receipt.Deductions, stored.Deductions);
        Assert.Equal(new Rupiah(99), (await fresh.ClaimMonths.SingleAsync(Cancellation)).Deducted);
        var read = await fresh.ReceiptReversals.SingleAsync(Cancellation);
        Assert.Equal((reversal.On, "Salah bulan", ReversalStatus.Confirmed, Director), (read.On, read.Reason, read.Status, read.DecidedBy));
        var allocations = await fresh.Allocations.OrderBy(allocation => allocation.IsReversal).ToListAsync(Cancellation);
        Assert.Equal([(July, 801L), (reversal.On, -801L)], allocations.Select(allocation => (allocation.On, allocation.Received.Amount)));
        var moved = await fresh.BankMovements.SingleAsync(Cancellation);
        Assert.Equal((BankMovementKind.Interest, July.AddDays(1), "Ganda"), (moved.Kind, moved.ReversedOn, moved.ReversalReason));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public async Task Reconciliation_IsReadBack_AndOnceItsMonthIsClosedNothingOfItChanges(Provider provider)
    {
        await using var database = await SeededAsync(provider);
        var year = new FiscalYear(2024);
        var entry = JournalEntry.Post(
            year,
            Chart,
            new DateOnly(2024, 1, 5),
            "Jasa giro",
            new("BankMovement", year.Id),
            Postings.Moved(BankMovementKind.Interest, new Rupiah(7))
        );
        var statement = Statement("jan.csv", new DateOnly(2024, 1, 5));
        var wrong = Statement("salah.csv", new DateOnly(2024, 2, 5));
        var line = statement.Lines[0];
        var match = BankMatch.Make(
            [line],
            [new BankEntry(entry.Id, entry.On, entry.Description, "RK-1", new Rupiah(7), null)],
            MatchWay.ByHand,
            closedThrough: null,
            Finance,
            Now
        );
        var file = new StoredFile([1, 2, 3], "application/pdf");
        var scan = new StatementScan(new FiscalMonth(2024, 1), file.Id, "jan.pdf", Finance, Now);
        await StoreAsync(database, year, entry, statement, wrong, file);
        await StoreAsync(database, match, scan);
        await using (var db = database.Open())
        {
            var read = await db.BankStatements.Include(item => item.Lines).SingleAsync(item => item.Id == statement.Id, Cancellation);
            Assert.Equivalent(line, Assert.Single(read.Lines), strict: true);
            var matched = await db.BankMatches.SingleAsync(Cancellation);
            Assert.Equal((line.Id, entry.Id), (Assert.Single(matched.Lines).LineId, Assert.Single(matched.Entries).EntryId));
            Assert.Equal((match.On, match.Way, Finance), (matched.On, matched.Way, matched.By));
            Assert.Equivalent(scan, await db.StatementScans.SingleAsync(Cancellation), strict: true);

            // Undone and made anew while its month is open; a line and an entry are in one match only.
            db.Remove(matched);
            await SaveAsync(db);
        }

        await StoreAsync(database, match);
        await Assert.ThrowsAsync<DbUpdateException>(() =>
            StoreAsync(
                database,
                BankMatch.Make(
                    [line],
                    [new BankEntry(entry.Id, entry.On, "", "", new Rupiah(7), null)],
                    MatchWay.ByHand,
                    null,
                    Finance,
                    Now
                )
            )
        );
        await using (var db = database.Open())
        {
            var open = await db.FiscalYears.SingleAsync(Cancellation);
            open.CloseMonth(new FiscalMonth(2024, 1), TrialBalance.Of([entry]), new Rupiah(5), Finance, Now, new Rupiah(2));
            await SaveAsync(db);
            Assert.Equal(new Rupiah(2), (await db.FiscalYears.AsNoTracking().SingleAsync(Cancellation)).Closings[0].Outstanding);
        }

        await using var closed = database.Open();
        foreach (
            var sql in new[]
            {
                "UPDATE wakatobi_BankStatements SET FileName = 'lain'",
                $"UPDATE wakatobi_BankStatements SET RemovalReason = 'lain' WHERE FileName = 'jan.csv'",
                "DELETE FROM wakatobi_BankStatements",
                "UPDATE wakatobi_StatementLines SET Text = 'lain'",
                "DELETE FROM wakatobi_StatementLines",
                "UPDATE wakatobi_BankMatches SET Way = 1",
                "DELETE FROM wakatobi_BankMatches",
                "DELETE FROM wakatobi_MatchedLines",
                "DELETE FROM wakatobi_MatchedEntries",
                "UPDATE wakatobi_StatementScans SET FileName = 'lain'",
                "DELETE FROM wakatobi_StatementScans",
            }
        )
        {
            var refusal = await Assert.ThrowsAnyAsync<Exception>(() => closed.Database.ExecuteSqlRawAsync(sql, Cancellation));
            Assert.Contains("never changes", refusal.Message, StringComparison.Ordinal);
        }

        // What is of an open month can still be removed.
        var later = await closed.BankStatements.Include(item => item.Lines).SingleAsync(item => item.Id == wrong.Id, Cancellation);
        later.Remove("Rekening lain", new DateOnly(2024, 1, 31), Director, Now);
        await SaveAsync(closed);
        await using var fresh = database.Open();
        var removed = await fresh.BankStatements.SingleAsync(item => item.Id == wrong.Id, Cancellation);
        Assert.Equal((Director, "Rekening lain", 1), (removed.RemovedBy, removed.RemovalReason, removed.Revision));
    }

    [Fact]
    public async Task AClaimsDecisionsAndHistory_AreReadBack_AndItsHistoryOutlivesIt()
    {
        await using var database = await SeededAsync();
        var claim = Claim(4);
        claim.DeclareComplete(July, "BA-1");
        claim.Verify(July, [new("RAWAT_JALAN", new Rupiah(700), new Rupiah(200), default, default)]);
        claim.Verify(July.AddDays(9), [new("RAWAT_JALAN", new Rupiah(900), default, default, default)], completeOn: July.AddDays(5));
        var change = ClaimChange.Of(claim, ClaimChangeKind.Verified, July, "BA-2", Finance, Now);
        await StoreAsync(database, claim, change);
        await using (var db = database.Open())
        {
            var read = await db.ClaimMonths.SingleAsync(Cancellation);
            Assert.Equal(claim.Decisions, read.Decisions);
            Assert.Equal((0, claim.EnteredOn), (read.Number, read.EnteredOn));
            db.Remove(read);
            await SaveAsync(db);
        }

        await using var fresh = database.Open();
        Assert.Equivalent(change, await fresh.ClaimChanges.SingleAsync(Cancellation), strict: true);
        foreach (var sql in new[] { "UPDATE wakatobi_ClaimChanges SET Text = 'lain'", "DELETE FROM wakatobi_ClaimChanges" })
        {
            var refusal = await Assert.ThrowsAnyAsync<Exception>(() => fresh.Database.ExecuteSqlRawAsync(sql, Cancellation));
            Assert.Contains("never changes", refusal.Message, StringComparison.Ordinal);
        }
    }

    private static BankStatement Statement(string name, DateOnly on) =>
        BankStatement.Import(
            name,
            StatementImport.Judge(
                new StatementSheet([new StatementRow(2, on, "JASA GIRO", "RK-1", 700, 0, 700)], null, null, []),
                new StatementContext([], null, null, new DateOnly(2024, 7, 1))
            ),
            Finance,
            Now
        );

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

    private static ClaimMonth Claim(int month) =>
        ClaimMonth.File(
            new FiscalMonth(2024, month),
            "INA-CBG",
            July,
            [new("RAWAT_JALAN", 3, new Rupiah(900))],
            Regulation9Of2024.Services,
            [],
            new ClaimTerms()
        );

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
        db.AuditEntries.Add(new AuditEntry(Actor.System, Now, new AuditAction("fund.test", "menguji"), "subjek", "uji"));
        await db.SaveChangesAsync(Cancellation);
    }

    private static async Task<TestDatabase> SeededAsync(Provider provider = Provider.Sqlite)
    {
        var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.Open();
        await PortalSeeder.SeedAsync(db, TestDatabase.Institution, TimeProvider.System, TestDatabase.Paginate, Cancellation);
        return database;
    }
}
