using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Wakatobi;
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
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Books;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Wakatobi;

/// <summary>
/// A portal in which the fund lived through 2024: SiLPA of Rp300.000 before it, a claim of March paid with Rp2.000.001 in May, fees,
/// spending, some of it taken back in a later month, and an urgent use of SiLPA.
/// </summary>
public sealed class FundYear : IAsyncLifetime
{
    private PortalUnderTest portal = null!;

    /// <summary>The portal's date.</summary>
    public string Today { get; init; } = "2024-07-15";

    /// <summary>A browser in which finance is signed in.</summary>
    public HttpClient Finance { get; private set; } = null!;

    private static CancellationToken Cancellation => CancellationToken.None;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalUnderTest.StartAsync($"--Portal:Today={Today}");
        Finance = await ClientOfAsync(PortalRoles.KeuanganRsud);
        await DoAsync(ClaimAndReceiveAsync);
        await DoAsync(SpendAsync);
        await DoAsync(DistributeAndUseSilpaAsync);
    }

    public async ValueTask DisposeAsync()
    {
        Finance.Dispose();
        await portal.DisposeAsync();
    }

    public Task<HttpClient> ClientOfAsync(string role) =>
        portal.CreateClientAsync(DemoAccounts.All.Single(demo => demo.Role == role).Email);

    public async Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> read)
    {
        await using var db = await portal
            .Services.GetRequiredService<IDbContextFactory<PortalDbContext>>()
            .CreateDbContextAsync(Cancellation);
        return await read(db);
    }

    /// <summary>Closes every month of a year as the bank confirms it, and the year.</summary>
    public async Task<Silpa> CloseAsync(int year)
    {
        Silpa? closed = null;
        await DoAsync(async step =>
        {
            var closing = await step.YearOfAsync(new DateOnly(year, 12, 31));
            foreach (var month in FiscalMonth.OfYear(year))
            {
                var balance = await BookSums.ThroughAsync(step.Db, month.LastDay, Cancellation);
                closing.CloseMonth(month, balance, balance[ChartOfAccounts.Bank], step.By, step.At);
            }

            step.Db.Add(
                closing.Close(
                    await step.ChartAsync(),
                    await BookSums.ThroughAsync(step.Db, new DateOnly(year, 12, 31), Cancellation),
                    (await FundCashReading.ReadAsync(step.Db, Cancellation)).On(new DateOnly(year, 12, 31)).Fees,
                    step.By,
                    step.At
                )!
            );
            step.Note(FundActions.YearClosed, closing.Id, "2024");
            closed = closing.Silpa;
        });
        return closed!;
    }

    /// <summary>Changes the fund as finance.</summary>
    public Task DoAsync(Func<FundStep, Task> work)
    {
        return portal
            .Services.GetRequiredService<FundWork>()
            .DoAsync(TestUsers.Of(PortalRoles.KeuanganRsud), Access.EnterFund, work, Cancellation);
    }

    private static async Task ClaimAndReceiveAsync(FundStep step)
    {
        await step.PostAsync(
            new DateOnly(2024, 1, 2),
            "Saldo awal",
            new EntrySource("Opening", Guid.NewGuid()),
            Postings.Opening(new Rupiah(300_000))
        );
        var services = await step.Db.ClaimServices.AsNoTracking().ToListAsync(Cancellation);
        var claim = ClaimMonth.File(
            new FiscalMonth(2024, 3),
            "INA-CBG",
            new DateOnly(2024, 4, 1),
            [new ClaimFiling("RAWAT_JALAN", 10, new Rupiah(600_000)), new ClaimFiling("RAWAT_INAP", 5, new Rupiah(1_900_000))],
            services,
            [],
            new ClaimTerms()
        );
        var verified = new DateOnly(2024, 4, 20);
        claim.Verify(
            verified,
            [
                new ClaimVerdict("RAWAT_JALAN", new Rupiah(500_000), new Rupiah(60_000), new Rupiah(30_000), new Rupiah(10_000)),
                new ClaimVerdict("RAWAT_INAP", new Rupiah(1_500_001), Rupiah.Zero, Rupiah.Zero, new Rupiah(399_999)),
            ]
        );
        await step.PostAsync(verified, "Verifikasi", new EntrySource(nameof(ClaimMonth), claim.Id), Postings.Verified(claim.Verified));
        var receipt = Receipt.Take(new DateOnly(2024, 5, 2), claim.Verified, "TRX-1", [(claim, claim.Verified)]);
        var rules = new AllocationRules(await step.Db.AllocationRules.AsNoTracking().ToListAsync(Cancellation));
        var plan = new SpendingPlan(
            "Keputusan 1",
            new DateOnly(2024, 3, 25),
            null,
            [new SpendingShare("OBAT", Percent.Parse("60")), new SpendingShare("BMHP", Percent.Parse("40"))],
            await step.Db.SpendingCategories.AsNoTracking().ToListAsync(Cancellation)
        );
        step.Db.AddRange(claim, receipt, plan, Allocation.Of(receipt, rules, step.At));
        await step.PostAsync(
            receipt.ReceivedOn,
            "Penerimaan TRX-1",
            new EntrySource(nameof(Receipt), receipt.Id),
            Postings.Received(receipt.Amount)
        );
        step.Note(FundActions.Received, receipt.Id, receipt.Reference);
    }

    private static async Task SpendAsync(FundStep step)
    {
        var plenty = new Rupiah(1_000_000);
        foreach (
            var (on, category, amount) in new[]
            {
                ("2024-05-10", "OBAT", 250_000),
                ("2024-06-11", "OBAT", 30_000),
                ("2024-06-20", "BMHP", 100_000),
            }
        )
        {
            await PostAsync(
                step,
                Expenditure.Enter(Entry(on, category, amount), new CategoryBudget(category, plenty, Rupiah.Zero), OverLimit.Refused)
            );
        }

        var wrong = Expenditure.Enter(
            Entry("2024-05-12", "OBAT", 20_000),
            new CategoryBudget("OBAT", plenty, Rupiah.Zero),
            OverLimit.Refused
        );
        await PostAsync(step, wrong);
        await step.Db.SaveChangesAsync(Cancellation);
        wrong.Reverse("Salah catat.", new DateOnly(2024, 6, 5));
        await step.ReverseAsync(wrong.Id, new DateOnly(2024, 6, 5), "Salah catat.");
        step.Note(FundActions.SpendingReversed, wrong.Id, wrong.Document);
    }

    private static async Task DistributeAndUseSilpaAsync(FundStep step)
    {
        var fees = new EntrySource(nameof(FeeDistribution), Guid.NewGuid());
        await step.PostAsync(new DateOnly(2024, 6, 10), "Persetujuan jasa", fees, Postings.FeesApproved(new Rupiah(500_000)));
        await step.PostAsync(new DateOnly(2024, 6, 12), "Pembayaran jasa", fees, Postings.FeesPaid(new Rupiah(400_000)));
        var use = SilpaUse.Urgent(
            2024,
            new Rupiah(300_000),
            new Rupiah(200_000),
            SilpaPurpose.Capital,
            "Ventilator",
            UrgentCriterion.DelayCausesLoss,
            new LegalDocument("900/7", new DateOnly(2024, 6, 3))
        );
        use.Approve(new Person("d", "Direktur"), step.At);
        step.Db.Add(use);
        var equipment = Regulation9Of2024.Categories.Single(category => category.Code == "ALKES");
        await PostAsync(step, Expenditure.EnterFromSilpa(Entry("2024-06-15", "ALKES", 120_000), use, equipment));
    }

    private static ExpenditureEntry Entry(string on, string category, int amount) =>
        new(
            DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture),
            category,
            new Rupiah(amount),
            $"SP2D {on}",
            "Penyedia",
            "Keperluan uji"
        );

    private static async Task PostAsync(FundStep step, Expenditure expenditure)
    {
        step.Db.Add(expenditure);
        step.Note(FundActions.Spent, expenditure.Id, expenditure.Document);
        await step.PostAsync(
            expenditure.On,
            $"Belanja {expenditure.Document}",
            new EntrySource(nameof(Expenditure), expenditure.Id),
            Postings.Spent(expenditure.Category, expenditure.Amount)
        );
    }
}
