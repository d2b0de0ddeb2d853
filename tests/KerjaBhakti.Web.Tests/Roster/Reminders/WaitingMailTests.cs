using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Roster.Approvals;
using KerjaBhakti.Web.Roster.Drafts;
using KerjaBhakti.Web.Roster.Published;
using KerjaBhakti.Web.Roster.Reminders;
using KerjaBhakti.Web.Tests.Foundation.Mailing;
using KerjaBhakti.Web.Tests.Roster.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Roster.Reminders;

/// <summary>What is told by mail of what waits: to whom, when, and never twice.</summary>
public sealed class WaitingMailTests(ReminderPortal portal) : IClassFixture<ReminderPortal>, IAsyncLifetime
{
    private const string Demo = "sekretariat@demo.local";
    private const string DemoSekda = "sekda@demo.local";

    private static readonly System.Security.Claims.ClaimsPrincipal Sari = TestUsers.Of(PortalRoles.Sekretariat, "Sari");
    private static readonly System.Security.Claims.ClaimsPrincipal Sekda = TestUsers.Of(PortalRoles.Sekda);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IReadOnlyList<ReceivedMail> Mails => portal.Relay.Mails;

    private ScheduleApproval Approval => portal.Portal.Services.GetRequiredService<ScheduleApproval>();

    private DraftService Drafts => portal.Portal.Services.GetRequiredService<DraftService>();

    public async ValueTask InitializeAsync()
    {
        await portal.ResetAsync();
        await using var db = await portal.Portal.DatabaseAsync();
        await db.WaitingMails.ExecuteDeleteAsync(Cancellation);
        await db.Schedules.Where(schedule => schedule.Seal == null).ExecuteDeleteAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Initials_AreToldToWhoseTurnItIs_OnceEach_AndAReturnToTheSecretariat()
    {
        var draft = await SubmittedAsync();
        await RoundAsync("2015-06-05 09:00");
        await RoundAsync("2015-06-05 15:00");

        // Every account of the secretariat, nobody else, once.
        var first = Mails.ToList();
        Assert.All(first, mail => Assert.Contains("menunggu paraf Sekretariat", mail.Body, StringComparison.Ordinal));
        Assert.Single(first, mail => mail.Recipients is [Demo]);
        Assert.DoesNotContain(first, mail => mail.Recipients is [DemoSekda]);
        var mine = first.Single(mail => mail.Recipients is [Demo]);
        Assert.Equal("Kerja bhakti: 1 hal menunggu Anda", Assert.Single(mine.Headers["Subject"]));
        Assert.Contains($"{portal.Portal.Address}roster/jadwal/{draft}/penetapan", mine.Body, StringComparison.Ordinal);

        await Approval.InitialAsync(Sari, await SeenAsync(draft), 0, Cancellation);
        await RoundAsync("2015-06-08 09:00");
        var second = Mails.Skip(first.Count).ToList();
        var toSekda = second.Single(mail => mail.Recipients is [DemoSekda]);
        Assert.Contains("menunggu paraf Sekretaris Daerah", toSekda.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(second, mail => mail.Recipients is [Demo]);

        await Approval.ReturnAsync(Sekda, await SeenAsync(draft), "Baris 12 keliru.", Cancellation);
        await RoundAsync("2015-06-09 09:00");
        var third = Mails.Skip(first.Count + second.Count).Single(mail => mail.Recipients is [Demo]);
        Assert.Contains("Baris 12 keliru.", third.Body, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]{18}", third.Body);
    }

    [Fact]
    public async Task AMentionInAComment_IsToldToWhoIsNamed_Once()
    {
        var draft = await DraftAsync();
        var row = (await Drafts.OpenAsync(Sari, draft, Cancellation))!.Rows[0].Id;
        var comment = new NewComment(Guid.NewGuid(), row, new RosterMonth(2016, 5), "@Sekretaris Daerah (demo) mohon arahan.");
        await portal.Portal.Services.GetRequiredService<DraftComments>().SayAsync(Sari, draft, comment, Cancellation);

        await RoundAsync("2015-06-05 09:00");
        await RoundAsync("2015-06-05 15:00");

        var mail = Assert.Single(Mails);
        Assert.Equal([DemoSekda], mail.Recipients);
        Assert.Contains("Sari menyebut Anda dalam komentar, Rancangan 2016", mail.Body, StringComparison.Ordinal);
        Assert.Contains($"{portal.Portal.Address}roster/jadwal/{draft}?komentar=", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_AreToldOnceADay_AndTogetherWithSomethingElse()
    {
        await SendReportAsync("2015-05-31");
        await RoundAsync("2015-06-05 09:00");
        Assert.Contains("1 laporan menunggu verifikasi", MailTo(Demo).Body, StringComparison.Ordinal);

        await SendReportAsync("2015-05-24");
        portal.Relay.Clear();
        await RoundAsync("2015-06-05 11:00");
        Assert.Empty(Mails);

        // Something that does not come all day brings them along.
        await SubmittedAsync();
        await RoundAsync("2015-06-05 13:00");
        var mail = MailTo(Demo);
        Assert.Contains("menunggu paraf Sekretariat", mail.Body, StringComparison.Ordinal);
        Assert.Contains("2 laporan menunggu verifikasi", mail.Body, StringComparison.Ordinal);
        portal.Relay.Clear();
        await RoundAsync("2015-06-08 09:00");
        Assert.Empty(Mails);
    }

    [Theory]
    [InlineData("2015-06-05 07:59")]
    [InlineData("2015-06-06 09:00")]
    public async Task OutsideWorkingHours_NothingIsTold(string moment)
    {
        await SubmittedAsync();
        await RoundAsync(moment);

        Assert.Empty(Mails);
    }

    [Fact]
    public async Task RoundsAtOnce_TellOnce_AndARelayThatIsDownIsAskedAgain()
    {
        await SubmittedAsync();
        portal.Relay.HangUp();
        await RoundAsync("2015-06-05 09:00");
        Assert.Empty(await portal.ReadAsync(db => db.WaitingMentions.ToListAsync(Cancellation)));

        portal.Relay.Return();
        await Task.WhenAll(RoundAsync("2015-06-05 09:10"), RoundAsync("2015-06-05 09:10"), RoundAsync("2015-06-05 09:10"));
        Assert.Single(Mails, mail => mail.Recipients is [Demo]);
    }

    [Fact]
    public async Task AMailNobodyKnowsTheEndOf_IsNotSentAgain_AndAClosedAccountGetsNone()
    {
        await SubmittedAsync();
        await using (var db = await portal.Portal.DatabaseAsync())
        {
            await db
                .Users.Where(user => user.Email == Demo)
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.ClosedAt, DateTimeOffset.UnixEpoch), Cancellation);
        }

        portal.Relay.Mood = SmtpMood.CutsTheAnswer;
        await RoundAsync("2015-06-05 09:00");
        portal.Relay.Clear();
        await RoundAsync("2015-06-05 11:00");

        var failed = await portal.ReadAsync(db => db.WaitingMails.SingleAsync(mail => mail.Status == ReminderStatus.Failed, Cancellation));
        Assert.NotNull(failed.Failure);
        Assert.DoesNotContain(Mails, mail => mail.Recipients is [Demo]);
        var addresses = Mails.SelectMany(mail => mail.Recipients).ToList();
        Assert.Equal(addresses.Count, addresses.Distinct().Count());
    }

    private ReceivedMail MailTo(string address) => Assert.Single(Mails, mail => mail.Recipients.SequenceEqual([address]));

    private Task RoundAsync(string moment) =>
        portal.Portal.Services.GetRequiredService<WaitingRound>().RunAsync(ReminderPortal.At(moment), Cancellation);

    private Task SendReportAsync(string sunday) =>
        portal.Official.WriteReportAsync($"/saya/laporan/48/{sunday}", "kirim", ReportBrowsing.Complete);

    private async Task<Guid> SubmittedAsync()
    {
        var draft = await DraftAsync();
        await Approval.SubmitAsync(Sari, await SeenAsync(draft), string.Empty, Cancellation);
        return draft;
    }

    private async Task<Guid> DraftAsync()
    {
        var published = await portal.Portal.Services.GetRequiredService<PublishedSchedules>().OfYearAsync(2015, Cancellation);
        var period = new RosterPeriod(new RosterMonth(2016, 5), new RosterMonth(2016, 12));
        return await Drafts.CreateAsync(Sari, new NewDraft("JADWAL", period, published!.Id, WithCells: true), Cancellation);
    }

    private async Task<Seen> SeenAsync(Guid schedule) =>
        new(schedule, (await Approval.OpenAsync(Sari, schedule, Cancellation))!.Schedule.Revision);
}
