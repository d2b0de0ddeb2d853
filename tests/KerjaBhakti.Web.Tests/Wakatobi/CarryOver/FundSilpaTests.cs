using System.Globalization;
using System.Net;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Tests;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.CarryOver;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Books;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Wakatobi.CarryOver;

/// <summary>SiLPA over the forms of its pages on 1 March 2025: the closed year 2024 left Rp1.000.000.</summary>
public sealed class FundSilpaTests : IAsyncLifetime
{
    private const string New = "/wakatobi/silpa/baru";
    private PortalFixture portal = null!;
    private HttpClient finance = null!;
    private HttpClient director = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = new PortalFixture();
        await portal.InitializeAsync("--Portal:Today=2025-03-01");
        finance = await portal.ClientOfAsync(PortalRoles.KeuanganRsud);
        director = await portal.ClientOfAsync(PortalRoles.DirekturRsud);
        await CloseTheYear2024Async();
    }

    public async ValueTask DisposeAsync()
    {
        finance.Dispose();
        director.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task AnUrgentUse_IsDecidedSpentAndMatchedLater()
    {
        var use = await DoneAsync(finance, New, Urgent("600.000"), "selesai=diusulkan");
        Assert.Equal(["1.000.000", "0", "1.000.000", "600.000", "0", "600.000", "400.000"], await BalanceAsync());

        // Before the Director has decided nothing can be spent of it.
        Assert.Contains(
            "belum disetujui Direktur",
            await RefusalAsync(finance, SpendOf(use), Spending("1.000", "SPJ-0")),
            StringComparison.Ordinal
        );
        Assert.NotNull((await director.PageAsync("/wakatobi/persetujuan")).QuerySelector($"a[href='{use}']"));
        await DoneAsync(director, use, new() { ["Posted.Decision"] = "setuju" }, "selesai=setuju");
        Assert.Contains(
            "Tidak ada yang menunggu",
            await director.GetStringAsync("/wakatobi/persetujuan", Cancellation),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "1 penggunaan mendesak belum dicocokkan",
            await finance.GetStringAsync("/wakatobi/silpa", Cancellation),
            StringComparison.Ordinal
        );

        var spent = await DoneAsync(finance, SpendOf(use), Spending("250.000", "SPJ-1"), "hasil=dicatat");
        Assert.NotNull((await finance.PageAsync(spent)).QuerySelector($"a[href='{use}']"));
        Assert.NotNull((await finance.PageAsync(use)).QuerySelector($"a[href='{spent}']"));
        Assert.Equal(["1.000.000", "0", "1.000.000", "600.000", "250.000", "350.000", "400.000"], await BalanceAsync());

        await DoneAsync(finance, use, Matching("Perda 3/2025", "2025-02-20"), "selesai=dicocokkan");
        var list = await finance.GetStringAsync("/wakatobi/silpa", Cancellation);
        Assert.DoesNotContain("belum dicocokkan", list, StringComparison.Ordinal);

        // Taken back, it can be spent again.
        await DoneAsync(finance, spent, new() { ["Posted.Reason"] = "Salah nomor." }, "hasil=dibatalkan", "batalkan");
        Assert.Equal(["1.000.000", "0", "1.000.000", "600.000", "0", "600.000", "400.000"], await BalanceAsync());

        await using var db = await portal.Portal.DatabaseAsync();
        Assert.Equal(Rupiah.Zero, TrialBalance.Of(await db.JournalEntries.ToListAsync(Cancellation)).Difference);
        using var inspector = await portal.ClientOfAsync(PortalRoles.Inspektorat);
        Assert.Contains("Perda 3/2025", await inspector.GetStringAsync(use, Cancellation), StringComparison.Ordinal);
        var trail = WebUtility.HtmlDecode(await inspector.GetStringAsync("/audit?jenis=fund.", Cancellation));
        Assert.All(
            [
                "mengusulkan penggunaan SiLPA Rp600.000",
                "menyetujui penggunaan SiLPA Rp600.000",
                "mencocokkan penggunaan SiLPA Rp600.000",
                "dibukukan dari SiLPA",
            ],
            sentence => Assert.Contains(sentence, trail, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task AllUsesTogether_NeverTakeMoreThanThereIs()
    {
        var first = await DoneAsync(finance, New, Budgeted("600.000"), "selesai=diusulkan");
        Assert.Contains(
            "Penggunaan Rp400.001 melebihi SiLPA bebas yang tersedia, Rp400.000.",
            await RefusalAsync(finance, New, Budgeted("400.001")),
            StringComparison.Ordinal
        );

        // Declined with a reason, the first one's amount is free again.
        Assert.Contains(
            "Alasan harus diisi",
            await RefusalAsync(director, first, new() { ["Posted.Decision"] = "tolak" }),
            StringComparison.Ordinal
        );
        await DoneAsync(director, first, new() { ["Posted.Decision"] = "tolak", ["Posted.Reason"] = "Tunggu lelang." }, "selesai=tolak");
        Assert.Contains("Tunggu lelang.", await finance.GetStringAsync(first, Cancellation), StringComparison.Ordinal);

        await DoneAsync(finance, New, Budgeted("1.000.000"), "selesai=diusulkan");
        await using var db = await portal.Portal.DatabaseAsync();
        Assert.Equal(new Rupiah(1_000_000), (await db.SilpaUses.ToListAsync(Cancellation)).Sum(use => use.Committed));
    }

    [Fact]
    public async Task TwoPeopleTakingTheLastOfIt_OneIsTold()
    {
        // The first page brings the cookie that the tokens of both forms go with.
        _ = await finance.PageAsync(New);
        var answers = await Task.WhenAll(finance.PostFormAsync(New, Budgeted("600.000")), finance.PostFormAsync(New, Urgent("600.000")));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Redirect], answers.Select(answer => answer.StatusCode).Order());
        Assert.Equal("400.000", (await BalanceAsync())[^1]);
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task TwoPeopleSpendingTheSameUse_OneIsTold()
    {
        var use = await ApprovedAsync(Budgeted("600.000"));

        var answers = await Task.WhenAll(
            finance.PostFormAsync(SpendOf(use), Spending("400.000", "SPJ-1")),
            finance.PostFormAsync(SpendOf(use), Spending("400.000", "SPJ-2"))
        );

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Redirect], answers.Select(answer => answer.StatusCode).Order());
        Assert.Equal("400.000", (await BalanceAsync())[4]);
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task ADecisionOnAPageThatIsOld_IsToldAndChangesNothing()
    {
        var use = await ApprovedAsync(Urgent("600.000"));
        var page = await finance.PageAsync(use);
        var old = page.QuerySelector("input[name='Posted.Revision']")!.GetAttribute("value")!;
        await DoneAsync(finance, use, Matching("Perda 3/2025", "2025-02-20"), "selesai=dicocokkan");

        // The form is gone, but what an old page sends is answered with a sentence, whatever it decides.
        foreach (var (client, handler) in new[] { (finance, "cocokkan"), (director, "putuskan") })
        {
            var token = (await client.PageAsync("/wakatobi"))
                .QuerySelector("input[name=__RequestVerificationToken]")!
                .GetAttribute("value")!;
            using var content = new FormUrlEncodedContent(
                new Dictionary<string, string>(Matching("Perda 9/2025", "2025-02-21"))
                {
                    ["_handler"] = handler,
                    ["__RequestVerificationToken"] = token,
                    ["Posted.Revision"] = old,
                    ["Posted.Decision"] = "tolak",
                    ["Posted.Reason"] = "Terlambat.",
                }
            );
            using var answer = await client.PostAsync(use, content, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains(
                "Orang lain baru saja mengubah data ini",
                await answer.Content.ReadAsStringAsync(Cancellation),
                StringComparison.Ordinal
            );
        }

        await using var db = await portal.Portal.DatabaseAsync();
        var stored = await db.SilpaUses.SingleAsync(Cancellation);
        Assert.Equal(("Perda 3/2025", SilpaUseStatus.Approved), (stored.Budget!.Number, stored.Status));
    }

    [Fact]
    public async Task AStaleDecision_IsRefused()
    {
        var use = await DoneAsync(finance, New, Urgent("600.000"), "selesai=diusulkan");

        var refusal = await RefusalAsync(director, use, new() { ["Posted.Decision"] = "setuju", ["Posted.Revision"] = "7" });

        Assert.Contains("Orang lain baru saja mengubah data ini", refusal, StringComparison.Ordinal);
        await using var db = await portal.Portal.DatabaseAsync();
        Assert.Equal(SilpaUseStatus.Proposed, (await db.SilpaUses.SingleAsync(Cancellation)).Status);
    }

    [Theory]
    [InlineData("300.001", "2025-02-20", "Belanja Rp300.001 melebihi sisa penggunaan SiLPA yang disetujui, Rp300.000.")]
    [InlineData("1.000", "2024-12-31", "Penggunaan SiLPA ini untuk tahun 2025, bukan 31 Desember 2024.")]
    [InlineData("1.000", "2025-03-02", "Tanggal belanja 2 Maret 2025 belum tiba; hari ini 1 Maret 2025.")]
    [InlineData("0", "2025-02-20", "Jumlah belanja harus lebih dari nol.")]
    public async Task SpendingThatTheUseDoesNotAllow_IsRefusedAndWhatWasTypedStays(string amount, string on, string reason)
    {
        var use = await ApprovedAsync(Budgeted("300.000"));

        var refusal = await RefusalAsync(finance, SpendOf(use), new(Spending(amount, "SPJ-7")) { ["Posted.On"] = on });

        Assert.Contains(reason, refusal, StringComparison.Ordinal);
        Assert.Contains("value=\"SPJ-7\"", refusal, StringComparison.Ordinal);
        await using var db = await portal.Portal.DatabaseAsync();
        Assert.False(await db.Expenditures.AnyAsync(Cancellation));
        Assert.Equal(Rupiah.Zero, (await db.SilpaUses.SingleAsync(Cancellation)).Spent);
    }

    [Theory]
    [InlineData("Posted.Amount", "-5", "Jumlah: '-5' negatif; jumlah rupiah tidak boleh kurang dari nol.")]
    [InlineData("Posted.Amount", "1.000,50", "Jumlah: '1.000,50' memuat pecahan; tulis rupiah bulat, misalnya 1.234.567.")]
    [InlineData(
        "Posted.Amount",
        "9.000.000.000.000.001",
        "Jumlah: '9.000.000.000.000.001' melebihi jumlah terbesar, Rp9.000.000.000.000.000."
    )]
    [InlineData("Posted.Amount", "0", "Jumlah SiLPA yang digunakan harus lebih dari nol.")]
    [InlineData("Posted.Purpose", "2", "Untuk: pilih belanja operasional atau belanja modal.")]
    [InlineData("Posted.Basis", "", "Dasar penggunaan: pilih salah satu.")]
    [InlineData("Posted.Number", " ", "Nomor surat harus diisi, paling panjang 100 huruf.")]
    [InlineData("Posted.Description", "", "Uraian penggunaan harus diisi, paling panjang 500 huruf.")]
    [InlineData("Posted.Date", "2025-03-02", "Tanggal dokumen 2 Maret 2025 belum tiba; hari ini 1 Maret 2025.")]
    [InlineData("Posted.Year", "2024", "SiLPA tidak dapat diusulkan untuk tahun 2024")]
    [InlineData("Posted.Year", "2026", "SiLPA tidak dapat diusulkan untuk tahun 2026")]
    public async Task AProposalThatCannotBe_IsRefusedInWordsAndNothingIsSaved(string field, string value, string reason)
    {
        Assert.Contains(reason, await RefusalAsync(finance, New, new(Urgent("1.000")) { [field] = value }), StringComparison.Ordinal);
        await using var db = await portal.Portal.DatabaseAsync();
        Assert.False(await db.SilpaUses.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task AnAmendmentOlderThanTheLetter_IsNotMatched()
    {
        var use = await ApprovedAsync(Urgent("600.000"));

        var refusal = await RefusalAsync(finance, use, Matching("Perda 1/2025", "2025-01-31"));

        Assert.Contains(
            "Perubahan APBD tanggal 31 Januari 2025 mendahului surat 900/7 tanggal 3 Februari 2025.",
            refusal,
            StringComparison.Ordinal
        );
        await using var db = await portal.Portal.DatabaseAsync();
        Assert.True((await db.SilpaUses.SingleAsync(Cancellation)).AwaitsBudget);
    }

    [Fact]
    public async Task OnlyFinanceProposesAndOnlyTheDirectorDecides()
    {
        var use = await DoneAsync(finance, New, Urgent("600.000"), "selesai=diusulkan");
        using var inspector = await portal.ClientOfAsync(PortalRoles.Inspektorat);
        foreach (var client in new[] { director, inspector })
        {
            using var answer = await client.GetAsync(New, Cancellation);
            Assert.Contains("/ditolak", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        foreach (var client in new[] { finance, inspector })
        {
            var page = await client.PageAsync(use);
            Assert.Null(page.QuerySelector("button[value=setuju]"));
            var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            using var content = new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["_handler"] = "putuskan",
                    ["__RequestVerificationToken"] = token,
                    ["Posted.Revision"] = "0",
                    ["Posted.Decision"] = "setuju",
                }
            );
            using var answer = await client.PostAsync(use, content, Cancellation);
            answer.AssertNoSuchForm();
        }

        await using var db = await portal.Portal.DatabaseAsync();
        Assert.Equal(SilpaUseStatus.Proposed, (await db.SilpaUses.SingleAsync(Cancellation)).Status);
    }

    private static string FormNamed(string name) => $"form:has(input[name=_handler][value^={name}])";

    private static string SpendOf(string use) => $"/wakatobi/belanja/baru?silpa={use.Split('/')[^1]}";

    private static Dictionary<string, string> Budgeted(string amount) =>
        new(Urgent(amount)) { ["Posted.Basis"] = "anggaran", ["Posted.Number"] = "Perda 9/2024" };

    private static Dictionary<string, string> Urgent(string amount) =>
        new()
        {
            ["Posted.Amount"] = amount,
            ["Posted.Purpose"] = nameof(SilpaPurpose.Capital),
            ["Posted.Description"] = "Ventilator ruang ICU",
            ["Posted.Basis"] = nameof(UrgentCriterion.DelayCausesLoss),
            ["Posted.Number"] = "900/7",
            ["Posted.Date"] = "2025-02-03",
        };

    private static Dictionary<string, string> Matching(string number, string date) =>
        new() { ["Posted.Number"] = number, ["Posted.Date"] = date };

    private static Dictionary<string, string> Spending(string amount, string document) =>
        new()
        {
            ["Posted.Document"] = document,
            ["Posted.On"] = "2025-02-20",
            ["Posted.Payee"] = "Penyedia alat",
            ["Posted.Category"] = "ALKES",
            ["Posted.Amount"] = amount,
            ["Posted.Description"] = "Ventilator",
        };

    private static async Task<string> RefusalAsync(HttpClient client, string path, Dictionary<string, string> fields)
    {
        using var answer = await client.PostFormAsync(path, fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task CloseTheYear2024Async()
    {
        var user = TestUsers.Of(PortalRoles.KeuanganRsud);
        await portal
            .Portal.Services.GetRequiredService<FundWork>()
            .DoAsync(
                user,
                Access.EnterFund,
                async step =>
                {
                    step.Note(FundActions.Posted, Guid.NewGuid(), "penerimaan 2024");
                    await step.PostAsync(
                        new DateOnly(2024, 12, 2),
                        "Penerimaan",
                        new EntrySource("Receipt", Guid.NewGuid()),
                        Postings.Received(new Rupiah(1_000_000))
                    );
                },
                Cancellation
            );
        var closing = portal.Portal.Services.GetRequiredService<FundClosing>();
        await StatementOfBooks.ImportAsync(portal.Portal.Services, new FiscalMonth(2024, 12));
        foreach (var month in FiscalMonth.OfYear(2024))
        {
            await closing.CloseMonthAsync(user, month, new Rupiah(month.Month == 12 ? 1_000_000 : 0), Cancellation);
        }

        await closing.CloseYearAsync(user, 2024, Cancellation);
    }

    private async Task<string> ApprovedAsync(Dictionary<string, string> proposal)
    {
        var use = await DoneAsync(finance, New, proposal, "selesai=diusulkan");
        await DoneAsync(director, use, new() { ["Posted.Decision"] = "setuju" }, "selesai=setuju");
        return use;
    }

    /// <summary>What the page says of 2025: SiLPA, bound, free, taken, spent, taken and not spent, left.</summary>
    private async Task<string[]> BalanceAsync()
    {
        var page = await finance.PageAsync("/wakatobi/silpa");
        var row = page.QuerySelectorAll("tr")
            .First(row => row.QuerySelector("th")?.TextContent == 2025.ToString(CultureInfo.InvariantCulture));
        return [.. row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())];
    }

    /// <summary>Posts a form that is taken, and gives the path of the page that follows.</summary>
    private async Task<string> DoneAsync(
        HttpClient client,
        string path,
        Dictionary<string, string> fields,
        string ending,
        string? form = null
    )
    {
        using var answer = await client.PostFormAsync(path, fields, form is null ? "main form" : FormNamed(form));
        var location = answer.Headers.Location?.OriginalString;
        Assert.True(
            location?.EndsWith(ending, StringComparison.Ordinal) == true,
            $"{path}: {await answer.Content.ReadAsStringAsync(Cancellation)}"
        );
        return new Uri(portal.Portal.Address, location!).AbsolutePath;
    }
}
