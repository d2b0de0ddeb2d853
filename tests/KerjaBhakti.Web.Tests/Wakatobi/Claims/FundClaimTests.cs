using System.Net;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Wakatobi.Claims;

/// <summary>Claims and receipts over the forms of their pages, on 15 July 2024, in a portal of its own.</summary>
public sealed class FundClaimTests : IAsyncLifetime
{
    private const string New = "/wakatobi/klaim/baru";
    private const string May = "/wakatobi/klaim/2024-05";
    private const string Pay = "/wakatobi/penerimaan/baru";
    private PortalFixture portal = null!;
    private HttpClient finance = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = new PortalFixture();
        await portal.InitializeAsync("--Portal:Today=2024-07-15");
        finance = await portal.ClientOfAsync(PortalRoles.KeuanganRsud);
    }

    public async ValueTask DisposeAsync()
    {
        finance.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task AClaim_FromItsEntryToItsPayment_IsSharedToTheRupiahAndBooked()
    {
        await DoneAsync(New, Claim("2024-05", "2024-06-10", "1.000.003", "500.000"), "selesai=diajukan");
        await DoneAsync(May, new() { ["Posted.On"] = "2024-06-14", ["Posted.Document"] = "BA-5/2024" }, "selesai=lengkap");
        Assert.Contains("BA BA-5/2024", await finance.GetStringAsync(May, Cancellation), StringComparison.Ordinal);

        await DoneAsync(May + "/verifikasi", Verification("1.000.003", "400.000", "100.000"), "selesai=diverifikasi");
        Assert.Contains("Terlambat 16 hari", await finance.GetStringAsync("/wakatobi/klaim", Cancellation), StringComparison.Ordinal);

        var receipt = await DoneAsync(Pay, Payment("2024-07-01", "1.400.003", "1.400.003"), "tersimpan");
        var page = await finance.GetStringAsync(receipt, Cancellation);
        Assert.Contains("Jasa pelayanan medis (huruf a) 50 % = Rp700.001,5, dibulatkan menjadi Rp700.002", page, StringComparison.Ordinal);
        Assert.Contains("Jumlahnya tepat Rp1.400.003.", page, StringComparison.Ordinal);

        // What was pending is decided later: more is expected, and it can be paid.
        await DoneAsync(May + "/verifikasi", Verification("1.000.003", "500.000", string.Empty), "selesai=diverifikasi");
        await DoneAsync(Pay, new(Payment("2024-07-15", "100.000", "100.000")) { ["Posted.Reference"] = "TRX-2" }, "tersimpan");
        Assert.Contains("Lunas", await finance.GetStringAsync(May, Cancellation), StringComparison.Ordinal);

        await using var db = await portal.Portal.DatabaseAsync();
        var entries = await db.JournalEntries.ToListAsync(Cancellation);
        Assert.Equal(new Rupiah(1_500_003), Balance(entries, ChartOfAccounts.Bank));
        Assert.Equal(-new Rupiah(1_500_003), Balance(entries, ChartOfAccounts.ClaimIncome));
        Assert.Equal(Rupiah.Zero, Balance(entries, ChartOfAccounts.Receivable));
        Assert.Equal(Rupiah.Zero, entries.SelectMany(entry => entry.Lines).Sum(line => line.Debit - line.Credit));
        Assert.Equal(
            new Rupiah(1_500_003),
            (await db.Allocations.ToListAsync(Cancellation)).SelectMany(allocation => allocation.Amounts).Sum(part => part.Amount)
        );

        using var inspector = await portal.ClientOfAsync(PortalRoles.Inspektorat);
        var trail = WebUtility.HtmlDecode(await inspector.GetStringAsync("/audit?jenis=fund.", Cancellation));
        Assert.All(
            [
                "mengajukan klaim Mei 2024: Rp1.500.003",
                "menyatakan lengkap klaim Mei 2024",
                "mencatat verifikasi klaim Mei 2024",
                "mencatat penerimaan BPJS TRX-1",
            ],
            sentence => Assert.Contains(sentence, trail, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task ALaterClaim_IsEnteredVerifiedPaidAndReportedUnderItsNumber()
    {
        const string Later = May + "-susulan-1";
        await DoneAsync(New, Claim("2024-05", "2024-06-10", "900", "100"), "selesai=diajukan");
        await DoneAsync(May + "/verifikasi", Verification("900", "100", string.Empty), "selesai=diverifikasi");

        // From the page of the month, which the form begins with.
        var link = (await finance.PageAsync(May)).QuerySelector("a[href*='susulan=']")!.GetAttribute("href")!;
        var form = await finance.PageAsync(link);
        Assert.Equal(
            ("2024-05", "true"),
            (
                form.QuerySelector("#bulan option[selected]")?.GetAttribute("value"),
                form.QuerySelector("#urutan option[selected]")?.GetAttribute("value")
            )
        );
        await DoneAsync(
            link,
            new(Claim("2024-05", "2024-06-11", "50", string.Empty)) { ["Posted.IsLater"] = "true" },
            "2024-05-susulan-1?selesai=diajukan"
        );
        await DoneAsync(Later + "/verifikasi", OneVerified("50"), "selesai=diverifikasi");
        var pay = await finance.PageAsync(Pay);
        Assert.Contains("Mei 2024 susulan 1", pay.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var receipt = await DoneAsync(
            Pay,
            new(Payment("2024-07-01", "50", string.Empty)) { ["Posted.Lines[1].Amount"] = "50" },
            "tersimpan"
        );
        Assert.Contains("Mei 2024 susulan 1", await finance.GetStringAsync(receipt, Cancellation), StringComparison.Ordinal);
        Assert.Contains("Lunas", await finance.GetStringAsync(Later, Cancellation), StringComparison.Ordinal);
        Assert.Equal(
            ["Mei 2024", "Mei 2024 susulan 1"],
            (await finance.PageAsync("/wakatobi/klaim")).QuerySelectorAll("tbody a.whole").Select(link => link.TextContent)
        );
        var report = await finance.PageAsync("/wakatobi/laporan/kegiatan?dari=2024-05&sampai=2024-05");
        Assert.Contains("Mei 2024 susulan 1", report.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(report.QuerySelector($"a[href='{Later}']"));

        // The first of the month stays while a later one follows it.
        Assert.Contains(
            "tarik yang susulan lebih dahulu",
            await RefusalAsync(May, new() { ["Posted.Reason"] = "Salah" }, Named("tarik")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AClaimEnteredLate_IsCorrectedAndWithdrawn_AndEachChangeStaysInItsHistory()
    {
        await DoneAsync(New, Claim("2024-05", "2024-06-10", "900", "100"), "selesai=diajukan");
        await DoneAsync(May + "/verifikasi", Verification("900", "100", string.Empty), "selesai=diverifikasi");
        await DoneAsync(May + "/perbaiki", Lines("800", "100"), "selesai=diperbaiki");

        // What was verified was of other figures: it is no longer expected.
        await using (var db = await portal.Portal.DatabaseAsync())
        {
            Assert.Equal(Rupiah.Zero, Balance(await db.JournalEntries.ToListAsync(Cancellation), ChartOfAccounts.Receivable));
        }

        await DoneAsync(May, new() { ["Posted.Reason"] = "Bulan keliru" }, "2024-05?selesai=ditarik", Named("tarik"));
        var withdrawn = await finance.PageAsync(May);
        Assert.Equal("Klaim Mei 2024 sudah ditarik", withdrawn.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            ["Dicatat", "Diverifikasi", "Diperbaiki", "Ditarik: Bulan keliru"],
            withdrawn.QuerySelectorAll("[aria-label='Riwayat klaim'] tbody th").Select(cell => cell.TextContent)
        );
        Assert.Empty((await finance.PageAsync("/wakatobi/klaim")).QuerySelectorAll("tbody th a"));
        using var inspector = await portal.ClientOfAsync(PortalRoles.Inspektorat);
        var trail = WebUtility.HtmlDecode(await inspector.GetStringAsync("/audit?jenis=fund.", Cancellation));
        Assert.Contains("menarik klaim Mei 2024: Rp900 → Bulan keliru", trail, StringComparison.Ordinal);

        // Its month is free again.
        await DoneAsync(New, Claim("2024-05", "2024-06-10", "700", "100"), "selesai=diajukan");
        Assert.Equal(5, (await finance.PageAsync(May)).QuerySelectorAll("[aria-label='Riwayat klaim'] tbody tr").Length);
    }

    [Fact]
    public async Task APartDecidedLater_ShowsItsOwnDeadline()
    {
        await DoneAsync(New, Claim("2024-05", "2024-06-10", "900", "100"), "selesai=diajukan");
        await DoneAsync(May + "/verifikasi", Verification("900", string.Empty, "100"), "selesai=diverifikasi");
        await DoneAsync(Pay, Payment("2024-07-05", "900", "900"), "tersimpan");
        await DoneAsync(
            May + "/verifikasi",
            new(Verification("900", "100", string.Empty)) { ["Posted.On"] = "2024-07-14", ["Posted.CompleteOn"] = "2024-07-10" },
            "selesai=diverifikasi"
        );

        var page = await finance.PageAsync(May);
        Assert.Contains("Pembayaran paling lambat 25 Jul 2024", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["25 Juni 2024", "14 Juli 2024"],
            page.QuerySelectorAll("[aria-label='Keputusan verifikasi'] tbody th").Select(cell => cell.TextContent)
        );
        Assert.DoesNotContain(
            "Terlambat",
            (await finance.PageAsync("/wakatobi/klaim")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AClaimMonthTwice_IsRefusedAndWhatWasTypedStays()
    {
        await DoneAsync(New, Claim("2024-05", "2024-06-10", "900", "100"), "selesai=diajukan");

        var refusal = await RefusalAsync(New, Claim("2024-05", "2024-06-11", "777", "100"));

        Assert.Contains("Klaim Mei 2024 sudah ada", refusal, StringComparison.Ordinal);
        Assert.Contains("value=\"777\"", refusal, StringComparison.Ordinal);
        await using var db = await portal.Portal.DatabaseAsync();
        Assert.Equal(new Rupiah(1000), (await db.ClaimMonths.SingleAsync(Cancellation)).Filed);
    }

    [Theory]
    [InlineData("-5", "negatif")]
    [InlineData("1.000,50", "memuat pecahan")]
    [InlineData("1,234", "memakai koma")]
    [InlineData("9.000.000.000.000.001", "melebihi jumlah terbesar")]
    [InlineData("9.000.000.000.000.000", "Jumlah seluruh klaim akan melebihi jumlah terbesar")]
    [InlineData("banyak", "bukan jumlah rupiah")]
    public async Task AnAmountThatCannotBe_IsRefusedWithItsReasonAndNothingIsSaved(string amount, string reason)
    {
        Assert.Contains(reason, await RefusalAsync(New, Claim("2024-05", "2024-06-10", amount, "100")), StringComparison.Ordinal);
        await using var db = await portal.Portal.DatabaseAsync();
        Assert.False(await db.ClaimMonths.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task Correcting_BeforeTheAnswer_ReplacesTheFiguresAndAStaleFormIsTold()
    {
        await DoneAsync(New, Claim("2024-06", "2024-07-10", "900", "100"), "selesai=diajukan");
        const string correct = "/wakatobi/klaim/2024-06/perbaiki";

        await DoneAsync(correct, Lines("1.900", "100"), "selesai=diperbaiki");
        var refusal = await RefusalAsync(correct, new(Lines("5", "5")) { ["Posted.Revision"] = "0" });

        Assert.Contains("Orang lain baru saja mengubah data ini", refusal, StringComparison.Ordinal);
        await using var db = await portal.Portal.DatabaseAsync();
        Assert.Equal(new Rupiah(2000), (await db.ClaimMonths.SingleAsync(Cancellation)).Filed);
    }

    [Fact]
    public async Task Verifying_PartsThatAreNotWhatWasFiled_IsRefused()
    {
        await DoneAsync(New, Claim("2024-05", "2024-06-10", "900", "100"), "selesai=diajukan");

        Assert.Contains(
            "padahal yang diajukan Rp900",
            await RefusalAsync(May + "/verifikasi", Verification("899", "100", string.Empty)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "melebihi jumlah terbesar",
            await RefusalAsync(May + "/verifikasi", Verification("9000000000000000", "100", "9000000000000000")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2024-07-01", "1.001", "901", "melebihi yang masih harus dibayar, Rp900")]
    [InlineData("2024-07-01", "1.000", "900", "Rincian berjumlah Rp900, padahal yang diterima Rp1.000")]
    [InlineData("2024-03-01", "900", "900", "Peraturan Bupati Wakatobi Nomor 18 Tahun 2023, yang naskahnya tidak tersedia")]
    [InlineData("2024-07-16", "900", "900", "belum tiba")]
    public async Task APaymentThatCannotBe_IsRefusedAndNothingIsSaved(string on, string amount, string paid, string reason)
    {
        await DoneAsync(New, new(Claim("2024-05", "2024-06-10", "900", string.Empty)), "selesai=diajukan");
        await DoneAsync(May + "/verifikasi", OneVerified("900"), "selesai=diverifikasi");

        Assert.Contains(reason, await RefusalAsync(Pay, Payment(on, amount, paid)), StringComparison.Ordinal);
        await using var db = await portal.Portal.DatabaseAsync();
        Assert.False(await db.Receipts.AnyAsync(Cancellation));
        Assert.Equal(Rupiah.Zero, (await db.ClaimMonths.SingleAsync(Cancellation)).Paid);
    }

    [Fact]
    public async Task ASheet_OfEitherSeparatorAndNumbersAsText_IsReadAndTakenIntoTheForm()
    {
        const string sheet =
            "Layanan\tKasus\tTagihan\nRawat jalan tingkat lanjutan\t1.200\t1.234.567\nICU\t'7\tRp 2,345,678.00\nTotal\t\t3.580.245";
        using var read = await finance.PostFormAsync(New, Pasted("baca", sheet));
        var preview = await read.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("Semua baris terbaca", preview, StringComparison.Ordinal);

        using var taken = await finance.PostFormAsync(New, Pasted("ambil", sheet));
        var page = await taken.Content.ReadAsStringAsync(Cancellation);
        Assert.All(["value=\"1.234.567\"", "value=\"2.345.678\"", "value=\"1200\""], value =>
            Assert.Contains(value, page, StringComparison.Ordinal)
        );
        await using var db = await portal.Portal.DatabaseAsync();
        Assert.False(await db.ClaimMonths.AnyAsync(Cancellation));
    }

    [Theory]
    [InlineData("ICU\t7\t=SUM(C1:C3)", "Baris 2: berisi rumus '=SUM(C1:C3)'")]
    [InlineData("ICU\t7\t1,234", "Baris 2: '1,234' memakai koma")]
    [InlineData("ICU\t1,5\t900", "Baris 2: jumlah kasus '1,5'")]
    [InlineData("Kosmetik\t7\t900", "Baris 2: layanan 'Kosmetik' tidak dikenal")]
    [InlineData("RAWAT_JALAN\t7\t900", "Baris 2: layanan Rawat jalan tingkat lanjutan sudah ada pada baris 1")]
    [InlineData("ICU 7 900", "Baris 2: harus berisi tiga kolom")]
    public async Task ASheetThatCannotBeTaken_IsRefusedWithTheLineNamed(string line, string reason)
    {
        using var answer = await finance.PostFormAsync(New, Pasted("ambil", "Rawat jalan tingkat lanjutan\t1\t900\n" + line));

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains(reason, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ambil ke tabel", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARule_WithAGapOrSharesThatAreNotAll_IsRefusedAndTheEarlierOneIsFoundOnceEntered()
    {
        const string rules = "/wakatobi/aturan";
        Assert.Contains(
            "berjumlah 99,99 %",
            await RefusalAsync(rules, Rule("2023-01-01", "2024-03-24", "49,99")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "tidak ada yang berlaku",
            await RefusalAsync(rules, Rule("2023-01-01", "2024-03-20", "50")),
            StringComparison.Ordinal
        );
        Assert.Contains("masih berlaku", await RefusalAsync(rules, Rule("2023-01-01", "2024-03-25", "50")), StringComparison.Ordinal);

        await DoneAsync(rules, Rule("2023-01-01", "2024-03-24", "50"), "tersimpan");

        await using var db = await portal.Portal.DatabaseAsync();
        Assert.Equal(2, await db.AllocationRules.CountAsync(Cancellation));
    }

    [Fact]
    public async Task ARule_ForADateThatWasSharedAlready_IsRefused()
    {
        await DoneAsync(New, Claim("2024-05", "2024-06-10", "900", string.Empty), "selesai=diajukan");
        await DoneAsync(May + "/verifikasi", OneVerified("900"), "selesai=diverifikasi");
        await DoneAsync(Pay, Payment("2024-07-01", "900", "900"), "tersimpan");

        Assert.Contains(
            "sudah dibagi menurut",
            await RefusalAsync("/wakatobi/aturan", Rule("2024-07-01", string.Empty, "50")),
            StringComparison.Ordinal
        );
        await DoneAsync("/wakatobi/aturan", Rule("2024-07-02", string.Empty, "50"), "tersimpan");
        Assert.Contains(
            "25 Maret 2024 s.d. 1 Juli 2024",
            await finance.GetStringAsync("/wakatobi/aturan", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(PortalRoles.DirekturRsud)]
    [InlineData(PortalRoles.Inspektorat)]
    [InlineData(PortalRoles.Sekretariat)]
    public async Task ACraftedForm_OfAnotherRole_ChangesNothing(string role)
    {
        using var other = await portal.ClientOfAsync(role);
        var token = (await other.PageAsync(role == PortalRoles.Sekretariat ? "/roster" : "/wakatobi")).QuerySelector(
            "input[name=__RequestVerificationToken]"
        )!;
        foreach (var (path, handler) in new[] { (New, "klaim"), (Pay, "penerimaan"), ("/wakatobi/aturan", "aturan") })
        {
            var fields = new Dictionary<string, string>(Claim("2024-05", "2024-06-10", "900", "100"))
            {
                ["_handler"] = handler,
                ["__RequestVerificationToken"] = token.GetAttribute("value")!,
            };
            using var content = new FormUrlEncodedContent(fields);
            using var answer = await other.PostAsync(path, content, Cancellation);
            Assert.True(
                answer.Headers.Location?.OriginalString is { } told
                    && (told.Contains("/ditolak", StringComparison.Ordinal) || told.StartsWith("/kedaluwarsa?", StringComparison.Ordinal)),
                $"{path}: {answer.StatusCode}"
            );
        }

        await using var db = await portal.Portal.DatabaseAsync();
        Assert.False(await db.ClaimMonths.AnyAsync(Cancellation));
        Assert.Equal(1, await db.AllocationRules.CountAsync(Cancellation));
    }

    // The first two services of the form: outpatient and inpatient.
    private static Dictionary<string, string> Lines(string outpatient, string inpatient) =>
        new()
        {
            ["Posted.Lines[0].Service"] = "RAWAT_JALAN",
            ["Posted.Lines[0].Cases"] = "12",
            ["Posted.Lines[0].Amount"] = outpatient,
            ["Posted.Lines[1].Service"] = "RAWAT_INAP",
            ["Posted.Lines[1].Cases"] = inpatient.Length == 0 ? string.Empty : "3",
            ["Posted.Lines[1].Amount"] = inpatient,
        };

    private static Dictionary<string, string> Claim(string month, string filedOn, string outpatient, string inpatient) =>
        new(Lines(outpatient, inpatient))
        {
            ["Posted.Month"] = month,
            ["Posted.FiledOn"] = filedOn,
            ["Posted.Scheme"] = "INA-CBG",
        };

    private static Dictionary<string, string> Pasted(string step, string sheet) =>
        new()
        {
            ["Posted.Step"] = step,
            ["Posted.Paste"] = sheet,
            ["Posted.Lines[0].Service"] = "RAWAT_JALAN",
            ["Posted.Lines[1].Service"] = "ICU",
        };

    private static Dictionary<string, string> OneVerified(string outpatient) =>
        new()
        {
            ["Posted.On"] = "2024-06-25",
            ["Posted.Lines[0].Service"] = "RAWAT_JALAN",
            ["Posted.Lines[0].Verified"] = outpatient,
        };

    private static Dictionary<string, string> Verification(string outpatient, string inpatient, string pending) =>
        new(OneVerified(outpatient))
        {
            ["Posted.Lines[1].Service"] = "RAWAT_INAP",
            ["Posted.Lines[1].Verified"] = inpatient,
            ["Posted.Lines[1].Pending"] = pending,
        };

    private static Dictionary<string, string> Payment(string on, string amount, string paid) =>
        new()
        {
            ["Posted.On"] = on,
            ["Posted.Amount"] = amount,
            ["Posted.Reference"] = "TRX-1",
            ["Posted.Lines[0].Amount"] = paid,
        };

    private static Dictionary<string, string> Rule(string from, string to, string fees) =>
        new()
        {
            ["Posted.LegalBasis"] = "Peraturan Bupati Contoh",
            ["Posted.From"] = from,
            ["Posted.To"] = to,
            ["Posted.Shares[0].Name"] = "Jasa pelayanan",
            ["Posted.Shares[0].Article"] = "huruf a",
            ["Posted.Shares[0].Share"] = fees,
            ["Posted.Shares[1].Name"] = "Sarana",
            ["Posted.Shares[1].Article"] = "huruf b",
            ["Posted.Shares[1].Share"] = "50",
        };

    private static Rupiah Balance(IEnumerable<JournalEntry> entries, string account) =>
        entries.SelectMany(entry => entry.Lines).Where(line => line.Account == account).Sum(line => line.Debit - line.Credit);

    private static string Named(string form) => $"form:has(input[name=_handler][value^={form}])";

    private async Task<string> DoneAsync(string path, Dictionary<string, string> fields, string ending, string? form = null)
    {
        using var answer = form is null ? await finance.PostFormAsync(path, fields) : await finance.PostFormAsync(path, fields, form);
        var location = answer.Headers.Location?.OriginalString;
        Assert.True(
            location?.EndsWith(ending, StringComparison.Ordinal) == true,
            $"{path}: {await answer.Content.ReadAsStringAsync(Cancellation)}"
        );
        return location!;
    }

    private async Task<string> RefusalAsync(string path, Dictionary<string, string> fields, string? form = null)
    {
        using var answer = form is null ? await finance.PostFormAsync(path, fields) : await finance.PostFormAsync(path, fields, form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
