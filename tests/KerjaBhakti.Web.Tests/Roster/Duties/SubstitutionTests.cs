using System.Globalization;
using System.Net;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Roster.Duties;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Roster.Duties;

/// <summary>Substitutions over the forms of the pages, as two officials, the secretariat and the Regional Secretary.</summary>
public sealed class SubstitutionTests : IAsyncLifetime
{
    private const string FirstSunday = "2015-06-07";

    private const string SecondSunday = "2015-06-14";

    private static readonly byte[] Letter = InstructionPdf.Write(new InstructionPrint(Seed.Instruction));

    private DutyPortal portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => portal = await DutyPortal.StartAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task StandIn_ProposedByAnOfficial_IsAgreedByTheOtherAndApprovedByTheRegionalSecretary()
    {
        var id = await portal.ProposeAsync(FirstSunday);
        Assert.Contains("Menunggu kesepakatan", await TextAsync(portal.Official, Own(id)), StringComparison.Ordinal);
        Assert.Contains("Menunggu jawaban Anda", await TextAsync(portal.Other, "/saya/penggantian"), StringComparison.Ordinal);
        Assert.Contains("1 usulan penggantian menunggu jawaban Anda.", await TextAsync(portal.Other, "/saya"), StringComparison.Ordinal);
        Assert.DoesNotContain("menunggu jawaban Anda", await TextAsync(portal.Official, "/saya"), StringComparison.Ordinal);

        // Nothing for the Regional Secretary to look at before both sides agree; then it is the first thing to see.
        Assert.DoesNotContain("menunggu keputusan Anda", await TextAsync(portal.Sekda, "/kerja"), StringComparison.Ordinal);
        await StepAsync(portal.Other, Own(id), "sepakat");
        Assert.Contains("1 penggantian menunggu keputusan Anda", await TextAsync(portal.Sekda, "/kerja"), StringComparison.Ordinal);
        await StepAsync(portal.Sekda, Roster(id), "setujui");

        var page = await TextAsync(portal.Official, Own(id));
        Assert.Contains("Disetujui", page, StringComparison.Ordinal);
        Assert.Contains($"{portal.Labels[portal.OwnRow]} digantikan {portal.Labels[portal.OtherRow]}", page, StringComparison.Ordinal);
        Assert.Contains("Minggu, 7 Juni 2015", page, StringComparison.Ordinal);
        Assert.DoesNotContain("menunggu keputusan Anda", await TextAsync(portal.Sekda, "/kerja"), StringComparison.Ordinal);
        Assert.Contains(
            id.ToString(),
            await portal.Secretariat.GetStringAsync("/roster/penggantian?keadaan=disetujui", Cancellation),
            StringComparison.Ordinal
        );
        var trail = await portal.StoreAsync(db =>
            db.AuditEntries.Where(entry => entry.Subject == id.ToString()).Select(entry => entry.Action).ToListAsync(Cancellation)
        );
        Assert.Equal(["duty.substitution-proposed", "duty.substitution-accepted", "duty.substitution-approved"], trail);
    }

    [Fact]
    public async Task APostWithoutAnAccount_AgreesByALetterThatTheSecretariatEnters()
    {
        const int Row = 20;
        var id = await portal.ProposeAsync(FirstSunday, Row);
        var page = await portal.Secretariat.PageAsync(Roster(id));
        Assert.NotNull(page.QuerySelector($"form[action='{Roster(id)}/surat/{portal.Posts[Row]}']"));

        // Neither something that is no PDF, nor for a post that has an account, nor by somebody else.
        Assert.Equal("bukan-pdf", await LetterAsync(portal.Secretariat, id, Row, "bukan pdf"u8.ToArray()));
        Assert.Equal("ditolak", await LetterAsync(portal.Secretariat, id, portal.OwnRow, Letter));
        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            portal
                .Services.GetRequiredService<Substitutions>()
                .AcceptByLetterAsync(TestUsers.Of(PortalRoles.Sekda), new SeenSubstitution(id, 1), portal.Posts[Row], Letter, Cancellation)
        );

        Assert.Equal("surat", await LetterAsync(portal.Secretariat, id, Row, Letter));
        var told = await TextAsync(portal.Secretariat, Roster(id));
        Assert.Contains($"Disepakati {portal.Labels[Row]} dengan surat", told, StringComparison.Ordinal);
        Assert.Equal(Letter, await portal.Sekda.GetByteArrayAsync($"{Roster(id)}/surat/{portal.Posts[Row]}.pdf", Cancellation));
        await StepAsync(portal.Sekda, Roster(id), "setujui");
        Assert.Contains("Disetujui", await TextAsync(portal.Official, Own(id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Swap_OfTwoSundays_IsOneSubstitutionWithBothHalves()
    {
        var id = DutyPortal.IdIn(
            await DutyPortal.DoneAsync(
                portal.Official,
                $"{ProposalOf(portal.OwnRow, FirstSunday, portal.Labels[portal.OtherRow])}&cara=tukar",
                "usulkan",
                new()
                {
                    ["Posted.Choice"] = Number(portal.OtherRow),
                    ["Posted.OtherSpan"] = SecondSunday,
                    ["Posted.Reason"] = "Dinas luar kota",
                }
            )
        );
        await StepAsync(portal.Other, Own(id), "sepakat");
        await StepAsync(portal.Sekda, Roster(id), "setujui");

        var rows = (await portal.Sekda.PageAsync(Roster(id)))
            .QuerySelectorAll("table.stacked tbody tr")
            .Select(row => Tidy(row.TextContent))
            .ToList();
        Assert.Equal(2, rows.Count);
        Assert.Matches($"7 Juni 2015.*baris {portal.OwnRow}.*{portal.Labels[portal.OtherRow]}", rows[0]);
        Assert.Matches($"14 Juni 2015.*baris {portal.OtherRow}.*{portal.Labels[portal.OwnRow]}", rows[1]);
    }

    [Fact]
    public async Task SwapForm_NamesNobodyWhoServesInTheSamePlaceOnThatDay_AndSaysWhereTheOthersServe()
    {
        // The Mayor and the Deputy Mayor of Jakarta Pusat both serve all of Jakarta Pusat.
        var deputy = Uri.EscapeDataString(KerjaBhakti.Tests.Seed.Annex.Rows[75].Label);
        var search = $"/roster/penggantian/baru?baris=40&waktu={FirstSunday}&cari={deputy}";
        Assert.Single((await portal.Secretariat.PageAsync($"{search}&cara=ganti")).QuerySelectorAll(".candidate"));
        var swap = await portal.Secretariat.PageAsync($"{search}&cara=tukar");
        Assert.Empty(swap.QuerySelectorAll(".candidate"));
        Assert.Contains("bertugas di tempat yang sama pada hari itu", swap.Body!.TextContent, StringComparison.Ordinal);

        var other = Uri.EscapeDataString(portal.Labels[portal.OtherRow]);
        var candidate = (
            await portal.Secretariat.PageAsync(
                $"/roster/penggantian/baru?baris={portal.OwnRow}&waktu={FirstSunday}&cari={other}&cara=tukar"
            )
        ).QuerySelector(".candidate")!;
        Assert.Matches("Tugasnya: Juni .+, Juli .+, Desember ", candidate.TextContent);

        // What the script writes beside each date that can be taken in return.
        using var places = System.Text.Json.JsonDocument.Parse(candidate.QuerySelector("input")!.GetAttribute("data-places")!);
        var row = Seed.Annex.Rows[portal.OtherRow - 1];
        Assert.Equal(
            Seed.Annex.Period.Months.Zip(row.Cells, (month, cell) => (month.ToString(), (string?)cell.AsPrinted)),
            places.RootElement.EnumerateObject().Select(place => (place.Name, place.Value.GetString()))
        );
    }

    [Fact]
    public async Task Month_ProposedByTheSecretariat_NeedsBothSidesAndNamesEverySunday()
    {
        var id = DutyPortal.IdIn(
            await DutyPortal.DoneAsync(
                portal.Secretariat,
                $"/roster/penggantian/baru?baris={portal.OwnRow}&waktu=2015-06&cari={Uri.EscapeDataString(portal.Labels[portal.OtherRow])}",
                "usulkan",
                new() { ["Posted.Choice"] = Number(portal.Posts[portal.OtherRow]), ["Posted.Reason"] = "Tugas negara" }
            )
        );

        await StepAsync(portal.Other, Own(id), "sepakat");
        Assert.Contains("Menunggu kesepakatan", await TextAsync(portal.Secretariat, Roster(id)), StringComparison.Ordinal);
        await StepAsync(portal.Official, Own(id), "sepakat");
        Assert.Contains("Menunggu Sekda", await TextAsync(portal.Secretariat, Roster(id)), StringComparison.Ordinal);
        Assert.Contains(
            "Minggu, 7, 14, 21, dan 28 Juni 2015",
            await TextAsync(portal.Secretariat, "/roster/penggantian"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Candidates_AreTheBestFiveWithTheirReasons_AndEverybodyIsFoundByName()
    {
        var best = (await portal.Official.PageAsync(ProposalOf(portal.OwnRow, FirstSunday)))
            .QuerySelectorAll(".candidate")
            .Select(item => Tidy(item.TextContent))
            .ToList();
        Assert.Equal(5, best.Count);
        Assert.All(best, reason => Assert.Contains("belum pernah menggantikan", reason, StringComparison.Ordinal));

        var found = await portal.Official.PageAsync(ProposalOf(portal.OwnRow, FirstSunday, "perpustakaan"));
        Assert.Contains($"(baris {portal.OtherRow})", Tidy(found.QuerySelector(".candidate")!.TextContent), StringComparison.Ordinal);
        Assert.Contains(
            "Tidak ada jabatan yang cocok",
            await TextAsync(portal.Official, ProposalOf(portal.OwnRow, FirstSunday, "qqq")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Decline_ByTheOtherSide_EndsItWithTheReason()
    {
        var id = await portal.ProposeAsync(FirstSunday);
        await StepAsync(portal.Other, Own(id), "akhiri", new() { ["Posted.Reason"] = "Sudah ada acara" });

        var page = await TextAsync(portal.Official, Own(id));
        Assert.Contains("Ditolak", page, StringComparison.Ordinal);
        Assert.Contains("Sudah ada acara", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_IsForWhoeverProposed_AndOnlyUntilItIsApproved()
    {
        var id = await portal.ProposeAsync(FirstSunday);
        Assert.DoesNotContain("Tarik usulan", await TextAsync(portal.Other, Own(id)), StringComparison.Ordinal);
        await StepAsync(portal.Official, Own(id), "tarik");
        Assert.Contains("Ditarik", await TextAsync(portal.Other, Own(id)), StringComparison.Ordinal);

        var approved = await portal.ApproveAsync(FirstSunday);
        Assert.DoesNotContain("Tarik usulan", await TextAsync(portal.Official, Own(approved)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoke_ByTheSecretariat_NeedsAReasonAndFreesTheSunday()
    {
        var id = await portal.ApproveAsync(FirstSunday);
        Assert.Contains(
            "Alasan wajib ditulis",
            await DutyPortal.RefusedAsync(portal.Secretariat, Roster(id), "akhiri", new() { ["Posted.Reason"] = " " }),
            StringComparison.Ordinal
        );
        await StepAsync(portal.Secretariat, Roster(id), "akhiri", new() { ["Posted.Reason"] = "Pengganti sakit" });

        Assert.Contains("Dibatalkan mulai 5 Juni 2015", await TextAsync(portal.Official, Own(id)), StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, await portal.ProposeAsync(FirstSunday));
    }

    [Fact]
    public async Task Propose_WhatCannotBe_IsRefusedInWordsAndNothingIsSaved()
    {
        var path = ProposalOf(portal.OwnRow, FirstSunday);
        Assert.Contains("dirinya sendiri", await RefusedProposalAsync(path, portal.OwnRow), StringComparison.Ordinal);
        Assert.Contains("sudah lewat", await TextAsync(portal.Official, ProposalOf(portal.OwnRow, "2015-05-31")), StringComparison.Ordinal);
        Assert.Contains(
            "bukan hari Minggu",
            await TextAsync(portal.Official, ProposalOf(portal.OwnRow, "2015-06-08")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "bukan tugas jabatan Anda",
            await TextAsync(portal.Official, ProposalOf(portal.OtherRow, FirstSunday)),
            StringComparison.Ordinal
        );

        // The page was opened before somebody called the Sunday off, went away, or issued another annex.
        await portal.StoreAsync(db =>
            Task.FromResult(
                db.SundayDecisions.Add(
                    new SundayDecision(
                        new(2015, 6, 14),
                        dutyStands: false,
                        "Banjir",
                        new("s", "Sekretariat"),
                        new DateTimeOffset(2015, 6, 5, 1, 0, 0, TimeSpan.Zero)
                    )
                )
            )
        );
        Assert.Contains(
            "sudah lewat, ditiadakan",
            await TextAsync(portal.Official, ProposalOf(portal.OwnRow, SecondSunday)),
            StringComparison.Ordinal
        );
        await AwayAsync(portal.Other, FirstSunday, FirstSunday);
        Assert.Contains("sedang cuti atau berhalangan", await RefusedProposalAsync(path, portal.OtherRow), StringComparison.Ordinal);
        Assert.Contains(
            "Lampiran berganti",
            await RefusedProposalAsync(path, portal.OtherRow, new() { ["Posted.Annex"] = Guid.NewGuid().ToString() }),
            StringComparison.Ordinal
        );

        Assert.Equal(0, await portal.StoreAsync(db => db.Substitutions.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Propose_ForATakenSunday_IsRefused_AlsoWhereTwoAskAtOnce()
    {
        var path = ProposalOf(portal.OwnRow, FirstSunday, portal.Labels[portal.OtherRow]);
        Task<Dictionary<string, string>> FillInAsync() =>
            portal.Official.FillInAsync(
                path,
                new() { ["Posted.Choice"] = Number(portal.Posts[portal.OtherRow]), ["Posted.Reason"] = "Dinas" },
                Form("usulkan")
            );

        // Both have the form open before either sends it.
        var (first, second) = (await FillInAsync(), await FillInAsync());
        var answers = await Task.WhenAll(portal.Official.PostFieldsAsync(path, first), portal.Official.PostFieldsAsync(path, second));

        var late = Assert.Single(answers, answer =>
            answer.Headers.Location?.OriginalString.EndsWith("?selesai=usulkan", StringComparison.Ordinal) != true
        );
        if (late.StatusCode == HttpStatusCode.Redirect)
        {
            // The first was stored before the second's page was made again, which has no such form then.
            late.AssertNoSuchForm();
        }
        else
        {
            Assert.Contains("sudah mempunyai penggantian", await late.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        Assert.Equal(1, await portal.StoreAsync(db => db.Substitutions.CountAsync(Cancellation)));
        Assert.Contains(
            "sudah mempunyai penggantian",
            await RefusedProposalAsync(ProposalOf(portal.OwnRow, FirstSunday), portal.Posts.Keys.Max()),
            StringComparison.Ordinal
        );
        foreach (var answer in answers)
        {
            answer.Dispose();
        }
    }

    [Fact]
    public async Task AStaleForm_IsToldAndChangesNothing()
    {
        var id = await portal.ProposeAsync(FirstSunday);
        Assert.Contains(
            "Orang lain baru saja mengubah",
            await DutyPortal.RefusedAsync(portal.Other, Own(id), "sepakat", new() { ["Posted.Revision"] = "99" }),
            StringComparison.Ordinal
        );

        // The other side declined meanwhile, so that the page has no such form any more.
        await StepAsync(portal.Other, Own(id), "akhiri", new() { ["Posted.Reason"] = "Acara" });
        using var late = await portal.Official.PostFormAsync(Own(id), new() { ["_handler"] = "tarik", ["Posted.Revision"] = "1" }, "form");
        Assert.Contains("Orang lain baru saja mengubah", await late.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("Ditolak", await TextAsync(portal.Official, Own(id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterAnotherAnnex_AProposalIsVoidAndSaysSo()
    {
        var id = await portal.ProposeAsync(FirstSunday);
        await StepAsync(portal.Other, Own(id), "sepakat");
        var schedule = await portal.StoreAsync(db =>
            db.Schedules.Where(item => item.Status == ScheduleStatus.Issued).Select(item => item.Id).SingleAsync(Cancellation)
        );
        await DutyPortal.DoneAsync(
            portal.Sekda,
            $"/roster/jadwal/{schedule}/penetapan",
            "cabut",
            new()
            {
                ["Posted.Number"] = "7",
                ["Posted.Date"] = "2015-06-05",
                ["Posted.Reason"] = "Dihentikan",
            }
        );

        var page = await TextAsync(portal.Sekda, Roster(id));
        Assert.Contains("penggantian ini gugur", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Setujui penggantian", page, StringComparison.Ordinal);
        Assert.DoesNotContain("menunggu keputusan Anda", await TextAsync(portal.Sekda, "/kerja"), StringComparison.Ordinal);
        using var crafted = await portal.Sekda.PostFormAsync(
            Roster(id),
            new() { ["_handler"] = "setujui", ["Posted.Revision"] = "2" },
            "form"
        );
        Assert.Contains("penggantian ini gugur", await crafted.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStranger_SeesNoSubstitutionOfOthers_AndACraftedConsentIsRefused()
    {
        var id = await portal.ProposeAsync(FirstSunday, 30);
        using var hidden = await portal.Other.GetAsync(Own(id), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);

        using var crafted = await portal.Official.PostFormAsync(
            Own(id),
            new()
            {
                ["_handler"] = "sepakat",
                ["Posted.Revision"] = "1",
                ["Posted.Side"] = Number(portal.Posts[30]),
            },
            "form"
        );
        Assert.EndsWith("/ditolak", crafted.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Contains("Menunggu kesepakatan", await TextAsync(portal.Official, Own(id)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PortalRoles.Sekretariat)]
    [InlineData(PortalRoles.Inspektorat)]
    [InlineData(PortalRoles.Pejabat)]
    public async Task Approve_PastThePage_IsRefusedToEveryRoleButTheRegionalSecretary(string role)
    {
        var user = TestUsers.Of(role);
        var substitutions = portal.Services.GetRequiredService<Substitutions>();

        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            substitutions.ApproveAsync(user, new SeenSubstitution(Guid.NewGuid(), 1), Cancellation)
        );
    }

    [Fact]
    public async Task Absence_IsEntered_KeepsThePostFromBeingSuggested_AndIsRemovedAgain()
    {
        await AwayAsync(portal.Other, "2015-06-01", "2015-06-10");
        Assert.Contains(
            "sedang tidak dapat bertugas",
            await TextAsync(portal.Official, ProposalOf(portal.OwnRow, FirstSunday, portal.Labels[portal.OtherRow])),
            StringComparison.Ordinal
        );
        var page = await TextAsync(portal.Other, "/saya/penggantian");
        Assert.Contains("1 Juni 2015 s.d. 10 Juni 2015", page, StringComparison.Ordinal);
        Assert.Contains("Minggu, 7 Juni 2015: bertugas.", page, StringComparison.Ordinal);

        Assert.Contains("sudah dicatat", await RefusedAbsenceAsync("2015-06-06", "2015-06-07"), StringComparison.Ordinal);
        Assert.Contains("tidak dapat berakhir", await RefusedAbsenceAsync("2015-07-02", "2015-07-01"), StringComparison.Ordinal);
        Assert.Contains("sudah lewat", await RefusedAbsenceAsync("2015-05-01", "2015-05-02"), StringComparison.Ordinal);
        Assert.Contains("Isikan hari pertama", await RefusedAbsenceAsync("", "2015-05-02"), StringComparison.Ordinal);

        var handler = (await portal.Other.PageAsync("/saya/penggantian"))
            .QuerySelector("input[name=_handler][value^=hapus]")!
            .GetAttribute("value")!;
        await DutyPortal.DoneAsync(portal.Other, "/saya/penggantian", handler, []);
        Assert.DoesNotContain("10 Juni 2015", await TextAsync(portal.Other, "/saya/penggantian"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/roster/penggantian?keadaan=xyz&halaman=abc")]
    [InlineData("/roster/penggantian/baru?baris=abc&waktu=besok&cara=lain")]
    public async Task AMistypedAddress_IsAnsweredWithThePage(string path)
    {
        using var answer = await portal.Secretariat.GetAsync(path, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static string Own(Guid id) => $"/saya/penggantian/{id}";

    private static string Roster(Guid id) => $"/roster/penggantian/{id}";

    private static string Form(string name) => $"form:has(input[name=_handler][value={name}])";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string ProposalOf(int row, string when, string? search = null) =>
        $"/saya/penggantian/baru?baris={row}&waktu={when}{(search is null ? "" : $"&cari={Uri.EscapeDataString(search)}")}";

    private static async Task<string> TextAsync(HttpClient client, string path) =>
        Tidy((await client.PageAsync(path)).QuerySelector("main")!.TextContent);

    private static async Task StepAsync(HttpClient client, string path, string step, Dictionary<string, string>? fields = null) =>
        Assert.EndsWith($"selesai={step}", await DutyPortal.DoneAsync(client, path, step, fields ?? []), StringComparison.Ordinal);

    private Task<string> RefusedProposalAsync(string path, int substitute, Dictionary<string, string>? more = null) =>
        DutyPortal.RefusedAsync(
            portal.Official,
            path,
            "usulkan",
            new(more ?? []) { ["Posted.Choice"] = Number(portal.Posts[substitute]), ["Posted.Reason"] = "Dinas luar kota" }
        );

    private static async Task AwayAsync(HttpClient client, string from, string to) =>
        await DutyPortal.DoneAsync(client, "/saya/penggantian", "berhalangan", new() { ["Posted.From"] = from, ["Posted.To"] = to });

    private Task<string> RefusedAbsenceAsync(string from, string to) =>
        DutyPortal.RefusedAsync(portal.Other, "/saya/penggantian", "berhalangan", new() { ["Posted.From"] = from, ["Posted.To"] = to });

    private async Task<string> LetterAsync(HttpClient client, Guid id, int row, byte[] file)
    {
        var form = (await client.PageAsync(Roster(id))).QuerySelector($"form[action^='{Roster(id)}/surat/']")!;
        using var content = new MultipartFormDataContent();
        foreach (var field in form.QuerySelectorAll("input[type=hidden]"))
        {
            content.Add(new StringContent(field.GetAttribute("value") ?? string.Empty), field.GetAttribute("name")!);
        }

        content.Add(new ByteArrayContent(file), "berkas", "surat.pdf");
        using var answer = await client.PostAsync($"{Roster(id)}/surat/{portal.Posts[row]}", content, Cancellation);
        return answer.Headers.Location!.OriginalString.Split("hasil=")[1];
    }
}
