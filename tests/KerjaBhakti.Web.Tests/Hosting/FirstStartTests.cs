using System.Diagnostics;
using KerjaBhakti.Data.Sqlite;
using KerjaBhakti.Tests;
using Microsoft.Data.Sqlite;

namespace KerjaBhakti.Web.Tests.Hosting;

/// <summary>The database is made by a process that may be killed, beside others that want the same.</summary>
public sealed class FirstStartTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kerjabhakti-start-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Database => PortalUnderTest.DatabaseIn(folder);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Migrate_AfterAKillInsideAMigration_GoesOnByItself()
    {
        using (var connection = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            // What a killed process leaves: EF Core's lock is a row.
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText =
                "CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2026-11-22')";
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        Assert.Equal((0, "Basis data sudah mutakhir.", string.Empty), await RunAsync("migrate"));
        Assert.Equal(0, (await RunAsync("verify-audit")).Status);
    }

    [Fact]
    public async Task Migrate_KilledAtAnyMoment_IsDoneByTheNext()
    {
        for (var kill = 0; kill < 6; kill++)
        {
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "KerjaBhakti.Web.dll"), "migrate"])
            {
                WorkingDirectory = folder.FullName,
                UseShellExecute = false,
            };
            start.Environment["Database__File"] = Database;
            File.Delete(UpgradeLock.FileFor(Database));
            using var process = Process.Start(start)!;

            // From its first sight of the database on, a little later each time.
            while (!process.HasExited && !File.Exists(UpgradeLock.FileFor(Database)))
            {
                await Task.Delay(5, Cancellation);
            }

            await Task.Delay(kill * 150, Cancellation);
            process.Kill();
            await process.WaitForExitAsync(Cancellation);
        }

        Assert.Equal((0, "Basis data sudah mutakhir.", string.Empty), await RunAsync("migrate"));
        Assert.Equal(0, (await RunAsync("verify-audit")).Status);
    }

    [Fact]
    public async Task Migrate_WhileAnotherProcessNeverEnds_GivesUpWithASentence()
    {
        using var other = await UpgradeLock.TakeAsync(Database, TimeSpan.Zero, Cancellation);

        var (status, _, error) = await RunAsync("migrate", ("Database__UpgradeWait", "1"));

        Assert.Equal(1, status);
        Assert.StartsWith("Proses lain sudah lebih dari 1 detik menyiapkan basis data", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_ThatTheProgramMakes_AreForItsAccountAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows inherits the rights of the folder.");
            return;
        }

        var inner = Path.Combine(folder.FullName, "data");
        (string, string)[] settings = [("Database__File", Path.Combine(inner, "portal.db"))];
        await RunAsync("migrate", settings);
        await RunAsync(["create-admin", "kepala@jakarta.go.id"], settings);
        await RunAsync(["backup", "--out", Path.Combine(inner, "cadangan.db")], settings);

        var made = new DirectoryInfo(inner).GetFileSystemInfos("*", SearchOption.AllDirectories).Append(new DirectoryInfo(inner)).ToList();
        Assert.Contains(made, entry => entry.Name == "cadangan.db");
        foreach (var entry in made)
        {
            Assert.True(
                (entry.UnixFileMode & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)) == UnixFileMode.None,
                entry.FullName
            );
        }
    }

    private Task<(int Status, string Output, string Error)> RunAsync(string command, params (string Key, string Value)[] settings) =>
        RunAsync([command], settings);

    private Task<(int Status, string Output, string Error)> RunAsync(string[] arguments, params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string> { ["Database__File"] = Database };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        return Terminal.RunAsync(folder, all, arguments);
    }
}
