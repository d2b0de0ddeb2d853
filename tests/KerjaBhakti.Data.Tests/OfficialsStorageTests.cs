using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Files;
using KerjaBhakti.Data.Seeding;
using KerjaBhakti.Data.Sqlite;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Calendars;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Tests;

/// <summary>Officials, Sundays, substitutions, reports and calendars, written by one context and read by another.</summary>
public sealed class OfficialsStorageTests : IAsyncLifetime
{
    private static readonly Person PersonA = new("a", "Pejabat A");
    private static readonly DateOnly Today = new(2015, 6, 5);
    private static readonly DateOnly Sunday = new(2015, 6, 7);

    private readonly string file = Path.Combine(Path.GetTempPath(), $"kerjabhakti-{Guid.NewGuid():N}.db");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var db = Open();
        await db.Database.EnsureCreatedAsync(Cancellation);
        await PortalSeeder.SeedAsync(db, TestDatabase.Institution, TimeProvider.System, TestDatabase.Paginate, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await using (var db = Open())
        {
            await db.Database.EnsureDeletedAsync();
        }

        SqliteConnection.ClearAllPools();
        File.Delete(file);
    }

    [Fact]
    public async Task Save_ASwap_IsReadBackWithBothHalvesAndHolds()
    {
        await ChangeAsync(async db =>
        {
            var swap = Substitution.Swap(
                12,
                On(Sunday),
                13,
                On(Sunday),
                new Proposal(PersonA, (await InForceAsync(db)).PostOf(12)!.Id, "Dinas luar"),
                await NowAsync(db),
                Seed.Now
            );
            db.Substitutions.Add(swap);
        });
        await ChangeAsync(async db =>
        {
            var swap = await Substitutions(db).SingleAsync(Cancellation);
            swap.Accept(swap.Consents.Single(consent => consent.At is null).PositionId, PersonA, await InForceAsync(db), Seed.Now);
            swap.Approve(PersonA, await NowAsync(db), Seed.Now);
        });

        await using var fresh = Open();
        var stored = await Substitutions(fresh).SingleAsync(Cancellation);
        var annex = await InForceAsync(fresh);
        var overlay = new Overlay(annex, [stored], SundayRegister.Empty);
        Assert.Equal((SubstitutionStatus.Approved, "Pejabat A", 2), (stored.Status, stored.ApprovedBy, stored.Turns.Count));
        Assert.Equal(annex.PostOf(13)!.Id, overlay.Of(12, Sunday)!.ServingPost);
        Assert.Equal(annex.PostOf(12)!.Id, overlay.Of(13, Sunday)!.ServingPost);
    }

    [Fact]
    public async Task Save_TwoDecisionsOnOneSubstitution_RefusesTheSecond()
    {
        await ChangeAsync(async db =>
            db.Substitutions.Add(
                Substitution.StandIn(
                    12,
                    (await InForceAsync(db)).PostOf(45)!,
                    On(Sunday),
                    new Proposal(PersonA, null, "Dinas luar"),
                    await NowAsync(db),
                    Seed.Now
                )
            )
        );
        await using var one = Open();
        await using var two = Open();
        var (first, second) = (await Substitutions(one).SingleAsync(Cancellation), await Substitutions(two).SingleAsync(Cancellation));

        first.Withdraw(PersonA, Seed.Now);
        second.Decline(PersonA, "Tidak", Seed.Now);
        await SaveAsync(one);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SaveAsync(two));
    }

    [Fact]
    public async Task Save_AReportWithAPhoto_IsReadBackAndASecondOneOfTheSundayIsRefused()
    {
        var content = new ReportContent(Attended: true, string.Empty, "Pejabat A", 40, "Menyapu\nMengecat", "Hujan");
        await ChangeAsync(async db =>
        {
            var photo = new StoredFile([0xFF, 0xD8], "image/jpeg");
            db.StoredFiles.Add(photo);
            var report = ActivityReport.Begin(await DutyAsync(db), PersonA, Sunday, Seed.Now);
            report.Write(content, PersonA, Seed.Now);
            report.AddPhoto(photo.Id, 800, 600, PersonA, Seed.Now);
            report.Send(await DutyAsync(db), PersonA, Sunday.AddDays(8), daysGiven: 7, Seed.Now);
            db.ActivityReports.Add(report);
        });

        await using var fresh = Open();
        var stored = await fresh.ActivityReports.Include(report => report.Photos).SingleAsync(Cancellation);
        Assert.Equal((content, ReportStatus.Sent, true), (stored.Content, stored.Status, stored.IsLate));
        Assert.Equal((800, 600), (Assert.Single(stored.Photos).Width, stored.Photos[0].Height));
        fresh.ActivityReports.Add(ActivityReport.Begin(await DutyAsync(fresh), PersonA, Sunday, Seed.Now));
        await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(fresh));
    }

    [Fact]
    public async Task Save_OfficialsAndTheirAccounts_AreReadBack()
    {
        var official = new Official("Pejabat A", "196402111984031002");
        var position = 0;
        await ChangeAsync(async db =>
        {
            position = (await InForceAsync(db)).PostOf(12)!.Id;
            db.Officials.Add(official);
            var holders = new Incumbencies(position, []);
            db.Incumbencies.AddRange(
                holders.Appoint(official.Id, IncumbencyKind.Definitive, new(2015, 1, 1)),
                holders.Appoint(official.Id, IncumbencyKind.DailyActing, Today, Today)
            );
            db.Absences.Add(new Absence(position, Today, Sunday));
            db.OfficialAccounts.AddRange(OfficialAccount.OfOfficial("satu", official.Id), OfficialAccount.OfStaff("dua", 1));
        });

        await using var fresh = Open();
        var stored = new Incumbencies(position, await fresh.Incumbencies.ToListAsync(Cancellation));
        Assert.Equal(("Plh. ", string.Empty), (stored.On(Today)!.Prefix, stored.On(Sunday)!.Prefix));
        Assert.Equal(official.Nip, (await fresh.Officials.SingleAsync(Cancellation)).Nip);
        Assert.True((await fresh.Absences.SingleAsync(Cancellation)).Covers(Sunday));
        Assert.Equal(
            [null, official.Id],
            await fresh
                .OfficialAccounts.OrderBy(account => account.AccountId)
                .Select(account => account.OfficialId)
                .ToListAsync(Cancellation)
        );
    }

    [Fact]
    public async Task Save_ACalendarAndItsLinks_AreReadBackAndOnlyOneLinkAnswers()
    {
        var token = string.Empty;
        await ChangeAsync(async db =>
        {
            var annex = await InForceAsync(db);
            var position = annex.PostOf(12)!.Id;
            var events = DutyEvent.Of(position, annex, new Overlay(annex, [], SundayRegister.Empty), Seed.Gazetteer);
            db.PublishedEvents.AddRange(CalendarRevision.Between(position, [], events, Seed.Now).Added);
            (var link, token) = CalendarLink.Create(position, "a", Seed.Now);
            db.CalendarLinks.Add(link);
        });

        await using var fresh = Open();
        var published = await fresh.PublishedEvents.ToListAsync(Cancellation);
        var stored = await fresh.CalendarLinks.SingleAsync(link => link.TokenHash == CalendarLink.HashOf(token), Cancellation);
        var current = published.ConvertAll(item => item.Content);
        Assert.Equal(35, published.Count);
        Assert.Equal(0, CalendarRevision.Between(stored.PositionId, published, current, Seed.Now.AddDays(1)).Changes);
        fresh.CalendarLinks.Add(CalendarLink.Create(stored.PositionId, "a", Seed.Now).Link);
        await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(fresh));
    }

    [Fact]
    public async Task Save_HolidaysAndDecisions_AreReadBack_AndHolidaysAreAddedOnce()
    {
        var easter = new DateOnly(2026, 4, 5);
        for (var again = 0; again < 2; again++)
        {
            await ChangeAsync(db => HolidaySeeder.AddAsync(db, TestDatabase.Institution, Seed.Now, Cancellation));
        }

        await ChangeAsync(db =>
        {
            db.SundayDecisions.Add(new SundayDecision(easter, dutyStands: false, "Paskah", PersonA, Seed.Now));
            return Task.CompletedTask;
        });

        await using var fresh = Open();
        var register = new SundayRegister(
            await fresh.Holidays.ToListAsync(Cancellation),
            await fresh.SundayDecisions.ToListAsync(Cancellation)
        );
        Assert.Equal(TestDatabase.Institution.Holidays.Count, await fresh.Holidays.CountAsync(Cancellation));
        Assert.True(register.On(easter).IsCancelled);
        Assert.Equal("Kebangkitan Yesus Kristus (Paskah)", Assert.Single(register.On(easter).Holidays).Name);
        Assert.True(register.On(new(2026, 5, 31)).NeedsDecision);
    }

    private static DutySpan.OneSunday On(DateOnly sunday) => new DutySpan.OneSunday(sunday);

    private static IQueryable<Substitution> Substitutions(PortalDbContext db) =>
        db.Substitutions.Include(substitution => substitution.Turns).Include(substitution => substitution.Consents);

    private static async Task<IssuedAnnex> InForceAsync(PortalDbContext db) =>
        IssuedAnnex.Of(
            await db
                .Schedules.Include(schedule => schedule.Instruction)
                .Include(schedule => schedule.Rows)
                    .ThenInclude(row => row.Assignments)
                .Include(schedule => schedule.Rows)
                    .ThenInclude(row => row.Position!.WorkUnit)
                .SingleAsync(Cancellation)
        );

    private static async Task<Circumstances> NowAsync(PortalDbContext db) =>
        new(await InForceAsync(db), Today, SundayRegister.Empty, [], await Substitutions(db).ToListAsync(Cancellation));

    private static async Task<SundayDuty> DutyAsync(PortalDbContext db) =>
        new Overlay(await InForceAsync(db), [], SundayRegister.Empty).Of(12, Sunday)!;

    private static Task<int> SaveAsync(PortalDbContext db)
    {
        db.AuditEntries.Add(new AuditEntry(new Actor("a", "Pejabat A"), Seed.Now, new AuditAction("roster.test", "menguji"), "1", "uji"));
        return db.SaveChangesAsync(Cancellation);
    }

    private async Task ChangeAsync(Func<PortalDbContext, Task> change)
    {
        await using var db = Open();
        await change(db);
        await SaveAsync(db);
    }

    private PortalDbContext Open() =>
        new(((DbContextOptionsBuilder<PortalDbContext>)new DbContextOptionsBuilder<PortalDbContext>().UseKerjaBhaktiSqlite(file)).Options);
}
