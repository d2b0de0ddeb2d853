using System.Diagnostics;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Roster.Drafts;

namespace KerjaBhakti.Web.Tests.Roster.Drafts;

public class DraftPresenceTests
{
    private static readonly Guid Draft = Guid.NewGuid();

    private readonly DraftPresence presence = new(TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Others_OfOneDraft_AreThoseWhoCameAndDidNotLeave()
    {
        using var sari = Enter("Sari");
        using var elsewhere = presence.Enter(Guid.NewGuid(), Person("Dewi"), () => { });
        var budi = Enter("Budi");
        var cell = (Guid.NewGuid(), (RosterMonth?)new RosterMonth(2016, 8));
        budi.MoveTo(cell);

        Assert.Equal([Person("Budi") with { Cell = cell }], sari.Others);
        Assert.Equal(["Sari"], budi.Others.Select(person => person.Name));
        budi.Hide(true);
        Assert.Empty(sari.Others);
        budi.Hide(false);
        Assert.Single(sari.Others);
        budi.Dispose();
        budi.MoveTo(cell);
        Assert.Empty(sari.Others);
    }

    [Fact]
    public async Task Moves_HoweverMany_AreToldTwiceASecondAndTheLastIsKnown()
    {
        var told = 0;
        using var sari = presence.Enter(Draft, Person("Sari"), () => Interlocked.Increment(ref told));
        using var budi = Enter("Budi");
        var since = Stopwatch.GetTimestamp();
        var row = Guid.Empty;
        while (Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(1.2))
        {
            row = Guid.NewGuid();
            budi.MoveTo((row, null));
            await Task.Delay(5, Cancellation);
        }

        var elapsed = Stopwatch.GetElapsedTime(since);
        Assert.InRange(told, 2, 1 + (int)Math.Ceiling(elapsed.TotalSeconds * 2));
        Assert.Equal(row, Assert.Single(sari.Others).Cell?.Row);
    }

    private static PresentPerson Person(string name) => new(name, name, Edits: true, Cell: null);

    private DraftPresence.Visit Enter(string name) => presence.Enter(Draft, Person(name), () => { });
}
