using System.Globalization;
using KerjaBhakti.Roster.Calendars;

namespace KerjaBhakti.Documents.Calendar;

/// <summary>An event as a calendar file holds it.</summary>
/// <param name="Uid">Its identity.</param>
/// <param name="Date">The day.</param>
/// <param name="Summary">The line in the calendar.</param>
/// <param name="IsCancelled">Whether there is nothing to go to.</param>
/// <param name="Sequence">How often it has changed.</param>
/// <param name="ChangedAt">When it was last changed.</param>
public sealed record CalendarEntry(string Uid, DateOnly Date, string Summary, bool IsCancelled, int Sequence, DateTimeOffset ChangedAt)
{
    /// <summary>What else there is to know; may be empty.</summary>
    public string Note { get; init; } = string.Empty;

    /// <summary>Where it is; may be empty.</summary>
    public string Place { get; init; } = string.Empty;

    /// <summary>The page of it in the portal, without the host.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>An event of a position, which leads to the page of its row.</summary>
    public static CalendarEntry Of(PublishedEvent item) =>
        new(item.Uid, item.Date, item.Summary, item.IsCancelled, item.Sequence, item.ChangedAt)
        {
            Note = item.Note,
            Place = item.Place,
            Path = string.Create(CultureInfo.InvariantCulture, $"jadwal/{item.Date.Year}/{DutyEvent.RowOf(item.Uid)}"),
        };
}
