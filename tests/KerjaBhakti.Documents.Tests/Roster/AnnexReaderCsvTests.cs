using System.Text;
using KerjaBhakti.Documents.Roster;

namespace KerjaBhakti.Documents.Tests.Roster;

public sealed class AnnexReaderCsvTests
{
    private const string Table =
        "No,Jabatan/SKPD/UKPD,Mei,Juni\n1,Inspektorat,Menteng,Gambir\n2,Walikota Jakarta Pusat,Kota Administrasi Jakarta Pusat,\n";

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void Read_AnySeparator_IsFoundFromTheHeader(char separator)
    {
        var rows = Read(Table.Replace(',', separator)).Annex.Rows;

        Assert.Equal(["Menteng", "Gambir"], rows[0].Cells.Select(cell => cell.AsPrinted));
        Assert.Equal("Kota Administrasi Jakarta Pusat", rows[1].Region?.AsPrinted);
    }

    [Fact]
    public void Read_ByteOrderMark_IsNotPartOfTheHeader() =>
        Assert.Equal(2, SheetSeed.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Table)]).Annex.Rows.Count);

    [Fact]
    public void Read_Utf16WithByteOrderMark_IsRead()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            Assert.Equal(
                "Café",
                SheetSeed.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Table.Replace("Inspektorat", "Café"))]).Annex.Rows[0].Label
            );
        }
    }

    [Fact]
    public void Read_OtherEncoding_IsRefusedWithTheByte()
    {
        var bytes = Encoding.Latin1.GetBytes(Table.Replace("Inspektorat", "Café"));

        Assert.Equal(
            $"Berkas CSV tidak berenkode UTF-8 (byte ke-{Array.IndexOf(bytes, (byte)0xE9) + 1}); simpan ulang dari Excel atau LibreOffice sebagai \"CSV UTF-8\".",
            Refusal(bytes)
        );
    }

    [Fact]
    public void Read_QuoteNeverClosed_IsRefusedWithTheLine() =>
        Assert.Contains(
            "mulai di baris 3",
            Refusal(Table + "3,\"Biro,Menteng,Gambir\n4,Dinas,Menteng,Gambir\n", skipLines: 1),
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_EmptyFile_IsRefused() => Assert.StartsWith("Berkas kosong", Refusal([]), StringComparison.Ordinal);

    [Theory]
    [InlineData("%PDF-1.7 ...", "Berkas ini PDF, bukan xlsx atau csv")]
    [InlineData("\u0089PNG\r\n", "Berkas ini gambar PNG, bukan xlsx atau csv")]
    [InlineData("No,Jabatan\0,Mei", "Berkas ini bukan xlsx atau csv")]
    public void Read_BinaryFile_IsRefusedByName(string latin1, string expected) =>
        Assert.StartsWith(expected, Refusal(Encoding.Latin1.GetBytes(latin1)), StringComparison.Ordinal);

    [Fact]
    public void Read_FormulaHtmlAndScript_AreKeptAsText()
    {
        var row = Read("No,Jabatan,Mei,Juni\n1,<script>alert(1)</script>,'=1+1,\"<b>\"\"x\"\"</b>\"\n").Annex.Rows[0];

        Assert.Equal(("<script>alert(1)</script>", "=1+1", "<b>\"x\"</b>"), (row.Label, row.Cells[0].AsPrinted, row.Cells[1].AsPrinted));
        Assert.Null(row.Cells[0].Kecamatan);
    }

    [Fact]
    public void Read_MoreThan10000Rows_IsRefused()
    {
        var rows = string.Concat(Enumerable.Range(1, 100_000).Select(number => $"{number},Biro,Menteng,Gambir\n"));

        Assert.Contains("lebih dari 10.000 baris", Refusal("No,Jabatan,Mei,Juni\n" + rows), StringComparison.Ordinal);
        Assert.Equal(10_000, Read("No,Jabatan,Mei,Juni\n" + string.Join('\n', rows.Split('\n').Take(10_000))).Annex.Rows.Count);
    }

    [Fact]
    public void Read_FileAbove10MiB_IsRefused() =>
        Assert.StartsWith("Berkas lebih besar dari 10 MB", Refusal(new byte[AnnexReader.MostBytes + 1]), StringComparison.Ordinal);

    [Fact]
    public void Read_TextTooLong_IsRefusedWithItsPlace()
    {
        Assert.Equal(
            "Isi baris 2 kolom 2 terlalu panjang (301 huruf); paling panjang 300 huruf.",
            Refusal($"No,Jabatan,Mei\n1,{new string('a', 301)},Menteng\n")
        );
        Assert.Equal(
            "Isi baris 2 kolom 3 terlalu panjang (101 huruf); paling panjang 100 huruf.",
            Refusal($"No,Jabatan,Mei\n1,Biro,{new string('a', 101)}\n")
        );
        Assert.Equal(300, Read($"No,Jabatan,Mei\n1,{new string('a', 300)},{new string('b', 100)}\n").Annex.Rows[0].Label.Length);
    }

    [Fact]
    public void Read_LabelWithLineBreak_IsTidied() =>
        Assert.Equal(
            "Asisten Kesejahteraan Rakyat",
            Read("No,Jabatan,Mei\r\n1,\"Asisten  Kesejahteraan\r\nRakyat \",Menteng\r\n").Annex.Rows[0].Label
        );

    private static AnnexFile Read(string csv) => SheetSeed.Read(Encoding.UTF8.GetBytes(csv));

    private static string Refusal(byte[] bytes) => Assert.Throws<TableUnreadableException>(() => SheetSeed.Read(bytes)).Message;

    private static string Refusal(string csv, int skipLines = 0) =>
        Refusal(Encoding.UTF8.GetBytes(string.Join('\n', csv.Split('\n').Where((_, line) => line == 0 || line > skipLines))));
}
