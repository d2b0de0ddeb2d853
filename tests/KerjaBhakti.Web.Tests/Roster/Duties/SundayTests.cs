using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Duties;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Roster.Duties;

/// <summary>Sundays, holidays and decisions over the forms of the page.</summary>
public sealed class SundayTests : IAsyncLifetime
{
    private DutyPortal portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => portal = await DutyPortal.StartAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Sundays_OfTheAnnex_AreListedWithTheHolidaysOfItsMonths()
    {
        var page = await portal.Secretariat.PageAsync("/roster/minggu");

        Assert.Equal(35, page.QuerySelectorAll("table td a[href*='tanggal=']").Length);
        Assert.Contains("Hari Raya Idul Fitri 1436 Hijriah", page.QuerySelector("table.stacked")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Keputusan bersama Menteri Agama", page.QuerySelector("table.stacked")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holiday_OnASunday_IsAskedForFirst_UntilItIsDecided()
    {
        await AddHolidayAsync("2015-06-14", "Hari Pemilihan");
        Assert.Contains(
            "1 hari Minggu libur belum diputuskan",
            await portal.Secretariat.GetStringAsync("/kerja", Cancellation),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "1 hari Minggu adalah hari libur dan belum diputuskan.",
            await TextAsync("/roster/minggu"),
            StringComparison.Ordinal
        );

        await DecideAsync("2015-06-14", stands: true, "Sesuai permintaan wali kota");
        Assert.DoesNotContain("belum diputuskan", await TextAsync("/roster/minggu"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            "libur belum diputuskan",
            await portal.Secretariat.GetStringAsync("/kerja", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Decision_CanBeChanged_TheLastCountsAndTheEarlierStayListed()
    {
        await DecideAsync("2015-06-14", stands: false, "Banjir");
        await DecideAsync("2015-06-14", stands: true, "Air sudah surut");

        var page = await portal.Secretariat.PageAsync("/roster/minggu?tanggal=2015-06-14");
        var history = page.QuerySelectorAll(".duty-history > li")
            .Select(item => string.Join(' ', item.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .ToList();
        Assert.Equal(2, history.Count);
        Assert.StartsWith("Dilaksanakan: Air sudah surut", history[0], StringComparison.Ordinal);
        Assert.EndsWith("(berlaku)", history[0], StringComparison.Ordinal);
        Assert.StartsWith("Ditiadakan: Banjir", history[1], StringComparison.Ordinal);
        var trail = await portal.StoreAsync(db =>
            db.AuditEntries.Where(entry => entry.Action == "duty.sunday-decided").ToListAsync(Cancellation)
        );
        Assert.Equal(("ditiadakan (Banjir)", "dilaksanakan (Air sudah surut)"), (trail[1].Before, trail[1].After));
    }

    [Fact]
    public async Task Decision_WhatCannotBe_IsRefusedInWords()
    {
        const string path = "/roster/minggu?tanggal=2015-06-14";
        Assert.Contains(
            "Alasan wajib ditulis",
            await RefusedAsync(path, "putuskan", new() { ["Posted.Stands"] = "false", ["Posted.Reason"] = " " }),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Pilih dilaksanakan atau ditiadakan",
            await RefusedAsync(path, "putuskan", new() { ["Posted.Reason"] = "Banjir" }),
            StringComparison.Ordinal
        );
        await DecideAsync("2015-06-14", stands: false, "Banjir");
        Assert.Contains(
            "dengan alasan yang sama",
            await RefusedAsync(path, "putuskan", new() { ["Posted.Stands"] = "false", ["Posted.Reason"] = "Banjir" }),
            StringComparison.Ordinal
        );

        // Decided on a page from before somebody else decided.
        Assert.Contains(
            "Orang lain baru saja mengubah",
            await RefusedAsync(
                path,
                "putuskan",
                new()
                {
                    ["Posted.Seen"] = "0",
                    ["Posted.Stands"] = "true",
                    ["Posted.Reason"] = "Surut",
                }
            ),
            StringComparison.Ordinal
        );
        Assert.Equal(1, await portal.StoreAsync(db => db.SundayDecisions.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Holiday_WithoutASourceOrTwice_IsRefused()
    {
        Assert.Contains(
            "Dasar hukum hari libur wajib",
            await RefusedAsync(
                "/roster/minggu",
                "libur",
                new()
                {
                    ["Posted.Date"] = "2015-06-14",
                    ["Posted.Name"] = "Hari Pemilihan",
                    ["Posted.Source"] = "",
                }
            ),
            StringComparison.Ordinal
        );
        await AddHolidayAsync("2015-06-14", "Hari Pemilihan");
        Assert.Contains(
            "sudah tercatat",
            await RefusedAsync(
                "/roster/minggu",
                "libur",
                new()
                {
                    ["Posted.Date"] = "2015-06-14",
                    ["Posted.Name"] = "Hari Pemilihan",
                    ["Posted.Source"] = "Keputusan 1",
                }
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AnOpenHoliday_IsChangedAndRemoved_AndADateStandsOnce()
    {
        await AddHolidayAsync("2015-06-14", "Hari Pemilihan");
        await AddHolidayAsync("2015-06-21", "Hari Lain");
        var path = (await portal.Secretariat.PageAsync("/roster/minggu"))
            .QuerySelectorAll("a[href*='libur=']")
            .Single(link => link.TextContent.Contains("Hari Pemilihan", StringComparison.Ordinal))
            .GetAttribute("href")!
            .Split('#')[0];

        // Onto the date of another it cannot go.
        Assert.Contains(
            "sudah tercatat: Hari Lain",
            await RefusedAsync(path, "ubah-libur", Fields("2015-06-21")),
            StringComparison.Ordinal
        );
        await DutyPortal.DoneAsync(portal.Secretariat, path, "ubah-libur", Fields("2015-06-28"));
        var page = await TextAsync("/roster/minggu");
        Assert.Contains("Pemilihan Kepala Daerah", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Hari Pemilihan", page, StringComparison.Ordinal);

        await DutyPortal.DoneAsync(portal.Secretariat, path, "hapus-libur", []);
        Assert.DoesNotContain("Pemilihan Kepala Daerah", await TextAsync("/roster/minggu"), StringComparison.Ordinal);

        static Dictionary<string, string> Fields(string date) =>
            new()
            {
                ["Posted.Date"] = date,
                ["Posted.Name"] = "Pemilihan Kepala Daerah",
                ["Posted.Kind"] = "NationalHoliday",
                ["Posted.Source"] = "Keputusan Presiden 2/2015",
            };
    }

    [Fact]
    public async Task AHolidayADecisionRestsOn_IsNeitherChangedNorRemoved_NorByAStranger()
    {
        await AddHolidayAsync("2015-06-14", "Hari Pemilihan");
        var holiday = await portal.StoreAsync(db => db.Holidays.SingleAsync(item => item.Name == "Hari Pemilihan", Cancellation));
        var seen = new SeenHoliday(holiday.Id, holiday.Revision);
        var board = portal.Services.GetRequiredService<SundayBoard>();
        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            board.RemoveHolidayAsync(TestUsers.Of(PortalRoles.Sekda), seen, Cancellation)
        );
        var secretariat = TestUsers.Of(PortalRoles.Sekretariat);
        await Assert.ThrowsAsync<RosterRefusedException>(() =>
            board.RemoveHolidayAsync(secretariat, seen with { Revision = 7 }, Cancellation)
        );

        await DecideAsync("2015-06-14", stands: false, "Pemilihan");
        await Assert.ThrowsAsync<RosterRefusedException>(() => board.RemoveHolidayAsync(secretariat, seen, Cancellation));
        Assert.Contains("sudah diputuskan", await TextAsync("/roster/minggu"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CancelledSunday_TakesNoSubstitution()
    {
        await DecideAsync("2015-06-07", stands: false, "Banjir");

        var page = await portal.Official.GetStringAsync($"/saya/penggantian/baru?baris={portal.OwnRow}&waktu=2015-06-07", Cancellation);
        Assert.Contains("sudah lewat, ditiadakan", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_IsTheSecretariatsAlone()
    {
        Assert.DoesNotContain(
            "Putuskan</button>",
            await portal.Sekda.GetStringAsync("/roster/minggu?tanggal=2015-06-14", Cancellation),
            StringComparison.Ordinal
        );
        var sekda = TestUsers.Of(PortalRoles.Sekda);
        var board = portal.Services.GetRequiredService<SundayBoard>();

        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            board.DecideAsync(sekda, new(2015, 6, 14), 0, stands: false, "Banjir", Cancellation)
        );
        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            board.AddHolidayAsync(sekda, new(2015, 6, 14), "Hari", HolidayKind.NationalHoliday, "Keputusan 1", Cancellation)
        );
    }

    [Theory]
    [InlineData("/roster/minggu?tahun=abc&tanggal=besok")]
    [InlineData("/roster/minggu?tahun=2030")]
    public async Task AMistypedOrEmptyYear_IsAnsweredWithThePage(string path)
    {
        using var answer = await portal.Secretariat.GetAsync(path, Cancellation);

        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<string> TextAsync(string path) => (await portal.Secretariat.PageAsync(path)).QuerySelector("main")!.TextContent;

    private Task<string> RefusedAsync(string path, string form, Dictionary<string, string> fields) =>
        DutyPortal.RefusedAsync(portal.Secretariat, path, form, fields);

    private async Task AddHolidayAsync(string date, string name) =>
        await DutyPortal.DoneAsync(
            portal.Secretariat,
            "/roster/minggu",
            "libur",
            new()
            {
                ["Posted.Date"] = date,
                ["Posted.Name"] = name,
                ["Posted.Kind"] = "NationalHoliday",
                ["Posted.Source"] = "Keputusan Presiden 1/2015",
            }
        );

    private async Task DecideAsync(string sunday, bool stands, string reason) =>
        await DutyPortal.DoneAsync(
            portal.Secretariat,
            $"/roster/minggu?tanggal={sunday}",
            "putuskan",
            new() { ["Posted.Stands"] = stands ? "true" : "false", ["Posted.Reason"] = reason }
        );
}
