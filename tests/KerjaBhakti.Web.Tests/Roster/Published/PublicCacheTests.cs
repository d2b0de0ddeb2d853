using System.Net;
using System.Text.RegularExpressions;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Roster.Approvals;
using KerjaBhakti.Web.Roster.Duties;
using KerjaBhakti.Web.Roster.Published;
using KerjaBhakti.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Roster.Published;

/// <summary>
/// What is kept for everybody: made of what is published, by whichever server, and of nothing that one visitor sent or left undone.
/// </summary>
public partial class PublicCacheTests
{
    private static readonly string[] Pages =
    [
        "/",
        "/jadwal",
        "/jadwal/2015",
        "/jadwal/2015/12",
        "/kecamatan/31.75.03",
        "/instruksi/2015/118",
        "/api/v1/schedules",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FirstRequest_GivenUpWhileItLoads_LeavesNothingHalfInTheCache()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        using var client = portal.CreateClient();
        foreach (var path in Pages)
        {
            var expected = await client.GetStringAsync(path, Cancellation);
            var database = new WaitingDatabase();
            await using var slow = await portal.StartBesideAsync([], database.AddTo);
            database.Delay = TimeSpan.FromMilliseconds(100);
            using var impatient = slow.CreateClient();
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var given = impatient.GetAsync(path, patience.Token);
            await Task.Delay(60, Cancellation);
            var second = slow.CreateClient().GetStringAsync(path, Cancellation);
            await patience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);

            Assert.Equal(Tidy(expected, portal), Tidy(await second, slow));
            Assert.Equal(Tidy(expected, portal), Tidy(await impatient.GetStringAsync(path, Cancellation), slow));
        }
    }

    [Theory]
    [InlineData("/jadwal/2015?EVIL=1")]
    [InlineData("/?EVIL=1&tanggal=2015-06-07")]
    [InlineData("/kecamatan?tanggal=EVIL")]
    public async Task AParameterThePageDoesNotKnow_IsInNobodysPage(string path)
    {
        await using var portal = await PortalUnderTest.StartAsync();
        using var client = portal.CreateClient();
        var evil = await client.GetStringAsync(path, Cancellation);

        Assert.DoesNotContain("EVIL", evil, StringComparison.Ordinal);
        Assert.Equal(
            evil,
            await client.GetStringAsync(
                path.Replace("EVIL=1&", string.Empty, StringComparison.Ordinal).Replace("?EVIL=1", string.Empty, StringComparison.Ordinal),
                Cancellation
            )
        );
    }

    [Fact]
    public async Task AForeignHost_IsInNobodysPage()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        using var client = portal.CreateClient();
        foreach (var path in Pages)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "evil.example" } };
            using var answer = await client.SendAsync(request, Cancellation);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("evil.example", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task PrintFooter_WithoutAPublicAddress_NamesWhereThePortalAnswers()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        using var client = portal.CreateClient();

        Assert.Contains(
            $"Dicetak dari {portal.Address}jadwal/2015<",
            await client.GetStringAsync("/jadwal/2015", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip;q=1.0, br;q=0", "gzip")]
    [InlineData("deflate, gzip, br, zstd", "br")]
    [InlineData("*", "br")]
    [InlineData("identity", null)]
    public async Task AcceptEncoding_WhateverItIsWrittenLike_IsOneOfThree(string accepted, string? used)
    {
        await using var portal = await PortalUnderTest.StartAsync();
        using var client = portal.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/jadwal/2015");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal(used, answer.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    [Fact]
    public async Task Revocation_OnAnotherServer_IsSeenByPagesAndByRules()
    {
        await using var one = await PortalUnderTest.StartAsync("--Portal:Today=2015-08-10");
        await using var other = await one.StartBesideAsync(["--Portal:Today=2015-08-10"]);
        using var visitor = other.CreateClient();
        Assert.Contains(
            "Instruksi Gubernur 118/2015",
            await visitor.GetStringAsync("/jadwal/2015", Cancellation),
            StringComparison.Ordinal
        );
        Assert.NotNull(await InForceAsync(other));

        var issued = await one.Services.GetRequiredService<PublishedSchedules>().OfYearAsync(2015, Cancellation);
        var revision = await RevisionAsync(one, issued!.Id);
        await one
            .Services.GetRequiredService<ScheduleApproval>()
            .RevokeAsync(
                TestUsers.Of(PortalRoles.Sekda),
                new Seen(issued.Id, revision),
                45,
                new DateOnly(2015, 8, 10),
                "Dicabut untuk uji",
                Cancellation
            );

        // Rules ask the database and see it at once; pages ask it once a second.
        Assert.Null(await InForceAsync(other));
        await Task.Delay(PublicationStamp.GreatestAge, Cancellation);
        using var answer = await visitor.GetAsync("/jadwal/2015", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("dicabut", await visitor.GetStringAsync("/instruksi/2015/118", Cancellation), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<IssuedAnnex?> InForceAsync(PortalUnderTest portal)
    {
        await using var db = await portal
            .Services.GetRequiredService<IDbContextFactory<PortalDbContext>>()
            .CreateDbContextAsync(Cancellation);
        return await portal.Services.GetRequiredService<DutyBook>().OnAsync(db, new DateOnly(2015, 8, 16), Cancellation);
    }

    private static async Task<int> RevisionAsync(PortalUnderTest portal, Guid id)
    {
        await using var db = await portal
            .Services.GetRequiredService<IDbContextFactory<PortalDbContext>>()
            .CreateDbContextAsync(Cancellation);
        return await db.Schedules.Where(schedule => schedule.Id == id).Select(schedule => schedule.Revision).SingleAsync(Cancellation);
    }

    // Each server has a port of its own, and the framework ends each page with a sealed remark.
    private static string Tidy(string page, PortalUnderTest portal) =>
        SealedRemark().Replace(page.Replace(portal.Address.ToString(), "/", StringComparison.Ordinal), string.Empty);

    [GeneratedRegex("<!--Blazor-[^>]*-->", RegexOptions.None, 30_000)]
    private static partial Regex SealedRemark();
}
