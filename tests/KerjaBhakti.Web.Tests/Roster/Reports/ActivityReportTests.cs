using System.Net;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Documents.Tests.Photos;
using KerjaBhakti.Roster;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static KerjaBhakti.Web.Tests.Roster.Reports.ReportBrowsing;

namespace KerjaBhakti.Web.Tests.Roster.Reports;

/// <summary>An official's own duties and reports over the pages, as the staff of row 48 on Friday, 5 June 2015.</summary>
public sealed class ActivityReportTests : IAsyncLifetime
{
    private readonly PortalFixture portal = new();
    private HttpClient official = null!;
    private HttpClient secretariat = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await portal.InitializeAsync();
        official = await portal.ClientOfAsync(PortalRoles.Pejabat);
        secretariat = await portal.ClientOfAsync(PortalRoles.Sekretariat);
    }

    public async ValueTask DisposeAsync()
    {
        official.Dispose();
        secretariat.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task AfterSignIn_AnOfficialSeesWhereWhenAndWhatIsToBeReported()
    {
        using var start = await official.GetAsync("/mulai", Cancellation);
        Assert.EndsWith("/saya", start.Headers.Location!.OriginalString, StringComparison.Ordinal);

        var page = await official.PageAsync("/saya");
        var first = page.QuerySelector(".next-duty")!.TextContent;

        Assert.Contains("Juni 2015: Kecamatan Kebon Jeruk, Jakarta Barat", first, StringComparison.Ordinal);
        Assert.Contains("Minggu, 7 Juni 2015", first, StringComparison.Ordinal);
        Assert.Equal(4, page.QuerySelectorAll(".duty-sundays li").Length);
        Assert.Equal(
            ["31", "24", "17", "10", "03"],
            page.QuerySelectorAll(".duty-links a").Select(link => link.GetAttribute("href")![^2..])
        );
        Assert.Equal(
            [PathOf("2015-05-31"), "/saya/penggantian", "/saya/kalender"],
            page.QuerySelectorAll(".duty-jobs a").Select(link => link.GetAttribute("href"))
        );
    }

    [Fact]
    public async Task Reports_AreVerifiedTogether_WithTheirPhotosInTheList_AndItIsTakenBack()
    {
        await official.WriteReportAsync(PathOf("2015-05-24"), "kirim", Complete, ("foto.png", PhotoSamples.Png));
        await official.WriteReportAsync(PathOf("2015-05-31"), "kirim", Complete);
        var list = await secretariat.PageAsync("/roster/laporan");
        Assert.NotNull(list.QuerySelector(".waiting-reports img[src^='/laporan/foto/']"));
        var keys = list.QuerySelectorAll("input[name=laporan]").Select(box => box.GetAttribute("value")!).ToList();
        Assert.Equal(2, keys.Count);

        // None ticked is refused; what somebody else verified meanwhile takes all back.
        using (var none = await secretariat.PostFormAsync("/roster/laporan", [], FormOf("verifikasi")))
        {
            var answer = await none.Content.ReadAsStringAsync(Cancellation);
            Assert.Contains("Centang sedikitnya satu laporan.", answer, StringComparison.Ordinal);
        }

        var review = portal.Portal.Services.GetRequiredService<ReportReview>();
        var user = TestUsers.Of(PortalRoles.Sekretariat, "Budi");
        var seen = keys.Select(SeenReport.Read).OfType<SeenReport>().ToList();
        await Assert.ThrowsAsync<RosterRefusedException>(() =>
            review.VerifyAsync(user, [seen[0], seen[1] with { Revision = 99 }], Cancellation)
        );
        Assert.All(await portal.Portal.ReportsAsync(), report => Assert.Equal(ReportStatus.Sent, report.Status));

        var at = await review.VerifyAsync(user, seen, Cancellation);
        Assert.Equal(["93", "92", "0", "1"], await CountsAsync("31 Mei 2015"));
        await Assert.ThrowsAsync<RosterRefusedException>(() =>
            review.TakeBackAsync(TestUsers.Of(PortalRoles.Sekretariat, "Sari"), at, Cancellation)
        );
        Assert.Equal(2, await review.TakeBackAsync(user, at, Cancellation));
        Assert.Equal(["93", "92", "1", "0"], await CountsAsync("31 Mei 2015"));
        await Assert.ThrowsAsync<RosterRefusedException>(() => review.TakeBackAsync(user, at, Cancellation));
    }

    [Fact]
    public async Task WaitingReports_AreGoneThroughOneAfterAnother()
    {
        await official.WriteReportAsync(PathOf("2015-05-17"), "kirim", Complete);
        await official.WriteReportAsync(PathOf("2015-05-24"), "kirim", Complete);
        await official.WriteReportAsync(PathOf("2015-05-31"), "kirim", Complete);
        var ids = (await portal.Portal.ReportsAsync()).OrderBy(report => report.Sunday).Select(report => report.Id).ToList();
        var page = await secretariat.PageAsync($"/roster/laporan/{ids[1]}");
        Assert.Equal($"/roster/laporan/{ids[0]}", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal($"/roster/laporan/{ids[2]}", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));

        using var verified = await secretariat.PostFormAsync(
            $"/roster/laporan/{ids[1]}",
            new() { ["Posted.Next"] = "true" },
            FormOf("verifikasi")
        );
        Assert.EndsWith($"/roster/laporan/{ids[2]}?hasil=sebelumnya", verified.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var undone = await secretariat.PostFormAsync($"/roster/laporan/{ids[1]}", [], FormOf("batalkan"));
        Assert.EndsWith("?hasil=dibatalkan", undone.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.All(await portal.Portal.ReportsAsync(), report => Assert.Equal(ReportStatus.Sent, report.Status));
    }

    [Fact]
    public async Task TheWholeWay_WrittenSentReturnedPutRightAndVerified_IsWalkedByOfficialAndSecretariat()
    {
        var path = PathOf("2015-05-31");

        // A draft is its writers' alone; the secretariat sees only that nothing came.
        await official.WriteReportAsync(path, "simpan", new Dictionary<string, string> { ["Posted.Attended"] = "ya" });
        var id = Assert.Single(await portal.Portal.ReportsAsync()).Id;
        using (var unseen = await secretariat.GetAsync($"/roster/laporan/{id}", Cancellation))
        {
            Assert.Equal(HttpStatusCode.NotFound, unseen.StatusCode);
        }

        Assert.Equal(["93", "93", "0", "0"], await CountsAsync("31 Mei 2015"));

        // What is missing is named, and what was typed stays.
        var gaps = await official.RefusedReportAsync(
            path,
            "kirim",
            new Dictionary<string, string>(Complete) { ["Posted.People"] = string.Empty }
        );
        Assert.Contains("Jumlah orang yang ikut harus diisi.", gaps, StringComparison.Ordinal);
        Assert.Contains("Membersihkan saluran air", gaps, StringComparison.Ordinal);

        await official.WriteReportAsync(path, "kirim", Complete);
        Assert.Null((await official.PageAsync(path)).QuerySelector("form.report-form"));
        Assert.Equal(["93", "92", "1", "0"], await CountsAsync("31 Mei 2015"));

        // Returned with a reason, and with none not at all.
        using (
            var silent = await secretariat.PostFormAsync($"/roster/laporan/{id}", new() { ["Posted.Reason"] = " " }, FormOf("kembalikan"))
        )
        {
            Assert.Contains("Alasan wajib ditulis", await silent.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        using (
            var returned = await secretariat.PostFormAsync(
                $"/roster/laporan/{id}",
                new() { ["Posted.Reason"] = "Di saluran mana?" },
                FormOf("kembalikan")
            )
        )
        {
            Assert.EndsWith("?hasil=dikembalikan", returned.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        Assert.Contains(
            "Dikembalikan",
            (await official.PageAsync("/saya")).QuerySelector(".duty-links a")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Di saluran mana?", await official.GetStringAsync(path, Cancellation), StringComparison.Ordinal);
        await official.WriteReportAsync(
            path,
            "kirim",
            new Dictionary<string, string>(Complete) { ["Posted.Activities"] = "Saluran Jalan Panjang" }
        );

        using (var verified = await secretariat.PostFormAsync($"/roster/laporan/{id}", [], FormOf("verifikasi")))
        {
            Assert.EndsWith("?hasil=diverifikasi", verified.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        Assert.Equal(["93", "92", "0", "1"], await CountsAsync("31 Mei 2015"));
        Assert.Contains("Terverifikasi", await official.GetStringAsync(path, Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain(await portal.Portal.ReportsAsync(), report => report.IsLate);

        // All of it is in the trail, which whoever inspects reads, as the report; they change nothing.
        using var inspector = await portal.ClientOfAsync(PortalRoles.Inspektorat);
        var trail = WebUtility.HtmlDecode(await inspector.GetStringAsync("/audit?jenis=duty.", Cancellation));
        Assert.All(["menyimpan rancangan", "mengirim", "mengembalikan", "memverifikasi"], verb =>
            Assert.Contains($"{verb} laporan baris 48, Minggu, 31 Mei 2015", trail, StringComparison.Ordinal)
        );
        var read = await inspector.PageAsync($"/roster/laporan/{id}");
        Assert.Contains("Saluran Jalan Panjang", read.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(read.QuerySelector("main form"));
        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            portal.Portal.Services.GetRequiredService<ReportReview>().VerifyAsync(UserIn(PortalRoles.Inspektorat), id, 0, Cancellation)
        );
    }

    [Fact]
    public async Task ASundayToComeOrCalledOff_IsRefusedInWords()
    {
        await official.WriteReportAsync(PathOf("2015-05-24"), "simpan", Complete);
        await portal.Portal.CallOffAsync(new DateOnly(2015, 5, 24), "Banjir");

        foreach (var (sunday, reason) in new[] { ("2015-06-07", "Minggu, 7 Juni 2015 belum tiba"), ("2015-05-24", "ditiadakan: Banjir") })
        {
            var page = await official.PageAsync(PathOf(sunday));
            Assert.Contains(reason, page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Null(page.QuerySelector("form.report-form"));

            // The page has no form; posted all the same, with the token and fields of another one.
            using var crafted = new MultipartFormDataContent { { new StringContent("kirim"), "Posted.Do" } };
            foreach (var hidden in (await official.PageAsync(PathOf("2015-05-31"))).QuerySelectorAll("form.report-form input[type=hidden]"))
            {
                crafted.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
            }

            using var answer = await official.PostAsync(PathOf(sunday), crafted, Cancellation);
            Assert.Contains(reason, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation)), StringComparison.Ordinal);
        }

        Assert.Equal(ReportStatus.Draft, Assert.Single(await portal.Portal.ReportsAsync()).Status);
        Assert.DoesNotContain("2015-05-24", await ToReportAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALateReport_IsSaidToBeLateBefore_AndMarkedAfter()
    {
        var path = PathOf("2015-05-03");
        Assert.Contains("akan ditandai terlambat", await official.GetStringAsync(path, Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "akan ditandai terlambat",
            await official.GetStringAsync(PathOf("2015-05-31"), Cancellation),
            StringComparison.Ordinal
        );

        await official.WriteReportAsync(
            path,
            "kirim",
            new Dictionary<string, string> { ["Posted.Attended"] = "tidak", ["Posted.AbsenceReason"] = "Dinas luar" }
        );

        Assert.True(Assert.Single(await portal.Portal.ReportsAsync()).IsLate);
        Assert.Contains(
            "Terlambat",
            await secretariat.GetStringAsync("/roster/laporan?minggu=2015-05-03", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task TwoPeopleAtOnce_TheSecondIsTold_AndKeepsWhatTheyTyped()
    {
        var path = PathOf("2015-05-31");
        await official.WriteReportAsync(path, "simpan", Complete);
        var mine = new Dictionary<string, string>(Complete) { ["Posted.Activities"] = "Menanam pohon", ["Posted.Revision"] = "0" };

        var told = await official.RefusedReportAsync(path, "simpan", mine);
        Assert.Contains("Orang lain baru saja mengubah", told, StringComparison.Ordinal);
        Assert.Contains("Menanam pohon</textarea>", told, StringComparison.Ordinal);
        Assert.Contains("Membersihkan saluran air", told, StringComparison.Ordinal);

        // Sent meanwhile: there is no form any more, and what was typed is still shown.
        await official.WriteReportAsync(path, "kirim", Complete);
        var stale = await (await PostWithFieldsOfAsync(PathOf("2015-05-24"), path, mine)).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("Isian Anda yang tidak tersimpan", stale, StringComparison.Ordinal);
        Assert.Contains("Menanam pohon", stale, StringComparison.Ordinal);
        Assert.Equal("Membersihkan saluran air", Assert.Single(await portal.Portal.ReportsAsync()).Content.Activities);
    }

    [Fact]
    public async Task AReportOfAnotherUnit_IsNotThere()
    {
        using var page = await official.GetAsync(PathOf("2015-05-31", row: 12), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        using var friday = await official.GetAsync(PathOf("2015-05-29"), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, friday.StatusCode);

        using var posted = await PostWithFieldsOfAsync(PathOf("2015-05-31"), PathOf("2015-05-31", row: 12), Complete);
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        var desk = portal.Portal.Services.GetRequiredService<ReportDesk>();
        var entry = new ReportEntry(12, new DateOnly(2015, 5, 31), 0, ReportContent.Empty);
        await Assert.ThrowsAsync<RosterRefusedException>(() => desk.SaveAsync(UserIn(PortalRoles.Pejabat), entry, Cancellation));
        await Assert.ThrowsAsync<AccessDeniedException>(() => desk.SaveAsync(UserIn(PortalRoles.Sekretariat), entry, Cancellation));
        Assert.Empty(await portal.Portal.ReportsAsync());
    }

    [Fact]
    public async Task WhoeverStandsIn_ReportsForTheRow()
    {
        await portal.Portal.StandInAsync(row: 12, substituteRow: 48, new DateOnly(2015, 5, 31));

        Assert.Contains(PathOf("2015-05-31", row: 12), await ToReportAsync(), StringComparison.Ordinal);
        await official.WriteReportAsync(PathOf("2015-05-31", row: 12), "kirim", Complete);

        Assert.Equal(12, Assert.Single(await portal.Portal.ReportsAsync()).Row);
    }

    [Fact]
    public async Task TheSecretariat_FiltersWhoIsMissing_AndCopiesAReminder()
    {
        var bureaus = await secretariat.PageAsync("/roster/laporan?minggu=2015-05-24&kategori=Bureau");
        var missing = bureaus.QuerySelectorAll("tr:has(textarea)");
        Assert.InRange(missing.Length, 1, 20);
        var reminder = missing.Single(row => row.FirstElementChild!.TextContent == "48").QuerySelector("textarea")!.TextContent;
        Assert.All(
            [
                "Yth. Biro Tata Pemerintahan",
                "Minggu, 24 Mei 2015",
                "Kecamatan Ciracas",
                "sudah lewat",
                $"{portal.Portal.Address}saya/laporan/48/2015-05-24",
            ],
            part => Assert.Contains(part, reminder, StringComparison.Ordinal)
        );

        var row48 = missing.Single(row => row.FirstElementChild!.TextContent == "48");
        var message = new Uri(row48.QuerySelector("a[href^='https://wa.me/']")!.GetAttribute("href")!);
        Assert.Equal(reminder, Uri.UnescapeDataString(message.Query["?text=".Length..]));
        var together = bureaus.GetElementById("pengingat-semua")!.TextContent;
        Assert.All(missing, row => Assert.Contains(row.QuerySelector("textarea")!.TextContent, together, StringComparison.Ordinal));

        var city = await secretariat.PageAsync("/roster/laporan?minggu=2015-05-24&kota=31.75");
        Assert.All(city.QuerySelectorAll("tr:has(textarea) td:nth-of-type(2)"), place =>
            Assert.Contains("Jakarta Timur", place.TextContent, StringComparison.Ordinal)
        );
        foreach (var mistyped in new[] { "tahun=x", "minggu=kemarin", "kota=31", "kategori=9", "tahun=2031" })
        {
            using var answer = await secretariat.GetAsync($"/roster/laporan?{mistyped}", Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task AnAccountThatStandsForNobody_IsToldWhomToAsk()
    {
        await using var db = await portal.Portal.DatabaseAsync();
        await db.OfficialAccounts.ExecuteDeleteAsync(Cancellation);

        Assert.Contains("Mintalah sekretariat", await official.GetStringAsync("/saya", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAnAnnexInForce_TheLastOneIsNamed()
    {
        await using var later = await KerjaBhakti.Tests.PortalUnderTest.StartAsync("--Portal:Today=2016-02-05");
        using var client = await later.CreateClientAsync("pejabat@demo.local");
        var page = await client.PageAsync("/saya");

        Assert.Contains("Hari ini tidak ada lampiran yang berlaku", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Instruksi Gubernur 118/2015", page.Body.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/jadwal']"));

        // Nobody has reported since May: the latest first, the rest one click away.
        Assert.Equal(6, page.QuerySelectorAll(".duty-links:not(details *) a").Length);
        Assert.Equal("/saya/laporan/48/2015-12-27", page.QuerySelector(".duty-links a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task WhatWasSent_IsListedWithItsStanding_AndTheLaterMonthsAreThere()
    {
        await official.WriteReportAsync(PathOf("2015-05-31"), "kirim", Complete);
        var page = await official.PageAsync("/saya");

        var sent = page.QuerySelector("section[aria-labelledby=terkirim]")!;
        Assert.Equal([PathOf("2015-05-31")], sent.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Terkirim", sent.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Juli 2015", "Agustus 2015", "September 2015", "Oktober 2015", "November 2015", "Desember 2015"],
            page.QuerySelectorAll(".duty-later dt").Select(month => month.TextContent)
        );
        Assert.Contains("Kecamatan Pancoran", page.QuerySelector(".duty-later dd")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithNothingToReport_ItIsSaidThatNothingHasCome_AndOnlyAfterReportsThatAllAreDone()
    {
        const string AllDone = "Semua hari Minggu tugas yang sudah lewat telah dilaporkan.";
        await using var early = await KerjaBhakti.Tests.PortalUnderTest.StartAsync("--Portal:Today=2015-05-02");
        using var client = await early.CreateClientAsync("pejabat@demo.local");
        var before = (await client.PageAsync("/saya")).Body!.TextContent;
        Assert.Contains("Belum ada hari Minggu tugas yang perlu dilaporkan.", before, StringComparison.Ordinal);
        Assert.DoesNotContain(AllDone, before, StringComparison.Ordinal);

        foreach (var sunday in (string[])["2015-05-03", "2015-05-10", "2015-05-17", "2015-05-24", "2015-05-31"])
        {
            await official.WriteReportAsync(PathOf(sunday), "kirim", Complete);
        }

        Assert.Contains(AllDone, (await official.PageAsync("/saya")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static string FormOf(string handler) => $"form:has(input[name=_handler][value={handler}])";

    /// <summary>Posts to one report with the hidden fields of another's form.</summary>
    private async Task<HttpResponseMessage> PostWithFieldsOfAsync(string shown, string target, IReadOnlyDictionary<string, string> fields)
    {
        var page = await official.PageAsync(shown);
        using var content = new MultipartFormDataContent { { new StringContent("simpan"), "Posted.Do" } };
        var hidden = page.QuerySelectorAll("form.report-form input[type=hidden]")
            .Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!))
            .Where(field => !fields.ContainsKey(field.Key));
        foreach (var (name, value) in hidden.Concat(fields))
        {
            content.Add(new StringContent(value), name);
        }

        return await official.PostAsync(target, content, Cancellation);
    }

    private async Task<string> ToReportAsync() =>
        string.Join(
            ' ',
            (await official.PageAsync("/saya"))
                .QuerySelectorAll("section[aria-labelledby=laporan] a")
                .Select(link => link.GetAttribute("href"))
        );

    /// <summary>What the secretariat's board counts of a Sunday: planned, missing, waiting, verified.</summary>
    private async Task<IEnumerable<string>> CountsAsync(string sunday)
    {
        var board = await secretariat.PageAsync("/roster/laporan");
        return board
            .QuerySelectorAll("tbody tr")
            .First(row => row.FirstElementChild!.TextContent.Trim() == sunday)
            .QuerySelectorAll("td")
            .Select(cell => cell.TextContent);
    }
}
