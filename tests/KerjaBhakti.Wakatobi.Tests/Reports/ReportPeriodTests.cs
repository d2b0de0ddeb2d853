using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Reports;

namespace KerjaBhakti.Wakatobi.Tests.Reports;

public class ReportPeriodTests
{
    private static readonly DateOnly Today = new(2024, 7, 15);

    [Theory]
    [InlineData(null, null, "Januari s.d. Juli 2024")]
    [InlineData("", " ", "Januari s.d. Juli 2024")]
    [InlineData("2024-03", null, "Maret s.d. Juli 2024")]
    [InlineData("2023-03", null, "Maret s.d. Desember 2023")]
    [InlineData(null, "2023-03", "Januari s.d. Maret 2023")]
    [InlineData("2024-03", "2024-03", "Maret 2024")]
    [InlineData("2023-11", "2024-03", "November 2023 s.d. Maret 2024")]
    public void Read_WhatIsLeftOut_StaysWithinTheYear(string? from, string? to, string period) =>
        Assert.Equal(period, ReportPeriod.Read(from, to, Today).ToIndonesian());

    [Fact]
    public void Period_NotAskedForInJanuary_IsTheYearBefore() =>
        Assert.Equal(
            "Januari s.d. Desember 2024",
            ReportPeriod.Read(from: null, to: null, new DateOnly(2025, 1, 10)).ToIndonesian()
        );

    [Fact]
    public void Read_WhatIsNoMonth_IsRefusedAllAtOnce() =>
        Assert.Equal(
            [
                "Bulan awal 'Maret' bukan bulan; tulis tahun dan bulan, misalnya 2024-03.",
                "Bulan akhir '1999-12' bukan bulan; tulis tahun dan bulan, misalnya 2024-03.",
            ],
            Assert.Throws<FundRefusedException>(() => ReportPeriod.Read("Maret", "1999-12", Today)).Problems
        );

    [Fact]
    public void Read_TheWrongWayRound_IsRefused() =>
        Refused.With("Periode April 2024 sampai Maret 2024 terbalik; bulan akhir tidak boleh mendahului bulan awal.", () =>
            ReportPeriod.Read("2024-04", "2024-03", Today)
        );

    [Fact]
    public void RequireOneYear_AcrossTheTurnOfAYear_IsRefused()
    {
        var period = new ReportPeriod(new FiscalMonth(2023, 12), new FiscalMonth(2024, 1));

        Assert.Contains("dalam satu tahun", Assert.Throws<FundRefusedException>(period.RequireOneYear).Message, StringComparison.Ordinal);
        Assert.Equal("Januari 2024", period.FromJanuary().ToIndonesian());
    }
}
