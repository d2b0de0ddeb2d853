using System.Globalization;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Files;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Documents.Photos;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Roster.Duties;
using KerjaBhakti.Web.Roster.Printing;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Benchmarks.Duties;

/// <summary>
/// Enters a generated 2016: the rows of the annex of 2015 over twelve months and 52 Sundays, with officials, accounts, Sundays called off,
/// substitutions, and reports with photos. Everything goes through the domain and its rules, but thousands of steps in one transaction:
/// what is measured is the year, not its typing.
/// </summary>
/// <param name="services">The portal's.</param>
/// <param name="photos">How many photos a report of somebody who was there has, 0 to 6.</param>
internal sealed class DutyYear(IServiceProvider services, int photos)
{
    public const int Year = 2016;

    private const int Pictures = 12;
    private const int Requests = 520;

    private static readonly Person Somebody = new("bench", "Pejabat");
    private static readonly DateOnly First = new(Year, 1, 1);
    private static readonly DateOnly[] CalledOff = [new(Year, 7, 10), new(Year, 12, 25)];

    private readonly Random random = new(4);
    private readonly Gazetteer gazetteer = services.GetRequiredService<Gazetteer>();
    private readonly List<Substitution> substitutions = [];

    /// <summary>The last day of the year, on which every Sunday has to be reported.</summary>
    public static DateOnly Today { get; } = new(Year, 12, 31);

    public async Task EnterAsync()
    {
        await IssueAsync();
        await StoreAsync(AppointAsync);
        var sundays = new SundayRegister(
            [],
            [.. CalledOff.Select(sunday => new SundayDecision(sunday, dutyStands: false, "Hari raya", Somebody, At(sunday)))]
        );
        await StoreAsync(db => Add(db.SundayDecisions, CalledOff.Select(sunday => sundays.On(sunday).Decision!)));
        var annex = await StoreAsync(async db =>
            (await services.GetRequiredService<DutyBook>().OnAsync(db, Today, CancellationToken.None))!
        );
        Substitute(new Circumstances(annex, First, sundays, [], substitutions));
        await StoreAsync(db => Add(db.Substitutions, substitutions));
        await ReportAsync(new Overlay(annex, substitutions, sundays));
        await services.GetRequiredService<PublishedSchedules>().ForgetAsync(CancellationToken.None);
    }

    /// <summary>What the account of an official signs in with.</summary>
    public static string EmailOf(int position) => string.Create(CultureInfo.InvariantCulture, $"pejabat-{position}@bench.local");

    /// <summary>What the account of a unit's staff signs in with.</summary>
    public static string EmailOfStaff(int unit) => string.Create(CultureInfo.InvariantCulture, $"staf-{unit}@bench.local");

    /// <summary>Works on the database; what is added to it is saved.</summary>
    public async Task<T> StoreAsync<T>(Func<PortalDbContext, Task<T>> work)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var result = await work(db);
        if (db.ChangeTracker.HasChanges())
        {
            db.AuditEntries.Add(new AuditEntry(Actor.System, At(First), new AuditAction("duty.bench", "mengukur"), "-", "tahun uji"));
            await db.SaveChangesAsync();
        }

        return result;
    }

    private static DateTimeOffset At(DateOnly day) => new(day, new TimeOnly(9, 0), TimeSpan.FromHours(7));

    private static Task<int> Add<T>(DbSet<T> set, IEnumerable<T> items)
        where T : class
    {
        set.AddRange(items);
        return Task.FromResult(0);
    }

    private async Task IssueAsync()
    {
        var signed = new DateOnly(Year - 1, 12, 28);
        await StoreAsync(async db =>
        {
            var before = await db
                .Schedules.Include(schedule => schedule.Instruction)
                .Include(schedule => schedule.Rows)
                    .ThenInclude(row => row.Position)
                .Include(schedule => schedule.Rows)
                    .ThenInclude(row => row.Assignments)
                .AsSplitQuery()
                .SingleAsync();
            var annex = RotationOf(before.ToAnnex());
            RequireEven(annex);
            var schedule = Schedule.FromAnnex(
                before.Title,
                annex,
                [.. before.Rows.OrderBy(row => row.Order).Select(row => row.Position)],
                At(signed)
            );
            db.Schedules.Add(schedule);
            db.AuditEntries.Add(
                new AuditEntry(
                    Actor.System,
                    At(signed),
                    new AuditAction("roster.entered", "mengukur"),
                    schedule.Id.ToString(),
                    schedule.Title
                )
            );

            // Two steps, because the database takes no rows for a schedule that is issued already.
            await db.SaveChangesAsync();
            schedule.Issue(new Instruction(before.Instruction!.Text, number: 1, signed), At(signed));
            AnnexPaper.Paginate(schedule);
            return schedule.Id;
        });
        await services.GetRequiredService<PublishedSchedules>().ForgetAsync(CancellationToken.None);
    }

    /// <summary>
    /// The rows over a whole year: each moves on by seven kecamatan a month, so that none comes back and each month is as even as it can
    /// be.
    /// </summary>
    private Annex RotationOf(Annex source)
    {
        const int step = 7;
        var period = new RosterPeriod(new RosterMonth(Year, 1), new RosterMonth(Year, 12));
        var rotating = source
            .Rows.Where(row => !row.IsRegion)
            .Select((row, turn) => (row.Number, turn))
            .ToDictionary(pair => pair.Number!.Value, pair => pair.turn);
        return new Annex(
            period,
            [
                .. source.Rows.Select(row =>
                    row with
                    {
                        Cells = [.. period.Months.Index().Select(month => row.IsRegion ? AnnexCell.Empty : CellOf(row, month.Index))],
                    }
                ),
            ]
        );

        AnnexCell CellOf(AnnexRow row, int month)
        {
            var kecamatan = gazetteer.Kecamatan[(rotating[row.Number!.Value] + (step * month)) % gazetteer.Kecamatan.Count];
            return new AnnexCell(kecamatan.Name, kecamatan.Code);
        }
    }

    /// <exception cref="InvalidOperationException">The auditor finds more than what the labels of 2015 are known for.</exception>
    private void RequireEven(Annex annex)
    {
        if (
            new AnnexAuditor(gazetteer)
                .Audit(annex)
                .FirstOrDefault(finding => finding.Month is not null || finding.Kecamatan is not null) is
            { } finding
        )
        {
            throw new InvalidOperationException(finding.Message);
        }
    }

    /// <summary>An official and an account for every position, and an account of the staff for every unit that has several.</summary>
    private async Task<int> AppointAsync(PortalDbContext db)
    {
        await using var scope = services.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<AccountWork>();
        var positions = await db.Positions.Include(position => position.WorkUnit).ToListAsync();
        var book = new OfficialsBook([], []);
        foreach (var position in positions)
        {
            var term = book.Appoint(
                position.Id,
                string.Create(CultureInfo.InvariantCulture, $"Pejabat {position.Id}"),
                nip: null,
                new Term(IncumbencyKind.Definitive, First)
            );
            db.OfficialAccounts.Add(OfficialAccount.OfOfficial(await AccountAsync(work, EmailOf(position.Id)), term.OfficialId));
        }

        foreach (var unit in positions.GroupBy(position => position.WorkUnit.Id).Where(group => group.Count() > 1))
        {
            db.OfficialAccounts.Add(OfficialAccount.OfStaff(await AccountAsync(work, EmailOfStaff(unit.Key)), unit.Key));
        }

        db.Officials.AddRange(book.NewOfficials);
        db.Incumbencies.AddRange(book.NewIncumbencies);
        return positions.Count;
    }

    private static async Task<string> AccountAsync(AccountWork work, string email)
    {
        var account = new PortalUser
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            DisplayName = "Pejabat",
        };
        account.PasswordHash = work.Users.PasswordHasher.HashPassword(account, DemoAccounts.Password);
        await work.DoAsync(() => work.AddAsync(account, PortalRoles.Pejabat, Actor.System));
        return account.Id.ToString();
    }

    /// <summary>
    /// Of ten requests six are for one Sunday, one for a month, three exchange two Sundays; one in ten is declined. What the rules refuse
    /// is left out.
    /// </summary>
    private void Substitute(Circumstances now)
    {
        var sundays = now.Annex.Annex.Period.Months.SelectMany(month => month.Sundays()).ToList();
        for (var request = 0; request < Requests; request++)
        {
            var (row, other) = (AnyRow(now.Annex), AnyRow(now.Annex));
            var sunday = new DutySpan.OneSunday(AnyOf(sundays));
            var proposal = new Proposal(Somebody, For: null, "Dinas luar kota");
            try
            {
                var agreed = (request % 10) switch
                {
                    < 6 => Substitution.StandIn(row, now.Annex.PostOf(other)!, sunday, proposal, now, At(First)),
                    6 => Substitution.StandIn(
                        row,
                        now.Annex.PostOf(other)!,
                        new DutySpan.WholeMonth(RosterMonth.Of(sunday.Date)),
                        proposal,
                        now,
                        At(First)
                    ),
                    _ => Substitution.Swap(row, sunday, other, new DutySpan.OneSunday(AnyOf(sundays)), proposal, now, At(First)),
                };
                Decide(agreed, now, approve: random.Next(10) > 0);
                substitutions.Add(agreed);
            }
            catch (RosterRefusedException)
            {
                // Somebody has that Sunday already.
            }
        }
    }

    private static void Decide(Substitution substitution, Circumstances now, bool approve)
    {
        foreach (var side in substitution.Consents)
        {
            substitution.Accept(side.PositionId, Somebody, now.Annex, At(First));
        }

        if (approve)
        {
            substitution.Approve(Somebody, now, At(First));
        }
        else
        {
            substitution.Decline(Somebody, "Tenaga tidak cukup", At(First));
        }
    }

    private async Task ReportAsync(Overlay overlay)
    {
        var pictures = Enumerable.Range(0, Pictures).Select(_ => PhotoFile.Read(GeneratedPhoto.Of(random))).ToList();
        foreach (var sunday in overlay.Between(First, Today).Where(duty => !duty.IsCancelled).GroupBy(duty => duty.Date))
        {
            await StoreAsync(db =>
                Add(db.ActivityReports, [.. sunday.Where(_ => random.Next(100) >= 6).Select(duty => ReportOf(duty, pictures, db))])
            );
        }
    }

    /// <summary>
    /// Of a hundred reports five tell that nobody came, some ten are late, three stay drafts, three are returned, eight wait, the others
    /// are verified.
    /// </summary>
    private ActivityReport ReportOf(SundayDuty duty, List<PhotoFile> pictures, PortalDbContext db)
    {
        var sentOn = duty.Date.AddDays(random.Next(9));
        var attended = random.Next(100) >= 5;
        var report = ActivityReport.Begin(duty, Somebody, sentOn, At(sentOn));
        report.Write(
            attended
                ? Attended(duty)
                : new ReportContent(Attended: false, "Dinas luar kota", string.Empty, People: null, string.Empty, string.Empty),
            Somebody,
            At(sentOn)
        );
        for (var photo = 0; attended && photo < photos; photo++)
        {
            var picture = AnyOf(pictures);
            var file = new StoredFile(picture.Content, PhotoFile.ContentType);
            db.StoredFiles.Add(file);
            report.AddPhoto(file.Id, picture.Width, picture.Height, Somebody, At(sentOn));
        }

        var lot = random.Next(100);
        if (lot >= 3)
        {
            report.Send(duty, Somebody, sentOn, daysGiven: 7, At(sentOn));
        }

        switch (lot)
        {
            case >= 14:
                report.Verify(Somebody, At(sentOn));
                break;
            case >= 3 and < 6:
                report.Return(Somebody, "Jumlah orang belum jelas.", At(sentOn));
                break;
        }

        return report;
    }

    private ReportContent Attended(SundayDuty duty) =>
        new(
            Attended: true,
            string.Empty,
            $"{duty.Turn?.Substitute ?? duty.Duty.Row.Label} dan staf",
            random.Next(5, 80),
            "Membersihkan saluran air dan selokan di tepi jalan, mengangkut sampah ke tempat penampungan sementara, memangkas rumput dan dahan, mengecat kansteen, "
                + "dan mengajak warga memilah sampah di rumah masing-masing.",
            random.Next(3) == 0 ? "Truk pengangkut sampah datang terlambat." : string.Empty
        );

    private T AnyOf<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private int AnyRow(IssuedAnnex annex) => AnyOf(annex.Annex.Rows).Number!.Value;
}
