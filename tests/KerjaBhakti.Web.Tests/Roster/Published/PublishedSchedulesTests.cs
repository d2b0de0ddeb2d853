using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Roster.Published;

namespace KerjaBhakti.Web.Tests.Roster.Published;

public class PublishedSchedulesTests
{
    private static readonly PublishedSchedule First = Annex(118, new DateOnly(2015, 6, 1), endedOn: new DateOnly(2015, 8, 10));
    private static readonly PublishedSchedule Second = Annex(201, new DateOnly(2015, 8, 10), endedOn: new DateOnly(2015, 12, 1));

    [Theory]
    [InlineData("2015-05-03", 118)]
    [InlineData("2015-06-07", 118)]
    [InlineData("2015-08-09", 118)]
    [InlineData("2015-08-10", 201)]
    [InlineData("2015-11-29", 201)]
    public void InForceOn_ADay_IsTheAnnexOfThatDay(string day, int number) =>
        Assert.Equal(number == 118 ? First.Id : Second.Id, AnnexesInForce.Of([First, Second]).On(Parse(day)));

    [Theory]
    [InlineData("2015-12-06")]
    [InlineData("2014-06-01")]
    [InlineData("2016-01-03")]
    public void InForceOn_ADayWithoutAnnex_IsNone(string day) => Assert.Null(AnnexesInForce.Of([First, Second]).On(Parse(day)));

    [Theory]
    [InlineData("2015-10-25", 118)]
    [InlineData("2015-11-01", 118)]
    [InlineData("2016-01-31", 118)]
    [InlineData("2016-02-07", 201)]
    public void InForceOn_ADayAfterTheTurnOfTheYear_IsTheAnnexThatGoesOnIntoItsMonth(string day, int number)
    {
        var over = Annex(118, new DateOnly(2015, 10, 1), null, new RosterMonth(2015, 11), new RosterMonth(2016, 1));
        var next = Annex(201, new DateOnly(2016, 1, 4), null, new RosterMonth(2016, 2), new RosterMonth(2016, 12));

        Assert.Equal(number == 118 ? over.Id : next.Id, AnnexesInForce.Of([over, next]).On(Parse(day)));
    }

    private static PublishedSchedule Annex(int number, DateOnly issuedOn, DateOnly? endedOn, RosterMonth first, RosterMonth last)
    {
        var period = new RosterPeriod(first, last);
        var rows = Seed.Annex.Rows.Take(3).Select(row => row with { Cells = [.. period.Months.Select(_ => row.Cells[0])] });
        return Annex(number, issuedOn, endedOn) with { Annex = new Annex(period, [.. rows], issuedOn) };
    }

    private static DateOnly Parse(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static PublishedSchedule Annex(int number, DateOnly issuedOn, DateOnly? endedOn) =>
        new(
            Guid.NewGuid(),
            "JADWAL",
            endedOn is null ? ScheduleStatus.Issued : ScheduleStatus.Amended,
            Seed.Annex,
            new Instruction(Seed.Instruction.Text, number, issuedOn)
        )
        {
            Seal = new string('0', 64),
            Pages = (IReadOnlyList<PrintedPage>)[],
            EndedOn = endedOn,
        };
}
