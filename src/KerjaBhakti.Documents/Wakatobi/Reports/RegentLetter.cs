using KerjaBhakti.Documents.Reports;
using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Reports;

namespace KerjaBhakti.Documents.Wakatobi.Reports;

/// <summary>The body of the Director's letter (pasal 9(2)): the figures of its annex in sentences, the main ones in words too.</summary>
internal static class RegentLetter
{
    public static IEnumerable<string> Of(ActivityReport activity, FundUseReport use, SilpaReport silpa)
    {
        var period = use.Period.ToIndonesian();
        var last = IndonesianDate.InWords(use.Period.Last.LastDay);
        yield return $"Berdasarkan Pasal 9 ayat (2) {Regulation9Of2024.Citation} tentang Pengelolaan, Pemanfaatan dan Sisa Lebih Perhitungan Anggaran Dana "
            + $"Klaim Jaminan Kesehatan, dengan hormat kami laporkan pelaksanaan penggunaan dana klaim jaminan kesehatan pada {FundReport.Hospital} "
            + $"periode {period} sebagai berikut.";
        yield return activity.Months.Count == 0
            ? $"1. Kegiatan. Tidak ada klaim untuk bulan pelayanan {period}."
            : $"1. Kegiatan. Klaim yang diajukan kepada BPJS Kesehatan untuk bulan pelayanan {period} sebanyak {ReportCell.Of(activity.Total.Cases).Text} kasus "
                + $"sebesar {activity.Total.Filed}; dinyatakan layak {activity.Total.Verified}, pending {activity.Total.Pending}, dispute "
                + $"{activity.Total.Disputed}, dan ditolak {activity.Total.Refused}. Yang sudah dibayar {activity.Paid}.";
        yield return $"2. Penerimaan. Realisasi penerimaan dana klaim sebesar {Spelled(use.Received)}"
            + (use.Shares.Count == 0 ? "." : $", dibagi menjadi {Shared(use.Shares)}.");
        yield return $"3. Jasa pelayanan. Dibayarkan kepada pegawai {Spelled(use.FeesPaid.Within)}. Sampai {last} masih ada {use.FeesOwed} yang sudah "
            + $"dibagikan dengan Keputusan Direktur dan belum dibayarkan, serta {use.FeesLeft} yang belum dibagikan.";
        yield return $"4. Belanja. Realisasi belanja dari penerimaan tahun berjalan sebesar {Spelled(use.SpentWithin)}. "
            + $"Dari batas {use.Ceiling} tersisa {use.Ceiling - use.Spent}."
            + (use.FromSilpa.Count == 0 ? string.Empty : $" Belanja dari SiLPA sebesar {use.FromSilpa.Sum(item => item.Within)}.");
        yield return $"5. SiLPA. Dengan SiLPA tahun-tahun sebelumnya {silpa.Computation.Opening}, penerimaan {silpa.Computation.Receipts}, dan pengeluaran "
            + $"{silpa.Computation.Spending} sejak Januari, posisi SiLPA pada {last} adalah {Spelled(silpa.Computation.Amount)}."
            + (SilpaTables.OpenYears(silpa) is { } missing ? $" {missing}" : string.Empty)
            + UrgentUses(silpa);
        yield return "Rincian selengkapnya tercantum dalam lampiran. Demikian laporan ini kami sampaikan untuk menjadi periksa.";
    }

    // Where a rule gave way to another within the period, each says what it gave: one name would stand twice otherwise.
    private static string Shared(IReadOnlyList<AllocatedShare> shares) =>
        shares.DistinctBy(share => share.Name).Count() == shares.Count
            ? string.Join(" dan ", shares.Select(share => $"{share.Name} {share.Amount}"))
            : string.Join(
                "; ",
                shares.Select(share => $"{share.Name} {share.Amount} ({share.Share.ToIndonesian()} menurut {share.Basis})")
            );

    private static string UrgentUses(SilpaReport silpa)
    {
        var urgent = silpa.Urgent.ToList();
        if (urgent.Count == 0)
        {
            return string.Empty;
        }

        var open = urgent.Count(item => item.Budget is null);
        return $" Penggunaan dalam kondisi mendesak mendahului Perubahan APBD (Pasal 10 ayat (3)) yang disetujui sebanyak {urgent.Count}, sebesar "
            + $"{urgent.Sum(item => item.Use.Amount)}; {(open == 0 ? "seluruhnya sudah dicocokkan dengan Perubahan APBD" : $"{open} belum dicocokkan dengan Perubahan APBD")}.";
    }

    private static string Spelled(Rupiah amount) => $"{amount} ({amount.InWords()})";
}
