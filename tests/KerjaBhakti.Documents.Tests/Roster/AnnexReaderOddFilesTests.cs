using System.Text;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster.Importing;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Documents.Tests.Roster;

/// <summary>Files as people really have them.</summary>
public sealed class AnnexReaderOddFilesTests
{
    [Theory]
    [InlineData("May,Jun,Jul")]
    [InlineData("MAY 2016,June 2016,July 2016")]
    [InlineData("Mei-16,Jun-16,Jul-16")]
    [InlineData("Mei '16,Jun. '16,Jul. '16")]
    [InlineData("Bulan Mei,Bulan Juni,Bulan Juli")]
    [InlineData("2016-05,2016-06,2016-07")]
    [InlineData("2016-05-01,2016-06-01,2016-07-01")]
    [InlineData("Mei\u00A02016, Juni  2016,Juli/2016")]
    public void Read_MonthsInOtherWords_AreTheSameMonths(string months) =>
        Assert.Equal(
            "Mei s.d. Juli 2016",
            SheetSeed.Read(Utf8($"No,Jabatan,{months}\n1,Biro,Menteng,Gambir,Cakung\n"), year: 2016).Annex.Period.ToString()
        );

    [Theory]
    [InlineData("Jan,Peb,Mar,Apr")]
    [InlineData("January,February,March,April")]
    public void Read_MonthsOfTheFirstHalf_AreKnown(string months) => Assert.Equal(4, Months(months));

    [Theory]
    [InlineData("Agt,Sept,Okt,Nop,Des")]
    [InlineData("Ags,Sep,Oct,Nov,Dec")]
    [InlineData("Agu.,Sep.,Okt.,Nov.,Des.")]
    [InlineData("August,September,October,November,December")]
    public void Read_MonthsOfTheSecondHalf_AreKnown(string months) => Assert.Equal(5, Months(months));

    [Fact]
    public void Read_MonthsInAnotherOrder_AreSorted()
    {
        var cells = Read("Juni,No,Mei,Jabatan\nGambir,1,Menteng,Biro\n").Annex.Rows[0].Cells;

        Assert.Equal(["Menteng", "Gambir"], cells.Select(cell => cell.AsPrinted));
    }

    [Fact]
    public void Read_ARegionRowInAnotherOrderOfMonths_IsReadFromTheLeftmost()
    {
        var row = SheetSeed
            .Read(
                SheetFiles.Workbook(
                    [
                        ["No", "Jabatan", "Juni", "Mei"],
                        ["1", "Walikota", "Kota Administrasi Jakarta Barat"],
                    ],
                    "C2:D2"
                )
            )
            .Annex.Rows[0];

        Assert.Equal("31.73", row.Region?.City.ToString());
    }

    [Theory]
    [InlineData("Jul,Agt,Sep,Okt,Nov,Des,Jan,Feb,Mar,Apr,Mei,Jun", "2030-07", "2031-06")]
    [InlineData("Nov,Des,Jan", "2030-11", "2031-01")]
    [InlineData("Nov,Des,Jan 2016", "2015-11", "2016-01")]
    [InlineData("Nov 2015,Des,Jan", "2015-11", "2016-01")]
    [InlineData("Nov 2015,Des 2015,Jan 2016", "2015-11", "2016-01")]
    [InlineData("2015-11,2015-12,2016-01", "2015-11", "2016-01")]
    [InlineData("Jan 2016,Nov 2015,Des 2015", "2015-11", "2016-01")]
    public void Read_MonthsOverTheTurnOfTheYear_AreOnePeriod(string months, string first, string last)
    {
        var names = string.Join(',', Enumerable.Repeat("Menteng", months.Split(',').Length));

        var period = Read($"No,Jabatan,{months}\n1,Biro Umum,{names}\n").Annex.Period;

        Assert.Equal((first, last), (period.First.ToString(), period.Last.ToString()));
    }

    [Fact]
    public void Read_MonthsOverTheTurnOfTheYear_InAnyOrder_KeepTheirCells() =>
        Assert.Equal(
            ["Gambir", "Senen", "Menteng"],
            Read("No,Jabatan,Jan 2016,Nov 2015,Des 2015\n1,Biro Umum,Menteng,Gambir,Senen\n")
                .Annex.Rows[0]
                .Cells.Select(cell => cell.AsPrinted)
        );

    [Theory]
    [InlineData("Juli 2015,Juli 2016", "paling banyak 12 bulan berturut-turut")]
    [InlineData("Mei 2015,Juni 2016", "memuat bulan dari Mei 2015 sampai Juni 2016")]
    [InlineData("Des 2014,Jan 2016", "memuat bulan dari tahun 2014, 2016")]
    [InlineData("Nov 2015,Jan 2016", "Bulan Desember tidak ada")]
    public void Read_MonthsOfTwoYearsThatDoNotFollowEachOther_AreRefusedWithWhatIsWrong(string months, string expected) =>
        Assert.Contains(expected, Refusal($"No,Jabatan,{months}\n1,Biro Umum,Menteng,Gambir\n"), StringComparison.Ordinal);

    [Fact]
    public void Read_YearsThatStandOverTheMonths_CountAsInTheirHeads()
    {
        AnnexFile ReadWith(params string[] years) =>
            SheetSeed.Read(
                SheetFiles.Workbook([
                    ["No", "Jabatan", .. years],
                    ["", "", "Januari", "November", "Desember"],
                    ["1", "Biro Umum", "Menteng", "Gambir", "Senen"],
                ])
            );

        Assert.Equal("November 2015 s.d. Januari 2016", ReadWith("2016", "2015", "2015").Annex.Period.ToString());
        Assert.Contains(
            "Bulan Februari, Maret",
            Assert.Throws<TableUnreadableException>(() => ReadWith("2015", "2015", "2015")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Read_DecemberBeforeJanuaryOfOneYear_IsOneYearInAnotherOrder() =>
        Assert.Contains("harus berturut-turut", Refusal("No,Jabatan,Des 2016,Jan 2016\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("Kota Adm. Jakarta Pusat", "31.71")]
    [InlineData("Jakarta Pusat", "31.71")]
    [InlineData("KOTA ADMINISTRASI  JAKARTA PUSAT", "31.71")]
    [InlineData("Kab. Adm. Kepulauan Seribu", "31.01")]
    public void Read_ARegionInOtherWords_KeepsItsText(string text, string code)
    {
        var region = Read($"No,Jabatan,Mei,Juni\n1,Walikota,{text},\n").Annex.Rows[0].Region;

        Assert.Equal(
            (code, string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries))),
            (region?.City.ToString(), region?.AsPrinted)
        );
    }

    [Fact]
    public void Read_WithoutNumbers_NumbersByOrder()
    {
        var file = Read("JADWAL\nJabatan,Mei,Juni\nBiro,Menteng,Gambir\nDinas,Gambir,Menteng\n");

        Assert.Equal([1, 2], file.Annex.Rows.Select(row => row.Number!.Value));
        Assert.True(file.NumbersByOrder);
        Assert.Equal([3, 4], file.FileRows);
    }

    [Fact]
    public void Read_NoBreakSpaces_AreSpaces()
    {
        var row = Read("No,Jabatan,Mei\n1,\u00A0Biro\u00A0\u00A0Umum ,Kebayoran\u00A0Baru\n").Annex.Rows[0];

        Assert.Equal(("Biro Umum", "Kebayoran Baru", "31.74.07"), (row.Label, row.Cells[0].AsPrinted, row.Cells[0].Kecamatan?.ToString()));
    }

    [Fact]
    public void Read_AColumnNobodyAskedFor_IsSaid() =>
        Assert.Equal(["Keterangan"], Read("No,Jabatan,Mei,Keterangan\n1,Biro,Menteng,x\n").UnusedHeads);

    [Fact]
    public void Read_UnknownHeads_AreInDoubtAndReadAsAPersonSays()
    {
        var bytes = Utf8("JADWAL\nurut;pos;bln 5;bln 6\n1;Biro;Menteng;Gambir\n");
        var doubt = Assert.Throws<TableUnreadableException>(() => SheetSeed.Read(bytes));
        var outline = Assert.Single(AnnexReader.Outline(new MemoryStream(bytes)));
        var columns = new AnnexColumns(outline.Sheet, outline.LikelyHeader.Number, 0, 1, new Dictionary<int, int> { [2] = 5, [3] = 6 });
        var file = AnnexReader.Read(new MemoryStream(bytes), "berkas", SheetSeed.Gazetteer, year: 2016, defaultYear: 2030, columns);

        Assert.True(doubt.ColumnsInDoubt);
        Assert.Equal(["urut", "pos", "bln 5", "bln 6"], outline.LikelyHeader.Texts);
        Assert.Equal("Mei s.d. Juni 2016", file.Annex.Period.ToString());
        Assert.Equal((1, "Biro", "Gambir"), (file.Annex.Rows[0].Number, file.Annex.Rows[0].Label, file.Annex.Rows[0].Cells[1].AsPrinted));
    }

    [Fact]
    public void Outline_AHeaderThatIsHalfUnderstood_ProposesWhatItUnderstands()
    {
        var header = AnnexReader
            .Outline(
                new MemoryStream(
                    SheetFiles.Workbook([
                        ["JADWAL"],
                        ["No", "Pejabat piket", "Mei", "Agutsus"],
                    ])
                )
            )[0]
            .LikelyHeader;

        Assert.Equal([ColumnKind.Number, ColumnKind.Ignored, ColumnKind.Month, ColumnKind.Ignored], header.Uses.Select(use => use.Kind));
    }

    [Fact]
    public void Read_WhenStopped_Stops() =>
        Assert.Throws<OperationCanceledException>(() =>
            AnnexReader.Read(
                new MemoryStream(Utf8("No,Jabatan,Mei\n1,Biro,Menteng\n")),
                "berkas",
                SheetSeed.Gazetteer,
                2016,
                2016,
                cancellationToken: new CancellationToken(canceled: true)
            )
        );

    [Fact]
    public void Preview_TenThousandRowsOfUnknownNames_NamesEveryRow()
    {
        var file = SheetSeed.Read(SheetFiles.Workbook(TenThousandRows()), year: 2016);
        var preview = ImportPreview.Of(
            new ImportSource(file.Annex, file.FileRows),
            ImportTarget.NewDraft(file.Annex.Period),
            EmptyCells.Keep,
            SheetSeed.Gazetteer,
            CancellationToken.None
        );

        Assert.Equal(10_000, preview.Errors);

        static IEnumerable<string[]> TenThousandRows() =>
            Enumerable
                .Range(1, 10_000)
                .Select(number => new[] { $"{number}", $"Biro {number}", $"Gambr {number}" })
                .Prepend(["No", "Jabatan", "Jan"]);
    }

    [Fact]
    public void ErrorList_Corrected_IsReadAsTheFileItCameFrom()
    {
        var annex = SheetSeed.Annex with
        {
            Rows =
            [
                SheetSeed.Annex.Rows[0] with
                {
                    Cells = [new AnnexCell("=Jatinegra", null), .. SheetSeed.Annex.Rows[0].Cells.Skip(1)],
                },
                .. SheetSeed.Annex.Rows.Skip(1),
            ],
        };
        var source = new ImportSource(annex, [.. Enumerable.Range(2, 93)]);
        var preview = ImportPreview.Of(
            source,
            ImportTarget.NewDraft(annex.Period),
            EmptyCells.Keep,
            SheetSeed.Gazetteer,
            CancellationToken.None
        );

        var read = SheetSeed.Read(ImportErrorList.Write(source, preview));

        Assert.Equal(SheetSeed.Describe(annex with { InstructionDate = null }), SheetSeed.Describe(read.Annex));
        Assert.Equal(["Masalah"], read.UnusedHeads);
    }

    private static int Months(string months) => Read($"No,Jabatan,{months}\n1,Biro,Menteng\n").Annex.Period.Months.Count;

    private static AnnexFile Read(string csv) => SheetSeed.Read(Utf8(csv));

    private static string Refusal(string csv) => Assert.Throws<TableUnreadableException>(() => Read(csv)).Message;

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
