using System.Globalization;
using System.Net;
using System.Security.Claims;
using AngleSharp;
using AngleSharp.Dom;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Tests;
using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Hosting;
using KerjaBhakti.Web.Wakatobi;
using KerjaBhakti.Web.Wakatobi.Fees;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests;

/// <summary>Service fees over the forms of the pages, in a portal of its own with Rp1.000.001 to distribute.</summary>
public sealed class FundFeeTests : IAsyncLifetime
{
    private const string Draft = "/wakatobi/jasa/baru";

    private const string Staff = """
        staff_id,name,component,points
        P1,Pegawai Satu,LANGSUNG,12.5
        P2,Pegawai Dua,LANGSUNG,7.5
        P1,Pegawai Satu,MERATA,
        P2,Pegawai Dua,MERATA,
        P3,Pegawai Tiga,MERATA,
        """;

    private PortalUnderTest portal = null!;
    private HttpClient finance = null!;
    private HttpClient director = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalUnderTest.StartAsync("--Portal:Today=2024-07-15");
        finance = await ClientOfAsync(PortalRoles.KeuanganRsud);
        director = await ClientOfAsync(PortalRoles.DirekturRsud);
        await ReceiveAsync(new Rupiah(2_000_001));
    }

    public async ValueTask DisposeAsync()
    {
        finance.Dispose();
        director.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task ADistribution_PreparedApprovedPaidAndReversed_LeavesTheBooksAsTheyWere()
    {
        Assert.Contains("Tersedia Rp1.000.001", await finance.GetStringAsync(Draft, Cancellation), StringComparison.Ordinal);

        // The what-if shows every amount and stores nothing.
        var preview = await PreviewAsync(Fields());
        Assert.Contains("Rp133.334", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("poin Anda 12,5 dari 20 poin seluruh 2 pegawai komponen ini", preview.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Belum ada pembagian", await finance.GetStringAsync("/wakatobi/jasa", Cancellation), StringComparison.Ordinal);

        var page = await PrepareAsync(Fields());
        Assert.Contains("Rp1", (await finance.PageAsync("/wakatobi/jasa")).QuerySelector(".facts dd")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Menunggu persetujuan Direktur.", await finance.GetStringAsync(page, Cancellation), StringComparison.Ordinal);
        Assert.Empty(await BalancesAsync(page));

        await StepAsync(director, page, "setujui", Approval("445/12/2024"));
        Assert.Equal([(ChartOfAccounts.ApprovedFees, 1_000_000), (ChartOfAccounts.FeesPayable, -1_000_000)], await BalancesAsync(page));

        Assert.Contains(
            "mendahului keputusan", await RefusalAsync(finance, page, "bayar", new() { ["Posted.Date"] = "2024-07-09" }), StringComparison.Ordinal);
        Assert.Contains(
            "belum tiba", await RefusalAsync(finance, page, "bayar", new() { ["Posted.Date"] = "2024-07-16" }), StringComparison.Ordinal);
        await StepAsync(finance, page, "bayar", new() { ["Posted.Date"] = "2024-07-12" });
        Assert.Equal([(ChartOfAccounts.Bank, -1_000_000), (ChartOfAccounts.FeeExpense, 1_000_000)], await BalancesAsync(page));

        Assert.Contains("Alasan", await RefusalAsync(finance, page, "batalkan", new() { ["Posted.Reason"] = " " }), StringComparison.Ordinal);
        await StepAsync(finance, page, "batalkan", new() { ["Posted.Reason"] = "Poin salah." });
        Assert.Empty(await BalancesAsync(page));
        Assert.Contains("Poin salah.", await finance.GetStringAsync(page, Cancellation), StringComparison.Ordinal);
        Assert.Contains("Tersedia Rp1.000.001", await finance.GetStringAsync(Draft, Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Posted.Components[1].Share", "39,99", "Bagian semua komponen berjumlah 99,99 %, padahal harus tepat 100 %.")]
    [InlineData("Posted.Components[1].Share", "empat puluh", "Komponen 'MERATA': bagian 'empat puluh' bukan persen dari 0 sampai 100")]
    [InlineData("Posted.Components[1].Code", "LANGSUNG", "Komponen 'LANGSUNG' ada 2 kali")]
    [InlineData("Posted.Pool", "1,000,000", "Jumlah yang dibagikan: '1,000,000' memakai koma")]
    [InlineData("Posted.Pool", "-5", "negatif")]
    [InlineData("Posted.Pool", "9000000000000001", "melebihi jumlah terbesar")]
    [InlineData("Posted.Staff", "", "Daftar pegawai dan poin belum diisi.")]
    [InlineData("Posted.Staff", "P1,a,LANGSUNG,1", "Baris pertama berkas pegawai harus")]
    [InlineData("Posted.Staff", "staff_id,name,component,points\nP1,a,LANGSUNG,1\nP1,a,LANGSUNG,2\nP1,a,MERATA,", "Pegawai 'P1' ada 2 kali dalam komponen LANGSUNG (baris 2 dan 3)")]
    [InlineData("Posted.Staff", "staff_id,name,component,points\nP1,a,LANGSUNG,1", "Komponen MERATA tidak mempunyai pegawai")]
    [InlineData("Posted.Staff", "staff_id,name,component,points\nP1,a,LANGSUNG,0\nP1,a,MERATA,", "Jumlah poin komponen LANGSUNG nol")]
    [InlineData("Posted.Staff", "staff_id\tname\tcomponent\tpoints\nP1\ta\tLANGSUNG\t1,5\nP1\ta\tMERATA\t", "Baris 2: poin '1,5' memakai koma")]
    [InlineData("Posted.Staff", "staff_id\tname\tcomponent\tpoints\nP1\ta\tLANGSUNG\t=1+1\nP1\ta\tMERATA\t", "Baris 2: poin '=1+1' bukan angka")]
    public async Task AWhatIf_ThatCannotBe_IsNamedAndStaysAsTyped(string field, string value, string problem)
    {
        var page = await PreviewAsync(new(Fields()) { [field] = value });

        Assert.Contains(problem, page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("button[value=siapkan]"));
        Assert.Equal("Rancangan Juni", page.QuerySelector("#nomor")!.GetAttribute("value"));
        var control = page.GetElementsByName(field).Single();
        Assert.Equal(value, control.GetAttribute("value") ?? control.TextContent);
    }

    [Fact]
    public async Task AWhatIf_PastedFromASpreadsheet_IsTheSameAsTheFile()
    {
        var pasted = new Dictionary<string, string>(Fields()) { ["Posted.Staff"] = Staff.Replace(',', '\t').Replace("Satu", "Satu, S.Kep", StringComparison.Ordinal) };
        using var file = new MultipartFormDataContent();
        foreach (var (name, value) in await WithTokenAsync(finance, Draft, "main form", new(Fields()) { ["Posted.Staff"] = "diganti" }))
        {
            file.Add(new StringContent(value), name);
        }

        file.Add(new ByteArrayContent([.. "\uFEFF"u8, .. System.Text.Encoding.UTF8.GetBytes(Staff)]), "Posted.File", "pegawai.csv");
        using var answer = await finance.PostAsync(Draft, file, Cancellation);
        var uploaded = await ParseAsync(answer);
        var paste = await PreviewAsync(pasted);

        Assert.Contains("Pegawai Satu, S.Kep", paste.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(AmountsIn(paste), AmountsIn(uploaded));
        Assert.StartsWith("staff_id,name", uploaded.QuerySelector("#pegawai")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWhatIf_ChangedSinceItWasCalculated_IsShownAgainAndNotStored()
    {
        var preview = await PreviewAsync(Fields());
        var changed = new Dictionary<string, string>(Fields()) { ["Posted.Pool"] = "900.000", ["Posted.Shown"] = Shown(preview), ["Posted.Step"] = "siapkan" };

        using var answer = await PostAsync(changed);

        Assert.Contains("Isian berubah sejak terakhir dihitung", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("Belum ada pembagian", await finance.GetStringAsync("/wakatobi/jasa", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoreThanIsLeft_IsRefusedWhenItIsStored()
    {
        await PrepareAsync(Fields());
        var second = await PreviewAsync(Fields());
        using var answer = await PostAsync(new(Fields()) { ["Posted.Shown"] = Shown(second), ["Posted.Step"] = "siapkan" });

        Assert.Contains("melebihi jasa pelayanan yang tersedia, Rp1.", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoDirectorsApprovingAtOnce_OneIsTold()
    {
        var page = await PrepareAsync(Fields());

        // Both have the page open before either decides.
        var first = await WithTokenAsync(director, page, FormOf("setujui"), Approval("1/2024"));
        var second = await WithTokenAsync(director, page, FormOf("setujui"), Approval("2/2024"));

        var answers = await Task.WhenAll(new[] { first, second }.Select(async fields =>
        {
            using var content = new FormUrlEncodedContent(fields);
            return await director.PostAsync(page, content, Cancellation);
        }));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Redirect], answers.Select(answer => answer.StatusCode).Order());
        var told = answers.Single(answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Contains("sudah disetujui oleh Direktur", await told.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal([(ChartOfAccounts.ApprovedFees, 1_000_000), (ChartOfAccounts.FeesPayable, -1_000_000)], await BalancesAsync(page));
        foreach (var answer in answers)
        {
            answer.Dispose();
        }
    }

    [Theory]
    [InlineData("2024-07-16", "belum tiba")]
    [InlineData("0204-07-01", "mendahului aturan pembagian yang pertama")]
    public async Task Approval_OfADateThatCannotBe_IsRefusedAndKeepsTheNumber(string date, string problem)
    {
        var page = await PrepareAsync(Fields());
        var text = await RefusalAsync(director, page, "setujui", new() { ["Posted.Number"] = "445/12/2024", ["Posted.Date"] = date });

        Assert.Contains(problem, text, StringComparison.Ordinal);
        Assert.Contains("value=\"445/12/2024\"", text, StringComparison.Ordinal);
        Assert.Empty(await BalancesAsync(page));
    }

    [Fact]
    public async Task AReversal_OfWhatWasApprovedMeanwhile_IsRefused()
    {
        var page = await PrepareAsync(Fields());
        await StepAsync(director, page, "setujui", Approval("445/12/2024"));

        var text = await RefusalAsync(finance, page, "batalkan", new() { ["Posted.Reason"] = "Salah.", ["Posted.Revision"] = "0" });

        Assert.Contains("Orang lain baru saja mengubah data ini", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheStaff_SeesItsOwnSlipsOnceTheyAreApproved()
    {
        using var staff = await ClientOfAsync(PortalRoles.PegawaiRsud);
        var page = await PrepareAsync(Fields());
        var id = page.Split('/')[^1];
        Assert.Contains("belum dihubungkan", await staff.GetStringAsync("/wakatobi/saya", Cancellation), StringComparison.Ordinal);

        await LinkAsync("P1");
        Assert.Contains("Belum ada slip", await staff.GetStringAsync("/wakatobi/saya", Cancellation), StringComparison.Ordinal);
        using var early = await staff.GetAsync($"/wakatobi/saya/{id}/slip.pdf", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);

        await StepAsync(director, page, "setujui", Approval("445/12/2024"));
        var own = await staff.GetStringAsync("/wakatobi/saya", Cancellation);
        Assert.Contains("Rp508.334", own, StringComparison.Ordinal);
        Assert.Contains("Pegawai Satu", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Pegawai Dua", own, StringComparison.Ordinal);
        Assert.StartsWith("%PDF", await staff.GetStringAsync($"/wakatobi/saya/{id}/slip.pdf", Cancellation), StringComparison.Ordinal);

        // Another person's slip is closed, whatever the address says.
        foreach (var path in new[] { page, $"{page}/slip/P2", $"{page}/slip/P1", $"{page}/slip/P2/slip.pdf", "/wakatobi/jasa" })
        {
            using var answer = await staff.GetAsync(path, Cancellation);
            Assert.StartsWith("/ditolak", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task EveryLook_IsInTheTrailWithoutTheAmount()
    {
        using var staff = await ClientOfAsync(PortalRoles.PegawaiRsud);
        using var inspector = await ClientOfAsync(PortalRoles.Inspektorat);
        var page = await PrepareAsync(Fields());
        await StepAsync(director, page, "setujui", Approval("445/12/2024"));
        await LinkAsync("P1");

        var before = await LooksAsync();
        await inspector.GetStringAsync(page, Cancellation);
        await inspector.GetStringAsync($"{page}/slip/P2", Cancellation);
        await inspector.GetStringAsync($"{page}/slip/P2/slip.pdf", Cancellation);
        await staff.GetStringAsync("/wakatobi/saya", Cancellation);

        Assert.Equal(
            [
                "Inspektorat: rincian jasa pelayanan menurut keputusan 445/12/2024",
                "Inspektorat: slip pegawai P2 menurut keputusan 445/12/2024",
                "Inspektorat: slip pegawai P2 menurut keputusan 445/12/2024",
                "Pegawai: slip sendiri, pegawai P1",
            ],
            (await LooksAsync()).Skip(before.Count));
        Assert.DoesNotContain("508.334", await inspector.GetStringAsync("/audit?jenis=fund.fees", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANumberOfAnotherAccount_IsNotGivenTwice()
    {
        await LinkAsync("P1");
        var users = portal.Services.CreateScope().ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<PortalUser>>();
        var second = new PortalUser { UserName = "kedua@demo.local", Email = "kedua@demo.local", DisplayName = "Pegawai kedua" };
        Assert.True((await users.CreateAsync(second, DemoAccounts.Password)).Succeeded);
        Assert.True((await users.AddToRoleAsync(second, PortalRoles.PegawaiRsud)).Succeeded);

        using var answer = await finance.PostFormAsync(
            "/wakatobi/jasa/pegawai", new() { ["Posted.Account"] = second.Id.ToString(), ["Posted.StaffId"] = "P1" });

        Assert.Contains("sudah dihubungkan dengan akun lain", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PortalRoles.DirekturRsud, "EnterFund")]
    [InlineData(PortalRoles.KeuanganRsud, "ApproveFund")]
    [InlineData(PortalRoles.Inspektorat, "EnterFund ApproveFund")]
    [InlineData(PortalRoles.PegawaiRsud, "EnterFund ApproveFund ReadFund")]
    [InlineData(PortalRoles.Admin, "EnterFund ApproveFund ReadFund OwnFees")]
    [InlineData(PortalRoles.Sekretariat, "EnterFund ApproveFund ReadFund OwnFees")]
    public async Task AStepOfAnotherRole_PastThePages_IsRefused(string role, string closed)
    {
        var user = UserOf(role);
        var fees = portal.Services.GetRequiredService<FeeDistributions>();
        var own = portal.Services.GetRequiredService<OwnFees.OwnFeeSlips>();
        var accounts = portal.Services.GetRequiredService<StaffAccounts>();
        var calculation = FeeCalculation.Of(
            new Rupiah(10), new FeeDecree("1", [new FeeComponent("A", Percent.Parse("100"), FeeMethod.Equal)]), [new StaffPoints("P1", "a", "A", null)]);
        var steps = new Dictionary<string, Func<Task>[]>
        {
            ["EnterFund"] =
            [
                () => fees.PrepareAsync(user, calculation, Cancellation),
                () => fees.PayAsync(user, Guid.Empty, new DateOnly(2024, 7, 1), Cancellation),
                () => fees.ReverseAsync(user, Guid.Empty, 0, "alasan", Cancellation),
                () => accounts.LinkAsync(user, Guid.Empty, "P1", Cancellation),
            ],
            ["ApproveFund"] = [() => fees.ApproveAsync(user, Guid.Empty, "1", new DateOnly(2024, 7, 1), Cancellation)],
            ["ReadFund"] = [() => fees.OpenAsync(user, Guid.Empty, Cancellation), () => fees.OpenSlipAsync(user, Guid.Empty, "P1", Cancellation)],
            ["OwnFees"] = [() => own.OpenAsync(user, Cancellation)],
        };

        foreach (var step in closed.Split(' ').SelectMany(policy => steps[policy]))
        {
            await Assert.ThrowsAsync<AccessDeniedException>(step);
        }
    }

    [Fact]
    public async Task ACraftedApprovalByFinance_ChangesNothing()
    {
        var page = await PrepareAsync(Fields());

        // The page shows finance no such form; its token is taken from another one.
        using var answer = await finance.PostFormAsync(page, new(Approval("1/2024")) { ["_handler"] = "setujui" }, FormOf("batalkan"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await BalancesAsync(page));
    }

    private static Dictionary<string, string> Fields() => new()
    {
        ["Posted.Number"] = "Rancangan Juni",
        ["Posted.Pool"] = "Rp1.000.000",
        ["Posted.Components[0].Code"] = "LANGSUNG",
        ["Posted.Components[0].Share"] = "60",
        ["Posted.Components[0].Method"] = "Points",
        ["Posted.Components[1].Code"] = "MERATA",
        ["Posted.Components[1].Share"] = "40,0",
        ["Posted.Components[1].Method"] = "Equal",
        ["Posted.Staff"] = Staff,
        ["Posted.Step"] = "hitung",
    };

    private static Dictionary<string, string> Approval(string number) => new() { ["Posted.Number"] = number, ["Posted.Date"] = "2024-07-10" };

    private static string FormOf(string step) => $"form:has(input[name=_handler][value={step}])";

    private static string Shown(IDocument preview) => preview.QuerySelector("input[name='Posted.Shown']")!.GetAttribute("value")!;

    private static List<string> AmountsIn(IDocument page) =>
        page.QuerySelectorAll("section[aria-labelledby=hasil] td.number").Select(cell => cell.TextContent).ToList() is { Count: > 10 } amounts
            ? amounts
            : throw new InvalidOperationException(page.Body!.TextContent);

    private static async Task<IDocument> ParseAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode} {answer.Headers.Location} {html}");
        return await BrowsingContext.New().OpenAsync(request => request.Content(html), Cancellation);
    }

    private static async Task<Dictionary<string, string>> WithTokenAsync(HttpClient client, string path, string form, Dictionary<string, string> fields)
    {
        var page = await client.PageAsync(path);
        foreach (var hidden in page.QuerySelectorAll($"{form} input[type=hidden]"))
        {
            fields.TryAdd(hidden.GetAttribute("name")!, hidden.GetAttribute("value") ?? string.Empty);
        }

        return fields;
    }

    private static async Task StepAsync(HttpClient client, string page, string step, Dictionary<string, string> fields)
    {
        using var answer = await client.PostFormAsync(page, fields, FormOf(step));
        Assert.True(
            answer.Headers.Location?.OriginalString.EndsWith($"selesai={step}", StringComparison.Ordinal) == true,
            $"{step}: {await answer.Content.ReadAsStringAsync(Cancellation)}");
    }

    private static async Task<string> RefusalAsync(HttpClient client, string page, string step, Dictionary<string, string> fields)
    {
        using var answer = await client.PostFormAsync(page, fields, FormOf(step));
        return (await ParseAsync(answer)).QuerySelector("main")!.OuterHtml;
    }

    private static ClaimsPrincipal UserOf(string role) =>
        new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, Guid.CreateVersion7().ToString()), new(ClaimTypes.Role, role)], "uji"));

    private async Task<HttpClient> ClientOfAsync(string role)
    {
        var client = portal.CreateClient();
        var email = DemoAccounts.All.Single(demo => demo.Role == role).Email;
        using var answer = await client.PostFormAsync("/masuk", new() { ["Form.Email"] = email, ["Form.Password"] = DemoAccounts.Password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    private Task<HttpResponseMessage> PostAsync(Dictionary<string, string> fields) => finance.PostFormAsync(Draft, fields);

    private async Task<IDocument> PreviewAsync(Dictionary<string, string> fields)
    {
        using var answer = await PostAsync(fields);
        return await ParseAsync(answer);
    }

    /// <summary>Stores a distribution as a person does, and returns where its page lies.</summary>
    private async Task<string> PrepareAsync(Dictionary<string, string> fields)
    {
        var preview = await PreviewAsync(new(fields));
        using var answer = await PostAsync(new(fields) { ["Posted.Shown"] = Shown(preview), ["Posted.Step"] = "siapkan" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return new Uri(portal.Address, answer.Headers.Location!).AbsolutePath;
    }

    private async Task LinkAsync(string staffId)
    {
        var page = await finance.PageAsync("/wakatobi/jasa/pegawai");
        var account = page.QuerySelector("#akun option")!.GetAttribute("value")!;
        using var answer = await finance.PostFormAsync("/wakatobi/jasa/pegawai", new() { ["Posted.Account"] = account, ["Posted.StaffId"] = staffId });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task<IReadOnlyList<string>> LooksAsync()
    {
        await using var db = await ContextAsync();
        var entries = await db.AuditEntries.Where(entry => entry.Action == "fund.fees-seen").OrderBy(entry => entry.Id).ToListAsync(Cancellation);
        return [.. entries.Select(entry => $"{entry.ActorName.Split(' ')[0]}: {entry.Caption}")];
    }

    /// <summary>What the entries made for a distribution leave in each account that is not back at nothing.</summary>
    private async Task<IReadOnlyList<(string Account, long Balance)>> BalancesAsync(string page)
    {
        var id = Guid.Parse(page.Split('/')[^1], CultureInfo.InvariantCulture);
        await using var db = await ContextAsync();
        var entries = await db.JournalEntries.AsNoTracking().Where(entry => entry.Source.Id == id).ToListAsync(Cancellation);
        return
        [
            .. TrialBalance.Of(entries).Accounts.Select(account => (account.Account, account.Balance.Amount)).Where(account => account.Amount != 0),
        ];
    }

    private Task<PortalDbContext> ContextAsync() => portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Cancellation);

    /// <summary>A verified claim of one service, paid by BPJS and shared by the rule.</summary>
    private Task ReceiveAsync(Rupiah amount) => portal.Services.GetRequiredService<FundWork>().DoAsync(
        UserOf(PortalRoles.KeuanganRsud),
        Access.EnterFund,
        async step =>
        {
            var services = await step.Db.ClaimServices.AsNoTracking().ToListAsync(Cancellation);
            var claim = ClaimMonth.File(
                FiscalMonth.Parse("2024-04"), "INA-CBG", new DateOnly(2024, 5, 2), [new ClaimFiling("ICU", 10, amount)], services, [], new ClaimTerms());
            claim.DeclareComplete(new DateOnly(2024, 5, 6), "BA-1");
            claim.Verify(new DateOnly(2024, 5, 10), [new ClaimVerdict("ICU", amount, Rupiah.Zero, Rupiah.Zero, Rupiah.Zero)]);
            var receipt = Receipt.Take(new DateOnly(2024, 5, 20), amount, "TRX-1", [(claim, amount)]);
            var rules = new AllocationRules(await step.Db.AllocationRules.AsNoTracking().ToListAsync(Cancellation));
            step.Db.AddRange(claim, receipt, Allocation.Of(receipt, rules, step.At));
            await step.PostAsync(receipt.ReceivedOn, "Penerimaan TRX-1", new EntrySource(nameof(Receipt), receipt.Id), Postings.Received(amount));
            step.Note("fund.received", receipt.Id, "TRX-1");
        },
        Cancellation);
}
