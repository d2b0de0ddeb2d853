using System.Security.Claims;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Importing;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Drafts;
using KerjaBhakti.Web.Roster.Importing;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Roster.Drafts;

public class DraftStatesTests(PortalFixture fixture)
{
    private static readonly RosterPeriod Period = new(new RosterMonth(2016, 5), new RosterMonth(2016, 12));

    private static readonly ClaimsPrincipal Sari = User("Sari", PortalRoles.Sekretariat);

    private static readonly ClaimsPrincipal Budi = User("Budi", PortalRoles.Sekretariat);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DraftStates States => fixture.Portal.Services.GetRequiredService<DraftStates>();

    private DraftService Drafts => fixture.Portal.Services.GetRequiredService<DraftService>();

    private ImportService Imports => fixture.Portal.Services.GetRequiredService<ImportService>();

    private ScheduleHistory History => fixture.Portal.Services.GetRequiredService<ScheduleHistory>();

    [Fact]
    public async Task Return_ToEachState_MakesTheDraftExactlyWhatItWasThen()
    {
        var draft = await CopyAsync();
        var rows = draft.Rows;
        var added = Guid.CreateVersion7();
        ScheduleEdit[][] groups =
        [
            [Write(rows[0], 0, "Gambir"), Write(rows[1], 3, string.Empty)],
            [new ScheduleEdit.Remove { RowId = rows[39].Id }, new ScheduleEdit.Remove { RowId = rows[10].Id }],
            [new ScheduleEdit.Add(5, string.Empty) { RowId = added }],
            [new ScheduleEdit.Rename(string.Empty, "Dinas Baru") { RowId = added }],
            [
                new ScheduleEdit.Move(92) { RowId = rows[0].Id },
                new ScheduleEdit.ServeRegion(rows[40].Printed.Region!.City) { RowId = rows[2].Id },
            ],
        ];
        List<(int Revision, string[] Lines)> states = [(0, Lines(draft))];
        foreach (var (index, edits) in groups.Index())
        {
            var result = await Drafts.ApplyAsync(index % 2 == 0 ? Sari : Budi, draft.Id, edits, origin: null, Cancellation);
            states.Add((result.Revision!.Value, Lines(await OpenAsync(draft.Id))));
        }

        foreach (var (revision, lines) in states.AsEnumerable().Reverse().Concat(states))
        {
            await ReturnAsync(Sari, draft.Id, revision);
            Assert.Equal(lines, Lines(await OpenAsync(draft.Id)));
        }
    }

    [Fact]
    public async Task Return_IsAStepThatIsAuditedAndTakenBackAsOne()
    {
        var draft = await CopyAsync();
        await WriteAsync(Budi, draft, 0, "Gambir");
        await WriteAsync(Budi, draft, 1, "Menteng");
        var before = Lines(await OpenAsync(draft.Id));

        var preview = (await States.PreviewAsync(Sari, draft.Id, 0, Cancellation))!;
        Assert.Equal("2 sel", ChangeWords.Of(preview.Changes));
        var result = await States.ReturnAsync(Sari, draft.Id, preview, Cancellation);

        Assert.Equal(Lines(draft), Lines(await OpenAsync(draft.Id)));
        var states = (await States.ListAsync(Sari, draft.Id, 100, Cancellation)).States;
        Assert.Equal(("Sari", "kembali ke keadaan awal", 3), (states[0].By, states[0].Summary, states.Count));
        Assert.Contains(await History.ReadAsync(Sari, draft.Id, row: null, month: null, Cancellation), line =>
            line.Sentence.StartsWith("Sari mengubah Rancangan 2016: kembali ke keadaan awal,", StringComparison.Ordinal)
        );

        Assert.Equal(result.Revision, (await States.OfferedAsync(Sari, draft.Id, Cancellation))?.Revision);
        Assert.Null(await States.OfferedAsync(Budi, draft.Id, Cancellation));
        Assert.Null((await States.UndoAsync(Sari, draft.Id, result.Revision!.Value, Cancellation)).Refusal);
        Assert.Equal(before, Lines(await OpenAsync(draft.Id)));
        Assert.Null(await States.OfferedAsync(Sari, draft.Id, Cancellation));
    }

    [Fact]
    public async Task Return_AfterSomebodyWrote_IsToldAndChangesNothing()
    {
        var draft = await CopyAsync();
        await WriteAsync(Sari, draft, 0, "Gambir");
        var preview = (await States.PreviewAsync(Sari, draft.Id, 0, Cancellation))!;
        await WriteAsync(Budi, draft, 1, "Menteng");
        var before = Lines(await OpenAsync(draft.Id));

        var result = await States.ReturnAsync(Sari, draft.Id, preview, Cancellation);

        Assert.Equal("Rancangan berubah sejak Anda melihatnya. Tidak ada yang diubah; periksa sekali lagi.", result.Refusal);
        Assert.Equal(before, Lines(await OpenAsync(draft.Id)));
    }

    [Fact]
    public async Task Import_NamesTheStateBeforeItAndIsOfferedToWhoeverImported()
    {
        var draft = await CopyAsync();
        await WriteAsync(Sari, draft, 5, "Gambir");
        var before = await OpenAsync(draft.Id);
        await ImportAsync(draft.Id, "Menteng");

        var states = (await States.ListAsync(Sari, draft.Id, 100, Cancellation)).States;
        Assert.Equal(
            ["impor lampiran.xlsx", $"Mei {draft.Rows[5].Printed.Label}: {draft.Rows[5].Printed.Cells[0].AsPrinted} → Gambir"],
            states.Select(state => state.Summary)
        );
        Assert.Equal([null, "Sebelum impor lampiran.xlsx"], states.Select(state => state.Name));
        var offered = (await States.OfferedAsync(Sari, draft.Id, Cancellation))!;
        Assert.Equal("impor lampiran.xlsx", offered.What);

        var undone = await States.UndoAsync(Sari, draft.Id, offered.Revision, Cancellation);
        Assert.Equal(Lines(before), Lines(await OpenAsync(draft.Id)));
        await States.UndoAsync(Sari, draft.Id, undone.Revision!.Value, Cancellation);

        Assert.Equal("Menteng", (await OpenAsync(draft.Id)).Rows[0].Printed.Cells[0].AsPrinted);
        Assert.Equal(
            ["impor lampiran.xlsx", "batalkan impor lampiran.xlsx"],
            (await States.ListAsync(Sari, draft.Id, 2, Cancellation)).States.Take(2).Select(state => state.Summary)
        );
    }

    [Fact]
    public async Task Undo_OfAnImportThatSomebodyWroteOver_IsRefusedWithWhatStandsThere()
    {
        var draft = await CopyAsync();
        var step = await ImportAsync(draft.Id, "Menteng");
        await Drafts.ApplyAsync(
            Budi,
            draft.Id,
            [new ScheduleEdit.WriteCell(Period.First, "Menteng", "Koja") { RowId = draft.Rows[0].Id }],
            origin: null,
            Cancellation
        );

        var undone = await States.UndoAsync(Sari, draft.Id, step, Cancellation);

        Assert.Equal("isinya sudah berubah sesudahnya: Mei kini 'Koja' (oleh Budi).", undone.Refusal);
    }

    [Fact]
    public async Task Undo_OfAReturnWhoseRowSomebodyFilledSince_IsRefused()
    {
        var draft = await CopyAsync();
        var row = draft.Rows[0];
        var withRow = await WriteAsync(Sari, draft, 0, string.Empty);
        await Drafts.ApplyAsync(Sari, draft.Id, [new ScheduleEdit.Remove { RowId = row.Id }], origin: null, Cancellation);
        await ReturnAsync(Sari, draft.Id, withRow);
        var step = (await States.OfferedAsync(Sari, draft.Id, Cancellation))!.Revision;
        await Drafts.ApplyAsync(
            Budi,
            draft.Id,
            [new ScheduleEdit.WriteCell(Period.First, string.Empty, "Koja") { RowId = row.Id }],
            origin: null,
            Cancellation
        );

        var undone = await States.UndoAsync(Sari, draft.Id, step, Cancellation);

        Assert.Equal($"baris '{row.Printed.Label}' sudah diubah sesudahnya.", undone.Refusal);
        Assert.Equal("Koja", (await OpenAsync(draft.Id)).Rows[0].Printed.Cells[0].AsPrinted);
    }

    [Fact]
    public async Task Undo_OfAReturnWhoseRowSomebodyRenamedSince_IsRefused()
    {
        var draft = await CopyAsync();
        var row = draft.Rows[0];
        var withRow = await WriteAsync(Sari, draft, 0, string.Empty);
        await Drafts.ApplyAsync(Sari, draft.Id, [new ScheduleEdit.Remove { RowId = row.Id }], origin: null, Cancellation);
        await ReturnAsync(Sari, draft.Id, withRow);
        var step = (await States.OfferedAsync(Sari, draft.Id, Cancellation))!.Revision;
        await Drafts.ApplyAsync(
            Budi,
            draft.Id,
            [new ScheduleEdit.Rename(row.Printed.Label, "Asisten Baru") { RowId = row.Id }],
            origin: null,
            Cancellation
        );

        Assert.Equal("baris 'Asisten Baru' sudah diubah sesudahnya.", (await States.UndoAsync(Sari, draft.Id, step, Cancellation)).Refusal);
        Assert.Equal("Asisten Baru", (await OpenAsync(draft.Id)).Rows[0].Printed.Label);
    }

    [Fact]
    public async Task Undo_OfAReturnThatMadeARowRotating_AfterSomebodyFilledAMonth_IsRefused()
    {
        var draft = await CopyAsync();
        var row = draft.Rows.First(row => !row.Printed.IsRegion);
        var rotating = await WriteAsync(Sari, draft, 0, string.Empty);
        await Drafts.ApplyAsync(
            Sari,
            draft.Id,
            [new ScheduleEdit.ServeRegion(CityCode.Parse("31.75")) { RowId = row.Id }],
            origin: null,
            Cancellation
        );
        await ReturnAsync(Sari, draft.Id, rotating);
        var step = (await States.OfferedAsync(Sari, draft.Id, Cancellation))!.Revision;
        await Drafts.ApplyAsync(
            Budi,
            draft.Id,
            [new ScheduleEdit.WriteCell(Period.First, string.Empty, "Koja") { RowId = row.Id }],
            origin: null,
            Cancellation
        );

        Assert.NotNull((await States.UndoAsync(Sari, draft.Id, step, Cancellation)).Refusal);
        Assert.Equal("Koja", (await OpenAsync(draft.Id)).Row(row.Id)!.Printed.Cells[0].AsPrinted);
    }

    [Fact]
    public async Task Undo_ASecondTime_SaysSoAndStoresNoStep()
    {
        var draft = await CopyAsync();
        var step = await ImportAsync(draft.Id, "Menteng");
        Assert.Null((await States.UndoAsync(Sari, draft.Id, step, Cancellation)).Refusal);

        Assert.Equal("langkah itu sudah dibatalkan.", (await States.UndoAsync(Sari, draft.Id, step, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Undo_OfAStepOfSomebodyElse_IsRefused()
    {
        var draft = await CopyAsync();
        var step = await ImportAsync(draft.Id, "Menteng");

        Assert.NotNull((await States.UndoAsync(Budi, draft.Id, step, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Apply_MoreThanAHundredCells_NamesTheStateBefore()
    {
        var draft = await CopyAsync();
        var edits = draft
            .Rows.Where(row => !row.Printed.IsRegion)
            .SelectMany(row => new[] { Write(row, 0, string.Empty), Write(row, 1, string.Empty) });

        await Drafts.ApplyAsync(Sari, draft.Id, [.. edits], origin: null, Cancellation);

        Assert.Equal("Sebelum 150 sel", (await States.ListAsync(Sari, draft.Id, 100, Cancellation)).FirstName);
    }

    [Fact]
    public async Task Name_AState_IsListedAuditedAndCanBeChanged()
    {
        var draft = await CopyAsync();
        var revision = await WriteAsync(Sari, draft, 0, "Gambir");
        await WriteAsync(Sari, draft, 1, "Gambir");

        await States.NameAsync(Budi, draft.Id, revision, "  Sebelum   rapat ", Cancellation);
        await States.NameAsync(Sari, draft.Id, revision, "Sesudah rapat", Cancellation);

        var list = await States.ListAsync(Sari, draft.Id, 1, Cancellation);
        Assert.Equal([null, "Sesudah rapat"], list.States.Select(state => state.Name));
        Assert.StartsWith(
            "Sari mengganti nama keadaan Rancangan 2016: Sebelum rapat → Sesudah rapat,",
            (await History.ReadAsync(Sari, draft.Id, row: null, month: null, Cancellation))[0].Sentence,
            StringComparison.Ordinal
        );
        await ReturnAsync(Sari, draft.Id, revision);
        Assert.Equal("kembali ke keadaan 'Sesudah rapat'", (await States.ListAsync(Sari, draft.Id, 1, Cancellation)).States[0].Summary);
        await Assert.ThrowsAsync<EditRefusedException>(() => States.NameAsync(Sari, draft.Id, revision, " ", Cancellation));
        await Assert.ThrowsAsync<EditRefusedException>(() => States.NameAsync(Sari, draft.Id, revision + 100, "Tidak ada", Cancellation));
    }

    [Fact]
    public async Task List_OfADraftChangedBeforeStepsWereKept_SaysThatTheBeginningIsLost()
    {
        var draft = await CopyAsync();
        await WriteAsync(Sari, draft, 0, "Gambir");
        Assert.False((await States.ListAsync(Sari, draft.Id, 100, Cancellation)).IsCutOff);
        await using (var db = await Contexts.CreateDbContextAsync(Cancellation))
        {
            await db.DraftSteps.Where(step => step.ScheduleId == draft.Id).ExecuteDeleteAsync(Cancellation);
        }

        Assert.True((await States.ListAsync(Sari, draft.Id, 100, Cancellation)).IsCutOff);
        await WriteAsync(Sari, draft, 1, "Gambir");
        Assert.True((await States.ListAsync(Sari, draft.Id, 100, Cancellation)).IsCutOff);
        Assert.Equal("1 sel", ChangeWords.Counts((await States.PreviewAsync(Sari, draft.Id, 0, Cancellation))!.Changes));
    }

    [Theory]
    [InlineData(PortalRoles.Sekda)]
    [InlineData(PortalRoles.Inspektorat)]
    [InlineData(PortalRoles.Pejabat)]
    [InlineData(PortalRoles.Admin)]
    public async Task Service_CalledPastThePage_RefusesEveryRoleThatMayNotEdit(string role)
    {
        var draft = await CopyAsync();
        var revision = await WriteAsync(Sari, draft, 0, "Gambir");
        var preview = (await States.PreviewAsync(Sari, draft.Id, 0, Cancellation))!;
        var other = User("Orang lain", role);

        await Assert.ThrowsAsync<AccessDeniedException>(() => States.PreviewAsync(other, draft.Id, 0, Cancellation));
        await Assert.ThrowsAsync<AccessDeniedException>(() => States.ReturnAsync(other, draft.Id, preview, Cancellation));
        await Assert.ThrowsAsync<AccessDeniedException>(() => States.UndoAsync(other, draft.Id, revision, Cancellation));
        await Assert.ThrowsAsync<AccessDeniedException>(() => States.NameAsync(other, draft.Id, revision, "Nama", Cancellation));
        Assert.Null(await States.OfferedAsync(other, draft.Id, Cancellation));
        if (!other.May(Access.ReadRoster))
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => States.ListAsync(other, draft.Id, 100, Cancellation));
        }
    }

    private IDbContextFactory<PortalDbContext> Contexts => fixture.Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>();

    private static ScheduleEdit.WriteCell Write(DraftRow row, int month, string text) =>
        new(Period.Months[month], row.Printed.Cells[month].AsPrinted, text) { RowId = row.Id };

    /// <summary>Everything of every row, in order.</summary>
    private static string[] Lines(DraftView view) =>
        [
            .. view.Rows.Select(row =>
                $"{row.Id} {row.PositionId} {row.CopiedFromId} {row.Printed.Number} {row.Printed.Label} [{row.Printed.Region}] {string.Join('|', row.Printed.Cells)}"
            ),
        ];

    private static ClaimsPrincipal User(string name, string role) => TestUsers.Of(role, name);

    private async Task<int> WriteAsync(ClaimsPrincipal user, DraftView draft, int row, string text) =>
        (await Drafts.ApplyAsync(user, draft.Id, [Write(draft.Rows[row], 0, text)], origin: null, Cancellation)).Revision!.Value;

    private async Task ReturnAsync(ClaimsPrincipal user, Guid draft, int revision)
    {
        var preview = (await States.PreviewAsync(user, draft, revision, Cancellation))!;
        Assert.NotNull((await States.ReturnAsync(user, draft, preview, Cancellation)).Revision);
    }

    /// <summary>Imports one row of the annex with another first cell; gives the step.</summary>
    private async Task<int> ImportAsync(Guid draft, string firstCell)
    {
        var target = (await Imports.OpenAsync(Sari, draft, Cancellation))!.Value.Target;
        var source = new ImportSource(new Annex(Period, [Seed.Annex.Rows[0].WithCell(0, firstCell)]), [2]);
        var preview = ImportPreview.Of(source, target, EmptyCells.Keep, Seed.Gazetteer, Cancellation);
        return (await Imports.ApplyAsync(Sari, draft, preview, "lampiran.xlsx", Cancellation)).Step!.Value;
    }

    private async Task<DraftView> OpenAsync(Guid id) => (await Drafts.OpenAsync(Sari, id, Cancellation))!;

    private async Task<DraftView> CopyAsync()
    {
        var issued = (await fixture.Portal.Services.GetRequiredService<PublishedSchedules>().OfYearAsync(2015, Cancellation))!;
        return await OpenAsync(
            await Drafts.CreateAsync(Sari, new NewDraft(issued.Title, Period, issued.Id, WithCells: true), Cancellation)
        );
    }
}
