using System.Globalization;
using System.Net;
using ClosedXML.Excel;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Wakatobi.Fees;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Web.Tests.Wakatobi.Fees;

/// <summary>A distribution to two thousand people in three components, as its pages and its workbook show it.</summary>
public sealed class FundFeePageTests : FundFeePortal
{
    private const int People = 2000;

    // A page of a hundred lines with their sentences; six thousand would be four megabytes.
    private const int LargestPage = 250_000;

    private static readonly string[] Codes = ["LANGSUNG", "RISIKO", "TIDAK_LANGSUNG"];

    [Fact]
    public async Task ADistribution_OfTwoThousand_IsShownInPagesWithTotalsOverAll()
    {
        var path = await PrepareTwoThousandAsync();

        var first = await Finance.GetStringAsync(path, Cancellation);
        Assert.InRange(first.Length, 1, LargestPage);
        var page = await Finance.PageAsync(path);
        Assert.Equal(100, page.QuerySelectorAll("table.stacked tbody tr").Length);
        Assert.Equal("Jumlah semua, 2000 pegawai 1.000.001 0 1.000.001", RowsOf(page, "table.fee-people")[^1]);
        Assert.Equal("Rp1.000.001", page.QuerySelector("tfoot td.number")!.TextContent);

        // Each person's sentences are there and folded.
        var row = page.QuerySelector("table.fee-people tbody tr")!;
        Assert.Equal(3, row.QuerySelectorAll("details:not([open]) li").Length);

        // A page after the last is the last.
        var last = await Finance.PageAsync($"{path}?halaman=21");
        Assert.Contains("P02000", last.QuerySelectorAll("table.stacked tbody tr")[^1].TextContent, StringComparison.Ordinal);
        Assert.Contains("1901–2000 dari 2000", last.QuerySelector("nav.neighbours")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASearch_FindsNamesAndNumbersAndNothingElse()
    {
        // One distribution for all: to make it takes longer than all searches.
        var path = await PrepareTwoThousandAsync();
        foreach (
            var (search, people) in new[] { ("pegawai ke-42,", 1), ("P00042", 1), ("ke-1", 1111), ("100%", 0), ("_", 0) }
        )
        {
            var page = (await Finance.PageAsync($"{path}?cari={Uri.EscapeDataString(search)}")).QuerySelector("main")!;
            Assert.Equal(Math.Min(people, 100), page.QuerySelectorAll("table.stacked tbody tr").Length);
            Assert.Contains(
                people == 0 ? $"memuat “{search}”" : $"memuat “{search}”, {people} pegawai",
                page.TextContent,
                StringComparison.Ordinal
            );
            Assert.Equal(search, page.QuerySelector("#cari")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task AWhatIf_OfTwoThousand_IsShownAndComparedInPages()
    {
        var lines = Enumerable
            .Range(1, People)
            .SelectMany(number =>
                new[] { $"P{number:D5},Pegawai ke-{number},LANGSUNG,{number}.5", $"P{number:D5},Pegawai ke-{number},MERATA," }
            );
        var fields = new Dictionary<string, string>(Fields())
        {
            ["Posted.Staff"] = string.Join('\n', lines.Prepend("staff_id,name,component,points")),
        };

        var second = await PreviewAsync(new(fields) { ["Posted.Step"] = "hitung:2" });
        Assert.Equal(100, second.QuerySelectorAll("table.stacked tbody tr").Length);
        Assert.Contains("101–200 dari 2000", second.QuerySelector("nav.neighbours")!.TextContent, StringComparison.Ordinal);

        var found = await PreviewAsync(new(fields) { ["Posted.Search"] = "ke-2000" });
        Assert.Single(found.QuerySelectorAll("table.stacked tbody tr"));

        var kept = await PreviewAsync(new(fields) { ["Posted.KeepAs"] = "Semula", ["Posted.Step"] = "ingat" });
        var packed = kept.QuerySelector("input[name='Posted.Kept[0]']")!.GetAttribute("value")!;
        Assert.InRange(packed.Length, 1, fields["Posted.Staff"].Length / 2);
        var compared = await PreviewAsync(
            new(fields)
            {
                ["Posted.Pool"] = "500.000",
                ["Posted.Kept[0]"] = packed,
                ["Posted.Before"] = "0",
                ["Posted.Order"] = "MostLost",
                ["Posted.Step"] = "banding:20",
            }
        );
        Assert.Contains("1901–2000 dari 2000", compared.QuerySelector("nav.neighbours")!.TextContent, StringComparison.Ordinal);
        // Three rows of the components come first, the sum last; between them those who lose least.
        var changes = RowsOf(compared, "section[aria-labelledby=perbandingan]")
            .Skip(3)
            .SkipLast(1)
            .Select(row => long.Parse(row.Split(' ')[^1].Replace(".", string.Empty, StringComparison.Ordinal)))
            .ToList();
        Assert.Equal(100, changes.Count);
        Assert.Equal(changes.Order(), changes);
    }

    [Fact]
    public async Task TheWorkbook_OfADistribution_SumsToThePoolAndIsClosedToTheStaff()
    {
        var path = await PrepareTwoThousandAsync();
        using var answer = await Director.GetAsync($"{path}/rincian.xlsx", Cancellation);
        Assert.Equal("no-store, private", answer.Headers.CacheControl!.ToString());
        using var workbook = new XLWorkbook(await answer.Content.ReadAsStreamAsync(Cancellation));

        var people = workbook.Worksheet("Pegawai");
        Assert.Equal(1_000_001, Enumerable.Range(5, People).Sum(row => (double)people.Cell(row, 3).Value));

        using var staff = await ClientOfAsync(PortalRoles.PegawaiRsud);
        using var closed = await staff.GetAsync($"{path}/rincian.xlsx", Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        using var missing = await Director.GetAsync($"/wakatobi/jasa/{Guid.Empty}/rincian.xlsx", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private async Task<string> PrepareTwoThousandAsync()
    {
        var decree = new FeeDecree(
            "445/2024",
            [.. Codes.Zip(["50", "30", "20"], (code, share) => new FeeComponent(code, Percent.Parse(share), FeeMethod.Points))]
        );
        var staff = Enumerable
            .Range(1, People)
            .SelectMany(number =>
                Codes.Select(code => new StaffPoints(
                    $"P{number:D5}",
                    $"Pegawai ke-{number}, S.Kep",
                    code,
                    ExactDecimal.TryParse($"{number}.5", out var points) ? points : null
                ))
            );
        var calculation = FeeCalculation.Of(new Rupiah(1_000_001), decree, [.. staff]);
        var id = await Portal
            .Services.GetRequiredService<FeeDistributions>()
            .PrepareAsync(
                UserOf(PortalRoles.KeuanganRsud),
                calculation,
                [new FiscalMonth(2024, 4)],
                new DateOnly(2024, 7, 12),
                Cancellation
            );
        return string.Create(CultureInfo.InvariantCulture, $"/wakatobi/jasa/{id}");
    }
}
