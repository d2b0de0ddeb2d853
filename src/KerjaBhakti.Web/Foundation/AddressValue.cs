using System.Globalization;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Web.Foundation;

/// <summary>
/// What the address of a page says, read in one way everywhere. Taken as text: a parameter declared as a number or a key answers a mistyped
/// address with an error of the server. Days lie in the years from 2000 to 2199, so that whatever adds days, months or years to one never
/// leaves the calendar.
/// </summary>
public static class AddressValue
{
    // Nobody turns so many pages, and the database need not count that far.
    private const int LastPage = 100_000;

    /// <summary>A day, <c>2015-06-07</c>; null where the text is none of the years from 2000 to 2199.</summary>
    public static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Usual(date) : null;

    /// <summary>The same day; null where a form brought one before 2000 or after 2199.</summary>
    public static DateOnly? Usual(DateOnly? date) => date is { Year: >= 2000 and <= 2199 } ? date : null;

    /// <summary>A month, <c>2015-06</c>; null where the text is none of the years from 2000 to 2199.</summary>
    public static RosterMonth? Month(string? text) => RosterMonth.TryParse(text, out var month) ? month : null;

    /// <summary>A key; null where the text is none.</summary>
    public static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    /// <summary>A whole number from 0; null where the text is none.</summary>
    public static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The year an address asks for; another where it asks for none from 2000 to 2199.</summary>
    public static int Year(string? text, int otherwise) => Year(text) ?? otherwise;

    /// <summary>The year an address asks for; null where it asks for none from 2000 to 2199.</summary>
    public static int? Year(string? text) => Number(text) is >= 2000 and <= 2199 and var year ? year : null;

    /// <summary>The page of a list an address asks for, from 1; the first where it asks for none.</summary>
    public static int Page(string? text) => Math.Clamp(Number(text) ?? 1, 1, LastPage);
}
