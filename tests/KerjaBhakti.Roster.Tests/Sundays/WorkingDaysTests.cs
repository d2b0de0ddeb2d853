using KerjaBhakti.Roster.Sundays;

namespace KerjaBhakti.Roster.Tests.Sundays;

public class WorkingDaysTests
{
    // Idul Fitri 2015: Thursday 16 July and Monday 20, Tuesday 21 are joint leave, Friday 17 is a holiday.
    private static readonly WorkingDays Days = new([
        new(2015, 7, 16),
        new(2015, 7, 17),
        new(2015, 7, 18),
        new(2015, 7, 20),
        new(2015, 7, 21),
    ]);

    [Theory]
    [InlineData(15, true)]
    [InlineData(16, false)]
    [InlineData(19, false)]
    [InlineData(22, true)]
    public void Contains_ADayOfTheWeekThatIsNoHoliday_IsAWorkingDay(int day, bool works) =>
        Assert.Equal(works, Days.Contains(new(2015, 7, day)));

    [Fact]
    public void LastUntilAndFirstFrom_AroundALongHoliday_AreTheDaysBeforeAndAfter()
    {
        Assert.Equal(new DateOnly(2015, 7, 15), Days.LastUntil(new(2015, 7, 21)));
        Assert.Equal(new DateOnly(2015, 7, 22), Days.FirstFrom(new(2015, 7, 16)));
        Assert.Equal(new DateOnly(2015, 7, 15), Days.FirstFrom(new(2015, 7, 15)));
    }
}
