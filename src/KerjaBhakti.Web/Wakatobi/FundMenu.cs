using System.Security.Claims;
using KerjaBhakti.Web.Components.Layout;
using KerjaBhakti.Web.Hosting;

namespace KerjaBhakti.Web.Wakatobi;

/// <summary>What stands in the navigation of the claim fund. The first four are also in the bar at the bottom of a phone.</summary>
public static class FundMenu
{
    private const string OwnFees = "/wakatobi/saya";

    private static readonly NavigationEntry[] Entries =
    [
        new("Ringkasan", "/wakatobi", "overview", Access.Roles[Access.ReadFund]),
        new("Persetujuan", "/wakatobi/persetujuan", "issued", Access.Roles[Access.ApproveFund]),
        new("Klaim", "/wakatobi/klaim", "claim", Access.Roles[Access.ReadFund]),
        new("Penerimaan", "/wakatobi/penerimaan", "receipt", Access.Roles[Access.ReadFund]),
        new("Jasa pelayanan", "/wakatobi/jasa", "fees", Access.Roles[Access.ReadFund]),
        new("Jasa saya", OwnFees, "fees", Access.Roles[Access.OwnFees]),
        new("Belanja", "/wakatobi/belanja", "spending", Access.Roles[Access.ReadFund]),
        new("Laporan", "/wakatobi/laporan", "report", Access.Roles[Access.ReadFund]),

        // Last, because it gives way where there are too many: reports and their figures lead here as well.
        new("Buku", "/wakatobi/buku", "book", Access.Roles[Access.ReadFund]),
    ];

    /// <summary>
    /// The entries for a person, in order; never more than <see cref="NavigationMenu.MostEntries"/>. Who reads all fees finds the own ones among them.
    /// </summary>
    public static IReadOnlyList<NavigationEntry> For(ClaimsPrincipal user) =>
    [
        .. Entries.Where(entry => entry.Roles.Any(user.IsInRole) && (entry.Path != OwnFees || !user.May(Access.ReadFund))).Take(NavigationMenu.MostEntries),
    ];
}
