using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Sundays;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Roster.Calendars;

/// <summary>Calendars over the page that makes their links and the addresses that calendar programs ask, on Friday, 5 June 2015.</summary>
public sealed class CalendarTests : IAsyncLifetime
{
    private const string Page = "/saya/kalender";

    // Of the unit the demonstration's official stands for.
    private const int OwnRow = 48;
    private static readonly DateOnly Sunday = new(2015, 6, 7);

    private PortalFixture portal = null!;
    private HttpClient official = null!;
    private HttpClient program = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = new PortalFixture();
        await portal.InitializeAsync();
        official = await portal.ClientOfAsync(PortalRoles.Pejabat);
        program = portal.Portal.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        official.Dispose();
        program.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task ALink_MadeOnThePage_AnswersWithEverySundayOfThePost()
    {
        var link = await MakeAsync();
        using var answer = await program.GetAsync(link, Cancellation);
        var file = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.True(answer.Headers.CacheControl!.Private);

        // May to December 2015 has 35 Sundays.
        Assert.Equal(Enumerable.Repeat("0", 35), SequencesIn(file));
        Assert.Contains("DTSTART;VALUE=DATE:20150607\r\nDTEND;VALUE=DATE:20150608\r\n", file, StringComparison.Ordinal);
        Assert.Contains(
            "Yang berlaku adalah keterangan di portal",
            file.Replace("\r\n ", string.Empty, StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Pejabat (demo)", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALink_AskedAgainWithNothingChanged_IsNotModified()
    {
        var link = await MakeAsync();
        using var first = await program.GetAsync(link, Cancellation);
        using var again = new HttpRequestMessage(HttpMethod.Get, link) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var answer = await program.SendAsync(again, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task AnEvent_SaysWhereAndRemindsTheEveningBefore_UnlessItsOwnerWantsNoReminder()
    {
        var link = await MakeAsync();
        var file = (await program.GetStringAsync(link, Cancellation)).Replace("\r\n ", string.Empty, StringComparison.Ordinal);

        Assert.Contains(@"LOCATION:Kecamatan Kebon Jeruk\, Jakarta Barat", file, StringComparison.Ordinal);
        Assert.Contains($"URL:{portal.Portal.Address}jadwal/2015/{OwnRow}", file, StringComparison.Ordinal);
        Assert.Equal(35, file.Split("TRIGGER:-PT6H").Length - 1);
        Assert.DoesNotContain("VALARM", await program.GetStringAsync($"{link}?pengingat=tidak", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALink_Replaced_IsGoneAtOnceAndTheNewOneAnswers()
    {
        var old = await MakeAsync();
        var link = await MakeAsync();

        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(old));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(link));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/kalender/bukan-tautan.ics"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ALink_OfWhoHasLeft_IsGone(bool isClosed)
    {
        var link = await MakeAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(link));
        await StoreAsync(async db =>
        {
            var maker = Guid.Parse((await db.CalendarLinks.SingleAsync(item => item.ReplacedAt == null, Cancellation)).MadeById);
            return isClosed
                ? await db
                    .Users.Where(user => user.Id == maker)
                    .ExecuteUpdateAsync(set => set.SetProperty(user => user.ClosedAt, DateTimeOffset.UnixEpoch), Cancellation)
                : await db.UserRoles.Where(role => role.UserId == maker).ExecuteDeleteAsync(Cancellation);
        });

        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(link));
    }

    [Fact]
    public async Task ALink_IsShownWholeOnceOnly()
    {
        var link = await MakeAsync();

        Assert.DoesNotContain(link, await official.GetStringAsync(Page, Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain(link, await TrailAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASundayCalledOff_IsCancelledAndItsSequenceRisesWithNoOther()
    {
        var link = await MakeAsync();
        await program.GetStringAsync(link, Cancellation);
        await CallOffAsync(Sunday);

        var file = await program.GetStringAsync(link, Cancellation);
        var called = file.Split("BEGIN:VEVENT")
            .Single(part =>
                part.Contains("VALUE=DATE:20150607", StringComparison.Ordinal) && part.Contains("SEQUENCE:1", StringComparison.Ordinal)
            );
        Assert.Contains("STATUS:CANCELLED", called, StringComparison.Ordinal);
        Assert.Equal(34, SequencesIn(file).Count(sequence => sequence == "0"));
        Assert.Equal(file, await program.GetStringAsync(link, Cancellation));
    }

    [Fact]
    public async Task OneSunday_OfTheOwnPost_IsDownloadedAndNoOther()
    {
        using var answer = await official.GetAsync($"{Page}/{OwnRow}/2015-06-07.ics", Cancellation);
        var file = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal("kerja-bhakti-2015-06-07.ics", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Single(SequencesIn(file));
        foreach (var other in (string[])["12/2015-06-07", $"{OwnRow}/2015-06-08", $"{OwnRow}/besok", $"{OwnRow}/2016-06-05"])
        {
            using var none = await official.GetAsync($"{Page}/{other}.ics", Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }
    }

    [Fact]
    public async Task ALink_OfSomebodyElsesPost_IsRefused()
    {
        var other = (await StoreAsync(db => db.Positions.OrderBy(position => position.Id).FirstAsync(Cancellation))).Id;
        using var answer = await PostAsync(new() { ["Posted.Position"] = $"{other}" });

        Assert.Contains("Pilih jabatan Anda.", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALink_SomebodyElseReplacedMeanwhile_IsNotReplacedAgain()
    {
        var link = await MakeAsync();
        using var answer = await PostAsync(new() { ["Posted.Seen"] = $"{Guid.Empty}" });

        Assert.Contains("baru saja dibuat atau diganti", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(link));
    }

    [Fact]
    public async Task OneAddress_ThatAsksTooOften_IsToldToWait()
    {
        HttpStatusCode status;
        var asked = 0;
        do
        {
            status = await StatusAsync("/kalender/tebakan.ics");
            asked++;
        } while (status == HttpStatusCode.NotFound && asked < 200);

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.True(asked > 60, $"the limit came after {asked}");
    }

    private static IEnumerable<string> SequencesIn(string file) =>
        file.Split("\r\n").Where(line => line.StartsWith("SEQUENCE:", StringComparison.Ordinal)).Select(line => line.Split(':')[1]);

    private Task<HttpResponseMessage> PostAsync(Dictionary<string, string> fields) => official.PostFormAsync(Page, fields);

    /// <summary>Makes the link of the official's post, or replaces it; its path.</summary>
    private async Task<string> MakeAsync()
    {
        using var answer = await PostAsync([]);
        var html = await answer.Content.ReadAsStringAsync(Cancellation);
        using var page = (IHtmlDocument)await BrowsingContext.New().OpenAsync(request => request.Content(html), Cancellation);
        return new Uri(((IHtmlInputElement)page.QuerySelector("#tautan")!).Value).AbsolutePath;
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await program.GetAsync(path, Cancellation);
        return answer.StatusCode;
    }

    private async Task<string> TrailAsync()
    {
        using var inspector = await portal.ClientOfAsync(PortalRoles.Inspektorat);
        var trail = await inspector.GetStringAsync("/audit?jenis=duty.", Cancellation);
        Assert.Contains("membuat tautan kalender", trail, StringComparison.Ordinal);
        return trail;
    }

    private Task<int> CallOffAsync(DateOnly sunday) =>
        StoreAsync(db =>
        {
            db.SundayDecisions.Add(CalledOff(sunday));
            db.AuditEntries.Add(new AuditEntry(Actor.System, DateTimeOffset.UnixEpoch, DutyActions.SundayDecided, "uji", "uji"));
            return db.SaveChangesAsync(Cancellation);
        });

    private async Task<T> StoreAsync<T>(Func<PortalDbContext, Task<T>> work)
    {
        await using var db = await portal
            .Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>()
            .CreateDbContextAsync(Cancellation);
        return await work(db);
    }

    private static SundayDecision CalledOff(DateOnly sunday) =>
        new(sunday, dutyStands: false, "Hari raya", new Person("uji", "Sekretariat"), DateTimeOffset.UnixEpoch);
}
