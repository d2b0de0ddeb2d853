using System.Security.Claims;
using System.Text;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Reconciliation;
using KerjaBhakti.Wakatobi.Spending;
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

namespace KerjaBhakti.Tests;

/// <summary>
/// A whole 2024 as it broke the first version, lived by the services on its own days: jasa giro, its tax and charges every month, a
/// receipt that was wrong and taken back, a deduction of BPJS, a distribution that was paid, cancelled and made anew; months reconciled
/// line by line and closed.
/// </summary>
internal sealed class FundLife
{
    private const long Filed = 1_000_000;
    private const long Opening = 100_000;

    private static readonly string[] Staff = ["P-1", "P-2"];

    private readonly ClaimsPrincipal user = TestUsers.Of(PortalRoles.KeuanganRsud);
    private readonly ClaimsPrincipal director = TestUsers.Of(PortalRoles.DirekturRsud);
    private readonly ManualTime time = new();
    private readonly WitaClock clock;
    private readonly ScanReader reader;

    /// <summary>The life of a portal's fund.</summary>
    public FundLife(PortalUnderTest portal)
    {
        clock = new WitaClock(time);
        reader = portal.Services.GetRequiredService<ScanReader>();
        Work = new FundWork(portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>(), clock);
    }

    /// <summary>The fund's work on the day it is.</summary>
    public FundWork Work { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Lives the year; the last of its months are imported and closed only up to these.</summary>
    /// <param name="imported">The last month whose statement comes, 1 to 12.</param>
    /// <param name="closed">The last month that is closed.</param>
    public async Task LiveAsync(int imported, int closed)
    {
        Go(2024, 3, 25);
        await new FundOpening(Work, clock).EnterAsync(user, seen: null, 2024, new Rupiah(Opening), "LHP 2023", Cancellation);
        await new SpendingPlanning(Work).EnterAsync(
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
            if (month.Month <= imported)
            {
                await ImportAsync(month);
            }

            if (month.Month <= closed)
            {
                await new FundClosing(Work, clock).CloseMonthAsync(user, month, typed: null, Cancellation);
            }
        }
    }

    /// <summary>A month's claim, verified and paid within it; those before the regulation are paid on its first days.</summary>
    private async Task ClaimAsync(FiscalMonth month)
    {
        var claims = new ClaimDesk(Work, clock);
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
            var receipts = new ReceiptDesk(Work, clock);
            await receipts.ProposeReversalAsync(user, wrong, paid, "Jumlah keliru", Cancellation);
            var reversal = (await receipts.FindAsync(director, wrong, Cancellation))!.Reversal!;
            await receipts.ConfirmReversalAsync(director, reversal.Id, reversal.Revision, Cancellation);
        }

        await ReceiveAsync(month, paid, Filed, $"TRX-{month}", month.Month == 8 ? 100_000 : 0);
    }

    private async Task<Guid> ReceiveAsync(FiscalMonth month, DateOnly on, long gross, string reference, long deducted = 0)
    {
        var claim = (await new ClaimDesk(Work, clock).OpenAsync(user, month.ToString(), Cancellation)).Claim!;
        IReadOnlyList<DeductionForm> kept = deducted == 0 ? [] : [new DeductionForm(claim.Id, new Rupiah(deducted), "Audit", "BA-AUDIT-1")];
        return await new ReceiptDesk(Work, clock).TakeAsync(
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
        var fees = new FeeDistributions(Work);
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
            Work,
            reader,
            clock,
            new SpendingSettings(OverLimit.DirectorDecides)
        ).EnterAsync(user, new ExpenditureEntry(on, "OBAT", new Rupiah(300_000), $"SP2D-{on.Month}", "Penyedia", "Obat"), Cancellation);

    /// <summary>
    /// What the bank says of a month: it knows what the books know, and pays interest, keeps its tax and charges.
    /// </summary>
    public async Task<StatementSheet> StatementAsync(FiscalMonth month)
    {
        var bank = (await new BankReconciliation(Work).OpenAsync(user, month, Cancellation)).Bank;
        var known = StatementOfBooks.Of(bank, new HashSet<Guid>());
        var rows = known.Rows.ToList();
        var balance = known.Closing!.Value;
        foreach (var (text, sen) in new[] { ("JASA GIRO", 10_050L), ("PAJAK JASA GIRO", -2_010), ("BIAYA ADM", -50_000) })
        {
            balance += sen;
            rows.Add(new StatementRow(rows.Count + 2, month.LastDay, text, string.Empty, Math.Max(0, sen), Math.Max(0, -sen), balance));
        }

        return known with
        {
            Rows = rows,
            Closing = balance,
        };
    }

    /// <summary>The same as a bank gives it out: csv with semicolons, amounts to the sen.</summary>
    public async Task<byte[]> FileAsync(FiscalMonth month)
    {
        var sheet = await StatementAsync(month);
        var lines = sheet.Rows.Select(row =>
            FormattableString.Invariant($"{row.On:dd/MM/yyyy};{row.Text};{Written(row.Out)};{Written(row.In)};")
            + $"{Written(row.Balance)};{row.Reference}"
        );
        return Encoding.UTF8.GetBytes(string.Join('\n', lines.Prepend("Tanggal;Keterangan;Debet;Kredit;Saldo;No. Referensi")));

        static string Written(long sen) => sen == 0 ? string.Empty : FormattableString.Invariant($"{sen / 100},{sen % 100:D2}");
    }

    /// <summary>Imports the statement of a month, and books what only the bank knew from its lines.</summary>
    public async Task ImportAsync(FiscalMonth month)
    {
        var sheet = await StatementAsync(month);
        await new BankStatements(Work, clock, reader).ImportAsync(user, $"rekening-{month}.csv", sheet, sheet.Rows.Count, Cancellation);
        var reconciliation = new BankReconciliation(Work);
        foreach (var line in (await reconciliation.OpenAsync(user, month, Cancellation)).Bank.UnmatchedLines)
        {
            await reconciliation.EnterAsync(user, line.Id, BankText.Guess(line)!.Value, $"RK-{month}-{line.Text}", line.Text, Cancellation);
        }
    }

    /// <summary>Goes to noon of a day.</summary>
    public void Go(DateOnly day) => time.Now = new DateTimeOffset(day.ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero);

    private void Go(int year, int month, int day) => Go(new DateOnly(year, month, day));

    private sealed class ManualTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
