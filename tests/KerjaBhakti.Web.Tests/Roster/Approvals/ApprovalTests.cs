using System.Net;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Approvals;
using KerjaBhakti.Web.Roster.Drafts;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Roster.Approvals;

/// <summary>From draft to law and back over the forms of the pages, in a portal of its own: what is issued here is in force.</summary>
public sealed class ApprovalTests : IAsyncLifetime
{
    private PortalFixture portal = null!;
    private HttpClient secretariat = null!;
    private HttpClient sekda = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = new PortalFixture();
        await portal.InitializeAsync();
        secretariat = await portal.ClientOfAsync(PortalRoles.Sekretariat);
        sekda = await portal.ClientOfAsync(PortalRoles.Sekda);
    }

    public async ValueTask DisposeAsync()
    {
        secretariat.Dispose();
        sekda.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Reasons_PostedWithoutAScript_CountForEveryTickedWarning_WhicheverAreNot()
    {
        var draft = await CopyAsync();
        var path = $"/roster/jadwal/{draft}/penetapan";
        var form = "form[data-reasons]";
        var ticks = (await secretariat.PageAsync(path)).QuerySelector(form)!.QuerySelectorAll("input[type=checkbox]");
        Assert.True(ticks.Length > 3);

        // Neither the first is ticked nor one in the middle.
        var chosen = ticks.Where((_, place) => place is not (0 or 2)).ToList();
        var hidden = await secretariat.FillInAsync(path, [], form);
        using var content = new FormUrlEncodedContent([
            .. hidden,
            .. chosen.Select(tick => KeyValuePair.Create(tick.GetAttribute("name")!, tick.GetAttribute("value")!)),
            KeyValuePair.Create("Posted.Reason", "Memang begitu."),
        ]);
        using var answer = await secretariat.PostAsync(path, content, Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var after = (await secretariat.PageAsync(path)).QuerySelector(form)!.QuerySelectorAll("input[type=checkbox]");
        Assert.Equal(
            chosen.Select(tick => tick.GetAttribute("value")),
            after.Where(tick => tick.GetAttribute("data-reason") == "Memang begitu.").Select(tick => tick.GetAttribute("value"))
        );
    }

    [Fact]
    public async Task TheWholeWay_FromACopyToAnAmendedAndRevokedInstruction_IsWalkedByTwoRoles()
    {
        var draft = await CopyAsync();

        // Submitted, returned, submitted again.
        await StepAsync(secretariat, draft, "ajukan", new() { ["Posted.Note"] = "Mohon paraf." });
        await StepAsync(sekda, draft, "kembalikan", new() { ["Posted.Reason"] = "Periksa lagi baris 12." });
        Assert.Contains("Periksa lagi baris 12.", await TextAsync(secretariat, draft), StringComparison.Ordinal);
        await StepAsync(secretariat, draft, "ajukan", []);

        // Still no law: its paper says so.
        using var printed = await secretariat.GetAsync($"/roster/jadwal/{draft}/lampiran.pdf", Cancellation);
        Assert.Equal("rancangan-2016.pdf", printed.Content.Headers.ContentDisposition!.FileName);

        // Initialled in order; the second cannot be given by the first.
        Assert.DoesNotContain("Bubuhkan paraf", await TextAsync(sekda, draft), StringComparison.Ordinal);
        await StepAsync(secretariat, draft, "paraf", []);
        Assert.DoesNotContain("Bubuhkan paraf", await TextAsync(secretariat, draft), StringComparison.Ordinal);
        await StepAsync(sekda, draft, "paraf", []);

        // Issued only when every warning has a reason.
        Assert.Contains("peringatan belum beralasan", await RefusalAsync(sekda, draft, "tetapkan", Issue(7)), StringComparison.Ordinal);
        await GiveReasonsAsync(draft);
        Assert.Contains(
            "Nomor 118 tahun 2015 sudah dipakai",
            await RefusalAsync(sekda, draft, "tetapkan", Issue(118)),
            StringComparison.Ordinal
        );
        await StepAsync(sekda, draft, "tetapkan", Issue(7));
        Assert.Contains("Ditetapkan: Instruksi Gubernur 7/2015", await TextAsync(sekda, draft), StringComparison.Ordinal);

        // In force for everybody at once, each page under its code, and for the amendment that takes its place.
        using var visitor = portal.Portal.CreateClient();
        var code = await FirstCodeAsync(visitor, "/api/v1/schedules/2016/annex.pdf");
        Assert.Contains(
            "Berlaku sejak 5 Juni 2015",
            await visitor.GetStringAsync($"/verifikasi/{code}", Cancellation),
            StringComparison.Ordinal
        );
        Assert.Contains("\"number\":7", await visitor.GetStringAsync("/api/v1/schedules/2016", Cancellation), StringComparison.Ordinal);
        var amendment = await IdOfAsync(await PostAsync(secretariat, draft, "ubah", []));
        Assert.Contains(
            "Belum ada perubahan",
            await secretariat.GetStringAsync($"/roster/jadwal/{amendment}/perubahan", Cancellation),
            StringComparison.Ordinal
        );
        await WriteFirstCellAsync(amendment, "Gambir");
        Assert.Contains(
            "semula Jatinegara menjadi Gambir",
            await secretariat.GetStringAsync($"/roster/jadwal/{amendment}/perubahan", Cancellation),
            StringComparison.Ordinal
        );
        foreach (var paper in new[] { "instruksi.pdf", "perubahan.pdf", "perubahan.xlsx" })
        {
            Assert.True((await secretariat.GetByteArrayAsync($"/roster/jadwal/{amendment}/{paper}", Cancellation)).Length > 5000, paper);
        }

        await StepAsync(secretariat, amendment, "ajukan", []);
        await StepAsync(secretariat, amendment, "paraf", []);
        await StepAsync(sekda, amendment, "paraf", []);
        await GiveReasonsAsync(amendment);
        await StepAsync(sekda, amendment, "tetapkan", Issue(8));
        Assert.Contains("Diubah dengan Instruksi Gubernur 8/2015", await TextAsync(sekda, draft), StringComparison.Ordinal);
        Assert.Contains("\"number\":8", await visitor.GetStringAsync("/api/v1/schedules/2016", Cancellation), StringComparison.Ordinal);

        // The first one is still read as it was, and its pages say what became of it.
        var verified = await visitor.GetStringAsync($"/verifikasi/{code}", Cancellation);
        Assert.Contains(
            "Diubah dengan Instruksi Gubernur 8/2015, sejak 5 Juni 2015 tidak berlaku lagi",
            verified,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Jatinegara",
            (await visitor.PageAsync("/instruksi/2015/7")).QuerySelector(".annex tbody tr")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Gambir",
            (await visitor.PageAsync("/instruksi/2015/8")).QuerySelector(".annex tbody tr")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(code, await FirstCodeAsync(visitor, "/api/v1/instructions/2015/7/annex.pdf"));
        Assert.NotEqual(code, await FirstCodeAsync(visitor, "/api/v1/instructions/2015/8/annex.pdf"));
        Assert.Contains("/instruksi/2015/7", await visitor.GetStringAsync("/jadwal/2016", Cancellation), StringComparison.Ordinal);

        await StepAsync(
            sekda,
            amendment,
            "cabut",
            new()
            {
                ["Posted.Number"] = "9",
                ["Posted.Date"] = "2015-06-05",
                ["Posted.Reason"] = "Dihentikan.",
            }
        );
        using var gone = await visitor.GetAsync("/api/v1/schedules/2016", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Contains(
            "dicabut dengan Instruksi Gubernur 9/2015",
            await visitor.GetStringAsync("/api/v1/instructions/2015/8/jdih", Cancellation),
            StringComparison.Ordinal
        );

        // All of it is in the trail.
        using var inspector = await portal.ClientOfAsync(PortalRoles.Inspektorat);
        var trail = await inspector.GetStringAsync("/audit?jenis=roster.", Cancellation);
        Assert.All(["mengajukan", "mengembalikan", "membubuhkan paraf", "menetapkan", "mengakhiri", "mencabut"], word =>
            Assert.Contains(word, trail, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task WordsTyped_AreMergedFieldByField_AndWhatSomebodyElseTypedIsNotOverwritten()
    {
        var draft = await CopyAsync();
        var approval = portal.Portal.Services.GetRequiredService<ScheduleApproval>();
        var writing = portal.Portal.Services.GetRequiredService<ApprovalWriting>();
        var sari = TestUsers.Of(PortalRoles.Sekretariat, "Sari");
        var before = (await approval.OpenAsync(sari, draft, Cancellation))!.Schedule;
        var seen = new Seen(draft, before.Revision);

        var first = await writing.TypeWordsAsync(sari, seen, [new("tempat", before.Text.Place, " Pulau  Pramuka ")], Cancellation);
        Assert.Equal(("Pulau Pramuka", before.Revision + 1), (first.Values["tempat"], first.Revision));

        // From a page that has not seen that: the other field is stored, the same one is not, and the page stays as old as it is.
        var second = await writing.TypeWordsAsync(
            TestUsers.Of(PortalRoles.Sekretariat, "Budi"),
            seen,
            [new("tempat", before.Text.Place, "Bandung"), new("penutup", before.Text.Closing, "Mulai berlaku besok.")],
            Cancellation
        );
        Assert.Equal(["tempat"], second.Conflicts);
        Assert.Equal(("Pulau Pramuka", null), (second.Values["tempat"], second.Revision));

        // Sent once more after a lost answer: nothing is done twice.
        var again = await writing.TypeWordsAsync(sari, seen, [new("tempat", before.Text.Place, "Pulau Pramuka")], Cancellation);
        Assert.Empty(again.Conflicts);
        var after = (await approval.OpenAsync(sari, draft, Cancellation))!.Schedule;
        Assert.Equal(
            ("Pulau Pramuka", "Mulai berlaku besok.", before.Revision + 2),
            (after.Text.Place, after.Text.Closing, after.Revision)
        );
    }

    [Fact]
    public async Task WordsTyped_TooLongOrAfterSubmission_AreRefusedInWords()
    {
        var draft = await CopyAsync();
        var approval = portal.Portal.Services.GetRequiredService<ScheduleApproval>();
        var writing = portal.Portal.Services.GetRequiredService<ApprovalWriting>();
        var sari = TestUsers.Of(PortalRoles.Sekretariat, "Sari");
        var seen = new Seen(draft, 0);

        var refusal = await Assert.ThrowsAsync<EditRefusedException>(() =>
            writing.TypeWordsAsync(sari, seen, [new("tempat", "Jakarta", new string('x', 101))], Cancellation)
        );
        Assert.Equal("Ditetapkan di paling panjang 100 huruf; yang Anda tulis 101 huruf.", refusal.Message);
        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            writing.TypeNoteAsync(TestUsers.Of(PortalRoles.Sekda), seen, [new("catatan", "", "Segera.")], Cancellation)
        );
        await writing.TypeNoteAsync(sari, seen, [new("catatan", "", "Segera.")], Cancellation);
        await StepAsync(secretariat, draft, "ajukan", new() { ["Posted.Note"] = "Segera." });
        Assert.Empty((await approval.OpenAsync(sari, draft, Cancellation))!.Schedule.Note);
        await Assert.ThrowsAsync<EditRefusedException>(() =>
            writing.TypeWordsAsync(sari, seen, [new("tempat", "Jakarta", "Bogor")], Cancellation)
        );
    }

    [Fact]
    public async Task Reasons_AreReadByEverybodyAfterTheIssue_AndTheTrailSaysWhichWarningsGotThem()
    {
        var draft = await CopyAsync();
        await GiveReasonsAsync(draft);
        await StepAsync(secretariat, draft, "ajukan", []);
        await StepAsync(secretariat, draft, "paraf", []);
        await StepAsync(sekda, draft, "paraf", []);
        await StepAsync(sekda, draft, "tetapkan", Issue(7));

        using var inspector = await portal.ClientOfAsync(PortalRoles.Inspektorat);
        var page = await inspector.PageAsync(PathOf(draft));
        Assert.All(page.QuerySelectorAll("[data-reason-shown]"), shown =>
            Assert.StartsWith("Alasan: Sebagaimana lampiran tahun sebelumnya. (", shown.TextContent, StringComparison.Ordinal)
        );
        Assert.Equal(57, page.QuerySelectorAll("[data-reason-shown]").Length);
        Assert.Empty(page.QuerySelectorAll(".reason-list input"));
        Assert.Contains(
            "memberi alasan untuk 16 peringatan (Kecamatan tanpa petugas, Mei: Mampang Prapatan, Pasar Minggu, Pancoran, Pesanggrahan; ",
            await inspector.GetStringAsync("/audit?jenis=roster.", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task TheTrail_HasColumnsForWhenWhoAndWhat_AndNamesTheSchedule()
    {
        var draft = await CopyAsync();
        await WriteFirstCellAsync(draft, "Gambir");
        using var inspector = await portal.ClientOfAsync(PortalRoles.Inspektorat);
        var page = await inspector.PageAsync("/audit?jenis=roster.");
        var cells = page.QuerySelector("tbody tr")!.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList();

        Assert.Matches("^5 Juni 2015 [0-9.]{5} WIB$", cells[1]);
        Assert.Equal(["Uji", "mengubah Mei Asisten Pemerintahan: Jatinegara → Gambir", "Rancangan 2016, baris 1"], cells[2..5]);
        Assert.NotNull(page.QuerySelector($"tbody a[href='/roster/jadwal/{draft}']"));
    }

    [Fact]
    public async Task ARefusal_NeverStandsBesideTheSuccessBefore()
    {
        var draft = await CopyAsync();
        var success = $"{PathOf(draft)}?selesai=alasan";
        Assert.Contains("Alasan disimpan.", await secretariat.GetStringAsync(success, Cancellation), StringComparison.Ordinal);
        using var answer = await secretariat.PostFormAsync(
            success,
            new() { ["Posted.Revision"] = "99" },
            "form:has(input[name=_handler][value=ajukan])"
        );
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Contains("berubah sejak halaman ini dibuka", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Alasan disimpan.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submission_WithReasonsMissing_IsSaidBefore()
    {
        var draft = await CopyAsync();
        var notice = (await secretariat.PageAsync(PathOf(draft))).QuerySelector("[data-open-notice]:not([hidden])")!;
        Assert.Contains("57 peringatan belum beralasan.", notice.TextContent, StringComparison.Ordinal);
        await GiveReasonsAsync(draft);
        Assert.Null((await secretariat.PageAsync(PathOf(draft))).QuerySelector("[data-open-notice]:not([hidden])"));
    }

    [Fact]
    public async Task AStaleForm_IsToldAndChangesNothing()
    {
        var draft = await CopyAsync();
        var stale = new Dictionary<string, string> { ["Posted.Revision"] = "99" };

        Assert.Contains(
            "berubah sejak halaman ini dibuka",
            await RefusalAsync(secretariat, draft, "ajukan", stale),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ACraftedStepOfAnotherRole_ChangesNothing()
    {
        var draft = await CopyAsync();
        await StepAsync(secretariat, draft, "ajukan", []);
        await StepAsync(secretariat, draft, "paraf", []);
        await StepAsync(sekda, draft, "paraf", []);
        var form = await sekda.PageAsync(PathOf(draft));
        var revision = form.QuerySelector("input[name='Posted.Revision']")!.GetAttribute("value")!;

        // The page shows the secretariat no such form; its token is taken from another one.
        using var answer = await PostAsync(
            secretariat,
            draft,
            "kembalikan",
            new(Issue(7)) { ["_handler"] = "tetapkan", ["Posted.Revision"] = revision }
        );

        answer.AssertNoSuchForm();
        Assert.DoesNotContain("Ditetapkan: Instruksi", await TextAsync(sekda, draft), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PortalRoles.Sekretariat)]
    [InlineData(PortalRoles.Inspektorat)]
    [InlineData(PortalRoles.Pejabat)]
    [InlineData(PortalRoles.Admin)]
    public async Task Issue_PastThePage_IsRefusedToEveryRoleButTheRegionalSecretary(string role)
    {
        var user = TestUsers.Of(role);
        var approval = portal.Portal.Services.GetRequiredService<ScheduleApproval>();
        var draft = await CopyAsync();

        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            approval.IssueAsync(
                user,
                new Seen(draft, 0),
                7,
                new DateOnly(2015, 6, 5),
                effectiveOn: null,
                printsReasons: false,
                Cancellation
            )
        );
        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            approval.RevokeAsync(user, new Seen(draft, 0), 7, new DateOnly(2015, 6, 5), "alasan", Cancellation)
        );
    }

    [Fact]
    public async Task TwoPeopleIssuingAtOnce_OneWinsAndTheOtherIsTold()
    {
        var draft = await CopyAsync();
        await StepAsync(secretariat, draft, "ajukan", []);
        await StepAsync(secretariat, draft, "paraf", []);
        await StepAsync(sekda, draft, "paraf", []);
        await GiveReasonsAsync(draft);

        var answers = await Task.WhenAll(PostAsync(sekda, draft, "tetapkan", Issue(7)), PostAsync(sekda, draft, "tetapkan", Issue(8)));

        // Whoever comes later reads why, or that the page is no longer what it was.
        Assert.Single(answers, answer => answer.Headers.Location?.OriginalString.Contains("selesai=", StringComparison.Ordinal) == true);
        Assert.Single(answers, answer =>
            answer.StatusCode == HttpStatusCode.OK
            || answer.Headers.Location!.OriginalString.StartsWith("/kedaluwarsa?", StringComparison.Ordinal)
        );
        foreach (var answer in answers)
        {
            answer.Dispose();
        }
    }

    [Fact]
    public async Task ASecondAnnexOfAYear_IsRefused()
    {
        var draft = await CopyAsync(year: 2015);
        await StepAsync(secretariat, draft, "ajukan", []);
        await StepAsync(secretariat, draft, "paraf", []);
        await StepAsync(sekda, draft, "paraf", []);
        await GiveReasonsAsync(draft);

        Assert.Contains(
            "sudah mempunyai lampiran yang berlaku",
            await RefusalAsync(sekda, draft, "tetapkan", Issue(7)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task TheTrail_AsAFile_HoldsEveryEntryWithItsHash()
    {
        using var inspector = await portal.ClientOfAsync(PortalRoles.Inspektorat);
        var lines = (await inspector.GetStringAsync("/audit/unduh.csv", Cancellation)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("No,Waktu (UTC),Pelaku", lines[0], StringComparison.Ordinal);
        Assert.Equal("1", lines[1].Split(',')[0]);
        Assert.All(lines.Skip(1), line => Assert.Matches("[0-9a-f]{64}$", line));
    }

    [Fact]
    public async Task APageOfAnotherRole_IsNotedInTheTrail()
    {
        using var official = await portal.ClientOfAsync(PortalRoles.Pejabat);
        using var denied = await official.GetAsync("/admin", Cancellation);
        using var inspector = await portal.ClientOfAsync(PortalRoles.Inspektorat);

        Assert.Contains(
            "ditolak membuka GET /admin",
            await inspector.GetStringAsync("/audit?jenis=access.refused", Cancellation),
            StringComparison.Ordinal
        );
    }

    private static string PathOf(Guid schedule) => $"/roster/jadwal/{schedule}/penetapan";

    private static Dictionary<string, string> Issue(int number) =>
        new() { ["Posted.Number"] = number.ToString(System.Globalization.CultureInfo.InvariantCulture), ["Posted.Date"] = "2015-06-05" };

    private static Task<string> TextAsync(HttpClient client, Guid schedule) => client.GetStringAsync(PathOf(schedule), Cancellation);

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, Guid schedule, string step, Dictionary<string, string> fields) =>
        client.PostFormAsync(PathOf(schedule), fields, $"form:has(input[name=_handler][value={step}])");

    private static async Task StepAsync(HttpClient client, Guid schedule, string step, Dictionary<string, string> fields)
    {
        using var answer = await PostAsync(client, schedule, step, fields);
        Assert.True(
            answer.Headers.Location?.OriginalString.EndsWith($"selesai={step}", StringComparison.Ordinal) == true,
            $"{step}: {await answer.Content.ReadAsStringAsync(Cancellation)}"
        );
    }

    private static async Task<string> RefusalAsync(HttpClient client, Guid schedule, string step, Dictionary<string, string> fields)
    {
        using var answer = await PostAsync(client, schedule, step, fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    private static async Task<string> FirstCodeAsync(HttpClient client, string paper) =>
        PrintedCodes.In(await client.GetByteArrayAsync(paper, Cancellation))[0];

    private static async Task<Guid> IdOfAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            return DutyPortal.IdIn(answer.Headers.Location!.OriginalString);
        }
    }

    private async Task<Guid> CopyAsync(int year = 2016)
    {
        var published = await secretariat.PageAsync("/roster/rancangan/baru");
        var source = published.QuerySelector("input[name='Posted.Source']")!.GetAttribute("value")!;
        return await IdOfAsync(
            await secretariat.PostFormAsync(
                "/roster/rancangan/baru",
                new()
                {
                    ["Posted.Source"] = source,
                    ["Posted.Year"] = year.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    ["Posted.First"] = "5",
                    ["Posted.Last"] = "12",
                    ["Posted.Title"] = "JADWAL PELAKSANAAN KERJA BHAKTI",
                }
            )
        );
    }

    private async Task WriteFirstCellAsync(Guid schedule, string text)
    {
        var drafts = portal.Portal.Services.GetRequiredService<DraftService>();
        var user = TestUsers.Of(PortalRoles.Sekretariat);
        var view = (await drafts.OpenAsync(user, schedule, Cancellation))!;
        var edit = new ScheduleEdit.WriteCell(view.Annex.Period.First, view.Rows[0].Printed.Cells[0].AsPrinted, text)
        {
            RowId = view.Rows[0].Id,
        };
        var result = await drafts.ApplyAsync(user, schedule, new EditBatch(Guid.NewGuid(), [edit]), origin: null, Cancellation);
        Assert.NotNull(result.Revision);
    }

    /// <summary>One reason for all warnings of each kind, with the forms as they stand.</summary>
    private async Task GiveReasonsAsync(Guid schedule)
    {
        while (true)
        {
            var page = await secretariat.PageAsync(PathOf(schedule));
            var form = page.QuerySelectorAll("form:has(.reason-list)")
                .FirstOrDefault(form => form.QuerySelector("input[type=checkbox][checked]") is not null);
            if (form is null)
            {
                return;
            }

            // Every ticked warning is sent under the same name.
            var fields = form.QuerySelectorAll("input[type=hidden], input[type=checkbox]")
                .Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!))
                .Append(new("Posted.Reason", "Sebagaimana lampiran tahun sebelumnya."));
            using var answer = await secretariat.PostFieldsAsync(PathOf(schedule), fields);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }
}
