using System.Net;
using System.Text;
using AngleSharp;
using AngleSharp.Html.Dom;
using ClosedXML.Excel;
using KerjaBhakti.Data.Identity;

namespace KerjaBhakti.Web.Tests.Wakatobi;

/// <summary>The lists of problems of claims and staff: downloaded, corrected, and read again as the file they came from.</summary>
public sealed class FundErrorListTests : IAsyncLifetime
{
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
    public async Task OfClaims_Corrected_IsReadAsTheFileItCameFrom()
    {
        const string page = "/wakatobi/klaim/baru";
        using var refused = await UploadAsync(
            page,
            "main form",
            Encoding.UTF8.GetBytes("Kasus;Layanan;Rupiah\n1.250;Rawat jalan;312.500.000\n7;Kosmetik;900\n"),
            ("Posted.Step", "berkas")
        );

        using var list = await DownloadAsync(refused, "/wakatobi/klaim/");
        var sheet = list.Worksheet(1);
        Assert.Equal(3, sheet.LastRowUsed()!.RowNumber());
        Assert.Contains("layanan 'Kosmetik' tidak dikenal", sheet.Cell(3, 4).GetString(), StringComparison.Ordinal);
        sheet.Cell(3, 1).SetValue("Pelayanan ICU");
        using var read = await UploadAsync(page, "main form", BytesOf(list), ("Posted.Step", "berkas"));

        var text = read.Body!.TextContent;
        Assert.Contains("Rawat jalan tingkat lanjutan: 1250 kasus, Rp312.500.000.", text, StringComparison.Ordinal);
        Assert.Contains("Pelayanan ICU: 7 kasus, Rp900.", text, StringComparison.Ordinal);
        Assert.NotNull(read.QuerySelector("button[value=ambil]"));
    }

    [Fact]
    public async Task OfStaff_Corrected_IsReadAsTheFileItCameFrom()
    {
        const string page = "/wakatobi/pegawai/impor";
        using var refused = await UploadAsync(
            page,
            "#impor",
            Encoding.UTF8.GetBytes(
                "NIP;Nama;Unit;Golongan;TMT\n196804111993031009;Pegawai Satu;Bedah;III/a;2 Januari 2024\n1,97005E+17;Pegawai Dua;Anak;III/b;2 Januari 2024\n"
            )
        );

        using var list = await DownloadAsync(refused, "/wakatobi/pegawai/");
        var sheet = list.Worksheet(1);
        var problem = sheet.LastColumnUsed()!.ColumnNumber();
        Assert.Equal("196804111993031009", sheet.Cell(2, 1).GetString());
        Assert.Empty(sheet.Cell(2, problem).GetString());
        Assert.NotEmpty(sheet.Cell(3, problem).GetString());
        sheet.Cell(3, 1).SetValue("197005121995032001");
        using var read = await UploadAsync(page, "#impor", BytesOf(list));

        Assert.DoesNotContain("harus diperbaiki", read.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["196804111993031009", "197005121995032001"],
            read.QuerySelectorAll("table.stacked tbody tr td:nth-child(2)").Select(cell => cell.TextContent.Trim())
        );
    }

    private static byte[] BytesOf(XLWorkbook workbook)
    {
        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        return bytes.ToArray();
    }

    private async Task<XLWorkbook> DownloadAsync(IHtmlDocument page, string under)
    {
        var form = (IHtmlFormElement)
            page.QuerySelectorAll("main form")
                .Single(item =>
                    item.GetAttribute("action") is { } address
                    && address.StartsWith(under, StringComparison.Ordinal)
                    && address.EndsWith("masalah.xlsx", StringComparison.Ordinal)
                );
        using var content = new FormUrlEncodedContent(
            form.QuerySelectorAll("input").Cast<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value)
        );
        using var answer = await finance.PostAsync(form.GetAttribute("action")!, content, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new XLWorkbook(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancellation)));
    }

    private async Task<IHtmlDocument> UploadAsync(string path, string form, byte[] file, params (string Name, string Value)[] fields)
    {
        var page = await finance.PageAsync(path);
        using var content = new MultipartFormDataContent();
        foreach (var hidden in page.QuerySelectorAll($"{form} input[type=hidden]").Cast<IHtmlInputElement>())
        {
            content.Add(new StringContent(hidden.Value), hidden.Name!);
        }

        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(file), "Posted.File", "daftar");
        using var answer = await finance.PostAsync(path, content, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync(Cancellation);
        return (IHtmlDocument)
            await BrowsingContext.New().OpenAsync(request => request.Content(html).Address("http://localhost/"), Cancellation);
    }
}
