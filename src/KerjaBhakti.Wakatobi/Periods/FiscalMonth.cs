using System.Globalization;

namespace KerjaBhakti.Wakatobi.Periods;

/// <summary>
/// A calendar month, from January 2000 to December 2199: of a claim, of the books. The fiscal year is the calendar year. Written
/// <c>2024-03</c>.
/// </summary>
public readonly record struct FiscalMonth : IComparable<FiscalMonth>
{
    // Months since January of year 0; the default value is no month.
    private readonly int ordinal;

    /// <summary>A month of a year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not 2000 to 2199 or the month not 1 to 12.</exception>
    public FiscalMonth(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 2000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2199);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        ordinal = (year * 12) + month - 1;
    }

    /// <summary>The year, 2000 to 2199.</summary>
    public int Year => ordinal / 12;

    /// <summary>The month of the year, 1 to 12.</summary>
    public int Month => (ordinal % 12) + 1;

    /// <summary>The first day.</summary>
    public DateOnly FirstDay => new(Year, Month, 1);

    /// <summary>The last day.</summary>
    public DateOnly LastDay => FirstDay.AddMonths(1).AddDays(-1);

    /// <summary>The month a date lies in.</summary>
    public static FiscalMonth Of(DateOnly date) => new(date.Year, date.Month);

    /// <summary>Reads <c>yyyy-MM</c>.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static FiscalMonth Parse(string text) => Of(DateOnly.ParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture));

    /// <summary>The twelve months of a year, in order.</summary>
    public static IEnumerable<FiscalMonth> OfYear(int year) => Enumerable.Range(1, 12).Select(month => new FiscalMonth(year, month));

    /// <inheritdoc/>
    public int CompareTo(FiscalMonth other) => ordinal.CompareTo(other.ordinal);

    /// <summary>The month as a sentence writes it: "Maret 2024".</summary>
    public string ToIndonesian() => string.Create(CultureInfo.InvariantCulture, $"{IndonesianDate.Months[Month - 1]} {Year}");

    /// <summary>The month as <c>2024-03</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}");
}
