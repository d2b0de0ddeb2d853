using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Importing;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Drafts;
using KerjaBhakti.Web.Roster.Importing;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Roster.Importing;

public class ImportServiceTests(PortalFixture fixture)
{
    private static readonly RosterPeriod Period = new(new RosterMonth(2016, 5), new RosterMonth(2016, 12));

    private static readonly ClaimsPrincipal Sari = User("Sari", PortalRoles.Sekretariat);

    private static readonly ClaimsPrincipal Budi = User("Budi", PortalRoles.Sekretariat);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ImportService Imports => fixture.Portal.Services.GetRequiredService<ImportService>();

    private DraftService Drafts => fixture.Portal.Services.GetRequiredService<DraftService>();

    private DraftStates States => fixture.Portal.Services.GetRequiredService<DraftStates>();

    private ScheduleHistory History => fixture.Portal.Services.GetRequiredService<ScheduleHistory>();

    [Fact]
    public async Task Create_OfTheSeed_IsADraftWithItsPostsTheWordsOfTheLastInstructionAndOneLineOfHistory()
    {
        var draft = await CreateAsync();

        Assert.Equal(
            Seed.Annex.Rows.Select(row => $"{row.Number} {row.Label} {string.Join('|', row.Cells)}"),
            draft.Annex.Rows.Select(row => $"{row.Number} {row.Label} {string.Join('|', row.Cells)}")
        );
        Assert.Equal(93, draft.Rows.Select(row => row.PositionId).OfType<int>().Distinct().Count());
        var approval = fixture.Portal.Services.GetRequiredService<KerjaBhakti.Web.Roster.Approvals.ScheduleApproval>();
        Assert.Equal(Seed.Instruction.Dicta, (await approval.OpenAsync(Sari, draft.Id, Cancellation))!.Words.Dicta);
        var line = Assert.Single(await History.ReadAsync(Sari, draft.Id, row: null, month: null, Cancellation));
        Assert.StartsWith(
            "Sari membuat Rancangan Mei s.d. Desember 2016 (impor lampiran.xlsx, 93 baris),",
            line.Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Apply_ThreeCellsAndANewRow_IsOneChangeThatEditorsHearAndHistoryHolds()
    {
        var draft = await CreateAsync();
        var heard = new ConcurrentQueue<DraftEvent>();
        using var listening = fixture.Portal.Services.GetRequiredService<DraftRooms>().Listen(draft.Id, heard.Enqueue);
        var rows = Seed.Annex.Rows.ToList();
        rows[0] = rows[0].WithCell(0, "Gambir").WithCell(1, "pulo gadung");
        rows.Add(rows[1] with { Number = 94, Label = "Dinas Baru" });

        var result = await Imports.ApplyAsync(Sari, draft.Id, await PreviewAsync(draft.Id, rows), "lampiran.xlsx", Cancellation);

        Assert.Null(result.Refusal);
        var changed = Assert.IsType<DraftEvent.Changed>(Assert.Single(heard));
        Assert.Equal(2 + 1 + 8, changed.Changes.Count);
        var stored = await OpenAsync(draft.Id);
        Assert.Equal(draft.Revision + 1, stored.Revision);
        Assert.Equal(
            (94, "pulo gadung", "31.75.02"),
            (stored.Rows.Count, stored.Rows[0].Printed.Cells[1].AsPrinted, stored.Rows[0].Printed.Cells[1].Kecamatan?.ToString())
        );
        Assert.StartsWith(
            "Sari mengubah Mei Asisten Pemerintahan: Jatinegara → Gambir,",
            Assert.Single(await History.ReadAsync(Sari, draft.Id, stored.Rows[0].Id, Period.First, Cancellation)).Sentence,
            StringComparison.Ordinal
        );

        Assert.Null((await States.UndoAsync(Sari, draft.Id, result.Step!.Value, Cancellation)).Refusal);
        Assert.Equal(
            draft.Annex.Rows.Select(row => $"{row.Label} {string.Join('|', row.Cells)}"),
            (await OpenAsync(draft.Id)).Annex.Rows.Select(row => $"{row.Label} {string.Join('|', row.Cells)}")
        );
    }

    [Fact]
    public async Task Apply_ACellSomebodyChangedSinceThePreview_IsToldAndNothingStored()
    {
        var draft = await CreateAsync();
        var preview = await PreviewAsync(draft.Id, [Seed.Annex.Rows[0].WithCell(0, "Gambir"), Seed.Annex.Rows[1].WithCell(0, "Gambir")]);
        await Drafts.ApplyAsync(
            Budi,
            draft.Id,
            [new ScheduleEdit.WriteCell(Period.First, "Jatinegara", "Menteng") { RowId = draft.Rows[0].Id }],
            origin: null,
            Cancellation
        );

        var result = await Imports.ApplyAsync(Sari, draft.Id, preview, "lampiran.xlsx", Cancellation);

        Assert.Equal(
            "Isi rancangan berubah sejak pratinjau dibuat: Mei kini 'Menteng' (oleh Budi). Tidak ada yang disimpan; periksa pratinjau sekali lagi.",
            result.Refusal
        );
        Assert.Equal(
            ["Menteng", Seed.Annex.Rows[1].Cells[0].AsPrinted],
            (await OpenAsync(draft.Id)).Rows.Take(2).Select(row => row.Printed.Cells[0].AsPrinted)
        );
    }

    [Fact]
    public async Task Apply_AfterARowWasRemoved_IsToldAndNothingStored()
    {
        var draft = await CreateAsync();
        var preview = await PreviewAsync(draft.Id, [Seed.Annex.Rows[50].WithCell(0, "Gambir")]);
        await Drafts.ApplyAsync(Budi, draft.Id, [new ScheduleEdit.Remove { RowId = draft.Rows[0].Id }], origin: null, Cancellation);

        var result = await Imports.ApplyAsync(Sari, draft.Id, preview, "lampiran.xlsx", Cancellation);

        Assert.StartsWith("Susunan baris rancangan berubah", result.Refusal, StringComparison.Ordinal);
        Assert.Equal(draft.Revision + 1, (await OpenAsync(draft.Id)).Revision);
    }

    [Fact]
    public async Task Apply_ToADraftSomebodyDeleted_SaysWho()
    {
        var draft = await CreateAsync();
        var preview = await PreviewAsync(draft.Id, [Seed.Annex.Rows[0].WithCell(0, "Gambir")]);
        await Drafts.DeleteAsync(Budi, draft.Id, Cancellation);

        Assert.Equal(
            "Rancangan ini sudah dihapus oleh Budi.",
            (await Imports.ApplyAsync(Sari, draft.Id, preview, "lampiran.xlsx", Cancellation)).Refusal
        );
    }

    [Theory]
    [InlineData(PortalRoles.Sekda)]
    [InlineData(PortalRoles.Inspektorat)]
    [InlineData(PortalRoles.KeuanganRsud)]
    [InlineData(PortalRoles.Admin)]
    public async Task Service_CalledPastThePage_RefusesEveryRoleThatMayNotEdit(string role)
    {
        var draft = await CreateAsync();
        var preview = await PreviewAsync(draft.Id, [Seed.Annex.Rows[0]]);
        var other = User("Orang lain", role);

        await Assert.ThrowsAsync<AccessDeniedException>(() => Imports.OpenAsync(other, draft.Id, Cancellation));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Imports.ApplyAsync(other, draft.Id, preview, "lampiran.xlsx", Cancellation));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Imports.CreateAsync(other, "Jadwal", preview, "a.csv", Cancellation));
    }

    [Fact]
    public async Task Page_OfADraft_OpensAndOfAnIssuedAnnexIsNotFound()
    {
        using var client = await fixture.ClientOfAsync(PortalRoles.Sekretariat);
        var draft = await CreateAsync();
        var issued = (await Drafts.ListAsync(Sari, Cancellation)).First(item => item.Status == ScheduleStatus.Issued);

        using var open = await client.GetAsync($"/roster/jadwal/{draft.Id}/impor", Cancellation);
        using var closed = await client.GetAsync($"/roster/jadwal/{issued.Id}/impor", Cancellation);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (open.StatusCode, closed.StatusCode));
    }

    private static ClaimsPrincipal User(string name, string role) => TestUsers.Of(role, name);

    private static ImportSource SourceOf(IReadOnlyList<AnnexRow> rows) =>
        new(new Annex(Period, rows), [.. rows.Select((_, index) => index + 2)]);

    private async Task<DraftView> OpenAsync(Guid id) => (await Drafts.OpenAsync(Sari, id, Cancellation))!;

    private async Task<ImportPreview> PreviewAsync(Guid id, IReadOnlyList<AnnexRow> rows) =>
        ImportPreview.Of(
            SourceOf(rows),
            (await Imports.OpenAsync(Sari, id, Cancellation))!.Value.Target,
            EmptyCells.Keep,
            Seed.Gazetteer,
            Cancellation
        );

    private async Task<DraftView> CreateAsync()
    {
        var preview = ImportPreview.Of(
            SourceOf(Seed.Annex.Rows),
            ImportTarget.NewDraft(Period),
            EmptyCells.Keep,
            Seed.Gazetteer,
            Cancellation
        );
        return await OpenAsync(await Imports.CreateAsync(Sari, "Jadwal", preview, "lampiran.xlsx", Cancellation));
    }
}
