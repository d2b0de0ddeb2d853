using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AngleSharp.Html.Dom;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Tests;
using KerjaBhakti.Web.Foundation.Scans;
using KerjaBhakti.Web.Roster.Published;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Roster.Printing;

/// <summary>The paper of the 2015 Instruction: what its pages are checked by, what JDIH collects, and how its scan comes back.</summary>
public class IssuedPaperTests(PortalFixture fixture)
{
    private static readonly byte[] Scan = InstructionPdf.Write(new InstructionPrint(Seed.Instruction) { ShowNip = true });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryPrintedPage_IsFoundByItsCode_WithItsRowsAndNoOthers()
    {
        using var visitor = fixture.Portal.CreateClient();
        var codes = PrintedCodes.In(await visitor.GetByteArrayAsync("/api/v1/schedules/2015/annex.pdf", Cancellation));
        Assert.Equal(7, codes.Count);

        var numbers = new List<string>();
        foreach (var code in codes)
        {
            var page = await visitor.PageAsync($"/verifikasi/{code.ToLowerInvariant()}");
            Assert.Contains("Berlaku sejak 1 Juni 2015", page.Body!.TextContent, StringComparison.Ordinal);
            numbers.AddRange(page.QuerySelectorAll(".annex-table tbody td:first-child").Select(cell => cell.TextContent));
        }

        Assert.Equal(Enumerable.Range(1, 93).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)), numbers);
    }

    [Fact]
    public async Task EveryPrint_CarriesTheSameCodes()
    {
        using var secretariat = await fixture.ClientOfAsync(PortalRoles.Sekretariat);
        var schedule = await ScheduleAsync();
        var codes = PrintedCodes.In(await secretariat.GetByteArrayAsync("/api/v1/schedules/2015/annex.pdf", Cancellation));

        Assert.Equal(codes, PrintedCodes.In(await secretariat.GetByteArrayAsync("/api/v1/instructions/2015/118/annex.pdf", Cancellation)));
        Assert.Equal(
            codes,
            PrintedCodes.In(await secretariat.GetByteArrayAsync("/api/v1/instructions/2015/118/instruction.pdf", Cancellation))
        );
        Assert.Equal(codes, PrintedCodes.In(await secretariat.GetByteArrayAsync($"{schedule}/lampiran.pdf", Cancellation)));
        Assert.Equal(codes, PrintedCodes.In(await secretariat.GetByteArrayAsync($"{schedule}/instruksi.pdf", Cancellation)));
    }

    [Theory]
    [InlineData("AAAA-BBBB-CCCC", "Tidak ada halaman dengan kode AAAA-BBBB-CCCC.", true)]
    [InlineData("0", "bukan kode halaman.", false)]
    [InlineData("%3Cscript%3E", "bukan kode halaman.", false)]
    public async Task AWrongCode_IsNotFoundAndSaysSo_AndOnlyOneThatMayBeACodeSpeaksOfThePaper(string code, string sentence, bool ofPaper)
    {
        using var visitor = fixture.Portal.CreateClient();
        using var answer = await visitor.GetAsync($"/verifikasi/{code}", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Equal(ofPaper, page.Contains("kertas itu tidak dicetak dari lampiran", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheForm_LeadsToTheCode_AlsoAfterThePageWasKept()
    {
        using var visitor = fixture.Portal.CreateClient();
        await visitor.GetStringAsync("/verifikasi", Cancellation);
        using var answer = await visitor.GetAsync("/verifikasi?kode=pqrv%20rm2k%2023vy", Cancellation);

        Assert.EndsWith("/verifikasi/PQRV-RM2K-23VY", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jdih_TheInstruction_HasTheMembersOfTheNetwork()
    {
        using var visitor = fixture.Portal.CreateClient();
        using var one = JsonDocument.Parse(await visitor.GetStringAsync("/api/v1/instructions/2015/118/jdih", Cancellation));
        using var all = JsonDocument.Parse(await visitor.GetStringAsync("/api/v1/instructions/jdih", Cancellation));

        Assert.Equal("118-2015", one.RootElement.GetProperty("idData").GetString());
        Assert.Equal("2015-06-01", one.RootElement.GetProperty("tanggal_pengundangan").GetString());
        Assert.Equal("Berlaku", one.RootElement.GetProperty("status").GetString());
        Assert.All(one.RootElement.EnumerateObject(), member => Assert.Equal(JsonValueKind.String, member.Value.ValueKind));
        Assert.Equal("118-2015", all.RootElement[0].GetProperty("idData").GetString());
        using var missing = await visitor.GetAsync("/api/v1/instructions/2015/119/jdih", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task AScan_IsKeptByteForByte_AndShownBesideWhatWasIssued()
    {
        using var sekda = await fixture.ClientOfAsync(PortalRoles.Sekda);
        var schedule = await ScheduleAsync();
        Assert.Equal("disimpan", await UploadAsync(sekda, schedule, Scan, "ingub-118.pdf"));
        Assert.Equal("ditolak", await UploadAsync(sekda, schedule, Scan, "sekali-lagi.pdf"));

        var page = await sekda.PageAsync($"{schedule}/pindaian");
        var link = page.QuerySelector("iframe")!.GetAttribute("src")!;

        Assert.Equal(Scan, await sekda.GetByteArrayAsync(link, Cancellation));
        Assert.Contains(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Scan)),
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Sama dengan yang diunggah", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(93, page.QuerySelectorAll(".annex-table tbody tr").Length);
        using var official = await fixture.ClientOfAsync(PortalRoles.Pejabat);
        using var refused = await official.GetAsync(link, Cancellation);
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
    }

    [Fact]
    public async Task AFileThatIsNoScan_IsRefusedWithTheReason()
    {
        using var secretariat = await fixture.ClientOfAsync(PortalRoles.Sekretariat);
        var schedule = await ScheduleAsync();

        Assert.Equal("bukan-pdf", await UploadAsync(secretariat, schedule, "PK…"u8.ToArray(), "lampiran.pdf"));
        Assert.Equal("rusak", await UploadAsync(secretariat, schedule, Scan[..2000], "lampiran.pdf"));
        Assert.Equal("kosong", await UploadAsync(secretariat, schedule, [], "lampiran.pdf"));
        Assert.Equal("besar", await UploadAsync(secretariat, schedule, new byte[ScanUpload.LargestFile + 1], "lampiran.pdf"));
        Assert.Contains(
            "bukan PDF",
            (await secretariat.PageAsync($"{schedule}/pindaian?hasil=bukan-pdf")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AnUploadOfAnotherRoleOrWithoutTheFormsToken_IsRefused()
    {
        using var secretariat = await fixture.ClientOfAsync(PortalRoles.Sekretariat);
        var schedule = await ScheduleAsync();
        using var inspector = await fixture.ClientOfAsync(PortalRoles.Inspektorat);

        using var forged = await PostAsync(secretariat, schedule, Scan, "x.pdf", token: "x");
        forged.AssertNoSuchForm();
        using var foreign = await PostAsync(inspector, schedule, Scan, "x.pdf", token: "x");
        Assert.Contains("/ditolak", foreign.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    private async Task<string> ScheduleAsync()
    {
        var published = fixture.Portal.Services.GetRequiredService<PublishedSchedules>();
        return $"/roster/jadwal/{(await published.OfInstructionAsync(2015, 118, Cancellation))!.Id}";
    }

    private static async Task<string> UploadAsync(HttpClient client, string schedule, byte[] file, string name)
    {
        var page = await client.PageAsync($"{schedule}/pindaian");
        var token = ((IHtmlInputElement)page.QuerySelector(".scan-upload input[name=__RequestVerificationToken]")!).Value;
        using var answer = await PostAsync(client, schedule, file, name, token);
        return answer.Headers.Location!.OriginalString.Split("hasil=")[1];
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string schedule, byte[] file, string name, string token)
    {
        using var pdf = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { pdf, "berkas", name },
        };
        return await client.PostAsync($"{schedule}/pindaian/unggah", form, Cancellation);
    }
}
