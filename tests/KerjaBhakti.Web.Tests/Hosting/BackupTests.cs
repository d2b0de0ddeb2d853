using KerjaBhakti.Tests;
using Microsoft.Data.Sqlite;

namespace KerjaBhakti.Web.Tests.Hosting;

/// <summary>Backup and restore as an administrator runs them at a terminal, beside the portal and without it.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kerjabhakti-backup-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Copy => Path.Combine(folder.FullName, "cadangan.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Backup_WhileThePortalServes_IsRestoredOnceItHasStopped()
    {
        await using var portal = new PortalProcess();
        await portal.StartAsync();
        Assert.Equal(0, (await RunAsync(portal.Database, "backup", "--out", Copy)).Status);
        var kept = Count(portal.Database);
        Execute(portal.Database, "DELETE FROM roster_Holidays");

        // Not under a running portal, which would go on with what it has in memory.
        var (status, _, error) = await RunAsync(portal.Database, "restore", Copy);
        Assert.Equal(1, status);
        Assert.Contains("Portal sedang berjalan", error, StringComparison.Ordinal);
        Assert.Equal(0, Count(portal.Database));

        await portal.KillAsync();
        (status, var output, error) = await RunAsync(portal.Database, "restore", Copy);
        Assert.Equal((0, string.Empty), (status, error));
        Assert.Contains("Yang lama disimpan di", output, StringComparison.Ordinal);
        Assert.Equal(kept, Count(portal.Database));
        await portal.StartAsync();
        Assert.Equal(0, (await RunAsync(portal.Database, "verify-audit")).Status);
    }

    [Fact]
    public async Task Restore_WhatIsDamagedOrForeign_IsRefusedAndChangesNothing()
    {
        var database = Path.Combine(folder.FullName, "portal.db");
        await PortalUnderTest.FillAsync(folder);
        var whole = await File.ReadAllBytesAsync(database, Cancellation);

        await RefusedAsync(whole[..(whole.Length / 2)], "rusak");
        var torn = whole.ToArray();
        torn.AsSpan(whole.Length / 2, 8192).Fill(0x5A);
        await RefusedAsync(torn, "rusak");
        await RefusedAsync([.. "bukan basis data"u8], "rusak atau bukan basis data portal");
        File.Delete(Copy);
        Execute(Copy, "CREATE TABLE orang_lain (a INTEGER)");
        await RefusedAsync(await File.ReadAllBytesAsync(Copy, Cancellation), "milik program lain");
        await File.WriteAllBytesAsync(Copy, whole, Cancellation);
        Execute(Copy, "UPDATE AuditEntries SET Caption = 'lain' WHERE Place = 2");
        await RefusedAsync(await File.ReadAllBytesAsync(Copy, Cancellation), "Catatan nomor 2 tidak seperti ketika ditulis");
        await File.WriteAllBytesAsync(Copy, whole, Cancellation);
        Execute(Copy, "DROP TRIGGER roster_Schedules_issued_UPDATE; UPDATE roster_Schedules SET Title = 'lain'");
        await RefusedAsync(await File.ReadAllBytesAsync(Copy, Cancellation), "tidak sesuai dengan segelnya");
        await File.WriteAllBytesAsync(Copy, whole, Cancellation);
        Execute(Copy, "UPDATE AspNetUsers SET PasswordHash = 'lain' WHERE Email = 'direktur@demo.local'");
        await RefusedAsync(await File.ReadAllBytesAsync(Copy, Cancellation), ": PasswordHash bukan yang disimpan.");

        async Task RefusedAsync(byte[] copy, string reason)
        {
            await File.WriteAllBytesAsync(Copy, copy, Cancellation);
            var (status, _, error) = await RunAsync(database, "restore", Copy);
            Assert.Equal(1, status);
            Assert.Contains(reason, error, StringComparison.Ordinal);
            Assert.Single(error.Split('\n'));
            Assert.Equal(whole, await File.ReadAllBytesAsync(database, Cancellation));
            Assert.Equal(
                ["cadangan.db", "portal.db", "portal.db.lock"],
                folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public async Task Restore_ACopyWithItsCompanion_KeepsWhatStandsOnlyInThere()
    {
        await PortalUnderTest.FillAsync(folder);
        var database = Path.Combine(folder.FullName, "portal.db");
        await using (var open = new SqliteConnection($"Data Source={database};Pooling=False"))
        {
            // Copied with its companion while somebody has it open, as after a power cut.
            await open.OpenAsync(Cancellation);
            await using var command = open.CreateCommand();
            command.CommandText =
                "PRAGMA journal_mode = WAL; INSERT INTO portal_SentForms (Id, At) "
                + "VALUES ('A', '2026-01-04 05:00:00'), ('B', '2026-01-04 05:00:00')";
            await command.ExecuteNonQueryAsync(Cancellation);
            File.Copy(database, Copy);
            File.Copy($"{database}-wal", $"{Copy}-wal");
        }

        File.SetAttributes(Copy, FileAttributes.ReadOnly);
        File.Delete(database);
        await File.WriteAllTextAsync($"{database}-wal", "sisa berkas lain", Cancellation);
        var (status, _, error) = await RunAsync(database, "restore", Copy);

        Assert.Equal((0, string.Empty), (status, error));
        Assert.Equal(2, Count(database, "portal_SentForms"));
        Assert.False(File.Exists($"{database}-wal"));
    }

    private static Task<(int Status, string Output, string Error)> RunAsync(string database, params string[] arguments)
    {
        var folder = new FileInfo(database).Directory!;
        return Terminal.RunAsync(folder, new Dictionary<string, string> { ["Database__File"] = database }, arguments);
    }

    private static long Count(string database, string table = "roster_Holidays")
    {
        using var connection = Open(database);
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }

    private static void Execute(string database, string sql)
    {
        using var connection = Open(database);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
