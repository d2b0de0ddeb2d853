using KerjaBhakti.Roster.Reports;

namespace KerjaBhakti.Roster.Tests.Reports;

public class RecapPeriodTests
{
    private static readonly DateOnly Today = new(2015, 6, 5);

    [Theory]
    [InlineData(null, null, "1 s.d. 31 Mei 2015")]
    [InlineData("2015-05-31", null, "31 Mei 2015")]
    [InlineData(null, "2015-02-10", "1 s.d. 10 Februari 2015")]
    [InlineData("2015-05-31", "2015-06-07", "31 Mei s.d. 7 Juni 2015")]
    [InlineData("2014-12-28", "2015-01-04", "28 Desember 2014 s.d. 4 Januari 2015")]
    [InlineData("2015-06-07", "2015-06-07", "7 Juni 2015")]
    public void Read_WhatIsLeftOut_IsTheMonthOfTheOther(string? from, string? to, string expected) =>
        Assert.Equal(expected, RecapPeriod.Read(from, to, Today).ToIndonesian());

    [Theory]
    [InlineData("2015-06-31", null, "Tanggal awal '2015-06-31' bukan tanggal; tulis misalnya 2015-06-01.")]
    [InlineData("1999-01-01", null, "Tanggal awal '1999-01-01' bukan tanggal; tulis misalnya 2015-06-01.")]
    [InlineData(
        "2015-06-30",
        "2015-06-01",
        "Periode 30 Juni 2015 sampai 1 Juni 2015 terbalik; tanggal akhir tidak boleh mendahului tanggal awal."
    )]
    [InlineData("2005-06-01", "2015-06-01", "Periode rekap paling panjang 10 tahun.")]
    public void Read_NoPeriod_IsRefusedWithTheReason(string? from, string? to, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<RosterRefusedException>(() => RecapPeriod.Read(from, to, Today)).Message);

    [Fact]
    public void Read_ExactlyTenYears_IsAPeriod() =>
        Assert.Equal(new DateOnly(2015, 5, 31), RecapPeriod.Read("2005-06-01", "2015-05-31", Today).Last);
}
