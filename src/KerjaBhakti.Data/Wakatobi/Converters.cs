using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KerjaBhakti.Data.Wakatobi;

/// <summary>
/// How the claim fund's own values are stored: rupiah as whole numbers, so that the database can sum them, and shares exactly as written.
/// </summary>
internal static class FundConventions
{
    public static void Configure(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Rupiah>().HaveConversion<RupiahConverter>();
        conventions.Properties<Percent>().HaveConversion<PercentConverter>().HaveMaxLength(ExactDecimal.MostCharacters);
        conventions.Properties<FiscalMonth>().HaveConversion<FiscalMonthConverter>().HaveMaxLength(7);
    }
}

internal sealed class RupiahConverter() : ValueConverter<Rupiah, long>(amount => amount.Amount, stored => new Rupiah(stored));

internal sealed class PercentConverter() : ValueConverter<Percent, string>(percent => percent.ToString(), text => Percent.Parse(text));

internal sealed class FiscalMonthConverter()
    : ValueConverter<FiscalMonth, string>(month => month.ToString(), text => FiscalMonth.Parse(text));
