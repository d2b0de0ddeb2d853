using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Tests;
using static KerjaBhakti.Roster.Tests.Substitutions.Roster2015;

namespace KerjaBhakti.Roster.Tests.Substitutions;

public class CandidateTests
{
    [Fact]
    public void For_ARow_WhoeverIsFreeComesFirst_ThenWhoServesNearest()
    {
        var found = Candidate.For(12, [FirstSunday], Posts, Now);

        Assert.Equal(Free, found[0].Post);
        Assert.Contains("Tidak mempunyai tugas sendiri", found[0].Why, StringComparison.Ordinal);
        Assert.Equal(found.Skip(1).Select(candidate => candidate.Nearness).Order(), found.Skip(1).Select(candidate => candidate.Nearness));
        Assert.Contains("kecamatan yang sama", found[1].Why, StringComparison.Ordinal);
        Assert.DoesNotContain(found, candidate => candidate.Post.Id == 1012);
    }

    [Fact]
    public void For_ARow_WhoServesFurtherAwayComesBeforeWhoServesSooner()
    {
        // Two posts outside the annex stand in: one on the Sunday before, one three weeks after.
        var (near, far) = (Free, Free with { Id = 2001, Name = "Unit Cadangan Kedua" });
        var now = Now with
        {
            Known =
            [
                Approved(Substitution.StandIn(20, near, On(SecondSunday.AddDays(7)), By(20), Now, Seed.Now)),
                Approved(Substitution.StandIn(21, far, On(SecondSunday.AddDays(21)), By(21), Now, Seed.Now)),
            ],
        };

        var found = Candidate.For(12, [SecondSunday], [near, far], now);

        Assert.Equal([(2001, 21), (2000, 7)], found.Select(candidate => (candidate.Post.Id, candidate.DaysFromOwnDuty!.Value)));
        Assert.Equal(
            "Bebas pada hari itu; tugas sendiri yang terdekat berjarak 21 hari; sudah menggantikan pada 1 hari Minggu.",
            found[0].Why
        );
    }

    [Fact]
    public void For_ARow_LeavesOutWhoIsAwayStandsInOrIsSubstituted()
    {
        var now = Now with { Absences = [new Absence(1050, FirstSunday, FirstSunday)], Known = [StandIn(12, 45, FirstSunday)] };

        var found = Candidate.For(13, [FirstSunday, SecondSunday], Posts, now).Select(candidate => candidate.Post.Id).ToList();

        Assert.Equal(94 - 4, found.Count);
        Assert.DoesNotContain(found, id => id is 1050 or 1045 or 1012 or 1013);
    }

    [Fact]
    public void For_ARow_EveryCandidateCanBeProposed() =>
        Assert.All(Candidate.For(12, [FirstSunday], Posts, Now), candidate =>
            Assert.NotNull(Substitution.StandIn(12, candidate.Post, On(FirstSunday), By(12), Now, Seed.Now))
        );

    [Fact]
    public void For_ARow_TheOrderDoesNotDependOnTheOrderOfTheRegister() =>
        Assert.Equal(Candidate.For(12, [FirstSunday], Posts, Now), Candidate.For(12, [FirstSunday], Posts.Reverse(), Now));
}
