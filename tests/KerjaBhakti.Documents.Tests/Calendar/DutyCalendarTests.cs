using System.Text;
using KerjaBhakti.Documents.Calendar;
using KerjaBhakti.Roster.Calendars;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Documents.Tests.Calendar;

public class DutyCalendarTests
{
    private const int Position = 12;

    private static readonly Uri Portal = new("https://portal.example/");

    private static readonly IssuedAnnex Annex = new(
        Guid.CreateVersion7(),
        "Lampiran Instruksi Gubernur 118/2015",
        Seed.Annex,
        [.. Seed.Annex.Rows.Select(row => new Post(row.Number!.Value, row.Label, row.Label, WorkUnitCategory.Agency))]
    );

    [Fact]
    public void Write_TheYearOfARow_HasAnAllDayEventForEachSunday()
    {
        var events = Events(Read(DutyCalendar.Write("Badan Perpustakaan", Entries(Published([])), Portal)));

        Assert.Equal(35, events.Count);
        var first = events.Single(item => item["DTSTART;VALUE=DATE"] == "20150607");
        Assert.Equal("20150608", first["DTEND;VALUE=DATE"]);
        Assert.Equal("2015-12-20150607@kerjabhakti.invalid", first["UID"]);
        Assert.Equal("Kerja bhakti: Kecamatan Setiabudi", first["SUMMARY"]);
        Assert.Equal("Yang berlaku adalah keterangan di portal: https://portal.example/jadwal/2015/12", first["DESCRIPTION"]);
        Assert.Equal(("CONFIRMED", "0", "20150601T020000Z"), (first["STATUS"], first["SEQUENCE"], first["DTSTAMP"]));
        Assert.Equal(35, events.DistinctBy(item => item["UID"]).Count());
    }

    [Fact]
    public void Write_ACancelledSunday_SaysSoWithTheNextSequence()
    {
        var published = Published([]);
        var decision = new SundayDecision(
            new(2015, 7, 19),
            dutyStands: false,
            "Lebaran; libur, \\ dan\nlainnya",
            new("s", "Sekretariat"),
            Seed.Now
        );

        var file = DutyCalendar.Write("Badan", Entries(Published([decision], published)), Portal);

        var cancelled = Assert.Single(Events(Read(file)), item => item["STATUS"] == "CANCELLED");
        Assert.Equal(("20150719", "1"), (cancelled["DTSTART;VALUE=DATE"], cancelled["SEQUENCE"]));
        Assert.StartsWith(
            @"Ditiadakan: Lebaran\; libur\, \\ dan lainnya.\nYang berlaku",
            cancelled["DESCRIPTION"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Write_AnyText_KeepsLinesShortAndReadsBackAsItWas()
    {
        foreach (
            var name in (string[])
                [
                    "Koordinasi, Pembinaan; \\n \"Ü\"\u0007",
                    new string('é', 200),
                    string.Concat(Enumerable.Repeat("日本🗓️ ", 60)),
                    new string('a', 75),
                ]
        )
        {
            var file = DutyCalendar.Write(name, Entries(Published([])), Portal);

            Assert.Equal(
                name.Replace("\u0007", string.Empty, StringComparison.Ordinal),
                Unescape(Read(file).Single(line => line.Name == "NAME").Value)
            );
        }
    }

    [Fact]
    public void Write_TheCalendar_HasWhatTheStandardDemandsOnceAndNoPerson()
    {
        var file = DutyCalendar.Write("Badan", Entries(Published([])), Portal);
        var lines = Read(file);

        Assert.Equal("BEGIN:VCALENDAR", $"{lines[0].Name}:{lines[0].Value}");
        Assert.Equal("END:VCALENDAR", $"{lines[^1].Name}:{lines[^1].Value}");
        Assert.All(["VERSION", "PRODID", "NAME", "REFRESH-INTERVAL;VALUE=DURATION"], name =>
            Assert.Single(lines, line => line.Name == name)
        );
        Assert.Equal("2.0", lines.Single(line => line.Name == "VERSION").Value);
        Assert.DoesNotContain(lines, line => line.Name.Split(';')[0] is "METHOD" or "ORGANIZER" or "ATTENDEE" or "CONTACT");
        Assert.Equal(file, DutyCalendar.Write("Badan", Entries(Published([])), Portal));
    }

    [Fact]
    public void Write_OneEvent_IsACalendarOfItsOwn() => Assert.Single(Events(Read(DutyCalendar.Write(Entries(Published([]))[3], Portal))));

    [Fact]
    public void Write_WithAlarms_RemindsOfWhatStandsAndOfNothingElse()
    {
        var decision = new SundayDecision(new(2015, 7, 19), dutyStands: false, "Lebaran", new("s", "Sekretariat"), Seed.Now);
        var entries = Entries(Published([decision]));

        var lines = Read(DutyCalendar.Write("Badan", entries, Portal, withAlarms: true));
        Assert.Equal(34, lines.Count(line => line == ("TRIGGER", "-PT6H")));
        Assert.DoesNotContain(Read(DutyCalendar.Write("Badan", entries, Portal)), line => line.Value == "VALARM");
    }

    [Fact]
    public void Write_AnEvent_SaysWhereAndLeadsToThePageOfItsRow()
    {
        var first = Events(Read(DutyCalendar.Write("Badan", Entries(Published([])), Portal)))
            .Single(item => item["DTSTART;VALUE=DATE"] == "20150607");

        Assert.Equal(@"Kecamatan Setiabudi\, Jakarta Selatan", first["LOCATION"]);
        Assert.Equal("https://portal.example/jadwal/2015/12", first["URL"]);
    }

    private static IReadOnlyList<CalendarEntry> Entries(IReadOnlyList<PublishedEvent> events) => [.. events.Select(CalendarEntry.Of)];

    private static IReadOnlyList<PublishedEvent> Published(
        IEnumerable<SundayDecision> decisions,
        IReadOnlyList<PublishedEvent>? before = null
    )
    {
        var overlay = new Overlay(Annex, [], new SundayRegister([], decisions));
        return CalendarRevision.Between(Position, before ?? [], DutyEvent.Of(Position, Annex, overlay, Seed.Gazetteer), Seed.Now).Events;
    }

    /// <summary>
    /// The lines of a file, read by the grammar of RFC 5545 alone: every line ends with CR LF, none is longer than 75 bytes, and folding is
    /// undone in bytes.
    /// </summary>
    private static List<(string Name, string Value)> Read(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var physical = text.Split("\r\n")[..^1];
        Assert.All(physical, line => Assert.InRange(line.Length, 1, 75));
        Assert.All(physical, line => Assert.DoesNotContain(line, character => character < 0x20));

        // Each line by itself is valid text: nothing was folded within a character.
        Assert.All(physical, line => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Encoding.Latin1.GetBytes(line)));
        var unfolded = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text.Replace("\r\n ", string.Empty, StringComparison.Ordinal)));
        return
        [
            .. unfolded
                .Split("\r\n")[..^1]
                .Select(line =>
                    (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..])
                ),
        ];
    }

    private static List<Dictionary<string, string>> Events(List<(string Name, string Value)> lines)
    {
        var events = new List<Dictionary<string, string>>();
        for (var start = lines.IndexOf(("BEGIN", "VEVENT")); start >= 0; start = lines.IndexOf(("BEGIN", "VEVENT"), start + 1))
        {
            var end = lines.IndexOf(("END", "VEVENT"), start);
            var alarm = lines.IndexOf(("BEGIN", "VALARM"), start, end - start);
            events.Add(lines[(start + 1)..(alarm < 0 ? end : alarm)].ToDictionary(line => line.Name, line => line.Value)); // A property that stands twice throws here.
        }

        return events;
    }

    private static string Unescape(string value)
    {
        var text = new StringBuilder();
        for (var at = 0; at < value.Length; at++)
        {
            text.Append(
                value[at] != '\\' ? value[at]
                : value[++at] is 'n' or 'N' ? '\n'
                : value[at]
            );
        }

        return text.ToString();
    }
}
