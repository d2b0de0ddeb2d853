using System.Globalization;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Documents.Tests.Shared;
using KerjaBhakti.Roster.Differences;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;
using PdfSharp.Pdf;

namespace KerjaBhakti.Documents.Tests.Roster;

/// <summary>The difference of two annexes as a PDF and as a workbook.</summary>
public sealed class DifferenceDocumentTests
{
    private static readonly DateTimeOffset PrintedAt = new(2016, 1, 4, 9, 0, 0, TimeSpan.FromHours(7));

    /// <summary>Every kind of change, a few of each and more renames than a page holds.</summary>
    private static readonly DifferencePrint Many = Print([
        .. Seed
            .Annex.Rows.Skip(2)
            .Select(
                (row, index) =>
                    index switch
                    {
                        < 60 => row with { Label = $"{row.Label} dan Urusan Lain" },
                        _ => row.IsRegion
                            ? row with
                            {
                                Region = Seed.Annex.Rows[40].Region,
                            }
                            : row.WithCell(2, "Koja").WithCell(3, "Pulo Gadung"),
                    }
            ),
        Seed.Annex.Rows[0],
        new AnnexRow(93, "=Biro Baru", null, Seed.Annex.Rows[5].Cells),
    ]);

    private static readonly PdfReading ManyOnPaper = new(DifferencePdf.Write(Many));

    [Fact]
    public void Write_Pdf_IsF4PortraitAndSaysWhatItIs()
    {
        Assert.All(ManyOnPaper.Document.Pages.Cast<PdfPage>(), page =>
            Assert.Equal((215, 330), (Math.Round(page.Width.Millimeter), Math.Round(page.Height.Millimeter)))
        );
        Assert.Equal("Perubahan lampiran Instruksi Gubernur Nomor 118 Tahun 2015", ManyOnPaper.Document.Info.Title);
        Assert.Equal(ManyOnPaper.Document.Info.Title, Assert.Single(ManyOnPaper.Root.All("/H1")).Text);
        Assert.Equal(
            ["Semula: Instruksi Gubernur Nomor 118 Tahun 2015", "Menjadi: Konsep perubahan", $"{Many.Difference.Changes.Count} perubahan."],
            ManyOnPaper.Root.All("/P").Take(3).Select(paragraph => paragraph.Text)
        );
    }

    [Fact]
    public void Write_Pdf_HasATableForEachKindWithARowForEachChange()
    {
        var kinds = Many.Difference.Changes.GroupBy(change => change.Kind).ToArray();
        Assert.True(kinds.Length >= 6);
        Assert.Equal(
            kinds.Select(kind => $"{kind.Key.Heading()} ({kind.Count()})"),
            ManyOnPaper.Root.All("/H2").Select(heading => heading.Text)
        );
        Assert.Equal(kinds.Select(kind => kind.Count() + 1), ManyOnPaper.Root.All("/Table").Select(table => table.Children.Count));

        var kecamatan = kinds.Single(kind => kind.Key == AnnexChangeKind.Kecamatan);
        var table = ManyOnPaper.Root.All("/Table").ElementAt(Array.IndexOf(kinds, kecamatan));
        Assert.Equal(["No.", "Jabatan/SKPD/UKPD", "Bulan", "Semula", "Menjadi"], table.Children[0].Children.Select(cell => cell.Text));
        Assert.Equal(
            kecamatan.Select(change =>
                string.Join('|', $"{change.Number}", change.Label, change.Month!.Value.Name, change.Before, change.After)
            ),
            table.Children.Skip(1).Select(row => string.Join('|', row.Children.Select(cell => cell.Text)))
        );
    }

    [Fact]
    public void Write_Pdf_KeepsHeadingsWithTheirTablesAndRowsWhole()
    {
        Assert.True(ManyOnPaper.Document.PageCount > 2);
        Assert.All(ManyOnPaper.Rows, row => Assert.Single(row.Pages));
        Assert.All(ManyOnPaper.Root.All("/H2").Zip(ManyOnPaper.Root.All("/Table")), pair =>
            Assert.Equal(pair.First.Pages.Single(), pair.Second.Pages.First())
        );
        Assert.All(ManyOnPaper.Runs.Where(run => run.MarkedContent is not null), run => Assert.True(run.Y > 22 * 72 / 25.4));
    }

    [Fact]
    public void Write_PdfOfMonthsOnly_SaysThemInSentences()
    {
        var annex = Seed.Annex with
        {
            Period = new RosterPeriod(new RosterMonth(2015, 6), new RosterMonth(2015, 12)),
            Rows = [.. Seed.Annex.Rows.Select(row => row with { Cells = [.. row.Cells.Skip(1)] })],
        };
        var reading = new PdfReading(
            DifferencePdf.Write(Many with { Difference = AnnexDifference.Between(AnnexVersion.Of(Seed.Annex), AnnexVersion.Of(annex)) })
        );
        Assert.Equal("Bulan Mei: dihapus.", reading.Root.Children[^1].Text);
    }

    [Fact]
    public void Write_NoChange_SaysSo()
    {
        var none = Print(Seed.Annex.Rows);
        Assert.Equal("Tidak ada perubahan.", new PdfReading(DifferencePdf.Write(none)).Root.Children[^1].Text);
        WithSheet(none, sheet => Assert.Equal("Tidak ada perubahan.", sheet.Cell("A4").GetString()));
    }

    [Fact]
    public void Write_Workbook_HoldsEveryChangeWithItsSentence() =>
        WithSheet(Many, sheet =>
            Assert.Equal(
                Many.Difference.Changes.Select(change =>
                    string.Join(
                        '|',
                        change.Kind.Heading(),
                        change.Number?.ToString(CultureInfo.InvariantCulture),
                        change.Label,
                        change.Month?.Name,
                        change.Before,
                        change.After,
                        change.Sentence
                    )
                ),
                Enumerable
                    .Range(7, Many.Difference.Changes.Count)
                    .Select(row => string.Join('|', Enumerable.Range(1, 7).Select(column => sheet.Cell(row, column).Value.ToString())))
            )
        );

    [Fact]
    public void Write_WorkbookOfTextThatLooksLikeAFormula_IsAStringWithQuotePrefix() => WithSheet(Many, sheet =>
        {
            var cell = sheet.CellsUsed().Single(cell => cell.GetString() == "=Biro Baru");
            Assert.Equal((false, XLDataType.Text, true), (cell.HasFormula, cell.DataType, cell.Style.IncludeQuotePrefix));
        });

    [Fact]
    public void Write_Workbook_IsValidOpenXml()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(DifferenceWorkbook.Write(Many)), isEditable: false);
        Assert.Empty(
            new OpenXmlValidator()
                .Validate(document, TestContext.Current.CancellationToken)
                .Select(error => $"{error.Path?.XPath}: {error.Description}")
        );
    }

    private static DifferencePrint Print(IReadOnlyList<AnnexRow> rows)
    {
        var old = Versioned(Seed.Annex.Rows);
        var known = old.Rows.ToDictionary(row => row.Row.Number!.Value, row => row.Identity);
        var @new = Versioned(rows) with
        {
            Rows = [.. rows.Select(row => new DifferenceRow(row.Label[0] == '=' ? null : known[row.Number!.Value], row))],
        };
        return new DifferencePrint(
            AnnexDifference.Between(old, @new),
            "Instruksi Gubernur Nomor 118 Tahun 2015",
            "Konsep perubahan",
            PrintedAt
        );
    }

    private static AnnexVersion Versioned(IReadOnlyList<AnnexRow> rows) =>
        new(Seed.Period, [.. rows.Select(row => new DifferenceRow(new Guid(row.Number!.Value, 0, 0, new byte[8]), row))]);

    private static void WithSheet(DifferencePrint print, Action<IXLWorksheet> check)
    {
        using var workbook = new XLWorkbook(new MemoryStream(DifferenceWorkbook.Write(print)));
        check(workbook.Worksheet(1));
    }
}
