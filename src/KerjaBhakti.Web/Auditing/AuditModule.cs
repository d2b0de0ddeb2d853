namespace KerjaBhakti.Web.Auditing;

/// <summary>The audit trail as the host takes it in.</summary>
internal static class AuditModule
{
    /// <summary>Adds the trail and, where settings say so, the way of its end out of the machine.</summary>
    public static void AddAuditing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<RefusalCounts>();
        var end = TrailEndSettings.Read(configuration);
        services.AddSingleton(end);
        services.AddSingleton<TrailEndRound>();
        if (end.IsOn)
        {
            services.AddHostedService<TrailEndJob>();
        }
    }
}
