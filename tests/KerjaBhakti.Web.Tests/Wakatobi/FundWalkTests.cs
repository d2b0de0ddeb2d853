using System.Net;
using System.Security.Claims;
using AngleSharp.Dom;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Reconciliation;
using KerjaBhakti.Wakatobi.Spending;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Foundation.Scans;
using KerjaBhakti.Web.Wakatobi.Books;
using KerjaBhakti.Web.Wakatobi.Claims;
using KerjaBhakti.Web.Wakatobi.Fees;
using KerjaBhakti.Web.Wakatobi.Frame;
using KerjaBhakti.Web.Wakatobi.Receipts;
using KerjaBhakti.Web.Wakatobi.Spending;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Wakatobi;

/// <summary>
/// A whole 2024 as it broke the first version: jasa giro, its tax and charges every month, a receipt that was wrong and taken back, a
/// deduction of BPJS, a distribution that was paid, cancelled and made anew; twelve months reconciled line by line, the year closed, its
/// SiLPA, the report to the Regent, and January 2025. The year is lived by the services on its own days, because a browser would take
/// minutes for what it shows in <c>FundQuarterTests</c>; its end is walked over the pages from the start page on, by their links alone.
/// </summary>
public sealed class FundWalkTests : IAsyncLifetime
{
    private const long Filed = 1_000_000;
    private const long Opening = 100_000;

    private static readonly string[] Staff = ["P-1", "P-2"];

    private readonly ClaimsPrincipal user = TestUsers.Of(PortalRoles.KeuanganRsud);
    private readonly ClaimsPrincipal director = TestUsers.Of(PortalRoles.DirekturRsud);
    private readonly ManualTime time = new();
    private PortalUnderTest portal = null!;
    private HttpClient finance = null!;
    private FundWork work = null!;
    private WitaClock clock = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalUnderTest.StartAsync("--Portal:Today=2025-02-15");
        finance = await portal.CreateClientAsync(DemoAccounts.All.Single(demo => demo.Role == PortalRoles.KeuanganRsud).Email);
        clock = new WitaClock(time);
        work = new FundWork(portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>(), clock);
    }

    public async ValueTask DisposeAsync()
    {
        finance.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task AWholeYear_IsReconciledClosedReportedAndFollowedByJanuary_ByLinksAlone()
    {
        await LiveAsync();

        // December 2024 is the oldest open month, whatever today is: the start page leads there.
        var start = await finance.PageAsync("/kerja");
        var closing = await FollowAsync(start, "Tutup bulan");
        Assert.Equal("Tutup buku 2024", closing.QuerySelector("h1")!.TextContent);
        Assert.Contains("Semua 4 baris rekening koran cocok", closing.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        closing = await SendAsync(closing, "tutup-bulan");
        closing = await SendAsync(closing, "tutup-tahun");
        var silpa = closing.QuerySelector("[aria-label='Perhitungan SiLPA'] tfoot tr td")!.TextContent;

        // Every closed month leads to its lines, and the bank is the books on each of its last evenings.
        var months = closing.QuerySelectorAll("[aria-label='Bulan yang sudah ditutup'] tbody tr");
        Assert.Equal(12, months.Length);
        Assert.All(months, row => Assert.Equal(Cell(row, 0), Cell(row, 1)));
        var december = await GetAsync(months[^1].QuerySelector("td a")!.GetAttribute("href")!);
        Assert.Equal("Rp0", december.QuerySelector("#selisih")!.TextContent);
        Assert.Contains("JASA GIRO", december.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        // What the year left is what its bank holds.
        var books = await FollowAsync(closing, "Buku");
        Assert.Equal("Rp0", books.QuerySelector("#selisih")!.TextContent);
        var carried = await FollowAsync(books, "SiLPA");
        Assert.Contains(silpa[2..], carried.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(silpa, (await BankAsync(new DateOnly(2024, 12, 31))).ToString());

        // The report to the Regent names it.
        var reports = await FollowAsync(start, "Laporan");
        var form = reports.QuerySelector("main form[method=get], main form:not([method])")!;
        reports = await GetAsync($"{form.GetAttribute("action") ?? "/wakatobi/laporan"}?dari=2024-01&sampai=2024-12");
        var letter = await FollowAsync(reports, "Laporan Direktur kepada Bupati");
        Assert.Contains(silpa, letter.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        // January 2025 begins with what is left, and is the next the start page leads to.
        Go(2025, 2, 15);
        await ImportAsync(new FiscalMonth(2025, 1));
        closing = await FollowAsync(await finance.PageAsync("/kerja"), "Tutup bulan");
        Assert.Equal("Tutup buku 2025", closing.QuerySelector("h1")!.TextContent);
        closing = await SendAsync(closing, "tutup-bulan");
        Assert.Single(closing.QuerySelectorAll("[aria-label='Bulan yang sudah ditutup'] tbody tr"));

        await CheckAsync();
    }

    private static string Cell(IElement row, int index) => row.QuerySelectorAll("td.number")[index].TextContent;

    private async Task LiveAsync()
    {
        Go(2024, 3, 25);
        await new FundOpening(work, clock).EnterAsync(user, seen: null, 2024, new Rupiah(Opening), "LHP 2023", Cancellation);
        await new SpendingPlanning(work).EnterAsync(
            user,
            "Keputusan 1",
            new DateOnly(2024, 3, 25),
            [new SpendingShare("OBAT", Percent.Parse("100"))],
            Cancellation
        );
        foreach (var month in FiscalMonth.OfYear(2024))
        {
            await ClaimAsync(month);
            if (month.Month == 6)
            {
                await DistributeTwiceAsync();
            }

            if (month.Month is 6 or 10)
            {
                await SpendAsync(new DateOnly(2024, month.Month, 20));
            }

            Go(month.LastDay.AddDays(25));
            await ImportAsync(month);
            if (month.Month < 12)
            {
                await new FundClosing(work, clock).CloseMonthAsync(user, month, typed: null, Cancellation);
            }
        }
    }

    /// <summary>A month's claim, verified and paid within it; those before the regulation are paid on its first days.</summary>
    private async Task ClaimAsync(FiscalMonth month)
    {
        var claims = new ClaimBook(work, clock);
        var paid = month.Month < 4 ? new DateOnly(2024, 3, 26 + month.Month) : month.LastDay.AddDays(-2);
        Go(paid);
        await claims.FileAsync(user, month, "INA-CBG", month.FirstDay, [new ClaimFiling("ICU", 2, new Rupiah(Filed))], Cancellation);
        await claims.DeclareCompleteAsync(user, month, 0, month.FirstDay, "BA", Cancellation);
        var verdict = new ClaimVerdict("ICU", new Rupiah(Filed), Rupiah.Zero, Rupiah.Zero, Rupiah.Zero);
        await claims.VerifyAsync(user, month, 1, month.FirstDay, [verdict], Cancellation);
        if (month.Month == 5)
        {
            // Entered as half of what came, found out and taken back before the right one.
            var wrong = await ReceiveAsync(month, paid, Filed / 2, "TRX-SALAH");
            var receipts = new ReceiptBook(work, clock);
            await receipts.ProposeReversalAsync(user, wrong, paid, "Jumlah keliru", Cancellation);
            var reversal = (await receipts.FindAsync(director, wrong, Cancellation))!.Reversal!;
            await receipts.ConfirmReversalAsync(director, reversal.Id, reversal.Revision, Cancellation);
        }

        await ReceiveAsync(month, paid, Filed, $"TRX-{month}", month.Month == 8 ? 100_000 : 0);
    }

    private async Task<Guid> ReceiveAsync(FiscalMonth month, DateOnly on, long gross, string reference, long deducted = 0)
    {
        var claim = (await new ClaimBook(work, clock).OpenAsync(user, month.ToString(), Cancellation)).Claim!;
        IReadOnlyList<DeductionForm> kept = deducted == 0 ? [] : [new DeductionForm(claim.Id, new Rupiah(deducted), "Audit", "BA-AUDIT-1")];
        return await new ReceiptBook(work, clock).TakeAsync(
            user,
            on,
            new Rupiah(gross - deducted),
            reference,
            [(claim.Id, claim.Revision, new Rupiah(gross))],
            Cancellation,
            kept
        );
    }

    /// <summary>Paid, found to be wrong, cancelled, and made anew with what the staff owes kept back.</summary>
    private async Task DistributeTwiceAsync()
    {
        var fees = new FeeDistributions(work);
        foreach (var decree in new[] { "445/1", "445/2" })
        {
            var calculation = FeeCalculation.Of(
                new Rupiah(800_000),
                new FeeDecree(decree, [new FeeComponent("MERATA", Percent.Parse("100"), FeeMethod.Equal)]),
                [.. Staff.Select(person => new StaffPoints(person, person, "MERATA", Points: null))]
            );
            var id = await fees.PrepareAsync(user, calculation, [new FiscalMonth(2024, 4)], clock.Today, Cancellation);
            await fees.ApproveAsync(director, id, decree, clock.Today, Cancellation);
            await fees.PayAsync(user, id, clock.Today, Cancellation);
            if (decree == "445/1")
            {
                var seen = (await fees.OpenAsync(user, id, Cancellation))!.Revision;
                await fees.ProposeReversalAsync(user, id, seen, "Poin keliru", Cancellation);
                await fees.ConfirmReversalAsync(director, id, seen + 1, Cancellation);
            }
        }
    }

    private Task<Guid> SpendAsync(DateOnly on) =>
        new SpendingDesk(
            work,
            portal.Services.GetRequiredService<ScanReader>(),
            clock,
            new SpendingSettings(OverLimit.DirectorDecides)
        ).EnterAsync(user, new ExpenditureEntry(on, "OBAT", new Rupiah(300_000), $"SP2D-{on.Month}", "Penyedia", "Obat"), Cancellation);

    /// <summary>The bank knows what the books know, and pays interest, keeps its tax and charges: each is booked from its line.</summary>
    private async Task ImportAsync(FiscalMonth month)
    {
        var reconciliation = new BankReconciliation(work);
        var bank = (await reconciliation.OpenAsync(user, month, Cancellation)).Bank;
        var known = StatementOfBooks.Of(bank, new HashSet<Guid>());
        var rows = known.Rows.ToList();
        var balance = known.Closing!.Value;
        foreach (var (text, sen) in new[] { ("JASA GIRO", 10_050L), ("PAJAK JASA GIRO", -2_010), ("BIAYA ADM", -50_000) })
        {
            balance += sen;
            rows.Add(new StatementRow(rows.Count + 2, month.LastDay, text, string.Empty, Math.Max(0, sen), Math.Max(0, -sen), balance));
        }

        var reader = portal.Services.GetRequiredService<ScanReader>();
        await new BankStatements(work, clock, reader).ImportAsync(
            user,
            $"rekening-{month}.csv",
            known with
            {
                Rows = rows,
                Closing = balance,
            },
            rows.Count,
            Cancellation
        );
        foreach (var line in (await reconciliation.OpenAsync(user, month, Cancellation)).Bank.UnmatchedLines)
        {
            await reconciliation.EnterAsync(user, line.Id, BankText.Guess(line)!.Value, $"RK-{month}-{line.Text}", line.Text, Cancellation);
        }
    }

    /// <summary>An accountant's checks from outside.</summary>
    private async Task CheckAsync()
    {
        await using var db = await portal
            .Services.GetRequiredService<IDbContextFactory<PortalDbContext>>()
            .CreateDbContextAsync(Cancellation);
        Assert.Equal(Rupiah.Zero, TrialBalance.Of(await db.JournalEntries.ToListAsync(Cancellation)).Difference);
        var receipts = await db.Receipts.ToDictionaryAsync(receipt => receipt.Id, Cancellation);
        foreach (var allocation in await db.Allocations.Where(item => !item.IsReversal).ToListAsync(Cancellation))
        {
            var net = receipts[allocation.ReceiptId].Amount.Amount;
            Assert.Equal((net + 1) / 2, allocation.For(FundPurpose.Fees).Amount);
            Assert.Equal(net / 2, allocation.For(FundPurpose.Spending).Amount);
        }

        Assert.Equal(
            0,
            await db.StatementLines.CountAsync(
                line => !db.BankMatches.Any(match => match.Lines.Any(item => item.LineId == line.Id)),
                Cancellation
            )
        );
        if (Hledger.IsInstalled)
        {
            await Hledger.AgreesAsync((await new FundBooks(work).YearAsync(user, 2024, Cancellation))!, Cancellation);
        }
    }

    private async Task<Rupiah> BankAsync(DateOnly on) =>
        (await new FundBooks(work).BalancesAsync(user, on, Cancellation)).Balance[ChartOfAccounts.Bank];

    private void Go(int year, int month, int day) => Go(new DateOnly(year, month, day));

    private void Go(DateOnly day) => time.Now = new DateTimeOffset(day.ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero);

    /// <summary>Follows the link of a page whose text begins so.</summary>
    private Task<IDocument> FollowAsync(IDocument page, string text)
    {
        var link = page.QuerySelectorAll("a[href]")
            .FirstOrDefault(link => link.TextContent.Trim().StartsWith(text, StringComparison.Ordinal))
            ?? page.QuerySelectorAll("a[href]").FirstOrDefault(link => link.TextContent.Contains(text, StringComparison.Ordinal));
        Assert.True(link is not null, $"No link '{text}' on {page.QuerySelector("h1")?.TextContent}.");
        return GetAsync(link.GetAttribute("href")!);
    }

    private async Task<IDocument> GetAsync(string address) => await finance.PageAsync(address);

    /// <summary>Sends a form of a page as it stands and opens where it leads.</summary>
    private async Task<IDocument> SendAsync(IDocument page, string form)
    {
        var sent = page.QuerySelectorAll("form").Single(item => item.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form);
        var fields = sent.QuerySelectorAll("input[name]")
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? string.Empty);
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await finance.PostAsync("/wakatobi/buku/tutup", content, Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Cancellation));
        return await GetAsync(new Uri(portal.Address, answer.Headers.Location!).PathAndQuery);
    }

    private sealed class ManualTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
