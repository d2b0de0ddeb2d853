using System.Security.Claims;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Shell.Frame;

namespace KerjaBhakti.Web.Wakatobi.Frame;

/// <summary>What stands in the navigation of the claim fund. The first four are also in the bar at the bottom of a phone.</summary>
public static class FundMenu
{
    private const string OwnFees = "/wakatobi/saya";

    private static readonly NavigationEntry[] Entries =
    [
        new("Beranda", "/kerja", "overview", Access.Roles[Access.ReadClaims]),
        new("Persetujuan", "/wakatobi/persetujuan", "issued", Access.Roles[Access.ApproveFund]),
        new("Klaim", "/wakatobi/klaim", "claim", Access.Roles[Access.ReadClaims]),
        new("Penerimaan", "/wakatobi/penerimaan", "receipt", Access.Roles[Access.ReadFund]) { Also = ["/wakatobi/aturan"] },
        new("Jasa pelayanan", "/wakatobi/jasa", "fees", Access.Roles[Access.ReadFund]) { Also = ["/wakatobi/pegawai"] },
        new("Jasa saya", OwnFees, "fees", Access.Roles[Access.OwnFees]),
        new("Belanja", "/wakatobi/belanja", "spending", Access.Roles[Access.ReadFund]),
        new("Laporan", "/wakatobi/laporan", "report", Access.Roles[Access.ReadClaims]),
        // Last, because they give way where there are too many: reports and their figures lead to the books, the title in the bar to the
        // overview.
        new("Buku", "/wakatobi/buku", "book", Access.Roles[Access.ReadFund]) { Also = ["/wakatobi/rekening", "/wakatobi/silpa"] },
        new("Ringkasan", "/wakatobi", "fund", Access.Roles[Access.ReadFund]),
    ];

    /// <summary>
    /// The entries for a person, in order; never more than <see cref="NavigationMenu.MostEntries"/>. Who reads all fees finds the own ones
    /// among them.
    /// </summary>
    public static IReadOnlyList<NavigationEntry> For(ClaimsPrincipal user) =>
        [
            .. Entries
                .Where(entry => entry.Roles.Any(user.IsInRole) && (entry.Path != OwnFees || !user.May(Access.ReadFund)))
                .Take(NavigationMenu.MostEntries),
        ];
}
