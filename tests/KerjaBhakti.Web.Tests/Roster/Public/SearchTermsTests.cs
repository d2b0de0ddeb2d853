using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Searching;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Roster.Published;

namespace KerjaBhakti.Web.Tests.Roster.Public;

/// <summary>What the search on the front page finds, and what of it comes first.</summary>
public class SearchTermsTests
{
    [Theory]
    [InlineData("", "Dinas Tata Air", 0)]
    [InlineData("dinas  TATA", "Dinas Tata Air", 0)]
    [InlineData("tata", "Dinas Tata Air", 1)]
    [InlineData("air tata", "Dinas Tata Air", 1)]
    [InlineData("kerja", "Badan Promosi (Kerja Sama)", 1)]
    [InlineData("(kerja", "Badan Promosi (Kerja Sama)", 1)]
    [InlineData("tata", "Dinas Kependudukan dan Pencatatan Sipil", null)]
    [InlineData("dinas tata x", "Dinas Tata Air", null)]
    [InlineData("wali kota", "Walikota Jakarta Pusat", 0)]
    [InlineData("walikota", "Wali Kota Jakarta Pusat", 0)]
    [InlineData("pusat wali kota", "Walikota Jakarta Pusat", 1)]
    [InlineData("satpolpp", "Satpol PP", 0)]
    [InlineData("4", "Baris 48", null)]
    [InlineData("48", "Baris 48", 1)]
    [InlineData("31.75", "31.75.03", 0)]
    [InlineData("118/2015", "Instruksi Gubernur 118/2015", 1)]
    [InlineData("?!", "Dinas Tata Air", null)]
    public void Rank_OfAName_IsByItsBeginningThenByAnyWord(string typed, string name, int? rank) =>
        Assert.Equal(rank, new SearchTerms(typed).Rank(name));

    [Fact]
    public void Rank_OfSeveralNames_TakesItsWordsFromAnyOfThem()
    {
        Assert.Equal(0, new SearchTerms("pulo gadung").Rank("Pulogadung", "Pulo Gadung"));
        Assert.Equal(1, new SearchTerms("tata cakung").Rank("Dinas Tata Air", "Cakung"));
    }

    [Fact]
    public void DutyList_OfASearch_HasWhatBeginsWithItFirst()
    {
        var list = DutyList.Of(Seed.Annex, new RosterMonth(2015, 6), _ => [], Seed.Gazetteer, PostAliases.None, new SearchTerms("ke"));
        var shown = list.Cities.Where(city => city.Shown).ToList();

        Assert.Equal(shown.Select(city => city.Rank).Order(), shown.Select(city => city.Rank));
        Assert.All(shown, city =>
            Assert.Equal(
                city.Kecamatan.Where(item => item.Shown).Select(item => item.Rank).Order(),
                city.Kecamatan.TakeWhile(item => item.Shown).Select(item => item.Rank)
            )
        );
        Assert.Contains(shown, city => city.Kecamatan.Any(item => item.Rank == 1));
        Assert.Contains(shown, city => city.Kecamatan.Any(item => item.Rank == 0));
    }

    [Fact]
    public void DutyList_WithoutASearch_IsInTheOrderOfTheCodes()
    {
        var list = DutyList.Of(Seed.Annex, new RosterMonth(2015, 6), _ => [], Seed.Gazetteer, PostAliases.None, new SearchTerms(null));

        Assert.Equal(Seed.Gazetteer.Kecamatan, list.Cities.SelectMany(city => city.Kecamatan).Select(item => item.Kecamatan));
    }

    [Theory]
    [InlineData("satpol pp", "Satuan Polisi Pamong Praja")]
    [InlineData("dinkes", "Dinas Kesehatan")]
    [InlineData("rsud koja", "Rumah Sakit Umum Daerah Koja")]
    [InlineData("koja rsud", "Rumah Sakit Umum Daerah Koja")]
    public void DutyList_OfAShortName_HasThePostsItStandsFor(string typed, string label)
    {
        var list = DutyList.Of(Seed.Annex, new RosterMonth(2015, 6), _ => [], Seed.Gazetteer, Seed.Aliases, new SearchTerms(typed));

        var rows = list.Cities.SelectMany(city => city.Kecamatan).SelectMany(item => item.Rows).Where(row => row.Shown).ToList();
        Assert.Equal(
            Seed.Annex.Rows.Where(row => row.Label == label).Select(row => row.Number).Order(),
            rows.Select(row => row.Row.Number).Order()
        );
    }

    [Fact]
    public void DutyList_OfAShortName_FindsTheDutyThatItsPostServesForAnother()
    {
        var sunday = new RosterMonth(2015, 6).Sundays().First();
        var list = DutyList.Of(
            Seed.Annex,
            new RosterMonth(2015, 6),
            row => row.Number == 12 ? [new DutyRemark(sunday, "Dinas Kesehatan", Verified: false)] : [],
            Seed.Gazetteer,
            Seed.Aliases,
            new SearchTerms("dinkes")
        );

        var rows = list.Cities.SelectMany(city => city.Kecamatan).SelectMany(item => item.Rows).Where(row => row.Shown).ToList();
        Assert.Contains(rows, row => row.Row.Number == 12 && row.Aliases.Contains("Dinkes"));
    }
}
