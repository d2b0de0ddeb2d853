using KerjaBhakti.Wakatobi.Spending;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Wakatobi.Spending;

/// <summary>What the regulation leaves to the hospital about spending.</summary>
/// <param name="OverLimit">What becomes of spending beyond what its category has left.</param>
public sealed record SpendingSettings(OverLimit OverLimit)
{
    /// <summary>Reads <c>Wakatobi:OverLimit</c>: "Refused", or "DirectorDecides" where it is not set.</summary>
    /// <exception cref="PortalStartException">It says something else.</exception>
    public static SpendingSettings Read(IConfiguration configuration) =>
        configuration["Wakatobi:OverLimit"] switch
        {
            null or "" or nameof(OverLimit.DirectorDecides) => new SpendingSettings(OverLimit.DirectorDecides),
            nameof(OverLimit.Refused) => new SpendingSettings(OverLimit.Refused),
            var other => throw new PortalStartException(
                $"Pengaturan Wakatobi:OverLimit '{other}' tidak dikenal; tulis Refused atau DirectorDecides."
            ),
        };
}
