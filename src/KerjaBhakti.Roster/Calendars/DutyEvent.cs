using System.Globalization;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Substitutions;

namespace KerjaBhakti.Roster.Calendars;

/// <summary>One Sunday of one position, as a calendar is to show it.</summary>
/// <param name="Uid">Its identity, the same for as long as the annex is in force: year, row, date.</param>
/// <param name="Date">The Sunday.</param>
/// <param name="Summary">The line in the calendar.</param>
/// <param name="Note">What else there is to know; may be empty. Names no person and no way to reach one.</param>
/// <param name="IsCancelled">Whether there is nothing to go to: duty was called off, or another position serves.</param>
public sealed record DutyEvent(string Uid, DateOnly Date, string Summary, string Note, bool IsCancelled)
{
    /// <summary>Where it is, as an address: "Kecamatan Kebon Jeruk, Jakarta Barat"; empty where it is not known any more.</summary>
    public string Place { get; init; } = string.Empty;

    /// <summary>
    /// What makes the identities of this portal unlike those of others (RFC 7986, 5.3): the identity of its institution.
    /// </summary>
    public static string UidSuffix => Served.Institution.Id;

    /// <summary>The identity of the Sunday of a row, in the calendar of the row's own position.</summary>
    public static string UidOf(int row, DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Year}-{row}-{date:yyyyMMdd}@{UidSuffix}");

    /// <summary>The identity of the Sunday of a row, in the calendar of a position that serves in its place.</summary>
    public static string UidOf(int row, DateOnly date, int substitute) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Year}-{row}-{date:yyyyMMdd}-{substitute}@{UidSuffix}");

    /// <summary>The row of whose Sunday this is the identity.</summary>
    public static int RowOf(string uid) => int.Parse(uid.Split('-')[1], CultureInfo.InvariantCulture);

    /// <summary>
    /// The events of a position over the whole annex, in order of date: every Sunday of its own rows, and the Sundays on which it serves
    /// for another row.
    /// </summary>
    public static IReadOnlyList<DutyEvent> Of(int position, IssuedAnnex annex, Overlay overlay, Gazetteer gazetteer)
    {
        var own = annex.RowsOf(position).ToHashSet();
        var period = annex.Annex.Period;
        return
        [
            .. from duty in overlay.Between(period.First.FirstDay, period.Last.FirstDay.AddMonths(1).AddDays(-1))
            where own.Contains(duty.Row) || duty.Turn?.SubstituteId == position
            orderby duty.Date, own.Contains(duty.Row) descending, duty.Row
            select own.Contains(duty.Row) ? OfOwn(duty, gazetteer) : OfAnother(position, duty, gazetteer),
        ];
    }

    private static DutyEvent OfOwn(SundayDuty duty, Gazetteer gazetteer)
    {
        var place = PlaceOf(duty.Duty, gazetteer);
        var uid = UidOf(duty.Row, duty.Date);
        var held =
            duty.IsCancelled ? new DutyEvent(uid, duty.Date, $"Ditiadakan: kerja bhakti {place}", Cancellation(duty), IsCancelled: true)
            : duty.Turn is { } turn
                ? new DutyEvent(
                    uid,
                    duty.Date,
                    $"Digantikan: kerja bhakti {place}",
                    $"Digantikan oleh {turn.Substitute}.",
                    IsCancelled: true
                )
            : new DutyEvent(uid, duty.Date, $"Kerja bhakti: {place}", HolidayNote(duty), IsCancelled: false);
        return held with { Place = gazetteer.PlaceOf(duty) };
    }

    private static DutyEvent OfAnother(int position, SundayDuty duty, Gazetteer gazetteer) =>
        new(
            UidOf(duty.Row, duty.Date, position),
            duty.Date,
            $"{(duty.IsCancelled ? "Ditiadakan" : "Kerja bhakti")}: {PlaceOf(duty.Duty, gazetteer)} (menggantikan {duty.Duty.Row.Label})",
            duty.IsCancelled ? Cancellation(duty) : HolidayNote(duty),
            duty.IsCancelled
        )
        {
            Place = gazetteer.PlaceOf(duty),
        };

    private static string PlaceOf(Duty duty, Gazetteer gazetteer) =>
        duty.Kecamatan is { } kecamatan ? $"Kecamatan {gazetteer[kecamatan].Name}" : gazetteer[duty.Region!.City].Name;

    private static string Cancellation(SundayDuty duty) => $"Ditiadakan: {duty.Sunday.Decision!.Reason}.";

    private static string HolidayNote(SundayDuty duty) =>
        duty.Sunday.Holidays.Count == 0
            ? string.Empty
            : $"Hari libur: {string.Join(", ", duty.Sunday.Holidays.Select(holiday => holiday.Name))}.";
}
