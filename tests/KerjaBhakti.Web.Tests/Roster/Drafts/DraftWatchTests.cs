using System.Collections.Concurrent;
using System.Security.Claims;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Roster.Approvals;
using KerjaBhakti.Web.Roster.Drafts;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KerjaBhakti.Web.Tests.Roster.Drafts;

/// <summary>Two servers on one database: Sari works through one, and somebody has the draft open through the other.</summary>
public sealed class DraftWatchTests : IAsyncLifetime
{
    private static readonly RosterMonth May = new(2016, 5);
    private static readonly ClaimsPrincipal Sari = TestUsers.Of(PortalRoles.Sekretariat, "Sari");
    private static readonly ClaimsPrincipal Budi = TestUsers.Of(PortalRoles.Sekretariat, "Budi");

    private readonly ConcurrentQueue<DraftEvent> heard = new();
    private PortalUnderTest here = null!;
    private PortalUnderTest there = null!;
    private DraftView draft = null!;
    private IDisposable listening = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        here = await PortalUnderTest.StartAsync();
        there = await here.StartBesideAsync([]);
        draft = await CopyAsync();
        var rooms = here.Services.GetRequiredService<DraftRooms>();
        listening = rooms.Listen(draft.Id, heard.Enqueue);
        rooms.Show(draft);
    }

    public async ValueTask DisposeAsync()
    {
        listening.Dispose();
        await there.DisposeAsync();
        await here.DisposeAsync();
    }

    [Fact]
    public async Task ACellStoredThroughTheOther_IsToldWithWhoAndWhat_WithoutBeingAsked()
    {
        await WriteAsync(there, Sari, 28, "Ciracas");

        var changed = Assert.IsType<DraftEvent.Changed>(await FirstAsync());
        var change = Assert.Single(changed.Changes);
        Assert.Equal((draft.Rows[28].Id, May, "Ciracas"), (change.RowId, change.Month, change.After));
        Assert.Equal(("Sari", draft.Revision + 1, null), (changed.By, changed.View.Revision, changed.Origin));
        Assert.False(changed.IsStructural);
    }

    [Fact]
    public async Task SeveralPeopleSinceTheLastLook_AreAllNamed()
    {
        using (await here.Services.GetRequiredService<DraftRooms>().TakeTurnAsync(draft.Id, Cancellation))
        {
            // Nobody looks while somebody has the turn.
            await WriteAsync(there, Sari, 28, "Ciracas");
            await WriteAsync(there, Budi, 30, "Cakung");
        }

        var changed = Assert.IsType<DraftEvent.Changed>(await FirstAsync());
        Assert.Equal(2, changed.Changes.Count);
        Assert.Equal(["Budi", "Sari"], changed.By.Split(" dan ").Order(StringComparer.Ordinal));
        Assert.Null(changed.ById);
    }

    [Fact]
    public async Task ARowRemovedThroughTheOther_IsToldAsMoreThanCells()
    {
        await ApplyAsync(there, Sari, new ScheduleEdit.Remove { RowId = draft.Rows[3].Id });

        var changed = Assert.IsType<DraftEvent.Changed>(await FirstAsync());
        Assert.True(changed.IsStructural);
        Assert.Equal(draft.Rows.Count - 1, changed.View.Rows.Count);
    }

    [Fact]
    public async Task WhatIsStoredHere_IsToldOnce_AndWhatTheOtherStoredBeforeIt_IsToldFirst()
    {
        await WriteAsync(there, Sari, 28, "Ciracas");
        await WriteAsync(here, Budi, 30, "Cakung");
        await here.Services.GetRequiredService<DraftService>().CatchUpAsync(draft.Id, Cancellation);

        var told = heard.Cast<DraftEvent.Changed>().ToList();
        Assert.Equal(["Sari", "Budi"], told.Select(changed => changed.By));
        Assert.Equal(["Ciracas", "Cakung"], told.Select(changed => Assert.Single(changed.Changes).After));
    }

    [Fact]
    public async Task ACommentSaidThroughTheOther_IsTold_Once()
    {
        var comment = new NewComment(Guid.NewGuid(), draft.Rows[28].Id, May, "Mengapa?");
        await there.Services.GetRequiredService<DraftComments>().SayAsync(Sari, draft.Id, comment, Cancellation);

        var said = Assert.IsType<DraftEvent.Commented>(await FirstAsync());
        Assert.Equal("Mengapa?", Assert.Single(Assert.Single(said.Comments.Open).Comments).Text);
        var watch = here.Services.GetServices<IHostedService>().OfType<DraftWatch>().Single();
        await watch.LookAsync(Cancellation);
        Assert.Single(heard);
    }

    [Fact]
    public async Task ADraftDeletedThroughTheOther_IsToldToBeGone_WithWhoDidIt()
    {
        await there.Services.GetRequiredService<DraftService>().DeleteAsync(Sari, draft.Id, Cancellation);

        var closed = Assert.IsType<DraftEvent.Closed>(await FirstAsync());
        Assert.StartsWith("Rancangan ini sudah dihapus oleh Sari.", closed.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADraftSubmittedThroughTheOther_IsToldToBeClosed_Once()
    {
        await SubmitAsync(there);

        var watch = here.Services.GetServices<IHostedService>().OfType<DraftWatch>().Single();
        await watch.LookAsync(Cancellation);
        await watch.LookAsync(Cancellation);
        Assert.Single(heard.OfType<DraftEvent.Closed>());
    }

    private static async Task ApplyAsync(PortalUnderTest server, ClaimsPrincipal user, Guid id, ScheduleEdit edit) =>
        Assert.NotNull(
            (await server.Services.GetRequiredService<DraftService>().ApplyAsync(user, id, [edit], null, Cancellation)).Revision
        );

    private Task ApplyAsync(PortalUnderTest server, ClaimsPrincipal user, ScheduleEdit edit) => ApplyAsync(server, user, draft.Id, edit);

    private Task WriteAsync(PortalUnderTest server, ClaimsPrincipal user, int row, string text) =>
        ApplyAsync(
            server,
            user,
            new ScheduleEdit.WriteCell(May, draft.Rows[row].Printed.Cells[0].AsPrinted, text) { RowId = draft.Rows[row].Id }
        );

    private async Task SubmitAsync(PortalUnderTest server)
    {
        var approval = server.Services.GetRequiredService<ScheduleApproval>();
        var view = (await approval.OpenAsync(Sari, draft.Id, Cancellation))!;
        var warnings = view.Warnings.Select(view.Schedule.ReasonKeyOf).ToList();
        await server
            .Services.GetRequiredService<ApprovalWriting>()
            .ReasonAsync(Sari, await SeenAsync(), warnings, "Sebagaimana lampiran sebelumnya.", Cancellation);
        await approval.SubmitAsync(Sari, await SeenAsync(), "", Cancellation);

        async Task<Seen> SeenAsync() => new(draft.Id, (await approval.OpenAsync(Sari, draft.Id, Cancellation))!.Schedule.Revision);
    }

    /// <summary>What the open editor is told first; the watch looks by itself.</summary>
    private async Task<DraftEvent> FirstAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (heard.IsEmpty)
        {
            await Task.Delay(20, patience.Token);
        }

        return heard.First();
    }

    private async Task<DraftView> CopyAsync()
    {
        var issued = (await here.Services.GetRequiredService<PublishedSchedules>().OfYearAsync(2015, Cancellation))!;
        var drafts = here.Services.GetRequiredService<DraftService>();
        var period = new RosterPeriod(May, new RosterMonth(2016, 12));
        var id = await drafts.CreateAsync(Sari, new NewDraft(issued.Title, period, issued.Id, WithCells: true), Cancellation);
        return (await drafts.OpenAsync(Sari, id, Cancellation))!;
    }
}
