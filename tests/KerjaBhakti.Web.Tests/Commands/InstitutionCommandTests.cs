using Microsoft.Data.Sqlite;

namespace KerjaBhakti.Web.Tests.Commands;

/// <summary>The folder of another institution, made and checked as a person at a terminal does.</summary>
public sealed class InstitutionCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kerjabhakti-cli-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("dki", "44 kecamatan", "Minggu", "WIB")]
    [InlineData("wakatobi", "8 kecamatan", "Jumat", "WITA")]
    public async Task CheckInstitution_AFolderThatComesWithTheProgram_IsRight(string name, string districts, string day, string zone)
    {
        var (status, output, error) = await RunAsync("check-institution", name);

        Assert.Equal((0, string.Empty), (status, error));
        Assert.Contains(districts, output, StringComparison.Ordinal);
        Assert.Contains($"setiap hari {day}, jam {zone}.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewInstitution_ThenCheck_SaysWhatIsStillEmpty_AndNeverWritesOverAFolder()
    {
        Assert.Equal(0, (await RunAsync("new-institution", "baru")).Status);
        var (status, output, error) = await RunAsync("check-institution", "baru");

        Assert.Equal((1, string.Empty), (status, output));
        Assert.Contains("institution.json baris 5: \"kind\" masih kosong.", error, StringComparison.Ordinal);
        Assert.Contains("districts.csv: belum memuat kecamatan.", error, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(InFolder("baru/holidays")));

        var again = await RunAsync("new-institution", "baru");
        Assert.Equal(1, again.Status);
        Assert.Contains("sudah ada dan tidak kosong", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewInstitution_FilledInByHand_IsServed()
    {
        await RunAsync("new-institution", "kendari");
        await FillAsync("kendari/institution.json", [
            ("\"id\": \"\"", "\"id\": \"kendari.invalid\""),
            ("\"kind\": \"\"", "\"kind\": \"city\""),
            ("\"full\": \"\"", "\"full\": \"Pemerintah Kota Kendari\""),
            ("\"short\": \"\"", "\"short\": \"Pemkot Kendari\""),
            ("\"headOffice\": \"\"", "\"headOffice\": \"Wali Kota Kendari\""),
            ("\"title\": \"\"", "\"title\": \"Wali Kota\""),
            ("\"instrumentCode\": \"\"", "\"instrumentCode\": \"INWALI\""),
            ("\"id\": \"\"", "\"id\": \"Asia/Makassar\""),
            ("\"abbreviation\": \"\"", "\"abbreviation\": \"WITA\""),
            ("\"weekday\": \"\"", "\"weekday\": \"saturday\""),
        ]);
        await File.AppendAllTextAsync(InFolder("kendari/districts.csv"), "74.71.01,Kota Kendari,Mandonga,\n", Cancellation);
        await File.AppendAllTextAsync(InFolder("kendari/units.csv"), "Inspektorat,Inspectorate\n", Cancellation);

        Assert.Equal((0, string.Empty), await StatusOfAsync("check-institution", "kendari"));
        Assert.Equal((0, string.Empty), await StatusOfAsync("migrate"));
        await File.WriteAllTextAsync(InFolder("a.csv"), "No,Jabatan/SKPD/UKPD,Mei 2027\n1,Inspektorat,Mandonga\n", Cancellation);
        Assert.Equal((0, string.Empty), await StatusOfAsync("check-annex", "a.csv"));
        Assert.Equal((0, string.Empty), await StatusOfAsync("import-annex", "a.csv", "--year", "2027", "--commit"));

        async Task<(int Status, string Error)> StatusOfAsync(params string[] arguments)
        {
            var (status, _, error) = await Terminal.RunAsync(folder, Settings("kendari"), arguments);
            return (status, error);
        }
    }

    [Fact]
    public async Task Migrate_WithAFolderThatIsWrong_NamesTheMistakesAndMakesNoDatabase()
    {
        await RunAsync("new-institution", "baru");

        var (status, _, error) = await Terminal.RunAsync(folder, Settings("baru"), "migrate");

        Assert.Equal(1, status);
        Assert.Contains("institution.json baris 5: \"kind\" masih kosong.", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(InFolder("data")));
    }

    [Fact]
    public async Task Migrate_OfAnotherInstitutionsDatabase_IsRefused_BeforeAnythingOfItIsChanged()
    {
        await RunAsync("migrate");
        await AskAsync("DROP TRIGGER roster_Instructions_issued_UPDATE");

        var (status, _, error) = await Terminal.RunAsync(folder, Settings("wakatobi"), "migrate");

        Assert.Equal(1, status);
        Assert.Contains("Satu basis data untuk satu instansi", error, StringComparison.Ordinal);
        Assert.Equal(0L, await AskAsync("SELECT COUNT(*) FROM sqlite_master WHERE name = 'roster_Instructions_issued_UPDATE'"));
    }

    [Fact]
    public async Task CheckAnnex_ServesTheInstitution_ThatASettingFileNames()
    {
        Directory.CreateDirectory(InFolder("secrets"));
        await File.WriteAllTextAsync(InFolder("secrets/Portal__Institution"), "wakatobi", Cancellation);
        await File.WriteAllTextAsync(InFolder("a.csv"), "No,Jabatan/SKPD/UKPD,Mei 2027\n1,Inspektorat,Tomia\n", Cancellation);

        var settings = new Dictionary<string, string> { ["Portal__SecretsFolder"] = InFolder("secrets") };
        var (status, _, error) = await Terminal.RunAsync(folder, settings, "check-annex", "a.csv");

        Assert.Equal((0, string.Empty), (status, error));
    }

    private async Task<object?> AskAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={InFolder("data/kerjabhakti.db")};Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Cancellation);
    }

    private static Dictionary<string, string> Settings(string institution) => new() { ["Portal__Institution"] = institution };

    private async Task FillAsync(string file, IEnumerable<(string From, string To)> fields)
    {
        var text = await File.ReadAllTextAsync(InFolder(file), Cancellation);
        foreach (var (from, to) in fields)
        {
            var at = text.IndexOf(from, StringComparison.Ordinal);
            text = text[..at] + to + text[(at + from.Length)..];
        }

        await File.WriteAllTextAsync(InFolder(file), text, Cancellation);
    }

    private string InFolder(string name) => Path.Combine(folder.FullName, name);

    private Task<(int Status, string Output, string Error)> RunAsync(params string[] arguments) =>
        Terminal.RunAsync(folder, new Dictionary<string, string>(), arguments);
}
