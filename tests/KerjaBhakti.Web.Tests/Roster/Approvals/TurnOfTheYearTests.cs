using System.Text;
using System.Text.Json;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster.Rotation;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Roster.Approvals;
using KerjaBhakti.Web.Roster.Drafts;
using KerjaBhakti.Web.Roster.Proposals;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Roster.Approvals;

/// <summary>A schedule from December to January, from the copy to the public pages of both years; in a portal of its own.</summary>
public sealed class TurnOfTheYearTests : IAsyncLifetime
{
    private static readonly System.Security.Claims.ClaimsPrincipal Secretariat = TestUsers.Of(PortalRoles.Sekretariat, "Sari");
    private static readonly System.Security.Claims.ClaimsPrincipal Sekda = TestUsers.Of(PortalRoles.Sekda);
    private static readonly RosterPeriod Period = new(new RosterMonth(2016, 12), new RosterMonth(2017, 2));

    private PortalFixture portal = null!;
    private HttpClient visitor = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ScheduleApproval Approval => portal.Portal.Services.GetRequiredService<ScheduleApproval>();

    private ApprovalWriting Writing => portal.Portal.Services.GetRequiredService<ApprovalWriting>();

    private DraftService Drafts => portal.Portal.Services.GetRequiredService<DraftService>();

    public async ValueTask InitializeAsync()
    {
        portal = new PortalFixture();
        await portal.InitializeAsync();
        visitor = portal.Portal.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task AScheduleOverTheTurnOfTheYear_IsProposedIssuedAndShown_UnderTheYearItBeginsIn()
    {
        var draft = await FilledAsync(Period);
        Assert.Equal("Rancangan 2016–2017", (await Drafts.OpenAsync(Secretariat, draft, Cancellation))!.Name);

        // What goes out of the draft comes in again as the same months.
        using var secretariat = await portal.ClientOfAsync(PortalRoles.Sekretariat);
        var csv = await secretariat.GetStringAsync($"/roster/jadwal/{draft}/lampiran.csv", Cancellation);
        Assert.Contains("Desember 2016,Januari 2017,Februari 2017", csv, StringComparison.Ordinal);
        var xlsx = await secretariat.GetByteArrayAsync($"/roster/jadwal/{draft}/lampiran.xlsx", Cancellation);
        foreach (var file in new[] { Encoding.UTF8.GetBytes(csv), xlsx })
        {
            var read = AnnexReader.Read(new MemoryStream(file), "berkas", Seed.Gazetteer, year: null, defaultYear: 2030);
            Assert.Equal(Period, read.Annex.Period);
        }

        await IssueAsync(draft, 9);

        // Its address is the year it begins in; each Sunday of either year finds it.
        Assert.Equal("Jadwal 2016–2017", (await visitor.PageAsync("/jadwal/2016")).QuerySelector("h1")!.TextContent.Trim());
        using var json = JsonDocument.Parse(await visitor.GetStringAsync("/api/v1/schedules/2016", Cancellation));
        Assert.Equal(
            ["2016-12", "2017-01", "2017-02"],
            json.RootElement.GetProperty("months").EnumerateArray().Select(month => month.GetString()!)
        );
        foreach (var sunday in new[] { "2016-12-04", "2017-01-01", "2017-02-26" })
        {
            using var duties = JsonDocument.Parse(await visitor.GetStringAsync($"/api/v1/duties?date={sunday}", Cancellation));
            Assert.Equal(93, duties.RootElement.GetProperty("duties").GetArrayLength());
        }

        var page = await visitor.GetStringAsync("/?tanggal=2017-01-08", Cancellation);
        Assert.Contains("Minggu, 8 Januari 2017", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Tidak ada jadwal yang berlaku", page, StringComparison.Ordinal);
        Assert.Contains("Januari 2017", await visitor.GetStringAsync("/jadwal/2016/1", Cancellation), StringComparison.Ordinal);
        var calendar = await visitor.GetStringAsync("/kalender/jadwal/2016.ics", Cancellation);
        Assert.Contains("20170129", calendar, StringComparison.Ordinal);
        Assert.True((await visitor.GetByteArrayAsync("/api/v1/schedules/2016/annex.pdf", Cancellation)).Length > 5000);
    }

    [Fact]
    public async Task AMonthOfTwoAnnexes_IsRefusedAtTheIssue()
    {
        await IssueAsync(await FilledAsync(Period), 9);
        var next = await FilledAsync(new RosterPeriod(new RosterMonth(2017, 2), new RosterMonth(2017, 6)));

        var refusal = await Assert.ThrowsAsync<EditRefusedException>(() => IssueAsync(next, 10));

        Assert.Contains("sudah diatur lampiran Instruksi Gubernur 9/2015", refusal.Message, StringComparison.Ordinal);
    }

    private async Task<Guid> FilledAsync(RosterPeriod period)
    {
        var issued = (await portal.Portal.Services.GetRequiredService<PublishedSchedules>().OfYearAsync(2015, Cancellation))!;
        var draft = await Drafts.CreateAsync(Secretariat, new NewDraft("JADWAL", period, issued.Id, WithCells: false), Cancellation);
        var proposals = portal.Portal.Services.GetRequiredService<DraftProposals>();
        var proposal = (await proposals.ProposeAsync(Secretariat, draft, new ProposalQuestion(RotationWay.New), Cancellation))!;
        Assert.NotNull((await proposals.AcceptAsync(Secretariat, proposal, [.. proposal.Proposal.Changes], Cancellation)).Revision);
        return draft;
    }

    private async Task IssueAsync(Guid schedule, int number)
    {
        var view = (await Approval.OpenAsync(Secretariat, schedule, Cancellation))!;
        if (view.Warnings.Any())
        {
            var warnings = view.Warnings.Select(view.Schedule.ReasonKeyOf).ToList();
            await Writing.ReasonAsync(Secretariat, await SeenAsync(schedule), warnings, "Sebagaimana lampiran sebelumnya.", Cancellation);
        }

        await Approval.SubmitAsync(Secretariat, await SeenAsync(schedule), "", Cancellation);
        await Approval.InitialAsync(Secretariat, await SeenAsync(schedule), 0, Cancellation);
        await Approval.InitialAsync(Sekda, await SeenAsync(schedule), 1, Cancellation);
        var today = new DateOnly(2015, 6, 5);
        await Approval.IssueAsync(Sekda, await SeenAsync(schedule), number, today, effectiveOn: null, printsReasons: false, Cancellation);
    }

    private async Task<Seen> SeenAsync(Guid schedule) =>
        new(schedule, (await Approval.OpenAsync(Secretariat, schedule, Cancellation))!.Schedule.Revision);
}
