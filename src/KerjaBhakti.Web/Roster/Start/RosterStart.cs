using KerjaBhakti.Web.Shell.Palette;
using KerjaBhakti.Web.Shell.Waiting;

namespace KerjaBhakti.Web.Roster.Start;

/// <summary>What the roster brings to the start page and to Ctrl+K. The order is that in which people look at it.</summary>
public static class RosterStart
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddRosterStart(this IServiceCollection services)
    {
        services.AddSingleton<IWaitingSource, ApprovalsWaiting>();
        services.AddSingleton<IWaitingSource, MentionsWaiting>();
        services.AddSingleton<IWaitingSource, SubstitutionsWaiting>();
        services.AddSingleton<IWaitingSource, ReportsWaiting>();
        services.AddSingleton<IWaitingSource, SundaysWaiting>();
        services.AddSingleton<IWaitingSource, DraftsWaiting>();
        services.AddSingleton<IWaitingSource, AddressWaiting>();
        services.AddSingleton<IFigureSource, RosterFigures>();
        services.AddSingleton<IPaletteSource, RosterPages>();
        services.AddSingleton<IPaletteSource, RosterThings>();
        return services;
    }
}
