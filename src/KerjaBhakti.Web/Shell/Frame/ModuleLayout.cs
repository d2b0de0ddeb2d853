using System.Security.Claims;

namespace KerjaBhakti.Web.Shell.Frame;

/// <summary>
/// The frame of a module's work pages. A module registers its own; pages that belong to no module stand in the first that fits.
/// </summary>
/// <param name="Layout">The layout component.</param>
/// <param name="IsFor">Whether somebody works in this module and in no other.</param>
public sealed record ModuleLayout(Type Layout, Func<ClaimsPrincipal, bool> IsFor);
