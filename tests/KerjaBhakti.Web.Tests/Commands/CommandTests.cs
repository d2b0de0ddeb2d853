using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using KerjaBhakti.Tests;
using Microsoft.Data.Sqlite;

namespace KerjaBhakti.Web.Tests.Commands;

/// <summary>The commands as a person at a terminal runs them: the real program in a process and a folder of its own.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kerjabhakti-cli-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task ExportAnnex_AsCsv_OfANewDatabase_IsTheSeed()
    {
        await RunAsync("migrate");
        var (status, _, error) = await RunAsync("export-annex", "--year", "2015", "--format", "csv", "--out", "a.csv");

        Assert.Equal((0, string.Empty), (status, error));
        Assert.Equal(
            await File.ReadAllBytesAsync(Seed.AnnexFile, Cancellation),
            await File.ReadAllBytesAsync(InFolder("a.csv"), Cancellation)
        );
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public async Task ExportAnnex_InEveryForm_WritesAFile(string format)
    {
        await RunAsync("migrate");
        var (status, _, _) = await RunAsync("export-annex", "--year", "2015", "--format", format, "--out", "a");

        Assert.Equal(0, status);
        Assert.True(new FileInfo(InFolder("a")).Length > 5000);
    }

    [Fact]
    public async Task ExportAnnex_AYearWithoutAnAnnex_IsRefusedAndWritesNothing()
    {
        await RunAsync("migrate");
        var (status, _, error) = await RunAsync("export-annex", "--year", "2016", "--format", "csv", "--out", "a.csv");

        Assert.Equal((1, "Tidak ada jadwal yang berlaku untuk tahun 2016."), (status, error));
        Assert.False(File.Exists(InFolder("a.csv")));
    }

    [Theory]
    [InlineData("export-annex", "--year", "2015")]
    [InlineData("export-annex", "--year", "2015", "--format", "docx", "--out", "a")]
    [InlineData("exprt-annex")]
    [InlineData("export-books", "--year", "2024", "--format", "pdf", "--out", "b")]
    [InlineData("check-annex")]
    [InlineData("import-annex", "a.csv")]
    [InlineData("import-annex", "a.csv", "--year", "16")]
    [InlineData("simulate-fees", "--pool", "1000", "--decree", "d.json", "--staff", "s.csv")]
    public async Task Commands_WronglyUsed_EndWithTwo(params string[] arguments) => Assert.Equal(2, (await RunAsync(arguments)).Status);

    [Fact]
    public async Task Commands_StartedByDotnetRun_PrintTheirOutputOnly()
    {
        // What the project puts before the arguments of dotnet run.
        var (status, output, _) = await RunAsync(
            "--default-environment",
            "Development",
            "check-annex",
            Seed.AnnexFile,
            "--format",
            "json",
            "--year",
            "2015"
        );

        Assert.Equal(0, status);
        Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(output).RootElement.ValueKind);
    }

    [Fact]
    public async Task CheckAnnex_TheSeed_FindsExactlyWhatTheRulesSay()
    {
        var (status, output, _) = await RunAsync("check-annex", Seed.AnnexFile, "--format", "json", "--year", "2015");

        var counts = JsonSerializer
            .Deserialize<JsonElement[]>(output)!
            .CountBy(finding => finding.GetProperty("code").GetString()!)
            .ToDictionary();
        Assert.Equal(0, status);
        Assert.Equal(
            new Dictionary<string, int>
            {
                ["empty-district-month"] = 16,
                ["uneven-coverage"] = 31,
                ["repeated-district"] = 1,
                ["mixed-spelling"] = 1,
                ["duplicate-label"] = 8,
                ["near-duplicate-label"] = 1,
            },
            counts
        );
        Assert.False(Directory.Exists(InFolder("data")), "check-annex must not touch a database");
    }

    [Fact]
    public async Task CheckAndImport_AWorkbookWithAHiddenSheet_ReadTheOtherAndSayIt()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "cases", "a01-hidden-sheet-first.xlsx");
        var check = await RunAsync("check-annex", file, "--format", "json", "--year", "2016");
        var import = await RunAsync("import-annex", file, "--year", "2016");

        Assert.Equal((0, 0), (check.Status, import.Status));
        Assert.Contains("Lembar 'Lama' tersembunyi di berkas dan tidak dibaca.", check.Error, StringComparison.Ordinal);
        Assert.Contains("Lembar 'Lama' tersembunyi di berkas dan tidak dibaca.", import.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Tambora", import.Output, StringComparison.Ordinal);
        Assert.Contains(
            "Lembar 'Lama' tersembunyi",
            (await RunAsync("import-annex", file, "--year", "2016", "--sheet", "Lama")).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task CheckAndImport_AnAnnexWithShortNames_ReadThePostsAndSayIt()
    {
        await File.WriteAllTextAsync(
            InFolder("singkat.csv"),
            "No,Jabatan/SKPD/UKPD,Mei 2016,Juni 2016\n1,Satpol PP,Menteng,Gambir\n2,Satuan Polisi Pamong Praja,Gambir,Menteng\n",
            Cancellation
        );
        var check = await RunAsync("check-annex", "singkat.csv");
        var import = await RunAsync("import-annex", "singkat.csv", "--year", "2016");

        Assert.Equal((0, 0), (check.Status, import.Status));
        Assert.Contains("duplicate-label", check.Output, StringComparison.Ordinal);
        const string remark = "Singkatan jabatan ditulis lengkap: 'Satpol PP' (baris 2 berkas) menjadi Satuan Polisi Pamong Praja.";
        Assert.Contains(remark, check.Error, StringComparison.Ordinal);
        Assert.Contains(remark, import.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAnnex_AChangedCopy_NamesTheErrorAndEndsWithOne()
    {
        var text = await File.ReadAllTextAsync(Seed.AnnexFile, Cancellation);
        await File.WriteAllTextAsync(
            InFolder("b.csv"),
            text.Replace("1,Asisten Pemerintahan,Jatinegara", "1,Asisten Pemerintahan,Jatinegra", StringComparison.Ordinal),
            Cancellation
        );

        var (status, output, error) = await RunAsync("check-annex", "b.csv", "--format", "json");

        Assert.Equal(1, status);
        Assert.Contains("\"unknown-kecamatan\"", output, StringComparison.Ordinal);
        Assert.Contains("Baris 1, Mei: 'Jatinegra' bukan nama kecamatan. Maksud Anda Jatinegara?", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAnnex_WhatIsNoAnnex_IsRefusedInOneSentence()
    {
        await File.WriteAllTextAsync(InFolder("c.xlsx"), "bukan lampiran", Cancellation);

        var (status, output, error) = await RunAsync("check-annex", "c.xlsx");

        Assert.Equal((1, string.Empty), (status, output));
        Assert.Single(error.Split('\n'));
    }

    [Fact]
    public async Task CheckAnnex_AFileThatIsNotThere_IsRefused() =>
        Assert.Equal(1, (await RunAsync("check-annex", "tidak-ada.csv")).Status);

    [Fact]
    public async Task ImportAnnex_TheSeed_IsPreviewedWithoutADatabase()
    {
        var (status, output, error) = await RunAsync("import-annex", Seed.AnnexFile, "--year", "2016");

        Assert.Equal((0, string.Empty), (status, error));
        Assert.Contains("Baris 10, Agustus: 'Pulo Gadung' dibaca sebagai Pulogadung.", output, StringComparison.Ordinal);
        Assert.EndsWith(
            "93 baris untuk Mei s.d. Desember 2016: 93 diterima, 0 bermasalah. Sel: 561 diterima, 39 ejaan lain, 0 tidak dikenal, 0 kosong.",
            output,
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(InFolder("data")), "a preview must not touch a database");
    }

    [Fact]
    public async Task ImportAnnex_WithCommit_MakesADraftOfTheSystem()
    {
        await RunAsync("migrate");
        var (status, output, error) = await RunAsync("import-annex", Seed.AnnexFile, "--year", "2016", "--commit");

        Assert.Equal((0, string.Empty), (status, error));
        Assert.Contains("Rancangan Mei s.d. Desember 2016 dibuat: /roster/jadwal/", output, StringComparison.Ordinal);
        Assert.Equal(
            93L,
            Scalar("SELECT COUNT(*) FROM roster_ScheduleRows r JOIN roster_Schedules s ON s.Id = r.ScheduleId WHERE s.Status = 'Draft'")
        );
        Assert.Equal(
            $"impor {Path.GetFileName(Seed.AnnexFile)}, 93 baris",
            Scalar("SELECT After FROM AuditEntries WHERE Action = 'roster.created' AND ActorId = 'system'")
        );
    }

    [Fact]
    public async Task ImportAnnex_OneTypo_SaysItAndMakesNothing()
    {
        var text = await File.ReadAllTextAsync(Seed.AnnexFile, Cancellation);
        await File.WriteAllTextAsync(
            InFolder("b.csv"),
            text.Replace("1,Asisten Pemerintahan,Jatinegara", "1,Asisten Pemerintahan,Jatinegra", StringComparison.Ordinal),
            Cancellation
        );

        var (status, output, error) = await RunAsync("import-annex", "b.csv", "--year", "2016", "--commit");

        Assert.Equal(1, status);
        Assert.Contains("Baris 1, Mei: 'Jatinegra' bukan nama kecamatan. Maksud Anda Jatinegara?", output, StringComparison.Ordinal);
        Assert.Equal("1 baris bermasalah; perbaiki lebih dahulu, karena berkas diimpor seluruhnya atau tidak sama sekali.", error);
        Assert.False(Directory.Exists(InFolder("data")));
    }

    [Fact]
    public async Task ExportBooks_OfAYearTheBooksDoNotHave_IsRefusedAndWritesNothing()
    {
        await RunAsync("migrate");
        var (status, _, error) = await RunAsync("export-books", "--year", "2024", "--format", "hledger", "--out", "b.journal");

        Assert.Equal((1, "Buku belum mempunyai tahun 2024."), (status, error));
        Assert.False(File.Exists(InFolder("b.journal")));
    }

    [Fact]
    public async Task SimulateFees_OfFiles_WritesTheDistributionWithoutADatabase()
    {
        var (status, output, error) = await SimulateFeesAsync("1.000", "60");

        Assert.Equal((0, string.Empty), (status, error));
        Assert.Equal(
            "staff_id,component,points,share_numerator,share_denominator,floor,extra,amount\r\n"
                + "P1,LANGSUNG,1,200,1,200,0,200\r\nP1,MERATA,,400,1,400,0,400\r\nP2,LANGSUNG,2.0,400,1,400,0,400\r\nTOTAL,,,,,,,1000\r\n",
            await File.ReadAllTextAsync(InFolder("out.csv"), Cancellation)
        );
        Assert.EndsWith("Jumlah: Rp1.000 dalam 3 baris.", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(InFolder("data")), "simulate-fees must not touch a database");
    }

    [Theory]
    [InlineData("1000", "59.99", "Bagian semua komponen berjumlah 99,99 %, padahal harus tepat 100 %.")]
    [InlineData("-1", "60", "'-1' negatif; jumlah rupiah tidak boleh kurang dari nol.")]
    [InlineData("10.5", "60", "'10.5' memuat titik yang tidak memisahkan ribuan; tulis rupiah bulat, misalnya 1.234.567 atau 1234567.")]
    [InlineData("9000000000000001", "60", "'9000000000000001' melebihi jumlah terbesar, Rp9.000.000.000.000.000.")]
    public async Task SimulateFees_WhatCannotBe_IsRefusedAndLeavesTheOldFile(string pool, string share, string reason)
    {
        await File.WriteAllTextAsync(InFolder("out.csv"), "lama", Cancellation);

        Assert.Equal((1, string.Empty, reason), await SimulateFeesAsync(pool, share));
        Assert.Equal("lama", await File.ReadAllTextAsync(InFolder("out.csv"), Cancellation));
    }

    [Fact]
    public async Task SimulateFees_ToAFolderThatIsNotThere_IsRefused()
    {
        var (status, _, error) = await SimulateFeesAsync("1000", "60", Path.Combine("tidak", "ada.csv"));

        Assert.Equal(1, status);
        Assert.Contains("tidak dapat ditulis", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_WithScript_PrintsTheSqlAndTouchesNothing()
    {
        var (status, output, _) = await RunAsync("migrate", "--script");

        Assert.Equal(0, status);
        Assert.Contains("CREATE TABLE \"roster_Schedules\"", output, StringComparison.Ordinal);
        Assert.False(File.Exists(InFolder("data/kerjabhakti.db")));
    }

    [Fact]
    public async Task CreateAdmin_Twice_GivesALinkEachTime()
    {
        await RunAsync("migrate");
        var first = await RunAsync("create-admin", "kepala@jakarta.go.id");
        var second = await RunAsync("create-admin", "kepala@jakarta.go.id");

        Assert.Equal((0, 0), (first.Status, second.Status));
        Assert.StartsWith("http://localhost:5080/akun/sandi?akun=", first.Output, StringComparison.Ordinal);
        Assert.StartsWith("http://localhost:5080/akun/sandi?akun=", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAdmin_WhatIsNoAddress_IsRefused()
    {
        await RunAsync("migrate");
        var (status, _, error) = await RunAsync("create-admin", "bukan alamat");

        Assert.Equal((1, "'bukan alamat' bukan alamat surel."), (status, error));
    }

    [Fact]
    public async Task Serve_APortInUse_IsRefusedInOneSentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        var (status, _, error) = await RunAsync("serve", "--urls", address, "--Logging:LogLevel:Default=None");

        Assert.Equal(1, status);
        Assert.Equal(
            $"Alamat {address} sedang dipakai program lain. Tutup program itu, atau pilih alamat lain dengan ASPNETCORE_URLS.",
            error
        );
    }

    [Fact]
    public async Task Database_OfANewerProgram_IsRefusedAndLeftAlone()
    {
        await RunAsync("migrate");
        Execute("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_FromTheFuture', '99.0.0')");
        var before = await File.ReadAllBytesAsync(InFolder("data/kerjabhakti.db"), Cancellation);

        var (status, _, error) = await RunAsync("export-annex", "--year", "2015", "--format", "csv", "--out", "a.csv");

        Assert.Equal(1, status);
        Assert.Contains("versi program yang lebih baru", error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(InFolder("data/kerjabhakti.db"), Cancellation));
    }

    [Fact]
    public async Task Database_ThatIsNone_IsRefusedAndLeftAlone()
    {
        Directory.CreateDirectory(InFolder("data"));
        await File.WriteAllTextAsync(
            InFolder("data/kerjabhakti.db"),
            "ini bukan basis data, hanya teks yang cukup panjang untuk dibaca sebagai kepala berkas",
            Cancellation
        );

        var (status, _, error) = await RunAsync("migrate");

        Assert.Equal(1, status);
        Assert.Contains("rusak atau bukan basis data portal", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_LockedByAnotherProgram_IsRefused()
    {
        await RunAsync("migrate");
        using var connection = Connect();
        using var hold = connection.CreateCommand();
        hold.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;";
        hold.ExecuteNonQuery();

        var (status, _, error) = await RunAsync("create-admin", "kepala@jakarta.go.id");

        Assert.Equal(1, status);
        Assert.Contains("sedang dikunci program lain", error, StringComparison.Ordinal);
    }

    private async Task<(int Status, string Output, string Error)> SimulateFeesAsync(string pool, string share, string output = "out.csv")
    {
        await File.WriteAllTextAsync(
            InFolder("d.json"),
            $$"""
            { "number": "1", "components": [ { "code": "LANGSUNG", "share": "{{share}}", "method": "points" }, { "code": "MERATA", "share": "40", "method": "equal" } ] }
            """,
            Cancellation
        );
        await File.WriteAllTextAsync(
            InFolder("s.csv"),
            "staff_id,name,component,points\nP2,b,LANGSUNG,2.0\nP1,a,LANGSUNG,1\nP1,a,MERATA,\n",
            Cancellation
        );
        return await RunAsync("simulate-fees", "--pool", pool, "--decree", "d.json", "--staff", "s.csv", "--out", output);
    }

    private string InFolder(string name) => Path.Combine(folder.FullName, name);

    private object? Scalar(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private void Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={InFolder("data/kerjabhakti.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private Task<(int Status, string Output, string Error)> RunAsync(params string[] arguments) =>
        Terminal.RunAsync(folder, new Dictionary<string, string>(), arguments);
}
