using System.Security.Claims;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Shell.Frame;

/// <summary>One entry of the navigation at the left.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="Path">Where it leads.</param>
/// <param name="Icon">The name of its icon, see Icon.razor.</param>
/// <param name="Roles">Who sees it; empty means everybody who is signed in.</param>
public sealed record NavigationEntry(string Text, string Path, string Icon, params string[] Roles)
{
    /// <summary>Other addresses whose pages belong to it, without an entry of their own.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
}

/// <summary>
/// What stands in the navigation, by what a person's roles do. Hiding an entry is a courtesy: the pages themselves refuse.
/// </summary>
public static class NavigationMenu
{
    /// <summary>The most entries beside the page.</summary>
    public const int MostEntries = 7;

    /// <summary>The most entries of the bar at the bottom of a phone.</summary>
    public const int MostBottomEntries = 4;

    private static readonly NavigationEntry[] Entries =
    [
        new("Beranda", "/kerja", "overview", Access.Roles[Access.Work]),
        new("Tugas saya", "/saya", "duty", Access.Roles[Access.OwnDuties]),
        new("Jadwal", "/roster", "calendar", Access.Roles[Access.ReadRoster]),
        new("Laporan", "/roster/laporan", "report", Access.Roles[Access.ReadRoster]),
        new("Penggantian", "/roster/penggantian", "amended", Access.Roles[Access.ReadRoster]),
        new(
            $"Hari {PortalInstitution.DutyDay}",
            "/roster/minggu",
            "bookmark",
            [.. Access.Roles[Access.ManageDuties], .. Access.Roles[Access.DecideDuties]]
        ),
        new("Pejabat", "/roster/pejabat", "people", Access.Roles[Access.ReadRoster]),
        new("Dana klaim RSUD", "/wakatobi", "fund", Access.Roles[Access.ReadFund]),
        new("Jejak audit", "/audit", "history", Access.Roles[Access.ReadAudit]),
        new("Akun", "/admin", "people", Access.Roles[Access.ManageAccounts]),
        new("Lihat publik", "/", "public"),
    ];

    /// <summary>The entries for a person, in order; never more than <see cref="MostEntries"/>.</summary>
    public static IReadOnlyList<NavigationEntry> For(ClaimsPrincipal user) =>
        [.. Entries.Where(entry => entry.Roles.Length == 0 || entry.Roles.Any(user.IsInRole)).Take(MostEntries)];

    /// <summary>
    /// Which roles open an address, in words, for the page that says why it stayed closed; null where nothing is known of the address.
    /// </summary>
    public static string? RolesFor(string? path) =>
        path switch
        {
            _ when Under(path, "/kerja") => RoleNames.AnyOf(Access.Roles[Access.Work]),
            _ when Under(path, "/roster") => RoleNames.AnyOf(Access.Roles[Access.ReadRoster]),
            _ when Under(path, "/admin") => RoleNames.AnyOf(Access.Roles[Access.ManageAccounts]),
            _ when Under(path, "/audit") => RoleNames.AnyOf(PortalRoles.Inspektorat, PortalRoles.Admin),
            _ when Under(path, "/saya") => RoleNames.Of(PortalRoles.Pejabat),
            _ when Under(path, "/wakatobi") => RoleNames.AnyOf(
                PortalRoles.KeuanganRsud,
                PortalRoles.DirekturRsud,
                PortalRoles.PengelolaProgram,
                PortalRoles.PegawaiRsud,
                PortalRoles.Inspektorat
            ),
            _ => null,
        };

    private static bool Under(string? path, string folder) =>
        path is not null
        && path.StartsWith(folder, StringComparison.OrdinalIgnoreCase)
        && (path.Length == folder.Length || path[folder.Length] is '/' or '?');
}
