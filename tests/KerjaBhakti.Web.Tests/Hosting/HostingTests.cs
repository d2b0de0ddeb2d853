using System.Net;
using AngleSharp.Html.Parser;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Audit;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Hosting;

/// <summary>What the pipeline adds to answers: compression, problem details, what may be kept.</summary>
public class HostingTests(PortalFixture fixture)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/jadwal/2015", "br")]
    [InlineData("/api/v1/schedules/2015", "br")]
    [InlineData("/masuk", null)]
    public async Task Answers_BehindATlsProxy_AreCompressedWhereTheyHoldNoToken(string path, string? expected)
    {
        await using var portal = await PortalUnderTest.StartAsync("--ForwardedHeaders_Enabled=true");
        using var client = portal.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path)
        {
            Headers = { { "X-Forwarded-Proto", "https" }, { "Accept-Encoding", "br" } },
        };
        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(expected, answer.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    [Theory]
    [InlineData("/wakatobi/belanja?tahun=dua&halaman=x")]
    [InlineData("/wakatobi/belanja?tahun=99999999999")]
    [InlineData("/wakatobi/buku/jurnal?halaman=-1")]
    [InlineData("/wakatobi/buku/jurnal?halaman=x")]
    [InlineData("/wakatobi/buku/tutup?tahun=dua")]
    [InlineData("/wakatobi/klaim?tahun=dua")]
    [InlineData("/audit?halaman=x")]
    public async Task AMistypedAddress_ShowsThePage(string path)
    {
        using var inspector = await fixture.ClientOfAsync(PortalRoles.Inspektorat);
        using var answer = await inspector.GetAsync(path, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/kecamatan/31.75.99?x=%22", "/kecamatan/31.75.99")]
    [InlineData("/tidak/ada?x=1", "/tidak/ada?x=1")]
    [InlineData("//contoh.example/", "/contoh.example/")]
    public async Task LinksWithinAPage_LeadToWhatTheBrowserShows_AlsoWhereItIsNoPage(string path, string expected)
    {
        using var client = fixture.Portal.CreateClient();
        using var answer = await client.GetAsync(new Uri(client.BaseAddress!.OriginalString.TrimEnd('/') + path), Cancellation);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancellation));

        Assert.Equal($"{expected}#isi", page.QuerySelector("a.skip-link")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Failure_BehindTheApi_IsToldToProgramsAsProblemDetails()
    {
        await using var portal = await PortalUnderTest.StartAsync("--environment=Production", "--Logging:LogLevel:Default=None");
        await using (
            var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Cancellation)
        )
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE roster_Schedules RENAME TO hilang", Cancellation);
        }

        using var client = portal.CreateClient();
        using var answer = await client.GetAsync("/api/v1/schedules", Cancellation);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task WorkFiles_WithWholeNumbers_AreKeptByNoCache()
    {
        using var client = await fixture.ClientOfAsync(PortalRoles.Sekretariat);
        using var answer = await client.GetAsync($"/roster/jadwal/{await IssuedAsync()}/lampiran.csv", Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl is { NoStore: true, Private: true });
    }

    [Fact]
    public async Task DeletePage_OfAnIssuedAnnex_IsNotFoundAndOffersNothing()
    {
        using var client = await fixture.ClientOfAsync(PortalRoles.Sekretariat);
        using var answer = await client.GetAsync($"/roster/jadwal/{await IssuedAsync()}/hapus", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("button-danger", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublishedSchedules_ForgottenWhileTheyAreRead_AreReadAnew()
    {
        var contexts = new CountingContexts(fixture.Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>());
        var stamp = new PublicationStamp(
            fixture.Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>(),
            TimeProvider.System
        );
        var published = new PublishedSchedules(
            contexts,
            stamp,
            fixture.Portal.Services.GetRequiredService<IOutputCacheStore>(),
            fixture.Portal.Services.GetRequiredService<PortalClock>()
        );
        contexts.Opened = NoteAsync;
        await published.AllAsync(Cancellation);
        contexts.Opened = () => Task.CompletedTask;

        stamp.Forget();
        await published.AllAsync(Cancellation);
        await published.AllAsync(Cancellation);

        Assert.Equal(2, contexts.Count);
    }

    // What changes something published is in the trail before anybody is told to forget.
    private async Task NoteAsync()
    {
        await using var db = await fixture
            .Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>()
            .CreateDbContextAsync(Cancellation);
        db.AuditEntries.Add(new AuditEntry(Actor.System, DateTimeOffset.UnixEpoch, TestUsers.Action, "-", "uji"));
        await db.SaveChangesAsync(Cancellation);
    }

    private async Task<Guid> IssuedAsync() =>
        (await fixture.Portal.Services.GetRequiredService<PublishedSchedules>().OfYearAsync(2015, Cancellation))!.Id;

    private sealed class CountingContexts(IDbContextFactory<PortalDbContext> contexts) : IDbContextFactory<PortalDbContext>
    {
        public int Count { get; private set; }

        public Func<Task> Opened { get; set; } = () => Task.CompletedTask;

        public PortalDbContext CreateDbContext() => contexts.CreateDbContext();

        public async Task<PortalDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            Count++;
            await Opened();
            return await contexts.CreateDbContextAsync(cancellationToken);
        }
    }
}
