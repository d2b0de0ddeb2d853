using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
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
