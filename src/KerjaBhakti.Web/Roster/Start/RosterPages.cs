using System.Security.Claims;
using KerjaBhakti.Roster.Institutions;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Shell.Palette;

namespace KerjaBhakti.Web.Roster.Start;

/// <summary>The roster's pages and commands.</summary>
public sealed class RosterPages(PortalClock clock) : IPaletteSource
{
    private static readonly (string Policy, PaletteEntry Entry)[] Pages =
    [
        (Access.ReadRoster, new("Halaman", "Jadwal dan rancangan", "/roster") { IsOffered = true, Keywords = "lampiran instruksi daftar" }),
        (
            Access.ReadRoster,
            new("Halaman", "Laporan pelaksanaan", "/roster/laporan") { IsOffered = true, Keywords = "kegiatan verifikasi" }
        ),
        (Access.ReadRoster, new("Halaman", "Rekapitulasi", "/roster/laporan/rekap") { IsOffered = true, Keywords = "rekap hadir" }),
        (
            Access.ReadRoster,
            new("Halaman", "Penggantian", "/roster/penggantian") { IsOffered = true, Keywords = "tukar tugas pengganti cuti" }
        ),
        (
            Access.ReadRoster,
            new("Halaman", $"Hari {Served.Day} dan hari libur", "/roster/minggu") { IsOffered = true, Keywords = "libur ditiadakan" }
        ),
        (Access.ReadRoster, new("Halaman", "Pejabat", "/roster/pejabat") { IsOffered = true, Keywords = "jabatan nip pemegang" }),
        (Access.ReadRoster, new("Halaman", "Singkatan jabatan", "/roster/pejabat/singkatan") { Keywords = "akronim alias nama pendek" }),
        (Access.ManageDuties, new("Perintah", "Impor daftar pejabat", "/roster/pejabat/impor") { Keywords = "unggah" }),
        (Access.ManageDuties, new("Halaman", "Akun pejabat", "/roster/pejabat/akun") { Keywords = "bertindak untuk" }),
        (
            Access.ManageDuties,
            new("Perintah", "Usulkan penggantian", "/roster/penggantian/baru") { IsOffered = true, Keywords = "pengganti" }
        ),
        (Access.EditRoster, new("Halaman", "Rancangan terhapus", "/roster/terhapus") { Keywords = "sampah pulihkan hapus" }),
        (Access.EditRoster, new("Perintah", "Impor lampiran", "/roster/impor") { IsOffered = true, Keywords = "unggah xlsx csv berkas" }),
    ];

    /// <inheritdoc/>
    public Task<IEnumerable<PaletteEntry>> CandidatesAsync(ClaimsPrincipal user, PaletteQuery query, CancellationToken cancellationToken)
    {
        var next = clock.Today.Year + 1;
        var entries = Pages.Where(item => user.May(item.Policy)).Select(item => item.Entry);
        return Task.FromResult(
            user.May(Access.EditRoster)
                ? entries.Prepend(
                    new PaletteEntry("Perintah", $"Buat rancangan {next}", "/roster/rancangan/baru")
                    {
                        IsOffered = true,
                        Keywords = "baru jadwal",
                    }
                )
                : entries
        );
    }
}
