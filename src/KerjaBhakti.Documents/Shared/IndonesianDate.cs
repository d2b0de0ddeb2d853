using System.Globalization;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Documents.Shared;

/// <summary>Dates as a document writes them.</summary>
internal static class IndonesianDate
{
    /// <summary>Day, month in words, year: "1 Juni 2015".</summary>
    public static string InWords(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {RosterMonth.Of(date).Name} {date.Year}");

    /// <summary>The first moment of a day where the institution is.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => Served.Institution.Time.StartOf(date);
}
