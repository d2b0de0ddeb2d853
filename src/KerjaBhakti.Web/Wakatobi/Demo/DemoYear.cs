using System.Globalization;
using System.Security.Claims;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.CarryOver;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Personnel;
using KerjaBhakti.Wakatobi.Reconciliation;
using KerjaBhakti.Wakatobi.Spending;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Books;
using KerjaBhakti.Web.Wakatobi.CarryOver;
using KerjaBhakti.Web.Wakatobi.Claims;
using KerjaBhakti.Web.Wakatobi.Fees;
using KerjaBhakti.Web.Wakatobi.Personnel;
using KerjaBhakti.Web.Wakatobi.Receipts;
using KerjaBhakti.Web.Wakatobi.Spending;

namespace KerjaBhakti.Web.Wakatobi.Demo;

/// <summary>
/// The invented year 2024, step by step on its dates: twelve claim months, their payments from the day the regulation is in force, two
/// distributions of fees, spending by a plan and from SiLPA, what the bank pays and charges, closings; the last month that is over is open
/// for two weeks, with lines of the bank nobody booked. Every document number begins with "CONTOH", so that no paper printed
/// from it can pass for a real one.
/// </summary>
public sealed class DemoYear(
    ClaimDesk claims,
    ReceiptDesk receipts,
    SpendingPlanning planning,
    SpendingDesk desk,
    SilpaDesk silpa,
    FeeDistributions fees,
    FeePayrollDesk payrolls,
    StaffDesk register,
    Deductions deductions,
    StaffAccounts accounts,
    FundOpening opening,
    BankStatements statements,
    BankReconciliation reconciliation,
    FundClosing closing
)
{
    /// <summary>The year.</summary>
    public const int Year = 2024;

    /// <summary>The day of its first step.</summary>
    public static readonly DateOnly Begins = new(Year, 2, 10);

    /// <summary>What the books begin with: SiLPA of the years before, at the bank.</summary>
    public static readonly Rupiah Opening = new(850_000_000);

    private const string StaffNumber = "P-017";

    // Cases in a month, and rupiah for one of them.
    private static readonly (string Service, int Cases, long Each)[] Services =
    [
        ("RAWAT_JALAN", 1_460, 187_300),
        ("RAWAT_INAP", 285, 3_412_750),
        ("PERSALINAN", 34, 4_870_400),
        ("GAWAT_DARURAT", 390, 268_900),
        ("ICU", 11, 9_655_300),
        ("HIPERBARIK", 26, 1_240_000),
        ("PENUNJANG", 520, 142_650),
        ("AMBULANS_DALAM", 42, 215_000),
        ("AMBULANS_LUAR", 9, 1_785_000),
    ];

    // Of each hundred cases of a usual month.
    private static readonly int[] Busy = [96, 91, 98, 103, 107, 101, 99, 104, 110, 112, 106, 94];

    private static readonly (string Category, string Share, string Payee, string Description)[] Plan =
    [
        ("OBAT", "35", "Penyedia obat (contoh)", "Pengadaan obat generik dan formularium"),
        ("BMHP", "20", "Penyedia BMHP (contoh)", "Bahan medis habis pakai ruang rawat dan IGD"),
        ("ALKES", "12.5", "Penyedia alat kesehatan (contoh)", "Alat kesehatan dan suku cadangnya"),
        ("SARPRAS", "7.5", "Penyedia sarana (contoh)", "Sarana penunjang pelayanan"),
        ("OPS_A", "6", "Jasa boga (contoh)", "Makan dan minum pasien rawat inap"),
        ("OPS_B", "3", "Percetakan (contoh)", "Alat tulis, rekam medis, dan bahan cetak"),
        ("OPS_C", "2", "Perjalanan dinas (contoh)", "Koordinasi klaim dengan BPJS Kesehatan"),
        ("OPS_D", "5", "Dokter paruh waktu (contoh)", "Insentif dokter paruh waktu"),
        ("OPS_E", "4", "Teknisi instalasi (contoh)", "Pemeliharaan instalasi listrik dan gas medis"),
        ("OPS_F", "2", "Bengkel (contoh)", "Pemeliharaan ambulans"),
        ("OPS_G", "3", "Penyedia jasa (contoh)", "Kebersihan dan pengelolaan limbah"),
    ];

    private static readonly (string Code, string Share, FeeMethod Method)[] Decree =
    [
        ("LANGSUNG", "60", FeeMethod.Points),
        ("KEPATUHAN", "10", FeeMethod.Points),
        ("MERATA", "30", FeeMethod.Equal),
    ];

    /// <summary>Enters every step up to a date, included.</summary>
    public async Task EnterAsync(DemoPeople people, DateOnly today, CancellationToken cancellationToken)
    {
        await planning.EnterAsync(
            people.Finance,
            "Keputusan Direktur CONTOH/900/12/2024",
            new DateOnly(Year, 3, 25),
            [.. Plan.Select(item => new SpendingShare(item.Category, Percent.Parse(item.Share)))],
            cancellationToken
        );
        await opening.EnterAsync(people.Finance, seen: null, Year, Opening, "CONTOH/LHP/12/2023", cancellationToken);
        foreach (var (_, step) in Steps(people, cancellationToken).OrderBy(step => step.On).TakeWhile(step => step.On <= today))
        {
            await step();
        }
    }

    private IEnumerable<(DateOnly On, Func<Task> Step)> Steps(DemoPeople people, CancellationToken cancellationToken)
    {
        var (finance, director, _) = people;
        foreach (var month in FiscalMonth.OfYear(Year))
        {
            // Filed in the next month, answered in it, paid in the one after; the first ones wait until the regulation is in force.
            var (filed, complete, verified) = (month.LastDay.AddDays(10), month.LastDay.AddDays(17), month.LastDay.AddDays(25));
            yield return (filed, () => claims.FileAsync(finance, month, "INA-CBG", filed, Filings(month), cancellationToken));
            yield return (complete, () => CompleteAsync(finance, month, complete, cancellationToken));
            yield return (verified, () => VerifyAsync(finance, month, verified, cancellationToken));
            foreach (var (paid, hundredths) in PaymentsOf(month, verified))
            {
                yield return (paid, () => ReceiveAsync(finance, month, paid, hundredths, cancellationToken));
            }
        }

        for (var month = 4; month <= 12; month++)
        {
            foreach (var (index, item) in Plan.Index())
            {
                var on = new DateOnly(Year, month, 8 + index);
                yield return (on, () => SpendAsync(people, item, on, cancellationToken));
            }
        }

        foreach (var (number, decided) in new[] { (1, new DateOnly(Year, 7, 10)), (2, new DateOnly(Year, 12, 12)) })
        {
            var paid = decided.AddDays(2);
            yield return (paid, () => DistributeAsync(people, number, decided, paid, cancellationToken));
            yield return (paid.AddDays(10), () => RemitAsync(finance, number, paid.AddDays(10), cancellationToken));
        }

        yield return (new DateOnly(Year, 7, 1), () => RegisterAsync(finance, cancellationToken));

        // A generator broke before the budget was amended (pasal 10 ayat (3)).
        var use = Guid.Empty;
        yield return (new DateOnly(Year, 8, 20), async () =>
            use = await UseSilpaAsync(people, new DateOnly(Year, 8, 20), cancellationToken)
        );
        yield return (new DateOnly(Year, 10, 15), () =>
            MatchAsync(finance, use, new LegalDocument("CONTOH/PERUBAHAN-APBD/2024", new DateOnly(Year, 10, 10)), cancellationToken)
        );

        // A month's statement comes twelve days after its end. What only the bank knows is booked from its lines two weeks later, and the
        // month closed: until then it shows what a reconciliation is.
        foreach (var month in FiscalMonth.OfYear(Year))
        {
            yield return (month.LastDay.AddDays(12), () => ImportAsync(finance, month, cancellationToken));
            yield return (month.LastDay.AddDays(26), () => CloseAsync(finance, month, cancellationToken));
        }

        yield return (new DateOnly(Year + 1, 1, 31), () => closing.CloseYearAsync(finance, Year, cancellationToken));
    }

    private static List<ClaimFiling> Filings(FiscalMonth month) =>
        [
            .. Services.Select(
                (service, index) =>
                {
                    var cases = Math.Max(1, service.Cases * Busy[(month.Month + index - 1) % 12] / 100);

                    // Grouped tariffs make uneven sums: a little is added that differs from month to month.
                    return new ClaimFiling(
                        service.Service,
                        cases,
                        new Rupiah((cases * service.Each) + (month.Month * 1_137 * (index + 1)))
                    );
                }
            ),
        ];

    private static IEnumerable<(DateOnly On, int Hundredths)> PaymentsOf(FiscalMonth month, DateOnly verified) =>
        month.Month switch
        {
            1 => [(new DateOnly(Year, 3, 28), 100)],
            2 => [(new DateOnly(Year, 4, 4), 100)],

            // Paid in two parts, the second one late.
            6 => [(verified.AddDays(9), 70), (verified.AddDays(38), 100)],
            11 => [(new DateOnly(Year, 12, 30), 100)],
            _ => [(verified.AddDays(7), 100)],
        };

    private async Task CompleteAsync(ClaimsPrincipal finance, FiscalMonth month, DateOnly on, CancellationToken cancellationToken) =>
        await claims.DeclareCompleteAsync(
            finance,
            month,
            await SeenAsync(finance, month, cancellationToken),
            on,
            string.Create(CultureInfo.InvariantCulture, $"CONTOH/BA/{month.Month:D2}/{Year}"),
            cancellationToken
        );

    private async Task VerifyAsync(ClaimsPrincipal finance, FiscalMonth month, DateOnly on, CancellationToken cancellationToken)
    {
        var claim = (await claims.OpenAsync(finance, month.ToString(), cancellationToken)).Claim!;
        await claims.VerifyAsync(finance, month, claim.Revision, on, [.. claim.Lines.Select(Verdict)], cancellationToken);

        ClaimVerdict Verdict(ClaimLine line)
        {
            var (pending, disputed, refused) = (
                new Rupiah(line.Filed.Amount * 3 / 100),
                new Rupiah(line.Filed.Amount / 100),
                new Rupiah(line.Filed.Amount * 2 / 100)
            );
            return new ClaimVerdict(line.Service, line.Filed - pending - disputed - refused, pending, disputed, refused);
        }
    }

    private async Task ReceiveAsync(
        ClaimsPrincipal finance,
        FiscalMonth month,
        DateOnly on,
        int hundredths,
        CancellationToken cancellationToken
    )
    {
        var claim = (await claims.OpenAsync(finance, month.ToString(), cancellationToken)).Claim!;
        var amount = new Rupiah(claim.Owed.Amount * hundredths / 100);
        var reference = string.Create(CultureInfo.InvariantCulture, $"CONTOH-BPJS-{month}-{on:ddMM}");
        await receipts.TakeAsync(finance, on, amount, reference, [(claim.Id, claim.Revision, amount)], cancellationToken);
    }

    private async Task SpendAsync(
        DemoPeople people,
        (string Category, string Share, string Payee, string Description) item,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var lines = (await desk.OpenAsync(people.Finance, Year, cancellationToken)).Lines;
        var left = lines.First(line => line.Category.Code == item.Category).Budget.Left;

        // Medicines ran out once: more than was left, which the Director allowed.
        var beyond = item.Category == "OBAT" && on.Month == 9;
        var amount = new Rupiah(beyond ? left.Amount + 12_500_000 : left.Amount * (45 + (on.Month * 3)) / 100 / 1_000 * 1_000);
        if (amount <= Rupiah.Zero)
        {
            return;
        }

        var document = string.Create(CultureInfo.InvariantCulture, $"CONTOH/SP2D/{on:MM}/{item.Category}");
        var id = await desk.EnterAsync(
            people.Finance,
            new ExpenditureEntry(on, item.Category, amount, document, item.Payee, item.Description),
            cancellationToken
        );
        if (beyond)
        {
            var waiting = await desk.FindAsync(people.Director, id, cancellationToken);
            await desk.ApproveAsync(
                people.Director,
                id,
                waiting!.Item.Revision,
                "Persediaan obat menipis; penerimaan bulan berikutnya sudah diverifikasi.",
                cancellationToken
            );
        }
    }

    private async Task<Guid> UseSilpaAsync(DemoPeople people, DateOnly on, CancellationToken cancellationToken)
    {
        var proposal = new SilpaProposal(
            Year,
            new Rupiah(240_000_000),
            SilpaPurpose.Capital,
            "Penggantian genset ruang operasi (contoh)",
            UrgentCriterion.DelayCausesLoss,
            new LegalDocument("CONTOH/445/88/2024", on.AddDays(-1))
        );
        var use = await silpa.ProposeAsync(people.Finance, proposal, cancellationToken);
        await silpa.ApproveAsync(people.Director, use, await UseSeenAsync(people.Director, use, cancellationToken), cancellationToken);
        var entry = new ExpenditureEntry(
            on,
            "SARPRAS",
            new Rupiah(236_500_000),
            "CONTOH/SP2D/08/SILPA",
            "Penyedia genset (contoh)",
            "Genset 100 kVA ruang operasi"
        );
        await desk.EnterFromSilpaAsync(people.Finance, use, entry, cancellationToken);
        return use;
    }

    private async Task MatchAsync(ClaimsPrincipal finance, Guid use, LegalDocument amendment, CancellationToken cancellationToken) =>
        await silpa.MatchAsync(finance, use, await UseSeenAsync(finance, use, cancellationToken), amendment, cancellationToken);

    private async Task<int> UseSeenAsync(ClaimsPrincipal user, Guid use, CancellationToken cancellationToken) =>
        (await silpa.FindAsync(user, use, cancellationToken))!.Use.Revision;

    private async Task DistributeAsync(DemoPeople people, int number, DateOnly decided, DateOnly paid, CancellationToken cancellationToken)
    {
        // Nine tenths, to the thousand; the rest stays in the pool for corrections.
        var available = (await fees.ListAsync(people.Finance, cancellationToken)).Pool.Available;
        var decree = DecreeNumberOf(number);
        var calculation = FeeCalculation.Of(
            new Rupiah(available.Amount * 9 / 10 / 1_000 * 1_000),
            new FeeDecree(decree, [.. Decree.Select(part => new FeeComponent(part.Code, Percent.Parse(part.Share), part.Method))]),
            [.. Staff(number)]
        );
        var start = await payrolls.BeginAsync(people.Finance, from: null, cancellationToken);
        var months = start.Months.Where(month => month.IsMeant).Select(month => month.Month).ToList();
        var id = await fees.PrepareAsync(people.Finance, calculation, months, paid, cancellationToken);
        await fees.ApproveAsync(people.Director, id, decree, decided, cancellationToken);
        await fees.PayAsync(people.Finance, id, paid, cancellationToken);
        if (number == 1)
        {
            var account = (await accounts.ListAsync(people.Finance, cancellationToken)).Single(link =>
                link.Name == people.Staff.FindFirstValue(Access.DisplayNameClaim)
            );
            var owner = (await accounts.FindAsync(people.Finance, StaffNumber, cancellationToken))!;
            await accounts.LinkAsync(people.Finance, account.AccountId, owner.Number, owner.Name, cancellationToken);
        }
    }

    private async Task RemitAsync(ClaimsPrincipal finance, int number, DateOnly on, CancellationToken cancellationToken)
    {
        var decree = DecreeNumberOf(number);
        var entry = (await fees.ListAsync(finance, cancellationToken)).Entries.Single(entry => entry.DecreeNumber == decree);
        var seen = (await fees.OpenAsync(finance, entry.Id, cancellationToken))!.Revision;
        var proof = string.Create(CultureInfo.InvariantCulture, $"CONTOH-NTPN-{number:D2}");
        await payrolls.RemitAsync(finance, entry.Id, seen, on, proof, cancellationToken);
    }

    /// <summary>The staff with accounts at no bank, and what is deducted of civil servants' fees.</summary>
    private async Task RegisterAsync(ClaimsPrincipal finance, CancellationToken cancellationToken)
    {
        var rows = Staff(distribution: 1)
            .DistinctBy(line => line.StaffId)
            .Select(
                (line, index) =>
                {
                    var (unit, kind) = line.Name.Split(' ')[0] switch
                    {
                        "Dokter" => ("Poliklinik", index < 2 ? StaffKind.CivilServantIV : StaffKind.CivilServantIII),
                        "Bidan" => ("Kebidanan", StaffKind.CivilServantIII),
                        "Perawat" => ("Rawat inap", index % 2 == 0 ? StaffKind.CivilServantIII : StaffKind.ContractEmployee),
                        _ => ("Tata usaha", StaffKind.HospitalEmployee),
                    };

                    // One in ten is paid by hand.
                    var account = index % 10 == 9 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"9000{index + 1:D6}");
                    return new StaffRow(
                        index + 1,
                        line.StaffId,
                        line.Name,
                        unit,
                        StaffKinds.NameOf(kind),
                        account.Length > 0 ? "Bank (contoh)" : string.Empty,
                        account,
                        string.Empty,
                        string.Create(CultureInfo.InvariantCulture, $"{Year}-01-01"),
                        string.Empty
                    );
                }
            )
            .ToList();
        await register.StoreAsync(finance, rows, seen: 0, cancellationToken);
        foreach (var (kind, rate) in new[] { (StaffKind.CivilServantIII, "5"), (StaffKind.CivilServantIV, "15") })
        {
            var rule = DeductionRule.Make(
                "PPh 21",
                kind,
                Percent.Parse(rate),
                "PP 80/2010 Pasal 4 ayat (2) (contoh)",
                new DateOnly(Year, 1, 1),
                to: null
            );
            await deductions.EnterAsync(finance, rule, cancellationToken);
        }
    }

    private static string DecreeNumberOf(int number) => string.Create(CultureInfo.InvariantCulture, $"CONTOH/445/{number:D2}/{Year}");

    /// <summary>Sixty staff by what they do, without names: nobody is meant.</summary>
    private static IEnumerable<StaffPoints> Staff(int distribution)
    {
        for (var index = 1; index <= 60; index++)
        {
            var (job, first, weight) = index switch
            {
                <= 8 => ("Dokter", 0, 24),
                <= 16 => ("Bidan", 8, 12),
                <= 44 => ("Perawat", 16, 10),
                _ => ("Tata usaha", 44, 5),
            };
            var id = string.Create(CultureInfo.InvariantCulture, $"P-{index:D3}");
            var name = string.Create(CultureInfo.InvariantCulture, $"{job} {index - first:D2} (contoh)");
            var direct = weight + (((index * 7) + (distribution * 3)) % 9 / 2m);
            var compliance = 80 + (((index * 13) + distribution) % 21);
            yield return new StaffPoints(id, name, "LANGSUNG", Points(direct));
            yield return new StaffPoints(id, name, "KEPATUHAN", Points(compliance));
            yield return new StaffPoints(id, name, "MERATA", Points: null);
        }

        static ExactDecimal Points(decimal points) =>
            ExactDecimal.TryParse(points.ToString(CultureInfo.InvariantCulture), out var exact)
                ? exact
                : throw new ArgumentOutOfRangeException(nameof(points));
    }

    private async Task ImportAsync(ClaimsPrincipal finance, FiscalMonth month, CancellationToken cancellationToken)
    {
        var bank = (await reconciliation.OpenAsync(finance, month, cancellationToken)).Bank;
        var sheet = StatementOf(bank);
        var name = string.Create(CultureInfo.InvariantCulture, $"CONTOH-rekening-koran-{month}.csv");
        await statements.ImportAsync(finance, name, sheet, sheet.Rows.Count, cancellationToken);
    }

    /// <summary>Books what only the bank knew from its lines, and closes the month.</summary>
    private async Task CloseAsync(ClaimsPrincipal finance, FiscalMonth month, CancellationToken cancellationToken)
    {
        foreach (var line in (await reconciliation.OpenAsync(finance, month, cancellationToken)).Bank.UnmatchedLines)
        {
            var kind = BankText.Guess(line)
                ?? throw new InvalidOperationException($"The line '{line.Text}' of the invented statement is of no kind.");
            await reconciliation.EnterAsync(finance, line.Id, kind, line.Reference, line.Text, cancellationToken);
        }

        await closing.CloseMonthAsync(finance, month, typed: null, cancellationToken);
    }

    /// <summary>
    /// What the bank would say of a month: the entries of the books on their days, as a bank words them, and on the last day its interest,
    /// the tax on it and its charge, of which the books know nothing yet.
    /// </summary>
    private static StatementSheet StatementOf(BankMonth bank)
    {
        var (month, balance) = (bank.Month, bank.Opening);
        var rows = new List<StatementRow>();
        foreach (var entry in bank.UnmatchedEntries)
        {
            var what = entry.Document.Length > 0 ? entry.Document : entry.Description;
            Add(entry.On, $"{(entry.Net.IsNegative ? "TRF KELUAR" : "TRF MASUK")} {what}", entry.Document, entry.Net);
        }

        // One per cent a year of the balance the month ends with, a fifth of it tax.
        var interest = new Rupiah(balance.Amount / 1_200);
        Add(month.LastDay, "JASA GIRO", ReferenceOf("JG"), interest);
        Add(month.LastDay, "PAJAK JASA GIRO", ReferenceOf("PJG"), new Rupiah(-interest.Amount / 5));
        Add(month.LastDay, "BIAYA ADM", ReferenceOf("ADM"), new Rupiah(-25_000));
        return new StatementSheet(rows, bank.Opening.Amount * 100, balance.Amount * 100, []);

        string ReferenceOf(string kind) => string.Create(CultureInfo.InvariantCulture, $"CONTOH-{kind}-{month}");

        void Add(DateOnly on, string text, string reference, Rupiah net)
        {
            balance += net;
            var sen = Math.Abs(net.Amount) * 100;
            rows.Add(
                new StatementRow(
                    rows.Count + 2,
                    on,
                    text,
                    reference,
                    net.IsNegative ? 0 : sen,
                    net.IsNegative ? sen : 0,
                    balance.Amount * 100
                )
            );
        }
    }

    private async Task<int> SeenAsync(ClaimsPrincipal finance, FiscalMonth month, CancellationToken cancellationToken) =>
        (await claims.OpenAsync(finance, month.ToString(), cancellationToken)).Claim!.Revision;
}
