using KerjaBhakti.Data.Audit;
using KerjaBhakti.Tests;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Tests;

public class AuditChainTests
{
    private const string Copied =
        "INSERT INTO AuditEntries (At, ActorId, ActorName, Action, Subject, Caption, Before, After, Hash, Place) "
        + "SELECT At, ActorId, ActorName, Action, Subject, Caption, Before, After, Hash, ";

    private static readonly Actor Sari = new("sari", "Sari");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public async Task Verify_AChainNobodyTouched_Holds(Provider provider)
    {
        await using var database = await WriteAsync(provider, entries: 5);

        var verdict = await VerifyAsync(database);

        Assert.Empty(verdict.Finds);
        Assert.Equal(5, verdict.Entries);
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET After = 'Cakung' WHERE Place = 3", AuditBreak.Rewritten, 3, 3)]
    [InlineData("UPDATE AuditEntries SET ActorName = 'Orang lain' WHERE Place = 1", AuditBreak.Rewritten, 1, 1)]
    [InlineData("UPDATE AuditEntries SET Hash = '' WHERE Place = 4", AuditBreak.Rewritten, 4, 4)]
    [InlineData("UPDATE AuditEntries SET After = 'Cakung' WHERE Place IN (2, 3, 4)", AuditBreak.Rewritten, 2, 4)]
    [InlineData("UPDATE AuditHead SET Hash = ''", AuditBreak.Rewritten, 5, 5)]
    [InlineData("DELETE FROM AuditEntries WHERE Place = 2", AuditBreak.Missing, 2, 2)]
    [InlineData("DELETE FROM AuditEntries WHERE Place = 5", AuditBreak.Missing, 5, 5)]
    [InlineData("DELETE FROM AuditEntries", AuditBreak.Missing, 1, 5)]
    [InlineData(
        "DELETE FROM AuditEntries WHERE Place = 2; UPDATE AuditEntries SET Place = -Place WHERE Place > 2; UPDATE AuditEntries SET Place = -Place - 1 WHERE Place < 0",
        AuditBreak.Missing,
        2,
        2
    )]
    [InlineData(
        "UPDATE AuditEntries SET Place = -Place WHERE Place > 2; "
            + Copied
            + "3 FROM AuditEntries WHERE Place = 2; UPDATE AuditEntries SET Place = 1 - Place WHERE Place < 0",
        AuditBreak.Added,
        3,
        3
    )]
    [InlineData(Copied + "6 FROM AuditEntries WHERE Place = 5", AuditBreak.Added, 6, 6)]
    [InlineData(Copied + "0 FROM AuditEntries WHERE Place = 5", AuditBreak.Added, 0, 0)]
    [InlineData("DELETE FROM AuditHead", AuditBreak.EndMissing, 6, 6)]
    public async Task Verify_AChainChangedByHand_SaysWhatWasDoneAndWhere(string sql, AuditBreak expected, long first, long last)
    {
        await using var database = await WriteAsync(Provider.Sqlite, entries: 5);
        await ExecuteAsync(database, sql);

        var find = Assert.Single((await VerifyAsync(database)).Finds);
        Assert.Equal((expected, first, last), (find.Break, find.First, find.Last));
    }

    [Fact]
    public async Task Verify_AfterTheFirstBreak_GoesOn()
    {
        await using var database = await WriteAsync(Provider.Sqlite, entries: 9);
        await ExecuteAsync(
            database,
            "UPDATE AuditEntries SET After = 'Cakung' WHERE Place = 2; DELETE FROM AuditEntries WHERE Place IN (4, 5); UPDATE AuditEntries SET Caption = '' WHERE Place = 8"
        );

        var finds = (await VerifyAsync(database)).Finds;

        Assert.Equal(
            [(AuditBreak.Rewritten, 2L, 2L), (AuditBreak.Missing, 4L, 5L), (AuditBreak.Rewritten, 8L, 8L)],
            finds.Select(find => (find.Break, find.First, find.Last))
        );
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public async Task Verify_WhileOthersWrite_FindsNothing(Provider provider)
    {
        await using var database = await WriteAsync(provider, entries: 20);
        var writing = Task.Run(
            async () =>
            {
                for (var entry = 0; entry < 60; entry++)
                {
                    await WriteAsync(database, $"sementara {entry}");
                }
            },
            Cancellation
        );
        while (!writing.IsCompleted)
        {
            Assert.Empty((await VerifyAsync(database)).Finds);
        }

        await writing;
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public async Task Save_ManyWritersAtOnce_MakeOneChain(Provider provider)
    {
        await using var database = await WriteAsync(provider, entries: 0);

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(writer =>
                    Task.Run(
                        async () =>
                        {
                            for (var entry = 0; entry < 10; entry++)
                            {
                                await WriteAsync(database, $"{writer}-{entry}");
                            }
                        },
                        Cancellation
                    )
                )
        );

        var verdict = await VerifyAsync(database);
        Assert.Empty(verdict.Finds);
        Assert.Equal(80, verdict.Entries);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public async Task Save_GroupsOfWhichSomeEntriesAreTakenOutAgain_HaveTheirPlacesInTheOrderOfAdding(Provider provider)
    {
        await using var database = await WriteAsync(provider, entries: 0);
        var expected = new List<string>();
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            await using var db = database.Open();
            for (var group = 0; group < 4; group++)
            {
                var added = new List<AuditEntry>();
                for (var step = 0; step < random.Next(1, 25); step++)
                {
                    if (added.Count > 0 && random.Next(3) == 0)
                    {
                        // As an edit that is undone before it was saved.
                        var taken = added[random.Next(added.Count)];
                        db.Entry(taken).State = EntityState.Detached;
                        added.Remove(taken);
                        if (random.Next(2) == 0)
                        {
                            db.AuditEntries.Add(taken);
                            added.Add(taken);
                        }
                    }
                    else
                    {
                        var entry = Entry($"{seed}-{group}-{step}");
                        db.AuditEntries.Add(entry);
                        added.Add(entry);
                    }
                }

                await db.SaveChangesAsync(Cancellation);
                expected.AddRange(added.Select(entry => entry.Subject));
            }
        }

        await using var read = database.Open();
        Assert.Equal(
            expected,
            await read.AuditEntries.OrderBy(entry => entry.Place).Select(entry => entry.Subject).ToListAsync(Cancellation)
        );
        Assert.Empty((await VerifyAsync(database)).Finds);
    }

    [Fact]
    public async Task Verify_AChainWhoseKeysAreInAnotherOrderThanItsPlaces_Holds()
    {
        await using var database = await WriteAsync(Provider.Sqlite, entries: 5);
        await ExecuteAsync(database, "UPDATE AuditEntries SET Id = -Id");

        Assert.Empty((await VerifyAsync(database)).Finds);
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
        db.AuditEntries.Add(Entry(subject));
        await db.SaveChangesAsync(Cancellation);
    }

    private static AuditEntry Entry(string subject) =>
        new(Sari, Seed.Now, new AuditAction("uji.isi", "menguji"), subject, "Dinas Tata Air") { Before = "Cakung", After = "Ciracas" };

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync(sql, Cancellation);
    }

    private static async Task<AuditVerdict> VerifyAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await AuditChain.VerifyAsync(db, Cancellation);
    }
}
