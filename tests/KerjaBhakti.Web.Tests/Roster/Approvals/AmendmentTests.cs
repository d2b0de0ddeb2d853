using System.Text.Json;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Instructions;
using KerjaBhakti.Roster.Rotation;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Roster.Approvals;
using KerjaBhakti.Web.Roster.Drafts;
using KerjaBhakti.Web.Roster.Printing;
using KerjaBhakti.Web.Roster.Proposals;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.Extensions.DependencyInjection;
using PdfSharp.Pdf.IO;

namespace KerjaBhakti.Web.Tests.Roster.Approvals;

/// <summary>
/// What an amending Instruction says of the one it amends, wherever people or programs read either; in a portal of its own.
/// </summary>
public sealed class AmendmentTests : IAsyncLifetime
{
    private static readonly System.Security.Claims.ClaimsPrincipal Secretariat = TestUsers.Of(PortalRoles.Sekretariat, "Sari");
    private static readonly System.Security.Claims.ClaimsPrincipal Sekda = TestUsers.Of(PortalRoles.Sekda);
    private static readonly DateOnly Today = new(2015, 6, 5);

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
    public async Task TwoAmendments_NameWhatTheyAmend_OnThePageInTheApiAndForJdih_InBothDirections()
    {
        var first = await AmendAsync(await InForceAsync(), "Gambir", number: 7);
        await AmendAsync(first, "Senen", number: 8);

        // The pages: title, dictum, and the relation with links.
        var page = await visitor.PageAsync("/instruksi/2015/8");
        Assert.StartsWith(
            "Tentang PERUBAHAN KEDUA ATAS INSTRUKSI GUBERNUR NOMOR 118 TAHUN 2015 TENTANG PELAKSANAAN",
            page.QuerySelector(".lead")!.TextContent.Trim(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "sebagaimana telah diubah dengan Instruksi Gubernur Nomor 7 Tahun 2015 diubah sehingga menjadi",
            page.QuerySelector(".dicta dd")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(["/instruksi/2015/118", "/instruksi/2015/7"], LinksOf(page));
        Assert.Equal(["/instruksi/2015/118", "/instruksi/2015/8"], LinksOf(await visitor.PageAsync("/instruksi/2015/7")));
        Assert.Equal(["/instruksi/2015/7"], LinksOf(await visitor.PageAsync("/instruksi/2015/118")));
        Assert.Equal(["/instruksi/2015/118", "/instruksi/2015/7"], LinksOf(await visitor.PageAsync("/jadwal/2015")));

        // The API.
        using var json = JsonDocument.Parse(await visitor.GetStringAsync("/api/v1/schedules/2015", Cancellation));
        var instruction = json.RootElement.GetProperty("instruction");
        Assert.Equal(
            [(118, "2015-06-01"), (7, "2015-06-05")],
            instruction
                .GetProperty("amends")
                .EnumerateArray()
                .Select(item => (item.GetProperty("number").GetInt32(), item.GetProperty("issuedOn").GetString()))
        );
        Assert.Equal(JsonValueKind.Null, instruction.GetProperty("amendedBy").ValueKind);

        // JDIH.
        Assert.Equal("Diubah dengan Instruksi Gubernur Nomor 7 Tahun 2015", await JdihStatusAsync(118));
        Assert.Equal(
            "Diubah dengan Instruksi Gubernur Nomor 8 Tahun 2015; Mengubah Instruksi Gubernur Nomor 118 Tahun 2015",
            await JdihStatusAsync(7)
        );
        Assert.Equal(
            "Berlaku; Mengubah Instruksi Gubernur Nomor 118 Tahun 2015; Mengubah Instruksi Gubernur Nomor 7 Tahun 2015",
            await JdihStatusAsync(8)
        );
    }

    [Fact]
    public async Task TheFooter_NamesTheInstructionInForceOnTheDayOfThePage_NotTheNewest()
    {
        await AmendAsync(await InForceAsync(), "Gambir", number: 7);

        Assert.Equal("/instruksi/2015/118", await BasisAsync("/?tanggal=2015-05-31"));
        Assert.Equal("/instruksi/2015/7", await BasisAsync("/?tanggal=2015-06-07"));
        Assert.Equal("/instruksi/2015/7", await BasisAsync("/kecamatan"));
        Assert.Equal("/instruksi/2015/118", await BasisAsync("/instruksi/2015/118"));
    }

    [Fact]
    public async Task AnAmendmentThatTakesEffectLater_CountsFromThatDayOn_Everywhere()
    {
        var before = await InForceAsync();
        var amendment = await Approval.AmendAsync(Secretariat, before, Cancellation);
        await WriteAsync(amendment, "Gambir", new RosterMonth(2015, 8));
        await SubmitAsync(amendment);
        var effect = new DateOnly(2015, 8, 1);
        await Approval.IssueAsync(Sekda, await SeenAsync(amendment), 7, Today, effect, printsReasons: false, Cancellation);

        // Until then the annex before is in force: footers, pages, API.
        Assert.Equal(before, await InForceAsync());
        Assert.Equal("/instruksi/2015/118", await BasisAsync("/kecamatan"));
        Assert.Equal("/instruksi/2015/118", await BasisAsync("/?tanggal=2015-07-26"));
        Assert.Equal("/instruksi/2015/7", await BasisAsync("/?tanggal=2015-08-02"));
        Assert.Equal("/instruksi/2015/118", await BasisAsync("/?bulan=2015-07"));
        Assert.Equal("/instruksi/2015/7", await BasisAsync("/?bulan=2015-08"));
        Assert.Equal("/instruksi/2015/118", await BasisAsync("/jadwal/2015"));
        using var july = JsonDocument.Parse(await visitor.GetStringAsync("/api/v1/duties?date=2015-07-26&row=1", Cancellation));
        using var august = JsonDocument.Parse(await visitor.GetStringAsync("/api/v1/duties?date=2015-08-02&row=1", Cancellation));
        Assert.Equal("Gambir", august.RootElement.GetProperty("duties")[0].GetProperty("name").GetString());
        Assert.NotEqual("Gambir", july.RootElement.GetProperty("duties")[0].GetProperty("name").GetString());
        using var json = JsonDocument.Parse(await visitor.GetStringAsync("/api/v1/schedules/2015", Cancellation));
        var instruction = json.RootElement.GetProperty("instruction");
        Assert.Equal(118, instruction.GetProperty("number").GetInt32());
        Assert.Equal("2015-08-01", instruction.GetProperty("amendedBy").GetProperty("effectiveOn").GetString());

        // What is said of both, and what the paper says.
        Assert.Contains("Berlaku sejak 1 Juni 2015 sampai 31 Juli 2015", await TextAsync("/instruksi/2015/118"), StringComparison.Ordinal);
        var page = await TextAsync("/instruksi/2015/7");
        Assert.Contains("Sudah ditetapkan, mulai berlaku 1 Agustus 2015.", page, StringComparison.Ordinal);
        Assert.Contains("Instruksi Gubernur ini mulai berlaku pada tanggal 1 Agustus 2015.", page, StringComparison.Ordinal);
        Assert.Contains("Mulai 1 Agustus 2015 berlaku perubahannya", await TextAsync("/jadwal/2015/1"), StringComparison.Ordinal);
        Assert.Equal("Diubah dengan Instruksi Gubernur Nomor 7 Tahun 2015 mulai 1 Agustus 2015", await JdihStatusAsync(118));
        Assert.Equal("Berlaku mulai 1 Agustus 2015; Mengubah Instruksi Gubernur Nomor 118 Tahun 2015", await JdihStatusAsync(7));
    }

    [Theory]
    [InlineData("", 6)]
    [InlineData("2015-08-01", 7)]
    [InlineData("2015-08-02", 7)]
    [InlineData("2015-08-09", 8)]
    public async Task AProposalForAnAmendment_LeavesAloneTheMonthsServedBeforeItCounts(string effect, int lastLocked)
    {
        var amendment = await Approval.AmendAsync(Secretariat, await InForceAsync(), Cancellation);
        if (effect.Length > 0)
        {
            var seen = await SeenAsync(amendment);
            await Writing.TypeWordsAsync(Secretariat, seen, [new TypedText("berlaku", string.Empty, effect)], Cancellation);
        }

        var proposals = portal.Portal.Services.GetRequiredService<DraftProposals>();
        var proposal = await proposals.ProposeAsync(Secretariat, amendment, new ProposalQuestion(RotationWay.New), Cancellation);

        var locked = proposal!.Proposal.Request.Limits.Locked.Select(cell => cell.Month.Month).Distinct().Order();
        Assert.Equal(Enumerable.Range(5, lastLocked - 4), locked);
    }

    [Fact]
    public async Task TheDateOfEffect_IsWrittenWithTheWords_AndProposedOnTheFormOfIssue()
    {
        var amendment = await Approval.AmendAsync(Secretariat, await InForceAsync(), Cancellation);
        await WriteAsync(amendment, "Gambir");
        var typed = await Writing.TypeWordsAsync(
            Secretariat,
            await SeenAsync(amendment),
            [new TypedText("berlaku", string.Empty, "2015-08-01")],
            Cancellation
        );
        Assert.Equal("2015-08-01", typed.Values["berlaku"]);
        Assert.EndsWith(
            "mulai berlaku pada tanggal 1 Agustus 2015.",
            (await Approval.OpenAsync(Secretariat, amendment, Cancellation))!.Words.Closing,
            StringComparison.Ordinal
        );
        var last = await SeenAsync(amendment);
        await Assert.ThrowsAsync<EditRefusedException>(() =>
            Writing.TypeWordsAsync(Secretariat, last, [new TypedText("berlaku", "2015-08-01", "besok")], Cancellation)
        );

        await SubmitAsync(amendment);
        using var sekda = await portal.ClientOfAsync(PortalRoles.Sekda);
        var page = await sekda.PageAsync($"/roster/jadwal/{amendment}/penetapan");
        Assert.Equal("2015-08-01", page.QuerySelector("#berlaku")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Reasons_ThatTheSekdaWantsPrinted_StandBehindTheAnnex_AlsoInPublic()
    {
        var amendment = await Approval.AmendAsync(Secretariat, await InForceAsync(), Cancellation);
        await WriteAsync(amendment, "Gambir");
        await SubmitAsync(amendment);
        await Approval.IssueAsync(Sekda, await SeenAsync(amendment), 7, Today, effectiveOn: null, printsReasons: true, Cancellation);

        var published = (await portal.Portal.Services.GetRequiredService<PublishedSchedules>().OfInstructionAsync(2015, 7, Cancellation))!;
        var reasons = (await portal.Portal.Services.GetRequiredService<ReasonsPaper>().OfAsync(published, Cancellation))!;
        var letter = PagesOf(InstructionPdf.Write(new InstructionPrint(published.Instruction)));
        var annex = PagesOf(await visitor.GetByteArrayAsync("/api/v1/instructions/2015/7/annex.pdf", Cancellation));
        Assert.True(PagesOf(await visitor.GetByteArrayAsync("/api/v1/instructions/2015/7/instruction.pdf", Cancellation)) > letter + annex);
        Assert.All(reasons.Report.Tables[0].Rows, row => Assert.Equal("Sebagaimana lampiran sebelumnya.", row.Cells[1].Text));
        Assert.Contains(reasons.Report.Tables[0].Rows, row => row.Cells[0].Text.Contains("Cilincing", StringComparison.Ordinal));
        Assert.False(reasons.ShowNip);

        var before = (await portal.Portal.Services.GetRequiredService<PublishedSchedules>().OfInstructionAsync(2015, 118, Cancellation))!;
        Assert.Null(await portal.Portal.Services.GetRequiredService<ReasonsPaper>().OfAsync(before, Cancellation));
    }

    [Fact]
    public async Task TheFooter_InAYearForWhichTheNextAnnexIsIssuedAlready_NamesTheOneOfToday()
    {
        var next = await Drafts.CreateAsync(
            Secretariat,
            new NewDraft("JADWAL", Year2016, await InForceAsync(), WithCells: true),
            Cancellation
        );
        await IssueAsync(next, number: 9);

        Assert.Equal("/instruksi/2015/118", await BasisAsync("/kecamatan"));
        Assert.Equal("/instruksi/2015/9", await BasisAsync("/jadwal/2016"));
    }

    [Fact]
    public async Task ADraftCopiedFromAnAmendment_HasTheWordsOfTheInstructionThatWasAmended()
    {
        var amended = await AmendAsync(await InForceAsync(), "Gambir", number: 7);
        var copy = await Drafts.CreateAsync(Secretariat, new NewDraft("JADWAL", Year2016, amended, WithCells: true), Cancellation);
        var empty = await Drafts.CreateAsync(Secretariat, new NewDraft("JADWAL", Year2016, null, WithCells: false), Cancellation);

        foreach (var draft in new[] { copy, empty })
        {
            var words = (await Approval.OpenAsync(Secretariat, draft, Cancellation))!.Words;
            Assert.Equal((Seed.Instruction.Subject, 3, (AmendmentWay?)null), (words.Subject, words.Dicta.Count, words.Amends));
            Assert.Equal(Seed.Instruction.Dicta, words.Dicta);
        }
    }

    [Fact]
    public async Task Reasons_OfTheAmendedAnnex_AreCarriedOverWhereTheWarningIsTheSame()
    {
        var first = await AmendAsync(await InForceAsync(), "Gambir", number: 7);
        var second = await Approval.AmendAsync(Secretariat, first, Cancellation);
        await WriteAsync(second, "Senen");
        var view = (await Approval.OpenAsync(Secretariat, second, Cancellation))!;

        // Jatinegara lost its only row of May with the first amendment; what the second does is its own.
        var before = (await Approval.OpenAsync(Secretariat, first, Cancellation))!.Warnings.Select(KeyOf).ToHashSet();
        Assert.All(view.Warnings, warning =>
            Assert.Equal(before.Contains(KeyOf(warning)) ? "Instruksi Gubernur 7/2015" : null, view.Schedule.ReasonFor(warning)?.From)
        );
        Assert.Contains(view.Warnings, warning => view.Schedule.ReasonFor(warning) is not null);
    }

    [Fact]
    public async Task JdihMetadata_IsAPageWithADownload_AndFilesAreNamedAfterTheInstruction()
    {
        var page = await visitor.PageAsync("/instruksi/2015/118/jdih");
        using var json = JsonDocument.Parse(await visitor.GetStringAsync("/api/v1/instructions/2015/118/jdih", Cancellation));
        Assert.Equal(
            json.RootElement.EnumerateObject().Select(member => (member.Name, member.Value.GetString())),
            page.QuerySelectorAll("tbody tr")
                .Select(row => (row.QuerySelector("th")!.TextContent, (string?)row.QuerySelector("td")!.TextContent))
        );
        var download = page.QuerySelector("a[download]")!;
        Assert.Equal(
            ("/api/v1/instructions/2015/118/jdih", "jdih-instruksi-118-2015.json"),
            (download.GetAttribute("href"), download.GetAttribute("download"))
        );
        Assert.Equal(
            "/instruksi/2015/118/jdih",
            (await visitor.PageAsync("/instruksi/2015/118")).QuerySelector("a[href$=jdih]")!.GetAttribute("href")
        );
        foreach (var path in new[] { "/api/v1/schedules/2015/annex.pdf", "/api/v1/instructions/2015/118/annex.pdf" })
        {
            using var answer = await visitor.GetAsync(path, Cancellation);
            Assert.Equal("lampiran-instruksi-118-2015.pdf", answer.Content.Headers.ContentDisposition!.FileName);
        }

        using var missing = await visitor.GetAsync("/instruksi/2015/9999/jdih", Cancellation);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task TheFormOfIssue_SaysWhatIsAmended()
    {
        var amendment = await Approval.AmendAsync(Secretariat, await InForceAsync(), Cancellation);
        await WriteAsync(amendment, "Gambir");
        await SubmitAsync(amendment);
        using var sekda = await portal.ClientOfAsync(PortalRoles.Sekda);
        var page = await sekda.PageAsync($"/roster/jadwal/{amendment}/penetapan");

        var form = page.QuerySelector("form:has(input[name=_handler][value=tetapkan])")!;
        Assert.Contains("Instruksi ini mengubah Instruksi Gubernur Nomor 118 Tahun 2015.", form.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 perubahan", form.TextContent, StringComparison.Ordinal);
        Assert.NotNull(form.QuerySelector("a[href='/instruksi/2015/118']"));
    }

    private static readonly RosterPeriod Year2016 = new(new RosterMonth(2016, 5), new RosterMonth(2016, 12));

    private static int PagesOf(byte[] file)
    {
        using var document = PdfReader.Open(new MemoryStream(file), PdfDocumentOpenMode.Import);
        return document.PageCount;
    }

    private static (string, int?, RosterMonth?, KecamatanCode?) KeyOf(Finding finding) =>
        (finding.Kind.Code, finding.RowIndex, finding.Month, finding.Kecamatan);

    private static IEnumerable<string?> LinksOf(AngleSharp.Dom.IDocument page) =>
        page.QuerySelectorAll(".amendment-relation a").Select(link => link.GetAttribute("href"));

    private async Task<Guid> InForceAsync() =>
        (await portal.Portal.Services.GetRequiredService<PublishedSchedules>().OfYearAsync(2015, Cancellation))!.Id;

    private async Task<string> TextAsync(string path) => (await visitor.PageAsync(path)).QuerySelector("main")!.TextContent;

    private async Task<string?> BasisAsync(string path) =>
        (await visitor.PageAsync(path)).QuerySelector(".site-footer a[href^='/instruksi/']")!.GetAttribute("href");

    private async Task<string?> JdihStatusAsync(int number)
    {
        using var json = JsonDocument.Parse(await visitor.GetStringAsync($"/api/v1/instructions/2015/{number}/jdih", Cancellation));
        return json.RootElement.GetProperty("status").GetString();
    }

    /// <summary>Amends an annex in force in its first cell, and issues the amendment today.</summary>
    private async Task<Guid> AmendAsync(Guid issued, string text, int number)
    {
        var amendment = await Approval.AmendAsync(Secretariat, issued, Cancellation);
        await WriteAsync(amendment, text);
        await IssueAsync(amendment, number);
        return amendment;
    }

    private async Task WriteAsync(Guid schedule, string text, RosterMonth? month = null)
    {
        var view = (await Drafts.OpenAsync(Secretariat, schedule, Cancellation))!;
        var where = month ?? view.Annex.Period.First;
        var before = view.Rows[0].Printed.Cells[view.Annex.Period.IndexOf(where)].AsPrinted;
        var edit = new ScheduleEdit.WriteCell(where, before, text) { RowId = view.Rows[0].Id };
        Assert.NotNull((await Drafts.ApplyAsync(Secretariat, schedule, [edit], origin: null, Cancellation)).Revision);
    }

    private async Task SubmitAsync(Guid schedule)
    {
        var view = (await Approval.OpenAsync(Secretariat, schedule, Cancellation))!;
        var warnings = view.Warnings.Select(view.Schedule.ReasonKeyOf).ToList();
        await Writing.ReasonAsync(Secretariat, await SeenAsync(schedule), warnings, "Sebagaimana lampiran sebelumnya.", Cancellation);
        await Approval.SubmitAsync(Secretariat, await SeenAsync(schedule), "", Cancellation);
        await Approval.InitialAsync(Secretariat, await SeenAsync(schedule), 0, Cancellation);
        await Approval.InitialAsync(Sekda, await SeenAsync(schedule), 1, Cancellation);
    }

    private async Task IssueAsync(Guid schedule, int number)
    {
        await SubmitAsync(schedule);
        await Approval.IssueAsync(Sekda, await SeenAsync(schedule), number, Today, effectiveOn: null, printsReasons: false, Cancellation);
    }

    private async Task<Seen> SeenAsync(Guid schedule) =>
        new(schedule, (await Approval.OpenAsync(Secretariat, schedule, Cancellation))!.Schedule.Revision);
}
