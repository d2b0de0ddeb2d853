using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Documents.Photos;
using KerjaBhakti.Documents.Tests.Photos;
using KerjaBhakti.Roster.Reports;
using KerjaBhakti.Web.Roster.Own;
using Microsoft.EntityFrameworkCore;
using static KerjaBhakti.Web.Tests.Roster.Reports.ReportBrowsing;

namespace KerjaBhakti.Web.Tests.Roster.Reports;

/// <summary>Photos of reports: what is kept of them, who sees them, and what is refused.</summary>
public sealed class PhotoUploadTests : IAsyncLifetime
{
    private static readonly string Report = PathOf("2015-05-31");

    private readonly PortalFixture portal = new();
    private HttpClient official = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static (string Name, byte[] Content, string Sentence)[] Refused =>
        [
            ("catatan.jpg", "Bukan foto"u8.ToArray(), "'catatan.jpg' bukan foto JPEG, PNG, atau WebP."),
            (
                "gambar.svg",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(),
                "'gambar.svg' bukan foto JPEG, PNG, atau WebP."
            ),
            ("bom.png", PhotoSamples.PngOf(50_000, 50_000, [1, 2, 3]), "'bom.png' melebihi 40 juta piksel."),
            ("potong.jpg", PhotoSamples.Jpeg[..^40], "'potong.jpg' rusak atau terpotong."),
            ("kosong.jpg", [], "'kosong.jpg' kosong."),
            ("besar.jpg", new byte[PhotoFile.MostBytes + 1], "'besar.jpg' lebih besar dari 10 MB."),
        ];

    public async ValueTask InitializeAsync()
    {
        await portal.InitializeAsync();
        official = await portal.ClientOfAsync(PortalRoles.Pejabat);
    }

    public async ValueTask DisposeAsync()
    {
        official.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task APhotoWithAPlace_IsKeptWithoutIt_AndShownToNobodyButThoseAllowed()
    {
        var photo = PhotoSamples.WithSegments(PhotoSamples.Jpeg, (0xE1, [.. "Exif\0\0"u8, .. PhotoSamples.Location]));
        await official.WriteReportAsync(Report, "simpan", Complete, ("kegiatan.jpg", photo));
        var address = (await official.PageAsync(Report)).QuerySelector(".report-photos img")!.GetAttribute("src")!;

        using (var shown = await official.GetAsync(address, Cancellation))
        {
            Assert.Equal("image/jpeg", shown.Content.Headers.ContentType!.MediaType);
            Assert.Equal("nosniff", Assert.Single(shown.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("inline", shown.Content.Headers.ContentDisposition!.DispositionType);
            Assert.True(shown.Headers.CacheControl is { Private: true, NoStore: true });
            Assert.Equal(PhotoFile.Read(PhotoSamples.Jpeg).Content, await shown.Content.ReadAsByteArrayAsync(Cancellation));
        }

        // As long as it is a draft, it is its writers' alone.
        Assert.Equal(HttpStatusCode.NotFound, await StatusForAsync(PortalRoles.Sekretariat, address));
        await official.WriteReportAsync(Report, "kirim", Complete);
        foreach (var role in new[] { PortalRoles.Sekretariat, PortalRoles.Sekda, PortalRoles.Inspektorat })
        {
            Assert.Equal(HttpStatusCode.OK, await StatusForAsync(role, address));
        }

        Assert.Equal(HttpStatusCode.Redirect, await StatusForAsync(null, address));
        Assert.Equal(HttpStatusCode.Redirect, await StatusForAsync(PortalRoles.Admin, address));

        // The same role, standing for another unit.
        await using var db = await portal.Portal.DatabaseAsync();
        var other = await db.WorkUnits.OrderBy(unit => unit.Id).Select(unit => unit.Id).FirstAsync(Cancellation);
        await db.OfficialAccounts.ExecuteUpdateAsync(set => set.SetProperty(link => link.WorkUnitId, other), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, await StatusForAsync(PortalRoles.Pejabat, address));
    }

    [Fact]
    public async Task AFileThatIsNoPhoto_IsNamed_AndDoesNotTakeTheOthersWithIt()
    {
        var stored = 0;
        foreach (var (name, content, sentence) in Refused)
        {
            var page = await official.RefusedReportAsync(Report, "kirim", Complete, ("kegiatan.jpg", PhotoSamples.Jpeg), (name, content));
            Assert.Contains(sentence, page, StringComparison.Ordinal);
            Assert.Contains("Membersihkan saluran air", page, StringComparison.Ordinal);
            Assert.Contains("tersimpan sebagai rancangan", page, StringComparison.Ordinal);
            Assert.Equal(++stored, Assert.Single(await portal.Portal.ReportsAsync()).Photos.Count);
        }

        // Together larger than a server usually takes: still answered with the reason.
        var many = Enumerable.Range(1, 7).Select(number => ($"{number}.jpg", new byte[PhotoFile.MostBytes + 1])).ToArray();
        Assert.Contains(
            "'7.jpg' lebih besar dari 10 MB.",
            await official.RefusedReportAsync(Report, "kirim", Complete, many),
            StringComparison.Ordinal
        );

        Assert.Equal(ReportStatus.Draft, Assert.Single(await portal.Portal.ReportsAsync()).Status);
        await using var db = await portal.Portal.DatabaseAsync();
        Assert.Equal(stored, await db.StoredFiles.CountAsync(Cancellation));
    }

    [Fact]
    public async Task AReportWithAMistake_KeepsItsPhotos_AndLeadsToTheField()
    {
        var mistaken = new Dictionary<string, string>(Complete) { ["Posted.People"] = "-3" };
        using var answer = await official.PostReportAsync(Report, "kirim", mistaken, ("kegiatan.jpg", PhotoSamples.Jpeg));
        var html = await answer.Content.ReadAsStringAsync(Cancellation);
        using var page = (IHtmlDocument)await BrowsingContext.New().OpenAsync(request => request.Content(html), Cancellation);

        var problem = Assert.Single(page.QuerySelectorAll(".error-summary li a"));
        Assert.Equal("Jumlah orang yang ikut harus antara 0 dan 100.000; tertulis '-3'.", problem.TextContent);
        Assert.Equal($"{Report}#orang", problem.GetAttribute("href"));
        Assert.Equal("-3", ((IHtmlInputElement)page.GetElementById("orang")!).Value);
        Assert.Single(page.QuerySelectorAll(".report-photos img"));

        // What is shown can be sent as it stands: the photo is not asked for again.
        await official.WriteReportAsync(Report, "kirim", Complete);
        var report = Assert.Single(await portal.Portal.ReportsAsync());
        Assert.Equal((ReportStatus.Sent, 1), (report.Status, report.Photos.Count));
    }

    [Theory]
    [InlineData("1.250", 1250, null)]
    [InlineData("\u22123", null, "antara 0 dan 100.000")]
    [InlineData("100001", null, "antara 0 dan 100.000")]
    [InlineData("dua puluh", null, "bukan bilangan bulat")]
    [InlineData("2.5", null, "bukan bilangan bulat")]
    [InlineData("99999999999999999999", null, "bukan bilangan bulat")]
    [InlineData(" ", null, null)]
    public void ANumberOfPeople_IsReadAsPeopleWriteIt(string typed, int? people, string? problem)
    {
        var posted = new PostedReport { People = typed };

        Assert.Equal(people, posted.ToContent().People);
        Assert.Equal(problem is null, posted.PeopleProblem is null);
        Assert.Contains(problem ?? string.Empty, posted.PeopleProblem ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASeventhPhoto_IsRefused_UntilAnotherIsTakenOut()
    {
        (string Name, byte[] Content)[] six = [.. Enumerable.Range(1, 6).Select(number => ($"{number}.png", PhotoSamples.Png))];
        await official.WriteReportAsync(Report, "simpan", Complete, six);

        var page = await official.RefusedReportAsync(Report, "simpan", Complete, ("7.webp", PhotoSamples.LossyWebp));
        Assert.Contains("Satu laporan memuat paling banyak 6 foto.", page, StringComparison.Ordinal);
        var photos = Assert.Single(await portal.Portal.ReportsAsync()).Photos.OrderBy(photo => photo.Order).ToList();
        Assert.Equal(6, photos.Count);

        await official.WriteReportAsync(
            Report,
            "simpan",
            new Dictionary<string, string>(Complete) { ["hapus"] = photos[0].FileId.ToString() },
            ("7.webp", PhotoSamples.LossyWebp)
        );
        var kept = Assert.Single(await portal.Portal.ReportsAsync()).Photos;
        Assert.Equal(6, kept.Count);
        Assert.DoesNotContain(kept, photo => photo.FileId == photos[0].FileId);
        using var gone = await official.GetAsync($"/laporan/foto/{photos[0].FileId}", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);

        // Its bytes are gone too; the trail keeps that there was a photo.
        await using var db = await portal.Portal.DatabaseAsync();
        Assert.Equal(
            kept.Select(photo => photo.FileId).ToHashSet(),
            [.. await db.StoredFiles.Select(file => file.Id).ToListAsync(Cancellation)]
        );
        Assert.Contains(await db.AuditEntries.Select(entry => entry.After).ToListAsync(Cancellation), after =>
            after.Contains("1 foto dikeluarkan", StringComparison.Ordinal)
        );
    }

    private async Task<HttpStatusCode> StatusForAsync(string? role, string address)
    {
        using var client = await portal.ClientOfAsync(role);
        using var answer = await client.GetAsync(address, Cancellation);
        return answer.StatusCode;
    }
}
