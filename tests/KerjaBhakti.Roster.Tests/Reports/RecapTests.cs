using FsCheck.Fluent;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Tests;
using static KerjaBhakti.Roster.Reports.RecapMeasure;
using static KerjaBhakti.Roster.Tests.Substitutions.Roster2015;

namespace KerjaBhakti.Roster.Tests.Reports;

public class RecapTests
{
    private static readonly DateOnly From = new(2015, 6, 1);

    private static readonly DateOnly To = new(2015, 6, 30);

    [Fact]
    public void Of_June_CountsEachOutcome()
    {
        var overlay = new Overlay(InForce, [Approved(StandIn(12, 45, FirstSunday))], Cancelling(new(2015, 6, 21)));
        var present = Report(overlay, 12, FirstSunday, attended: true, people: 30);
        present.Verify(Secretariat, Seed.Now);
        var returned = Report(overlay, 14, FirstSunday, attended: true, people: 9);
        returned.Return(Secretariat, "Perbaiki", Seed.Now);
        ActivityReport[] reports = [present, Report(overlay, 13, FirstSunday, attended: false, people: null), returned];

        var recap = Recap.Of(overlay.Between(From, To), reports.Select(ReportLine.Of), today: SecondSunday);

        Assert.Equal((93 * 4, 93, 93), (recap.Total[Planned], recap.Total[Cancelled], recap.Total[Upcoming]));
        Assert.Equal((1, 1, 91 + 93), (recap.Total[Attended], recap.Total[Absent], recap.Total[Unreported]));
        Assert.Equal((1, 0, 1, 30), (recap.Total[Substituted], recap.Total[Late], recap.Total[Verified], recap.Total.People));
        Assert.Equal(6, recap.ByCity().Count);
        Assert.Equal(1, recap.ByRow().Single(part => part.Slice.Row == 12).Count[Attended]);
    }

    [Fact]
    public void Of_RegionRows_CountsThemInTheirCityAndInNoKecamatan()
    {
        var recap = Recap.Of(Over().Between(From, To), [], To);

        Assert.Equal(18 * 4, Assert.Single(recap.ByKecamatan(), part => part.Slice.Kecamatan is null).Count[Planned]);
        Assert.Equal(93 * 4, recap.ByCity().Sum(part => part.Count[Planned]));
    }

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(1, 3, 333)]
    [InlineData(2, 3, 667)]
    [InlineData(1, 2000, 1)]
    [InlineData(3, 3, 1000)]
    public void AttendedPerMille_IsAttendedOfWhatIsDueRoundedHalfUp(int attended, int due, int? expected)
    {
        var duty = Over().Of(12, FirstSunday)!;
        var line = ReportLine.Of(Report(Over(), 12, FirstSunday, attended: true, people: 1));
        var count = new RecapCount(
            Enumerable.Range(0, due).Select(index => new RecapEntry(duty, index < attended ? Attended : Unreported, line))
        );

        Assert.Equal(expected, count.AttendedPerMille);
    }

    [Fact]
    public void AnyReportsSubstitutionsAndDecisions_EveryWayOfCountingSumsToTheTotalAndOpensWhatItCounts() =>
        Property.HoldsForLists(
            from row in Gen.Choose(1, 93)
            from week in Gen.Choose(0, 3)
            from what in Gen.Choose(0, 5)
            from people in Gen.Choose(0, 100_000)
            select (row, week, what, people),
            cases =>
            {
                var overlay = new Overlay(
                    InForce,
                    cases
                        .Where(item => item.what == 0)
                        .DistinctBy(item => item.week)
                        .Where(item => item.row != 45)
                        .Select(item => Approved(StandIn(item.row, 45, FirstSunday.AddDays(7 * item.week)))),
                    cases.Any(item => item.what == 1) ? Cancelling(SecondSunday) : Now.Sundays
                );
                var reports = cases
                    .Where(item => item.what > 1)
                    .DistinctBy(item => (item.row, item.week))
                    .Where(item => !overlay.Of(item.row, FirstSunday.AddDays(7 * item.week))!.IsCancelled)
                    .Select(item =>
                        ReportLine.Of(Report(overlay, item.row, FirstSunday.AddDays(7 * item.week), item.what % 2 == 0, item.people))
                    )
                    .ToList();

                var recap = Recap.Of(overlay.Between(From, To), reports, To);

                Assert.Equal(93 * 4, recap.Total[Planned]);
                SumsToTheTotal(recap, recap.BySunday());
                SumsToTheTotal(recap, recap.ByCity());
                SumsToTheTotal(recap, recap.ByCategory());
                SumsToTheTotal(recap, recap.ByKecamatan());
                SumsToTheTotal(recap, recap.ByRow());
            },
            tests: 60
        );

    private static void SumsToTheTotal<TSlice>(Recap recap, IReadOnlyList<RecapPart<TSlice>> parts)
        where TSlice : RecapSlice
    {
        Assert.Equal(recap.Total.People, parts.Sum(part => part.Count.People));
        foreach (var measure in Enum.GetValues<RecapMeasure>())
        {
            Assert.Equal(recap.Total[measure], parts.Sum(part => part.Count[measure]));
            Assert.All(parts, part =>
                Assert.Equal(part.Count[measure], recap.Entries.Count(entry => part.Slice.Holds(entry) && entry.CountsAs(measure)))
            );
        }

        Assert.Equal(
            recap.Total[Planned],
            new[] { Cancelled, Upcoming, Attended, Absent, Unreported }.Sum(measure => recap.Total[measure])
        );
    }

    private static ActivityReport Report(Overlay overlay, int row, DateOnly sunday, bool attended, int? people)
    {
        var duty = overlay.Of(row, sunday)!;
        var report = ActivityReport.Begin(duty, PersonA, To, Seed.Now);
        report.Write(
            attended
                ? new ReportContent(attended, string.Empty, "Pejabat A", people, "Menyapu", string.Empty)
                : new ReportContent(attended, "Sakit", string.Empty, people, string.Empty, string.Empty),
            PersonA,
            Seed.Now
        );
        report.Send(duty, PersonA, sunday, daysGiven: 7, Seed.Now);
        return report;
    }
}
