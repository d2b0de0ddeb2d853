using KerjaBhakti.Tests;
using Microsoft.Data.Sqlite;

namespace KerjaBhakti.Web.Tests.Auditing;

/// <summary><c>verify-audit</c> at a terminal: what it finds, what it cannot check, and that it makes and changes nothing.</summary>
public sealed class VerifyAuditTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kerjabhakti-verify-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Database => PortalUnderTest.DatabaseIn(folder);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task ADatabaseNobodyTouched_Holds()
    {
        await PortalUnderTest.FillAsync(folder);

        var (status, output, error) = await VerifyAsync(Database);

        Assert.Equal((0, string.Empty), (status, error));
        Assert.Contains("catatan utuh. Hash terakhir: ", output, StringComparison.Ordinal);
        Assert.Contains("Segel Instruksi Gubernur 118/2015 cocok", output, StringComparison.Ordinal);
        Assert.Contains("Semua penjaga basis data terpasang.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADatabaseChangedByHand_IsToldEachFindAndLeftAsItIs()
    {
        await PortalUnderTest.FillAsync(folder);
        Execute(
            """
            UPDATE AuditEntries SET ActorName = 'Orang lain' WHERE Place = 2;
            DROP TRIGGER roster_Schedules_issued_UPDATE;
            UPDATE roster_Schedules SET Title = 'Lain', Status = 'Revoked';
            PRAGMA foreign_keys = OFF;
            DELETE FROM roster_WorkUnits WHERE Id = (SELECT MIN(Id) FROM roster_WorkUnits);
            """
        );
        var before = await File.ReadAllBytesAsync(Database, Cancellation);

        var (status, _, error) = await VerifyAsync(Database);

        Assert.Equal(1, status);
        Assert.Contains("Catatan nomor 2 tidak seperti ketika ditulis.", error, StringComparison.Ordinal);
        Assert.Contains("Penjaga basis data roster_Schedules_issued_UPDATE tidak ada atau berubah.", error, StringComparison.Ordinal);
        Assert.Contains("tidak sesuai dengan segelnya", error, StringComparison.Ordinal);
        Assert.Contains("bukan yang dicatat", error, StringComparison.Ordinal);
        Assert.Contains("Baris menunjuk ke baris yang tidak ada (roster_Positions → roster_WorkUnits).", error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Database, Cancellation));
    }

    [Fact]
    public async Task AnIssuedAnnexThatIsGone_IsMissedByItsEntry()
    {
        await PortalUnderTest.FillAsync(folder);
        Execute(
            """
            PRAGMA foreign_keys = OFF;
            DROP TRIGGER roster_Schedules_issued_DELETE;
            DELETE FROM roster_Schedules;
            """
        );

        var (status, _, error) = await VerifyAsync(Database);

        Assert.Equal(1, status);
        Assert.Contains("Instruksi Gubernur 118/2015 ditetapkan menurut catatan, tetapi tidak ada", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCannotBeChecked_IsToldAndNothingIsMade()
    {
        await RefusedAsync("tidak ada atau kosong");
        await File.WriteAllBytesAsync(Database, [], Cancellation);
        await RefusedAsync("tidak ada atau kosong");
        await File.WriteAllTextAsync(
            Database,
            "ini bukan basis data, hanya teks yang cukup panjang untuk dibaca sebagai kepala berkas",
            Cancellation
        );
        await RefusedAsync("rusak atau bukan basis data portal");
        File.Delete(Database);
        Execute("CREATE TABLE orang_lain (a INTEGER)");
        await RefusedAsync("milik program lain");
        Execute(
            "CREATE TABLE __EFMigrationsHistory (MigrationId TEXT PRIMARY KEY, ProductVersion TEXT); INSERT INTO __EFMigrationsHistory VALUES ('20261122011742_Initial', '10.0.14')"
        );
        await RefusedAsync("sebelum rilis pertama");

        async Task RefusedAsync(string reason)
        {
            var before = await ContentAsync();
            var (status, output, error) = await VerifyAsync(Database);
            Assert.Equal((2, string.Empty), (status, output));
            Assert.StartsWith("Tidak dapat diperiksa. ", error, StringComparison.Ordinal);
            Assert.Contains(reason, error, StringComparison.Ordinal);
            Assert.Equal(before, await ContentAsync());
        }
    }

    [Theory]
    [InlineData("verify-audit")]
    [InlineData("create-admin", "kepala@jakarta.go.id")]
    [InlineData("export-annex", "--year", "2015", "--format", "csv", "--out", "a.csv")]
    public async Task CommandsThatNeedADatabase_WithoutOne_MakeNone(params string[] arguments)
    {
        var (status, _, error) = await Terminal.RunAsync(folder, new Dictionary<string, string>(), arguments);

        Assert.Equal(arguments[0] == "verify-audit" ? 2 : 1, status);
        Assert.Single(error.Split('\n'));
        Assert.Empty(folder.GetFileSystemInfos());
    }

    [Fact]
    public async Task ImportAnnex_WithoutADatabase_MakesNone()
    {
        var (status, _, error) = await Terminal.RunAsync(
            folder,
            new Dictionary<string, string>(),
            "import-annex",
            Seed.AnnexFile,
            "--year",
            "2016",
            "--commit"
        );

        Assert.Equal(1, status);
        Assert.Contains("Belum ada basis data portal", error, StringComparison.Ordinal);
        Assert.Empty(folder.GetFileSystemInfos());
    }

    private Task<(int Status, string Output, string Error)> VerifyAsync(string file) =>
        Terminal.RunAsync(folder, new Dictionary<string, string>(), "verify-audit", file);

    /// <summary>What lies in the folder. SQLite keeps empty companions beside a file that writes ahead while it is read.</summary>
    private async Task<IReadOnlyDictionary<string, string>> ContentAsync()
    {
        var content = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in folder.GetFiles())
        {
            content[file.Name] = Convert.ToHexString(await File.ReadAllBytesAsync(file.FullName, Cancellation));
        }

        return content;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        command.CommandText = "PRAGMA journal_mode = DELETE";
        command.ExecuteNonQuery();
    }
}
