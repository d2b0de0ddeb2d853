using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Tests;

public class FiscalMonthsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("2024-04", "April 2024")]
    [InlineData("2024-05 2024-04", "April dan Mei 2024")]
    [InlineData("2024-04 2024-05 2024-06", "April s.d. Juni 2024")]
    [InlineData("2024-01 2024-03 2024-06", "Januari, Maret, dan Juni 2024")]
    [InlineData("2023-12 2024-01", "Desember 2023 dan Januari 2024")]
    public void InWords_OfSomeMonths_NamesThemShortly(string months, string words) =>
        Assert.Equal(words, FiscalMonths.InWords(months.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(FiscalMonth.Parse)));
}
