using System.Text.Json;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Web.Tests.Commands;

/// <summary><c>propose-annex</c> and <c>check-annex --certificate</c>, as a person at a terminal runs them.</summary>
public sealed class ProposeAnnexTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kerjabhakti-propose-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task ProposeAnnex_RepairOf2015_IsProvenAndVerifiedWithoutADatabase()
    {
        var (status, output, error) = await RunAsync(
            "propose-annex",
            Seed.AnnexFile,
            "--year",
            "2015",
            "--way",
            "repair",
            "--out",
            "b.csv",
            "--certificate",
            "b.json"
        );
        Assert.Equal((0, string.Empty), (status, error));
        Assert.Contains("Terbukti: tidak ada perbaikan dengan perubahan lebih sedikit.", output, StringComparison.Ordinal);

        (status, output, error) = await RunAsync("check-annex", "b.csv", "--certificate", "b.json");
        Assert.Equal((0, string.Empty), (status, error));
        Assert.EndsWith("Sertifikat cocok.", output.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("empty-district-month", output, StringComparison.Ordinal);
        Assert.DoesNotContain("uneven-coverage", output, StringComparison.Ordinal);
        Assert.DoesNotContain("repeated-district", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.FullName, "data")), "propose-annex must not touch a database");
    }

    [Fact]
    public async Task CheckAnnex_OfAnAnnexThatSomebodyChanged_DoesNotFitItsCertificate()
    {
        await RunAsync(
            "propose-annex",
            Seed.AnnexFile,
            "--year",
            "2015",
            "--way",
            "new",
            "--out",
            "b.csv",
            "--certificate",
            "b.json"
        );
        var lines = await File.ReadAllLinesAsync(InFolder("b.csv"), Cancellation);
        var first = lines[1].Split(',');
        (first[2], first[3]) = (first[3], first[2]);
        lines[1] = string.Join(',', first);
        await File.WriteAllLinesAsync(InFolder("b.csv"), lines, Cancellation);

        var (status, _, error) = await RunAsync("check-annex", "b.csv", "--certificate", "b.json");

        Assert.Equal(1, status);
        Assert.StartsWith("Sertifikat tidak cocok.", error, StringComparison.Ordinal);
        Assert.Contains("bukan lampiran yang disertifikatkan", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAnnex_WithAFileThatIsNoCertificate_IsRefused()
    {
        await File.WriteAllTextAsync(InFolder("c.json"), "{}", Cancellation);

        var (status, _, error) = await RunAsync("check-annex", Seed.AnnexFile, "--certificate", "c.json");

        Assert.Equal(1, status);
        Assert.StartsWith("Berkas ini bukan sertifikat pembagian", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProposeAnnex_NewFor2016_KeepsLocksLeavesOutAndAvoidsTheEndOf2015()
    {
        await File.WriteAllTextAsync(InFolder("locks.csv"), "row,month\n1,2016-05\n2,2016-06\n", Cancellation);

        var (status, _, error) = await RunAsync(
            "propose-annex",
            Seed.AnnexFile,
            "--year",
            "2016",
            "--way",
            "new",
            "--leave-out",
            "31.01.01,31.01.02",
            "--locks",
            "locks.csv",
            "--before",
            Seed.AnnexFile,
            "--seed",
            "7",
            "--out",
            "d.csv",
            "--certificate",
            "d.json"
        );

        Assert.Equal((0, string.Empty), (status, error));
        var csv = await File.ReadAllTextAsync(InFolder("d.csv"), Cancellation);
        var certificate = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(InFolder("d.json"), Cancellation));
        Assert.Contains("1,Asisten Pemerintahan,Jatinegara,", csv, StringComparison.Ordinal);
        Assert.Equal(0, certificate.GetProperty("earlierAgain").GetInt32());
        Assert.Equal(0, (await RunAsync("check-annex", "d.csv", "--certificate", "d.json")).Status);
    }

    [Fact]
    public async Task ProposeAnnex_WithLocksInTheWay_NamesThemAndWritesNothing()
    {
        // Of the annex as it was issued, June stays as it is: four kecamatan have nobody.
        var june = Seed.Annex.Rows.Where(row => !row.IsRegion).Select(row => $"{row.Number},2015-06");
        await File.WriteAllLinesAsync(InFolder("locks.csv"), june, Cancellation);

        var (status, output, error) = await RunAsync(
            "propose-annex",
            Seed.AnnexFile,
            "--year",
            "2015",
            "--way",
            "repair",
            "--locks",
            "locks.csv",
            "--out",
            "e.csv"
        );

        Assert.Equal((1, string.Empty), (status, output));
        Assert.Contains("Juni: ", error, StringComparison.Ordinal);
        Assert.Contains("sel terkunci pada ", error, StringComparison.Ordinal);
        Assert.Contains("Cilincing", error, StringComparison.Ordinal);
        Assert.Contains("sel perlu dilepas, misalnya ", error, StringComparison.Ordinal);
        Assert.False(File.Exists(InFolder("e.csv")));
    }

    [Theory]
    [InlineData("41,2015-05", "locks.csv, baris 1: '41,2015-05' bukan sel lampiran ini")]
    [InlineData("row,month\n1,2016-05", "locks.csv, baris 2: '1,2016-05' bukan sel lampiran ini")]
    [InlineData("1;2015-05\nx", "locks.csv, baris 2: 'x' bukan sel lampiran ini")]
    public async Task ProposeAnnex_ALockOfNoCell_IsNamedByItsLine(string locks, string problem)
    {
        await File.WriteAllTextAsync(InFolder("locks.csv"), locks, Cancellation);

        var (status, _, error) = await RunAsync(
            "propose-annex",
            Seed.AnnexFile,
            "--year",
            "2015",
            "--locks",
            "locks.csv",
            "--out",
            "f.csv"
        );

        Assert.Equal(1, status);
        Assert.StartsWith(problem, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProposeAnnex_LeavingOutWhatIsNoKecamatan_IsRefused()
    {
        var (status, _, error) = await RunAsync(
            "propose-annex",
            Seed.AnnexFile,
            "--year",
            "2015",
            "--leave-out",
            "31.99.01",
            "--out",
            "g.csv"
        );

        Assert.Equal((1, "Tidak ada kecamatan dengan kode 31.99.01."), (status, error));
    }

    [Theory]
    [InlineData("propose-annex", "a.csv", "--out", "b.csv")]
    [InlineData("propose-annex", "a.csv", "--year", "2016")]
    [InlineData("propose-annex", "a.csv", "--year", "2016", "--way", "best", "--out", "b.csv")]
    [InlineData("propose-annex", "a.csv", "--year", "2016", "--leave-out", "Koja", "--out", "b.csv")]
    public async Task ProposeAnnex_WronglyUsed_EndsWithTwo(params string[] arguments) =>
        Assert.Equal(2, (await RunAsync(arguments)).Status);

    private string InFolder(string name) => Path.Combine(folder.FullName, name);

    private Task<(int Status, string Output, string Error)> RunAsync(params string[] arguments) =>
        Terminal.RunAsync(folder, new Dictionary<string, string>(), arguments);
}
