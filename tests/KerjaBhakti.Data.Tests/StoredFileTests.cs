using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Files;
using KerjaBhakti.Data.Seeding;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Tests;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Tests;

/// <summary>What was uploaded stays, except a photo that was taken out of its report.</summary>
public class StoredFileTests
{
    private static readonly Person PersonA = new("a", "Pejabat A");
    private static readonly DateOnly Sunday = new(2015, 6, 7);

    private static readonly byte[] Picture = [0xFF, 0xD8, .. "wajah seseorang di tepi saluran"u8];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task APhotoTakenOutOfItsReport_CanBeDeletedAndItsBytesAreGone()
    {
        await using var database = await SeededAsync();
        await ReportAsync(database);
        Assert.True(await IsInTheFileAsync(database));

        await using (var db = database.Open())
        {
            var report = await db.ActivityReports.Include(report => report.Photos).SingleAsync(Cancellation);
            var file = await db.StoredFiles.SingleAsync(Cancellation);
            report.RemovePhoto(file.Id, PersonA, Seed.Now);
            db.StoredFiles.Remove(file);
            await SaveAsync(db);
        }

        Assert.False(await IsInTheFileAsync(database));
    }

    [Theory]
    [InlineData("DELETE FROM files_StoredFiles WHERE ContentType = 'image/jpeg'")]
    [InlineData("DELETE FROM files_StoredFiles WHERE ContentType = 'application/pdf'")]
    [InlineData("UPDATE files_StoredFiles SET ContentType = 'image/jpeg' WHERE ContentType = 'application/pdf'")]
    [InlineData("UPDATE files_StoredFiles SET Content = X'00' WHERE ContentType = 'image/jpeg'")]
    public async Task AScanOrAPhotoOfAReport_ChangedPastTheProgram_IsRefusedByTheDatabase(string sql)
    {
        await using var database = await SeededAsync();
        await ReportAsync(database);
        await using var db = database.Open();
        db.StoredFiles.Add(new StoredFile([1, 2, 3], "application/pdf"));
        await SaveAsync(db);

        // As a program that knows nothing of the portal opens the file: foreign keys are not looked at.
        await db.Database.OpenConnectionAsync(Cancellation);
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF", Cancellation);
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(sql, Cancellation));

        Assert.Contains("An uploaded file never changes", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<TestDatabase> SeededAsync()
    {
        var database = await TestDatabase.CreateAsync(Provider.Sqlite);
        await using var db = database.Open();
        await PortalSeeder.SeedAsync(db, TestDatabase.Institution, TimeProvider.System, TestDatabase.Paginate, Cancellation);
        return database;
    }

    /// <summary>Stores a report with one photo.</summary>
    private static async Task ReportAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var schedule = await db
            .Schedules.AsNoTracking()
            .Include(item => item.Instruction)
            .Include(item => item.Rows)
                .ThenInclude(row => row.Assignments)
            .Include(item => item.Rows)
                .ThenInclude(row => row.Position!.WorkUnit)
            .SingleAsync(Cancellation);
        var duty = new Overlay(KerjaBhakti.Roster.Schedules.IssuedAnnex.Of(schedule), [], SundayRegister.Empty).Of(12, Sunday)!;
        var report = ActivityReport.Begin(duty, PersonA, Sunday, Seed.Now);
        var photo = new StoredFile(Picture, "image/jpeg");
        report.AddPhoto(photo.Id, 800, 600, PersonA, Seed.Now);
        db.StoredFiles.Add(photo);
        db.ActivityReports.Add(report);
        await SaveAsync(db);
    }

    private static async Task<bool> IsInTheFileAsync(TestDatabase database)
    {
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Cancellation);
        var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        return (await File.ReadAllBytesAsync(file, Cancellation)).AsSpan().IndexOf(Picture) >= 0;
    }

    private static async Task SaveAsync(PortalDbContext db)
    {
        db.AuditEntries.Add(new AuditEntry(Actor.System, Seed.Now, new AuditAction("duty.test", "menguji"), "-", "uji"));
        await db.SaveChangesAsync(Cancellation);
    }
}
