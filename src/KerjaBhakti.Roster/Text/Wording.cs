using System.Globalization;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Text;

/// <summary>Words that people write, and dates as sentences name them.</summary>
internal static class Wording
{
    /// <summary>The date with its weekday: "Jumat, 5 Juni 2015".</summary>
    public static string Sunday(DateOnly date) => $"{DayNames.Of(date.DayOfWeek)}, {Date(date)}";

    /// <summary>"7 Juni 2015".</summary>
    public static string Date(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {RosterMonth.Of(date).Name} {date.Year}");

    /// <summary>A text of one line that must be there.</summary>
    /// <exception cref="RosterRefusedException">It is empty or too long.</exception>
    public static string Require(string? text, int most, string what)
    {
        var tidy = Limit(Spelling.Tidy(text), most, what);
        return tidy.Length > 0 ? tidy : throw new RosterRefusedException($"{what} wajib ditulis.");
    }

    /// <summary>A text of any number of lines that may be empty. Lines stay; every other control character goes.</summary>
    /// <exception cref="RosterRefusedException">It is too long.</exception>
    public static string Lines(string? text, int most, string what) =>
        Limit(string.Join('\n', (text ?? string.Empty).ReplaceLineEndings("\n").Split('\n').Select(Spelling.Tidy)).Trim('\n'), most, what);

    private static string Limit(string text, int most, string what) =>
        text.Length <= most
            ? text
            : throw new RosterRefusedException(
                string.Create(CultureInfo.InvariantCulture, $"{what} paling panjang {most} huruf; yang Anda tulis {text.Length} huruf.")
            );
}
