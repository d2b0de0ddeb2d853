namespace KerjaBhakti.Web.Foundation;

/// <summary>The hospital's clock: Central Indonesian time (WITA), which has been UTC+8 without daylight saving since 1964.</summary>
public sealed class WitaClock(TimeProvider time)
{
    private static readonly TimeZoneInfo Wita = TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Makassar", out var zone)
        ? zone
        : TimeZoneInfo.CreateCustomTimeZone("WITA", TimeSpan.FromHours(8), "WITA", "WITA");

    /// <summary>This moment, with the offset of WITA.</summary>
    public DateTimeOffset Now => InWita(time.GetUtcNow());

    /// <summary>The date in Wakatobi, which is a day ahead of UTC from 16.00 UTC on.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>The moment a day begins in Wakatobi.</summary>
    public static DateTimeOffset StartOf(DateOnly day) =>
        new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified), Wita), TimeSpan.Zero);

    /// <summary>The same moment with the offset of WITA.</summary>
    public static DateTimeOffset InWita(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Wita);
}
