using System.Globalization;
using System.Security.Claims;
using KerjaBhakti.Benchmarks.Portal;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Spending;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Claims;
using KerjaBhakti.Web.Wakatobi.Fees;
using KerjaBhakti.Web.Wakatobi.Frame;
using KerjaBhakti.Web.Wakatobi.Receipts;
using KerjaBhakti.Web.Wakatobi.Spending;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Benchmarks.Fund;

/// <summary>
/// Enters a generated 2024 through the services, as people would: each step its own transaction with its journal and audit entries.
/// </summary>
internal sealed class FundYear(IServiceProvider services, int staff, int expenditures)
{
    public const int Year = 2024;

    private readonly Random random = new(9);
    private ClaimsPrincipal finance = null!;
    private ClaimsPrincipal director = null!;

    public async Task EnterAsync()
    {
        finance = await services.PrincipalAsync(LocalPortal.DemoEmail(PortalRoles.KeuanganRsud));
        director = await services.PrincipalAsync(LocalPortal.DemoEmail(PortalRoles.DirekturRsud));
        await services
            .GetRequiredService<SpendingPlanning>()
            .EnterAsync(finance, "Rencana", new DateOnly(Year, 3, 25), Shares(), CancellationToken.None);

        // Two people enter the payments at once, in the order they come to.
        var payments = new List<(FiscalMonth Month, int Part)>();
        foreach (var month in FiscalMonth.OfYear(Year))
        {
            await FileAndVerifyAsync(month);
            payments.AddRange([(month, 1), (month, 2), (month, 3)]);
        }

        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(payments));
        await Task.WhenAll(payments.Chunk((payments.Count + 1) / 2).Select(ReceiveAsync));
        await DistributeAsync();
        await SpendAsync();
    }

    private static List<SpendingShare> Shares() =>
        [
            .. Regulation9Of2024.Categories.Select(
                (category, index) => new SpendingShare(category.Code, Percent.Parse(index == 0 ? "10" : "9"))
            ),
        ];

    // Filed, answered and paid on its last day, once the rule is in force, so that every payment falls into the year.
    private static DateOnly DayOf(FiscalMonth month) => month.Month < 4 ? new DateOnly(Year, 3, 31) : month.LastDay;

    private async Task FileAndVerifyAsync(FiscalMonth month)
    {
        var book = services.GetRequiredService<ClaimDesk>();
        var filed = DayOf(month);
        var filings = Regulation9Of2024
            .Services.Select(service => new ClaimFiling(service.Code, 100, new Rupiah(random.NextInt64(500_000_000, 900_000_000))))
            .ToList();
        await book.FileAsync(finance, month, "INA-CBG", filed, filings, CancellationToken.None);
        var claim = (await book.OpenAsync(finance, month.ToString(), CancellationToken.None)).Claim!;
        await book.DeclareCompleteAsync(finance, month, claim.Revision, filed, $"BA {month}", CancellationToken.None);
        var verdicts = filings
            .Select(filing => new ClaimVerdict(filing.Service, filing.Filed, Rupiah.Zero, Rupiah.Zero, Rupiah.Zero))
            .ToList();
        await book.VerifyAsync(finance, month, claim.Revision + 1, filed, verdicts, CancellationToken.None);
    }

    private async Task ReceiveAsync((FiscalMonth Month, int Part)[] payments)
    {
        foreach (var (month, part) in payments)
        {
            var claim = (
                await services.GetRequiredService<ClaimDesk>().OpenAsync(finance, month.ToString(), CancellationToken.None)
            ).Claim!;

            // A third of what is owed at that moment; two who pay the same claim at once get one refusal, and try again.
            try
            {
                var amount = new Rupiah(claim.Owed.Amount / 3);
                await services
                    .GetRequiredService<ReceiptDesk>()
                    .TakeAsync(
                        finance,
                        DayOf(month),
                        amount,
                        $"TRX {month} {part}",
                        [(claim.Id, claim.Revision, amount)],
                        CancellationToken.None
                    );
            }
            catch (FundRefusedException)
            {
                await ReceiveAsync([(month, part)]);
            }
        }
    }

    private async Task DistributeAsync()
    {
        var fees = services.GetRequiredService<FeeDistributions>();
        for (var number = 1; number <= 2; number++)
        {
            var pool = new Rupiah((await fees.ListAsync(finance, CancellationToken.None)).Pool.Available.Amount / 2);
            var decree = new FeeDecree(
                string.Create(CultureInfo.InvariantCulture, $"{number}"),
                [
                    new FeeComponent("LANGSUNG", Percent.Parse("60"), FeeMethod.Points),
                    new FeeComponent("MERATA", Percent.Parse("40"), FeeMethod.Equal),
                ]
            );
            var on = new DateOnly(Year, 12, 31);
            var id = await fees.PrepareAsync(
                finance,
                FeeCalculation.Of(pool, decree, [.. Staff()]),
                [new FiscalMonth(Year, number)],
                on,
                CancellationToken.None
            );
            await fees.ApproveAsync(director, id, decree.Number, on, CancellationToken.None);
            await fees.PayAsync(finance, id, on, CancellationToken.None);
        }
    }

    private IEnumerable<StaffPoints> Staff()
    {
        for (var index = 0; index < staff; index++)
        {
            var (id, name) = (
                string.Create(CultureInfo.InvariantCulture, $"P{index:D4}"),
                string.Create(CultureInfo.InvariantCulture, $"Pegawai {index}")
            );
            _ = ExactDecimal.TryParse(
                string.Create(CultureInfo.InvariantCulture, $"{random.Next(1, 400)}.{random.Next(10)}"),
                out var points
            );
            yield return new StaffPoints(id, name, "LANGSUNG", points);
            yield return new StaffPoints(id, name, "MERATA", Points: null);
        }
    }

    /// <summary>
    /// Through the aggregate, the journal and the trail as the desk does, but a thousand in one transaction: what is measured is the year,
    /// not how long people take to type it.
    /// </summary>
    private async Task SpendAsync()
    {
        var lines = (await services.GetRequiredService<SpendingDesk>().OpenAsync(finance, Year, CancellationToken.None)).Lines;
        var budgets = lines.ToDictionary(line => line.Category.Code, line => line.Budget);
        var most = budgets.Values.Min(budget => budget.Left.Amount) * budgets.Count / expenditures;
        foreach (var thousand in Enumerable.Range(0, expenditures).Chunk(1_000))
        {
            await services
                .GetRequiredService<FundWork>()
                .DoAsync(finance, Access.EnterFund, step => SpendAsync(step, thousand, lines, budgets, most), CancellationToken.None);
        }
    }

    private async Task SpendAsync(
        FundStep step,
        int[] numbers,
        IReadOnlyList<SpendingLine> lines,
        Dictionary<string, CategoryBudget> budgets,
        long most
    )
    {
        foreach (var number in numbers)
        {
            var (category, budget) = (lines[number % lines.Count].Category, budgets[lines[number % lines.Count].Category.Code]);
            var document = string.Create(CultureInfo.InvariantCulture, $"SP2D-{number:D6}");
            var entry = new ExpenditureEntry(
                new DateOnly(Year, 4, 1).AddDays(number % 270),
                category.Code,
                new Rupiah(random.NextInt64(1, most)),
                document,
                "Penyedia",
                "Belanja"
            );
            var expenditure = Expenditure.Enter(entry, budget, OverLimit.Refused, category.Name);
            budgets[category.Code] = budget with { Spent = budget.Spent + entry.Amount };
            step.Db.Expenditures.Add(expenditure);
            step.Note(new AuditAction("fund.spent", "mengukur"), expenditure.Id, document);
            await step.PostAsync(
                entry.On,
                document,
                new EntrySource(nameof(Expenditure), expenditure.Id),
                Postings.Spent(category.Code, entry.Amount)
            );
        }
    }
}
