using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Schedules;

public class DutyTests
{
    private static readonly DateOnly SundayInJune = new(2015, 6, 7);

    [Fact]
    public void On_ASundayInJune_SendsRow12ToSetiabudi()
    {
        var duty = Duty.On(Seed.Annex, SundayInJune)[11];

        Assert.Equal("Badan Perpustakaan dan Arsip Daerah", duty.Row.Label);
        Assert.Equal("31.74.02", duty.Kecamatan.ToString());
        Assert.Equal(SundayInJune, duty.Date);
        Assert.Null(duty.Region);
    }

    [Fact]
    public void On_AnySundayOfThePeriod_GivesEveryRowItsDutyInOrder() =>
        Assert.All(Seed.Period.Months.SelectMany(month => month.Sundays()), sunday =>
            Assert.Equal(Seed.Annex.Rows, Duty.On(Seed.Annex, sunday).Select(duty => duty.Row))
        );

    [Fact]
    public void On_ASunday_ARegionRowServesItsCity()
    {
        var mayor = Duty.On(Seed.Annex, SundayInJune)[42];

        Assert.Equal("Kota Administrasi Jakarta Timur", mayor.Region?.AsPrinted);
        Assert.Null(mayor.Kecamatan);
    }

    [Fact]
    public void On_ASunday_ARowWhoseCellNamesNoKecamatanIsLeftOut()
    {
        var annex = Seed.With(11, row => row.WithCell(1, "Pulogadng"));

        Assert.Equal(92, Duty.On(annex, SundayInJune).Count);
        Assert.DoesNotContain(Duty.On(annex, SundayInJune), duty => duty.Row.Number == 12);
        Assert.Equal(93, Duty.On(annex, new DateOnly(2015, 7, 5)).Count);
    }

    [Theory]
    [InlineData("2015-04-26")]
    [InlineData("2016-01-03")]
    [InlineData("2014-05-04")]
    [InlineData("1950-01-01")]
    public void On_ASundayOutsideThePeriod_NobodyHasDuty(string sunday) => Assert.Empty(Duty.On(Seed.Annex, DateOnly.Parse(sunday)));

    [Fact]
    public void On_ADayThatIsNoSunday_Throws() =>
        Assert.All(Enumerable.Range(1, 6).Select(SundayInJune.AddDays), day =>
            Assert.Throws<ArgumentException>(() => Duty.On(Seed.Annex, day))
        );

    [Fact]
    public void NextSunday_OfAnyDayOfAWeek_IsTheSundayThatEndsIt()
    {
        Assert.Equal(SundayInJune, Duty.NextSunday(SundayInJune));
        Assert.All(Enumerable.Range(1, 7).Select(SundayInJune.AddDays), day =>
            Assert.Equal(new DateOnly(2015, 6, 14), Duty.NextSunday(day))
        );
    }
}
