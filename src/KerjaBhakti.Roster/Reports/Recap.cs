using KerjaBhakti.Roster.Substitutions;

namespace KerjaBhakti.Roster.Reports;

/// <summary>One row on one Sunday in a recap.</summary>
/// <param name="Duty">The row and the Sunday, as they really are.</param>
/// <param name="Outcome">What became of it: cancelled, upcoming, attended, absent or unreported.</param>
/// <param name="Report">Its report, whatever its standing; null where there is none.</param>
public sealed record RecapEntry(SundayDuty Duty, RecapMeasure Outcome, ReportLine? Report)
{
    /// <summary>Whether a measure counts it.</summary>
    public bool CountsAs(RecapMeasure measure) =>
        measure switch
        {
            RecapMeasure.Planned => true,
            RecapMeasure.Substituted => Duty.IsSubstituted,
            RecapMeasure.Late => IsReported && Report!.IsLate,
            RecapMeasure.Verified => IsReported && Report!.Status == ReportStatus.Verified,
            _ => measure == Outcome,
        };

    private bool IsReported => Outcome is RecapMeasure.Attended or RecapMeasure.Absent;
}

/// <summary>
/// The recap of a period: what was planned and what became of it (diktum KETIGA). One list of entries, counted in several ways; whichever
/// way, the parts sum to the total, because each entry falls into exactly one part.
/// </summary>
public sealed class Recap
{
    private Recap(IReadOnlyList<RecapEntry> entries)
    {
        Entries = entries;
        Total = new RecapCount(entries);
    }

    /// <summary>Every planned duty, in order of date and row.</summary>
    public IReadOnlyList<RecapEntry> Entries { get; }

    /// <summary>All counted together.</summary>
    public RecapCount Total { get; }

    /// <summary>Counts what was planned.</summary>
    /// <param name="duties">The duties of the period, each once; where an annex was replaced within it, those of each annex on its
    /// days.</param>
    /// <param name="reports">The reports about them; others are left out.</param>
    /// <param name="today">The local date.</param>
    public static Recap Of(IEnumerable<SundayDuty> duties, IEnumerable<ReportLine> reports, DateOnly today)
    {
        var known = reports.ToDictionary(report => (report.ScheduleId, report.Row, report.Sunday));
        return new Recap([
            .. from duty in duties
            orderby duty.Date, duty.Row
            let report = known.GetValueOrDefault((duty.ScheduleId, duty.Row, duty.Date))
            select new RecapEntry(duty, OutcomeOf(duty, report, today), report),
        ]);
    }

    /// <summary>By Sunday.</summary>
    public IReadOnlyList<RecapPart<RecapSlice.OfSunday>> BySunday() => By(entry => entry.Duty.Date, date => new RecapSlice.OfSunday(date));

    /// <summary>By city.</summary>
    public IReadOnlyList<RecapPart<RecapSlice.OfCity>> ByCity() => By(entry => entry.Duty.City, city => new RecapSlice.OfCity(city));

    /// <summary>By kecamatan.</summary>
    public IReadOnlyList<RecapPart<RecapSlice.OfKecamatan>> ByKecamatan() =>
        By(entry => entry.Duty.Duty.Kecamatan, code => new RecapSlice.OfKecamatan(code));

    /// <summary>By kind of work unit.</summary>
    public IReadOnlyList<RecapPart<RecapSlice.OfCategory>> ByCategory() =>
        By(entry => entry.Duty.Post?.Category, category => new RecapSlice.OfCategory(category));

    /// <summary>By row of each annex.</summary>
    public IReadOnlyList<RecapPart<RecapSlice.OfRow>> ByRow() =>
        By(entry => (entry.Duty.ScheduleId, entry.Duty.Row), key => new RecapSlice.OfRow(key.ScheduleId, key.Row));

    private static RecapMeasure OutcomeOf(SundayDuty duty, ReportLine? report, DateOnly today) =>
        duty.IsCancelled ? RecapMeasure.Cancelled
        : duty.Date > today ? RecapMeasure.Upcoming
        : report is not { Counts: true } ? RecapMeasure.Unreported
        : report.Attended == true ? RecapMeasure.Attended
        : RecapMeasure.Absent;

    private IReadOnlyList<RecapPart<TSlice>> By<TKey, TSlice>(Func<RecapEntry, TKey> key, Func<TKey, TSlice> slice)
        where TSlice : RecapSlice =>
        [
            .. Entries
                .GroupBy(key)
                .OrderBy(group => group.Key)
                .Select(group => new RecapPart<TSlice>(slice(group.Key), group.First(), new RecapCount(group))),
        ];
}

/// <summary>A part of a recap.</summary>
/// <param name="Slice">What the part is about.</param>
/// <param name="First">The first entry in it, which names a row as the annex does.</param>
/// <param name="Count">What it counts.</param>
public sealed record RecapPart<TSlice>(TSlice Slice, RecapEntry First, RecapCount Count)
    where TSlice : RecapSlice;
