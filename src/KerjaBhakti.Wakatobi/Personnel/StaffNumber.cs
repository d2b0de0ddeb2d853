using System.Globalization;
using System.Text.RegularExpressions;

namespace KerjaBhakti.Wakatobi.Personnel;

/// <summary>The hospital's own number of a person, as it is compared and as a spreadsheet spoils it.</summary>
public static partial class StaffNumber
{
    /// <summary>The longest number, in characters.</summary>
    public const int MostCharacters = 50;

    /// <summary>
    /// The number as it is compared: without spaces, apostrophes and what takes no room, and a number of digits alone without
    /// the zeros in front that a spreadsheet loses. So nobody is paid twice under one number written in two ways.
    /// </summary>
    public static string KeyOf(string number)
    {
        var key = string.Concat(
            number.Where(character =>
                !char.IsWhiteSpace(character)
                && character is not ('\'' or '\u2018' or '\u2019' or '`')
                && char.GetUnicodeCategory(character) is not (UnicodeCategory.Format or UnicodeCategory.Control)
            )
        );
        return key.Length > 1 && key.All(char.IsAsciiDigit)
            ? key.TrimStart('0') is { Length: > 0 } digits
                ? digits
                : "0"
            : key;
    }

    /// <summary>Whether a spreadsheet has rounded the number, so that nobody can tell what it was: <c>1,96804E+17</c>.</summary>
    public static bool IsRounded(string number) => Rounded().IsMatch(number.Trim());

    [GeneratedRegex(
        "^[0-9]([.,][0-9]+)?E[+]?[0-9]{1,3}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Rounded();
}
