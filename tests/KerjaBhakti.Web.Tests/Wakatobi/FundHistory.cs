using System.Globalization;
using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.CarryOver;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Spending;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Foundation.Scans;
using KerjaBhakti.Web.Wakatobi.Books;
using KerjaBhakti.Web.Wakatobi.CarryOver;
using KerjaBhakti.Web.Wakatobi.Claims;
using KerjaBhakti.Web.Wakatobi.Fees;
using KerjaBhakti.Web.Wakatobi.Frame;
using KerjaBhakti.Web.Wakatobi.Receipts;
using KerjaBhakti.Web.Wakatobi.Spending;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Wakatobi;

/// <summary>
/// A hospital's years as finance and Director make them up: any step the services allow, on any date they allow, in any order, from a seed.
/// Beside the services it keeps a reckoning of its own that knows nothing of accounts: so much came, so much of it is the fees', so much
/// was paid out of which part. Whatever a service took must agree with it, on every evening.
/// </summary>
internal sealed class FundHistory
{
    /// <summary>Every step there is.</summary>
    public static readonly string[] Kinds =
    [
        "terima",
        "belanja",
        "putuskan belanja",
        "batalkan belanja",
        "siapkan jasa",
        "setujui jasa",
        "bayar jasa",
        "batalkan jasa",
        "kembalikan jasa",
        "batalkan penerimaan",
        "mutasi bank",
        "batalkan mutasi",
        "usulkan SiLPA",
        "putuskan SiLPA",
        "belanja SiLPA",
        "tutup bulan",
    ];

    /// <summary>Those that take money, and must have been refused some time.</summary>
    public static readonly string[] Payments =
    [
        "belanja",
        "bayar jasa",
        "siapkan jasa",
        "usulkan SiLPA",
        "belanja SiLPA",
        "batalkan penerimaan",
        "mutasi bank",
    ];

    private static readonly string[] Staff = ["P-1", "P-2", "P-3"];

    private readonly ClaimsPrincipal finance = TestUsers.Of(PortalRoles.KeuanganRsud);
    private readonly ClaimsPrincipal director = TestUsers.Of(PortalRoles.DirekturRsud);
    private readonly IDbContextFactory<PortalDbContext> contexts;
    private readonly ManualTime time = new();
    private readonly Random random;
    private readonly ClaimDesk claims;
    private readonly ReceiptDesk receipts;
    private readonly SpendingPlanning planning;
    private readonly SpendingDesk desk;
    private readonly SilpaDesk silpa;
    private readonly FeeDistributions fees;
    private readonly StaffReceivables receivables;
    private readonly BankMovements bank;
    private readonly FundOpening opening;
    private readonly FundBooks books;
    private readonly FundClosing closing;
    private readonly BankStatements statements;
    private readonly BankReconciliation reconciliation;

    private readonly List<(DateOnly On, FundPart Part, long Amount)> moved = [];
    private readonly Dictionary<string, long> owed = Staff.ToDictionary(person => person, _ => 0L);
    private readonly Dictionary<Guid, (long Fees, long Spending)> shared = [];

    // What each distribution keeps back of each of the staff, as it was prepared.
    private readonly Dictionary<Guid, Dictionary<string, long>> keeps = [];
    private long elsewhere;
    private int numbers;
    private DateOnly today;

    public FundHistory(IServiceProvider services, int seed)
    {
        random = new Random(seed);
        contexts = services.GetRequiredService<IDbContextFactory<PortalDbContext>>();
        var clock = new WitaClock(time);
        var work = new FundWork(contexts, clock);
        claims = new ClaimDesk(work, clock);
        receipts = new ReceiptDesk(work, clock);
        planning = new SpendingPlanning(work);
        desk = new SpendingDesk(work, services.GetRequiredService<ScanReader>(), clock, new SpendingSettings(OverLimit.DirectorDecides));
        silpa = new SilpaDesk(work, clock);
        fees = new FeeDistributions(work);
        receivables = new StaffReceivables(work);
        bank = new BankMovements(work);
        opening = new FundOpening(work, clock);
        books = new FundBooks(work);
        closing = new FundClosing(work, clock);
        statements = new BankStatements(work, clock, services.GetRequiredService<ScanReader>());
        reconciliation = new BankReconciliation(work);
    }

    /// <summary>How often each step was taken, and refused.</summary>
    public Dictionary<string, (int Taken, int Refused)> Steps { get; } = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Lives through years, from the day the regulation is in force.</summary>
    public async Task LiveAsync(int years)
    {
        await GoToAsync(new DateOnly(2024, 3, 25));
        await planning.EnterAsync(
            finance,
            "Keputusan 1",
            today,
            [new SpendingShare("OBAT", Percent.Parse("60")), new SpendingShare("ALKES", Percent.Parse("40"))],
            Cancellation
        );
        if (random.Next(3) > 0)
        {
            var held = Amount(5_000_000);
            await opening.EnterAsync(finance, seen: null, 2024, new Rupiah(held), "LHP 2023", Cancellation);
            moved.Add((new DateOnly(2024, 1, 1), FundPart.Free, held));
        }

        await ClaimAsync(new FiscalMonth(2024, 3), today);
        for (var year = 2024; year < 2024 + years; year++)
        {
            while (today.Year == year || random.Next(6) > 0)
            {
                await GoToAsync(today.AddDays(random.Next(14)));
                if (today.Year > year && !await HasClaimAsync(today.Year))
                {
                    await ClaimAsync(new FiscalMonth(today.Year, 1), new DateOnly(today.Year, 1, 1));
                }

                await TakeAStepAsync(year);
                await CheckAsync(today.AddDays(-random.Next(200)));
            }

            await CloseAsync(year);
        }
    }

    private async Task TakeAStepAsync(int openYear)
    {
        // Late papers are entered too: some days back, as far as the month is open.
        var on = today.AddDays(-random.Next(0, 25));
        on = on < new DateOnly(openYear, 1, 1) ? today : on;
        var (name, step) = random.Next(20) switch
        {
            0 or 1 => ("terima", (Func<Task>)(() => ReceiveAsync(on))),
            2 or 3 => ("belanja", () => SpendAsync(on)),
            4 => ("putuskan belanja", DecideSpendingAsync),
            5 => ("batalkan belanja", TakeBackSpendingAsync),
            6 => ("siapkan jasa", PrepareAsync),
            7 => ("setujui jasa", () => ApproveAsync(on)),
            8 => ("bayar jasa", () => PayAsync(on)),
            9 => ("batalkan jasa", CancelAsync),
            10 => ("usulkan SiLPA", ProposeSilpaAsync),
            11 => ("putuskan SiLPA", DecideSilpaAsync),
            12 => ("belanja SiLPA", () => SpendSilpaAsync(on)),
            13 or 14 => ("batalkan jasa", CancelPaidAsync),
            15 => ("kembalikan jasa", () => RepayAsync(on)),
            16 => ("batalkan penerimaan", () => TakeBackReceiptAsync(on)),
            17 => ("mutasi bank", () => MoveAsync(on)),
            18 => ("batalkan mutasi", TakeBackMovementAsync),
            _ => ("tutup bulan", CloseNextMonthAsync),
        };
        var count = Steps.GetValueOrDefault(name);
        var before = moved.Count;
        try
        {
            await step();
            Steps[name] = (count.Taken + 1, count.Refused);
        }
        catch (FundRefusedException)
        {
            Assert.Equal(before, moved.Count);
            Steps[name] = (count.Taken, count.Refused + 1);
        }
        catch (NothingToDoException) { }
    }

    /// <summary>
    /// bank = fees not yet paid + unspent second half + free SiLPA + other income − charges, at every date, never negative; and so say
    /// the books.
    /// </summary>
    private async Task CheckAsync(DateOnly day)
    {
        var reckoned = Reckoned();
        var held = 0L;
        foreach (var evening in moved.GroupBy(item => item.On).OrderBy(evening => evening.Key))
        {
            held += evening.Sum(item => item.Amount);
            Assert.True(held >= 0, $"{evening.Key:O}: bank {held}");
            Assert.Equal(held, reckoned.On(evening.Key).Bank.Amount);
        }

        foreach (var evening in new[] { day, today })
        {
            Assert.Equal(reckoned.On(evening), await books.PositionAsync(finance, evening, Cancellation));
        }

        var balance = (await books.BalancesAsync(finance, today, Cancellation)).Balance;
        Assert.Equal((Rupiah.Zero, new Rupiah(held)), (balance.Difference, balance[ChartOfAccounts.Bank]));
        Assert.Equal(new Rupiah(elsewhere), balance[ChartOfAccounts.OtherBank]);
        Assert.Equal(new Rupiah(owed.Values.Sum()), balance[ChartOfAccounts.StaffReceivable]);
        var pool = await fees.PoolAsync(finance, Cancellation);
        Assert.Equal(new Rupiah(owed.Values.Sum()), pool.Owed);
    }

    private FundCash Reckoned() =>
        new([
            .. moved.Select(item => new CashMovement(
                item.On,
                new Rupiah(item.Amount),
                new Rupiah(item.Part == FundPart.Fees ? item.Amount : 0),
                new Rupiah(item.Part == FundPart.Spending ? item.Amount : 0)
            )),
        ]);

    /// <summary>A payment somebody decided on: its part must have held it, on its date and ever after.</summary>
    private void Pay(DateOnly on, FundPart part, long amount)
    {
        moved.Add((on, part, -amount));
        var lowest = Reckoned().Lowest(part, on);
        Assert.False(amount > 0 && lowest.Of(part).IsNegative, $"{part} {on:O} {amount}: {lowest}");
    }

    private async Task ReceiveAsync(DateOnly on)
    {
        // Sometimes BPJS keeps something back, of any month that was paid; sometimes that is all, and the hospital pays it back.
        var claim = (await receipts.OwedAsync(finance, Cancellation)).Claims[^1];
        var (gross, kept) = random.Next(6) switch
        {
            0 => (Amount(3_000_000), Amount(500_000)),
            1 => (0, Amount(200_000)),
            _ => (Amount(3_000_000), 0),
        };
        var id = await receipts.TakeAsync(
            finance,
            on,
            new Rupiah(gross - kept),
            Number("TRX"),
            gross == 0 ? [] : [(claim.Id, claim.Revision, new Rupiah(gross))],
            Cancellation,
            kept == 0
                ? []
                : [new DeductionForm(Any(await receipts.PaidAsync(finance, Cancellation)).Id, new Rupiah(kept), "Audit", "BPJS/1")]
        );

        // The odd rupiah is the fees': of two equal remainders the code that comes first gets it.
        var net = Math.Abs(gross - kept);
        var sign = Math.Sign(gross - kept);
        shared[id] = (sign * (net - (net / 2)), sign * (net / 2));
        moved.Add((on, FundPart.Fees, shared[id].Fees));
        moved.Add((on, FundPart.Spending, shared[id].Spending));
    }

    private async Task TakeBackReceiptAsync(DateOnly on)
    {
        var receipt = Any(await ReadAsync(db => db.Receipts));
        await receipts.ProposeReversalAsync(finance, receipt.Id, on, "Salah bulan.", Cancellation);
        var proposed = (await receipts.FindAsync(finance, receipt.Id, Cancellation))!.Reversal!;
        try
        {
            if (random.Next(4) == 0)
            {
                await receipts.DeclineReversalAsync(director, proposed.Id, proposed.Revision, "Benar.", Cancellation);
                return;
            }

            await receipts.ConfirmReversalAsync(director, proposed.Id, proposed.Revision, Cancellation);
        }
        catch (FundRefusedException)
        {
            await receipts.DeclineReversalAsync(director, proposed.Id, proposed.Revision, "Tidak ada uangnya.", Cancellation);
            throw;
        }

        moved.Add((on, FundPart.Fees, -shared[receipt.Id].Fees));
        moved.Add((on, FundPart.Spending, -shared[receipt.Id].Spending));
    }

    private async Task MoveAsync(DateOnly on)
    {
        var kind = random.GetItems(Enum.GetValues<BankMovementKind>(), 1)[0];
        var free = (await books.PositionAsync(finance, on, Cancellation)).Free.Amount;
        var amount = kind switch
        {
            BankMovementKind.TransferOut => Some(free),
            BankMovementKind.TransferIn => Some(elsewhere),
            _ => Amount(20_000),
        };
        var entry = new BankMovementEntry(on, kind, new Rupiah(amount), Number("RK"), "Mutasi uji");
        await bank.EnterAsync(finance, entry, Cancellation);
        Moved(on, kind, amount);
    }

    private async Task TakeBackMovementAsync()
    {
        var movement = Any(await ReadAsync(db => db.BankMovements.Where(item => item.ReversedOn == null)));
        await bank.ReverseAsync(finance, movement.Id, movement.Revision, "Salah.", Cancellation);
        Moved(today, movement.Kind, -movement.Amount.Amount);
    }

    private void Moved(DateOnly on, BankMovementKind kind, long amount)
    {
        elsewhere += kind switch
        {
            BankMovementKind.TransferOut => amount,
            BankMovementKind.TransferIn => -amount,
            _ => 0,
        };
        if (kind == BankMovementKind.TransferOut)
        {
            Pay(on, FundPart.Free, amount);
        }
        else
        {
            moved.Add((on, FundPart.Free, kind is BankMovementKind.Interest or BankMovementKind.TransferIn ? amount : -amount));
        }
    }

    private async Task RepayAsync(DateOnly on)
    {
        var receivable = Any((await receivables.ListAsync(finance, Cancellation)).Where(item => item.Left > Rupiah.Zero));
        var amount = Some(receivable.Left.Amount);
        await receivables.RepayAsync(finance, receivable.Id, receivable.Revision, on, new Rupiah(amount), Number("STS"), Cancellation);
        owed[receivable.StaffId] -= amount;
        moved.Add((on, FundPart.Fees, amount));
    }

    private async Task CancelPaidAsync()
    {
        var paid = await AnyDistributionAsync(FeeDistributionStatus.Paid);
        await fees.ProposeReversalAsync(finance, paid.Id, paid.Revision, "Poin salah.", Cancellation);
        await fees.ConfirmReversalAsync(director, paid.Id, paid.Revision + 1, Cancellation);

        // It moves no money; the staff owes it.
        foreach (var (index, person) in Staff.Index())
        {
            owed[person] += ShareOf(paid.Pool.Amount, index);
        }
    }

    private async Task SpendAsync(DateOnly on)
    {
        var category = random.Next(2) == 0 ? "OBAT" : "ALKES";
        var left = (await desk.OpenAsync(finance, on.Year, Cancellation))
            .Lines.Single(line => line.Category.Code == category)
            .Budget.Left.Amount;
        var amount = Some(left);
        var id = await desk.EnterAsync(finance, Entry(on, category, amount), Cancellation);
        if (amount <= left)
        {
            Pay(on, FundPart.Spending, amount);
        }
        else
        {
            Assert.Equal(ExpenditureStatus.Waiting, (await desk.FindAsync(finance, id, Cancellation))!.Item.Status);
        }
    }

    private async Task DecideSpendingAsync()
    {
        var waiting = Any(await desk.WaitingAsync(director, Cancellation)).Expenditure;
        if (random.Next(3) == 0)
        {
            await desk.DeclineAsync(director, waiting.Id, waiting.Revision, "Tunggu.", Cancellation);
            return;
        }

        await desk.ApproveAsync(director, waiting.Id, waiting.Revision, "Mendesak.", Cancellation);
        Pay(waiting.On, FundPart.Spending, waiting.Amount.Amount);
    }

    private async Task TakeBackSpendingAsync()
    {
        var spent = Any(await ReadAsync(db => db.Expenditures.Where(item => item.Status == ExpenditureStatus.Recorded)));
        await desk.ReverseAsync(finance, spent.Id, spent.Revision, "Salah.", Cancellation);
        moved.Add((today, spent.SilpaUseId is null ? FundPart.Spending : FundPart.Free, spent.Amount.Amount));
    }

    private async Task PrepareAsync()
    {
        var pool = Some((await fees.PoolAsync(finance, Cancellation)).Available.Amount);
        var decree = new FeeDecree(Number("Keputusan"), [new FeeComponent("MERATA", Percent.Parse("100"), FeeMethod.Equal)]);
        var calculation = FeeCalculation.Of(
            new Rupiah(pool),
            decree,
            [.. Staff.Select(person => new StaffPoints(person, person, "MERATA", Points: null))]
        );
        var id = await fees.PrepareAsync(finance, calculation, [new FiscalMonth(2024, 3)], today, Cancellation);
        keeps[id] = Staff.Index().ToDictionary(person => person.Item, person => Math.Min(owed[person.Item], ShareOf(pool, person.Index)));
    }

    private async Task ApproveAsync(DateOnly on)
    {
        var prepared = await AnyDistributionAsync(FeeDistributionStatus.Prepared);
        await fees.ApproveAsync(director, prepared.Id, prepared.DecreeNumber, on, Cancellation);
    }

    private async Task PayAsync(DateOnly on)
    {
        var approved = await AnyDistributionAsync(FeeDistributionStatus.Approved);
        await fees.PayAsync(finance, approved.Id, on, Cancellation);
        foreach (var (person, part) in keeps[approved.Id])
        {
            owed[person] -= part;
        }

        Pay(on, FundPart.Fees, approved.Pool.Amount - keeps[approved.Id].Values.Sum());
    }

    private async Task CancelAsync()
    {
        var chosen = await AnyDistributionAsync(random.Next(2) == 0 ? FeeDistributionStatus.Prepared : FeeDistributionStatus.Approved);
        if (chosen.Status == FeeDistributionStatus.Prepared)
        {
            await fees.ReverseAsync(finance, chosen.Id, chosen.Revision, "Salah.", Cancellation);
            return;
        }

        await fees.ProposeReversalAsync(finance, chosen.Id, chosen.Revision, "Salah.", Cancellation);
        await fees.ConfirmReversalAsync(director, chosen.Id, chosen.Revision + 1, Cancellation);
    }

    private async Task ProposeSilpaAsync()
    {
        var open = (await silpa.OpenAsync(finance, Cancellation)).Open!;
        var proposal = new SilpaProposal(
            open.Year,
            new Rupiah(Some(open.Left.Amount)),
            SilpaPurpose.Capital,
            "Alat",
            Criterion: null,
            new LegalDocument(Number("APBD"), today)
        );
        await silpa.ProposeAsync(finance, proposal, Cancellation);
    }

    private async Task DecideSilpaAsync()
    {
        var use = Any(await silpa.WaitingAsync(director, Cancellation));
        await (
            random.Next(4) == 0
                ? silpa.DeclineAsync(director, use.Id, use.Revision, "Tunggu.", Cancellation)
                : silpa.ApproveAsync(director, use.Id, use.Revision, Cancellation)
        );
    }

    private async Task SpendSilpaAsync(DateOnly on)
    {
        var use = Any((await silpa.OpenAsync(finance, Cancellation)).Uses.Where(use => use.ApprovedBy is not null));
        var amount = Some(use.Left.Amount);
        await desk.EnterFromSilpaAsync(finance, use.Id, Entry(on, "ALKES", amount), Cancellation);
        Pay(on, FundPart.Free, amount);
    }

    private async Task CloseNextMonthAsync()
    {
        var open = (await ReadAsync(db => db.FiscalYears.Where(year => year.ClosedThrough < 12))).MinBy(year => year.Year)
            ?? throw new NothingToDoException();
        var month = new FiscalMonth(open.Year, open.ClosedThrough + 1);

        // One entry in five comes to the bank a month later.
        var bank = (await reconciliation.OpenAsync(finance, month, Cancellation)).Bank;
        var late = bank
            .UnmatchedEntries.Where(entry => entry.On >= month.FirstDay && random.Next(5) == 0)
            .Select(entry => entry.Id)
            .ToHashSet();
        if (month.LastDay >= today || !await StatementOfBooks.ImportAsync(statements, reconciliation, finance, month, late))
        {
            await closing.CloseMonthAsync(finance, month, bank.Bank, Cancellation);
            return;
        }

        try
        {
            await closing.CloseMonthAsync(finance, month, typed: null, Cancellation);
        }
        catch (FundRefusedException)
        {
            // Until it can be closed entries of the month may still be made: its statement comes when it is whole.
            var import = (await reconciliation.OpenAsync(finance, month, Cancellation)).Statements.Single(item => item.RemovedAt is null);
            await statements.RemoveAsync(finance, import.Id, import.Revision, "Belum lengkap", Cancellation);
            throw;
        }
    }

    private async Task CloseAsync(int year)
    {
        foreach (var waiting in await desk.WaitingAsync(director, Cancellation))
        {
            await desk.DeclineAsync(director, waiting.Expenditure.Id, waiting.Expenditure.Revision, "Tutup tahun.", Cancellation);
        }

        while ((await ReadAsync(db => db.FiscalYears.Where(item => item.Year == year))) is [{ ClosedThrough: < 12 }])
        {
            await CloseNextMonthAsync();
        }

        await closing.CloseYearAsync(finance, year, Cancellation);
        var last = new DateOnly(year, 12, 31);
        var silpa = (await ReadAsync(db => db.FiscalYears.Where(item => item.Year == year)))[0].Silpa!;
        var bound = moved.Where(item => item.On <= last && item.Part == FundPart.Fees).Sum(item => item.Amount);
        var other = (await books.BalancesAsync(finance, last, Cancellation)).Balance[ChartOfAccounts.OtherBank];
        Assert.Equal((await BankAsync(last) + other, new Rupiah(Math.Max(0, bound))), (silpa.Amount, silpa.Bound));
        await CheckAsync(last);
        if (Hledger.IsInstalled)
        {
            await Hledger.AgreesAsync((await books.YearAsync(finance, year, Cancellation))!, Cancellation);
        }
    }

    private async Task ClaimAsync(FiscalMonth month, DateOnly on)
    {
        var amount = new Rupiah(900_000_000_000);
        await claims.FileAsync(finance, month, "INA-CBG", on, [new ClaimFiling("ICU", 1, amount)], Cancellation);
        await claims.DeclareCompleteAsync(finance, month, 0, on, "BA-1", Cancellation);
        await claims.VerifyAsync(
            finance,
            month,
            1,
            on,
            [new ClaimVerdict("ICU", amount, Rupiah.Zero, Rupiah.Zero, Rupiah.Zero)],
            Cancellation
        );
    }

    private async Task<bool> HasClaimAsync(int year) => (await ReadAsync(db => db.ClaimMonths)).Exists(claim => claim.Month.Year == year);

    private async Task<Rupiah> BankAsync(DateOnly on) =>
        (await books.BalancesAsync(finance, on, Cancellation)).Balance[ChartOfAccounts.Bank];

    private async Task<FeeDistribution> AnyDistributionAsync(FeeDistributionStatus status) =>
        Any(await ReadAsync(db => db.FeeDistributions.Where(item => item.Status == status)));

    private async Task<List<T>> ReadAsync<T>(Func<PortalDbContext, IQueryable<T>> query)
        where T : class
    {
        await using var db = await contexts.CreateDbContextAsync(Cancellation);
        return await query(db).AsNoTracking().ToListAsync(Cancellation);
    }

    private Task GoToAsync(DateOnly day)
    {
        today = day;
        time.Now = new DateTimeOffset(day.ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero);
        return Task.CompletedTask;
    }

    private T Any<T>(IEnumerable<T> items) =>
        items.ToList() is { Count: > 0 } list ? list[random.Next(list.Count)] : throw new NothingToDoException();

    // In equal parts; the rupiah left over go to the first by number.
    private static long ShareOf(long pool, int index) => (pool / Staff.Length) + (index < pool % Staff.Length ? 1 : 0);

    private long Amount(int most) => 1 + random.NextInt64(most);

    /// <summary>All that is left, a rupiah more, or some of it.</summary>
    private long Some(long left) =>
        left <= 0
            ? Amount(1000)
            : random.Next(4) switch
            {
                0 => left,
                1 => left + 1,
                _ => 1 + random.NextInt64(left),
            };

    private ExpenditureEntry Entry(DateOnly on, string category, long amount) =>
        new(on, category, new Rupiah(amount), Number("SP2D"), "Penyedia", "Keperluan uji");

    private string Number(string of) => string.Create(CultureInfo.InvariantCulture, $"{of}-{++numbers}");

    private sealed class ManualTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class NothingToDoException : Exception;
}
