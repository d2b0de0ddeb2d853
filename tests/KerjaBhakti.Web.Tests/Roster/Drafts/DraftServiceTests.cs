using System.Collections.Concurrent;
using System.Security.Claims;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Drafts;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Roster.Drafts;

public class DraftServiceTests(PortalFixture fixture)
{
    private static readonly RosterMonth May = new(2016, 5);

    private static readonly ClaimsPrincipal Sari = User("Sari", PortalRoles.Sekretariat);

    private static readonly ClaimsPrincipal Budi = User("Budi", PortalRoles.Sekretariat);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DraftService Drafts => fixture.Portal.Services.GetRequiredService<DraftService>();

    private DraftBin Bin => fixture.Portal.Services.GetRequiredService<DraftBin>();

    private ScheduleHistory History => fixture.Portal.Services.GetRequiredService<ScheduleHistory>();

    [Fact]
    public async Task Create_ACopyOfAnIssuedAnnex_HasItsRowsAndCells()
    {
        var draft = await CopyAsync();

        Assert.Equal(ScheduleStatus.Draft, draft.Status);
        Assert.Equal(2016, draft.Annex.Period.Year);
        Assert.Equal(
            Seed.Annex.Rows.Select(row => $"{row.Label} {string.Join('|', row.Cells)}"),
            draft.Annex.Rows.Select(row => $"{row.Label} {string.Join('|', row.Cells)}")
        );
        Assert.All(draft.Rows, row => Assert.NotNull(row.PositionId));
    }

    [Fact]
    public async Task Create_ACopyOfADraft_IsRefused()
    {
        var draft = await CopyAsync();

        await Assert.ThrowsAsync<EditRefusedException>(() =>
            Drafts.CreateAsync(Sari, new NewDraft("Jadwal", draft.Annex.Period, draft.Id, WithCells: true), Cancellation)
        );
    }

    [Fact]
    public async Task Apply_ACellEdit_IsStoredAndToldWithWhoAndWhat()
    {
        var draft = await CopyAsync();
        var row = draft.Rows[28];
        var heard = new ConcurrentQueue<DraftEvent>();
        using var listening = fixture.Portal.Services.GetRequiredService<DraftRooms>().Listen(draft.Id, heard.Enqueue);

        var result = await ApplyAsync(Sari, draft.Id, Write(row, May, "Grogol Petamburan", "Ciracas"));

        Assert.Equal(draft.Revision + 1, result.Revision);
        var changed = Assert.IsType<DraftEvent.Changed>(Assert.Single(heard));
        Assert.Equal(("Sari", "Ciracas"), (changed.By, Assert.Single(changed.Changes).After));
        Assert.Equal("Ciracas", (await OpenAsync(draft.Id)).Rows[28].Printed.Cells[0].AsPrinted);
        var line = Assert.Single(await History.ReadAsync(Sari, draft.Id, row.Id, May, Cancellation));
        Assert.Matches(
            "^Sari mengubah Mei Dinas Tata Air: Grogol Petamburan → Ciracas, [0-9]+ Juni 2015 [0-9]{2}\\.[0-9]{2} WIB$",
            line.Sentence
        );
    }

    [Fact]
    public async Task Apply_TwoPeopleInOneCell_GivesTheSecondBothTextsAndStoresNothing()
    {
        var draft = await CopyAsync();
        var row = draft.Rows[0];

        await ApplyAsync(Sari, draft.Id, Write(row, May, "Jatinegara", "Gambir"));
        var second = await ApplyAsync(Budi, draft.Id, Write(row, May, "Jatinegara", "Menteng"));

        Assert.Null(second.Revision);
        var conflict = Assert.Single(second.Conflicts);
        Assert.Equal(("Menteng", "Gambir", "Sari"), (conflict.Conflict.Mine, conflict.Conflict.Theirs, conflict.By));
        Assert.Equal("Gambir", (await OpenAsync(draft.Id)).Rows[0].Printed.Cells[0].AsPrinted);
    }

    [Fact]
    public async Task Apply_OneOfManyEditsInConflict_StoresNoneOfThem()
    {
        var draft = await CopyAsync();

        var result = await ApplyAsync(
            Sari,
            draft.Id,
            Write(draft.Rows[1], May, "Kramat Jati", "Gambir"),
            Write(draft.Rows[2], May, "bukan yang tertulis", "Gambir")
        );

        Assert.Single(result.Conflicts);
        Assert.Equal(draft.Revision, (await OpenAsync(draft.Id)).Revision);
        Assert.Empty(await History.ReadAsync(Sari, draft.Id, draft.Rows[1].Id, May, Cancellation));
    }

    [Fact]
    public async Task Apply_TwentyWritersAtOnce_LosesNoAcknowledgedEdit()
    {
        var draft = await CopyAsync();
        var rows = draft.Rows.Where(row => !row.Printed.IsRegion).Take(20).ToList();

        var results = await Task.WhenAll(
            rows.Select(
                (row, index) =>
                    ApplyAsync(index % 2 == 0 ? Sari : Budi, draft.Id, Write(row, May, row.Printed.Cells[0].AsPrinted, $"Teks {index}"))
            )
        );

        Assert.All(results, result => Assert.NotNull(result.Revision));
        var stored = await OpenAsync(draft.Id);
        Assert.Equal(
            Enumerable.Range(0, 20).Select(index => $"Teks {index}"),
            rows.Select(row => stored.Row(row.Id)!.Printed.Cells[0].AsPrinted)
        );
        Assert.Equal(draft.Revision + 20, stored.Revision);
    }

    [Fact]
    public async Task Apply_WhileOpenAndAnotherProcessWrote_MeetsWhatThatStored()
    {
        var draft = await CopyAsync();
        var services = fixture.Portal.Services;
        var elsewhere = ActivatorUtilities.CreateInstance<DraftService>(services, new DraftRooms());
        using var listening = services.GetRequiredService<DraftRooms>().Listen(draft.Id, _ => { });

        await ApplyAsync(Sari, draft.Id, Write(draft.Rows[0], May, "Jatinegara", "Gambir"));
        await elsewhere.ApplyAsync(Budi, draft.Id, [Write(draft.Rows[1], May, "Kramat Jati", "Menteng")], origin: null, Cancellation);
        var conflict = await ApplyAsync(Sari, draft.Id, Write(draft.Rows[1], May, "Kramat Jati", "Gambir"));
        var stored = await ApplyAsync(Sari, draft.Id, Write(draft.Rows[1], May, "Menteng", "Gambir"));

        Assert.Equal("Menteng", Assert.Single(conflict.Conflicts).Conflict.Theirs);
        Assert.Equal(draft.Revision + 3, stored.Revision);
    }

    [Fact]
    public async Task Apply_WhileOpenAndAfterAConflict_StoresNothingOfTheGroupThatFailed()
    {
        var draft = await CopyAsync();
        using var listening = fixture.Portal.Services.GetRequiredService<DraftRooms>().Listen(draft.Id, _ => { });

        await ApplyAsync(Sari, draft.Id, Write(draft.Rows[0], May, "Jatinegara", "Gambir"));
        await ApplyAsync(
            Sari,
            draft.Id,
            Write(draft.Rows[1], May, "Kramat Jati", "Gambir"),
            Write(draft.Rows[2], May, "bukan yang tertulis", "Gambir")
        );
        await ApplyAsync(Sari, draft.Id, Write(draft.Rows[3], May, draft.Rows[3].Printed.Cells[0].AsPrinted, "Cakung"));

        var stored = await OpenAsync(draft.Id);
        Assert.Equal(["Gambir", "Kramat Jati", "Cakung"], new[] { 0, 1, 3 }.Select(index => stored.Rows[index].Printed.Cells[0].AsPrinted));
    }

    [Fact]
    public async Task Apply_ABatchSentTwice_IsAnsweredAgainAndNotDoneAgain()
    {
        var draft = await CopyAsync();
        var row = draft.Rows.First(row => row.Printed.IsRegion);
        var batch = new EditBatch(Guid.NewGuid(), [new ScheduleEdit.ServeRegion(null) { RowId = row.Id }]);
        var opposite = new ScheduleEdit.ServeRegion(row.Printed.Region!.City) { RowId = row.Id };

        var first = await Drafts.ApplyAsync(Sari, draft.Id, batch, origin: null, Cancellation);
        await ApplyAsync(Budi, draft.Id, opposite);
        var again = await Drafts.ApplyAsync(Sari, draft.Id, batch, origin: null, Cancellation);

        Assert.Equal(first.Revision, again.Revision);
        Assert.True((await OpenAsync(draft.Id)).Row(row.Id)!.Printed.IsRegion);
    }

    [Fact]
    public async Task Apply_FromAPageThatIsBusyDrawing_DoesNotKeepTheTurnFromOthers()
    {
        var draft = await CopyAsync();
        Task<EditResult> waiting;
        using (await fixture.Portal.Services.GetRequiredService<DraftRooms>().TakeTurnAsync(draft.Id, Cancellation))
        {
            var usual = SynchronizationContext.Current;
            SynchronizationContext.SetSynchronizationContext(new BusyContext());
            waiting = ApplyAsync(Sari, draft.Id, Write(draft.Rows[0], May, "Jatinegara", "Gambir"));
            SynchronizationContext.SetSynchronizationContext(usual);
        }

        Assert.NotNull((await waiting.WaitAsync(TimeSpan.FromSeconds(10), Cancellation)).Revision);
    }

    [Fact]
    public async Task Apply_ToADraftSomebodyDeleted_SaysWho()
    {
        var draft = await CopyAsync();
        await Drafts.DeleteAsync(Budi, draft.Id, Cancellation);

        var result = await ApplyAsync(Sari, draft.Id, Write(draft.Rows[0], May, "Jatinegara", "Gambir"));

        Assert.Equal("Rancangan ini sudah dihapus oleh Budi.", result.Gone);
    }

    [Fact]
    public async Task Bin_ADeletedDraft_IsFoundNowhereElse_AndComesBackAsItWas()
    {
        var draft = await CopyAsync();
        await ApplyAsync(Sari, draft.Id, Write(draft.Rows[0], May, "Jatinegara", "Gambir"));
        await Drafts.DeleteAsync(Budi, draft.Id, Cancellation);
        Assert.Null(await Drafts.OpenAsync(Sari, draft.Id, Cancellation));
        Assert.DoesNotContain(await Drafts.OverviewAsync(Sari, Cancellation), line => line.Summary.Id == draft.Id);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Bin.ListAsync(User("Orang lain", PortalRoles.Sekda), Cancellation));
        var lying = Assert.Single(await Bin.ListAsync(Sari, Cancellation), item => item.Id == draft.Id);
        Assert.Equal(("Budi", 93), (lying.By, lying.Rows));

        await Bin.RestoreAsync(Sari, draft.Id, Cancellation);

        var back = (await Drafts.OpenAsync(Sari, draft.Id, Cancellation))!;
        Assert.Equal("Gambir", back.Rows[0].Printed.Cells[0].AsPrinted);
        Assert.DoesNotContain(await Bin.ListAsync(Sari, Cancellation), item => item.Id == draft.Id);
        Assert.NotNull((await ApplyAsync(Sari, draft.Id, Write(back.Rows[0], May, "Gambir", "Senen"))).Revision);
        await Assert.ThrowsAsync<EditRefusedException>(() => Bin.RestoreAsync(Sari, draft.Id, Cancellation));
    }

    [Fact]
    public async Task Bin_AfterThirtyDays_IsEmptiedAndTheTrailStays()
    {
        var (kept, gone) = (await CopyAsync(), await CopyAsync());
        await ApplyAsync(Sari, gone.Id, Write(gone.Rows[0], May, "Jatinegara", "Gambir"));
        await Drafts.DeleteAsync(Sari, kept.Id, Cancellation);
        await Drafts.DeleteAsync(Sari, gone.Id, Cancellation);
        await using (var db = await fixture.Portal.DatabaseAsync())
        {
            var month = TimeSpan.FromDays(Schedule.DaysInBin) + TimeSpan.FromMinutes(1);
            var at = fixture.Portal.Services.GetRequiredService<PortalClock>().Now - month;
            await db
                .Schedules.IgnoreQueryFilters()
                .Where(schedule => schedule.Id == gone.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(schedule => schedule.DiscardedAt, at), Cancellation);
        }

        await Bin.PurgeAsync(Cancellation);

        var lying = (await Bin.ListAsync(Sari, Cancellation)).Select(item => item.Id).ToList();
        Assert.Contains(kept.Id, lying);
        Assert.DoesNotContain(gone.Id, lying);
        await using var after = await fixture.Portal.DatabaseAsync();
        Assert.False(await after.Schedules.IgnoreQueryFilters().AnyAsync(schedule => schedule.Id == gone.Id, Cancellation));
        Assert.False(await after.DraftSteps.AnyAsync(step => step.ScheduleId == gone.Id, Cancellation));
        Assert.Equal(
            ["roster.created", "roster.cell", "roster.deleted", "roster.purged"],
            await after
                .AuditEntries.Where(entry => entry.Subject == gone.Id.ToString())
                .OrderBy(entry => entry.Place)
                .Select(entry => entry.Action)
                .ToListAsync(Cancellation)
        );
    }

    [Fact]
    public async Task Overview_OfADraft_SaysWhatIsLeftAndWhoChangedItLast()
    {
        var draft = await CopyAsync();
        await ApplyAsync(Budi, draft.Id, Write(draft.Rows[0], May, "Jatinegara", "Jatinegra"));

        var line = Assert.Single(await Drafts.OverviewAsync(Sari, Cancellation), line => line.Summary.Id == draft.Id);
        var view = (await Drafts.OpenAsync(Sari, draft.Id, Cancellation))!;
        Assert.Equal("Budi", line.LastEditor);
        Assert.Equal(view.Findings.Count(finding => finding.Kind.Severity != FindingSeverity.Info), line.FindingsLeft);
        var issued = Assert.Single(await Drafts.OverviewAsync(Sari, Cancellation), item => item.Summary.InstructionReference == "118/2015");
        Assert.Null(issued.FindingsLeft);
    }

    [Fact]
    public async Task Apply_ToARowSomebodyRemoved_SaysWho()
    {
        var draft = await CopyAsync();
        await ApplyAsync(Budi, draft.Id, new ScheduleEdit.Remove { RowId = draft.Rows[0].Id });

        var result = await ApplyAsync(Sari, draft.Id, Write(draft.Rows[0], May, "Jatinegara", "Gambir"));

        var conflict = Assert.Single(result.Conflicts);
        Assert.Null(conflict.Conflict.Theirs);
        Assert.Equal("Budi", conflict.By);
    }

    [Fact]
    public async Task IssuedAnnex_EditOrDelete_IsRefused()
    {
        var issued = await IssuedAsync();

        var edit = await ApplyAsync(Sari, issued.Id, new ScheduleEdit.Remove { RowId = Guid.NewGuid() });
        await Assert.ThrowsAsync<EditRefusedException>(() => Drafts.DeleteAsync(Sari, issued.Id, Cancellation));

        Assert.NotNull(edit.Gone);
    }

    [Theory]
    [InlineData(PortalRoles.Sekda)]
    [InlineData(PortalRoles.Inspektorat)]
    [InlineData(PortalRoles.Pejabat)]
    [InlineData(PortalRoles.KeuanganRsud)]
    [InlineData(PortalRoles.DirekturRsud)]
    [InlineData(PortalRoles.PegawaiRsud)]
    [InlineData(PortalRoles.Admin)]
    public async Task Services_CalledPastThePage_RefuseEveryRoleThatMayNotEdit(string role)
    {
        var draft = await CopyAsync();
        var other = User("Orang lain", role);

        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            ApplyAsync(other, draft.Id, Write(draft.Rows[0], May, "Jatinegara", "Gambir"))
        );
        await Assert.ThrowsAsync<AccessDeniedException>(() => Drafts.DeleteAsync(other, draft.Id, Cancellation));
        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            Drafts.CreateAsync(other, new NewDraft("Jadwal", draft.Annex.Period, CopyFrom: null, WithCells: false), Cancellation)
        );
    }

    [Fact]
    public async Task Findings_FollowEveryEdit()
    {
        var draft = await CopyAsync();
        await ApplyAsync(Sari, draft.Id, Write(draft.Rows[0], May, "Jatinegara", "Jatinegra"));
        var wrong = await OpenAsync(draft.Id);
        await ApplyAsync(Sari, draft.Id, Write(draft.Rows[0], May, "Jatinegra", "Jatinegara"));
        var right = await OpenAsync(draft.Id);

        Assert.Contains(wrong.Findings, finding => finding.Message.EndsWith("Maksud Anda Jatinegara?", StringComparison.Ordinal));
        Assert.DoesNotContain(right.Findings, finding => finding.Kind.Code == "unknown-kecamatan");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task TwoWriters_InterleavedAtRandom_NeverLoseAnAcknowledgedEdit(int seed)
    {
        var draft = await CopyAsync();
        var cells = draft
            .Rows.Where(row => !row.Printed.IsRegion)
            .Take(3)
            .SelectMany(row =>
                draft
                    .Annex.Period.Months.Take(2)
                    .Select((month, index) => (Row: row, Month: month, Text: row.Printed.Cells[index].AsPrinted))
            )
            .ToList();
        var acknowledged = new ConcurrentBag<(int Revision, Guid Row, RosterMonth Month, string Before, string After)>();

        await Task.WhenAll(WriteAtRandomAsync(Sari, seed), WriteAtRandomAsync(Budi, seed + 100));

        // In the order of the revisions every edit stands on the one acknowledged before it, and the last is what is there.
        var last = await OpenAsync(draft.Id);
        Assert.Equal(draft.Revision + acknowledged.Count, last.Revision);
        foreach (var (row, month, text) in cells)
        {
            var standing = acknowledged
                .Where(edit => edit.Row == row.Id && edit.Month == month)
                .OrderBy(edit => edit.Revision)
                .Aggregate(text, (before, edit) =>
                {
                    Assert.Equal(before, edit.Before);
                    return edit.After;
                });
            Assert.Equal(standing, last.Row(row.Id)!.Printed.Cells[last.Annex.Period.IndexOf(month)].AsPrinted);
        }

        async Task WriteAtRandomAsync(ClaimsPrincipal user, int own)
        {
            var random = new Random(own);
            var seen = cells.ToDictionary(cell => (cell.Row.Id, cell.Month), cell => cell.Text);
            for (var edit = 0; edit < 60; edit++)
            {
                var (row, month, _) = cells[random.Next(cells.Count)];
                var (before, after) = (seen[(row.Id, month)], $"{user.DisplayName()} {edit}");
                var result = await ApplyAsync(user, draft.Id, Write(row, month, before, after));
                if (result.Revision is { } revision)
                {
                    acknowledged.Add((revision, row.Id, month, before, after));
                }

                seen[(row.Id, month)] = result.Revision is null ? Assert.Single(result.Conflicts).Conflict.Theirs! : after;
            }
        }
    }

    private static ScheduleEdit.WriteCell Write(DraftRow row, RosterMonth month, string expected, string text) =>
        new(month, expected, text) { RowId = row.Id };

    private static ClaimsPrincipal User(string name, string role) => TestUsers.Of(role, name);

    private Task<EditResult> ApplyAsync(ClaimsPrincipal user, Guid draft, params ScheduleEdit[] edits) =>
        Drafts.ApplyAsync(user, draft, edits, origin: null, Cancellation);

    private async Task<DraftView> OpenAsync(Guid id) => (await Drafts.OpenAsync(Sari, id, Cancellation))!;

    private async Task<PublishedSchedule> IssuedAsync() =>
        (await fixture.Portal.Services.GetRequiredService<PublishedSchedules>().OfYearAsync(2015, Cancellation))!;

    private async Task<DraftView> CopyAsync()
    {
        var issued = await IssuedAsync();
        var period = new RosterPeriod(May, new RosterMonth(2016, 12));
        return await OpenAsync(
            await Drafts.CreateAsync(Sari, new NewDraft(issued.Title, period, issued.Id, WithCells: true), Cancellation)
        );
    }

    /// <summary>Never comes to what is asked of it.</summary>
    private sealed class BusyContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) { }
    }
}
