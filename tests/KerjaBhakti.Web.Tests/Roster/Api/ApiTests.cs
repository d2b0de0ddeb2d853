using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Web.Tests.Roster.Api;

public class ApiTests(PortalFixture fixture) : IDisposable
{
    private readonly HttpClient client = fixture.Portal.CreateClient();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        client.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Schedules_ListTheOneInForce()
    {
        var list = await JsonAsync("/api/v1/schedules");

        var only = Assert.Single(list.EnumerateArray());
        Assert.Equal(2015, only.GetProperty("year").GetInt32());
        Assert.Equal(118, only.GetProperty("instruction").GetProperty("number").GetInt32());
        Assert.Equal(
            ["2015-05", "2015-06", "2015-07", "2015-08", "2015-09", "2015-10", "2015-11", "2015-12"],
            only.GetProperty("months").EnumerateArray().Select(month => month.GetString())
        );
    }

    [Fact]
    public async Task Schedule_Of2015_IsTheAnnexCellByCell()
    {
        var rows = (await JsonAsync("/api/v1/schedules/2015")).GetProperty("rows").EnumerateArray().ToList();

        Assert.Equal(93, rows.Count);
        foreach (var (json, row) in rows.Zip(Seed.Annex.Rows))
        {
            Assert.Equal(row.Number, json.GetProperty("number").GetInt32());
            Assert.Equal(row.Label, json.GetProperty("label").GetString());
            Assert.Equal(row.IsRegion ? "region" : "rotating", json.GetProperty("kind").GetString());
            Assert.Equal(row.Region?.AsPrinted, json.GetProperty("region").GetString());
            var assignments = json.GetProperty("assignments").EnumerateObject().ToDictionary(item => item.Name, item => item.Value);
            Assert.Equal(row.IsRegion ? 0 : 8, assignments.Count);
            foreach (var (month, cell) in Seed.Period.Months.Zip(row.Cells).Where(pair => !pair.Second.IsEmpty))
            {
                Assert.Equal(cell.AsPrinted, assignments[month.ToString()].GetProperty("asPrinted").GetString());
                Assert.Equal(cell.Kecamatan.ToString(), assignments[month.ToString()].GetProperty("code").GetString());
            }
        }
    }

    [Fact]
    public async Task Schedule_CanonicalNameAndSpelling_AreKeptApart()
    {
        var row = (await JsonAsync("/api/v1/schedules/2015")).GetProperty("rows")[9].GetProperty("assignments").GetProperty("2015-08");

        Assert.Equal(("31.75.02", "Pulogadung", "Pulo Gadung"), (Text(row, "code"), Text(row, "name"), Text(row, "asPrinted")));
    }

    [Fact]
    public async Task Schedule_NowhereShowsTheSignatorysNumber()
    {
        foreach (var path in new[] { "/api/v1/schedules/2015", "/api/v1/schedules", "/jadwal/2015", "/api/v1/schedules/2015/annex.csv" })
        {
            Assert.DoesNotContain("196402111984031002", await client.GetStringAsync(path, Cancellation), StringComparison.Ordinal);
        }

        var xlsx = await client.GetByteArrayAsync("/api/v1/schedules/2015/annex.xlsx", Cancellation);
        using var archive = new ZipArchive(new MemoryStream(xlsx));
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(Cancellation));
            Assert.DoesNotContain("196402111984031002", await reader.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Findings_Of2015_AreCountedByCode()
    {
        var counts = (await JsonAsync("/api/v1/schedules/2015/findings"))
            .EnumerateArray()
            .CountBy(finding => Text(finding, "code"))
            .ToDictionary();

        Assert.Equal(
            (16, 31, 1, 1, 8),
            (
                counts["empty-district-month"],
                counts["uneven-coverage"],
                counts["mixed-spelling"],
                counts["repeated-district"],
                counts["duplicate-label"]
            )
        );
        Assert.DoesNotContain("unknown-kecamatan", counts.Keys);
    }

    [Fact]
    public async Task Findings_FieldsThatDoNotApply_AreNull()
    {
        var empty = (await JsonAsync("/api/v1/schedules/2015/findings"))
            .EnumerateArray()
            .First(finding => Text(finding, "code") == "empty-district-month");

        Assert.Equal(["code", "severity", "row", "month", "kecamatan", "message"], empty.EnumerateObject().Select(field => field.Name));
        Assert.Equal(JsonValueKind.Null, empty.GetProperty("row").ValueKind);
        Assert.Equal(("2015-05", "31.74.03", "warning"), (Text(empty, "month"), Text(empty, "kecamatan"), Text(empty, "severity")));
    }

    [Fact]
    public async Task Duties_OfASunday_AreEveryRowOfTheMonth()
    {
        var duties = (await JsonAsync("/api/v1/duties?date=2015-06-07")).GetProperty("duties").EnumerateArray().ToList();

        Assert.Equal(93, duties.Count);
        Assert.Equal("Setiabudi", Text(duties[11], "name"));
        Assert.Equal("Kota Administrasi Jakarta Pusat", Text(duties[39], "region"));
    }

    [Theory]
    [InlineData("district=31.75.03", new[] { 18, 67 })]
    [InlineData("row=12", new[] { 12 })]
    [InlineData("district=31.75.03&row=12", new int[0])]
    public async Task Duties_WithAFilter_AreThoseThatMatch(string filter, int[] expected)
    {
        var duties = (await JsonAsync($"/api/v1/duties?date=2015-06-07&{filter}")).GetProperty("duties").EnumerateArray();

        Assert.Equal(expected, duties.Select(duty => duty.GetProperty("row").GetInt32()));
    }

    [Theory]
    [InlineData("/api/v1/duties?date=2015-06-08", HttpStatusCode.BadRequest, "Senin, 8 Juni 2015 bukan hari Minggu")]
    [InlineData("/api/v1/duties?date=07-06-2015", HttpStatusCode.BadRequest, "2015-06-07")]
    [InlineData("/api/v1/duties", HttpStatusCode.BadRequest, "2015-06-07")]
    [InlineData("/api/v1/duties?date=2015-06-07&district=31.75.99", HttpStatusCode.BadRequest, "bukan kode kecamatan")]
    [InlineData("/api/v1/duties?date=2015-06-07&row=dua", HttpStatusCode.BadRequest, "")]
    [InlineData("/api/v1/schedules/2016", HttpStatusCode.NotFound, "tahun 2016")]
    [InlineData("/api/v1/schedules/2016/annex.pdf", HttpStatusCode.NotFound, "tahun 2016")]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound, "")]
    public async Task Api_WhatCannotBeAnswered_SaysWhyInOneSentence(string path, HttpStatusCode status, string sentence)
    {
        using var answer = await client.GetAsync(path, Cancellation);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Duties_OfASundayWithoutAnAnnex_AreNone() =>
        Assert.Empty((await JsonAsync("/api/v1/duties?date=2026-11-22")).GetProperty("duties").EnumerateArray());

    [Fact]
    public async Task Annex_AsCsv_IsTheSeedByteForByte() =>
        Assert.Equal(
            await File.ReadAllBytesAsync(Seed.AnnexFile, Cancellation),
            await client.GetByteArrayAsync("/api/v1/schedules/2015/annex.csv", Cancellation)
        );

    [Fact]
    public async Task Annex_AsXlsx_ReadsBackAsTheSameAnnex()
    {
        var bytes = await client.GetByteArrayAsync("/api/v1/schedules/2015/annex.xlsx", Cancellation);
        var read = AnnexReader.Read(new MemoryStream(bytes), "annex.xlsx", Seed.Gazetteer, year: null, defaultYear: 2030).Annex;

        Assert.Equal(Seed.Period, read.Period);
        Assert.Equal(
            Seed.Annex.Rows.Select(row => $"{row.Number} {row.Label} {row.Region} {string.Join('|', row.Cells)}"),
            read.Rows.Select(row => $"{row.Number} {row.Label} {row.Region} {string.Join('|', row.Cells)}")
        );
    }

    [Fact]
    public async Task Annex_AsPdf_IsAPdf()
    {
        using var answer = await client.GetAsync("/api/v1/schedules/2015/annex.pdf", Cancellation);

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString((await answer.Content.ReadAsByteArrayAsync(Cancellation))[..5]));
    }

    [Fact]
    public async Task OpenApi_DescribesEveryEndpointAndNoPage()
    {
        var operations = await OperationsAsync();

        Assert.Equal(17, operations.Count);
        Assert.All(operations, operation => Assert.Matches("^/(api/v1|kalender)/", operation.Path));
        Assert.Distinct(operations.Select(operation => Text(operation.Operation, "operationId")));
    }

    [Fact]
    public async Task OpenApi_OfEachOperation_NamesMediaTypesAndWhatIsRefused()
    {
        foreach (var (path, operation) in await OperationsAsync())
        {
            var responses = operation.GetProperty("responses").EnumerateObject().ToDictionary(item => item.Name, item => item.Value);
            var content = Assert.Single(responses["200"].GetProperty("content").EnumerateObject());
            Assert.Equal(
                Path.GetExtension(path) switch
                {
                    ".pdf" => "application/pdf",
                    ".csv" => "text/csv",
                    ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    ".ics" => "text/calendar",
                    _ => "application/json",
                },
                content.Name
            );
            Assert.True(content.Value.TryGetProperty("schema", out _), path);
            Assert.Equal(path.Contains('{', StringComparison.Ordinal), responses.ContainsKey("404"));
            foreach (var parameter in Parameters(operation))
            {
                Assert.True(parameter.GetProperty("schema").GetProperty("type").ValueKind == JsonValueKind.String, path);
            }
        }

        var duties = (await OperationsAsync()).Single(operation => operation.Path == "/api/v1/duties").Operation;
        var date = Parameters(duties).Single(parameter => Text(parameter, "name") == "date");
        Assert.True(date.GetProperty("required").GetBoolean());
        Assert.Equal("date", Text(date.GetProperty("schema"), "format"));
        Assert.True(duties.GetProperty("responses").TryGetProperty("400", out _));
    }

    [Theory]
    [InlineData("/api/v1/schedules")]
    [InlineData("/api/v1/duties?date=2015-06-07")]
    [InlineData("/api/v1/instructions/jdih")]
    [InlineData("/openapi/v1.json")]
    public async Task PublicReads_AskedFromAPageOfAnotherSite_AreAllowed_AndLookAtNoCookie(string path)
    {
        // Twice: the second comes from the cache.
        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Origin", "https://satu-data.example" } } };
            using var answer = await client.SendAsync(request, Cancellation);

            Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
        }
    }

    [Theory]
    [InlineData("/kerja")]
    [InlineData("/saya")]
    [InlineData("/")]
    public async Task Pages_AskedFromAPageOfAnotherSite_AreNotAllowed(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Origin", "https://satu-data.example" } } };
        using var answer = await client.SendAsync(request, Cancellation);

        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404, "Tidak ditemukan")]
    [InlineData("GET", "/api/v1/schedules/2016", 404, "Tidak ditemukan")]
    [InlineData("GET", "/api/v1/duties", 400, "Permintaan tidak dapat dibaca")]
    [InlineData("GET", "/api/v1/duties?date=2015-06-07&row=dua", 400, "Permintaan tidak dapat dibaca")]
    [InlineData("POST", "/api/v1/schedules", 405, "Metode tidak diterima")]
    public async Task AProblem_IsToldInIndonesian(string method, string path, int status, string title)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await client.SendAsync(request, Cancellation);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal((status, title), (problem.GetProperty("status").GetInt32(), Text(problem, "title")));
        Assert.Matches("[a-z]{3}", Text(problem, "detail"));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_OfARunningPortal_IsGood(string path) =>
        Assert.Equal("Healthy", await client.GetStringAsync(path, Cancellation));

    [Fact]
    public async Task PublicPages_AskedTwice_ComeFromTheCacheTheSecondTime()
    {
        using var first = await client.GetAsync("/jadwal/2015/40", Cancellation);
        using var second = await client.GetAsync("/jadwal/2015/40", Cancellation);

        Assert.Null(first.Headers.Age);
        Assert.NotNull(second.Headers.Age);
        Assert.Equal(await first.Content.ReadAsStringAsync(Cancellation), await second.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/jadwal/2015")]
    [InlineData("/api/v1/schedules")]
    public async Task Head_OfAPage_IsThatOfGetWithoutTheBody(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.NotEmpty(await client.GetStringAsync(path, Cancellation));
    }

    private static JsonElement.ArrayEnumerator Parameters(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : default;

    private async Task<List<(string Path, JsonElement Operation)>> OperationsAsync() =>
        [
            .. (await JsonAsync("/openapi/v1.json"))
                .GetProperty("paths")
                .EnumerateObject()
                .Select(path => (path.Name, Assert.Single(path.Value.EnumerateObject()).Value)),
        ];

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    private Task<JsonElement> JsonAsync(string path) => client.GetFromJsonAsync<JsonElement>(path, Cancellation);
}
