using System.Globalization;
using System.Text.RegularExpressions;

namespace KerjaBhakti.Roster.Text;

/// <summary>Dates as people and spreadsheets write them. The day stands before the month, as everywhere in Indonesia.</summary>
public static partial class WrittenDate
{
    /// <summary>
    /// Reads <c>2015-06-01</c>, with or without a time, <c>1/6/2015</c>, <c>01-06-15</c>, "1 Juni 2015", "2 Pebruari 2015", "02-Jan-15";
    /// null where the text is no date.
    /// </summary>
    public static DateOnly? Read(string? text)
    {
        var written = Spelling.Tidy(text);
        if (written.Length is 0 or > 40)
        {
            return null;
        }

        if (Iso().Match(written) is { Success: true } iso)
        {
            return Of(iso, int.Parse(iso.Groups["month"].ValueSpan, CultureInfo.InvariantCulture));
        }

        if (Numeric().Match(written) is { Success: true } numeric)
        {
            return Of(numeric, int.Parse(numeric.Groups["month"].ValueSpan, CultureInfo.InvariantCulture));
        }

        return Named().Match(written) is { Success: true } named && MonthNames.NumberOf(named.Groups["month"].Value) is { } month
            ? Of(named, month)
            : null;
    }

    private static DateOnly? Of(Match match, int month)
    {
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        var day = int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture);

        // Two digits: what lies ahead by more than thirty years was meant a century ago.
        year += match.Groups["year"].Length == 2 ? (year >= 60 ? 1900 : 2000) : 0;
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    [GeneratedRegex(
        "^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?Z?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"^(?<day>[0-9]{1,2}) ?(?<mark>[/.-]) ?(?<month>[0-9]{1,2}) ?\k<mark> ?(?<year>[0-9]{4}|[0-9]{2})( 00:00(:00)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Numeric();

    [GeneratedRegex(
        @"^(\p{L}+, )?(?<day>[0-9]{1,2})[ .-]+(?<month>\p{L}+)\.?[ ,.-]+(?<year>[0-9]{4}|[0-9]{2})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Named();
}
