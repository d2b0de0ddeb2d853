using System.Globalization;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Web.Wakatobi.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Wakatobi.Demo;

/// <summary>The invented year that a demonstration starts with.</summary>
public sealed class DemoFundTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DemoYear_IsWholeAndClosed_AndEveryPageSaysThatItIsInvented()
    {
        var fixture = new PortalFixture();
        await fixture.InitializeAsync("--Portal:Today=2025-03-01", "--Portal:DemoFund=true");
        await using var portal = fixture.Portal;
        await using (
            var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Cancellation)
        )
        {
            Assert.Equal(12, await db.ClaimMonths.CountAsync(Cancellation));
            Assert.Equal(2, await db.FeeDistributions.CountAsync(Cancellation));
            Assert.Equal(Rupiah.Zero, TrialBalance.Of(await db.JournalEntries.ToListAsync(Cancellation)).Difference);
            var year = await db.FiscalYears.SingleAsync(year => year.Year == 2024, Cancellation);
            Assert.True(year.Silpa!.Amount > Rupiah.Zero);
        }

        using var finance = await fixture.ClientOfAsync(PortalRoles.KeuanganRsud);
        foreach (var path in new[] { "/wakatobi", "/wakatobi/klaim", "/wakatobi/jasa", "/wakatobi/belanja?tahun=2024", "/wakatobi/buku" })
        {
            Assert.Contains("Data contoh.", await finance.GetStringAsync(path, Cancellation), StringComparison.Ordinal);
        }

        using var staff = await fixture.ClientOfAsync(PortalRoles.PegawaiRsud);
        Assert.Contains("CONTOH/445/02/2024", await staff.GetStringAsync("/wakatobi/saya", Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-07-15", 2024, 6)]
    [InlineData("2025-01-20", 2024, 12)]
    public async Task DemoYear_HasAnOpenMonthWithLinesOfTheBankThatNobodyBooked(string today, int year, int month)
    {
        var fixture = new PortalFixture();
        await fixture.InitializeAsync($"--Portal:Today={today}", "--Portal:DemoFund=true");
        await using var portal = fixture.Portal;
        using var finance = await fixture.ClientOfAsync(PortalRoles.KeuanganRsud);

        var page = await finance.PageAsync($"/wakatobi/rekening/{year}/{month}");
        Assert.Equal(
            ["JASA GIRO", "PAJAK JASA GIRO", "BIAYA ADM"],
            page.QuerySelectorAll("table[data-side=bank] tbody th").Select(cell => cell.TextContent.Trim())
        );
        Assert.Contains("3 baris bank", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("a.button:not(.button-secondary)"));

        // The month before is closed: nothing is to be imported into it any more.
        var closed = await finance.PageAsync($"/wakatobi/rekening/{year}/{month - 1}");
        Assert.Empty(closed.QuerySelectorAll("main a[href='/wakatobi/rekening/impor']"));
        Assert.Contains("Biaya", await finance.GetStringAsync("/wakatobi/buku/bank", Cancellation), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What an accountant reckons from outside, with nothing of the program's own arithmetic.</summary>
    [Fact]
    public async Task DemoYear_AsAnAccountantChecksIt_IsRightToTheRupiah()
    {
        await using var portal = await PortalUnderTest.StartAsync("--Portal:Today=2025-03-01", "--Portal:DemoFund=true");
        await using var db = await portal.DatabaseAsync();
        var entries = await db.JournalEntries.AsNoTracking().ToListAsync(Cancellation);
        Assert.All(entries, entry => Assert.Equal(0, entry.Lines.Sum(line => line.Debit.Amount - line.Credit.Amount)));

        // The bank by the books is the bank by its statement, every month.
        var year = await db.FiscalYears.AsNoTracking().SingleAsync(item => item.Year == 2024, Cancellation);
        var lines = await db.StatementLines.AsNoTracking().ToListAsync(Cancellation);
        Assert.Equal(12, year.Closings.Count);
        foreach (var closing in year.Closings)
        {
            var books = entries
                .Where(entry => entry.On <= closing.On)
                .SelectMany(entry => entry.Lines)
                .Where(line => line.Account == ChartOfAccounts.Bank)
                .Sum(line => line.Debit.Amount - line.Credit.Amount);
            var bank = DemoYear.Opening.Amount
                + lines.Where(line => line.On <= closing.On).Sum(line => line.In.Amount - line.Out.Amount);
            Assert.Equal((closing.Statement.Amount, closing.Statement.Amount), (books, bank));
        }

        // Half and half, the odd rupiah to the fees.
        var receipts = await db.Receipts.AsNoTracking().ToListAsync(Cancellation);
        var allocations = await db.Allocations.AsNoTracking().ToDictionaryAsync(item => item.ReceiptId, Cancellation);
        Assert.All(
            receipts,
            receipt =>
                Assert.Equal(
                    ((receipt.Amount.Amount + 1) / 2, receipt.Amount.Amount / 2),
                    (
                        allocations[receipt.Id].For(FundPurpose.Fees).Amount,
                        allocations[receipt.Id].For(FundPurpose.Spending).Amount
                    )
                )
        );
        foreach (var distribution in await db.FeeDistributions.AsNoTracking().ToListAsync(Cancellation))
        {
            AssertLargestRemainder(distribution);
        }

        // SiLPA is what the bank is left with.
        Assert.Equal(year.Closings.Single(closing => closing.On.Month == 12).Statement, year.Silpa!.Amount);
    }

    /// <summary>The method of the largest remainder in decimals of its own: 28 digits are enough for the invented points.</summary>
    private static void AssertLargestRemainder(FeeDistribution distribution)
    {
        var pools = Split(
            distribution.Pool.Amount,
            distribution.Components.Select(item => (item.Code, Weight: Number(item.Share.ToString())))
        );
        foreach (var component in distribution.Components)
        {
            var payments = distribution.Payments.Where(payment => payment.Component == component.Code).ToList();
            var expected = Split(
                pools[component.Code],
                payments.Select(payment => (payment.StaffId, component.Method == FeeMethod.Equal ? 1 : Number(payment.Points)))
            );
            Assert.Equal(
                expected.OrderBy(item => item.Key, StringComparer.Ordinal),
                payments
                    .OrderBy(payment => payment.StaffId, StringComparer.Ordinal)
                    .Select(payment => KeyValuePair.Create(payment.StaffId, payment.Amount.Amount))
            );
        }
    }

    private static Dictionary<string, long> Split(long whole, IEnumerable<(string Code, decimal Weight)> weights)
    {
        var parts = weights.ToList();
        var all = parts.Sum(part => part.Weight);
        var exact = parts.Select(part => (part.Code, Numerator: whole * part.Weight)).ToList();
        var floors = exact.ToDictionary(part => part.Code, part => (long)decimal.Floor(part.Numerator / all));
        var left = whole - floors.Values.Sum();
        foreach (
            var (code, _) in exact
                .OrderByDescending(part => part.Numerator - (floors[part.Code] * all))
                .ThenBy(part => part.Code, StringComparer.Ordinal)
                .Take((int)left)
        )
        {
            floors[code]++;
        }

        return floors;
    }

    private static decimal Number(string text) =>
        decimal.Parse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("--Portal:Today=2015-06-05", "--Portal:DemoFund=true")]
    [InlineData("--Portal:Today=2025-03-01", "--Portal:DemoFund=false")]
    [InlineData("--environment=Production", "--Portal:DemoFund=true")]
    public async Task DemoYear_BeforeItBeginsOrNotWantedOrInProduction_IsNotEntered(params string[] settings)
    {
        await using var portal = await PortalUnderTest.StartAsync(settings);

        await using var db = await portal
            .Services.GetRequiredService<IDbContextFactory<PortalDbContext>>()
            .CreateDbContextAsync(Cancellation);
        Assert.Empty(await db.ClaimMonths.ToListAsync(Cancellation));
        Assert.DoesNotContain(await db.AuditEntries.ToListAsync(Cancellation), entry => entry.Action == "fund.demo");
    }
}
