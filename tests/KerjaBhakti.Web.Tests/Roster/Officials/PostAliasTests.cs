using System.Net;
using System.Security.Claims;
using System.Text.Json;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Roster;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Importing;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Importing;
using KerjaBhakti.Web.Roster.Officials;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Roster.Officials;

/// <summary>The short names of posts: kept by the secretariat, and what is found by them, on Friday, 5 June 2015.</summary>
public sealed class PostAliasTests : IAsyncLifetime
{
    private const string Home = "/?tanggal=2015-06-07&q=";
    private PortalFixture portal = null!;
    private HttpClient visitor = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static ClaimsPrincipal Secretariat => TestUsers.Of(PortalRoles.Sekretariat, "Sari");

    private PostAliasDesk Desk => portal.Portal.Services.GetRequiredService<PostAliasDesk>();

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
    public async Task Add_AShortName_IsFoundAtOnceByVisitorsAndTheApiAndStandsInTheTrail()
    {
        Assert.Contains("Tidak ada yang cocok", await SearchAsync("dinbersih"), StringComparison.Ordinal);

        await Desk.AddAsync(Secretariat, "Dinbersih", "dinas kebersihan", Cancellation);

        Assert.Contains("2 jabatan cocok dengan “dinbersih”", await SearchAsync("dinbersih"), StringComparison.Ordinal);
        Assert.Equal(["Dinas Kebersihan", "Dinas Kebersihan"], await DutiesAsync("dinbersih"));
        Assert.Equal((DutyActions.AliasAdded.Code, "singkatan Dinbersih", "Dinas Kebersihan"), await LastEntryAsync());
    }

    [Fact]
    public async Task Change_AShortName_LetsItStandForTheOtherPostOnly()
    {
        await Desk.ChangeAsync(Secretariat, await LineAsync("Disdik"), "Disdik", "Biro Hukum", Cancellation);

        Assert.Equal(["Biro Hukum"], await DutiesAsync("disdik"));
        Assert.Equal((DutyActions.AliasChanged.Code, "singkatan jabatan", "Disdik (Biro Hukum)"), await LastEntryAsync());
    }

    [Fact]
    public async Task Remove_AShortName_FindsNothingAnyMore()
    {
        await Desk.RemoveAsync(Secretariat, await LineAsync("Disdik"), Cancellation);

        Assert.Empty(await DutiesAsync("disdik"));
        Assert.Equal((DutyActions.AliasRemoved.Code, "singkatan Disdik (Dinas Pendidikan)", string.Empty), await LastEntryAsync());
    }

    [Fact]
    public async Task Add_AShortNameThatIsTaken_IsRefusedWithThePostItStandsFor()
    {
        var refusal = await Assert.ThrowsAsync<RosterRefusedException>(() =>
            Desk.AddAsync(Secretariat, "dis. dik", "Biro Hukum", Cancellation)
        );

        Assert.Equal("Singkatan Disdik sudah dipakai untuk Dinas Pendidikan.", refusal.Message);
    }

    [Fact]
    public async Task Change_AfterSomebodyElse_IsRefusedAndChangesNothing()
    {
        var line = await LineAsync("Disdik");
        await Desk.ChangeAsync(Secretariat, line, "Disdik", "Biro Hukum", Cancellation);

        await Assert.ThrowsAsync<RosterRefusedException>(() =>
            Desk.ChangeAsync(Secretariat, line, "Disdik", "Biro Umum", Cancellation)
        );
        await Assert.ThrowsAsync<RosterRefusedException>(() => Desk.RemoveAsync(Secretariat, line, Cancellation));
        Assert.Equal("Biro Hukum", (await LineAsync("Disdik")).PostName);
    }

    [Fact]
    public async Task AShortName_ForAPostThatStandsInADraftOnly_CanBeAdded()
    {
        var rows = Seed.Annex.Rows.ToList();
        rows[0] = rows[0] with { Label = "Badan Riset Daerah" };
        await CreateDraftAsync(rows);

        await Desk.AddAsync(Secretariat, "Brida", "Badan Riset Daerah", Cancellation);

        Assert.Equal("Badan Riset Daerah", (await LineAsync("Brida")).PostName);
    }

    [Theory]
    [InlineData(PortalRoles.Inspektorat)]
    [InlineData(PortalRoles.Sekda)]
    [InlineData(PortalRoles.Pejabat)]
    [InlineData(PortalRoles.KeuanganRsud)]
    public async Task AnyChange_ByWhoDoesNotKeepTheRegister_IsRefused(string role)
    {
        var (user, line) = (TestUsers.Of(role, "Orang lain"), await LineAsync("Disdik"));

        await Assert.ThrowsAsync<AccessDeniedException>(() => Desk.AddAsync(user, "DK", "Dinas Kesehatan", Cancellation));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Desk.ChangeAsync(user, line, "DK", "Dinas Kesehatan", Cancellation));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Desk.RemoveAsync(user, line, Cancellation));
    }

    [Theory]
    [InlineData("dinkes", "Dinas Kesehatan", 2)]
    [InlineData("satpol%20pp", "Satuan Polisi Pamong Praja", 2)]
    [InlineData("bappeda", "Badan Perencanaan Pembangunan Daerah", 2)]
    [InlineData("rsud%20koja", "Rumah Sakit Umum Daerah Koja", 1)]
    [InlineData("tata%20air", "Dinas Tata Air", 1)]
    public async Task Duties_OfASearch_AreThoseOfThePostsItMeans(string typed, string label, int rows) =>
        Assert.Equal(Enumerable.Repeat(label, rows), await DutiesAsync(typed));

    [Fact]
    public async Task Duties_OfASearchForAPlace_AreThoseOfThePlace() =>
        Assert.Equal(["Badan Perpustakaan dan Arsip Daerah"], (await DutiesAsync("setiabudi")).Take(1));

    [Fact]
    public async Task Create_OfAnAnnexWithShortNames_GivesEachRowItsPost()
    {
        var rows = Seed.Annex.Rows.Select(row => Seed.Aliases.Of(row.Label) is [var first, ..] ? row with { Label = first } : row).ToList();
        Assert.Contains(rows, row => row.Label == "Satpol PP");

        var draft = await CreateDraftAsync(rows);

        await using var db = await OpenAsync();
        var stored = await db.Schedules.Include(schedule => schedule.Rows).SingleAsync(schedule => schedule.Id == draft, Cancellation);
        Assert.Equal(93, stored.Rows.Select(row => row.PositionId).OfType<int>().Distinct().Count());
    }

    private async Task<Guid> CreateDraftAsync(List<AnnexRow> rows)
    {
        var period = new RosterPeriod(new RosterMonth(2016, 5), new RosterMonth(2016, 12));
        var source = new ImportSource(new Annex(period, rows), [.. Enumerable.Range(2, rows.Count)]);
        var gazetteer = portal.Portal.Services.GetRequiredService<Gazetteer>();
        return await portal
            .Portal.Services.GetRequiredService<ImportService>()
            .CreateAsync(
                Secretariat,
                "Jadwal",
                ImportPreview.Of(source, ImportTarget.NewDraft(period), EmptyCells.Keep, gazetteer, Cancellation),
                "lampiran.xlsx",
                Cancellation
            );
    }

    private async Task<string> SearchAsync(string typed) => WebUtility.HtmlDecode(await visitor.GetStringAsync(Home + typed, Cancellation));

    private async Task<IReadOnlyList<string?>> DutiesAsync(string typed)
    {
        using var answer = JsonDocument.Parse(await visitor.GetStringAsync($"/api/v1/duties?date=2015-06-07&q={typed}", Cancellation));
        return [.. answer.RootElement.GetProperty("duties").EnumerateArray().Select(duty => duty.GetProperty("label").GetString())];
    }

    private async Task<PostAliasLine> LineAsync(string text) =>
        (await Desk.ListAsync(Secretariat, Cancellation)).Lines.Single(line => line.Text == text);

    private async Task<(string Action, string Caption, string After)> LastEntryAsync()
    {
        await using var db = await OpenAsync();
        var entry = await db.AuditEntries.OrderByDescending(item => item.Place).FirstAsync(Cancellation);
        return (entry.Action, entry.Caption, entry.After);
    }

    private Task<PortalDbContext> OpenAsync() =>
        portal.Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Cancellation);
}
