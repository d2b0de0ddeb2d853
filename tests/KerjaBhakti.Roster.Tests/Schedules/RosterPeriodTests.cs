using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Schedules;

public class RosterPeriodTests
{
    [Fact]
    public void Months_OfThe2015Annex_AreMayToDecember()
    {
        Assert.Equal(
            ["Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"],
            Seed.Period.Months.Select(month => month.Name)
        );
        Assert.Equal("Mei s.d. Desember 2015", Seed.Period.ToString());
        Assert.Equal(2015, Seed.Period.Year);
    }

    [Fact]
    public void ToString_OfOneMonth_NamesItOnce() =>
        Assert.Equal("Mei 2015", new RosterPeriod(new RosterMonth(2015, 5), new RosterMonth(2015, 5)).ToString());

    [Theory]
    [InlineData("2015-05", "2015-04")]
    [InlineData("2016-01", "2015-12")]
    [InlineData("2015-01", "2016-01")]
    public void Create_BackwardsOrOfMoreThanTwelveMonths_IsRefused(string first, string last) =>
        Assert.Throws<ArgumentException>(() => new RosterPeriod(RosterMonth.Parse(first), RosterMonth.Parse(last)));

    [Fact]
    public void AcrossTheTurnOfTheYear_ItHasTheNameOfTheYearItBeginsIn_AndHeadsItsMonthsWithTheirYear()
    {
        var period = new RosterPeriod(new RosterMonth(2015, 11), new RosterMonth(2016, 1));

        Assert.Equal((2015, "2015–2016", "November 2015 s.d. Januari 2016"), (period.Year, period.Years, period.ToString()));
        Assert.Equal(["November 2015", "Desember 2015", "Januari 2016"], period.Months.Select(period.HeadOf));
        Assert.Equal(2, period.IndexOf(new RosterMonth(2016, 1)));
        Assert.Equal(new RosterMonth(2016, 1), period.SameMonth(new RosterMonth(2020, 1)));
        Assert.Null(period.SameMonth(new RosterMonth(2015, 2)));
    }

    [Fact]
    public void InOneYear_MonthsAreHeadedByTheirNames() =>
        Assert.Equal(("Mei", "2015"), (Seed.Period.HeadOf(new RosterMonth(2015, 5)), Seed.Period.Years));

    [Fact]
    public void IndexOf_EachMonth_IsItsColumn() => Assert.Equal(Enumerable.Range(0, 8), Seed.Period.Months.Select(Seed.Period.IndexOf));

    [Theory]
    [InlineData("2015-04")]
    [InlineData("2016-05")]
    public void IndexOf_AMonthOutside_IsRefused(string month)
    {
        Assert.False(Seed.Period.Contains(RosterMonth.Parse(month)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Seed.Period.IndexOf(RosterMonth.Parse(month)));
    }

    [Fact]
    public void Equals_TheSameMonths_AreTheSamePeriod()
    {
        var same = new RosterPeriod(new RosterMonth(2015, 5), new RosterMonth(2015, 12));

        Assert.Equal(Seed.Period, same);
        Assert.Equal(Seed.Period.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(Seed.Period, new RosterPeriod(new RosterMonth(2015, 5), new RosterMonth(2015, 11)));
    }
}
