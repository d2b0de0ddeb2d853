using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Findings;

public class CoverageTests
{
    private static readonly Coverage Of2015 = Coverage.Of(Seed.Annex, Seed.Gazetteer);

    [Fact]
    public void EvenLimit_Of75RotatingRowsOver44Kecamatan_IsTwo() => Assert.Equal(2, Of2015.EvenLimit);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(44, 1)]
    [InlineData(45, 2)]
    [InlineData(0, 0)]
    public void EvenLimit_OfSomeRotatingRows_IsRoundedUp(int rows, int expected)
    {
        var annex = Seed.Annex with { Rows = [.. Seed.Annex.Rows.Where(row => !row.IsRegion).Take(rows)] };

        Assert.Equal(expected, Coverage.Of(annex, Seed.Gazetteer).EvenLimit);
    }

    [Fact]
    public void Count_OfAllKecamatanInAMonth_IsTheNumberOfRotatingRows() =>
        Assert.All(Of2015.Months, month =>
            Assert.Equal(75, Seed.Gazetteer.Kecamatan.Sum(kecamatan => Of2015.Count(kecamatan.Code, month)))
        );

    [Fact]
    public void Count_OfAKecamatan_CountsItsAliasesAndNoCellThatNamesNothing()
    {
        var koja = KecamatanCode.Parse("31.72.03");
        var pulogadung = KecamatanCode.Parse("31.75.02");
        var august = new RosterMonth(2015, 8);
        var row10 = Coverage.Of(Seed.With(9, row => row.WithCell(3, "Pulogadng")), Seed.Gazetteer);

        Assert.Equal(0, Of2015.Count(koja, new RosterMonth(2015, 6)));
        Assert.Equal(Of2015.Count(pulogadung, august) - 1, row10.Count(pulogadung, august));
        Assert.Equal(0, Of2015.Count(koja, new RosterMonth(2016, 5)));
    }
}
