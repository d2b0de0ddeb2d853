using System.Globalization;
using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Documents.Tests.Shared;
using KerjaBhakti.Documents.Wakatobi.Reports;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Reports;

namespace KerjaBhakti.Documents.Tests.Wakatobi;

public class FundReportPdfTests
{
    private static readonly DateTimeOffset PrintedAt = new(2024, 7, 15, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly ReportPeriod Period = new(new FiscalMonth(2024, 1), new FiscalMonth(2024, 7));

    [Fact]
    public void Write_AnyNumberOfRows_NeverLeavesTheSignatureAlone()
    {
        for (var rows = 1; rows <= 75; rows++)
        {
            var paper = Read(Report(rows, columns: 6));
            var signed = paper.Runs.Last(run => run.Text.StartsWith("NIP.", StringComparison.Ordinal)).Page;

            Assert.Equal(paper.Document.PageCount - 1, signed);
            Assert.All(new[] { rows, Math.Max(1, rows - 1) }, row =>
                Assert.Contains(paper.Runs, run =>
                    run.Page == signed && run.Text == string.Create(CultureInfo.InvariantCulture, $"Baris {row}")
                )
            );
            Assert.Equal(rows + 1, paper.Rows.Count);
        }
    }

    [Fact]
    public void Write_ATotal_StandsAtTheRightWithTheFiguresAboveIt()
    {
        var paper = Read(Report(3, columns: 3));
        var figures = paper.Runs.Where(run => run.Text.EndsWith(".000", StringComparison.Ordinal)).ToList();

        Assert.Equal(6, figures.Count);
        Assert.Equal(2, figures.Select(run => Math.Round(run.X + run.Width, 0)).Distinct().Count());
    }

    [Theory]
    [InlineData(3, 215)]
    [InlineData(6, 330)]
    public void Write_AWideTable_LiesAndANarrowOneStands(int columns, double millimetres)
    {
        var paper = Read(Report(2, columns));

        Assert.Equal(millimetres, paper.Document.Pages[0].Width.Millimeter, 0.5);
        Assert.Equal("Laporan pertanggungjawaban penggunaan dana klaim Januari s.d. Juli 2024", paper.Document.Info.Title);
        Assert.Equal("LAPORAN PERTANGGUNGJAWABAN PENGGUNAAN DANA KLAIM", Assert.Single(paper.Root.All("/H1")).Text);
    }

    [Fact]
    public void Write_WhatIsNotTyped_IsALineOfDots()
    {
        var text = Read(Report(1, columns: 3)).Root.WholeText;

        Assert.Contains("Wangi-Wangi, ..............................", text, StringComparison.Ordinal);
        Assert.Contains("NIP. ..............................", text, StringComparison.Ordinal);
    }

    private static PdfReading Read(FundReport report) => new(ReportPdf.Write(report, ReportSigning.ByHand, PrintedAt));

    private static FundReport Report(int rows, int columns) =>
        new(FundReportKind.FundUse, Period, IsEmpty: false)
        {
            Notes = ["Keterangan pertama.", "Keterangan kedua."],
            Tables =
            [
                new ReportTable(
                    "Uji",
                    "Tabel uji (Rp)",
                    [
                        new ReportColumn("Uraian", 3, IsFigure: false),
                        .. Enumerable.Range(1, columns - 1).Select(column => new ReportColumn($"Kolom {column}", 2)),
                    ],
                    [
                        .. Enumerable
                            .Range(1, rows)
                            .Select(row => new ReportRow(
                                [
                                    ReportCell.Of(string.Create(CultureInfo.InvariantCulture, $"Baris {row}")),
                                    .. Enumerable.Range(1, columns - 1).Select(_ => ReportCell.OfRupiah(row * 1000L)),
                                ],
                                IsTotal: row == rows
                            )),
                    ],
                    string.Empty
                ),
            ],
        };
}
