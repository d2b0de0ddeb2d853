using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Seeds;

public class AnnexSeedTests
{
    private const string FirstHeader = "No.";

    [Fact]
    public void Annex_OfTheSeed_IsThePublishedTableCellByCell()
    {
        var published = PublishedRows().Where(row => row[0] != FirstHeader).ToList();
        var seeded = Seed.Table.Skip(1).ToList();

        Assert.Equal(93, published.Count);
        Assert.Equal(published.Count, seeded.Count);
        for (var row = 0; row < published.Count; row++)
        {
            Assert.Equal(10, published[row].Length);
            Assert.Equal(published[row], seeded[row]);
        }
    }

    [Fact]
    public void Annex_OfTheSeed_HasTheHeaderOfEveryPublishedPage()
    {
        var headers = PublishedRows().Where(row => row[0] == FirstHeader).ToList();

        Assert.Equal(7, headers.Count);
        Assert.All(headers, header => Assert.Equal(header[1..], Seed.Table[0][1..]));
    }

    [Fact]
    public void Annex_OfTheSeed_Has75RotatingAnd18RegionRows()
    {
        var regions = Seed.Annex.Rows.Where(row => row.IsRegion).Select(row => row.Number!.Value);

        Assert.Equal([.. Enumerable.Range(40, 6), .. Enumerable.Range(76, 12)], regions);
        Assert.Equal(600, Seed.Annex.Rows.Where(row => !row.IsRegion).Sum(row => row.Cells.Count(cell => cell.Kecamatan is not null)));
    }

    /// <summary>
    /// The rows of the tables in the published text, headers included. The pages broke the table into several; between them stand stray
    /// letters of the scan, which begin with no bar.
    /// </summary>
    private static IEnumerable<string[]> PublishedRows() =>
        File.ReadLines(Seed.Path("instruksi-gubernur-118-2015.md"))
            .Where(line => line.StartsWith('|') && !line.StartsWith("|-", StringComparison.Ordinal))
            .Select(line => line.Trim().Trim('|').Split('|').Select(ToText).ToArray());

    private static string ToText(string cell) =>
        string.Join(' ', cell.Replace("<br>", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
