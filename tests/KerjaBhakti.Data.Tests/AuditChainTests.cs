using KerjaBhakti.Data.Audit;
using KerjaBhakti.Tests;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Tests;

public class AuditChainTests
{
    private static readonly Actor Sari = new("sari", "Sari");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public async Task Verify_AChainNobodyTouched_Holds(Provider provider)
    {
        await using var database = await WriteAsync(provider, entries: 5);

        var verdict = await VerifyAsync(database);

        Assert.Equal((5, null), (verdict.Place, verdict.Break));
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET After = 'Cakung' WHERE Place = 3", 3, AuditBreak.Altered)]
    [InlineData("UPDATE AuditEntries SET ActorName = 'Orang lain' WHERE Place = 1", 1, AuditBreak.Altered)]
    [InlineData("DELETE FROM AuditEntries WHERE Place = 2", 2, AuditBreak.Missing)]
    [InlineData("DELETE FROM AuditEntries WHERE Place = 5", 5, AuditBreak.Missing)]
    [InlineData("DELETE FROM AuditEntries", 1, AuditBreak.Missing)]
    [InlineData("UPDATE AuditEntries SET Hash = '' WHERE Place = 4", 4, AuditBreak.Altered)]
    [InlineData("DELETE FROM AuditHead", 6, AuditBreak.Missing)]
    public async Task Verify_AChainChangedByHand_NamesTheFirstEntryThatDoesNotHold(string sql, long place, AuditBreak expected)
    {
        await using var database = await WriteAsync(Provider.Sqlite, entries: 5);
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(sql, Cancellation);
        }

        var verdict = await VerifyAsync(database);

        Assert.Equal((place, expected), (verdict.Place, verdict.Break));
    }

    [Fact]
    public async Task Verify_AnEntryPutInBetween_IsFound()
    {
        await using var database = await WriteAsync(Provider.Sqlite, entries: 5);
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(
                """
                UPDATE AuditEntries SET Id = -Id WHERE Place > 2;
                INSERT INTO AuditEntries (Id, At, ActorId, ActorName, Action, Subject, Caption, Before, After, Place, Hash)
                SELECT 3, At, ActorId, ActorName, Action, Subject, Caption, Before, After, 99, Hash FROM AuditEntries WHERE Place = 2;
                UPDATE AuditEntries SET Id = 1 - Id WHERE Id < 0;
                """,
                Cancellation);
        }

        Assert.Equal(3, (await VerifyAsync(database)).Place);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public async Task Save_ManyWritersAtOnce_MakeOneChain(Provider provider)
    {
        await using var database = await WriteAsync(provider, entries: 0);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(
            async () =>
            {
                for (var entry = 0; entry < 10; entry++)
                {
                    await WriteAsync(database, $"{writer}-{entry}");
                }
            },
            Cancellation)));

        Assert.Equal((80, null), (await VerifyAsync(database)) switch { var verdict => (verdict.Place, verdict.Break) });
    }

    [Fact]
    public async Task Upgrade_EntriesFromBeforeTheChain_AreChainedInTheirOrder()
    {
        await using var database = await WriteAsync(Provider.Sqlite, entries: 3);
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET Hash = ''; UPDATE AuditHead SET Entries = 0", Cancellation);
            await AuditUpgrade.RunAsync(db, Cancellation);
        }

        await WriteAsync(database, "sesudahnya");

        Assert.Equal((4, null), (await VerifyAsync(database)) switch { var verdict => (verdict.Place, verdict.Break) });
    }

    private static async Task<TestDatabase> WriteAsync(Provider provider, int entries)
    {
        var database = await TestDatabase.CreateAsync(provider);
        for (var entry = 0; entry < entries; entry++)
        {
            await WriteAsync(database, $"subjek {entry}");
        }

        return database;
    }

    private static async Task WriteAsync(TestDatabase database, string subject)
    {
        await using var db = database.Open();
        db.AuditEntries.Add(new AuditEntry(Sari, Seed.Now, "uji.isi", subject, "Dinas Tata Air") { Before = "Cakung", After = "Ciracas" });
        await db.SaveChangesAsync(Cancellation);
    }

    private static async Task<AuditVerdict> VerifyAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await AuditChain.VerifyAsync(db, Cancellation);
    }
}
