using System.Globalization;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Wakatobi.Frame;

/// <summary>Amounts, shares and moments of the claim fund as its pages write them.</summary>
public static class FundText
{
    /// <summary>"Rp1.234.567": whole rupiah, for text and for tables whose columns mix units.</summary>
    public static string Money(Rupiah amount) => amount.ToString();

    /// <summary>"1.234.567", for a table that says "Rp" in its head.</summary>
    public static string Figure(Rupiah amount) => amount.ToString().Replace("Rp", string.Empty, StringComparison.Ordinal);

    /// <summary>The amount that a word somebody looks for is: "1.234.567", "Rp5.000"; null where it is none.</summary>
    public static Rupiah? ReadAmount(string word) =>
        long.TryParse(
            word.Replace("Rp", string.Empty, StringComparison.OrdinalIgnoreCase).Replace(".", string.Empty, StringComparison.Ordinal),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var amount
        )
        && amount <= Rupiah.Most
            ? new Rupiah(amount)
            : null;

    /// <summary>"1,2 M", "340 jt", "12,5 rb": an amount where there is no room for all of it, as on an axis.</summary>
    public static string Abbreviated(Rupiah amount)
    {
        var size = Math.Abs(amount.Amount);
        var (unit, word) = size switch
        {
            >= 1_000_000_000_000 => (1_000_000_000_000m, " T"),
            >= 1_000_000_000 => (1_000_000_000m, " M"),
            >= 1_000_000 => (1_000_000m, " jt"),
            >= 1_000 => (1_000m, " rb"),
            _ => (1m, string.Empty),
        };
        return string.Create(Indonesian.Culture, $"{amount.Amount / unit:#,0.#}{word}");
    }

    /// <summary>"12,5 %".</summary>
    public static string Share(Percent share) => share.ToIndonesian();

    /// <summary>"Maret 2024".</summary>
    public static string Month(FiscalMonth month) => month.ToIndonesian();

    /// <summary>The month an address names, <c>2024-03</c>; null where it names none from 2000 to 2199.</summary>
    public static FiscalMonth? ReadMonth(string? text) => AddressValue.Date($"{text}-01") is { } day ? FiscalMonth.Of(day) : null;

    /// <summary>"25 Maret 2024 s.d. 31 Desember 2024", or "sejak 25 Maret 2024" while no end is known.</summary>
    public static string InForce(DateOnly from, DateOnly? to) =>
        to is { } last ? $"{Indonesian.DateInFull(from)} s.d. {Indonesian.DateInFull(last)}" : $"sejak {Indonesian.DateInFull(from)}";

    /// <summary>"21 November 2026 09.12 WITA": the moment as a clock in Wakatobi shows it.</summary>
    public static string Moment(DateTimeOffset moment) => Indonesian.MomentInWita(moment);
}
