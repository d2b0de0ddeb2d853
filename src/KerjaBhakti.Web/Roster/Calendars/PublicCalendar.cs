using System.Globalization;
using KerjaBhakti.Documents.Calendar;
using KerjaBhakti.Roster.Calendars;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Sundays;
using KerjaBhakti.Web.Roster.Published;

namespace KerjaBhakti.Web.Roster.Calendars;

/// <summary>
/// The Sundays of a kecamatan and of a whole annex as calendar programs are given them: an event for each Sunday, that says who comes. It
/// names posts, never a person, and asks the database nothing.
/// </summary>
public sealed class PublicCalendar(PublishedSchedules schedules, PublishedDuties duties, PublicationStamp stamp, Gazetteer gazetteer)
{
    /// <summary>Every Sunday of the annexes in force on which somebody comes to a kecamatan.</summary>
    public async Task<IReadOnlyList<CalendarEntry>> OfAsync(Kecamatan kecamatan, CancellationToken cancellationToken)
    {
        var entries = new List<CalendarEntry>();
        foreach (var schedule in await schedules.AllAsync(cancellationToken))
        {
            var overlay = await duties.OfAsync(schedule.Id, cancellationToken);
            var version = await stamp.ReadAsync(cancellationToken);
            entries.AddRange(
                from sunday in SundaysOf(schedule)
                let rows = Duty.On(schedule.Annex, sunday)
                    .Where(duty => duty.Kecamatan == kecamatan.Code || duty.Region?.City == kecamatan.Code.City)
                    .Select(duty => duty.Row)
                    .ToList()
                where rows.Count > 0
                select EntryOf(
                    $"{kecamatan.Code}-{Day(sunday)}",
                    sunday,
                    $"Kecamatan {kecamatan.Name}",
                    [.. rows.Select(row => LineOf(row, overlay, sunday))],
                    overlay.On(sunday),
                    schedule,
                    version
                ) with
                {
                    Place = $"Kecamatan {kecamatan.Name}, {gazetteer[kecamatan.Code.City].ShortName}",
                    Path = $"kecamatan/{kecamatan.Code}",
                }
            );
        }

        return entries;
    }

    /// <summary>Every Sunday of the annex in force of a year; empty where there is none.</summary>
    public async Task<IReadOnlyList<CalendarEntry>> OfYearAsync(int year, CancellationToken cancellationToken)
    {
        if (await schedules.OfYearAsync(year, cancellationToken) is not { } schedule)
        {
            return [];
        }

        var overlay = await duties.OfAsync(schedule.Id, cancellationToken);
        var version = await stamp.ReadAsync(cancellationToken);
        return
        [
            .. SundaysOf(schedule)
                .Select(sunday =>
                    EntryOf(
                        string.Create(CultureInfo.InvariantCulture, $"{year}-{Day(sunday)}"),
                        sunday,
                        $"{Duty.On(schedule.Annex, sunday).Select(duty => duty.Kecamatan).OfType<KecamatanCode>().Distinct().Count()} kecamatan",
                        [
                            .. Duty.On(schedule.Annex, sunday)
                                .OrderBy(duty => duty.Kecamatan?.ToString() ?? $"{duty.Region?.City}")
                                .Select(duty => $"{PlaceOf(duty)}: {LineOf(duty.Row, overlay, sunday)}"),
                        ],
                        overlay.On(sunday),
                        schedule,
                        version
                    ) with
                    {
                        Path = string.Create(CultureInfo.InvariantCulture, $"?tanggal={sunday:yyyy-MM-dd}"),
                    }
                ),
        ];
    }

    private static IEnumerable<DateOnly> SundaysOf(PublishedSchedule schedule) =>
        schedule.Annex.Period.Months.SelectMany(month => month.Sundays());

    private static string LineOf(AnnexRow row, PublishedOverlay overlay, DateOnly sunday) =>
        overlay.Of(row.Number, sunday)?.Substitute is { } substitute ? $"{substitute} (menggantikan {row.Label})" : row.Label;

    private static CalendarEntry EntryOf(
        string key,
        DateOnly sunday,
        string where,
        IReadOnlyList<string> lines,
        SundayStanding standing,
        PublishedSchedule schedule,
        long version
    ) =>
        new(
            $"{key}@{DutyEvent.UidSuffix}",
            sunday,
            $"{(standing.IsCancelled ? "Ditiadakan: kerja bhakti" : "Kerja bhakti:")} {where}",
            standing.IsCancelled,
            // What was given out is not kept for these, so every change of anything published counts: it only ever rises.
            (int)Math.Min(version, int.MaxValue),
            Served.Institution.Time.StartOf(schedule.Instruction.IssuedOn)
        )
        {
            Note = standing.IsCancelled ? $"Ditiadakan: {standing.Decision!.Reason}." : string.Join('\n', lines),
        };

    private static string Day(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private string PlaceOf(Duty duty) =>
        duty.Kecamatan is { } code ? gazetteer[code].Name
        : duty.Region is { } region ? gazetteer[region.City].ShortName
        : "Tanpa tempat";
}
