using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp;
using AngleSharp.Html.Dom;
using ClosedXML.Excel;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Wakatobi.Claims;

/// <summary>
/// Claim totals from a file, over the entry page: read into the same preview as a paste, refused by cell and reason, never saved by
/// themselves.
/// </summary>
public sealed class FundImportTests : IAsyncLifetime
{
    private const string New = "/wakatobi/klaim/baru";
    private const string Template = "/wakatobi/klaim/templat.xlsx";
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
    public async Task TheTemplate_FilledIn_IsReadTakenAndSaved()
    {
        using var workbook = new XLWorkbook(new MemoryStream(await finance.GetByteArrayAsync(Template, Cancellation)));
        var sheet = workbook.Worksheet(1);
        Assert.Equal(10, sheet.LastRowUsed()!.RowNumber());
        foreach (var row in Enumerable.Range(2, 9))
        {
            sheet.Cell(row, 2).Value = 0;
            sheet.Cell(row, 3).Value = 0;
        }

        // A number, a number kept as text in either language, and the hospital's own line of totals.
        sheet.Cell(2, 2).Value = 12;
        sheet.Cell(2, 3).Value = 1_234_567;
        sheet.Cell(3, 2).SetValue("1.200");
        sheet.Cell(3, 3).SetValue("Rp 2.345.678,00");
        sheet.Cell(4, 2).SetValue("3");
        sheet.Cell(4, 3).SetValue("3,456,789.00");
        sheet.Cell(11, 1).SetValue("Jumlah");
        sheet.Cell(11, 3).FormulaA1 = "SUM(C2:C10)";

        var preview = await UploadAsync(BytesOf(workbook), "klaim.xlsx");
        Assert.Contains("Semua baris terbaca", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(preview.QuerySelector("button[value=ambil]"));

        var paste = ((IHtmlTextAreaElement)preview.QuerySelector("#tempelan")!).Value;
        using (var taken = await finance.PostFormAsync(New, new(Entry()) { ["Posted.Step"] = "ambil", ["Posted.Paste"] = paste }))
        {
            var page = await taken.Content.ReadAsStringAsync(Cancellation);
            Assert.All(["value=\"1.234.567\"", "value=\"2.345.678\"", "value=\"3.456.789\"", "value=\"1200\""], value =>
                Assert.Contains(value, page, StringComparison.Ordinal)
            );
        }

        await using var db = await portal.Portal.DatabaseAsync();
        Assert.False(await db.ClaimMonths.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task ACsv_WithSemicolonsAndThousands_IsRead()
    {
        var preview = await UploadAsync(
            Encoding.UTF8.GetBytes("Layanan;Kasus;Rupiah\r\nPelayanan ICU;7;1.234.567\r\nHIPERBARIK;'2;\"Rp 900,00\"\r\n"),
            "klaim.csv"
        );

        Assert.Contains("Pelayanan ICU: 7 kasus, Rp1.234.567.", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Layanan terapi oksigen hiperbarik: 2 kasus, Rp900.", preview.Body.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C3", "=1+2", "Sel C3: berisi rumus")]
    [InlineData("C3", 1.234, "Sel C3: '1,234' memuat pecahan; tulis bilangan bulat.")]
    [InlineData("C3", -5.0, "Sel C3: '-5' negatif; jumlah rupiah tidak boleh kurang dari nol.")]
    [InlineData("C3", "1,234", "Sel C3: '1,234' memakai koma, yang dapat berarti pemisah ribuan atau desimal")]
    [InlineData("C3", "1.000,50", "Sel C3: '1.000,50' memuat pecahan")]
    [InlineData("C3", "9.000.000.000.000.001", "Sel C3: '9.000.000.000.000.001' melebihi jumlah terbesar, Rp9.000.000.000.000.000.")]
    [InlineData("C3", 1e16, "Sel C3: '10000000000000000' melebihi jumlah terbesar")]
    [InlineData("C3", "banyak", "Sel C3: 'banyak' bukan jumlah rupiah")]
    [InlineData("B3", 1.5, "Sel B3: '1,5' memuat pecahan; tulis bilangan bulat.")]
    [InlineData("B3", "-1", "Sel B3: jumlah kasus '-1' bukan bilangan bulat mulai dari nol.")]
    [InlineData("A3", "Kosmetik", "Sel A3: layanan 'Kosmetik' tidak dikenal.")]
    [InlineData("A3", "Rawat jalan tingkat lanjutan", "Sel A3: layanan Rawat jalan tingkat lanjutan sudah ada pada baris 2.")]
    public async Task ACellThatCannotBeTaken_IsRefusedByItsPlaceAndReason(string cell, object value, string reason)
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet();
        sheet
            .Cell("A1")
            .InsertData(
                new object[][] { ["Layanan", "Kasus", "Rupiah"], ["Rawat jalan tingkat lanjutan", 1, 900], ["Pelayanan ICU", 1, 900] }
            );
        if (value is string text && text.StartsWith('='))
        {
            sheet.Cell(cell).FormulaA1 = text;
        }
        else
        {
            _ = value is string written ? sheet.Cell(cell).SetValue(written) : sheet.Cell(cell).SetValue((double)value);
        }

        var preview = await UploadAsync(BytesOf(workbook), "klaim.xlsx");

        Assert.Contains(reason, preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(preview.QuerySelector("button[value=ambil]"));
        await using var db = await portal.Portal.DatabaseAsync();
        Assert.False(await db.ClaimMonths.AnyAsync(Cancellation));
    }

    [Theory]
    [InlineData("Pelayanan ICU;7;=1+2", "Baris 2 kolom 3: berisi rumus '=1+2'. Salin nilainya, bukan rumusnya.")]
    [InlineData("Pelayanan ICU;7", "Baris 2 kolom 1: harus berisi tiga kolom: layanan, kasus, dan rupiah.")]
    [InlineData("\"Pelayanan ICU;7;9", "Tanda kutip pada isi yang mulai di baris 2 berkas CSV tidak berpasangan")]
    public async Task ALineOfACsvThatCannotBeTaken_IsRefusedByItsPlaceAndReason(string line, string reason)
    {
        var preview = await UploadAsync(Encoding.UTF8.GetBytes("Layanan;Kasus;Rupiah\n" + line), "klaim.csv");

        Assert.Contains(reason, preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(preview.QuerySelector("button[value=ambil]"));
    }

    [Fact]
    public async Task WhatIsNoTable_IsRefusedWithItsReason()
    {
        Assert.Contains(
            "Berkas ini PDF, bukan xlsx atau csv",
            (await UploadAsync("%PDF-1.7"u8.ToArray(), "klaim.xlsx")).Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Berkas kosong (0 byte)", (await UploadAsync([], "klaim.csv")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "lebih besar dari 1 MB",
            (await UploadAsync(new byte[(1024 * 1024) + 1], "klaim.csv")).Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "mengembang menjadi lebih dari 64 MB",
            (await UploadAsync(Bomb(), "klaim.xlsx")).Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "lebih dari 200 baris",
            (await UploadAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a;1;1\n", 201))), "klaim.csv")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    private static byte[] BytesOf(XLWorkbook workbook)
    {
        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        return bytes.ToArray();
    }

    /// <summary>A workbook of a few KiB whose one sheet is 65 MiB of nothing.</summary>
    private static byte[] Bomb()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("[Content_Types].xml");
            using var sheet = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
            sheet.Write(new byte[65 * 1024 * 1024]);
        }

        return bytes.ToArray();
    }

    private static Dictionary<string, string> Entry() =>
        new()
        {
            ["Posted.Lines[0].Service"] = "RAWAT_JALAN",
            ["Posted.Lines[1].Service"] = "RAWAT_INAP",
            ["Posted.Lines[2].Service"] = "PERSALINAN",
        };

    private async Task<IHtmlDocument> UploadAsync(byte[] file, string name)
    {
        var page = await finance.PageAsync(New);
        using var content = new MultipartFormDataContent();
        foreach (var hidden in page.QuerySelectorAll("main form input[type=hidden]").Cast<IHtmlInputElement>())
        {
            content.Add(new StringContent(hidden.Value), hidden.Name!);
        }

        content.Add(new StringContent("berkas"), "Posted.Step");
        using var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Add(part, "Posted.File", name);
        using var answer = await finance.PostAsync(New, content, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync(Cancellation);
        return (IHtmlDocument)
            await BrowsingContext.New().OpenAsync(request => request.Content(html).Address("http://localhost/"), Cancellation);
    }
}
