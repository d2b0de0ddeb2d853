using KerjaBhakti.Roster.Comments;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Comments;

public class CommentThreadTests
{
    private static readonly DateTimeOffset At = new(2015, 6, 5, 5, 0, 0, TimeSpan.Zero);
    private static readonly RosterMonth May = new(2016, 5);
    private static readonly Commentator Sari = new("1", "Sari");
    private static readonly Commentator SariDewi = new("2", "Sari Dewi");
    private static readonly Commentator Sekda = new("3", "Sekretaris Daerah");

    [Theory]
    [InlineData("@Sari tolong periksa", "1")]
    [InlineData("Mohon @sari dewi, periksa", "2")]
    [InlineData("@Sari Dewi dan @Sari", "2,1")]
    [InlineData("(@Sekretaris Daerah)", "3")]
    [InlineData("@Sarinah", "")]
    [InlineData("surel sari@Sari", "")]
    [InlineData("tanpa nama @", "")]
    public void NamedIn_AText_FindsWholeNamesAfterAnAt(string text, string keys) =>
        Assert.Equal(keys, string.Join(",", Commentator.NamedIn(text, [Sari, SariDewi, Sekda]).Select(named => named.Id)));

    [Fact]
    public void NamedIn_TwoAccountsOfOneName_NamesBoth() =>
        Assert.Equal(2, Commentator.NamedIn("@Sari", [Sari, new Commentator("4", "Sari")]).Count);

    [Fact]
    public void Say_WithOnesOwnName_NamesNobody() => Assert.Empty(Thread().Say(Guid.NewGuid(), "@Sari", Sari, At, [Sari]).Mentions);

    [Theory]
    [InlineData(" \n ")]
    [InlineData(null)]
    public void Say_NothingOrTooMuch_IsRefused(string? text) =>
        Assert.Throws<RosterRefusedException>(() =>
            Thread().Say(Guid.NewGuid(), text ?? new string('a', Comment.TextLength + 1), Sari, At, [])
        );

    [Fact]
    public void Resolve_ThenReopen_LetsItGoOn()
    {
        var thread = Thread();
        thread.Say(Guid.NewGuid(), "Satu", Sari, At, []);
        thread.Resolve(Sekda, At);

        Assert.Throws<RosterRefusedException>(() => thread.Say(Guid.NewGuid(), "Dua", Sari, At, []));
        Assert.Throws<RosterRefusedException>(() => thread.Resolve(Sari, At));
        thread.Reopen();
        Assert.Equal(2, thread.Say(Guid.NewGuid(), " Dua ", Sari, At, []).Number);
        Assert.Equal("Dua", thread.Comments[1].Text);
        Assert.Equal(4, thread.Revision);
    }

    [Fact]
    public void About_ARowOrMonthTheDraftDoesNotHave_IsRefused()
    {
        var draft = Draft();

        Assert.Throws<RosterRefusedException>(() => CommentThread.About(Guid.NewGuid(), draft, Guid.NewGuid(), May));
        Assert.Throws<RosterRefusedException>(() => CommentThread.About(Guid.NewGuid(), draft, draft.Rows[0].Id, new RosterMonth(2017, 5)));
    }

    private static CommentThread Thread()
    {
        var draft = Draft();
        return CommentThread.About(Guid.NewGuid(), draft, draft.Rows[0].Id, May);
    }

    private static Schedule Draft()
    {
        var draft = Schedule.Draft("JADWAL", new RosterPeriod(May, new RosterMonth(2016, 12)), At);
        draft.Apply([new ScheduleEdit.Add(0, "Dinas Tata Air", null, null) { RowId = Guid.NewGuid() }], Seed.Gazetteer, At);
        return draft;
    }
}
