using System.Text;
using KerjaBhakti.Documents.Roster;

namespace KerjaBhakti.Documents.Tests.Roster;

public sealed class AnnexReaderWorkbookTests
{
    private static readonly string[] Head = ["No", "Jabatan/SKPD/UKPD", "Mei", "Juni"];
    private static readonly string[] Row = ["1", "Biro", "Menteng", "Gambir"];

    [Fact]
    public void Read_EveryKindOfCell_IsText()
    {
        var row = SheetSeed
            .Read(
                SheetFiles.FromXml(
                    SheetFiles.Header
                        + "<row r=\"2\"><c r=\"A2\"><v>1.2E1</v></c><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"str\"><f>A1</f><v>Menteng</v></c><c r=\"D2\" t=\"b\"><v>1</v></c></row>",
                    sharedStrings: "<si><r><t>Biro </t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">Umum_x000D_ &amp; </t></r><rPh sb=\"0\" eb=\"1\"><t>bunyi</t></rPh><r><t>lain</t></r></si>"
                )
            )
            .Annex.Rows[0];

        Assert.Equal((12, "Biro Umum & lain", "Menteng", "TRUE"), (row.Number, row.Label, row.Cells[0].AsPrinted, row.Cells[1].AsPrinted));
    }

    [Fact]
    public void Read_CellsAndRowsWithoutAddress_StandWhereTheyFollow()
    {
        var rows = SheetSeed
            .Read(
                SheetFiles.FromXml(
                    SheetFiles.Header
                        + "<row><c><v>1</v></c><c t=\"inlineStr\"><is><t>Biro</t></is></c><c/><c t=\"inlineStr\"><is><t>Gambir</t></is></c></row>"
                )
            )
            .Annex.Rows;

        Assert.Equal((1, "Biro", "", "Gambir"), (rows[0].Number, rows[0].Label, rows[0].Cells[0].AsPrinted, rows[0].Cells[1].AsPrinted));
    }

    [Fact]
    public void Read_MonthsThatTheSpreadsheetMadeDates_AreMonthsWithAYear()
    {
        var file = SheetSeed.Read(
            SheetFiles.FromXml(
                "<row r=\"1\"><c t=\"inlineStr\"><is><t>No</t></is></c><c t=\"inlineStr\"><is><t>Jabatan</t></is></c><c><v>42125</v></c><c><v>42156</v></c></row>"
                    + "<row r=\"2\"><c><v>1</v></c><c t=\"inlineStr\"><is><t>Biro</t></is></c><c t=\"inlineStr\"><is><t>Menteng</t></is></c></row>"
            )
        );

        Assert.Equal(("Mei s.d. Juni 2015", AnnexYearSource.MonthHeader), (file.Annex.Period.ToString(), file.YearSource));
    }

    [Fact]
    public void Read_MergedMonthsWithACity_AreARegionRow()
    {
        var row = SheetSeed.Read(SheetFiles.Workbook([Head, ["1", "Walikota", "Kota Administrasi Jakarta Barat"]], "C2:D2")).Annex.Rows[0];

        Assert.Equal(("31.73", "Kota Administrasi Jakarta Barat"), (row.Region?.City.ToString(), row.Region?.AsPrinted));
    }

    [Theory]
    [InlineData("C2:D2", "Sel gabungan C2:D2 berisi 'Menteng', bukan nama kota")]
    [InlineData("C2:C3", "Sel gabungan C2:C3 ada di dalam tabel")]
    [InlineData("A2:B2", "Sel gabungan A2:B2 ada di dalam tabel")]
    [InlineData("B2:D3", "Sel gabungan B2:D3 ada di dalam tabel")]
    [InlineData("C1:D1", "Sel gabungan C1:D1 ada di dalam tabel")]
    public void Read_MergeInAnOddPlace_IsRefusedWithItsAddress(string merge, string expected) =>
        Assert.StartsWith(expected, Refusal(SheetFiles.Workbook([Head, Row, Row], merge)), StringComparison.Ordinal);

    [Theory]
    [InlineData("A1:D1")]
    [InlineData("F3:G9")]
    [InlineData("A6:D6")]
    public void Read_MergeOutsideTheTable_IsIgnored(string merge) =>
        Assert.Single(
            SheetSeed
                .Read(
                    SheetFiles.Workbook(
                        [
                            ["JADWAL"],
                            Head,
                            Row,
                            null,
                            null,
                            ["", "", "a.n. Gubernur"],
                        ],
                        merge
                    )
                )
                .Annex.Rows
        );

    [Fact]
    public void Read_TextTooLong_IsRefusedWithItsAddress() =>
        Assert.StartsWith(
            "Isi sel D2 terlalu panjang (101 huruf)",
            Refusal(SheetFiles.Workbook([Head, ["1", "Biro", "", new string('x', 101)]])),
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_SheetName_SaysTheYear() =>
        Assert.Equal(
            (2017, AnnexYearSource.SheetName),
            SheetSeed.Read(SheetFiles.FromXml(SheetFiles.Header, sheetName: "Lampiran 2017"), "annex-2016.xlsx") is var file
                ? (file.Annex.Period.Year, file.YearSource)
                : default
        );

    [Fact]
    public void Read_100000Rows_IsRefused() =>
        Assert.Contains(
            "lebih dari 10.000 baris",
            Refusal(
                SheetFiles.Workbook(
                    Enumerable.Range(1, 100_000).Select(number => new[] { $"{number}", "Biro", "Menteng", "Gambir" }).Prepend(Head)
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_SheetThatExpandsToAGibibyte_IsRefusedQuicklyWithLittleMemory()
    {
        var spaces = new string(' ', 1024 * 1024);
        var bomb = SheetFiles.Zip("Sheet1", string.Empty, writer =>
        {
            for (var mebibyte = 0; mebibyte < 1024; mebibyte++)
            {
                writer.Write(spaces);
            }
        });
        Assert.True(bomb.Length < AnnexReader.MostBytes, "the bomb must pass the limit on the file's size");

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("lebih dari 64 MB", Refusal(bomb), StringComparison.Ordinal);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < 64L * 1024 * 1024, "memory must not follow the declared size");
    }

    [Fact]
    public void Read_SheetThatLiesAboutItsSize_IsRefused()
    {
        var spaces = new string(' ', 1024 * 1024);
        var bomb = SheetFiles.Zip("Sheet1", string.Empty, writer =>
        {
            for (var mebibyte = 0; mebibyte < 100; mebibyte++)
            {
                writer.Write(spaces);
            }
        });

        // The size stands in the directory at the end and in the descriptor behind the content: 100 MiB becomes 1,000 bytes in both.
        var (size, lie) = (BitConverter.GetBytes(100 * 1024 * 1024), BitConverter.GetBytes(1000));
        var lies = 0;
        for (var at = bomb.AsSpan().IndexOf(size); at >= 0; at = bomb.AsSpan().IndexOf(size))
        {
            lie.CopyTo(bomb, at);
            lies++;
        }

        Assert.Equal(2, lies);
        Assert.StartsWith("Berkas xlsx rusak", Refusal(bomb), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DocumentTypeWithEntities_IsRefused() =>
        Assert.StartsWith(
            "Berkas xlsx rusak",
            Refusal(
                SheetFiles.Zip("Sheet1", string.Empty, writer =>
                    writer.Write(
                        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>"
                    )
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_EncryptedWorkbook_IsRefusedAsSuch() =>
        Assert.StartsWith(
            "Buku kerja ini dikunci dengan kata sandi",
            Refusal([0xD0, 0xCF, 0x11, 0xE0, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")]),
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_OldExcelFile_IsRefusedAsSuch() =>
        Assert.StartsWith(
            "Berkas ini berformat Office lama (.xls)",
            Refusal([0xD0, 0xCF, 0x11, 0xE0, .. new byte[600], .. Encoding.Unicode.GetBytes("Workbook")]),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("content.xml", "Berkas ini dokumen OpenDocument")]
    [InlineData("xl/workbook.bin", "Buku kerja ini berformat biner")]
    [InlineData("foto.jpg", "Berkas ini arsip zip, bukan buku kerja xlsx")]
    public void Read_OtherZip_IsRefusedByName(string entry, string expected)
    {
        using var stream = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry(entry);
        }

        Assert.StartsWith(expected, Refusal(stream.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MoreThan1000Parts_IsRefused()
    {
        using var stream = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var part = 0; part <= 1000; part++)
            {
                archive.CreateEntry($"{part}");
            }
        }

        Assert.StartsWith("Berkas xlsx memuat lebih dari 1000 bagian", Refusal(stream.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MistypedHyperlink_IsRefusedWithTheWayOut()
    {
        using var stream = new MemoryStream();
        stream.Write(SheetFiles.Workbook([Head, Row]));
        using (var archive = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        using (var writer = new StreamWriter(archive.CreateEntry("xl/worksheets/_rels/sheet1.xml.rels").Open()))
        {
            writer.Write(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" TargetMode=\"External\" "
                    + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"http://[salah\"/></Relationships>"
            );
        }

        Assert.StartsWith("Buku kerja memuat tautan", Refusal(stream.ToArray()), StringComparison.Ordinal);
    }

    private static string Refusal(byte[] bytes) => Assert.Throws<TableUnreadableException>(() => SheetSeed.Read(bytes)).Message;
}
