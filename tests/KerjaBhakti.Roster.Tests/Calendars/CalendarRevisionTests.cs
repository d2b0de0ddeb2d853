using KerjaBhakti.Roster.Calendars;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Tests;
using static KerjaBhakti.Roster.Tests.Substitutions.Roster2015;

namespace KerjaBhakti.Roster.Tests.Calendars;

public class CalendarRevisionTests
{
    private static readonly DateTimeOffset Later = Seed.Now.AddDays(1);

    [Fact]
    public void Of_ARow_HasEverySundayOfTheAnnexWithAnIdentityOfItsOwn()
    {
        var events = EventsOf(12, Over());

        Assert.Equal(Seed.Period.Months.SelectMany(month => month.Sundays()), events.Select(item => item.Date));
        Assert.Equal(events.Count, events.DistinctBy(item => item.Uid).Count());
        Assert.Equal("2015-12-20150607@kerjabhakti.invalid", events.Single(item => item.Date == FirstSunday).Uid);
        Assert.Equal("Kerja bhakti: Kecamatan Setiabudi", events.Single(item => item.Date == FirstSunday).Summary);
        Assert.Equal("Kerja bhakti: Kota Administrasi Jakarta Timur", EventsOf(43, Over())[0].Summary);
    }

    [Fact]
    public void Of_ASubstitutedSunday_IsCancelledForTheOneAndAddedForTheOther()
    {
        var overlay = Over(Approved(StandIn(12, 45, FirstSunday)));

        var own = EventsOf(12, overlay).Single(item => item.Date == FirstSunday);
        Assert.True(own.IsCancelled);
        Assert.Equal("Digantikan: kerja bhakti Kecamatan Setiabudi", own.Summary);
        Assert.Equal("Kecamatan Setiabudi, Jakarta Selatan", own.Place);
        Assert.Contains(PostOf(45).Name, own.Note, StringComparison.Ordinal);
        var added = EventsOf(45, overlay).Where(item => item.Date == FirstSunday).ToList();
        Assert.Equal(2, added.Count);
        Assert.All(added, item => Assert.False(item.IsCancelled));
        Assert.Contains("menggantikan Badan Perpustakaan", added[1].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Between_NothingPublished_AddsEverythingWithSequenceZero()
    {
        var revision = CalendarRevision.Between(1012, [], EventsOf(12, Over()), Seed.Now);

        Assert.Equal(revision.Events.Count, revision.Changes);
        Assert.All(revision.Events, item => Assert.Equal((0, Seed.Now), (item.Sequence, item.ChangedAt)));
    }

    [Fact]
    public void Between_TheSame_RaisesNothing()
    {
        var published = CalendarRevision.Between(1012, [], EventsOf(12, Over()), Seed.Now).Events;

        var revision = CalendarRevision.Between(1012, published, EventsOf(12, Over()), Later);

        Assert.Equal((0, 0), (revision.Changes, revision.Added.Count));
        Assert.All(revision.Events, item => Assert.Equal((0, Seed.Now), (item.Sequence, item.ChangedAt)));
    }

    [Fact]
    public void Between_ACancellationAndItsEnd_RaisesThatSundayTwiceAndNoOther()
    {
        var published = CalendarRevision.Between(1012, [], EventsOf(12, Over()), Seed.Now).Events;
        var cancelled = new Overlay(InForce, [], Cancelling(FirstSunday));

        published = CalendarRevision.Between(1012, published, EventsOf(12, cancelled), Later).Events;
        Assert.Equal((1, true, Later), OnFirstSunday(published));
        published = CalendarRevision.Between(1012, published, EventsOf(12, Over()), Later.AddDays(1)).Events;
        Assert.Equal((2, false, Later.AddDays(1)), OnFirstSunday(published));
        Assert.All(published.Where(item => item.Date != FirstSunday), item => Assert.Equal(0, item.Sequence));
    }

    [Fact]
    public void Between_AnEventThatIsNoMore_StaysCancelledAndIsRaisedOnce()
    {
        var with = EventsOf(45, Over(Approved(StandIn(12, 45, FirstSunday))));
        var published = CalendarRevision.Between(1045, [], with, Seed.Now).Events;

        for (var again = 0; again < 2; again++)
        {
            published = CalendarRevision.Between(1045, published, EventsOf(45, Over()), Later).Events;
            var gone = Assert.Single(published, item => item.IsCancelled);
            Assert.Equal((1, FirstSunday, Later), (gone.Sequence, gone.Date, gone.ChangedAt));
        }
    }

    [Fact]
    public void Link_Replaced_IsAnotherTokenAndTheOldOneStaysKnownAsReplaced()
    {
        var (link, token) = CalendarLink.Create(1012, "a", Seed.Now);
        var (next, nextToken) = link.Replace("a", Later);

        Assert.Equal(43, token.Length);
        Assert.Equal(link.TokenHash, CalendarLink.HashOf(token));
        Assert.NotEqual(token, nextToken);
        Assert.Equal((Later, null), (link.ReplacedAt, next.ReplacedAt));
        Assert.Throws<RosterRefusedException>(() => link.Replace("a", Later));
    }

    private static (int Sequence, bool IsCancelled, DateTimeOffset ChangedAt) OnFirstSunday(IEnumerable<PublishedEvent> events) =>
        events.Where(item => item.Date == FirstSunday).Select(item => (item.Sequence, item.IsCancelled, item.ChangedAt)).Single();

    private static IReadOnlyList<DutyEvent> EventsOf(int row, Overlay overlay) =>
        DutyEvent.Of(1000 + row, InForce, overlay, Seed.Gazetteer);
}
