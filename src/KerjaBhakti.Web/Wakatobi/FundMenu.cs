using System.Security.Claims;
using KerjaBhakti.Web.Components.Layout;
using KerjaBhakti.Web.Hosting;

namespace KerjaBhakti.Web.Wakatobi;

/// <summary>What stands in the navigation of the claim fund. The first four are also in the bar at the bottom of a phone.</summary>
public static class FundMenu
{
    private static readonly NavigationEntry[] Entries =
    [
        new("Ringkasan", "/wakatobi", "overview", Access.Roles[Access.ReadFund]),
        new("Persetujuan", "/wakatobi/persetujuan", "issued", Access.Roles[Access.ApproveFund]),
        new("Klaim", "/wakatobi/klaim", "claim", Access.Roles[Access.ReadFund]),
        new("Penerimaan", "/wakatobi/penerimaan", "receipt", Access.Roles[Access.ReadFund]),
        new("Jasa pelayanan", "/wakatobi/jasa", "fees", Access.Roles[Access.ReadFund]),
        new("Jasa saya", "/wakatobi/saya", "fees", Access.Roles[Access.OwnFees]),
        new("Belanja", "/wakatobi/belanja", "spending", Access.Roles[Access.ReadFund]),
        new("Buku", "/wakatobi/buku", "book", Access.Roles[Access.ReadFund]),
    ];

    /// <summary>The entries for a person, in order; never more than <see cref="NavigationMenu.MostEntries"/>.</summary>
    public static IReadOnlyList<NavigationEntry> For(ClaimsPrincipal user) =>
        [.. Entries.Where(entry => entry.Roles.Any(user.IsInRole)).Take(NavigationMenu.MostEntries)];
}
