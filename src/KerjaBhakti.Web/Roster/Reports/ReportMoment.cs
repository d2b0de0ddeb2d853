namespace KerjaBhakti.Web.Roster.Reports;

/// <summary>The moment of a verification as a form carries it.</summary>
internal static class ReportMoment
{
    /// <summary>The moment of so many ticks in UTC; the beginning of time, at which nothing was verified, where they are none.</summary>
    public static DateTimeOffset Read(long? ticks) =>
        ticks is { } known && known >= DateTime.MinValue.Ticks && known <= DateTime.MaxValue.Ticks
            ? new DateTimeOffset(known, TimeSpan.Zero)
            : DateTimeOffset.MinValue;
}
