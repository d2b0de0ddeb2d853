using KerjaBhakti.Data.Audit;

namespace KerjaBhakti.Data.Wakatobi;

/// <summary>What is done to the claim fund.</summary>
public static class FundActions
{
    /// <summary>"memuat …".</summary>
    public static readonly AuditAction Seeded = new("fund.seeded", "memuat");

    /// <summary>"memuat …".</summary>
    public static readonly AuditAction Demo = new("fund.demo", "memuat");

    /// <summary>"mengajukan …".</summary>
    public static readonly AuditAction ClaimFiled = new("fund.claim-filed", "mengajukan");

    /// <summary>"memperbaiki …".</summary>
    public static readonly AuditAction ClaimCorrected = new("fund.claim-corrected", "memperbaiki");

    /// <summary>"menarik …".</summary>
    public static readonly AuditAction ClaimWithdrawn = new("fund.claim-withdrawn", "menarik");

    /// <summary>"menyatakan lengkap …".</summary>
    public static readonly AuditAction ClaimComplete = new("fund.claim-complete", "menyatakan lengkap");

    /// <summary>"mencatat verifikasi …".</summary>
    public static readonly AuditAction ClaimVerified = new("fund.claim-verified", "mencatat verifikasi");

    /// <summary>"mencatat penerimaan …".</summary>
    public static readonly AuditAction Received = new("fund.received", "mencatat penerimaan");

    /// <summary>"membagi …".</summary>
    public static readonly AuditAction Allocated = new("fund.allocated", "membagi");

    /// <summary>"memasukkan aturan …".</summary>
    public static readonly AuditAction RuleEntered = new("fund.rule-entered", "memasukkan aturan");

    /// <summary>"mengakhiri aturan …".</summary>
    public static readonly AuditAction RuleEnded = new("fund.rule-ended", "mengakhiri aturan");

    /// <summary>"menyiapkan pembagian …".</summary>
    public static readonly AuditAction FeesPrepared = new("fund.fees-prepared", "menyiapkan pembagian");

    /// <summary>"menyetujui pembagian …".</summary>
    public static readonly AuditAction FeesApproved = new("fund.fees-approved", "menyetujui pembagian");

    /// <summary>"membayar pembagian …".</summary>
    public static readonly AuditAction FeesPaid = new("fund.fees-paid", "membayar pembagian");

    /// <summary>"mengusulkan pembatalan pembagian …".</summary>
    public static readonly AuditAction FeesReversalProposed = new("fund.fees-reversal-proposed", "mengusulkan pembatalan pembagian");

    /// <summary>"menolak pembatalan pembagian …".</summary>
    public static readonly AuditAction FeesReversalDeclined = new("fund.fees-reversal-declined", "menolak pembatalan pembagian");

    /// <summary>"membatalkan pembagian …".</summary>
    public static readonly AuditAction FeesReversed = new("fund.fees-reversed", "membatalkan pembagian");

    /// <summary>"melihat …".</summary>
    public static readonly AuditAction FeesSeen = new("fund.fees-seen", "melihat");

    /// <summary>"mencatat …".</summary>
    public static readonly AuditAction StaffEntered = new("fund.staff-entered", "mencatat");

    /// <summary>"mengubah …".</summary>
    public static readonly AuditAction StaffChanged = new("fund.staff-changed", "mengubah");

    /// <summary>"menghubungkan akun …".</summary>
    public static readonly AuditAction StaffLinked = new("fund.staff-linked", "menghubungkan akun");

    /// <summary>"memasukkan rencana …".</summary>
    public static readonly AuditAction PlanEntered = new("fund.plan-entered", "memasukkan rencana");

    /// <summary>"mengakhiri rencana …".</summary>
    public static readonly AuditAction PlanEnded = new("fund.plan-ended", "mengakhiri rencana");

    /// <summary>"mencatat belanja …".</summary>
    public static readonly AuditAction Spent = new("fund.spent", "mencatat belanja");

    /// <summary>"menyetujui belanja …".</summary>
    public static readonly AuditAction SpendingApproved = new("fund.spending-approved", "menyetujui belanja");

    /// <summary>"menolak belanja …".</summary>
    public static readonly AuditAction SpendingDeclined = new("fund.spending-declined", "menolak belanja");

    /// <summary>"membatalkan belanja …".</summary>
    public static readonly AuditAction SpendingReversed = new("fund.spending-reversed", "membatalkan belanja");

    /// <summary>"mengunggah pindaian …".</summary>
    public static readonly AuditAction Scanned = new("fund.scanned", "mengunggah pindaian");

    /// <summary>"membukukan …".</summary>
    public static readonly AuditAction Posted = new("fund.posted", "membukukan");

    /// <summary>"mencatat saldo awal …".</summary>
    public static readonly AuditAction Opened = new("fund.opened", "mencatat saldo awal");

    /// <summary>"memperbaiki saldo awal …".</summary>
    public static readonly AuditAction OpeningCorrected = new("fund.opening-corrected", "memperbaiki saldo awal");

    /// <summary>"membalik jurnal …".</summary>
    public static readonly AuditAction Reversed = new("fund.reversed", "membalik jurnal");

    /// <summary>"menutup bulan …".</summary>
    public static readonly AuditAction MonthClosed = new("fund.month-closed", "menutup bulan");

    /// <summary>"menutup tahun …".</summary>
    public static readonly AuditAction YearClosed = new("fund.year-closed", "menutup tahun");

    /// <summary>"mengusulkan penggunaan SiLPA …".</summary>
    public static readonly AuditAction SilpaProposed = new("fund.silpa-proposed", "mengusulkan penggunaan SiLPA");

    /// <summary>"menyetujui penggunaan SiLPA …".</summary>
    public static readonly AuditAction SilpaApproved = new("fund.silpa-approved", "menyetujui penggunaan SiLPA");

    /// <summary>"menolak penggunaan SiLPA …".</summary>
    public static readonly AuditAction SilpaDeclined = new("fund.silpa-declined", "menolak penggunaan SiLPA");

    /// <summary>"mencocokkan penggunaan SiLPA …".</summary>
    public static readonly AuditAction SilpaMatched = new("fund.silpa-matched", "mencocokkan penggunaan SiLPA");

    /// <summary>"mengunduh laporan …".</summary>
    public static readonly AuditAction Reported = new("fund.reported", "mengunduh laporan");

    /// <summary>"mencatat pengiriman …".</summary>
    public static readonly AuditAction ReportSent = new("fund.report-sent", "mencatat pengiriman");

    /// <summary>"mengunggah bukti terima …".</summary>
    public static readonly AuditAction ReportProved = new("fund.report-proved", "mengunggah bukti terima");

    /// <summary>"mengusulkan pembatalan …".</summary>
    public static readonly AuditAction ReceiptReversalProposed = new("fund.receipt-reversal-proposed", "mengusulkan pembatalan");

    /// <summary>"menolak pembatalan …".</summary>
    public static readonly AuditAction ReceiptReversalDeclined = new("fund.receipt-reversal-declined", "menolak pembatalan");

    /// <summary>"membatalkan …".</summary>
    public static readonly AuditAction ReceiptReversed = new("fund.receipt-reversed", "membatalkan");

    /// <summary>"mencatat …".</summary>
    public static readonly AuditAction BankMoved = new("fund.bank-moved", "mencatat");

    /// <summary>"membatalkan …".</summary>
    public static readonly AuditAction BankMoveReversed = new("fund.bank-move-reversed", "membatalkan");

    /// <summary>"mencatat pengembalian …".</summary>
    public static readonly AuditAction FeesRepaid = new("fund.fees-repaid", "mencatat pengembalian");

    /// <summary>"mengembalikan pembagian …".</summary>
    public static readonly AuditAction FeesReturned = new("fund.fees-returned", "mengembalikan pembagian");

    /// <summary>"menyetor potongan …".</summary>
    public static readonly AuditAction FeesRemitted = new("fund.fees-remitted", "menyetor potongan");

    /// <summary>"mencatat …".</summary>
    public static readonly AuditAction DeductionEntered = new("fund.deduction-entered", "mencatat");

    /// <summary>"mengakhiri …".</summary>
    public static readonly AuditAction DeductionEnded = new("fund.deduction-ended", "mengakhiri");

    /// <summary>"mengimpor …".</summary>
    public static readonly AuditAction StatementImported = new("fund.statement-imported", "mengimpor");

    /// <summary>"menghapus …".</summary>
    public static readonly AuditAction StatementRemoved = new("fund.statement-removed", "menghapus");

    /// <summary>"mencocokkan …".</summary>
    public static readonly AuditAction BankMatched = new("fund.bank-matched", "mencocokkan");

    /// <summary>"melepas …".</summary>
    public static readonly AuditAction BankUnmatched = new("fund.bank-unmatched", "melepas");
}
