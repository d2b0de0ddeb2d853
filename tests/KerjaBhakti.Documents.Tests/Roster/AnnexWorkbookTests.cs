using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using KerjaBhakti.Documents.Roster;

namespace KerjaBhakti.Documents.Tests.Roster;

/// <summary>The workbook as a spreadsheet program finds it.</summary>
public sealed class AnnexWorkbookTests
{
    private static readonly string[] FormulaLike = ["=TITLE()", "=HYPERLINK(\"http://x\",\"y\")", "=1+1", "-2"];

    private static readonly byte[] Issued = AnnexWorkbook.Write(SheetSeed.Print, SheetSeed.Gazetteer);

    private static readonly byte[] Draft = AnnexWorkbook.Write(
        SheetSeed.Print with
        {
            IsDraft = true,
            Instruction = null,
        },
        SheetSeed.Gazetteer
    );

    [Fact]
    public void Write_AnnexOf2015_CarriesTheHeadingOfThePaper() => WithSheet(Issued, sheet =>
        {
            Assert.Equal("Lampiran : Instruksi Gubernur Provinsi Daerah Khusus Ibukota Jakarta", sheet.Cell("G1").GetString());
            Assert.Equal("Nomor 118 TAHUN 2015", sheet.Cell("G2").GetString());
            Assert.Equal("Tanggal 1 Juni 2015", sheet.Cell("G3").GetString());
            Assert.StartsWith("JADWAL PELAKSANAAN KERJA BHAKTI", sheet.Cell("A5").GetString(), StringComparison.Ordinal);
        });

    [Fact]
    public void Write_AnnexOf2015_HoldsEveryCellOfTheSeed() =>
        WithSheet(Issued, sheet =>
            Assert.Equal(
                SheetSeed.Table.Select(row => string.Join('|', row)),
                Enumerable
                    .Range(8, 93)
                    .Select(row => string.Join('|', Enumerable.Range(1, 10).Select(column => sheet.Cell(row, column).Value.ToString())))
            )
        );

    [Fact]
    public void Write_Numbers_AreNumbers() =>
        WithSheet(Issued, sheet =>
            Assert.All(Enumerable.Range(8, 93), row => Assert.Equal(XLDataType.Number, sheet.Cell(row, 1).DataType))
        );

    [Fact]
    public void Write_RegionRows_AreMergedAcrossTheMonths() =>
        WithSheet(Issued, sheet =>
            Assert.Equal(
                SheetSeed.Annex.Rows.Where(row => row.IsRegion).Select(row => $"C{row.Number + 7}:J{row.Number + 7}").Order(),
                sheet.MergedRanges.Select(range => range.RangeAddress.ToString()!).Where(range => range.StartsWith('C')).Order()
            )
        );

    [Fact]
    public void Write_Page_IsF4LandscapeWithFrozenAndRepeatedHeader()
    {
        WithSheet(Issued, sheet =>
        {
            Assert.Equal(
                (XLPaperSize.FolioPaper, XLPageOrientation.Landscape),
                (sheet.PageSetup.PaperSize, sheet.PageSetup.PageOrientation)
            );
            Assert.Equal((1, 0), (sheet.PageSetup.PagesWide, sheet.PageSetup.PagesTall));
            Assert.Equal((7, 2), (sheet.SheetView.SplitRow, sheet.SheetView.SplitColumn));
        });
        using var document = SpreadsheetDocument.Open(new MemoryStream(Issued), isEditable: false);
        Assert.Equal(
            "'Lampiran 2015'!$7:$7",
            Assert
                .Single(document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>(), name => name.Name == "_xlnm.Print_Titles")
                .Text
        );
        Assert.Contains(
            "Halaman &P dari &N",
            document.WorkbookPart.WorksheetParts.Select(part => part.Worksheet.Descendants<OddFooter>().Single().Text).First(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Write_MonthCells_OfferThe44NamesInTheSpellingOfTheAnnex()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Issued), isEditable: false);
        var validation = Assert.Single(
            document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<DataValidation>())
        );
        Assert.Equal(
            (DataValidationValues.List, DataValidationErrorStyleValues.Warning),
            (validation.Type!.Value, validation.ErrorStyle!.Value)
        );
        Assert.Equal(
            ("Kecamatan!$A$2:$A$45", "C8:J46 C53:J82 C95:J100"),
            (validation.Formula1!.Text, validation.SequenceOfReferences!.InnerText)
        );

        using var workbook = new XLWorkbook(new MemoryStream(Issued));
        var names = workbook.Worksheet("Kecamatan");
        Assert.Equal(XLWorksheetVisibility.Hidden, names.Visibility);
        var offered = Enumerable.Range(2, 44).Select(row => names.Cell(row, 1).GetString()).ToList();
        Assert.Equal(44, offered.Select(name => SheetSeed.Gazetteer.FindByName(name)!.Code).Distinct().Count());
        Assert.Contains("Tamansari", offered);
        Assert.Contains("Pulogadung", offered);
    }

    [Fact]
    public void Write_TextThatLooksLikeAFormula_IsAStringWithQuotePrefix()
    {
        var annex = SheetSeed.Build(
            2016,
            1,
            2,
            [
                ["1", .. FormulaLike[1..]],
            ]
        );

        WithSheet(AnnexWorkbook.Write(new AnnexPrint(annex, FormulaLike[0], null), SheetSeed.Gazetteer), sheet =>
        {
            foreach (var text in FormulaLike)
            {
                var cell = sheet.CellsUsed().Single(cell => cell.GetString() == text);
                Assert.Equal((false, XLDataType.Text, true), (cell.HasFormula, cell.DataType, cell.Style.IncludeQuotePrefix));
            }
        });
    }

    [Fact]
    public void Write_Signature_MasksTheNipUnlessItMayBeShown()
    {
        Assert.Contains(
            "a.n. Gubernur Provinsi Daerah Khusus Ibukota Jakarta\nSekretaris Daerah,\n\n\n\nSaefullah\nNIP. •••••••••••••••002",
            SignatureOf(Issued),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "NIP. 196402111984031002",
            SignatureOf(AnnexWorkbook.Write(SheetSeed.Print with { ShowNip = true }, SheetSeed.Gazetteer)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Write_Draft_SaysKonsepAndHasNoSignatory() => WithSheet(Draft, sheet =>
        {
            Assert.Equal("RANCANGAN", sheet.Cell("G1").GetString());
            Assert.Contains("RANCANGAN", sheet.PageSetup.Header.Center.GetText(XLHFOccurrence.OddPages), StringComparison.Ordinal);
            Assert.DoesNotContain(sheet.CellsUsed(), cell => cell.GetString().Contains("NIP", StringComparison.Ordinal));
        });

    [Fact]
    public void Write_Workbook_IsValidOpenXml()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Issued), isEditable: false);

        Assert.Empty(
            new OpenXmlValidator()
                .Validate(document, TestContext.Current.CancellationToken)
                .Select(error => $"{error.Path?.XPath}: {error.Description}")
        );
    }

    private static string SignatureOf(byte[] workbook)
    {
        var signature = string.Empty;
        WithSheet(workbook, sheet => signature = sheet.Cell("G102").GetString());
        return signature.ReplaceLineEndings("\n");
    }

    private static void WithSheet(byte[] bytes, Action<IXLWorksheet> check)
    {
        using var workbook = new XLWorkbook(new MemoryStream(bytes));
        check(workbook.Worksheet(1));
    }
}
