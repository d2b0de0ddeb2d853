using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using KerjaBhakti.Roster.Institutions;

namespace KerjaBhakti.Roster.Schedules;

/// <summary>A calendar month of the roster, from January 2000 to December 2199; written <c>2015-05</c>.</summary>
public readonly record struct RosterMonth : IComparable<RosterMonth>
{
    private static readonly string[] Names =
    [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ];

    // Months since January of year 0: one integer orders, compares and counts months. The default value is no month of any roster.
    private readonly int ordinal;

    /// <summary>A month of a year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not 2000 to 2199 or the month not 1 to 12.</exception>
    public RosterMonth(int year, int month)
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

    /// <summary>The Indonesian name of the month, as the annex heads its columns: "Mei".</summary>
    public string Name => Names[Month - 1];

    /// <summary>The first day of the month.</summary>
    public DateOnly FirstDay => new(Year, Month, 1);

    /// <summary>The month a date lies in.</summary>
    public static RosterMonth Of(DateOnly date) => new(date.Year, date.Month);

    /// <summary>Reads <c>yyyy-MM</c>.</summary>
    /// <exception cref="FormatException">The text has another form, or is no month from 2000 to 2199.</exception>
    public static RosterMonth Parse(string text) =>
        TryParse(text, out var month) ? month : throw new FormatException($"'{text}' is not a month of the form 2015-05.");

    /// <summary>Reads <c>yyyy-MM</c>; false where the text has another form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RosterMonth month)
    {
        month = default;
        if (
            !DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            || first.Year is < 2000 or > 2199
        )
        {
            return false;
        }

        month = Of(first);
        return true;
    }

    /// <summary>The month of the year with this Indonesian name, 1 to 12, whatever its case; null where the text is no such name.</summary>
    public static int? NumberOf(string? name)
    {
        var index = Array.FindIndex(Names, known => known.Equals(name?.Trim(), StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : index + 1;
    }

    /// <summary>The month this many months later, or earlier where the count is negative.</summary>
    public RosterMonth Plus(int months)
    {
        var target = ordinal + months;
        return new RosterMonth(target / 12, (target % 12) + 1);
    }

    /// <summary>How many months from <paramref name="other"/> to this one; negative where the other is later.</summary>
    public int MonthsSince(RosterMonth other) => ordinal - other.ordinal;

    /// <summary>The days of duty of the month in order, four or five: the Sundays where the institution serves on Sundays.</summary>
    public IEnumerable<DateOnly> Sundays() => DaysOf(Served.Institution.DutyDay);

    /// <summary>The same for any weekday of duty.</summary>
    public IEnumerable<DateOnly> DaysOf(DutyDay dutyDay)
    {
        var first = FirstDay;
        for (var day = dutyDay.OnOrAfter(first); day.Month == first.Month; day = day.AddDays(7))
        {
            yield return day;
        }
    }

    /// <inheritdoc/>
    public int CompareTo(RosterMonth other) => ordinal.CompareTo(other.ordinal);

    /// <summary>The month as <c>2015-05</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}");
}
