using System.Text;
using KerjaBhakti.Documents.Roster;

namespace KerjaBhakti.Documents.Tests.Roster;

/// <summary>Where the table begins and ends, its columns and its year.</summary>
public sealed class AnnexReaderTableTests
{
    private const string Header = "No,Jabatan,Mei,Juni\n";

    [Fact]
    public void Read_NoHeader_SaysWhatItMustLookLike() =>
        Assert.Contains("No, Jabatan/SKPD/UKPD, lalu nama bulan", Refusal("nama,alamat\nA,B\n"), StringComparison.Ordinal);

    [Fact]
    public void Read_HeaderWithoutMonth_IsRefusedWithItsRow() =>
        Assert.StartsWith(
            "Baris kepala tabel (baris 2) tidak memuat nama bulan",
            Refusal("JADWAL\nNo.,Jabatan,Keterangan\n1,Biro,x\n"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("No,Nama,Mei,Juni\n", "tidak memuat kolom Jabatan/SKPD/UKPD;")]
    [InlineData("No,Jabatan,Mei,Juli\n", "Bulan Juni tidak ada")]
    [InlineData("No,Jabatan,Mei,Agustus\n", "Bulan Juni, Juli tidak ada")]
    [InlineData("No,Jabatan,Mei,Juni,Mei\n", "Bulan Mei ada dua kali pada baris kepala tabel (baris 1 kolom 3 dan baris 1 kolom 5)")]
    [InlineData("No,Jabatan,Mei 2015,Juni 2016\n", "memuat bulan dari Mei 2015 sampai Juni 2016")]
    public void Read_WrongHeader_IsRefusedPrecisely(string header, string expected) =>
        Assert.Contains(expected, Refusal(header + "1,Biro,Menteng,Gambir\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("No.,JABATAN/SKPD/UKPD,MEI,juni\n")]
    [InlineData("Nomor,Jabatan,Mei 2015,Juni-2015\n")]
    [InlineData("No. Urut,SKPD,Mei,Juni,Keterangan\n")]
    public void Read_HeaderInOtherWords_IsUnderstood(string header) =>
        Assert.Equal("Gambir", Read(header + "1,Biro,Menteng,Gambir\n").Annex.Rows[0].Cells[1].AsPrinted);

    [Fact]
    public void Read_ColumnsElsewhere_AreFoundByName()
    {
        var row = Read("x,Jabatan,y,Nopember,Desember,No\n,Biro,?,Menteng,Gambir,7\n").Annex.Rows[0];

        Assert.Equal((7, "Biro", "Menteng", "Gambir"), (row.Number, row.Label, row.Cells[0].AsPrinted, row.Cells[1].AsPrinted));
    }

    [Fact]
    public void Read_HeaderBelow30Titles_IsFoundAndBelow31IsNot()
    {
        Assert.Single(Read(Titles(30) + Header + "1,Biro,Menteng,Gambir\n").Annex.Rows);
        Assert.StartsWith(
            "Berkas tidak memuat tabel lampiran",
            Refusal(Titles(31) + Header + "1,Biro,Menteng,Gambir\n"),
            StringComparison.Ordinal
        );

        static string Titles(int count) => string.Concat(Enumerable.Repeat("judul,,,\n", count));
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("12.", 12)]
    [InlineData("", 1)]
    [InlineData("VII", 7)]
    [InlineData("12a", null)]
    [InlineData("-1", null)]
    [InlineData("99999999999", null)]
    public void Read_Number_IsANumberOrMissing(string text, int? expected) =>
        Assert.Equal(expected, Read($"{Header}{text},Biro,Menteng,Gambir\n").Annex.Rows[0].Number);

    [Fact]
    public void Read_UnknownNameAndEmptyCell_AreLeftToTheAuditor()
    {
        var cells = Read(Header + "1,Biro,Pulogadng,\n").Annex.Rows[0].Cells;

        Assert.Equal(("Pulogadng", null), (cells[0].AsPrinted, cells[0].Kecamatan));
        Assert.True(cells[1].IsEmpty);
    }

    [Fact]
    public void Read_Alias_KeepsItsSpellingAndFindsTheKecamatan()
    {
        var cell = Read(Header + "1,Biro,pulo  gadung,Gambir\n").Annex.Rows[0].Cells[0];

        Assert.Equal(("pulo gadung", "31.75.02"), (cell.AsPrinted, cell.Kecamatan?.ToString()));
    }

    [Theory]
    [InlineData(",,a.n. Gubernur,\n,,\"Sekretaris Daerah,\",\n,,Saefullah,\n")]
    [InlineData("Keterangan:,,,\n,sumber: Biro Umum,,\n")]
    [InlineData("Tembusan:,,,\n1.,Gubernur Provinsi DKI Jakarta,,\n")]
    public void Read_LinesBelowTheTable_AreNoRows(string below) =>
        Assert.Single(Read(Header + "1,Biro,Menteng,Gambir\n,,,\n" + below).Annex.Rows);

    [Theory]
    [InlineData("2,,,\n", 2)]
    [InlineData("2,Dinas,,\n", 2)]
    [InlineData(",Dinas,Pulogadng,\n", 2)]
    [InlineData(",,,Gambir\n", 2)]
    [InlineData(",catatan,,\n\n3,Dinas,Menteng,Gambir\n", 2)]
    public void Read_RowAfterABlankLine_IsNotLost(string below, int rows) =>
        Assert.Equal(rows, Read(Header + "1,Biro,Menteng,Gambir\n\n" + below).Annex.Rows.Count);

    [Fact]
    public void Read_UnnumberedRowDirectlyBelow_IsARow() =>
        Assert.Equal(2, Read(Header + "1,Biro,Menteng,Gambir\n,Dinas,,\n").Annex.Rows.Count);

    [Fact]
    public void Read_HeaderRepeatedOnEachPage_IsNoRow() =>
        Assert.Equal(
            [1, 2],
            Read(Header + "1,Biro,Menteng,Gambir\n\nK.,,,\n\n" + Header + "2,Dinas,Gambir,Menteng\n")
                .Annex.Rows.Select(row => row.Number!.Value)
        );

    [Theory]
    [InlineData(2016, "No,Jabatan,Mei 2015\n", "annex-2014.csv", 2016, AnnexYearSource.Given)]
    [InlineData(null, "TAHUN 2014,,\nNo,Jabatan,Mei 2015\n", "annex-2013.csv", 2015, AnnexYearSource.MonthHeader)]
    [InlineData(null, "Nomor 118 TAHUN 2014,,\nJADWAL TAHUN 2015,,\nNo,Jabatan,Mei\n", "annex-2013.csv", 2015, AnnexYearSource.Title)]
    [InlineData(null, "No,Jabatan,Mei\n", "annex-2016.csv", 2016, AnnexYearSource.FileName)]
    [InlineData(null, "No,Jabatan,Mei\n", "scan-201600.csv", 2030, AnnexYearSource.Assumed)]
    public void Read_Year_ComesFromTheMostCertainPlace(int? given, string head, string fileName, int expected, AnnexYearSource source)
    {
        var file = SheetSeed.Read(Encoding.UTF8.GetBytes(head + "1,Biro,Menteng\n"), fileName, given);

        Assert.Equal((expected, source, source == AnnexYearSource.Assumed), (file.Annex.Period.Year, file.YearSource, file.YearWasAssumed));
    }

    [Theory]
    [InlineData("Tanggal 1 Juni 2015", "2015-06-01")]
    [InlineData("Tanggal : 31 Desember 2015", "2015-12-31")]
    [InlineData("Tanggal 31 Juni 2015", null)]
    [InlineData("Tanggal lahir 1 Juni 2015", null)]
    public void Read_DateOfTheInstruction_ComesFromTheTitles(string title, string? expected) =>
        Assert.Equal(expected, Read($"{title},,\nNo,Jabatan,Mei\n1,Biro,Menteng\n").Annex.InstructionDate?.ToString("O"));

    private static AnnexFile Read(string csv) => SheetSeed.Read(Encoding.UTF8.GetBytes(csv));

    private static string Refusal(string csv) => Assert.Throws<TableUnreadableException>(() => Read(csv)).Message;
}
