using System.Globalization;

namespace KerjaBhakti.Web.Components.Shared;

/// <summary>
/// A number in the address of a page. Taken as text: a parameter declared as a number answers a mistyped address with an error of the server.
/// </summary>
public static class QueryNumber
{
    // Nobody turns so many pages, and the database need not count that far.
    private const int LastPage = 100_000;

    /// <summary>The year an address asks for; another where it asks for none from 2000 to 2199.</summary>
    public static int Year(string? text, int otherwise) => Year(text) ?? otherwise;

    /// <summary>The year an address asks for; null where it asks for none from 2000 to 2199.</summary>
    public static int? Year(string? text) => Read(text) is >= 2000 and <= 2199 and var year ? year : null;

    /// <summary>The page of a list an address asks for, from 1; the first where it asks for none.</summary>
    public static int Page(string? text) => Math.Clamp(Read(text) ?? 1, 1, LastPage);

    private static int? Read(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
