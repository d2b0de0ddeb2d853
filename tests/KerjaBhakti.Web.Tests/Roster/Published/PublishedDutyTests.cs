using System.Net.Http.Json;
using System.Text.Json;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Web.Roster.Duties;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Roster.Published;

/// <summary>What anyone sees beyond the annex, on pages and over the API: at once, and never a person.</summary>
public sealed class PublishedDutyTests : IAsyncLifetime
{
    private DutyPortal portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Row 48 serves in Kebon Jeruk in June 2015.
    private string[] Pages => ["/", "/kecamatan/31.73.05", $"/jadwal/2015/{portal.OwnRow}"];

    public async ValueTask InitializeAsync() => portal = await DutyPortal.StartAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Substitution_IsSeenByEverybodyOnBothRowsFromItsApprovalToItsEnd()
    {
        var id = await portal.ProposeAsync("2015-06-07");
        await DutyPortal.DoneAsync(portal.Other, $"/saya/penggantian/{id}", "sepakat", []);
        foreach (var page in Pages)
        {
            Assert.DoesNotContain("digantikan oleh", await TextAsync(page), StringComparison.Ordinal);
        }

        await DutyPortal.DoneAsync(portal.Sekda, $"/roster/penggantian/{id}", "setujui", []);
        foreach (var page in Pages)
        {
            Assert.Contains($"digantikan oleh {portal.Labels[portal.OtherRow]}", await TextAsync(page), StringComparison.Ordinal);
        }

        // Row 48 serves in Kebon Jeruk in June; the page of the row that stands in tells so too.
        var substitute = $"/jadwal/2015/{portal.OtherRow}";
        var standingIn =
            $"7 Juni: menggantikan {portal.Labels[portal.OwnRow]} (baris {portal.OwnRow}) di Kecamatan Kebon Jeruk, Jakarta Barat";
        Assert.Contains(standingIn, await TextAsync(substitute), StringComparison.Ordinal);
        Assert.Equal(portal.Labels[portal.OtherRow], (await DutyAsync("2015-06-07")).GetProperty("substitutedBy").GetString());
        Assert.Equal(JsonValueKind.Null, (await DutyAsync("2015-06-14")).GetProperty("substitutedBy").ValueKind);
        await DutyPortal.DoneAsync(portal.Sekda, $"/roster/penggantian/{id}", "akhiri", new() { ["Posted.Reason"] = "Tidak jadi" });
        foreach (var page in Pages)
        {
            Assert.DoesNotContain("digantikan oleh", await TextAsync(page), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("menggantikan", await TextAsync(substitute), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Substitute_IsFoundByTheSearchOfTheFrontPage()
    {
        await portal.ApproveAsync("2015-06-07");

        var found = await portal.Visitor.PageAsync($"/?q={Uri.EscapeDataString(portal.Labels[portal.OtherRow])}");
        var shown = found.QuerySelectorAll(".duties li:not([hidden]) > a").Select(link => link.TextContent).ToList();
        Assert.Contains(portal.Labels[portal.OwnRow], shown);
        Assert.Contains(portal.Labels[portal.OtherRow], shown);
    }

    [Fact]
    public async Task CancelledSundayAndItsHoliday_AreSeenByEverybodyAtOnce()
    {
        Assert.DoesNotContain("ditiadakan", await TextAsync("/"), StringComparison.Ordinal);
        await DutyPortal.DoneAsync(
            portal.Secretariat,
            "/roster/minggu",
            "libur",
            new()
            {
                ["Posted.Date"] = "2015-06-07",
                ["Posted.Name"] = "Hari Pemilihan",
                ["Posted.Source"] = "Keputusan Presiden 1/2015",
            }
        );
        Assert.Contains("7 Juni: hari libur: Hari Pemilihan", await TextAsync("/"), StringComparison.Ordinal);
        await DutyPortal.DoneAsync(
            portal.Secretariat,
            "/roster/minggu?tanggal=2015-06-07",
            "putuskan",
            new() { ["Posted.Stands"] = "false", ["Posted.Reason"] = "Pemilihan umum" }
        );

        Assert.Contains("Kerja bhakti Minggu, 7 Juni 2015 ditiadakan: Pemilihan umum", await TextAsync("/"), StringComparison.Ordinal);
        Assert.Contains("7 Juni: ditiadakan: Pemilihan umum", await TextAsync("/kecamatan/31.73.05"), StringComparison.Ordinal);
        var row = await TextAsync($"/jadwal/2015/{portal.OwnRow}");
        Assert.Contains("7 Juni: ditiadakan: Pemilihan umum", row, StringComparison.Ordinal);
        Assert.Contains("Tugas berikutnya Minggu, 14 Juni 2015", row, StringComparison.Ordinal);

        var json = await JsonAsync("2015-06-07");
        Assert.Equal("Pemilihan umum", json.GetProperty("cancelled").GetProperty("reason").GetString());
        Assert.Equal(
            ("Hari Pemilihan", "national-holiday"),
            (
                json.GetProperty("holidays")[0].GetProperty("name").GetString(),
                json.GetProperty("holidays")[0].GetProperty("kind").GetString()
            )
        );
        Assert.Equal(JsonValueKind.Null, (await JsonAsync("2015-06-14")).GetProperty("cancelled").ValueKind);
    }

    [Fact]
    public async Task VerifiedReport_SaysThatTheActivityTookPlace_AndNamesNobody()
    {
        await ReportAsync(row: portal.OwnRow, attended: true);
        await ReportAsync(row: portal.OtherRow, attended: false);
        await portal.Services.GetRequiredService<PublishedSchedules>().ForgetAsync(Cancellation);

        var page = await portal.Visitor.PageAsync("/?tanggal=2015-05-31");
        var verified = page.QuerySelectorAll(".duties li:has(.is-verified) > a").Select(link => link.TextContent);
        Assert.Equal([portal.Labels[portal.OwnRow]], verified);
        Assert.Contains("31 Mei: kegiatan terlaksana", await TextAsync($"/jadwal/2015/{portal.OwnRow}"), StringComparison.Ordinal);
        Assert.True((await DutyAsync("2015-05-31")).GetProperty("verified").GetBoolean());
        Assert.False((await DutyAsync("2015-05-31", portal.OtherRow)).GetProperty("verified").GetBoolean());
        foreach (var path in (string[])["/?tanggal=2015-05-31", $"/jadwal/2015/{portal.OwnRow}", "/api/v1/duties?date=2015-05-31"])
        {
            Assert.DoesNotContain("Pejabat A", await portal.Visitor.GetStringAsync(path, Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task OpenApi_DescribesWhatLiesOverTheAnnex()
    {
        var schemas = (await portal.Visitor.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Cancellation))
            .GetProperty("components")
            .GetProperty("schemas");

        Assert.Contains(
            "The post that serves instead",
            schemas.GetProperty("DutyJson").GetProperty("properties").GetProperty("substitutedBy").GetRawText(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "verified report",
            schemas.GetProperty("DutyJson").GetProperty("properties").GetProperty("verified").GetRawText(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "called off",
            schemas.GetProperty("CancelledJson").GetProperty("properties").GetProperty("reason").GetRawText(),
            StringComparison.Ordinal
        );
    }

    private async Task<string> TextAsync(string path) =>
        string.Join(
            ' ',
            (await portal.Visitor.PageAsync(path))
                .QuerySelector("main")!
                .TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    private Task<JsonElement> JsonAsync(string sunday) =>
        portal.Visitor.GetFromJsonAsync<JsonElement>($"/api/v1/duties?date={sunday}", Cancellation);

    private async Task<JsonElement> DutyAsync(string sunday, int? row = null) =>
        (
            await portal.Visitor.GetFromJsonAsync<JsonElement>($"/api/v1/duties?date={sunday}&row={row ?? portal.OwnRow}", Cancellation)
        ).GetProperty("duties")[0];

    private async Task ReportAsync(int row, bool attended)
    {
        var sunday = new DateOnly(2015, 5, 31);
        var today = new DateOnly(2015, 6, 5);
        var at = new DateTimeOffset(2015, 6, 5, 1, 0, 0, TimeSpan.Zero);
        var by = new Person("a", "Pejabat A");
        var book = portal.Services.GetRequiredService<DutyBook>();
        await portal.StoreAsync(async db =>
        {
            var annex = (await book.OnAsync(db, today, Cancellation))!;
            var duty = (await book.OverlayAsync(db, annex, Cancellation)).Of(row, sunday)!;
            var report = ActivityReport.Begin(duty, by, today, at);
            report.Write(
                new ReportContent(attended, attended ? "" : "Sakit", attended ? "Pejabat A" : "", attended ? 12 : null, "Menyapu", ""),
                by,
                at
            );
            report.Send(duty, by, today, daysGiven: 3, at);
            report.Verify(by, at);
            return db.ActivityReports.Add(report);
        });
    }
}
