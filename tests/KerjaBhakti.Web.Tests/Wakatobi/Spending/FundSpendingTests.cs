using System.Net;
using AngleSharp.Dom;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Tests;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Allocations;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Account;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Wakatobi.Frame;
using KerjaBhakti.Web.Wakatobi.Spending;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Wakatobi.Spending;

/// <summary>
/// The second half of the fund over the forms of its pages: planned, spent, decided, closed. Rp1.000.000 of it, of which 60 % are for
/// medicines.
/// </summary>
public sealed class FundSpendingTests : IAsyncDisposable
{
    private PortalUnderTest portal = null!;
    private HttpClient finance = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        finance.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Spending_FromThePlanToTheDirector_CountsOnlyWhatIsBooked()
    {
        await StartAsync("--Wakatobi:OverLimit=DirectorDecides");
        using var director = await SignInAsync(PortalRoles.DirekturRsud);
        await PlanAsync(("OBAT", "60"), ("BMHP", "40"));
        Assert.Equal("600.000", await LeftAsync("OBAT"));
        await AssertBalancedAsync();

        // Within the limit it is booked at once.
        var first = await SpendAsync("500.000", "SP2D-1");
        Assert.Equal("100.000", await LeftAsync("OBAT"));
        await AssertBalancedAsync();

        // The same paper is not entered twice.
        Assert.Contains("sudah dicatat", await SpendingRefusalAsync("500.000", "SP2D-1"), StringComparison.Ordinal);

        // Beyond it nothing is booked until the Director says so, with a reason.
        var beyond = await SpendAsync("200.000", "SP2D-2");
        Assert.Equal("100.000", await LeftAsync("OBAT"));
        var waiting = await director.PageAsync("/wakatobi/persetujuan");
        Assert.Contains("SP2D-2", waiting.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("-Rp100.000", waiting.Body.TextContent, StringComparison.Ordinal);
        using (var silent = await DecideAsync(director, "setuju", " "))
        {
            Assert.Contains("Alasan harus diisi", await silent.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        using (var approved = await DecideAsync(director, "setuju", "Stok habis."))
        {
            Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);
        }

        Assert.Equal("-100.000", await LeftAsync("OBAT"));
        Assert.Contains("Stok habis.", await finance.GetStringAsync(beyond, Cancellation), StringComparison.Ordinal);
        await AssertBalancedAsync();

        // Taken back, it is there to be spent again.
        using (var reversed = await finance.PostFormAsync(first, new() { ["Posted.Reason"] = "Salah jenis." }, FormNamed("batalkan")))
        {
            Assert.Equal($"{first}?hasil=dibatalkan", new Uri(portal.Address, reversed.Headers.Location!).PathAndQuery);
        }

        Assert.Equal("400.000", await LeftAsync("OBAT"));
        var journal = await finance.PageAsync($"/wakatobi/buku/jurnal?sumber={first.Split('/')[^1]}");
        Assert.Equal(2, NumbersIn(journal, first).Count);
        await AssertBalancedAsync();
    }

    [Fact]
    public async Task WhatTheDirectorDeclines_IsNeverBooked()
    {
        await StartAsync();
        using var director = await SignInAsync(PortalRoles.DirekturRsud);
        await PlanAsync(("OBAT", "60"), ("BMHP", "40"));
        var beyond = await SpendAsync("600.001", "SP2D-1");

        using var declined = await DecideAsync(director, "tolak", "Tunggu penerimaan berikutnya.");

        Assert.Equal(HttpStatusCode.Redirect, declined.StatusCode);
        Assert.Equal("600.000", await LeftAsync("OBAT"));
        Assert.Contains(
            "Tidak ada jurnal",
            await finance.GetStringAsync($"/wakatobi/buku/jurnal?sumber={beyond.Split('/')[^1]}", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task OverTheLimit_WhereItIsRefused_KeepsWhatWasTyped()
    {
        await StartAsync("--Wakatobi:OverLimit=Refused");
        await PlanAsync(("OBAT", "60"), ("BMHP", "40"));

        var refusal = await SpendingRefusalAsync("600.001", "SP2D-9");

        Assert.Contains("melebihi sisa Obat-obatan, Rp600.000, sebesar Rp1", refusal, StringComparison.Ordinal);
        Assert.Contains("value=\"SP2D-9\"", refusal, StringComparison.Ordinal);
        Assert.Contains("value=\"600.001\"", refusal, StringComparison.Ordinal);
        Assert.Equal("600.000", await LeftAsync("OBAT"));
    }

    [Fact]
    public async Task TwoPeopleSpendingTheLastRupiahAtOnce_OneIsTold()
    {
        await StartAsync("--Wakatobi:OverLimit=Refused");
        await PlanAsync(("OBAT", "60"), ("BMHP", "40"));

        var answers = await Task.WhenAll(PostSpendingAsync("600.000", "SP2D-1"), PostSpendingAsync("600.000", "SP2D-2"));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Redirect], answers.Select(answer => answer.StatusCode).Order());
        Assert.Equal("0", await LeftAsync("OBAT"));
        await AssertBalancedAsync();
        foreach (var answer in answers)
        {
            answer.Dispose();
        }
    }

    [Theory]
    [InlineData("59.99", "99,99 %")]
    [InlineData("seribu", "bukan angka dari 0 sampai 100")]
    public async Task APlan_ThatIsNotExactlyTheWhole_IsRefused(string share, string message)
    {
        await StartAsync();

        Assert.Contains(message, await PlanRefusalAsync("2024-03-25", ("OBAT", share), ("BMHP", "40")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASecondPlan_EndsTheFirstTheDayBefore()
    {
        await StartAsync();
        await PlanAsync(("OBAT", "60"), ("BMHP", "40"));

        using var answer = await PostPlanAsync("2024-06-01", ("OBAT", "100"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var text = (await finance.PageAsync("/wakatobi/belanja/rencana")).Body!.TextContent;
        Assert.Contains("25 Maret 2024 s.d. 31 Mei 2024", text, StringComparison.Ordinal);

        // What came before stays as it was divided.
        Assert.Equal("400.000", await LeftAsync("BMHP"));

        // Each plan reaches to the next, so that one between them can only overlap.
        Assert.Contains(
            "Keputusan Direktur mulai 2024-05-15 mulai 15 Mei 2024, padahal Keputusan Direktur mulai 2024-03-25 masih berlaku sampai 31 Mei 2024.",
            await PlanRefusalAsync("2024-05-15", ("OBAT", "100")),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "15 Mei 2024",
            await finance.GetStringAsync("/wakatobi/belanja/rencana", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("-5", "'-5' negatif; jumlah rupiah tidak boleh kurang dari nol.")]
    [InlineData("1.000,50", "'1.000,50' memuat pecahan; tulis rupiah bulat, misalnya 1.234.567.")]
    [InlineData("1,234", "'1,234' memakai koma, yang dapat berarti pemisah ribuan atau desimal")]
    [InlineData("9.000.000.000.000.001", "'9.000.000.000.000.001' melebihi jumlah terbesar, Rp9.000.000.000.000.000.")]
    [InlineData("0", "Jumlah belanja harus lebih dari nol.")]
    public async Task AnAmountThatCannotBeSpent_IsRefusedWithItsReasonAndNothingIsBooked(string amount, string reason)
    {
        await StartAsync();
        await PlanAsync(("OBAT", "60"), ("BMHP", "40"));

        Assert.Contains(reason, await SpendingRefusalAsync(amount, "SP2D-1"), StringComparison.Ordinal);
        Assert.Equal("600.000", await LeftAsync("OBAT"));
        Assert.Contains(
            "Belum ada belanja",
            await finance.GetStringAsync("/wakatobi/belanja?tahun=2024", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task TheScanOfAnExpenditure_IsKeptOnceExactlyAsItWasUploaded()
    {
        await StartAsync();
        await PlanAsync(("OBAT", "60"), ("BMHP", "40"));
        var path = await SpendAsync("500.000", "SP2D-1");
        Assert.Contains("Obat-obatan", (await finance.PageAsync(path)).Body!.TextContent, StringComparison.Ordinal);
        var scan = InstructionPdf.Write(new InstructionPrint(Seed.Instruction));

        Assert.Equal($"{path}?hasil=bukan-pdf", await UploadAsync(path, "bukan pdf"u8.ToArray()));
        using (var none = await finance.GetAsync(path + "/pindaian.pdf", Cancellation))
        {
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }

        Assert.Equal($"{path}?hasil=pindaian", await UploadAsync(path, scan));
        Assert.Equal(scan, await finance.GetByteArrayAsync(path + "/pindaian.pdf", Cancellation));

        // The form is gone; an old page that sends another one changes nothing.
        Assert.Null((await finance.PageAsync(path)).QuerySelector("input[type=file]"));
        Assert.Equal($"{path}?hasil=ditolak", await UploadAsync(path, scan));
    }

    [Fact]
    public async Task AMonth_ClosesOnlyAgainstTheBankAndThenTakesNoExpenditure()
    {
        await StartAsync();
        await PlanAsync(("OBAT", "60"), ("BMHP", "40"));
        foreach (var month in new[] { "2024-01", "2024-02", "2024-03", "2024-04" })
        {
            await CloseMonthAsync(month, "0");
        }

        // Money moved: a balance on paper is not enough.
        Assert.Contains(
            "Rekening koran Mei 2024 belum diimpor",
            await finance.GetStringAsync("/wakatobi/buku/tutup", Cancellation),
            StringComparison.Ordinal
        );
        await StatementOfBooks.ImportAsync(portal.Services, new FiscalMonth(2024, 5));
        using (var wrong = await PostMonthAsync("2024-05", "1.999.999"))
        {
            Assert.Contains(
                "Saldo yang diketik Rp1.999.999 berbeda dari rekening koran yang diimpor, Rp2.000.000.",
                await wrong.Content.ReadAsStringAsync(Cancellation),
                StringComparison.Ordinal
            );
        }

        // What waits in it stands in the way.
        using var director = await SignInAsync(PortalRoles.DirekturRsud);
        await SpendAsync("700.000", "SP2D-1");
        Assert.Contains(
            "SP2D-1 tanggal 10 Mei 2024 masih menunggu",
            await finance.GetStringAsync("/wakatobi/buku/tutup", Cancellation),
            StringComparison.Ordinal
        );
        using (var declined = await DecideAsync(director, "tolak", "Terlalu besar."))
        {
            Assert.Equal(HttpStatusCode.Redirect, declined.StatusCode);
        }

        await CloseMonthAsync("2024-05", "2.000.000");
        Assert.Contains("Bulan Mei 2024 sudah ditutup", await SpendingRefusalAsync("1.000", "SP2D-2"), StringComparison.Ordinal);
        await AssertBalancedAsync();
    }

    [Fact]
    public async Task AYear_ClosesIntoSilpaBeforeTheNextOnesFirstMonth()
    {
        await StartAsync("--Portal:Today=2025-03-01");
        await PlanAsync(("OBAT", "60"), ("BMHP", "40"));
        await SpendAsync("500.000", "SP2D-1");
        await InTheFundAsync(async step =>
        {
            await step.YearOfAsync(new DateOnly(2025, 1, 1));
            step.Note(FundActions.Posted, Guid.NewGuid(), "tahun 2025");
        });
        Assert.Contains(
            "Tahun 2024 belum ditutup",
            await finance.GetStringAsync("/wakatobi/buku/tutup?tahun=2025", Cancellation),
            StringComparison.Ordinal
        );

        // Without a year it is the one that has to be closed next, whatever today is.
        Assert.Equal("Tutup buku 2024", (await finance.PageAsync("/wakatobi/buku/tutup")).QuerySelector("h1")!.TextContent);
        await StatementOfBooks.ImportAsync(portal.Services, new FiscalMonth(2024, 5));
        foreach (var month in FiscalMonth.OfYear(2024))
        {
            await CloseMonthAsync(month.ToString(), month.Month < 5 ? "0" : "1.500.000");
        }

        using (var unmarked = await finance.PostFormAsync("/wakatobi/buku/tutup?tahun=2024", [], FormNamed("tutup-tahun")))
        {
            Assert.Contains(
                "tahun 2024 tidak dapat dibuka lagi: beri tanda",
                await unmarked.Content.ReadAsStringAsync(Cancellation),
                StringComparison.Ordinal
            );
        }

        using var closed = await finance.PostFormAsync(
            "/wakatobi/buku/tutup?tahun=2024",
            new() { ["Posted.Understood"] = "true" },
            FormNamed("tutup-tahun")
        );

        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Contains(
            "Rp1.500.000",
            (await finance.PageAsync("/wakatobi/buku/tutup?tahun=2024")).QuerySelector("tfoot")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("Tutup buku 2025", (await finance.PageAsync("/wakatobi/buku/tutup")).QuerySelector("h1")!.TextContent);

        // Every figure of the computation opens its entries.
        var figures = (await finance.PageAsync("/wakatobi/buku/tutup?tahun=2024")).QuerySelectorAll("[aria-label='Perhitungan SiLPA'] a");
        Assert.Equal(5, figures.Length);
        foreach (var figure in figures)
        {
            var opened = await finance.PageAsync(figure.GetAttribute("href")!);
            Assert.Equal(figure.TextContent.Replace("Rp", ""), opened.GetElementById("jumlah")!.TextContent.Trim().Replace("Rp", ""));
        }

        Assert.DoesNotContain(
            "belum ditutup",
            await finance.GetStringAsync("/wakatobi/buku/tutup?tahun=2025", Cancellation),
            StringComparison.Ordinal
        );
        await AssertBalancedAsync();
    }

    [Fact]
    public async Task AnExpenditureOfAnEarlierYear_IsNotTakenBack()
    {
        await StartAsync("--Portal:Today=2025-01-10");
        await PlanAsync(("OBAT", "60"), ("BMHP", "40"));
        var path = await SpendAsync("500.000", "SP2D-1");
        const string Sentence = "Belanja SP2D-1 tanggal 10 Mei 2024 hanya dapat dibatalkan dalam tahun 2024";

        // Its year is still open and so is this month; all the same the page offers no form, and the desk refuses what comes without one.
        var page = await finance.PageAsync(path);
        Assert.Contains(Sentence, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#alasan"));
        await using var scope = portal.Services.CreateAsyncScope();
        var refusal = await Assert.ThrowsAsync<FundRefusedException>(() =>
            scope
                .ServiceProvider.GetRequiredService<SpendingDesk>()
                .ReverseAsync(TestUsers.Of(PortalRoles.KeuanganRsud), Guid.Parse(path.Split('/')[^1]), 0, "Salah.", Cancellation)
        );
        Assert.StartsWith(Sentence, refusal.Message, StringComparison.Ordinal);

        Assert.Equal("100.000", await LeftAsync("OBAT"));
        Assert.Single(NumbersIn(await finance.PageAsync($"/wakatobi/buku/jurnal?sumber={path.Split('/')[^1]}"), path));
        await AssertBalancedAsync();
    }

    [Fact]
    public async Task ARoleThatMayNot_NeitherEntersNorDecides()
    {
        await StartAsync();
        using var director = await SignInAsync(PortalRoles.DirekturRsud);
        using var inspector = await SignInAsync(PortalRoles.Inspektorat);
        foreach (
            var (client, path) in new[]
            {
                (director, "/wakatobi/belanja/baru"),
                (inspector, "/wakatobi/belanja/baru"),
                (finance, "/wakatobi/persetujuan"),
            }
        )
        {
            using var answer = await client.GetAsync(path, Cancellation);
            Assert.Contains("/ditolak", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        // The forms are not on the page; a crafted post with a good token of another form finds none.
        foreach (var (path, form) in new[] { ("/wakatobi/belanja/rencana", "rencana"), ("/wakatobi/buku/tutup", "tutup-bulan") })
        {
            var token = (await director.PageAsync("/wakatobi"))
                .QuerySelector("input[name=__RequestVerificationToken]")!
                .GetAttribute("value")!;
            using var content = new FormUrlEncodedContent(
                new Dictionary<string, string> { ["_handler"] = form, ["__RequestVerificationToken"] = token }
            );
            using var answer = await director.PostAsync(path, content, Cancellation);
            answer.AssertNoSuchForm();
        }
    }

    private static string FormNamed(string name) => $"form:has(input[name=_handler][value^={name}])";

    private static async Task<HttpResponseMessage> DecideAsync(HttpClient director, string decision, string reason) =>
        await director.PostFormAsync(
            "/wakatobi/persetujuan",
            new() { ["Posted.Decision"] = decision, ["Posted.Reason"] = reason },
            FormNamed("putuskan")
        );

    private async Task StartAsync(params string[] settings)
    {
        portal = await PortalUnderTest.StartAsync(["--Portal:Today=2024-07-15", .. settings]);
        finance = await SignInAsync(PortalRoles.KeuanganRsud);
        await InTheFundAsync(ReceiveTwoMillionAsync);
    }

    private Task<HttpClient> SignInAsync(string role) => portal.CreateClientAsync(DemoAccounts.All.Single(demo => demo.Role == role).Email);

    private Task InTheFundAsync(Func<FundStep, Task> work)
    {
        return portal
            .Services.GetRequiredService<FundWork>()
            .DoAsync(TestUsers.Of(PortalRoles.KeuanganRsud), Access.EnterFund, work, Cancellation);
    }

    /// <summary>The claim of March, verified in April and paid on 2 May 2024.</summary>
    private static async Task ReceiveTwoMillionAsync(FundStep step)
    {
        var amount = new Rupiah(2_000_000);
        var services = await step.Db.ClaimServices.AsNoTracking().ToListAsync(Cancellation);
        var claim = ClaimMonth.File(
            new FiscalMonth(2024, 3),
            "INA-CBG",
            new DateOnly(2024, 4, 1),
            [.. services.Select((service, index) => new ClaimFiling(service.Code, index == 0 ? 1 : 0, index == 0 ? amount : Rupiah.Zero))],
            services,
            [],
            new ClaimTerms()
        );
        var verified = new DateOnly(2024, 4, 20);
        claim.Verify(
            verified,
            [.. claim.Lines.Select(line => new ClaimVerdict(line.Service, line.Filed, Rupiah.Zero, Rupiah.Zero, Rupiah.Zero))]
        );
        await step.PostAsync(
            verified,
            "Verifikasi klaim Maret 2024",
            new EntrySource(nameof(ClaimMonth), claim.Id),
            Postings.Verified(amount)
        );

        var receipt = Receipt.Take(new DateOnly(2024, 5, 2), amount, "TRX-1", [(claim, amount)]);
        var rules = new AllocationRules(await step.Db.AllocationRules.AsNoTracking().ToListAsync(Cancellation));
        step.Db.AddRange(claim, receipt, Allocation.Of(receipt, rules, step.At));
        await step.PostAsync(
            receipt.ReceivedOn,
            "Penerimaan TRX-1",
            new EntrySource(nameof(Receipt), receipt.Id),
            Postings.Received(amount)
        );
        step.Note(FundActions.Received, receipt.Id, receipt.Reference);
    }

    private Task<HttpResponseMessage> PostPlanAsync(string from, params (string Category, string Share)[] shares) =>
        finance.PostFormAsync(
            "/wakatobi/belanja/rencana",
            new(shares.Select(share => KeyValuePair.Create($"Posted.Shares[{share.Category}]", share.Share)))
            {
                ["Posted.Basis"] = $"Keputusan Direktur mulai {from}",
                ["Posted.From"] = from,
            }
        );

    private async Task PlanAsync(params (string Category, string Share)[] shares)
    {
        using var answer = await PostPlanAsync("2024-03-25", shares);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<string> PlanRefusalAsync(string from, params (string Category, string Share)[] shares)
    {
        using var answer = await PostPlanAsync(from, shares);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    private Task<HttpResponseMessage> PostSpendingAsync(string amount, string document) =>
        finance.PostFormAsync(
            "/wakatobi/belanja/baru",
            new()
            {
                ["Posted.Document"] = document,
                ["Posted.On"] = "2024-05-10",
                ["Posted.Payee"] = "Apotek",
                ["Posted.Category"] = "OBAT",
                ["Posted.Amount"] = amount,
                ["Posted.Description"] = "Obat rawat jalan",
            }
        );

    /// <summary>Enters an expenditure on medicines of 10 May and gives the path of its page.</summary>
    private async Task<string> SpendAsync(string amount, string document)
    {
        using var answer = await PostSpendingAsync(amount, document);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Cancellation));
        return new Uri(portal.Address, answer.Headers.Location!).AbsolutePath;
    }

    /// <summary>Uploads a scan as the page's form does, with a token of any page, and gives where it leads.</summary>
    private async Task<string> UploadAsync(string path, byte[] content)
    {
        var token = (await finance.PageAsync(path)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(token), "__RequestVerificationToken");
        using var part = new ByteArrayContent(content);
        form.Add(part, "berkas", "sp2d-1.pdf");
        using var answer = await finance.PostAsync(path + "/pindaian", form, Cancellation);
        return new Uri(portal.Address, answer.Headers.Location!).PathAndQuery;
    }

    private async Task<string> SpendingRefusalAsync(string amount, string document)
    {
        using var answer = await PostSpendingAsync(amount, document);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private Task<HttpResponseMessage> PostMonthAsync(string month, string statement)
    {
        var page = $"/wakatobi/buku/tutup?tahun={month[..4]}";
        return finance.PostFormAsync(page, new() { ["Posted.Month"] = month, ["Posted.Statement"] = statement }, FormNamed("tutup-bulan"));
    }

    private async Task CloseMonthAsync(string month, string statement)
    {
        using var answer = await PostMonthAsync(month, statement);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{month}: {await answer.Content.ReadAsStringAsync(Cancellation)}");
    }

    /// <summary>The numbers of the entries of a journal that lead to a page.</summary>
    private static IReadOnlyList<string> NumbersIn(IDocument journal, string path) =>
        [
            .. journal
                .QuerySelectorAll($"tbody tr:has(a[href='{path}']) a[href*='?nomor=']")
                .Select(link => link.TextContent.Trim())
                .Distinct(),
        ];

    /// <summary>What the page of 2024 says is left of a category.</summary>
    private async Task<string> LeftAsync(string category)
    {
        var page = await finance.PageAsync("/wakatobi/belanja?tahun=2024");
        return page.QuerySelector($"tr:has(a[href$='jenis={category}']) td:nth-of-type(3)")!.TextContent.Trim();
    }

    private async Task AssertBalancedAsync()
    {
        var page = await finance.PageAsync("/wakatobi/buku");
        Assert.Equal("Rp0", page.QuerySelector("#selisih")!.TextContent);
    }
}
