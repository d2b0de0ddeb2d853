using ClosedXML.Excel;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Documents.Tests.Wakatobi;

public class FeeWorkbookTests
{
    private const int HeaderRow = 4;

    [Fact]
    public void Write_ADistribution_HasThreeSheetsThatEachSumToThePool()
    {
        using var workbook = Open(Prepare());

        Assert.Equal(["Komponen", "Pegawai dan komponen", "Pegawai"], workbook.Worksheets.Select(sheet => sheet.Name));
        foreach (var sheet in workbook.Worksheets)
        {
            var column = sheet.Row(HeaderRow).LastCellUsed().Address.ColumnNumber;
            var last = sheet.LastRowUsed().RowNumber();
            var amounts = Enumerable.Range(HeaderRow + 1, last - HeaderRow - 1).Select(row => Number(sheet.Cell(row, column)));

            Assert.Equal(1_000_001, amounts.Sum());
            Assert.Equal(1_000_001, Number(sheet.Cell(last, column)));
            Assert.Equal("Jumlah", sheet.Cell(last, 1).Value);
        }
    }

    [Fact]
    public void Write_ALine_HasNumbersAsNumbersAndTheExactShare()
    {
        using var workbook = Open(Prepare());
        var sheet = workbook.Worksheet("Pegawai dan komponen");

        // 007 is the first by its characters, and stays 007: 12.5 of 20 points of Rp600.001, which 40 % left Rp400.000 of.
        Assert.Equal(("007", XLDataType.Text), ((string)sheet.Cell(5, 1).Value, sheet.Cell(5, 1).DataType));
        Assert.Equal(12.5, Number(sheet.Cell(5, 4)));
        Assert.Equal("375000 5/8", sheet.Cell(5, 5).Value);
        Assert.Equal(375_001, Number(sheet.Cell(5, 6)));
    }

    [Fact]
    public void Write_WhatWouldBeAFormula_StaysText()
    {
        using var workbook = Open(Prepare());
        var cells = workbook.Worksheets.SelectMany(sheet => sheet.CellsUsed()).ToList();

        Assert.DoesNotContain(cells, cell => cell.HasFormula);
        var hostile = cells.Where(cell => cell.Value is string text && text.StartsWith('=')).ToList();
        Assert.Equal(3, hostile.Count);
        Assert.All(hostile, cell => Assert.True(cell.Style.IncludeQuotePrefix));
    }

    [Fact]
    public void Write_TwoThousandInThreeComponents_IsWhole()
    {
        string[] codes = ["A", "B", "C"];
        var decree = new FeeDecree(
            "445/2024",
            [.. codes.Zip(["50", "30", "20"], (code, share) => new FeeComponent(code, Percent.Parse(share), FeeMethod.Points))]
        );
        var staff = Enumerable
            .Range(1, 2000)
            .SelectMany(number =>
                codes.Select(code => new StaffPoints($"{number:D5}", $"Pegawai {number}", code, Points($"{number % 97}.5")))
            );
        using var workbook = Open(
            FeeDistribution.Prepare(
                FeeCalculation.Of(new Rupiah(1_234_567_891), decree, [.. staff]),
                Rupiah.Zero + new Rupiah(1_234_567_891),
                Finance
            )
        );

        Assert.Equal(HeaderRow + 6001, workbook.Worksheet("Pegawai dan komponen").LastRowUsed().RowNumber());
        Assert.Equal(HeaderRow + 2001, workbook.Worksheet("Pegawai").LastRowUsed().RowNumber());
    }

    private static Person Finance => new("k", "Keuangan");

    private static FeeDistribution Prepare()
    {
        var decree = new FeeDecree(
            "445/2024",
            [
                new FeeComponent("LANGSUNG", Percent.Parse("60"), FeeMethod.Points),
                new FeeComponent("MERATA", Percent.Parse("40"), FeeMethod.Equal),
            ]
        );
        StaffPoints[] staff =
        [
            new("007", "Pegawai Tujuh", "LANGSUNG", Points("12.5")),
            new("P2", "=1+1", "LANGSUNG", Points("7.5")),
            new("P2", "=1+1", "MERATA", null),
            new("P3", "Pegawai Tiga", "MERATA", null),
        ];
        return FeeDistribution.Prepare(FeeCalculation.Of(new Rupiah(1_000_001), decree, staff), new Rupiah(1_000_001), Finance);
    }

    private static ExactDecimal Points(string text) =>
        ExactDecimal.TryParse(text, out var points) ? points : throw new FormatException(text);

    private static XLWorkbook Open(FeeDistribution distribution) => new(new MemoryStream(FeeWorkbook.Write(distribution)));

    private static double Number(IXLCell cell)
    {
        Assert.Equal(XLDataType.Number, cell.DataType);
        return (double)cell.Value;
    }
}
