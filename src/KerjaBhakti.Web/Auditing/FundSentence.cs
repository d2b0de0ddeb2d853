using KerjaBhakti.Data.Audit;

namespace KerjaBhakti.Web.Auditing;

/// <summary>What was done to the claim fund, as an entry of the audit trail says it.</summary>
internal static class FundSentence
{
    // Each verb takes the caption as its object: "mengajukan" + "klaim Maret 2024".
    private static readonly Dictionary<string, string> Verbs = new()
    {
        ["fund.seeded"] = "memuat",
        ["fund.demo"] = "memuat",
        ["fund.claim-filed"] = "mengajukan",
        ["fund.claim-corrected"] = "memperbaiki",
        ["fund.claim-complete"] = "menyatakan lengkap",
        ["fund.claim-verified"] = "mencatat verifikasi",
        ["fund.received"] = "mencatat penerimaan",
        ["fund.allocated"] = "membagi",
        ["fund.rule-entered"] = "memasukkan aturan",
        ["fund.rule-ended"] = "mengakhiri aturan",
        ["fund.fees-prepared"] = "menyiapkan pembagian",
        ["fund.fees-approved"] = "menyetujui pembagian",
        ["fund.fees-paid"] = "membayar pembagian",
        ["fund.fees-reversal-proposed"] = "mengusulkan pembatalan pembagian",
        ["fund.fees-reversal-declined"] = "menolak pembatalan pembagian",
        ["fund.fees-reversed"] = "membatalkan pembagian",
        ["fund.fees-seen"] = "melihat",
        ["fund.staff-linked"] = "menghubungkan akun",
        ["fund.plan-entered"] = "memasukkan rencana",
        ["fund.plan-ended"] = "mengakhiri rencana",
        ["fund.spent"] = "mencatat belanja",
        ["fund.spending-approved"] = "menyetujui belanja",
        ["fund.spending-declined"] = "menolak belanja",
        ["fund.spending-reversed"] = "membatalkan belanja",
        ["fund.scanned"] = "mengunggah pindaian",
        ["fund.posted"] = "membukukan",
        ["fund.opened"] = "mencatat saldo awal",
        ["fund.opening-corrected"] = "memperbaiki saldo awal",
        ["fund.reversed"] = "membalik jurnal",
        ["fund.month-closed"] = "menutup bulan",
        ["fund.year-closed"] = "menutup tahun",
        ["fund.silpa-proposed"] = "mengusulkan penggunaan SiLPA",
        ["fund.silpa-approved"] = "menyetujui penggunaan SiLPA",
        ["fund.silpa-declined"] = "menolak penggunaan SiLPA",
        ["fund.silpa-matched"] = "mencocokkan penggunaan SiLPA",
        ["fund.reported"] = "mengunduh laporan",
    };

    /// <summary>"mencatat penerimaan TRX-1: Rp900"; null where the entry is not of the claim fund.</summary>
    public static string? Of(AuditEntry entry) => VerbSentence.Of(Verbs, entry);
}
