using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Roster.Reminders;

/// <summary>
/// Makes a round every ten minutes, the first ten minutes after the start. What goes wrong in one is told in the log; the next one comes
/// all the same.
/// </summary>
public sealed class ReminderJob(ReminderRound reports, WaitingRound waiting, PortalClock clock, TimeProvider time, ILogger<ReminderJob> log)
    : BackgroundService
{
    /// <summary>The time from one round to the next, in minutes.</summary>
    public const int Minutes = 10;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(Minutes), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync(reports.RunAsync, stoppingToken);
            await TryAsync(waiting.RunAsync, stoppingToken);
        }
    }

    // What goes wrong with the one does not keep back the other.
    private async Task TryAsync(Func<DateTimeOffset, CancellationToken, Task> round, CancellationToken stoppingToken)
    {
        try
        {
            await round(clock.Now, stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError(failure, "A round of reminders ended early.");
        }
    }
}
