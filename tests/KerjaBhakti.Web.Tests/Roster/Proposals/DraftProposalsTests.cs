using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Rotation;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Drafts;
using KerjaBhakti.Web.Roster.Proposals;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Roster.Proposals;

/// <summary>Proposals for the copy of the 2015 annex.</summary>
public class DraftProposalsTests(PortalFixture fixture)
{
    private static readonly RosterPeriod Period = new(new RosterMonth(2016, 5), new RosterMonth(2016, 12));

    private static readonly ProposalQuestion Repair = new(RotationWay.Repair);

    private static readonly ClaimsPrincipal Sari = TestUsers.Of(PortalRoles.Sekretariat, "Sari");

    private static readonly ClaimsPrincipal Budi = TestUsers.Of(PortalRoles.Sekretariat, "Budi");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DraftProposals Proposals => fixture.Portal.Services.GetRequiredService<DraftProposals>();

    private DraftService Drafts => fixture.Portal.Services.GetRequiredService<DraftService>();

    private DraftStates States => fixture.Portal.Services.GetRequiredService<DraftStates>();

    [Fact]
    public async Task Repair_AcceptedWhole_LeavesNoFindingOfCoverageOrRepetition()
    {
        var draft = await CopyAsync();
        Assert.NotEmpty(Balance(draft));
        var proposal = await ProposeAsync(draft.Id, Repair);
        Assert.True(proposal.Certificate.IsProvenFewest);
        Assert.Equal(draft.Revision, (await OpenAsync(draft.Id)).Revision);

        var result = await AcceptAsync(Sari, proposal);

        Assert.Equal(draft.Revision + 1, result.Revision);
        var repaired = await OpenAsync(draft.Id);
        Assert.Empty(Balance(repaired));
        Assert.Equal(RotationHash.Of(proposal.Proposal.Annex), RotationHash.Of(repaired.Annex));
    }

    [Fact]
    public async Task Fill_OfADraftWithoutCells_FillsEveryCellOfARotatingRow()
    {
        var draft = await CopyAsync(withCells: false);

        await AcceptAsync(Sari, await ProposeAsync(draft.Id, new ProposalQuestion(RotationWay.Fill)));

        var filled = await OpenAsync(draft.Id);
        Assert.DoesNotContain(filled.Annex.Rows, row => !row.IsRegion && row.Cells.Any(cell => cell.IsEmpty));
        Assert.Empty(Balance(filled));
    }

    [Fact]
    public async Task Fill_OfAFullDraftThatIsUneven_SaysWhatIsInTheWay()
    {
        var draft = await CopyAsync();

        var proposal = await ProposeAsync(draft.Id, new ProposalQuestion(RotationWay.Fill));

        Assert.False(proposal.Proposal.KeepsEveryRule);
        Assert.All(proposal.Proposal.Obstacles, obstacle => Assert.NotEmpty(obstacle.Message));
        Assert.NotEmpty(proposal.Proposal.Release);
    }

    [Fact]
    public async Task New_WithoutTheIslands_SendsNobodyThere()
    {
        var draft = await CopyAsync();

        var proposal = await ProposeAsync(draft.Id, new ProposalQuestion(RotationWay.New, WithIslands: false));

        Assert.True(proposal.Proposal.KeepsEveryRule);
        Assert.DoesNotContain(proposal.Proposal.Annex.Rows.Where(row => !row.IsRegion).SelectMany(row => row.Cells), cell =>
            cell.Kecamatan is { } code && code.City.ToString() == "31.01"
        );
    }

    [Fact]
    public async Task Propose_IntoTheYearAfter_RepeatsNothingOfTheLastFourMonths()
    {
        var draft = await CopyAsync();

        var proposal = await ProposeAsync(draft.Id, new ProposalQuestion(RotationWay.New));

        Assert.Contains(proposal.Proposal.Request.Earlier, codes => codes.Count == EarlierDuties.Months);
        Assert.Equal(0, proposal.Certificate.EarlierAgain);
    }

    [Fact]
    public async Task Accept_IsToldToOpenEditorsAuditedAndTakenBackAsOneStep()
    {
        var draft = await CopyAsync();
        var proposal = await ProposeAsync(draft.Id, Repair);
        var heard = new ConcurrentQueue<DraftEvent>();
        using var listening = fixture.Portal.Services.GetRequiredService<DraftRooms>().Listen(draft.Id, heard.Enqueue);

        var step = (await AcceptAsync(Sari, proposal)).Revision!.Value;

        var count = proposal.Proposal.Changes.Count;
        var changed = Assert.IsType<DraftEvent.Changed>(Assert.Single(heard));
        Assert.Equal((count, "Sari"), (changed.Changes.Count, changed.By));
        Assert.Equal(new OfferedStep(step, $"usulan pembagian, {count} sel"), await States.OfferedAsync(Sari, draft.Id, Cancellation));
        var lines = await fixture
            .Portal.Services.GetRequiredService<ScheduleHistory>()
            .ReadAsync(Sari, draft.Id, row: null, month: null, Cancellation);
        Assert.Contains(lines, line =>
            line.Sentence.StartsWith($"Sari mengubah Rancangan 2016: usulan pembagian, {count} sel,", StringComparison.Ordinal)
        );

        Assert.Null((await States.UndoAsync(Sari, draft.Id, step, Cancellation)).Refusal);
        Assert.Equal(RotationHash.Of(draft.Annex), RotationHash.Of((await OpenAsync(draft.Id)).Annex));
    }

    [Fact]
    public async Task Accept_SomeChanges_WritesThoseAndNoOther()
    {
        var draft = await CopyAsync();
        var proposal = await ProposeAsync(draft.Id, Repair);
        RotationChange[] chosen = [proposal.Proposal.Changes[0], proposal.Proposal.Changes[2]];

        await Proposals.AcceptAsync(Sari, proposal, chosen, Cancellation);

        Assert.Equal(RotationHash.Of(proposal.Proposal.With(chosen)), RotationHash.Of((await OpenAsync(draft.Id)).Annex));
    }

    [Fact]
    public async Task Accept_AfterAColleagueWroteInAnyCell_ChangesNothing()
    {
        var draft = await CopyAsync();
        var proposal = await ProposeAsync(draft.Id, Repair);
        var untouched = draft
            .Rows.Index()
            .First(row => !row.Item.Printed.IsRegion && proposal.Proposal.Changes.All(change => change.Cell.Row != row.Index))
            .Item;
        var touched = draft.Rows[proposal.Proposal.Changes[0].Cell.Row];
        foreach (var row in new[] { untouched, touched })
        {
            proposal = await ProposeAsync(draft.Id, Repair);
            await WriteAsync(Budi, row, draft.Id);
            var before = await OpenAsync(draft.Id);

            var result = await AcceptAsync(Sari, proposal);

            Assert.Null(result.Revision);
            Assert.StartsWith("Rancangan berubah sejak Anda melihatnya.", result.Refusal, StringComparison.Ordinal);
            Assert.Equal(
                (before.Revision, RotationHash.Of(before.Annex)),
                (await OpenAsync(draft.Id) is var after ? (after.Revision, RotationHash.Of(after.Annex)) : default)
            );
        }
    }

    [Fact]
    public async Task Propose_ForAnIssuedAnnex_IsNone()
    {
        var issued = (await fixture.Portal.Services.GetRequiredService<PublishedSchedules>().OfYearAsync(2015, Cancellation))!;

        Assert.Null(await Proposals.ProposeAsync(Sari, issued.Id, Repair, Cancellation));
        Assert.Null(await Proposals.ProposeAsync(Sari, Guid.NewGuid(), Repair, Cancellation));
    }

    [Theory]
    [InlineData(PortalRoles.Sekda)]
    [InlineData(PortalRoles.Inspektorat)]
    [InlineData(PortalRoles.Pejabat)]
    [InlineData(PortalRoles.Admin)]
    public async Task Service_CalledPastThePage_RefusesEveryRoleThatMayNotEdit(string role)
    {
        var draft = await CopyAsync();
        var proposal = await ProposeAsync(draft.Id, Repair);
        var other = TestUsers.Of(role, "Orang lain");

        await Assert.ThrowsAsync<AccessDeniedException>(() => Proposals.ProposeAsync(other, draft.Id, Repair, Cancellation));
        await Assert.ThrowsAsync<AccessDeniedException>(() => AcceptAsync(other, proposal));
        if (!other.May(Access.ReadRoster))
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() =>
                Proposals.CertificateAsync(other, draft.Id, proposal.CertificateQuestion, Cancellation)
            );
        }
    }

    [Fact]
    public async Task Certificate_BeforeAcceptingAndAfterFurtherWork_IsTheSameAndVerifiesOnlyWhatWasAccepted()
    {
        var draft = await CopyAsync();
        var proposal = await ProposeAsync(draft.Id, Repair);
        var path = $"/roster/jadwal/{draft.Id}/usulan/sertifikat.json?{proposal.CertificateQuestion.ToQuery()}";
        using var client = await fixture.ClientOfAsync(PortalRoles.Sekretariat);
        var before = await client.GetByteArrayAsync(path, Cancellation);

        await AcceptAsync(Sari, proposal);
        var accepted = await OpenAsync(draft.Id);
        await WriteAsync(Budi, draft.Rows[0], draft.Id);

        Assert.Equal(before, await client.GetByteArrayAsync(path, Cancellation));
        Assert.Empty(CertificateCheck.Verify(accepted.Annex, RotationCertificateJson.Read(before), Seed.Gazetteer));
        Assert.NotEmpty(CertificateCheck.Verify((await OpenAsync(draft.Id)).Annex, RotationCertificateJson.Read(before), Seed.Gazetteer));
        using var paper = await client.GetAsync(path.Replace(".json", ".pdf", StringComparison.Ordinal), Cancellation);
        Assert.Equal("application/pdf", paper.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("")]
    [InlineData("cara=perbaiki&seribu=ikut&benih=0&revisi=0&hasil=00")]
    [InlineData("cara=perbaiki&seribu=ikut&benih=0&revisi=99999&hasil=00")]
    [InlineData("cara=perbaiki&seribu=ikut&benih=x&revisi=0&hasil=00")]
    [InlineData("cara=entah&seribu=ikut&benih=0&revisi=0&hasil=00")]
    public async Task Certificate_OfWhatWasNeverProposed_IsNotFound(string query)
    {
        var draft = await CopyAsync();
        using var client = await fixture.ClientOfAsync(PortalRoles.Sekretariat);

        using var answer = await client.GetAsync($"/roster/jadwal/{draft.Id}/usulan/sertifikat.json?{query}", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static IEnumerable<Finding> Balance(DraftView draft) =>
        draft.Findings.Where(finding =>
            finding.Kind == FindingKind.EmptyDistrictMonth
            || finding.Kind == FindingKind.UnevenCoverage
            || finding.Kind == FindingKind.RepeatedDistrict
        );

    private async Task<DraftProposal> ProposeAsync(Guid draft, ProposalQuestion question) =>
        (await Proposals.ProposeAsync(Sari, draft, question, Cancellation))!;

    private Task<EditResult> AcceptAsync(ClaimsPrincipal user, DraftProposal proposal) =>
        Proposals.AcceptAsync(user, proposal, proposal.Proposal.Changes, Cancellation);

    private async Task WriteAsync(ClaimsPrincipal user, DraftRow row, Guid draft)
    {
        var edit = new ScheduleEdit.WriteCell(
            Period.First,
            row.Printed.Cells[0].AsPrinted,
            row.Printed.Cells[0].AsPrinted == "Koja" ? "Cilincing" : "Koja"
        )
        {
            RowId = row.Id,
        };
        Assert.NotNull((await Drafts.ApplyAsync(user, draft, [edit], origin: null, Cancellation)).Revision);
    }

    private async Task<DraftView> OpenAsync(Guid id) => (await Drafts.OpenAsync(Sari, id, Cancellation))!;

    private async Task<DraftView> CopyAsync(bool withCells = true)
    {
        var issued = (await fixture.Portal.Services.GetRequiredService<PublishedSchedules>().OfYearAsync(2015, Cancellation))!;
        return await OpenAsync(await Drafts.CreateAsync(Sari, new NewDraft(issued.Title, Period, issued.Id, withCells), Cancellation));
    }
}
