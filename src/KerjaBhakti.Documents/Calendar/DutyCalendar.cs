using System.Globalization;
using System.Text;
using KerjaBhakti.Roster.Calendars;

namespace KerjaBhakti.Documents.Calendar;

/// <summary>
/// The Sundays of a position as iCalendar (RFC 5545, RFC 7986), for calendar programs that ask again and again. It names no person. The
/// same events give the same bytes: nothing in it depends on when it was asked for.
/// </summary>
public static class DutyCalendar
{
    /// <summary>Its media type (RFC 5545).</summary>
    public const string MediaType = "text/calendar";

    /// <summary>What it is sent as.</summary>
    public const string ContentType = $"{MediaType}; charset=utf-8";

    private const string Identifier = "-//KerjaBhakti//Jadwal Kerja Bhakti//ID";

    // On the Saturday at six in the evening.
    private const string Alarm = "-PT6H";

    /// <summary>A calendar to subscribe to.</summary>
    /// <param name="name">What the program calls it: the position, the kecamatan, the schedule.</param>
    /// <param name="events">Every event, cancelled ones included: programs remove what is cancelled and keep what is merely
    /// missing.</param>
    /// <param name="portal">Where the portal shows what holds.</param>
    /// <param name="withAlarms">Whether programs are asked to remind of each event the evening before.</param>
    public static byte[] Write(string name, IEnumerable<CalendarEntry> events, Uri portal, bool withAlarms = false)
    {
        var file = new StringBuilder();
        Begin(file);

        // Both names and both intervals: the newer properties, and those that widespread programs have read since before them.
        ContentLine.Append(file, $"NAME:{ContentLine.Text(name)}");
        ContentLine.Append(file, $"X-WR-CALNAME:{ContentLine.Text(name)}");
        ContentLine.Append(file, "REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        ContentLine.Append(file, "X-PUBLISHED-TTL:PT6H");
        foreach (var item in events)
        {
            Append(file, item, portal, withAlarms);
        }

        return End(file);
    }

    /// <summary>One event, to put into a calendar by hand.</summary>
    public static byte[] Write(CalendarEntry item, Uri portal)
    {
        var file = new StringBuilder();
        Begin(file);
        Append(file, item, portal, withAlarms: true);
        return End(file);
    }

    private static void Begin(StringBuilder file)
    {
        ContentLine.Append(file, "BEGIN:VCALENDAR");
        ContentLine.Append(file, "VERSION:2.0");
        ContentLine.Append(file, $"PRODID:{Identifier}");

        // No METHOD: with PUBLISH each event would have to name an organizer (RFC 5546, 3.2.1), who is a person.
        ContentLine.Append(file, "CALSCALE:GREGORIAN");
    }

    private static byte[] End(StringBuilder file)
    {
        ContentLine.Append(file, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(file.ToString());
    }

    private static void Append(StringBuilder file, CalendarEntry item, Uri portal, bool withAlarms)
    {
        var page = new Uri(portal, item.Path).AbsoluteUri;
        var authority = $"Yang berlaku adalah keterangan di portal: {page}";
        var changed = item.ChangedAt.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        ContentLine.Append(file, "BEGIN:VEVENT");
        ContentLine.Append(file, $"UID:{ContentLine.Text(item.Uid)}");
        ContentLine.Append(file, $"DTSTAMP:{changed}");
        ContentLine.Append(file, $"LAST-MODIFIED:{changed}");
        ContentLine.Append(file, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{item.Sequence}"));
        ContentLine.Append(file, $"DTSTART;VALUE=DATE:{Day(item.Date)}");

        // The end of a day is the day after (3.6.1).
        ContentLine.Append(file, $"DTEND;VALUE=DATE:{Day(item.Date.AddDays(1))}");
        ContentLine.Append(file, $"SUMMARY:{ContentLine.Text(item.Summary)}");
        ContentLine.Append(file, $"DESCRIPTION:{ContentLine.Text(item.Note.Length == 0 ? authority : $"{item.Note}\n{authority}")}");
        if (item.Place.Length > 0)
        {
            ContentLine.Append(file, $"LOCATION:{ContentLine.Text(item.Place)}");
        }

        ContentLine.Append(file, $"URL:{page}");
        ContentLine.Append(file, $"STATUS:{(item.IsCancelled ? "CANCELLED" : "CONFIRMED")}");
        ContentLine.Append(file, "TRANSP:TRANSPARENT");
        if (withAlarms && !item.IsCancelled)
        {
            ContentLine.Append(file, "BEGIN:VALARM");
            ContentLine.Append(file, "ACTION:DISPLAY");
            ContentLine.Append(file, $"DESCRIPTION:{ContentLine.Text(item.Summary)}");
            ContentLine.Append(file, $"TRIGGER:{Alarm}");
            ContentLine.Append(file, "END:VALARM");
        }

        ContentLine.Append(file, "END:VEVENT");
    }

    private static string Day(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
