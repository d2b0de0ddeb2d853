using System.Collections.Concurrent;
using System.Security.Claims;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Approvals;
using KerjaBhakti.Web.Roster.Drafts;
using KerjaBhakti.Web.Roster.Published;
using KerjaBhakti.Web.Roster.Start;
using KerjaBhakti.Web.Shell.Waiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Roster.Drafts;

/// <summary>Comments on the cells of drafts: who may say, read and settle them, whom they wait for, and what becomes of them.</summary>
public class DraftCommentsTests(PortalFixture fixture)
{
    private static readonly RosterMonth May = new(2016, 5);
    private static readonly ClaimsPrincipal Sari = TestUsers.Of(PortalRoles.Sekretariat, "Sari");
    private static readonly ClaimsPrincipal Budi = TestUsers.Of(PortalRoles.Sekretariat, "Budi");
    private static readonly ClaimsPrincipal Sekda = TestUsers.Of(PortalRoles.Sekda, "Orang lain");
    private static readonly ClaimsPrincipal Inspector = TestUsers.Of(PortalRoles.Inspektorat);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DraftComments Comments => fixture.Portal.Services.GetRequiredService<DraftComments>();

    private DraftService Drafts => fixture.Portal.Services.GetRequiredService<DraftService>();

    private DraftBin Bin => fixture.Portal.Services.GetRequiredService<DraftBin>();

    private ScheduleApproval Approval => fixture.Portal.Services.GetRequiredService<ScheduleApproval>();

    [Fact]
    public async Task Say_AboutACell_IsToldToOpenEditors_AndStandsInTheHistoryOfTheCell()
    {
        var draft = await CopyAsync();
        var heard = new ConcurrentQueue<DraftEvent>();
        using var listening = fixture.Portal.Services.GetRequiredService<DraftRooms>().Listen(draft.Id, heard.Enqueue);

        await SayAsync(Sari, draft, 28, "Mengapa Grogol?");
        await SayAsync(Sekda, draft, 28, "Permintaan dinas.");

        var told = Assert.IsType<DraftEvent.Commented>(heard.Last()).Comments;
        var thread = Assert.Single(told.Open);
        Assert.Equal((draft.Rows[28].Id, May), (thread.RowId, thread.Month));
        Assert.Equal(
            [("Sari", "Mengapa Grogol?"), ("Orang lain", "Permintaan dinas.")],
            thread.Comments.Select(said => (said.By, said.Text))
        );
        var history = fixture.Portal.Services.GetRequiredService<ScheduleHistory>();
        var lines = await history.ReadAsync(Inspector, draft.Id, draft.Rows[28].Id, May, Cancellation);
        Assert.Equal(2, lines.Count);
        Assert.StartsWith(
            "Orang lain menjawab komentar pada Mei Dinas Tata Air: Permintaan dinas.",
            lines[0].Sentence,
            StringComparison.Ordinal
        );
        Assert.StartsWith("Sari mengomentari Mei Dinas Tata Air: Mengapa Grogol?", lines[1].Sentence, StringComparison.Ordinal);

        // Nothing of the draft is otherwise: what a proposal or a submission has seen still holds.
        Assert.Equal(draft.Revision, (await Drafts.OpenAsync(Sari, draft.Id, Cancellation))!.Revision);
    }

    [Fact]
    public async Task Say_ByWhoOnlyReads_IsDenied_AndTheyReadIt()
    {
        var draft = await CopyAsync();
        await SayAsync(Sari, draft, 0, "Satu");
        var thread = Assert.Single((await Comments.ReadAsync(Inspector, draft.Id, Cancellation)).Threads);

        await Assert.ThrowsAsync<AccessDeniedException>(() => SayAsync(Inspector, draft, 0, "Dua"));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Comments.SettleAsync(Inspector, draft.Id, thread.Id, false, Cancellation));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Comments.ReadersAsync(Inspector, Cancellation));
        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            Comments.ReadAsync(TestUsers.Of(PortalRoles.Pejabat), draft.Id, Cancellation)
        );
    }

    [Fact]
    public async Task Say_SentTwice_IsStoredOnce()
    {
        var draft = await CopyAsync();
        var comment = new NewComment(Guid.NewGuid(), draft.Rows[3].Id, null, "Jabatan ini berganti nama.");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Comments.SayAsync(Sari, draft.Id, comment, Cancellation)));

        Assert.Single(Assert.Single((await Comments.ReadAsync(Sari, draft.Id, Cancellation)).Threads).Comments);
    }

    [Fact]
    public async Task Readers_ForASecretary_AreTheOtherAccountsThatMayReadDrafts()
    {
        var readers = await Comments.ReadersAsync(Sari, Cancellation);

        Assert.Contains(new NamedReader("Sekretaris Daerah (demo)", "Sekretaris Daerah"), readers);
        Assert.Contains(new NamedReader("Budi", "Sekretariat"), readers);
        Assert.Contains(readers, reader => reader.Role == "Inspektorat");
        Assert.DoesNotContain(readers, reader => reader.Role is "Pejabat" or "Administrator" or "Keuangan RSUD");
    }

    [Fact]
    public async Task Mention_WaitsForWhoIsNamed_UntilAnsweredOrSettled()
    {
        var draft = await CopyAsync();
        await SayAsync(Budi, draft, 12, "Mohon @Sari periksa baris ini.");

        var waiting = Assert.Single(await WaitingAsync(Sari, draft));
        Assert.Equal("Budi menyebut Anda dalam komentar, Rancangan 2016", waiting.Text);
        Assert.Contains(": Mohon @Sari periksa baris ini.", waiting.Detail, StringComparison.Ordinal);
        var thread = Assert.Single((await Comments.ReadAsync(Sari, draft.Id, Cancellation)).Open);
        Assert.Equal($"/roster/jadwal/{draft.Id}?komentar={thread.Id}", waiting.Path);
        Assert.Single(waiting.News);
        Assert.Empty(await WaitingAsync(Budi, draft));

        await SayAsync(Sari, draft, 12, "Sudah benar.");
        Assert.Empty(await WaitingAsync(Sari, draft));

        await SayAsync(Budi, draft, 12, "Tetapi @Sari, Juni?");
        Assert.NotEqual(waiting.News, Assert.Single(await WaitingAsync(Sari, draft)).News);
        await Comments.SettleAsync(Budi, draft.Id, thread.Id, isOpen: false, Cancellation);
        Assert.Empty(await WaitingAsync(Sari, draft));
        await Comments.SettleAsync(Budi, draft.Id, thread.Id, isOpen: true, Cancellation);
        Assert.Single(await WaitingAsync(Sari, draft));
    }

    [Fact]
    public async Task Mention_OfASekdaInASubmittedDraft_IsAnsweredThere()
    {
        var draft = await CopyAsync();
        var view = (await Approval.OpenAsync(Sari, draft.Id, Cancellation))!;
        await Approval.SubmitAsync(Sari, new Seen(draft.Id, view.Schedule.Revision), "", Cancellation);

        await SayAsync(Sekda, draft, 5, "@Sari mohon dijelaskan.");
        await SayAsync(Sari, draft, 5, "Menggantikan tahun lalu.");

        Assert.Equal(2, Assert.Single((await Comments.ReadAsync(Sekda, draft.Id, Cancellation)).Open).Comments.Count);
    }

    [Fact]
    public async Task Settle_TwiceOrOfAnotherDraft_IsRefused()
    {
        var (draft, other) = (await CopyAsync(), await CopyAsync());
        await SayAsync(Sari, draft, 1, "Satu");
        var thread = Assert.Single((await Comments.ReadAsync(Sari, draft.Id, Cancellation)).Open).Id;

        await Assert.ThrowsAsync<RosterRefusedException>(() => Comments.SettleAsync(Budi, other.Id, thread, false, Cancellation));
        await Comments.SettleAsync(Budi, draft.Id, thread, isOpen: false, Cancellation);
        var refusal = await Assert.ThrowsAsync<RosterRefusedException>(() =>
            Comments.SettleAsync(Sari, draft.Id, thread, false, Cancellation)
        );
        Assert.Contains("sudah diselesaikan Budi", refusal.Message, StringComparison.Ordinal);

        // Something new begins a thread of its own, and then the old one stays closed.
        await SayAsync(Sari, draft, 1, "Dua");
        await Assert.ThrowsAsync<RosterRefusedException>(() => Comments.SettleAsync(Sari, draft.Id, thread, true, Cancellation));
        Assert.Equal(2, (await Comments.ReadAsync(Sari, draft.Id, Cancellation)).Threads.Count);
    }

    [Fact]
    public async Task ARemovedRow_KeepsItsComments_AndTakesNoNewThread()
    {
        var draft = await CopyAsync();
        var row = draft.Rows[2];
        await SayAsync(Sari, draft, 2, "Dihapus saja?");
        await ApplyAsync(draft, new ScheduleEdit.Remove { RowId = row.Id });

        await SayAsync(Budi, draft, 2, "Sudah.");
        Assert.Equal(2, Assert.Single((await Comments.ReadAsync(Sari, draft.Id, Cancellation)).Open).Comments.Count);
        await Assert.ThrowsAsync<RosterRefusedException>(() =>
            Comments.SayAsync(Budi, draft.Id, new NewComment(Guid.NewGuid(), row.Id, new RosterMonth(2016, 6), "Juni"), Cancellation)
        );
    }

    [Fact]
    public async Task ADraftInTheBin_TakesItsCommentsAlong_BringsThemBack_AndGoesWithThem()
    {
        var draft = await CopyAsync();
        await SayAsync(Budi, draft, 4, "Lihat, @Sari.");
        await Drafts.DeleteAsync(Sari, draft.Id, Cancellation);

        Assert.Empty(await WaitingAsync(Sari, draft));
        await Assert.ThrowsAsync<RosterRefusedException>(() => SayAsync(Budi, draft, 4, "Masih?"));

        await Bin.RestoreAsync(Sari, draft.Id, Cancellation);
        Assert.Single(await WaitingAsync(Sari, draft));

        await Drafts.DeleteAsync(Sari, draft.Id, Cancellation);
        await using (var db = await fixture.Portal.DatabaseAsync())
        {
            var at = fixture.Portal.Services.GetRequiredService<PortalClock>().Now.AddDays(-Schedule.DaysInBin - 1);
            await db
                .Schedules.IgnoreQueryFilters()
                .Where(schedule => schedule.Id == draft.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(schedule => schedule.DiscardedAt, at), Cancellation);
        }

        await Bin.PurgeAsync(Cancellation);
        await using var after = await fixture.Portal.DatabaseAsync();
        Assert.False(await after.CommentThreads.AnyAsync(thread => thread.ScheduleId == draft.Id, Cancellation));
    }

    [Fact]
    public async Task AConflictInACommentedCell_NamesWhoWroteIt_NotWhoCommented()
    {
        var draft = await CopyAsync();
        var row = draft.Rows[0];
        await ApplyAsync(draft, new ScheduleEdit.WriteCell(May, "Jatinegara", "Gambir") { RowId = row.Id });
        await SayAsync(Budi, draft, 0, "Gambir?");

        var late = new ScheduleEdit.WriteCell(May, "Jatinegara", "Menteng") { RowId = row.Id };
        var result = await Drafts.ApplyAsync(Budi, draft.Id, [late], null, Cancellation);

        Assert.Equal("Sari", Assert.Single(result.Conflicts).By);
        var overview = await Drafts.OverviewAsync(Sari, Cancellation);
        Assert.Equal("Sari", overview.Single(line => line.Summary.Id == draft.Id).LastEditor);
    }

    [Fact]
    public async Task AnIssuedAnnex_TakesNoComment()
    {
        var issued = (await fixture.Portal.Services.GetRequiredService<PublishedSchedules>().OfYearAsync(2015, Cancellation))!;
        var view = (await Drafts.OpenAsync(Sari, issued.Id, Cancellation))!;

        var refusal = await Assert.ThrowsAsync<RosterRefusedException>(() =>
            Comments.SayAsync(Sari, view.Id, new NewComment(Guid.NewGuid(), view.Rows[0].Id, null, "Satu"), Cancellation)
        );
        Assert.Contains("sudah ditetapkan", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingThatIsPrinted_HoldsAComment()
    {
        var draft = await CopyAsync();
        await SayAsync(Sari, draft, 0, "Kata-rahasia-rekan");
        using var client = await fixture.ClientOfAsync(PortalRoles.Sekretariat);

        var csv = await client.GetStringAsync($"/roster/jadwal/{draft.Id}/lampiran.csv", Cancellation);

        Assert.DoesNotContain("Kata-rahasia-rekan", csv, StringComparison.Ordinal);
    }

    private Task SayAsync(ClaimsPrincipal user, DraftView draft, int row, string text) =>
        Comments.SayAsync(user, draft.Id, new NewComment(Guid.NewGuid(), draft.Rows[row].Id, May, text), Cancellation);

    private async Task ApplyAsync(DraftView draft, ScheduleEdit edit) =>
        Assert.NotNull((await Drafts.ApplyAsync(Sari, draft.Id, [edit], null, Cancellation)).Revision);

    private async Task<IReadOnlyList<WaitingItem>> WaitingAsync(ClaimsPrincipal user, DraftView draft)
    {
        var source = fixture.Portal.Services.GetServices<IWaitingSource>().OfType<MentionsWaiting>().Single();
        var items = await source.OfAsync(user, Cancellation);
        return [.. items.Where(item => item.Path.Contains(draft.Id.ToString(), StringComparison.Ordinal))];
    }

    private async Task<DraftView> CopyAsync()
    {
        var issued = (await fixture.Portal.Services.GetRequiredService<PublishedSchedules>().OfYearAsync(2015, Cancellation))!;
        var period = new RosterPeriod(May, new RosterMonth(2016, 12));
        var id = await Drafts.CreateAsync(Sari, new NewDraft(issued.Title, period, issued.Id, WithCells: true), Cancellation);
        return (await Drafts.OpenAsync(Sari, id, Cancellation))!;
    }
}
