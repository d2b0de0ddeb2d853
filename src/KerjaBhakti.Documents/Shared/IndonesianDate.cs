using System.Globalization;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Documents.Shared;

/// <summary>Dates as a document writes them.</summary>
internal static class IndonesianDate
{
    /// <summary>Day, month in words, year: "1 Juni 2015".</summary>
    public static string InWords(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {RosterMonth.Of(date).Name} {date.Year}");

    /// <summary>The first moment of a day in Jakarta, seven hours ahead of UTC all year.</summary>
    public static DateTimeOffset StartInJakarta(DateOnly date) => new(date, TimeOnly.MinValue, TimeSpan.FromHours(7));
}
