using System.Security.Claims;
using KerjaBhakti.Web.Foundation;
using KerjaBhakti.Web.Shell.Palette;

namespace KerjaBhakti.Web.Wakatobi.Start;

/// <summary>The claim fund's pages and commands.</summary>
public sealed class FundPages : IPaletteSource
{
    private static readonly (string Policy, PaletteEntry Entry)[] Pages =
    [
        (Access.ReadFund, new("Halaman", "Ringkasan dana klaim", "/wakatobi") { IsOffered = true, Keywords = "bpjs rsud" }),
        (
            Access.ApproveFund,
            new("Halaman", "Persetujuan Direktur", "/wakatobi/persetujuan") { IsOffered = true, Keywords = "putusan menunggu" }
        ),
        (Access.ReadClaims, new("Halaman", "Klaim", "/wakatobi/klaim") { IsOffered = true, Keywords = "bpjs verifikasi" }),
        (Access.ReadFund, new("Halaman", "Penerimaan", "/wakatobi/penerimaan") { IsOffered = true, Keywords = "bpjs pembayaran bank" }),
        (Access.ReadFund, new("Halaman", "Aturan pembagian", "/wakatobi/aturan") { Keywords = "pasal 5 persen" }),
        (Access.ReadFund, new("Halaman", "Jasa pelayanan", "/wakatobi/jasa") { IsOffered = true, Keywords = "pembagian pegawai" }),
        (Access.ReadFund, new("Halaman", "Pegawai", "/wakatobi/pegawai") { IsOffered = true, Keywords = "staf rekening nip" }),
        (Access.ReadFund, new("Halaman", "Belanja", "/wakatobi/belanja") { IsOffered = true, Keywords = "pengeluaran obat" }),
        (Access.ReadFund, new("Halaman", "Rencana belanja", "/wakatobi/belanja/rencana") { Keywords = "pagu jenis" }),
        (Access.ReadFund, new("Halaman", "SiLPA", "/wakatobi/silpa") { Keywords = "sisa lebih" }),
        (Access.ReadFund, new("Halaman", "Buku", "/wakatobi/buku") { IsOffered = true, Keywords = "neraca saldo akun" }),
        (
            Access.ReadFund,
            new("Halaman", "Mutasi bank lainnya", "/wakatobi/buku/bank") { Keywords = "jasa giro pajak biaya pemindahbukuan" }
        ),
        (
            Access.ReadFund,
            new("Halaman", "Rekening koran", "/wakatobi/rekening") { IsOffered = true, Keywords = "bank rekonsiliasi cocokkan" }
        ),
        (Access.EnterFund, new("Perintah", "Impor rekening koran", "/wakatobi/rekening/impor") { Keywords = "bank mutasi unggah" }),
        (Access.ReadFund, new("Halaman", "Piutang pegawai", "/wakatobi/jasa/piutang") { Keywords = "pengembalian pembatalan jasa" }),
        (Access.EnterFund, new("Perintah", "Catat mutasi bank", "/wakatobi/buku/bank/baru") { Keywords = "jasa giro biaya" }),
        (Access.ReadFund, new("Halaman", "Jurnal", "/wakatobi/buku/jurnal") { Keywords = "buku besar" }),
        (Access.ReadClaims, new("Halaman", "Laporan dana", "/wakatobi/laporan") { IsOffered = true, Keywords = "bupati realisasi" }),
        (Access.ReadClaims, new("Halaman", "Laporan terkirim", "/wakatobi/laporan/terkirim") { Keywords = "arsip bukti terima" }),
        (Access.EnterClaims, new("Perintah", "Catat klaim", "/wakatobi/klaim/baru") { IsOffered = true, Keywords = "baru ajukan" }),
        (Access.EnterFund, new("Perintah", "Catat penerimaan", "/wakatobi/penerimaan/baru") { IsOffered = true, Keywords = "baru bank" }),
        (Access.EnterFund, new("Perintah", "Catat belanja", "/wakatobi/belanja/baru") { IsOffered = true, Keywords = "baru pengeluaran" }),
        (Access.EnterFund, new("Perintah", "Buat pembagian jasa", "/wakatobi/jasa/baru") { IsOffered = true, Keywords = "baru pelayanan" }),
        (Access.EnterFund, new("Perintah", "Tutup bulan", "/wakatobi/buku/tutup") { Keywords = "tutup buku" }),
    ];

    /// <inheritdoc/>
    public Task<IEnumerable<PaletteEntry>> CandidatesAsync(ClaimsPrincipal user, PaletteQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(Pages.Where(item => user.May(item.Policy)).Select(item => item.Entry));
}
