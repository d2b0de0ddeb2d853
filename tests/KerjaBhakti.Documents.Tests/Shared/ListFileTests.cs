using System.Text;
using ClosedXML.Excel;
using KerjaBhakti.Documents.Shared;

namespace KerjaBhakti.Documents.Tests.Shared;

public class ListFileTests
{
    private static readonly ListFile Posts = new(
        "Daftar pejabat yang sangat panjang namanya",
        ["Jabatan", "Baris", "Sejak"],
        [
            ["Kepala Biro Hukum", 1_012, new DateOnly(2015, 6, 7)],
            ["=HYPERLINK(\"http://a\")", null, null],
        ]
    );

    [Fact]
    public void Csv_HoldsTheRows_AndNoFormula()
    {
        var lines = Encoding.UTF8.GetString(Posts.ToCsv()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(["Jabatan,Baris,Sejak", "Kepala Biro Hukum,1012,2015-06-07"], lines[..2]);
        Assert.StartsWith("\"'=HYPERLINK", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Workbook_HoldsNumbersAndDatesAsSuch_AndTextAsText()
    {
        using var workbook = new XLWorkbook(new MemoryStream(Posts.ToWorkbook()));
        var sheet = workbook.Worksheets.Single();

        Assert.Equal("Daftar pejabat yang sangat panj", sheet.Name);
        Assert.Equal(1_012d, sheet.Cell(2, 2).GetDouble());
        Assert.Equal(new DateTime(2015, 6, 7), sheet.Cell(2, 3).GetDateTime());
        Assert.Equal("=HYPERLINK(\"http://a\")", sheet.Cell(3, 1).GetString());
        Assert.False(sheet.Cell(3, 1).HasFormula);
        Assert.True(sheet.Cell(3, 2).IsEmpty());
    }
}
