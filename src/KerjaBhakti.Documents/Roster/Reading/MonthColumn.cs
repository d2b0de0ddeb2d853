using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Documents.Roster.Reading;

/// <summary>The column of a month.</summary>
/// <param name="Column">The column, counted from zero.</param>
/// <param name="Month">The month, 1 to 12.</param>
/// <param name="Year">The year where the head names one.</param>
internal sealed partial record MonthColumn(int Column, int Month, int? Year)
{
    // A spreadsheet turns "Mei 2015" into the date 1 May 2015, which it stores as the number of days since 1899.
    private const int FirstSerial = 36526;
    private const int LastSerial = 109575;

    // Today's names, those before 1972 that offices still use, the English ones a foreign office suite fills in, and how all of them are cut short.
    private static readonly FrozenDictionary<string, int> Names = new[]
    {
        "JANUARI JANUARY JAN",
        "FEBRUARI PEBRUARI FEBRUARY FEB PEB",
        "MARET MARCH MAR MRT",
        "APRIL APR",
        "MEI MAY",
        "JUNI JUNE JUN",
        "JULI JULY JUL",
        "AGUSTUS AUGUST AGUST AGUS AGU AGT AGS AUG",
        "SEPTEMBER SEPT SEP",
        "OKTOBER OCTOBER OKT OCT",
        "NOVEMBER NOPEMBER NOV NOP",
        "DESEMBER DECEMBER DES DEC",
    }.SelectMany((names, index) => names.Split(' ').Select(name => (name, Month: index + 1))).ToFrozenDictionary(pair => pair.name, pair => pair.Month);

    public string Name => NameOf(Month);

    public static string NameOf(int month) => new RosterMonth(2000, month).Name;

    /// <summary>The month a head names ("Mei", "Bulan MEI 2015", "Agt. '16", "2016-05", a date), or null.</summary>
    public static MonthColumn? Parse(string text, int column)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial))
        {
            return serial is >= FirstSerial and < LastSerial && DateTime.FromOADate(serial) is { Day: 1 } date
                ? new MonthColumn(column, date.Month, date.Year)
                : null;
        }

        if (IsoHead().Match(text) is { Success: true } iso)
        {
            return new MonthColumn(column, Number(iso.Groups["month"]), Number(iso.Groups["year"]));
        }

        var match = Head().Match(text);
        if (!match.Success || NumberOf(match.Groups["name"].Value) is not { } month)
        {
            return null;
        }

        var year = match.Groups["year"];
        return new MonthColumn(column, month, !year.Success ? null : year.Length == 2 ? 2000 + Number(year) : Number(year));
    }

    /// <summary>The month with this name, whole or cut short, in Indonesian or English; null where it is none.</summary>
    public static int? NumberOf(string name) => Names.TryGetValue(name.ToUpperInvariant(), out var month) ? month : null;

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(Bulan )?(?<name>\p{L}+)\.?([ ,/.'’-]+(?<year>2[01][0-9]{2}|[0-9]{2}))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Head();

    [GeneratedRegex(
        "^(?<year>2[01][0-9]{2})-(?<month>0[1-9]|1[0-2])(-01(T00:00:00.*)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsoHead();
}
