using System.Globalization;
using System.Text.RegularExpressions;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Text;

namespace KerjaBhakti.Documents.Roster.Reading;

/// <summary>The column of a month.</summary>
/// <param name="Column">The column, counted from zero.</param>
/// <param name="Month">The month, 1 to 12.</param>
/// <param name="Year">The year where the head names one.</param>
internal sealed partial record MonthColumn(int Column, int Month, int? Year)
{
    /// <summary>1 where the month lies in the year after that of the first one, else 0.</summary>
    public int Turned { get; init; }

    /// <summary>Its place among the months of two years, to be compared.</summary>
    public int Order => (Turned * 12) + Month;

    // Years a roster can be of.
    private const int FirstYear = 2000;
    private const int LastYear = 2199;

    public string Name => NameOf(Month);

    public static string NameOf(int month) => new RosterMonth(2000, month).Name;

    /// <summary>
    /// The month a head names ("Mei", "Bulan MEI 2015", "Agt. '16", "2016-05"), or a date in the head lies in; null where it is none.
    /// </summary>
    /// <param name="head">The row the head stands in.</param>
    /// <param name="column">Its column.</param>
    /// <param name="sheet">The sheet, which knows what the number of a day means.</param>
    public static MonthColumn? Of(SheetRow head, int column, Sheet sheet) =>
        Parse(head[column], column)
        ?? (
            sheet.DateAt(head, column) is { Year: >= FirstYear and <= LastYear } date
                ? new MonthColumn(column, date.Month, date.Year)
                : null
        );

    /// <summary>The month a text names; null where it is none.</summary>
    public static MonthColumn? Parse(string text, int column)
    {
        if (IsoHead().Match(text) is { Success: true } iso)
        {
            return new MonthColumn(column, Number(iso.Groups["month"]), Number(iso.Groups["year"]));
        }

        var match = Head().Match(text);
        if (!match.Success || MonthNames.NumberOf(match.Groups["name"].Value) is not { } month)
        {
            return null;
        }

        var year = match.Groups["year"];
        return new MonthColumn(
            column,
            month,
            !year.Success ? null
                : year.Length == 2 ? 2000 + Number(year)
                : Number(year)
        );
    }

    /// <summary>The month that a head which names none may mean: "Jull", "Agutsus 2016"; null where it means something else.</summary>
    public static int? Guess(string text) =>
        Head().Match(text) is { Success: true } match ? MonthNames.Guess(match.Groups["name"].Value) : null;

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(Bulan )?(?<name>\p{L}+)\.?([ ,/.'’-]+(?<year>2[01][0-9]{2}|[0-9]{2}))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Head();

    [GeneratedRegex(
        "^(?<year>2[01][0-9]{2})-(?<month>0[1-9]|1[0-2])$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex IsoHead();
}
