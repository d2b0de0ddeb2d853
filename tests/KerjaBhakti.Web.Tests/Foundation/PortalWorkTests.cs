using System.Data.Common;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Sqlite;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Foundation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KerjaBhakti.Web.Tests.Foundation;

/// <summary>What becomes of a change when the database takes it back or cannot store it.</summary>
public sealed class PortalWorkTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kerjabhakti-work-");
    private readonly Faults faults = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await PortalUnderTest.FillAsync(folder);

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task AChangeTheDatabaseTookBack_IsDoneAgainFromTheBeginningAndStoredOnce()
    {
        faults.Next(new SqliteException("snapshot overtaken", 5, 517), times: 2);

        await NoteAsync();

        Assert.Equal(0, faults.Left);
        Assert.Equal(1, await CountAsync());
    }

    [Theory]
    [InlineData(5, "Basis data sedang dikunci program lain. Tidak ada yang disimpan")]
    [InlineData(8, "Basis data hanya dapat dibaca. Tidak ada yang disimpan")]
    [InlineData(13, "Ruang penyimpanan basis data habis. Tidak ada yang disimpan")]
    public async Task AChangeTheDatabaseCannotStore_IsRefusedWithASentence(int code, string sentence)
    {
        faults.Next(new SqliteException("no", code), times: 1);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(NoteAsync);

        Assert.StartsWith(sentence, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task AChange_TakesItsTurnBeforeItTouchesAnythingElse()
    {
        await NoteAsync();

        Assert.StartsWith("UPDATE \"AuditHead\"", faults.Written[0].TrimStart(), StringComparison.Ordinal);
    }

    private Task NoteAsync() =>
        new Work(new Contexts(folder, faults)).DoAsSystemAsync(
            db =>
            {
                db.AuditEntries.Add(new AuditEntry(Actor.System, Seed.Now, TestUsers.Action, "-", "uji"));
                return Task.CompletedTask;
            },
            Cancellation
        );

    private async Task<int> CountAsync()
    {
        await using var db = new Contexts(folder, faults).CreateDbContext();
        return await db.AuditEntries.CountAsync(entry => entry.Action == TestUsers.Action.Code, Cancellation);
    }

    private sealed class Work(IDbContextFactory<PortalDbContext> contexts) : PortalWork<PortalDbContext>(contexts)
    {
        protected override PortalDbContext Begin(PortalDbContext db, Actor actor, CancellationToken cancellationToken) => db;

        protected override Exception Refusal(string problem) => new InvalidOperationException(problem);
    }

    private sealed class Contexts(DirectoryInfo folder, Faults faults) : IDbContextFactory<PortalDbContext>
    {
        public PortalDbContext CreateDbContext() =>
            new(
                (DbContextOptions<PortalDbContext>)
                    new DbContextOptionsBuilder<PortalDbContext>()
                        .UseKerjaBhaktiSqlite(PortalUnderTest.DatabaseIn(folder))
                        .AddInterceptors(faults)
                        .Options
            );
    }

    /// <summary>Lets inserts of audit entries fail as often as asked.</summary>
    private sealed class Faults : DbCommandInterceptor
    {
        private Exception? fault;

        public int Left { get; private set; }

        public List<string> Written { get; } = [];

        public void Next(Exception failure, int times) => (fault, Left) = (failure, times);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Note(command);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            Note(command);
            return ValueTask.FromResult(result);
        }

        private void Note(DbCommand command)
        {
            if (!command.CommandText.TrimStart().StartsWith("SELECT", StringComparison.Ordinal))
            {
                Written.Add(command.CommandText);
            }

            if (Left > 0 && command.CommandText.Contains("INSERT INTO \"AuditEntries\"", StringComparison.Ordinal))
            {
                Left--;
                throw fault!;
            }
        }
    }
}
