using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Roster.Published;

/// <summary>
/// Which Instruction a public page goes by ("Dasar"): the one in force on the day the page is about. A page about an Instruction goes by
/// that one, a page about a year by the annex in force of it, any other by the annex in force today.
/// </summary>
public sealed class PageBasis(PublishedSchedules schedules, PortalClock clock)
{
    /// <summary>The annex a page goes by; null where none was ever issued.</summary>
    /// <param name="path">The path of the page, as it was asked for.</param>
    /// <param name="query">What its address asks for besides.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async ValueTask<PublishedSchedule?> OfAsync(PathString path, IQueryCollection query, CancellationToken cancellationToken)
    {
        var parts = (path.Value ?? string.Empty).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var named = parts switch
        {
            ["instruksi", var year, var number, ..] when AddressValue.Year(year) is { } y && AddressValue.Number(number) is { } n =>
                await schedules.OfInstructionAsync(y, n, cancellationToken),
            ["jadwal", var year, ..] when AddressValue.Year(year) is { } y => await schedules.OfYearAsync(y, cancellationToken),
            [] when SundayQuery.Read(query["tanggal"], query["bulan"], clock.Today) is { Sunday: { } sunday } => await schedules.OnAsync(
                sunday,
                cancellationToken
            ),
            [] when SundayQuery.Read(query["tanggal"], query["bulan"], clock.Today) is { Month: { } month } => await schedules.OfMonthAsync(
                month,
                cancellationToken
            ),
            _ => null,
        };
        if (named is not null)
        {
            return named;
        }

        if (await schedules.OnAsync(clock.Today, cancellationToken) is { } today)
        {
            return today;
        }

        // Newest first: the last one before today, else the nearest to come.
        var all = await schedules.AllAsync(cancellationToken);
        return all.FirstOrDefault(schedule => schedule.Annex.Period.Year <= clock.Today.Year) ?? (all.Count > 0 ? all[^1] : null);
    }
}
