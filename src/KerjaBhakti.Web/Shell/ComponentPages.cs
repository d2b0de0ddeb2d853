using Microsoft.AspNetCore.Components;

namespace KerjaBhakti.Web.Shell;

/// <summary>
/// Which pages are made of MudBlazor's components: those that are interactive as a whole. They alone load its files and get its policy of
/// styles.
/// </summary>
public static class ComponentPages
{
    /// <summary>Whether the endpoint is such a page.</summary>
    public static bool IsComponentPage(this Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<RenderModeAttribute>() is not null;
}
