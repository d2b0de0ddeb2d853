using KerjaBhakti.Web.Shell.Palette;
using KerjaBhakti.Web.Shell.Waiting;

namespace KerjaBhakti.Web.Wakatobi.Start;

/// <summary>What the claim fund brings to the start page and to Ctrl+K.</summary>
public static class FundStart
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddFundStart(this IServiceCollection services)
    {
        services.AddSingleton<IWaitingSource, FundDecisionsWaiting>();
        services.AddSingleton<IWaitingSource, ClaimsWaiting>();
        services.AddSingleton<IWaitingSource, FeesWaiting>();
        services.AddSingleton<IWaitingSource, MonthsWaiting>();
        services.AddSingleton<IWaitingSource, ReportsWaiting>();
        services.AddSingleton<IFigureSource, FundFigures>();
        services.AddSingleton<IPaletteSource, FundPages>();
        services.AddSingleton<IPaletteSource, FundThings>();
        return services;
    }
}
