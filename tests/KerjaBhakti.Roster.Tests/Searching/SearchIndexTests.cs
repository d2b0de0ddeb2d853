using KerjaBhakti.Roster.Searching;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Searching;

public class SearchIndexTests
{
    private static readonly SearchIndex<string> Index = SearchIndex.Of([
        .. Seed.Annex.Rows.Select(row => new SearchEntry<string>(
            row.Label,
            [.. ((string?[])[row.Label, .. Seed.Aliases.Of(row.Label), Acronym.Of(row.Label), $"Baris {row.Number}"]).OfType<string>()]
        )),
        .. Seed.Gazetteer.Kecamatan.Select(kecamatan => new SearchEntry<string>(
            kecamatan.Name,
            [kecamatan.Name, .. kecamatan.Aliases, kecamatan.Code.ToString()]
        )),
    ]);

    [Theory]
    [InlineData("satpol pp", "Satuan Polisi Pamong Praja")]
    [InlineData("satpolpp", "Satuan Polisi Pamong Praja")]
    [InlineData("BPBD", "Badan Penanggulangan Bencana Daerah")]
    [InlineData("wali kota jakarta pusat", "Walikota Jakarta Pusat")]
    [InlineData("Walikota Jakarta Pusat", "Walikota Jakarta Pusat")]
    [InlineData("pulo gadung", "Pulogadung")]
    [InlineData("31.75.03", "Jatinegara")]
    [InlineData("317503", "Jatinegara")]
    [InlineData("baris 12", "Badan Perpustakaan dan Arsip Daerah")]
    [InlineData("koja rsud", "Rumah Sakit Umum Daerah Koja")]
    public void Find_ByTheWordsPeopleUse_IsFirstAndNoGuess(string typed, string found)
    {
        var first = Index.Find(typed, 5)[0];

        Assert.Equal((found, false), (first.Item, first.IsGuess));
    }

    [Theory]
    [InlineData("jatinegra", "Jatinegara")]
    [InlineData("jati negra", "Jatinegara")]
    [InlineData("kebonjruk", "Kebon Jeruk")]
    [InlineData("dinas kesehtan", "Dinas Kesehatan")]
    [InlineData("perpustkaan", "Badan Perpustakaan dan Arsip Daerah")]
    [InlineData("walikotta jakarta pusat", "Walikota Jakarta Pusat")]
    public void Find_OfWhatIsMisspelt_GuessesIt(string typed, string found)
    {
        var first = Index.Find(typed, 5)[0];

        Assert.Equal((found, true), (first.Item, first.IsGuess));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("?!")]
    [InlineData("qwerty")]
    [InlineData("99999")]
    public void Find_OfNothing_IsNothing(string typed) => Assert.Empty(Index.Find(typed, 5));

    [Fact]
    public void Find_ANumber_IsThatRowAndNotThoseThatBeginWithIt() =>
        Assert.Equal([Seed.Annex.Rows[3].Label], Index.Find("baris 4", 50).Select(hit => hit.Item));

    [Fact]
    public void Find_OfMuch_IsCut() => Assert.Equal(7, Index.Find("d", 7).Count);

    [Theory]
    [InlineData("Badan Kesatuan Bangsa dan Politik", "BKBP")]
    [InlineData("Dinas Kesehatan", null)]
    [InlineData("", null)]
    public void Acronym_IsOfTheWordsThatCount(string name, string? acronym) => Assert.Equal(acronym, Acronym.Of(name));
}
