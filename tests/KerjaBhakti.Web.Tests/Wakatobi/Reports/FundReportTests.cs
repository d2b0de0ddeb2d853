using System.Globalization;
using System.Net;
using System.Security.Claims;
using AngleSharp.Dom;
using ClosedXML.Excel;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Data.Wakatobi;
using KerjaBhakti.Documents.Tests.Shared;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.CarryOver;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Web.Shell.Frame;
using KerjaBhakti.Web.Wakatobi.Frame;
using Microsoft.EntityFrameworkCore;

namespace KerjaBhakti.Web.Tests.Wakatobi.Reports;

/// <summary>
/// The reports of the claim fund over their pages and files, in a portal that has a year's worth of events; see <see cref="FundYear"/>.
/// </summary>
public sealed class FundReportTests(FundYear year) : IClassFixture<FundYear>
{
    private const string ToJuly = "dari=2024-01&sampai=2024-07";

    public static TheoryData<string> Reports => ["kegiatan", "penggunaan-dana", "bupati", "silpa"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task AReport_OnThePageOnPaperAndInTheWorkbook_SaysTheSame(string report)
    {
        // From March on, where there is a before.
        foreach (var period in new[] { ToJuly, "dari=2024-03&sampai=2024-06" })
        {
            var page = await year.Finance.PageAsync($"/wakatobi/laporan/{report}?{period}");
            var shown = page.QuerySelectorAll("main table").Select(table => RowsOf(table)).ToList();
            Assert.NotEmpty(shown);
            Assert.NotNull(page.QuerySelector($"button[formaction='/wakatobi/laporan/{report}.pdf']"));

            var paper = new PdfReading(await BytesAsync($"/wakatobi/laporan/{report}.pdf?{period}"));
            Assert.Equal(
                shown,
                paper
                    .Root.All("/Table")
                    .Select(table => table.Children.Select(row => string.Join('|', row.Children.Select(cell => TextOf(cell)))).ToList())
            );

            using var workbook = new XLWorkbook(new MemoryStream(await BytesAsync($"/wakatobi/laporan/{report}.xlsx?{period}")));
            Assert.Equal(shown, workbook.Worksheets.Where(HasTable).Select(sheet => RowsOf(sheet)));
        }
    }

    [Fact]
    public async Task TheUseOfFunds_OfAPeriod_IsWhatTheBooksSay()
    {
        var entries = await year.ReadAsync(db => db.JournalEntries.AsNoTracking().ToListAsync(Cancellation));
        var expenditures = await year.ReadAsync(db => db.Expenditures.AsNoTracking().ToListAsync(Cancellation));
        var fromSilpa = expenditures.Where(item => item.SilpaUseId is not null).Select(item => item.Id).ToHashSet();
        var (first, last) = (new DateOnly(2024, 6, 1), new DateOnly(2024, 7, 31));

        var page = await year.Finance.PageAsync("/wakatobi/laporan/penggunaan-dana?dari=2024-06&sampai=2024-07");

        // Rp270.000 of medicines in May, of which Rp20.000 were taken back in June, and Rp30.000 more in June: the books say 10.000 for the
        // period.
        Assert.Equal(new Rupiah(10_000), Moved(ChartOfAccounts.OfCategory("OBAT"), first, silpa: false));
        foreach (var (category, name) in new[] { ("OBAT", "Obat-obatan"), ("BMHP", "Bahan medis habis pakai (BMHP)") })
        {
            var row = RowOf(page, name);
            Assert.Equal(FundText.Figure(Moved(ChartOfAccounts.OfCategory(category), first, silpa: false)), row[4]);
            var spent = Moved(ChartOfAccounts.OfCategory(category), new DateOnly(2024, 1, 1), silpa: false);
            Assert.Equal(FundText.Figure(Amount(row[2]) - spent), row[5]);
        }

        Assert.Equal(["Obat-obatan", "60 %", "600.000", "270.000", "10.000", "320.000", "46,6 %"], RowOf(page, "Obat-obatan"));
        Assert.Equal(["Alat kesehatan", "0", "120.000"], RowOf(page, "Alat kesehatan", last: true));
        Assert.Equal(["Dibayarkan kepada pegawai", "0", "400.000", "400.000"], RowOf(page, "Dibayarkan kepada pegawai"));
        Assert.Equal(["Sisa yang belum dibagikan", "1.000.001", "", "500.001"], RowOf(page, "Sisa yang belum dibagikan"));
        Assert.Equal(["Sudah dibagikan, belum dibayarkan", "0", "", "100.000"], RowOf(page, "Sudah dibagikan, belum dibayarkan"));

        Rupiah Moved(string account, DateOnly from, bool silpa) =>
            entries
                .Where(entry => entry.On >= from && entry.On <= last && fromSilpa.Contains(entry.Source.Id) == silpa)
                .SelectMany(entry => entry.Lines)
                .Where(line => line.Account == account)
                .Sum(line => line.Debit - line.Credit);
    }

    [Fact]
    public async Task Silpa_BeginsInJanuaryAndEndsWithWhatTheBankHolds()
    {
        var page = await year.Finance.PageAsync("/wakatobi/laporan/silpa?dari=2024-06&sampai=2024-07");
        var bank = (await year.ReadAsync(db => db.JournalEntries.AsNoTracking().ToListAsync(Cancellation)))
            .SelectMany(entry => entry.Lines)
            .Where(line => line.Account == ChartOfAccounts.Bank)
            .Sum(line => line.Debit - line.Credit);

        Assert.Contains("periode Januari s.d. Juli 2024", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["SiLPA tahun-tahun sebelum 2024", "300.000"], RowOf(page, "SiLPA tahun-tahun sebelum 2024"));
        Assert.Equal(["SiLPA", FundText.Figure(bank)], RowOf(page, "SiLPA"));
        Assert.Equal(
            [
                "Ventilator (belanja modal)",
                "Pasal 10 ayat (4) huruf b, penundaan mengganggu pelayanan dan merugikan; surat nomor 900/7 tanggal 3 Juni 2024",
                "Belum dicocokkan dengan Perubahan APBD",
                "200.000",
                "120.000",
                "80.000",
            ],
            RowOf(page, "Ventilator (belanja modal)")
        );
    }

    [Fact]
    public async Task Activity_OfAPeriod_IsWhatTheClaimsSay()
    {
        var page = await year.Finance.PageAsync($"/wakatobi/laporan/kegiatan?{ToJuly}");

        Assert.Equal(["Maret 2024", "15", "2.500.000", "2.000.001", "60.000", "30.000", "409.999", "2.000.001"], RowOf(page, "Maret 2024"));
        Assert.Equal(
            ["Rawat jalan tingkat lanjutan", "10", "600.000", "500.000", "60.000", "30.000", "10.000"],
            RowOf(page, "Rawat jalan tingkat lanjutan")
        );
        var first = page.QuerySelector($"a[href='/wakatobi/laporan/kegiatan?{ToJuly}#layanan-RAWAT_INAP']")!;
        Assert.Equal("5", first.TextContent);
        Assert.Contains("Maret 2024", page.GetElementById("layanan-RAWAT_INAP")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("penggunaan-dana", ToJuly)]
    [InlineData("penggunaan-dana", "dari=2024-06&sampai=2024-07")]
    [InlineData("silpa", ToJuly)]
    [InlineData("kegiatan", ToJuly)]
    public Task EveryFigure_OpensTheEntriesThatMakeIt(string report, string period) => AssertFiguresAsync(year, report, period);

    [Fact]
    public async Task EveryFigure_AfterAClosedYear_OpensTheEntriesThatMakeIt()
    {
        await using var closing = new FundYear { Today = "2025-03-01" };
        await closing.InitializeAsync();
        await closing.CloseAsync(2024);
        await closing.DoAsync(async step =>
        {
            var fees = new EntrySource(nameof(FeeDistribution), Guid.NewGuid());
            await step.PostAsync(new DateOnly(2025, 2, 10), "Pembayaran jasa", fees, Postings.FeesPaid(new Rupiah(70_000)));
            step.Note(FundActions.FeesPaid, fees.Id, "2025");
        });

        foreach (var period in new[] { "dari=2024-01&sampai=2024-12", "dari=2025-01&sampai=2025-02", "dari=2025-02&sampai=2025-02" })
        {
            await AssertFiguresAsync(closing, "penggunaan-dana", period);
            await AssertFiguresAsync(closing, "silpa", period);
        }

        // What 2024 paid is a figure of 2025 that its closing does not take away.
        var page = await closing.Finance.PageAsync("/wakatobi/laporan/penggunaan-dana?dari=2025-01&sampai=2025-02");
        Assert.Equal(["Dibayarkan kepada pegawai", "400.000", "70.000", "470.000"], RowOf(page, "Dibayarkan kepada pegawai"));
    }

    [Fact]
    public async Task AReportPrintedLater_ShowsTheUsesOfSilpaAsTheyWereOnItsLastDay()
    {
        // The use for the ventilator was recorded as approved in November, though it was spent from in June.
        await using var later = new FundYear { Today = "2024-11-05" };
        await later.InitializeAsync();
        await later.DoAsync(async step =>
        {
            (await step.Db.SilpaUses.SingleAsync(Cancellation)).Match(new LegalDocument("Perda 3/2024", new DateOnly(2024, 10, 10)));

            // Half an hour before and after midnight in Wakatobi, on one day in Greenwich.
            foreach (var (description, minute) in new[] { ("Genset", 30), ("Kasur", 90) })
            {
                var use = SilpaUse.Budgeted(
                    2024,
                    new Rupiah(100_000),
                    new Rupiah(50_000),
                    SilpaPurpose.Capital,
                    description,
                    new LegalDocument("APBD 2024", new DateOnly(2024, 1, 5))
                );
                use.Approve(new Person("d", "Direktur"), new DateTimeOffset(2024, 8, 31, 15, 0, 0, TimeSpan.Zero).AddMinutes(minute));
                step.Db.Add(use);
                step.Note(FundActions.SilpaApproved, use.Id, description);
            }
        });

        Assert.Equal([], await UsesAsync("2024-03"));
        Assert.Equal(["Ventilator|Belum dicocokkan dengan Perubahan APBD"], await UsesAsync("2024-06"));
        Assert.Equal(
            ["Genset|nomor APBD 2024 tanggal 5 Januari 2024", "Ventilator|Belum dicocokkan dengan Perubahan APBD"],
            await UsesAsync("2024-08")
        );
        Assert.Equal(["Genset", "Kasur", "Ventilator"], (await UsesAsync("2024-09")).Select(use => use.Split('|')[0]));
        Assert.Contains("Ventilator|nomor Perda 3/2024 tanggal 10 Oktober 2024", await UsesAsync("2024-10"));
        Assert.DoesNotContain("mendahului Perubahan APBD", await LetterAsync(later, "2024-01", "2024-03"), StringComparison.Ordinal);
        Assert.Contains(
            "; 1 belum dicocokkan dengan Perubahan APBD.",
            await LetterAsync(later, "2024-07", "2024-09"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "; seluruhnya sudah dicocokkan dengan Perubahan APBD.",
            await LetterAsync(later, "2024-07", "2024-10"),
            StringComparison.Ordinal
        );

        async Task<List<string>> UsesAsync(string last) =>
            [
                .. (await later.Finance.PageAsync($"/wakatobi/laporan/silpa?dari=2024-01&sampai={last}"))
                    .QuerySelectorAll("main tbody tr")
                    .Where(row => row.QuerySelector("th")!.TextContent.Contains("(belanja modal)", StringComparison.Ordinal))
                    .Select(row =>
                        $"{row.QuerySelector("th")!.TextContent.Trim().Split(' ')[0]}|{row.QuerySelectorAll("td")[1].TextContent.Trim()}"
                    )
                    .Order(StringComparer.Ordinal),
            ];
    }

    [Fact]
    public async Task TheLetter_WhileTheYearBeforeIsOpen_SaysThatItsOpeningIsWithoutIt()
    {
        await using var open = new FundYear { Today = "2025-03-01" };
        await open.InitializeAsync();
        const string Missing = "rupiah). Tahun 2024 belum ditutup, sehingga SiLPA tahun itu belum termasuk dalam saldo awal.";

        Assert.Contains(Missing, await LetterAsync(open, "2025-01", "2025-02"), StringComparison.Ordinal);
        Assert.DoesNotContain("belum ditutup", await LetterAsync(open, "2024-01", "2024-12"), StringComparison.Ordinal);
    }

    private static async Task<string> LetterAsync(FundYear year, string first, string last) =>
        new PdfReading(await year.Finance.GetByteArrayAsync($"/wakatobi/laporan/bupati.pdf?dari={first}&sampai={last}", Cancellation))
            .Root
            .WholeText;

    private static async Task AssertFiguresAsync(FundYear year, string report, string period)
    {
        var page = await year.Finance.PageAsync($"/wakatobi/laporan/{report}?{period}");
        var links = page.QuerySelectorAll("main td a");
        Assert.NotEmpty(links);
        foreach (var link in links.DistinctBy(link => link.GetAttribute("href")))
        {
            var path = link.GetAttribute("href")!;
            var opened = await year.Finance.PageAsync(path);
            if (path.Contains("/jurnal?", StringComparison.Ordinal))
            {
                // The sum above the entries is the figure.
                Assert.Equal($"{path} Rp{link.TextContent.Trim()}", $"{path} {opened.GetElementById("jumlah")!.TextContent.Trim()}");
            }
            else if (path.Contains("/klaim/", StringComparison.Ordinal))
            {
                Assert.Contains("Maret 2024", opened.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Shares_OfAPeriod_OpenItsReceiptsWithTheirSums()
    {
        var page = await year.Finance.PageAsync($"/wakatobi/laporan/penggunaan-dana?{ToJuly}");
        var link = page.QuerySelectorAll("a[href='/wakatobi/penerimaan?dari=2024-01&sampai=2024-07']")[0];

        var receipts = await year.Finance.PageAsync(link.GetAttribute("href")!);

        Assert.Contains(link.TextContent.Trim(), receipts.QuerySelectorAll("tfoot td").Select(cell => cell.TextContent.Trim()));
        Assert.Contains(
            "Tidak ada penerimaan",
            await year.Finance.GetStringAsync("/wakatobi/penerimaan?dari=2023-01&sampai=2023-12", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task AnEmptyPeriod_SaysSoOnThePageAndOnPaper(string report)
    {
        var page = await year.Finance.PageAsync($"/wakatobi/laporan/{report}?dari=2023-02&sampai=2023-03");
        var paper = new PdfReading(await BytesAsync($"/wakatobi/laporan/{report}.pdf?dari=2023-02&sampai=2023-03"));

        Assert.Contains("Tidak ada yang dilaporkan", page.QuerySelector(".empty-state")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tidak ada kegiatan maupun transaksi", paper.Root.WholeText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kegiatan", "dari=Maret", "Bulan awal 'Maret' bukan bulan")]
    [InlineData("kegiatan", "dari=2024-07&sampai=2024-01", "terbalik")]
    [InlineData("penggunaan-dana", "dari=2023-12&sampai=2024-01", "dalam satu tahun")]
    [InlineData("bupati", "dari=2023-12&sampai=2024-01", "dalam satu tahun")]
    [InlineData("silpa", "dari=2023-12&sampai=2024-01", "dalam satu tahun")]
    public async Task AnAddressThatCannotBe_IsAnsweredWithThePageAndAMessage(string report, string query, string message)
    {
        var page = await year.Finance.PageAsync($"/wakatobi/laporan/{report}?{query}");
        Assert.Contains(message, page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        foreach (var file in new[] { "pdf", "xlsx" })
        {
            using var answer = await year.Finance.GetAsync($"/wakatobi/laporan/{report}.{file}?{query}", Cancellation);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal($"/wakatobi/laporan/{report}?{query}", answer.Headers.Location!.OriginalString);
        }
    }

    [Theory]
    [InlineData("nip", "123", "NIP penanda tangan: harus 18 angka.")]
    [InlineData("tanggal", "besok", "Tanggal surat: bukan tanggal")]
    public async Task ASignatureThatCannotBe_IsAnsweredWithThePageAndAMessage_AndStandsInNoAddress(
        string field,
        string typed,
        string message
    )
    {
        var page = $"/wakatobi/laporan/bupati?{ToJuly}";
        var fields = await year.Finance.FillInAsync(page, new() { [field] = typed }, "form[data-downloads]");
        using var answer = await year.Finance.PostFieldsAsync("/wakatobi/laporan/bupati.pdf", fields);

        Assert.Equal($"{page}&salah={field}", answer.Headers.Location!.OriginalString);
        Assert.Contains(
            message,
            (await year.Finance.PageAsync($"{page}&salah={field}")).QuerySelector(".error-summary")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AReportThatIsNone_IsNotFound()
    {
        foreach (var path in new[] { "/wakatobi/laporan/gubernur", "/wakatobi/laporan/gubernur.pdf", "/wakatobi/laporan/gubernur.xlsx" })
        {
            using var answer = await year.Finance.GetAsync(path, Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task TheList_NamesEachReportWithItsPasalAndKeepsThePeriod()
    {
        var page = await year.Finance.PageAsync($"/wakatobi/laporan?{ToJuly}");

        Assert.Equal(
            ["Pasal 8 ayat (1)", "Pasal 8 ayat (2)", "Pasal 9 ayat (2)", "Pasal 10"],
            page.QuerySelectorAll("main table:first-of-type tbody td:nth-of-type(1)").Select(cell => cell.TextContent)
        );
        Assert.Equal(4, page.QuerySelectorAll("main table:first-of-type tbody th a[href$='?dari=2024-01&sampai=2024-07']").Length);
        var mistyped = await year.Finance.PageAsync("/wakatobi/laporan?dari=x");
        Assert.Contains("bukan bulan", mistyped.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, mistyped.QuerySelectorAll("main table:first-of-type tbody th a").Length);
    }

    [Fact]
    public async Task TheLetter_ToTheRegent_NamesTheWayAndWhatWasTypedAndNothingElse()
    {
        var blank = new PdfReading(await BytesAsync($"/wakatobi/laporan/bupati.pdf?{ToJuly}")).Root.WholeText;
        using var answer = await year.Finance.PostFieldsAsync(
            "/wakatobi/laporan/bupati.pdf",
            await year.Finance.FillInAsync(
                $"/wakatobi/laporan/bupati?{ToJuly}",
                new()
                {
                    ["nomor"] = "900/12",
                    ["tanggal"] = "2024-08-05",
                    ["nama"] = "Nama Uji",
                    ["nip"] = "19800101 200501 1 001",
                },
                "form[data-downloads]"
            )
        );
        var signed = new PdfReading(await answer.Content.ReadAsByteArrayAsync(Cancellation)).Root.WholeText;

        Assert.Contains("Kepada Yth. Bupati Wakatobimelalui Sekretaris Daerah Kabupaten Wakatobi", blank, StringComparison.Ordinal);
        Assert.Contains("Rp2.000.001 (dua juta satu rupiah)", blank, StringComparison.Ordinal);
        Assert.Contains("NIP. ..............................", blank, StringComparison.Ordinal);
        Assert.Contains("Direktur UPTD RSUD Kabupaten Wakatobi,Nama UjiNIP. 198001012005011001", signed, StringComparison.Ordinal);
        Assert.Contains("Wangi-Wangi, 5 Agustus 2024", signed, StringComparison.Ordinal);
        Assert.Contains("nomor 900/12 tanggal 5 Agustus 2024", signed, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Nama Uji",
            await year.Finance.GetStringAsync($"/wakatobi/laporan/bupati?{ToJuly}", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(PortalRoles.PegawaiRsud)]
    [InlineData(PortalRoles.Sekretariat)]
    [InlineData(PortalRoles.Admin)]
    public async Task ARoleThatMayNotReadTheFund_GetsNoReport(string role)
    {
        using var client = await year.ClientOfAsync(role);
        foreach (
            var path in new[]
            {
                "/wakatobi/laporan",
                "/wakatobi/laporan/bupati",
                "/wakatobi/laporan/bupati.pdf",
                "/wakatobi/laporan/bupati.xlsx",
            }
        )
        {
            using var answer = await client.GetAsync(path, Cancellation);
            Assert.Contains("/ditolak", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AClosedYear_ReadsAsItDidOpenAndBecomesTheNextOnesOpening()
    {
        await using var closing = new FundYear { Today = "2025-03-01" };
        await closing.InitializeAsync();
        const string Whole = "dari=2024-01&sampai=2024-12";
        var (use, silpa) = (await RowsAsync("penggunaan-dana"), await RowsAsync("silpa"));

        var closed = await closing.CloseAsync(2024);

        Assert.Equal(use, await RowsAsync("penggunaan-dana"));
        Assert.Equal(silpa, await RowsAsync("silpa"));
        var page = await closing.Finance.PageAsync($"/wakatobi/laporan/silpa?{Whole}");
        Assert.Equal(["SiLPA", FundText.Figure(closed.Amount)], RowOf(page, "SiLPA"));
        var income = page.QuerySelectorAll("td a[href*='akun=4.1&']").Single();
        var journal = await closing.Finance.PageAsync(income.GetAttribute("href")!);
        Assert.Equal($"Rp{income.TextContent}", journal.GetElementById("jumlah")!.TextContent);
        var next = await closing.Finance.PageAsync("/wakatobi/laporan/silpa?dari=2025-01&sampai=2025-02");
        Assert.Equal(["SiLPA tahun-tahun sebelum 2025", FundText.Figure(closed.Amount)], RowOf(next, "SiLPA tahun-tahun sebelum 2025"));

        async Task<List<string>> RowsAsync(string report) =>
            [.. (await closing.Finance.PageAsync($"/wakatobi/laporan/{report}?{Whole}")).QuerySelectorAll("main table").SelectMany(RowsOf)];
    }

    [Theory]
    [InlineData(true, PortalRoles.KeuanganRsud)]
    [InlineData(true, PortalRoles.DirekturRsud)]
    [InlineData(true, PortalRoles.DirekturRsud, PortalRoles.PegawaiRsud)]
    [InlineData(true, PortalRoles.Inspektorat)]
    [InlineData(false, PortalRoles.PegawaiRsud)]
    public void TheMenu_HasReportsForWhoReadsTheFundAndNeverTooMuch(bool reports, params string[] roles)
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity(roles.Select(role => new Claim(ClaimTypes.Role, role)), "uji"));

        var menu = FundMenu.For(user).Select(entry => entry.Path).ToList();

        Assert.Equal(reports, menu.Contains("/wakatobi/laporan"));
        Assert.Equal(!reports, menu.Contains("/wakatobi/saya"));
        Assert.InRange(menu.Count, 1, NavigationMenu.MostEntries);
    }

    private static List<string> RowsOf(IElement table) =>
        [
            .. table
                .QuerySelectorAll("tr")
                .Select(row => string.Join('|', row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim()))),
        ];

    private static bool HasTable(IXLWorksheet sheet) => sheet.Cell(6, 1).Style.Border.TopBorder == XLBorderStyleValues.Thin;

    /// <summary>The table of a sheet as text, its numbers written as the other media write them.</summary>
    private static List<string> RowsOf(IXLWorksheet sheet) =>
        [
            .. sheet
                .Rows(5, sheet.LastRowUsed()!.RowNumber())
                .Where(row => row.Cell(1).Style.Border.TopBorder == XLBorderStyleValues.Thin)
                .Select(row =>
                    string.Join('|', Enumerable.Range(1, sheet.LastColumnUsed()!.ColumnNumber()).Select(column => TextOf(row.Cell(column))))
                ),
        ];

    // A dash as the file encodes it.
    private static string TextOf(Tagged cell) => cell.Text.Replace('\u0096', '–').Trim();

    private static string TextOf(IXLCell cell) =>
        cell switch
        {
            { DataType: XLDataType.Number } when cell.Style.NumberFormat.Format == "0.0%" =>
                $"{(cell.GetDouble() * 100).ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',')} %",
            { DataType: XLDataType.Number } => FundText.Figure(new Rupiah((long)cell.GetDouble())),
            _ => cell.GetString().Trim(),
        };

    private static string[] RowOf(IParentNode page, string name, bool last = false)
    {
        var rows = page.QuerySelectorAll("main tbody tr").Where(row => row.QuerySelector("th")!.TextContent.Trim() == name).ToList();
        return [.. (last ? rows[^1] : rows[0]).QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim())];
    }

    private static Rupiah Amount(string figure) => Rupiah.Parse(figure);

    private Task<byte[]> BytesAsync(string path) => year.Finance.GetByteArrayAsync(path, Cancellation);
}
