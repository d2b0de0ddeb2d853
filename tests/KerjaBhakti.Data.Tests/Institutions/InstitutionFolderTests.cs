using KerjaBhakti.Data.Institutions;
using KerjaBhakti.Data.Seeding;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Tests;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Data.Tests.Institutions;

public sealed class InstitutionFolderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kerjabhakti-institution-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void DefaultFolder_IsTheOneOfTheInstruction()
    {
        var dki = InstitutionFolder.Read(InstitutionFolder.Find(setting: null));

        Assert.Equal(Seed.Institution.Names, dki.Institution.Names);
        Assert.Equal(Seed.Institution.DutyDay, dki.Institution.DutyDay);
        Assert.Equal(Seed.Institution.Id, dki.Institution.Id);
        Assert.Equal(Seed.Institution.FarCity, dki.Institution.FarCity);
        Assert.Equal(Seed.Gazetteer.Kecamatan.Select(item => item.Name), dki.Gazetteer.Kecamatan.Select(item => item.Name));
        var earlier = Assert.Single(dki.Instructions);
        Assert.Equal("118/2015", earlier.Sign().Reference);
        Assert.Equal(Seed.Annex.Rows.Count, earlier.Annex.Rows.Count);
        Assert.Equal(39, dki.Holidays.Count);
        Assert.Equal(6, dki.Map.Cities.Count);
    }

    [Fact]
    public void WakatobiFolder_IsARegencyThatServesOnFridays()
    {
        var wakatobi = InstitutionFolder.Read(InstitutionFolder.Find("wakatobi"));

        Assert.Equal(InstitutionKind.Regency, wakatobi.Institution.Kind);
        Assert.Equal("Instruksi Bupati", wakatobi.Institution.Head.Instrument);
        Assert.Equal((DayOfWeek.Friday, "Jumat"), (wakatobi.Institution.DutyDay.Weekday, wakatobi.Institution.DutyDay.Name));
        Assert.Equal(TimeSpan.FromHours(8), wakatobi.Institution.Time.Zone.BaseUtcOffset);
        Assert.Equal(8, wakatobi.Gazetteer.Kecamatan.Count);
        Assert.Equal(8, wakatobi.Map.Kecamatan.Count);
        Assert.Empty(wakatobi.Instructions);
    }

    [Fact]
    public async Task Seeding_OfANewOffice_GivesAPostForEachBody_AndNoSchedule()
    {
        var wakatobi = InstitutionFolder.Read(InstitutionFolder.Find("wakatobi"));
        await using var database = await TestDatabase.CreateAsync(Provider.Sqlite);
        await using (var db = database.Open())
        {
            await PortalSeeder.SeedAsync(db, wakatobi, TimeProvider.System, TestDatabase.Paginate, Cancellation);
        }

        await using var stored = database.Open();
        Assert.True(await PortalSeeder.IsDoneAsync(stored, wakatobi, Cancellation));
        Assert.Equal(wakatobi.Units.Count, await stored.Positions.CountAsync(Cancellation));
        Assert.Equal(8, await stored.Kecamatan.CountAsync(Cancellation));
        Assert.Equal(wakatobi.Aliases.Count, await stored.PostAliases.CountAsync(Cancellation));
        Assert.False(await stored.Schedules.AnyAsync(Cancellation));
    }

    [Fact]
    public void EmptyTemplate_NamesEveryFieldThatIsStillEmpty_WithItsLine()
    {
        foreach (var (name, text) in InstitutionTemplate.Files)
        {
            File.WriteAllText(Path.Combine(folder.FullName, name), text);
        }

        var lines = File.ReadAllLines(Path.Combine(folder.FullName, "institution.json"));
        var mistakes = InstitutionFolder.Check(folder.FullName);

        Assert.All(["id", "kind", "full", "short", "headOffice", "title", "instrumentCode", "abbreviation", "weekday"], name =>
            Assert.Contains(mistakes, mistake =>
                mistake.File == "institution.json"
                && mistake.Problem == $"\"{name}\" masih kosong."
                && lines[mistake.Line!.Value - 1].Contains($"\"{name}\": \"\"", StringComparison.Ordinal)
            )
        );
        Assert.Contains(mistakes, mistake => mistake.File == "districts.csv");
        Assert.DoesNotContain(mistakes, mistake => mistake.Problem.Contains("tidak dikenal", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("institution.json", "\"id\": \"wakatobi", "\"id\": \"waka tobi", "\"id\" hanya boleh memuat")]
    [InlineData("institution.json", "\"regency\"", "\"kabupaten\"", "\"kind\" harus salah satu dari")]
    [InlineData("institution.json", "\"title\": \"Bupati\"", "\"title\": \"Gubernur\"", "\"title\" untuk jenis ini harus Bupati")]
    [InlineData("institution.json", "\"headOffice\": \"Bupati", "\"headOffice\": \"Kepala", "\"headOffice\" harus diawali 'Bupati '.")]
    [InlineData("institution.json", "\"WITA\"", "\"WIB\"", "zona waktu 'Asia/Makassar' bukan WIB.")]
    [InlineData("institution.json", "\"friday\"", "\"jumat\"", "\"weekday\" harus salah satu dari")]
    [InlineData("institution.json", "\"secretary\": {", "\"farCity\": \"74.08\", \"secretary\": {", "\"farCity\" harus kode")]
    [InlineData("institution.json", "\"secretary\"", "\"sekretaris\"", "\"sekretaris\" tidak dikenal; periksa ejaannya.")]
    [InlineData("institution.json", "\"kind\": \"regency\",", "\"kind\" \"regency\",", "bukan JSON yang benar")]
    [InlineData("districts.csv", "74.07.03,", "74.07.3,", "kode '74.07.3' bukan kode kecamatan")]
    [InlineData("districts.csv", "74.07.03,", "74.07.02,", "kode 74.07.02 sudah tertulis di atas.")]
    [InlineData("districts.csv", ",Tomia,", ",Kaledupa,", "nama 'Kaledupa' sudah tertulis di baris 3.")]
    [InlineData("districts.csv", ",Tomia,", ",Tomia,,", "5 kolom, padahal kepala tabel 4")]
    [InlineData("districts.csv", "code,city", "kode,city", "kolom \"code\" belum ada.")]
    [InlineData("units.csv", "Kesehatan,Department", "Kesehatan,Dinas", "kategori 'Dinas' harus salah satu dari")]
    [InlineData("units.csv", "Inspektorat,", "Sekretariat DPRD,", "'Sekretariat DPRD' sudah tertulis di atas.")]
    [InlineData("aliases.csv", "Setda,Sekretariat Daerah", "Setda,Sekretariat Desa", "Jabatan 'Sekretariat Desa' tidak ada")]
    [InlineData("aliases.csv", "Setwan,", "Setda,", "singkatan 'Setda' sudah tertulis di atas.")]
    [InlineData("map.csv", "74.07.05,1,2", "74.07.05,1,13", "\"row\" harus bilangan 1 sampai 12, bukan '13'.")]
    [InlineData("map.csv", "74.07.05,1,2", "74.07.05,1,1", "petak ini menutupi petak 74.07.01.")]
    [InlineData("districts.csv", "74.07.03,Kabupaten Wakatobi", "74.08.03,Kabupaten Wakatobi", "mempunyai kode lain daripada 74.08.")]
    [InlineData("map.csv", "74.07.05,1,2", "74.09.05,1,2", "'74.09.05' bukan kode dari districts.csv")]
    [InlineData("holidays/2026.csv", "2026-05-01", "2025-05-01", "'2025-05-01' bukan tanggal tahun 2026")]
    [InlineData("holidays/2026.csv", "2026-05-14,", "2026-05-01,", "tanggal 2026-05-01 sudah tertulis di atas")]
    public void Mistake_IsNamedWithFileAndLine(string file, string right, string wrong, string problem)
    {
        var line = Spoil("wakatobi", file, right, wrong);

        var mistakes = InstitutionFolder.Check(folder.FullName);

        Assert.Contains(mistakes, mistake =>
            mistake.File == file && mistake.Line == line && mistake.Problem.Contains(problem, StringComparison.Ordinal)
        );
        var refusal = Assert.Throws<InstitutionFolderException>(() => InstitutionFolder.Read(folder.FullName));
        Assert.Contains($"{file} baris {line}: ", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("instructions/118-2015.json", "\"year\": 2015", "\"year\": 2016", "\"year\" harus tahun \"issuedOn\", 2015.")]
    [InlineData("instructions/118-2015.json", "\"place\": \"Jakarta\"", "\"place\": \"\"", "\"place\" masih kosong.")]
    [InlineData("instructions/118-2015.annex.csv", "Perekonomian,Makasar", "Perekonomian,Makassar", "'Makassar' bukan kecamatan")]
    [InlineData("instructions/118-2015.json", "\"year\": 2015", "\"year\": 2015, \"annexYear\": 2017", "\"annexYear\" harus")]
    [InlineData("instructions/118-2015.annex.csv", "Mei,Juni", "Mei 2016,Juni", "harus ada nama bulan tanpa tahun")]
    [InlineData("instructions/118-2015.annex.csv", "Mei,Juni", "Mei,Juli", "kolom 'Juli' bukan bulan sesudah 'Mei'.")]
    [InlineData("instructions/118-2015.units.csv", "Perekonomian", "Ekonomi", "'Asisten Ekonomi' tidak ada dalam units.csv.")]
    public void MistakeInAnEarlierInstruction_IsNamedWithFileAndLine(string file, string right, string wrong, string problem)
    {
        var line = Spoil("dki", file, right, wrong);

        Assert.Contains(InstitutionFolder.Check(folder.FullName), mistake =>
            mistake.File == file && mistake.Line == line && mistake.Problem.Contains(problem, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Names_WithAGapBetweenThem_AreRefused()
    {
        Copy("wakatobi");
        var file = Path.Combine(folder.FullName, "institution.json");
        File.WriteAllText(
            file,
            File.ReadAllText(file)
                .Replace("\"source\": \"UU 29/2003\"", "\"to\": \"2026-01-01\"", StringComparison.Ordinal)
                .Replace(
                    "  ],",
                    ", { \"full\": \"P\", \"short\": \"P\", \"headOffice\": \"Bupati W\", \"from\": \"2026-01-03\" } ],",
                    StringComparison.Ordinal
                )
        );

        Assert.Contains("tanpa sela", Assert.Single(InstitutionFolder.Check(folder.FullName)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_OfWhichNeitherHasADay_AreRefused()
    {
        Spoil(
            "wakatobi",
            "institution.json",
            "  ],",
            ", { \"full\": \"P\", \"short\": \"P\", \"headOffice\": \"Bupati W\" } ],"
        );

        Assert.Contains("tanpa sela", Assert.Single(InstitutionFolder.Check(folder.FullName)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void District_WithANameLongerThanItsColumn_IsNamed()
    {
        var line = Spoil("wakatobi", "districts.csv", ",Tomia,", $",{new string('T', 101)},");

        Assert.Contains(InstitutionFolder.Check(folder.FullName), mistake =>
            mistake.Line == line && mistake.Problem.EndsWith("paling panjang 100 huruf.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Annex_WithoutMonths_IsNamed()
    {
        Copy("dki");
        File.WriteAllText(
            Path.Combine(folder.FullName, "instructions", "118-2015.annex.csv"),
            "No,Jabatan/SKPD/UKPD\n1,Asisten Pemerintahan\n"
        );

        Assert.Contains(InstitutionFolder.Check(folder.FullName), mistake =>
            mistake.File == "instructions/118-2015.annex.csv"
            && mistake.Problem.Contains("harus ada nama bulan", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void EarlierInstructions_OfOneYear_AreRefused()
    {
        WithOneMore("\"year\": 2015");

        var mistake = Assert.Single(InstitutionFolder.Check(folder.FullName));

        Assert.Equal("instructions/200-2015.json", mistake.File);
        Assert.Contains("hanya satu lampiran, yang berlaku", mistake.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seeding_OfAnAnnexForTheNextYear_KeepsThePosts_AndGivesOneToABodyWithoutARow()
    {
        WithOneMore("\"year\": 2015, \"annexYear\": 2016");
        File.AppendAllText(Path.Combine(folder.FullName, "units.csv"), "Badan Baru,Agency\n");
        var read = InstitutionFolder.Read(folder.FullName);
        await using var database = await TestDatabase.CreateAsync(Provider.Sqlite);
        await using (var db = database.Open())
        {
            await PortalSeeder.SeedAsync(db, read, TimeProvider.System, TestDatabase.Paginate, Cancellation);
        }

        await using var stored = database.Open();
        Assert.Equal([2015, 2016], await stored.Schedules.Select(schedule => schedule.Year).Order().ToListAsync(Cancellation));
        Assert.Equal(94, await stored.Positions.CountAsync(Cancellation));
        Assert.Equal("Badan Baru", (await stored.Positions.SingleAsync(post => post.WorkUnit.Name == "Badan Baru", Cancellation)).Name);
        Assert.Contains("Badan Baru", read.Posts);
    }

    [Fact]
    public void MissingFolder_IsNamed() =>
        Assert.Equal("folder ini tidak ada.", Assert.Single(InstitutionFolder.Check(Path.Combine(folder.FullName, "none"))).Problem);

    /// <summary>Copies a folder with one text changed.</summary>
    /// <returns>The line of the change.</returns>
    private int Spoil(string name, string file, string right, string wrong)
    {
        Copy(name);
        var path = Path.Combine(folder.FullName, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, right);
        File.WriteAllText(path, text[..at] + wrong + text[(at + right.Length)..]);
        return text[..at].Count(letter => letter == '\n') + 1;
    }

    /// <summary>Jakarta's folder with the Instruction a second time, as number 200 of the end of its year.</summary>
    private void WithOneMore(string year)
    {
        Copy("dki");
        var instructions = Path.Combine(folder.FullName, "instructions");
        foreach (var kind in new[] { "annex", "units" })
        {
            File.Copy(Path.Combine(instructions, $"118-2015.{kind}.csv"), Path.Combine(instructions, $"200-2015.{kind}.csv"));
        }

        var text = File.ReadAllText(Path.Combine(instructions, "118-2015.json"))
            .Replace("\"number\": 118", "\"number\": 200", StringComparison.Ordinal)
            .Replace("\"year\": 2015", year, StringComparison.Ordinal)
            .Replace("2015-06-01", "2015-12-28", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(instructions, "200-2015.json"), text);
    }

    private void Copy(string name)
    {
        var source = InstitutionFolder.Find(name);
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder.FullName, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
