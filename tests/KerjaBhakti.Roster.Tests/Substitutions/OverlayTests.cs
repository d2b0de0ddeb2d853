using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Tests;
using static KerjaBhakti.Roster.Tests.Substitutions.Roster2015;

namespace KerjaBhakti.Roster.Tests.Substitutions;

public class OverlayTests
{
    [Fact]
    public void On_ASundayWithoutSubstitutions_IsTheAnnex()
    {
        var duties = Over().On(FirstSunday);

        Assert.Equal(Duty.On(Seed.Annex, FirstSunday), duties.Select(duty => duty.Duty));
        Assert.All(duties, duty => Assert.Equal(1000 + duty.Row, duty.ServingPost));
    }

    [Fact]
    public void On_ASubstitutedSunday_TheSubstituteServesTheRowsPlace()
    {
        var duty = Over(Approved(StandIn(12, 45, FirstSunday))).Of(12, FirstSunday)!;

        Assert.Equal("31.74.02", duty.Duty.Kecamatan.ToString());
        Assert.Equal((1045, PostOf(45).Name), (duty.ServingPost, duty.Turn!.Substitute));
        Assert.True(duty.IsSubstituted);
    }

    [Fact]
    public void On_ASwapOfOneSunday_BothServeInEachOthersPlace()
    {
        var overlay = Over(Approved(Substitution.Swap(12, On(FirstSunday), 13, On(FirstSunday), By(12), Now, Seed.Now)));

        Assert.Equal((1013, 1012), (overlay.Of(12, FirstSunday)!.ServingPost, overlay.Of(13, FirstSunday)!.ServingPost));
        Assert.Equal((1012, 1013), (overlay.Of(12, SecondSunday)!.ServingPost, overlay.Of(13, SecondSunday)!.ServingPost));
    }

    [Fact]
    public void On_ACancelledSunday_NobodyServesNotEvenASubstitute()
    {
        var overlay = new Overlay(InForce, [Approved(StandIn(12, 45, FirstSunday))], Cancelling(FirstSunday));

        Assert.All(overlay.On(FirstSunday), duty => Assert.Null(duty.ServingPost));
        Assert.All(overlay.On(FirstSunday), duty => Assert.False(duty.IsSubstituted));
        Assert.All(overlay.On(SecondSunday), duty => Assert.NotNull(duty.ServingPost));
    }

    [Fact]
    public void On_ASundayWithAProposal_NothingChanges() =>
        Assert.False(Over(StandIn(12, 45, FirstSunday)).Of(12, FirstSunday)!.IsSubstituted);

    [Fact]
    public void On_AnAnnexIssuedSince_SubstitutionsOfTheOldOneAreVoid()
    {
        var amended = Issued(Guid.CreateVersion7(), "Lampiran Instruksi Gubernur 130/2015", Seed.Annex);
        var overlay = new Overlay(amended, [Approved(StandIn(12, 45, FirstSunday))], Now.Sundays);

        Assert.False(overlay.Of(12, FirstSunday)!.IsSubstituted);
    }

    [Fact]
    public void StandingIn_ForARow_NamesTheOtherRowsItsPostServes()
    {
        var approved = Approved(Substitution.Swap(12, On(FirstSunday), 13, On(SecondSunday), By(12), Now, Seed.Now));
        var overlay = Over(approved, StandIn(14, 45, FirstSunday));

        Assert.Equal((13, SecondSunday), Assert.Single(overlay.StandingIn(12).Select(duty => (duty.Row, duty.Date))));
        Assert.Equal((12, FirstSunday), Assert.Single(overlay.StandingIn(13).Select(duty => (duty.Row, duty.Date))));
        Assert.Empty(overlay.StandingIn(45));
        Assert.Empty(new Overlay(InForce, [approved], Cancelling(SecondSunday)).StandingIn(12));
    }

    [Fact]
    public void Between_APeriod_GivesEachRowOnEachSundayOnce() =>
        Assert.Equal(93 * 4, Over().Between(new(2015, 5, 30), new(2015, 6, 21)).DistinctBy(duty => (duty.Row, duty.Date)).Count());
}
