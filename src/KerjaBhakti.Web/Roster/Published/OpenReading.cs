namespace KerjaBhakti.Web.Roster.Published;

/// <summary>
/// Whoever builds a page may read what everybody may read: nothing of it depends on who asks, and no cookie is looked at.
/// </summary>
internal static class OpenReading
{
    /// <summary>The policy's name.</summary>
    public const string Name = "open-reading";

    /// <summary>Adds the policy.</summary>
    public static IServiceCollection AddOpenReading(this IServiceCollection services) =>
        services.AddCors(cors =>
            cors.AddPolicy(Name, policy =>
                policy.AllowAnyOrigin().WithMethods(HttpMethods.Get, HttpMethods.Head).WithExposedHeaders("ETag")
            )
        );
}
