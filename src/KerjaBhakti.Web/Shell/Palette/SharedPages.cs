using System.Security.Claims;
using KerjaBhakti.Web.Foundation;

namespace KerjaBhakti.Web.Shell.Palette;

/// <summary>The pages that belong to no module.</summary>
public sealed class SharedPages : IPaletteSource
{
    private static readonly (string Policy, PaletteEntry Entry)[] Entries =
    [
        (Access.Work, new("Halaman", "Beranda", "/kerja") { IsOffered = true, Keywords = "mulai tugas menunggu" }),
        (Access.ReadAudit, new("Halaman", "Jejak audit", "/audit") { IsOffered = true, Keywords = "riwayat perubahan siapa kapan" }),
        (Access.ManageAccounts, new("Halaman", "Akun", "/admin") { IsOffered = true, Keywords = "pengguna peran kunci sandi" }),
        (Access.Work, new("Halaman", "Data saya", "/akun/data") { Keywords = "akun profil" }),
        (Access.Work, new("Halaman", "Jadwal publik", "/") { Keywords = "minggu ini umum" }),
        (Access.Work, new("Halaman", "Keluar", "/keluar")),
    ];

    /// <inheritdoc />
    public Task<IEnumerable<PaletteEntry>> CandidatesAsync(ClaimsPrincipal user, PaletteQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(Entries.Where(item => user.May(item.Policy)).Select(item => item.Entry));
}
