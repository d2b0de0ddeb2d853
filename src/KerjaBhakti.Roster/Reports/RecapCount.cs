namespace KerjaBhakti.Roster.Reports;

/// <summary>How many duties of a recap, or of a part of one, each measure counts.</summary>
public sealed class RecapCount
{
    private readonly int[] counts = new int[Enum.GetValues<RecapMeasure>().Length];

    /// <summary>Counts duties.</summary>
    public RecapCount(IEnumerable<RecapEntry> entries)
    {
        foreach (var entry in entries)
        {
            foreach (var measure in Enum.GetValues<RecapMeasure>())
            {
                counts[(int)measure] += entry.CountsAs(measure) ? 1 : 0;
            }

            People += entry.Outcome == RecapMeasure.Attended ? entry.Report!.People ?? 0 : 0;
        }
    }

    /// <summary>How many people took part, where the row was there.</summary>
    public long People { get; }

    /// <summary>How many duties ought to have been reported by now.</summary>
    public int Due => this[RecapMeasure.Attended] + this[RecapMeasure.Absent] + this[RecapMeasure.Unreported];

    /// <summary>
    /// At how many of those that are due the row was there, in tenths of a percent, rounded half up; null where none is due.
    /// </summary>
    public int? AttendedPerMille => Due == 0 ? null : (int)(((2000L * this[RecapMeasure.Attended]) + Due) / (2L * Due));

    /// <summary>How many duties a measure counts.</summary>
    public int this[RecapMeasure measure] => counts[(int)measure];
}
