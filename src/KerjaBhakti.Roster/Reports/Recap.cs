using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Roster.Substitutions;

namespace KerjaBhakti.Roster.Reports;

/// <summary>What became of one row on one Sunday. Every planned duty has exactly one.</summary>
public enum DutyOutcome
{
    /// <summary>Ditiadakan: duty was called off.</summary>
    Cancelled,

    /// <summary>Belum tiba: the Sunday is to come.</summary>
    Upcoming,

    /// <summary>Hadir, as a report says that counts.</summary>
    Attended,

    /// <summary>Tidak hadir, as a report says that counts.</summary>
    Absent,

    /// <summary>Belum lapor: no report counts.</summary>
    Unreported,
}

/// <summary>One row on one Sunday in a recap.</summary>
/// <param name="Duty">The row and the Sunday, as they really are.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Report">Its report, whatever its standing; null where there is none.</param>
public sealed record RecapEntry(SundayDuty Duty, DutyOutcome Outcome, ActivityReport? Report)
{
    /// <summary>The city the row served in.</summary>
    public CityCode City => Duty.Duty.Kecamatan?.City ?? Duty.Duty.Region!.City;
}

/// <summary>
/// The recap of a period: what was planned and what became of it (diktum KETIGA). One list of entries, counted in several ways; whichever way, the parts sum to the
/// total, because each entry falls into exactly one part.
/// </summary>
public sealed class Recap
{
    private Recap(IReadOnlyList<RecapEntry> entries)
    {
        Entries = entries;
        Total = RecapCount.Of(entries);
    }

    /// <summary>Every planned duty, in order of date and row.</summary>
    public IReadOnlyList<RecapEntry> Entries { get; }

    /// <summary>All counted together.</summary>
    public RecapCount Total { get; }

    /// <summary>Counts what was planned.</summary>
    /// <param name="duties">The duties of the period, each once; where an annex was replaced within it, those of each annex on its days.</param>
    /// <param name="reports">The reports about them; others are left out.</param>
    /// <param name="today">The date in Jakarta.</param>
    public static Recap Of(IEnumerable<SundayDuty> duties, IEnumerable<ActivityReport> reports, DateOnly today)
    {
        var known = reports.ToDictionary(report => (report.ScheduleId, report.Row, report.Sunday));
        return new Recap(
        [
            .. from duty in duties
               orderby duty.Date, duty.Row
               let report = known.GetValueOrDefault((duty.ScheduleId, duty.Row, duty.Date))
               select new RecapEntry(duty, OutcomeOf(duty, report, today), report),
        ]);
    }

    /// <summary>By row. The rows of two annexes are not the same rows.</summary>
    public IReadOnlyList<RecapPart<(Guid ScheduleId, int Row)>> ByRow() => By(entry => (entry.Duty.ScheduleId, entry.Duty.Row));

    /// <summary>By kind of work unit; null for rows without a post.</summary>
    public IReadOnlyList<RecapPart<WorkUnitCategory?>> ByCategory() => By(entry => entry.Duty.Post?.Category);

    /// <summary>By kecamatan; null for region rows, which serve a whole city.</summary>
    public IReadOnlyList<RecapPart<KecamatanCode?>> ByKecamatan() => By(entry => entry.Duty.Duty.Kecamatan);

    /// <summary>By city.</summary>
    public IReadOnlyList<RecapPart<CityCode>> ByCity() => By(entry => entry.City);

    /// <summary>By Sunday.</summary>
    public IReadOnlyList<RecapPart<DateOnly>> BySunday() => By(entry => entry.Duty.Date);

    private static DutyOutcome OutcomeOf(SundayDuty duty, ActivityReport? report, DateOnly today) =>
        duty.IsCancelled ? DutyOutcome.Cancelled
        : duty.Date > today ? DutyOutcome.Upcoming
        : report is not { Counts: true } ? DutyOutcome.Unreported
        : report.Content.Attended == true ? DutyOutcome.Attended
        : DutyOutcome.Absent;

    private IReadOnlyList<RecapPart<TKey>> By<TKey>(Func<RecapEntry, TKey> key) =>
        [.. Entries.GroupBy(key).OrderBy(group => group.Key).Select(group => new RecapPart<TKey>(group.Key, RecapCount.Of([.. group]), [.. group]))];
}

/// <summary>A part of a recap.</summary>
/// <param name="Key">What the part is about.</param>
/// <param name="Count">What it counts.</param>
/// <param name="Entries">What is counted, so that each figure leads to the reports behind it.</param>
public sealed record RecapPart<TKey>(TKey Key, RecapCount Count, IReadOnlyList<RecapEntry> Entries);

/// <summary>What a part of a recap counts. <see cref="Planned"/> is the sum of the five outcomes; the others are counts within them.</summary>
/// <param name="Cancelled">On how many duty was called off.</param>
/// <param name="Upcoming">How many are to come.</param>
/// <param name="Attended">On how many the row was there.</param>
/// <param name="Absent">On how many it was not.</param>
/// <param name="Unreported">On how many nobody has reported.</param>
/// <param name="Substituted">On how many another position served or is to serve.</param>
/// <param name="Late">How many reports that count came late.</param>
/// <param name="Verified">How many reports are verified.</param>
/// <param name="People">How many people took part, where the row was there.</param>
public sealed record RecapCount(int Cancelled, int Upcoming, int Attended, int Absent, int Unreported, int Substituted, int Late, int Verified, long People)
{
    /// <summary>How many duties the annex planned.</summary>
    public int Planned => Cancelled + Upcoming + Attended + Absent + Unreported;

    internal static RecapCount Of(IReadOnlyList<RecapEntry> entries)
    {
        int Count(DutyOutcome outcome) => entries.Count(entry => entry.Outcome == outcome);
        var counted = entries.Where(entry => entry.Outcome is DutyOutcome.Attended or DutyOutcome.Absent).ToList();
        return new RecapCount(
            Count(DutyOutcome.Cancelled),
            Count(DutyOutcome.Upcoming),
            Count(DutyOutcome.Attended),
            Count(DutyOutcome.Absent),
            Count(DutyOutcome.Unreported),
            entries.Count(entry => entry.Duty.IsSubstituted),
            counted.Count(entry => entry.Report!.IsLate),
            counted.Count(entry => entry.Report!.Status == ReportStatus.Verified),
            counted.Where(entry => entry.Outcome == DutyOutcome.Attended).Sum(entry => (long)(entry.Report!.Content.People ?? 0)));
    }
}
