using System.Globalization;
using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Roster.Text;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Roster.Duties;

/// <summary>
/// Substitutions in words, and the Sundays they are about as addresses and forms carry them: 2015-06-07, or 2015-06 for a whole month.
/// </summary>
public static class SubstitutionText
{
    /// <summary>Reads a Sunday or a month; null where the text is neither.</summary>
    public static DutySpan? ReadSpan(string? text) =>
        AddressValue.Date(text) is { } date ? new DutySpan.OneSunday(date)
        : AddressValue.Month(text) is { } month ? new DutySpan.WholeMonth(month)
        : null;

    /// <summary>"2015-06-07".</summary>
    public static string Write(DateOnly sunday) => sunday.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>"Minggu, 7 Juni 2015", or several Sundays as "Minggu, 7, 14, dan 21 Juni 2015": each month once.</summary>
    public static string Sundays(IEnumerable<DateOnly> sundays) =>
        $"{DayNames.Of(Served.Institution.DutyDay.Weekday)}, "
        + Indonesian.List([
            .. sundays
                .Distinct()
                .Order()
                .GroupBy(RosterMonth.Of)
                .Select(month =>
                    $"{Indonesian.List([.. month.Select(day => day.Day.ToString(CultureInfo.InvariantCulture))])} {Indonesian.Month(month.Key)}"
                ),
        ]);

    /// <summary>What is agreed, in one line: "Kepala Biro Umum digantikan Kepala Biro Hukum".</summary>
    public static string Title(Substitution substitution, IssuedAnnex annex)
    {
        var first = substitution.Turns.MinBy(turn => turn.Row)!;
        var other = substitution.Turns.FirstOrDefault(turn => turn.Row != first.Row);
        return other is null
            ? $"{NameOf(annex, first.Row)} digantikan {first.Substitute}"
            : $"{NameOf(annex, first.Row)} bertukar tugas dengan {NameOf(annex, other.Row)}";
    }

    /// <summary>What the audit trail calls it, by rows and Sundays: names would outgrow its column.</summary>
    public static string Caption(Substitution substitution)
    {
        var rows = substitution.Turns.Select(turn => turn.Row).Distinct().Order().ToList();
        var kind = substitution.Kind == SubstitutionKind.Swap ? "tukar tugas" : "penggantian";
        return $"{kind} baris {Indonesian.List([.. rows.Select(row => row.ToString(CultureInfo.InvariantCulture))])} "
            + $"({Sundays(substitution.Turns.Select(turn => turn.Sunday))})";
    }

    /// <summary>
    /// Where a duty is: "Kecamatan Kebon Jeruk, Jakarta Barat", or the city of a region row; empty where there is no duty.
    /// </summary>
    public static string Place(Duty? duty, Gazetteer gazetteer) =>
        duty switch
        {
            { Kecamatan: { } kecamatan } => $"Kecamatan {gazetteer[kecamatan].Name}, {gazetteer[kecamatan.City].ShortName}",
            { Region: { } region } => region.AsPrinted,
            _ => string.Empty,
        };

    /// <summary>A row by its post, or by its label where it has none.</summary>
    public static string NameOf(IssuedAnnex annex, int row) => annex.PostOf(row)?.Name ?? annex.RowWith(row)?.Label ?? $"Baris {row}";
}
