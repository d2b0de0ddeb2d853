using FsCheck;
using FsCheck.Fluent;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Tests.Schedules;

public class RosterMonthTests
{
    private static readonly Gen<RosterMonth> Months =
        from year in Gen.Choose(2000, 2199)
        from month in Gen.Choose(1, 12)
        select new RosterMonth(year, month);

    private static readonly Gen<string> NearlyMonths =
        from month in Months
        from at in Gen.Choose(0, 6)
        from character in Gen.Elements("0123456789-٣ +\0".ToCharArray())
        from tail in Gen.Elements(string.Empty, string.Empty, string.Empty, "0", " ", "\0")
        select month.ToString().Remove(at, 1).Insert(at, character.ToString()) + tail;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2015-5")]
    [InlineData("2015-5\0")]
    [InlineData("2015- 5")]
    [InlineData("2015-+5")]
    [InlineData("2015-00")]
    [InlineData("2015-13")]
    [InlineData("2015/05")]
    [InlineData("1999-12")]
    [InlineData("2200-01")]
    [InlineData("2015-05-01")]
    [InlineData("٢٠١٥-٠٥")]
    public void TryParse_WhatIsNoMonth_IsRefused(string? text)
    {
        Assert.False(RosterMonth.TryParse(text, out _));
        Assert.Throws<FormatException>(() => RosterMonth.Parse(text!));
    }

    [Fact]
    public void Parse_AnyMonthAsWritten_IsThatMonth() =>
        Property.Holds(Months, month => Assert.Equal(month, RosterMonth.Parse(month.ToString())));

    [Fact]
    public void TryParse_AnyTextItReads_IsTheTextItWrites() =>
        Property.Holds(
            NearlyMonths,
            text => Assert.Equal(RosterMonth.TryParse(text, out var month), month.ToString() == text),
            tests: 2000
        );

    [Theory]
    [InlineData(1999, 12)]
    [InlineData(2200, 1)]
    [InlineData(2015, 0)]
    [InlineData(2015, 13)]
    public void Create_OutsideTheCalendarOfRosters_IsRefused(int year, int month) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RosterMonth(year, month));

    [Fact]
    public void Plus_AnyNumberOfMonths_IsCountedBackByMonthsSince() =>
        Property.Holds(from start in Months from end in Months select (start, end), pair =>
        {
            var months = pair.end.MonthsSince(pair.start);

            Assert.Equal(pair.end, pair.start.Plus(months));
            Assert.Equal(Math.Sign(months), Math.Sign(pair.end.CompareTo(pair.start)));
            Assert.Equal(pair.start.FirstDay.AddMonths(months), pair.end.FirstDay);
        });

    [Fact]
    public void Plus_BeyondTheLastMonth_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new RosterMonth(2199, 12).Plus(1));

    [Fact]
    public void NumberOf_TheNameOfAnyMonth_IsItsNumber() =>
        Property.Holds(Months, month => Assert.Equal(month.Month, RosterMonth.NumberOf($" {month.Name.ToUpperInvariant()} ")));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("May")]
    [InlineData("Mei 2015")]
    public void NumberOf_WhatIsNoName_IsNothing(string? name) => Assert.Null(RosterMonth.NumberOf(name));

    [Theory]
    [InlineData("2015-05", new[] { 3, 10, 17, 24, 31 })]
    [InlineData("2015-06", new[] { 7, 14, 21, 28 })]
    [InlineData("2026-02", new[] { 1, 8, 15, 22 })]
    public void Sundays_OfAKnownMonth_AreThoseOfTheCalendar(string month, int[] days) =>
        Assert.Equal(days, RosterMonth.Parse(month).Sundays().Select(sunday => sunday.Day));

    [Fact]
    public void Sundays_OfAMonth_AreFourOrFive()
    {
        var first = new RosterMonth(2000, 1);
        for (var count = 0; count < 200 * 12; count++)
        {
            var month = first.Plus(count);
            var expected = Enumerable
                .Range(1, DateTime.DaysInMonth(month.Year, month.Month))
                .Select(day => new DateOnly(month.Year, month.Month, day))
                .Where(day => day.DayOfWeek == DayOfWeek.Sunday);

            Assert.Equal(expected, month.Sundays());
            Assert.InRange(month.Sundays().Count(), 4, 5);
        }
    }
}
