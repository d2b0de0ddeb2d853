using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Files;
using KerjaBhakti.Data.Seeding;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Tests;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Tests;

public class IssuedContentTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("UPDATE roster_Assignments SET AsPrinted = 'Cakung' WHERE Month = '2015-05'")]
    [InlineData("DELETE FROM roster_Assignments WHERE Month = '2015-12'")]
    [InlineData("INSERT INTO roster_Assignments (RowId, Month, AsPrinted) SELECT Id, '2015-01', 'Cakung' FROM roster_ScheduleRows")]
    [InlineData("UPDATE roster_ScheduleRows SET Label = 'Dinas Lain' WHERE Number = 1")]
    [InlineData("DELETE FROM roster_ScheduleRows WHERE Number = 93")]
    [InlineData("INSERT INTO roster_ScheduleRows (Id, ScheduleId, Label, \"Order\") SELECT 'x', Id, 'Baris baru', 99 FROM roster_Schedules")]
    [InlineData("UPDATE roster_Schedules SET Title = 'Lain'")]
    [InlineData("UPDATE roster_Schedules SET Status = 'Draft'")]
    [InlineData("UPDATE roster_Schedules SET Seal = NULL")]
    [InlineData("UPDATE roster_Schedules SET AmendsId = Id")]
    [InlineData("DELETE FROM roster_Schedules")]
    [InlineData("UPDATE roster_Instructions SET Number = 119")]
    [InlineData("DELETE FROM roster_Instructions")]
    public async Task IssuedAnnex_ChangedPastTheProgram_IsRefusedByTheDatabase(string sql)
    {
        await using var database = await SeededAsync();
        await using var db = database.Open();

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(sql, Cancellation));

        Assert.Contains("never changes", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE roster_PrintedPages SET LastRow = 50")]
    [InlineData("DELETE FROM roster_PrintedPages")]
    [InlineData("UPDATE files_StoredFiles SET Content = X'00'")]
    [InlineData("UPDATE roster_SignedScans SET FileName = 'lain.pdf'")]
    [InlineData("DELETE FROM roster_SignedScans")]
    public async Task IssuedPaper_ChangedPastTheProgram_IsRefusedByTheDatabase(string sql)
    {
        await using var database = await SeededAsync();
        await using var db = database.Open();
        var schedule = await db.Schedules
            .Include(schedule => schedule.Instruction).Include(schedule => schedule.Pages)
            .Include(schedule => schedule.Rows).ThenInclude(row => row.Assignments)
            .SingleAsync(Cancellation);
        schedule.Paginate([(0, 92)]);
        var file = new StoredFile([1, 2, 3], "application/pdf");
        db.StoredFiles.Add(file);
        db.SignedScans.Add(new SignedScan(schedule.Id, file.Id, "pindaian.pdf", 1, new Person("sari", "Sari"), Seed.Now));
        db.AuditEntries.Add(new AuditEntry(Actor.System, Seed.Now, "roster.scanned", schedule.Id.ToString(), schedule.Title));
        await db.SaveChangesAsync(Cancellation);

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(sql, Cancellation));

        Assert.Contains("never changes", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IssuedAnnex_ItsEnd_CanBeWritten()
    {
        await using var database = await SeededAsync();
        await using var db = database.Open();

        Assert.Equal(1, await db.Database.ExecuteSqlRawAsync("UPDATE roster_Schedules SET Status = 'Revoked', EndedOn = '2016-01-01'", Cancellation));
    }

    [Fact]
    public async Task Seed_TheAnnexOf2015_IsSealedOverItsContent()
    {
        await using var database = await SeededAsync();
        await using var db = database.Open();
        var schedule = await db.Schedules
            .Include(schedule => schedule.Instruction).Include(schedule => schedule.Rows).ThenInclude(row => row.Assignments)
            .SingleAsync(Cancellation);

        Assert.Equal(ContentSeal.Of(schedule.Title, schedule.ToAnnex(), schedule.Instruction!), schedule.Seal);
        Assert.Equal(ContentSeal.Of(schedule.Title, Seed.Annex, schedule.Instruction!), schedule.Seal);
    }

    private static async Task<TestDatabase> SeededAsync()
    {
        var database = await TestDatabase.CreateAsync(Provider.Sqlite);
        await using var db = database.Open();
        await PortalSeeder.SeedAsync(db, TimeProvider.System, Cancellation);
        return database;
    }
}
