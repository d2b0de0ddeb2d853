using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Files;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Data.Seeding;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Tests;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Tests;

public class IssuedContentTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The databases, and what each must refuse.</summary>
    public static MatrixTheoryData<Provider, string> AnnexChanges { get; } =
        new(
            [Provider.Sqlite, Provider.SqlServer],
            [
                "UPDATE roster_Assignments SET AsPrinted = 'Cakung' WHERE Month = '2015-05'",
                "UPDATE roster_Assignments SET AsPrinted = LOWER(AsPrinted) WHERE Month = '2015-05'",
                "DELETE FROM roster_Assignments WHERE Month = '2015-12'",
                "INSERT INTO roster_Assignments (RowId, Month, AsPrinted) SELECT Id, '2015-01', 'Cakung' FROM roster_ScheduleRows",
                "UPDATE roster_ScheduleRows SET Label = 'Dinas Lain' WHERE Number = 1",
                "UPDATE roster_ScheduleRows SET Label = UPPER(Label) WHERE Number = 1",
                "DELETE FROM roster_ScheduleRows WHERE Number = 93",
                "UPDATE roster_Schedules SET Title = 'Lain'",
                "UPDATE roster_Schedules SET Title = LOWER(Title)",
                "UPDATE roster_Schedules SET Title = CONCAT(Title, ' ')",
                "UPDATE roster_Schedules SET Status = 'Draft'",
                "UPDATE roster_Schedules SET Seal = NULL",
                "UPDATE roster_Schedules SET AmendsId = Id",
                "DELETE FROM roster_Schedules",
                "UPDATE roster_Instructions SET Number = 119",
                "DELETE FROM roster_Instructions",
            ]
        );

    /// <summary>The same of paper.</summary>
    public static MatrixTheoryData<Provider, string> PaperChanges { get; } =
        new(
            [Provider.Sqlite, Provider.SqlServer],
            [
                "UPDATE roster_PrintedPages SET LastRow = 50",
                "DELETE FROM roster_PrintedPages",
                "UPDATE files_StoredFiles SET ContentType = 'image/png'",
                "UPDATE roster_SignedScans SET FileName = 'lain.pdf'",
                "DELETE FROM roster_SignedScans",
            ]
        );

    [Theory]
    [MemberData(nameof(AnnexChanges))]
    public async Task IssuedAnnex_ChangedPastTheProgram_IsRefusedByTheDatabase(Provider provider, string sql)
    {
        await using var database = await SeededAsync(provider);
        await using var db = database.Open();

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(sql, Cancellation));

        Assert.Contains("never changes", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IssuedAnnex_ARowPutInPastTheProgram_IsRefusedByTheDatabase()
    {
        await using var database = await SeededAsync(Provider.Sqlite);
        await using var db = database.Open();

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() =>
            db.Database.ExecuteSqlRawAsync(
                "INSERT INTO roster_ScheduleRows (Id, ScheduleId, Label, \"Order\") SELECT 'x', Id, 'Baris baru', 99 FROM roster_Schedules",
                Cancellation
            )
        );

        Assert.Contains("never changes", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(PaperChanges))]
    public async Task IssuedPaper_ChangedPastTheProgram_IsRefusedByTheDatabase(Provider provider, string sql)
    {
        await using var database = await SeededAsync(provider);
        await using var db = database.Open();
        var schedule = await db.Schedules.SingleAsync(Cancellation);
        var file = new StoredFile([1, 2, 3], "application/pdf");
        db.StoredFiles.Add(file);
        db.SignedScans.Add(new SignedScan(schedule.Id, file.Id, "pindaian.pdf", 1, new Person("sari", "Sari"), Seed.Now));
        db.AuditEntries.Add(new AuditEntry(Actor.System, Seed.Now, RosterActions.Scanned, schedule.Id.ToString(), schedule.Title));
        await db.SaveChangesAsync(Cancellation);

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(sql, Cancellation));

        Assert.Contains("never changes", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IssuedAnnex_ItsEnd_CanBeWritten()
    {
        await using var database = await SeededAsync(Provider.Sqlite);
        await using var db = database.Open();

        Assert.Equal(
            1,
            await db.Database.ExecuteSqlRawAsync("UPDATE roster_Schedules SET Status = 'Revoked', EndedOn = '2016-01-01'", Cancellation)
        );
    }

    [Fact]
    public async Task Seed_TheAnnexOf2015_IsSealedOverItsContent()
    {
        await using var database = await SeededAsync(Provider.Sqlite);
        await using var db = database.Open();
        var schedule = await db
            .Schedules.Include(schedule => schedule.Instruction)
            .Include(schedule => schedule.Rows)
                .ThenInclude(row => row.Assignments)
            .SingleAsync(Cancellation);

        Assert.Equal(ContentSeal.Of(schedule.Title, schedule.ToAnnex(), schedule.Instruction!), schedule.Seal);
        Assert.Equal(ContentSeal.Of(schedule.Title, Seed.Annex, schedule.Instruction!), schedule.Seal);
    }

    private static async Task<TestDatabase> SeededAsync(Provider provider)
    {
        var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.Open();
        await PortalSeeder.SeedAsync(db, TestDatabase.Institution, TimeProvider.System, TestDatabase.Paginate, Cancellation);
        return database;
    }
}
