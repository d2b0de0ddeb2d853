using System.Net;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ClosedXML.Excel;
using KerjaBhakti.Data;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Roster.Positions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Roster.Officials;

/// <summary>Lists of officials from files, over the page's two forms, on Friday, 5 June 2015.</summary>
public sealed class OfficialImportTests : IAsyncLifetime
{
    private const string Page = "/roster/pejabat/impor";
    private const string Heads = "Jabatan;SKPD/UKPD;Nama;NIP;Jenis;Mulai;Selesai";

    private PortalFixture portal = null!;
    private HttpClient secretariat = null!;
    private Position position = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = new PortalFixture();
        await portal.InitializeAsync();
        secretariat = await portal.ClientOfAsync(PortalRoles.Sekretariat);
        position = await StoreAsync(async db =>
        {
            var unit = (await db.OfficialAccounts.SingleAsync(Cancellation)).WorkUnitId;
            return await db.Positions.Include(item => item.WorkUnit).SingleAsync(item => item.WorkUnit.Id == unit, Cancellation);
        });
    }

    public async ValueTask DisposeAsync()
    {
        secretariat.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task AHistoryInAnyOrder_IsStoredInTimeWithAnEntryForEachAppointment()
    {
        using var preview = await CheckAsync(
            Row("Pejabat B", "", "", "1 Juni 2015"),
            Row("Pejabat A", "", "Definitif", "2015-01-01"),
            Row("Pejabat C", "", "Plh.", "4/6/2015", "6/6/2015")
        );
        Assert.Equal(
            [
                "Menggantikan Pejabat A mulai 1 Juni 2015.",
                $"Baru: {position.Name} mulai 1 Januari 2015.",
                "Bertindak untuk Pejabat B mulai 4 Juni 2015.",
            ],
            Verdicts(preview)
        );
        Assert.Equal(0, await CountAsync());

        using var stored = await StoreAsync(preview);
        Assert.Equal(HttpStatusCode.Redirect, stored.StatusCode);
        var held = await StoreAsync(db => db.Incumbencies.OrderBy(item => item.From).ToListAsync(Cancellation));
        Assert.Equal([new DateOnly(2015, 5, 31), null, new DateOnly(2015, 6, 6)], held.Select(item => item.To));
        Assert.Equal(
            3,
            await StoreAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "duty.official-appointed", Cancellation))
        );
    }

    [Fact]
    public async Task TheSameFileAgain_SaysSoAndOffersNothingToStore()
    {
        using var first = await CheckAsync(Row("Pejabat A", "", "", "2015-01-01"));
        using var stored = await StoreAsync(first);
        using var again = await CheckAsync(Row("Pejabat A", "", "", "2015-01-01"));

        Assert.Equal(["Sama dengan yang tercatat."], Verdicts(again));
        Assert.Null(again.QuerySelector("input[name='Posted.Rows']"));
    }

    [Theory]
    [InlineData("Pejabat A", "1.96804E+17", "", "2015-01-01", "dibulatkan oleh lembar kerja")]
    [InlineData("Pejabat A", "", "Sementara", "2015-01-01", "tulis Definitif, Plt., atau Plh.")]
    [InlineData("Pejabat A", "", "", "31/02/2015", "bukan tanggal")]
    [InlineData("Pejabat A", "", "", "", "Mulai wajib diisi.")]
    [InlineData("", "123", "", "2015-01-01", "Nama wajib ditulis.")]
    public async Task OneWrongRow_IsNamedAndHoldsTheWholeFile(string name, string nip, string kind, string from, string problem)
    {
        using var preview = await CheckAsync(Row("Pejabat B", "", "", "2015-02-01"), Row(name, nip, kind, from));

        Assert.Contains(problem, Verdicts(preview)[1], StringComparison.Ordinal);
        Assert.Null(preview.QuerySelector("input[name='Posted.Rows']"));
    }

    [Fact]
    public async Task ANameWithoutNipThatIsKnownElsewhere_IsAskedAboutAndNeverTakenForThatPerson()
    {
        using var first = await CheckAsync(Row("Pejabat A", "", "", "2015-01-01"));
        using var stored = await StoreAsync(first);
        var other = await StoreAsync(db => db.Positions.Include(item => item.WorkUnit).OrderBy(item => item.Id).FirstAsync(Cancellation));
        using var preview = await CheckAsync($"{other.Name};{other.WorkUnit.Name};Pejabat A;;;2015-06-01;");
        Assert.Contains(
            $"Nama ini juga tercatat sebagai {position.Name}. Bila orangnya sama, satukan",
            preview.Body!.TextContent,
            StringComparison.Ordinal
        );

        using var second = await StoreAsync(preview);
        Assert.Equal(2, await StoreAsync(db => db.Officials.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task AnUnknownPosition_IsShownWithTheNearestNames()
    {
        using var preview = await CheckAsync($"{position.Name}x;;Pejabat A;;;2015-01-01;");

        Assert.Contains($"Yang mendekati: {position.Name}", Verdicts(preview)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task APositionOfANameThatStandsTwice_IsAskedForByItsCode()
    {
        var twice = await StoreAsync(async db =>
            (await db.Positions.Include(item => item.WorkUnit).ToListAsync(Cancellation))
                .GroupBy(item => (item.Name, item.WorkUnit.Id))
                .First(group => group.Count() > 1)
                .ToList()
        );

        using var preview = await CheckAsync($"{twice[0].Name};;Pejabat A;;;2015-01-01;");
        Assert.Contains($"isi kolom Kode dengan {twice[0].Id} atau {twice[1].Id}", Verdicts(preview)[0], StringComparison.Ordinal);

        using var told = await PreviewAsync(
            "daftar.csv",
            Encoding.UTF8.GetBytes($"Kode;{Heads}\n{twice[1].Id};{twice[1].Name};;Pejabat A;;;2015-01-01;\n")
        );
        Assert.StartsWith("Baru: ", Verdicts(told)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTemplateFilledIn_IsReadWithItsDatesAndAnOddNipOnlyWarned()
    {
        using var preview = await PreviewAsync(
            "daftar.xlsx",
            await FilledAsync(
                (sheet, row) =>
                {
                    sheet.Cell(row, 4).SetValue("Pejabat A");
                    sheet.Cell(row, 5).SetValue("123");
                    sheet.Cell(row, 7).SetValue(new DateTime(2015, 1, 1, 0, 0, 0, DateTimeKind.Unspecified));
                }
            )
        );

        Assert.StartsWith($"Baru: {position.Name} mulai 1 Januari 2015.", Verdicts(preview).Single(), StringComparison.Ordinal);
        Assert.Contains("NIP terdiri atas 18 angka", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(preview.QuerySelector("input[name='Posted.Rows']"));
    }

    [Fact]
    public async Task ANipTheSpreadsheetKeptAsANumber_IsNamedSo()
    {
        using var preview = await PreviewAsync(
            "daftar.xlsx",
            await FilledAsync(
                (sheet, row) =>
                {
                    sheet.Cell(row, 4).SetValue("Pejabat A");
                    sheet.Cell(row, 5).SetValue(196803041994101005d);
                    sheet.Cell(row, 7).SetValue("2015-01-01");
                }
            )
        );

        Assert.Contains("NIP '1.96803E+17' sudah dibulatkan", Verdicts(preview).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatIsNoList_IsRefusedInASentence()
    {
        foreach (
            var (content, problem) in new[]
            {
                ("%PDF-1.7 bukan daftar", "Berkas ini PDF"),
                ("Nama;Umur\nPejabat A;50\n", "tidak memuat daftar pejabat"),
                ($"{Heads}\n;;;;;;\n", "Belum ada nama"),
            }
        )
        {
            using var page = await PreviewAsync("daftar.csv", Encoding.UTF8.GetBytes(content));
            Assert.Contains(problem, page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task HeadsNobodyKnows_AreMappedOnThePage()
    {
        using var asked = await PreviewAsync(
            "daftar.csv",
            Encoding.UTF8.GetBytes($"DAFTAR;;\nPos;Orang;Per\n{position.Name};Pejabat A;2015-01-01\n")
        );
        var fields = asked
            .QuerySelectorAll("form#impor input[type=hidden]")
            .Cast<IHtmlInputElement>()
            .ToDictionary(input => input.Name!, input => input.Value);
        fields["Posted.Step"] = "pilih";
        fields["Posted.Table.HeadRow"] = "2";
        fields["Posted.Table.Columns[1]"] = "1";
        fields["Posted.Table.Columns[3]"] = "2";
        fields["Posted.Table.Columns[6]"] = "3";
        foreach (var index in new[] { 0, 2, 4, 5, 7 })
        {
            fields[$"Posted.Table.Columns[{index}]"] = string.Empty;
        }

        using var content = new FormUrlEncodedContent(fields);
        using var answer = await secretariat.PostAsync(Page, content, Cancellation);

        Assert.Contains(
            $"Baru: {position.Name} mulai 1 Januari 2015.",
            await answer.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task TheListOfProblems_Corrected_IsReadAgain()
    {
        using var preview = await CheckAsync(Row("Pejabat A", "", "", "31/02/2015"));
        using var content = new FormUrlEncodedContent(
            preview
                .QuerySelectorAll("form[action='/roster/pejabat/impor/masalah.xlsx'] input")
                .Cast<IHtmlInputElement>()
                .ToDictionary(input => input.Name!, input => input.Value)
        );
        using var answer = await secretariat.PostAsync("/roster/pejabat/impor/masalah.xlsx", content, Cancellation);
        using var workbook = new XLWorkbook(await answer.Content.ReadAsStreamAsync(Cancellation));
        var sheet = workbook.Worksheet(1);
        Assert.Contains("bukan tanggal", sheet.Cell(2, 9).GetString(), StringComparison.Ordinal);

        sheet.Cell(2, 7).SetValue("28/02/2015");
        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        using var corrected = await PreviewAsync("masalah.xlsx", bytes.ToArray());
        Assert.StartsWith($"Baru: {position.Name} mulai 28 Februari 2015.", Verdicts(corrected).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APreviewTheRegisterHasOvertaken_StoresNothing()
    {
        using var preview = await CheckAsync(Row("Pejabat A", "", "", "2015-01-01"));
        using var other = await CheckAsync(Row("Pejabat B", "", "", "2015-02-01"));
        using var first = await StoreAsync(other);
        using var late = await StoreAsync(preview);

        Assert.Contains("Orang lain baru saja mengubah", await late.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync());
    }

    private static List<string> Verdicts(IHtmlDocument preview) =>
        [
            .. preview
                .QuerySelectorAll("table tbody tr")
                .Select(row => row.Children[^1].ChildNodes.OfType<IText>().Select(text => text.Text.Trim()).First(text => text.Length > 0)),
        ];

    private string Row(string name, string nip, string kind, string from, string to = "") =>
        $"{position.Name};{position.WorkUnit.Name};{name};{nip};{kind};{from};{to}";

    private Task<IHtmlDocument> CheckAsync(params string[] rows) =>
        PreviewAsync("daftar.csv", Encoding.UTF8.GetBytes($"{Heads}\n{string.Join('\n', rows)}\n"));

    private async Task<IHtmlDocument> PreviewAsync(string name, byte[] file)
    {
        var page = await secretariat.PageAsync(Page);
        using var content = new MultipartFormDataContent();
        foreach (var hidden in page.QuerySelectorAll("main form input[type=hidden]").Cast<IHtmlInputElement>())
        {
            content.Add(new StringContent(hidden.Value), hidden.Name!);
        }

        content.Add(new ByteArrayContent(file), "Posted.File", name);
        using var answer = await secretariat.PostAsync(Page, content, Cancellation);
        var html = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (IHtmlDocument)
            await BrowsingContext.New().OpenAsync(request => request.Content(html).Address("http://localhost/"), Cancellation);
    }

    private async Task<HttpResponseMessage> StoreAsync(IHtmlDocument preview)
    {
        var fields = preview
            .QuerySelectorAll("form:has(input[name='Posted.Rows']) input[type=hidden]")
            .Cast<IHtmlInputElement>()
            .ToDictionary(input => input.Name!, input => input.Value);
        fields["Posted.Step"] = "simpan";
        using var content = new FormUrlEncodedContent(fields);
        return await secretariat.PostAsync(Page, content, Cancellation);
    }

    /// <summary>The template, with the row of the position filled in.</summary>
    private async Task<byte[]> FilledAsync(Action<IXLWorksheet, int> fill)
    {
        using var workbook = new XLWorkbook(
            new MemoryStream(await secretariat.GetByteArrayAsync("/roster/pejabat/templat.xlsx", Cancellation))
        );
        var sheet = workbook.Worksheet(1);
        var row = sheet
            .RowsUsed()
            .Single(used => used.Cell(1).Value.ToString() == position.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .RowNumber();
        fill(sheet, row);
        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        return bytes.ToArray();
    }

    private Task<int> CountAsync() => StoreAsync(db => db.Incumbencies.CountAsync(Cancellation));

    private async Task<T> StoreAsync<T>(Func<PortalDbContext, Task<T>> work)
    {
        await using var db = await portal
            .Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>()
            .CreateDbContextAsync(Cancellation);
        return await work(db);
    }
}
