using System.Text;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Documents.Tests.Roster;

public sealed class AnnexCsvTests
{
    [Fact]
    public void Write_AnnexOf2015_EqualsTheSeedByteForByte() =>
        Assert.Equal(SheetSeed.Csv, Encoding.Latin1.GetString(AnnexCsv.Write(SheetSeed.Annex)));

    [Fact]
    public void Write_RegionRow_NamesTheRegionInItsFirstMonthOnly() =>
        Assert.Contains(
            "45,Bupati Kepulauan Seribu,Kabupaten Administrasi Kepulauan Seribu,,,,,,,\r\n",
            Encoding.UTF8.GetString(AnnexCsv.Write(SheetSeed.Annex)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Write_LettersOutsideAscii_AreUtf8WithoutByteOrderMark()
    {
        var annex = SheetSeed.Build(
            2016,
            1,
            1,
            [
                ["1", "Dinas Café", "Menteng"],
            ]
        );

        Assert.Equal("No,Jabatan/SKPD/UKPD,Januari\r\n1,Dinas Café,Menteng\r\n"u8.ToArray(), AnnexCsv.Write(annex));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+62", "'+62")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\uFF1DHYPERLINK(1)", "'\uFF1DHYPERLINK(1)")]
    [InlineData("\uFF20SUM", "'\uFF20SUM")]
    [InlineData("\tx", "'\tx")]
    [InlineData("'=1+1", "''=1+1")]
    [InlineData("'tis", "'tis")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void Defuse_TextThatStartsAFormula_GetsAnApostropheThatRestoreTakesAway(string text, string defused)
    {
        Assert.Equal(defused, SpreadsheetText.Defuse(text));
        Assert.Equal(text, SpreadsheetText.Restore(defused));
    }

    [Fact]
    public void Write_FormulaInLabelAndCell_IsDefused()
    {
        var annex = SheetSeed.Build(
            2016,
            1,
            1,
            [
                ["1", "=HYPERLINK(\"http://x\")", "@cmd"],
            ]
        );

        Assert.Contains(
            "1,\"'=HYPERLINK(\"\"http://x\"\")\",'@cmd\r\n",
            Encoding.UTF8.GetString(AnnexCsv.Write(annex)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Write_RowWithoutNumberAndEmptyCell_LeavesTheFieldsEmpty()
    {
        var annex = new Annex(
            new RosterPeriod(new RosterMonth(2016, 1), new RosterMonth(2016, 2)),
            [new AnnexRow(null, "Biro", null, [AnnexCell.Empty, AnnexCell.Empty])]
        );

        Assert.EndsWith("\r\n,Biro,,\r\n", Encoding.UTF8.GetString(AnnexCsv.Write(annex)), StringComparison.Ordinal);
    }
}
