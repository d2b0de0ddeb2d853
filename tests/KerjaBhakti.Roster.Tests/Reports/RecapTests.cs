using FsCheck.Fluent;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Tests;
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

        var recap = Recap.Of(overlay.Between(From, To), reports, today: SecondSunday);

        Assert.Equal(
            new RecapCount(Cancelled: 93, Upcoming: 93, Attended: 1, Absent: 1, Unreported: 91 + 93, Substituted: 1, Late: 0, Verified: 1, People: 30),
            recap.Total);
        Assert.Equal(93 * 4, recap.Total.Planned);
        Assert.Equal(6, recap.ByCity().Count);
        Assert.Equal(present, Assert.Single(recap.ByRow().Single(part => part.Key.Row == 12).Entries, entry => entry.Outcome == DutyOutcome.Attended).Report);
    }

    [Fact]
    public void Of_RegionRows_CountsThemInTheirCityAndInNoKecamatan()
    {
        var recap = Recap.Of(Over().Between(From, To), [], To);

        Assert.Equal(18 * 4, Assert.Single(recap.ByKecamatan(), part => part.Key is null).Count.Planned);
        Assert.All(recap.ByCity(), part => Assert.Equal(part.Entries.Count, part.Count.Planned));
    }

    [Fact]
    public void AnyReportsSubstitutionsAndDecisions_EveryWayOfCountingSumsToTheTotal() => Property.HoldsForLists(
        from row in Gen.Choose(1, 93)
        from week in Gen.Choose(0, 3)
        from what in Gen.Choose(0, 5)
        from people in Gen.Choose(0, 100_000)
        select (row, week, what, people),
        cases =>
        {
            var overlay = new Overlay(
                InForce,
                cases.Where(item => item.what == 0).DistinctBy(item => item.week).Where(item => item.row != 45)
                    .Select(item => Approved(StandIn(item.row, 45, FirstSunday.AddDays(7 * item.week)))),
                cases.Any(item => item.what == 1) ? Cancelling(SecondSunday) : Now.Sundays);
            var reports = cases.Where(item => item.what > 1).DistinctBy(item => (item.row, item.week))
                .Where(item => !overlay.Of(item.row, FirstSunday.AddDays(7 * item.week))!.IsCancelled)
                .Select(item => Report(overlay, item.row, FirstSunday.AddDays(7 * item.week), item.what % 2 == 0, item.people))
                .ToList();

            var recap = Recap.Of(overlay.Between(From, To), reports, To);

            Assert.Equal(93 * 4, recap.Total.Planned);
            Assert.All(
                [Sum(recap.ByRow()), Sum(recap.ByCategory()), Sum(recap.ByKecamatan()), Sum(recap.ByCity()), Sum(recap.BySunday())],
                sum => Assert.Equal(recap.Total, sum));
        },
        tests: 60);

    private static RecapCount Sum<TKey>(IEnumerable<RecapPart<TKey>> parts) => parts.Select(part => part.Count).Aggregate((left, right) => new RecapCount(
        left.Cancelled + right.Cancelled,
        left.Upcoming + right.Upcoming,
        left.Attended + right.Attended,
        left.Absent + right.Absent,
        left.Unreported + right.Unreported,
        left.Substituted + right.Substituted,
        left.Late + right.Late,
        left.Verified + right.Verified,
        left.People + right.People));

    private static ActivityReport Report(Overlay overlay, int row, DateOnly sunday, bool attended, int? people)
    {
        var duty = overlay.Of(row, sunday)!;
        var report = ActivityReport.Begin(duty, PersonA, To, Seed.Now);
        report.Write(
            attended
                ? new ReportContent(attended, string.Empty, "Pejabat A", people, "Menyapu", string.Empty)
                : new ReportContent(attended, "Sakit", string.Empty, people, string.Empty, string.Empty),
            PersonA,
            Seed.Now);
        report.Send(duty, PersonA, sunday, daysGiven: 7, Seed.Now);
        return report;
    }
}
