using System.Globalization;
using KerjaBhakti.Roster.Institutions;

namespace KerjaBhakti.Web.Foundation;

/// <summary>The portal's clock as people of the institution read it. Indonesia has no daylight saving time.</summary>
public sealed class PortalClock(TimeProvider time)
{
    /// <summary>What stands behind a time of day: "WIB".</summary>
    public static string Zone => Served.Institution.Time.Abbreviation;

    /// <summary>This moment, with the offset of the institution's clock.</summary>
    public DateTimeOffset Now => Local(time.GetUtcNow());

    /// <summary>The local date, which is a day ahead of UTC for the last seven to nine hours of the UTC day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>The moment a local day begins, in UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => Served.Institution.Time.StartOf(day).ToUniversalTime();

    /// <summary>The same moment with the offset of the institution's clock.</summary>
    public static DateTimeOffset Local(DateTimeOffset moment) => Served.Institution.Time.Of(moment);
}

/// <summary>A clock that runs at the usual speed, some time ahead of or behind the real one.</summary>
public sealed class ShiftedTimeProvider(TimeSpan shift) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
}

/// <summary>Registers the clock.</summary>
public static class PortalClockSetup
{
    private static readonly TimeSpan Morning = TimeSpan.FromHours(6);
    private static readonly TimeSpan Daytime = TimeSpan.FromHours(12);

    /// <summary>
    /// Adds <see cref="TimeProvider"/> and <see cref="PortalClock"/>. In Development <c>Portal:Today</c> (2015-06-05) moves both to the
    /// daytime of that date, from 06.00 to 18.00 local time at the start, for demonstrations and tests; elsewhere the setting is ignored,
    /// so that no server in service can be set back by accident.
    /// </summary>
    /// <exception cref="PortalStartException"><c>Portal:Today</c> is set in Development and is no date of the form 2015-06-05.</exception>
    public static IServiceCollection AddPortalClock(
        this IServiceCollection services,
        IConfiguration configuration,
        IHostEnvironment environment
    )
    {
        var time =
            environment.IsDevelopment() && configuration["Portal:Today"] is { Length: > 0 } today
                ? new ShiftedTimeProvider(ShiftTo(today))
                : TimeProvider.System;
        return services.AddSingleton(time).AddSingleton<PortalClock>();
    }

    private static TimeSpan ShiftTo(string text)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var today))
        {
            throw new PortalStartException($"Portal__Today berisi '{text}'; tulis tanggal seperti 2015-06-05.");
        }

        // Daytime, because late in the evening it is the next day in Wakatobi already, and soon here too. It goes on with the real time,
        // so that a portal that is started again does not go back, but for twice a day.
        var real = TimeProvider.System.GetUtcNow();
        return PortalClock.StartOf(today) + Morning + TimeSpan.FromTicks(real.TimeOfDay.Ticks % Daytime.Ticks) - real;
    }
}
