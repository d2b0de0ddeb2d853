using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Public;

namespace KerjaBhakti.Web.Tests;

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
    public void Rank_OfAName_IsByItsBeginningThenByAnyWord(string typed, string name, int? rank) => Assert.Equal(rank, new SearchTerms(typed).Rank(name));

    [Fact]
    public void Rank_OfSeveralNames_TakesItsWordsFromAnyOfThem()
    {
        Assert.Equal(0, new SearchTerms("pulo gadung").Rank("Pulogadung", "Pulo Gadung"));
        Assert.Equal(1, new SearchTerms("tata cakung").Rank("Dinas Tata Air", "Cakung"));
    }

    [Fact]
    public void DutyList_OfASearch_HasWhatBeginsWithItFirst()
    {
        var list = DutyList.Of(Seed.Annex, new RosterMonth(2015, 6), _ => [], Seed.Gazetteer, new SearchTerms("ke"));
        var shown = list.Cities.Where(city => city.Shown).ToList();

        Assert.Equal(shown.Select(city => city.Rank).Order(), shown.Select(city => city.Rank));
        Assert.All(shown, city => Assert.Equal(
            city.Kecamatan.Where(item => item.Shown).Select(item => item.Rank).Order(), city.Kecamatan.TakeWhile(item => item.Shown).Select(item => item.Rank)));
        Assert.Contains(shown, city => city.Kecamatan.Any(item => item.Rank == 1));
        Assert.Contains(shown, city => city.Kecamatan.Any(item => item.Rank == 0));
    }

    [Fact]
    public void DutyList_WithoutASearch_IsInTheOrderOfTheCodes()
    {
        var list = DutyList.Of(Seed.Annex, new RosterMonth(2015, 6), _ => [], Seed.Gazetteer, new SearchTerms(null));

        Assert.Equal(Seed.Gazetteer.Kecamatan, list.Cities.SelectMany(city => city.Kecamatan).Select(item => item.Kecamatan));
    }
}
