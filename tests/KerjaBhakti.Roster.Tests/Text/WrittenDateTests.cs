using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Roster.Tests.Text;

public class WrittenDateTests
{
    [Theory]
    [InlineData("2015-01-02")]
    [InlineData("2015-01-02T00:00:00.000")]
    [InlineData("2/1/2015")]
    [InlineData("02-01-2015")]
    [InlineData("2.1.2015")]
    [InlineData("02/01/15")]
    [InlineData("2 Januari 2015")]
    [InlineData("2 Jan 2015")]
    [InlineData("02-Jan-15")]
    [InlineData("Jumat, 2 JANUARI 2015")]
    [InlineData(" 2\u00A0Januari\u200B 2015 ")]
    public void Read_TheWaysPeopleWriteADate_AreOneDate(string text) => Assert.Equal(new DateOnly(2015, 1, 2), WrittenDate.Read(text));

    [Theory]
    [InlineData("2 Pebruari 2015", 2)]
    [InlineData("2 Agst 2015", 8)]
    [InlineData("2 Nop. 2015", 11)]
    public void Read_OldAndShortenedMonths_AreKnown(string text, int month) => Assert.Equal(month, WrittenDate.Read(text)?.Month);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("31/02/2015")]
    [InlineData("1/13/2015")]
    [InlineData("1-2/2015")]
    [InlineData("2 Bulan 2015")]
    [InlineData("0000-01-01")]
    [InlineData("2015")]
    public void Read_WhatIsNoDate_IsNone(string? text) => Assert.Null(WrittenDate.Read(text));

    [Theory]
    [InlineData("Jull", 7)]
    [InlineData("Agutsus", 8)]
    [InlineData("Desembr", 12)]
    public void Guess_AMisspeltMonth_IsAskedAbout(string word, int month) => Assert.Equal(month, MonthNames.Guess(word));

    [Theory]
    [InlineData("NIP")]
    [InlineData("Nama")]
    [InlineData("Ket.")]
    [InlineData("Juli")]
    [InlineData("Keterangan")]
    [InlineData("Masalah")]
    [InlineData("Jumlah")]
    public void Guess_AnotherWord_IsNoMonth(string word) => Assert.Null(MonthNames.Guess(word));
}
