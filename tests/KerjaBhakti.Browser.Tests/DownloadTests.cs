using System.Text;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using Microsoft.Playwright;
using PdfSharp.Pdf.IO;

namespace KerjaBhakti.Browser.Tests;

/// <summary>The three files, downloaded as a person does and read back.</summary>
public class DownloadTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task Issued_Csv_IsTheSeedsTable()
    {
        var (name, bytes) = await DownloadAsync(await OpenAsync("/jadwal/2015"), "Unduh CSV");

        Assert.EndsWith(".csv", name, StringComparison.Ordinal);
        Assert.Equal(
            Lines(await File.ReadAllTextAsync(Seed.AnnexFile, Cancellation)),
            Lines(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'))
        );
    }

    [Fact]
    public async Task Issued_Xlsx_IsReadBackAsTheSameAnnex()
    {
        var (name, bytes) = await DownloadAsync(await OpenAsync("/jadwal/2015"), "Unduh XLSX");

        AssertSame(Seed.Annex.Rows, Read(name, bytes).Rows);
    }

    [Fact]
    public async Task Issued_Pdf_IsAPdfOfSeveralPages()
    {
        var (_, bytes) = await DownloadAsync(await OpenAsync("/jadwal/2015"), "Unduh PDF");

        Assert.InRange(PagesOf(bytes), 2, 20);
    }

    [Fact]
    public async Task Draft_AllThreeFiles_HoldWhatTheGridShows()
    {
        var editor = await OpenNewDraftAsync();
        await editor.WriteAsync(1, 1, "pulo gadung");
        await editor.WriteAsync(93, 8, "cakung");
        await editor.IsSavedAsync();
        var expected = Seed.Annex.Rows.ToList();
        expected[0] = expected[0].WithCell(0, "Pulo Gadung");
        expected[92] = expected[92].WithCell(7, "Cakung");

        var csv = await DownloadAsync(editor, "Unduh CSV");
        var xlsx = await DownloadAsync(editor, "Unduh XLSX");
        var pdf = await DownloadAsync(editor, "Unduh PDF");

        AssertSame(expected, Read(csv.Name, csv.Bytes).Rows);
        var annex = Read(xlsx.Name, xlsx.Bytes);
        AssertSame(expected, annex.Rows);
        Assert.Equal(new RosterPeriod(new RosterMonth(2016, 5), new RosterMonth(2016, 12)), annex.Period);
        Assert.InRange(PagesOf(pdf.Bytes), 2, 20);
    }

    private static async Task<(string Name, byte[] Bytes)> DownloadAsync(EditorPage editor, string name)
    {
        var link = await editor.LinkOfMenuAsync("Unduh", name);
        var download = await editor.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync(), Cancellation));
    }

    private static async Task<(string Name, byte[] Bytes)> DownloadAsync(IPage page, string link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync());
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync(), Cancellation));
    }

    private static Annex Read(string name, byte[] bytes) =>
        AnnexReader.Read(new MemoryStream(bytes), name, Seed.Gazetteer, year: null, defaultYear: 2000).Annex;

    private static int PagesOf(byte[] pdf)
    {
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(pdf, 0, 8), StringComparison.Ordinal);
        using var document = PdfReader.Open(new MemoryStream(pdf), PdfDocumentOpenMode.Import);
        return document.PageCount;
    }

    private static void AssertSame(IReadOnlyList<AnnexRow> expected, IReadOnlyList<AnnexRow> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (row, index) in actual.Select((row, index) => (row, index)))
        {
            Assert.Equal(expected[index] with { Cells = [] }, row with { Cells = [] });
            Assert.Equal(expected[index].Cells, row.Cells);
        }
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
