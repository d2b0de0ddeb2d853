using System.Globalization;
using System.Net;
using ClosedXML.Excel;
using KerjaBhakti.Roster.Approvals;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Web.Roster.Duties;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Roster.Recaps;

/// <summary>
/// The recap of a period over its pages and files, on Friday, 5 June 2015: one Sunday of May is over, those of June are to come.
/// </summary>
public sealed class RecapTests : IAsyncLifetime
{
    private const string May = "dari=2015-05-01&sampai=2015-05-31";
    private static readonly DateOnly Sunday = new(2015, 5, 31);
    private static readonly Person PersonA = new("a", "Pejabat A");

    private DutyPortal portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => portal = await DutyPortal.StartAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Recap_EveryFigure_OpensAsManyDutiesAsItCounts()
    {
        await ReportAsync(12, attended: true, people: 30, verify: true);
        await ReportAsync(13, attended: false, people: null);
        await ReportAsync(14, attended: true, people: 1_250);

        var page = await portal.Secretariat.PageAsync($"/roster/laporan/rekap?{May}");
        Assert.Contains("periode 1 s.d. 31 Mei 2015", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        var figures = page.QuerySelectorAll("main td a[href*='/rekap/tugas']")
            .Select(link =>
                (
                    Path: link.GetAttribute("href")!,
                    Count: int.Parse(link.TextContent, NumberStyles.AllowThousands, CultureInfo.GetCultureInfo("id-ID"))
                )
            )
            .ToList();

        // One of each kind of part and measure, and some more: all of them would be four hundred pages.
        Assert.True(figures.Count > 300, $"{figures.Count} figures");
        foreach (var (path, count) in figures.Where((_, index) => index % 17 == 0))
        {
            var list = await portal.Secretariat.PageAsync(path);
            Assert.Contains($": {count} tugas.", list.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(Math.Min(100, count), list.QuerySelectorAll("main tbody tr").Length);
        }
    }

    [Fact]
    public async Task Recap_PageLetterAndWorkbook_SayTheSame()
    {
        await ReportAsync(12, attended: true, people: 30, verify: true);
        await ReportAsync(13, attended: false, people: null);

        var page = await portal.Sekda.PageAsync($"/roster/laporan/rekap?{May}");
        var total = page.QuerySelectorAll(".figures-total-row dd").Select(item => item.TextContent.Trim()).ToList();
        Assert.Equal(["465", "0", "0", "1", "1", "463", "0", "0", "1", "0,2 %", "30"], total);
        Assert.Contains(
            "Dari 465 tugas yang seharusnya sudah dilaporkan, hadir 1 (0,2 %), tidak hadir 1, dan belum melapor 463.",
            page.QuerySelector(".figures-letter")!.TextContent,
            StringComparison.Ordinal
        );

        using var workbook = await WorkbookAsync($"/roster/laporan/rekap.xlsx?{May}");
        var last = workbook.Worksheet("Jabatan").RowsUsed().Single(row => row.Cell(1).GetString() == "Jumlah");
        Assert.Equal([465, 0, 0, 0, 1, 1, 463, 0, 1], Enumerable.Range(2, 9).Select(column => last.Cell(column).GetValue<int>()));
        Assert.Equal(465, workbook.Worksheet("Rincian").RowsUsed().Count(row => row.Cell(2).DataType == XLDataType.Number));
        Assert.Equal(page.QuerySelectorAll(".figures-letter p").Select(item => item.TextContent.Trim()), LetterOf(workbook));

        using var paper = await portal.Sekda.GetAsync($"/roster/laporan/rekap.pdf?{May}", Cancellation);
        Assert.Equal("application/pdf", paper.Content.Headers.ContentType!.MediaType);
        Assert.Equal("rekap-kerja-bhakti-2015-05-01-2015-05-31.pdf", paper.Content.Headers.ContentDisposition!.FileName);
    }

    [Theory]
    [InlineData("dari=2015-06-30&sampai=2015-06-01", "terbalik")]
    [InlineData("dari=mei&sampai=2015-06-01", "Tanggal awal 'mei' bukan tanggal")]
    [InlineData("dari=2000-01-01&sampai=2015-06-01", "paling panjang 10 tahun")]
    [InlineData("dari=2015-05-01&sampai=2015-05-31&salah=nip&salah=tanggal&salah=entah", "NIP penanda tangan: harus 18 angka.")]
    public async Task Recap_AnAddressThatCannotBeRead_IsAnsweredWithThePageAndASentence(string query, string sentence)
    {
        var page = await portal.Secretariat.PageAsync($"/roster/laporan/rekap?{query}");
        Assert.Contains(sentence, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        if (!query.Contains("salah", StringComparison.Ordinal))
        {
            using var file = await portal.Secretariat.GetAsync($"/roster/laporan/rekap.pdf?{query}", Cancellation);
            Assert.Equal(HttpStatusCode.Redirect, file.StatusCode);
            Assert.Equal($"/roster/laporan/rekap?{query}", file.Headers.Location!.OriginalString);
        }
    }

    [Fact]
    public async Task WhoSigns_TravelsInNoAddress()
    {
        const string Form = "form[data-downloads]";
        var page = await portal.Sekda.PageAsync($"/roster/laporan/rekap?{May}");
        Assert.Equal("post", page.QuerySelector(Form)!.GetAttribute("method"));
        Assert.NotNull(page.QuerySelector($"{Form} button[formaction='/roster/laporan/rekap.pdf']"));

        // As older addresses had it: what they say of the signing is not read.
        using var workbook = await WorkbookAsync($"/roster/laporan/rekap.xlsx?{May}&nama=Nama%20Lama&nip=198001012005011001");
        Assert.DoesNotContain("Nama Lama", TextOf(workbook), StringComparison.Ordinal);

        var fields = await portal.Sekda.FillInAsync(
            $"/roster/laporan/rekap?{May}",
            new() { ["nama"] = "Nama Uji", ["nip"] = "19800101 200501 1 001" },
            Form
        );
        using var answer = await portal.Sekda.PostFieldsAsync("/roster/laporan/rekap.xlsx", fields);
        Assert.Equal("rekap-kerja-bhakti-2015-05-01-2015-05-31.xlsx", answer.Content.Headers.ContentDisposition!.FileName);
        using var signed = new XLWorkbook(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancellation)));
        Assert.Contains("NIP. 198001012005011001", TextOf(signed), StringComparison.Ordinal);

        fields["nip"] = "1980";
        using var mistaken = await portal.Sekda.PostFieldsAsync("/roster/laporan/rekap.pdf", fields);
        Assert.Equal($"/roster/laporan/rekap?{May}&salah=nip", mistaken.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Recap_OpenedBeforeTheFirstSundayOfAMonth_IsOfTheLastMonthThatHasOne()
    {
        var page = await portal.Secretariat.PageAsync("/roster/laporan/rekap");

        Assert.Contains("periode 1 s.d. 31 Mei 2015", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recap_AsAWorkbook_HoldsItsDatesAsDates()
    {
        using var workbook = await WorkbookAsync($"/roster/laporan/rekap.xlsx?{May}");

        Assert.Equal(
            [new DateTime(2015, 5, 3), new(2015, 5, 10), new(2015, 5, 17), new(2015, 5, 24), new(2015, 5, 31)],
            workbook
                .Worksheet("Minggu")
                .RowsUsed()
                .Where(row => row.Cell(1).DataType == XLDataType.DateTime)
                .Select(row => row.Cell(1).GetDateTime())
        );
        Assert.Equal(465, workbook.Worksheet("Rincian").RowsUsed().Count(row => row.Cell(1).DataType == XLDataType.DateTime));
        Assert.Equal("[$-421]d mmmm yyyy", workbook.Worksheet("Rincian").Cell(6, 1).Style.NumberFormat.Format);
    }

    [Fact]
    public async Task Recap_APeriodWithoutAnnex_SaysSo()
    {
        var page = await portal.Secretariat.PageAsync("/roster/laporan/rekap?dari=2014-01-01&sampai=2014-12-31");

        Assert.Contains(
            "Tidak ada hari Minggu bertugas dalam periode 1 Januari s.d. 31 Desember 2014.",
            page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null(page.QuerySelector("[formaction]"));
    }

    private static string TextOf(XLWorkbook workbook) =>
        string.Join('\n', workbook.Worksheets.SelectMany(sheet => sheet.CellsUsed()).Select(cell => cell.GetFormattedString()));

    private static IEnumerable<string> LetterOf(XLWorkbook workbook) =>
        workbook
            .Worksheet("Surat")
            .RowsUsed()
            .Select(row => row.Cell(1).GetString())
            .SkipWhile(text => !text.StartsWith("Berdasarkan", StringComparison.Ordinal))
            .TakeWhile(text => !text.StartsWith("Jakarta,", StringComparison.Ordinal));

    private async Task<XLWorkbook> WorkbookAsync(string path)
    {
        using var answer = await portal.Sekda.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new XLWorkbook(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancellation)));
    }

    private Task<ActivityReport> ReportAsync(int row, bool attended, int? people, bool verify = false) =>
        portal.StoreAsync(async db =>
        {
            var duty = (await portal.Services.GetRequiredService<DutyTimeline>().OfAsync(db, row, Sunday, Cancellation))!;
            var at = new DateTimeOffset(2015, 6, 1, 9, 0, 0, TimeSpan.FromHours(7));
            var report = ActivityReport.Begin(duty, PersonA, new DateOnly(2015, 6, 1), at);
            report.Write(
                attended
                    ? new ReportContent(attended, string.Empty, "Pejabat A", people, "Menyapu", string.Empty)
                    : new ReportContent(attended, "Sakit", string.Empty, people, string.Empty, string.Empty),
                PersonA,
                at
            );
            report.Send(duty, PersonA, new DateOnly(2015, 6, 1), daysGiven: 7, at);
            if (verify)
            {
                report.Verify(PersonA, at);
            }

            db.ActivityReports.Add(report);
            return report;
        });
}
