using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Institutions;

namespace KerjaBhakti.Roster.Schedules;

/// <summary>Who serves where on one Sunday: one row of an annex and its place that day.</summary>
/// <param name="Row">The row.</param>
/// <param name="Date">The Sunday.</param>
/// <param name="Kecamatan">The kecamatan of a rotating row; null for a region row, and where the cell names none.</param>
public sealed record Duty(AnnexRow Row, DateOnly Date, KecamatanCode? Kecamatan)
{
    /// <summary>The city of a region row; null for a rotating row.</summary>
    public AnnexRegion? Region => Row.Region;

    /// <summary>
    /// Every duty of an annex on a Sunday, in the order of the rows; a row whose cell names no kecamatan is left out. Empty where the
    /// Sunday lies outside the period.
    /// </summary>
    /// <exception cref="ArgumentException">The date has another weekday than that of duty (diktum KESATU of Instruction 118/2015:
    /// Sunday).</exception>
    public static IReadOnlyList<Duty> On(Annex annex, DateOnly sunday)
    {
        if (!Served.Institution.DutyDay.Is(sunday))
        {
            throw new ArgumentException($"{sunday:O} is no day of duty.", nameof(sunday));
        }

        if (sunday.Year is < 2000 or > 2199 || !annex.Period.Contains(RosterMonth.Of(sunday)))
        {
            return [];
        }

        var month = annex.Period.IndexOf(RosterMonth.Of(sunday));
        return
        [
            .. annex
                .Rows.Select(row => new Duty(row, sunday, row.Cells[month].Kecamatan))
                .Where(duty => duty.Row.IsRegion || duty.Kecamatan is not null),
        ];
    }

    /// <summary>The first day of duty on or after a date.</summary>
    public static DateOnly NextSunday(DateOnly date) => Served.Institution.DutyDay.OnOrAfter(date);
}
