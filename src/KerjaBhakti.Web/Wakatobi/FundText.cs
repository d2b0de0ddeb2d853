using System.Globalization;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Components.Shared;
using KerjaBhakti.Web.Hosting;

namespace KerjaBhakti.Web.Wakatobi;

/// <summary>Amounts, shares and moments of the claim fund as its pages write them.</summary>
public static class FundText
{
    /// <summary>"Rp1.234.567": whole rupiah, for text and for tables whose columns mix units.</summary>
    public static string Money(Rupiah amount) => amount.ToString();

    /// <summary>"1.234.567", for a table that says "Rp" in its head.</summary>
    public static string Figure(Rupiah amount) => amount.ToString().Replace("Rp", string.Empty, StringComparison.Ordinal);

    /// <summary>"12,5 %".</summary>
    public static string Share(Percent share) => share.ToIndonesian();

    /// <summary>"Maret 2024".</summary>
    public static string Month(FiscalMonth month) => month.ToIndonesian();

    /// <summary>The month an address names, <c>2024-03</c>; null where it names none from 2000 to 2199.</summary>
    public static FiscalMonth? ReadMonth(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2199
            ? FiscalMonth.Of(day)
            : null;

    /// <summary>"25 Maret 2024 s.d. 31 Desember 2024", or "sejak 25 Maret 2024" while no end is known.</summary>
    public static string InForce(DateOnly from, DateOnly? to) =>
        to is { } last ? $"{Indonesian.DateInFull(from)} s.d. {Indonesian.DateInFull(last)}" : $"sejak {Indonesian.DateInFull(from)}";

    /// <summary>"21 November 2026 09.12 WITA": the moment as a clock in Wakatobi shows it.</summary>
    public static string Moment(DateTimeOffset moment)
    {
        var local = WitaClock.InWita(moment);
        return string.Create(CultureInfo.InvariantCulture, $"{Indonesian.DateInFull(DateOnly.FromDateTime(local.DateTime))} {local:HH.mm} WITA");
    }
}
