using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Files;
using KerjaBhakti.Tests;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Tests;

/// <summary>What is saved is told in the trail with what it is, or is not saved.</summary>
public class RecordTrailTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public async Task Save_ARecordWithAnEntry_IsProved(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.Open();
        db.StoredFiles.Add(new StoredFile([1, 2, 3], "application/pdf"));
        Tell(db);
        await db.SaveChangesAsync(Cancellation);

        var verdict = await RecordReplay.VerifyAsync(db, Cancellation);

        Assert.Empty(verdict.Finds);
        Assert.Equal(1, verdict.Records);
        Assert.NotNull((await db.AuditEntries.AsNoTracking().SingleAsync(Cancellation)).RecordsHash);
    }

    [Fact]
    public async Task Save_AFileNoEntryTellsOf_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(Provider.Sqlite);
        await using var db = database.Open();
        db.StoredFiles.Add(new StoredFile([1], "application/pdf"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancellation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Commit_OfAFileThatWasSavedBeforeItsEntry_WaitsForIt(bool isTold)
    {
        await using var database = await TestDatabase.CreateAsync(Provider.Sqlite);
        await using (var db = database.Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
            db.StoredFiles.Add(new StoredFile([1], "application/pdf"));
            await db.SaveChangesAsync(Cancellation);
            if (isTold)
            {
                Tell(db);
                await db.SaveChangesAsync(Cancellation);
                await transaction.CommitAsync(Cancellation);
            }
            else
            {
                await Assert.ThrowsAsync<InvalidOperationException>(() => transaction.CommitAsync(Cancellation));
            }
        }

        await using var read = database.Open();
        Assert.Equal(isTold ? 1 : 0, await read.StoredFiles.CountAsync(Cancellation));
        Assert.Empty((await RecordReplay.VerifyAsync(read, Cancellation)).Finds);
    }

    [Fact]
    public async Task Verify_AListOfRecordsThatIsGone_IsAFind()
    {
        await using var database = await TestDatabase.CreateAsync(Provider.Sqlite);
        await using var db = database.Open();
        db.StoredFiles.Add(new StoredFile([1], "application/pdf"));
        Tell(db);
        await db.SaveChangesAsync(Cancellation);
        Tell(db);
        db.StoredFiles.Add(new StoredFile([2], "application/pdf"));
        await db.SaveChangesAsync(Cancellation);
        await db.Database.ExecuteSqlRawAsync("DELETE FROM AuditRecords WHERE Place = 1", Cancellation);

        var finds = (await RecordReplay.VerifyAsync(db, Cancellation)).Finds;

        Assert.Contains(finds, find => find is { Break: RecordBreak.Missing, Table: RecordVerdict.Lists, Key: "1" });
        Assert.Contains(finds, find => find is { Break: RecordBreak.Added, Table: "files_StoredFiles" });
    }

    private static void Tell(PortalDbContext db) =>
        db.AuditEntries.Add(new AuditEntry(Actor.System, Seed.Now, new AuditAction("uji.isi", "menguji"), "-", "uji"));
}
