using KerjaBhakti.Data.Audit;

namespace KerjaBhakti.Data.Roster;

/// <summary>What is done around issued annexes: officials, Sundays, substitutions, reports, calendars.</summary>
public static class DutyActions
{
    /// <summary>"menghubungkan …".</summary>
    public static readonly AuditAction AccountLinked = new("duty.account-linked", "menghubungkan");

    /// <summary>"menyimpan rancangan …".</summary>
    public static readonly AuditAction ReportSaved = new("duty.report-saved", "menyimpan rancangan");

    /// <summary>"mengirim …".</summary>
    public static readonly AuditAction ReportSent = new("duty.report-sent", "mengirim");

    /// <summary>"memverifikasi …".</summary>
    public static readonly AuditAction ReportVerified = new("duty.report-verified", "memverifikasi");

    /// <summary>"membatalkan verifikasi …".</summary>
    public static readonly AuditAction ReportTakenBack = new("duty.report-taken-back", "membatalkan verifikasi");

    /// <summary>"mengembalikan …".</summary>
    public static readonly AuditAction ReportReturned = new("duty.report-returned", "mengembalikan");

    /// <summary>"mengirim …".</summary>
    public static readonly AuditAction RemindersMailed = new("duty.reminders-mailed", "mengirim");

    /// <summary>"mengirim …".</summary>
    public static readonly AuditAction WaitingMailed = new("duty.waiting-mailed", "mengirim");

    /// <summary>"mengirim lagi …".</summary>
    public static readonly AuditAction ReminderRepeated = new("duty.reminder-repeated", "mengirim lagi");

    /// <summary>"mengusulkan …".</summary>
    public static readonly AuditAction SubstitutionProposed = new("duty.substitution-proposed", "mengusulkan");

    /// <summary>"menyepakati …".</summary>
    public static readonly AuditAction SubstitutionAccepted = new("duty.substitution-accepted", "menyepakati");

    /// <summary>"mencatat kesepakatan dengan surat atas …".</summary>
    public static readonly AuditAction SubstitutionAcceptedByLetter = new(
        "duty.substitution-accepted-by-letter",
        "mencatat kesepakatan dengan surat atas"
    );

    /// <summary>"menolak …".</summary>
    public static readonly AuditAction SubstitutionDeclined = new("duty.substitution-declined", "menolak");

    /// <summary>"menarik …".</summary>
    public static readonly AuditAction SubstitutionWithdrawn = new("duty.substitution-withdrawn", "menarik");

    /// <summary>"menyetujui …".</summary>
    public static readonly AuditAction SubstitutionApproved = new("duty.substitution-approved", "menyetujui");

    /// <summary>"membatalkan …".</summary>
    public static readonly AuditAction SubstitutionRevoked = new("duty.substitution-revoked", "membatalkan");

    /// <summary>"mencatat ketidakhadiran …".</summary>
    public static readonly AuditAction AbsenceEntered = new("duty.absence-entered", "mencatat ketidakhadiran");

    /// <summary>"menghapus ketidakhadiran …".</summary>
    public static readonly AuditAction AbsenceRemoved = new("duty.absence-removed", "menghapus ketidakhadiran");

    /// <summary>"menambahkan hari libur …".</summary>
    public static readonly AuditAction HolidayAdded = new("duty.holiday-added", "menambahkan hari libur");

    /// <summary>"mengubah hari libur …".</summary>
    public static readonly AuditAction HolidayChanged = new("duty.holiday-changed", "mengubah hari libur");

    /// <summary>"menghapus hari libur …".</summary>
    public static readonly AuditAction HolidayRemoved = new("duty.holiday-removed", "menghapus hari libur");

    /// <summary>"memutuskan kerja bhakti …".</summary>
    public static readonly AuditAction SundayDecided = new("duty.sunday-decided", "memutuskan kerja bhakti");

    /// <summary>"membuat …".</summary>
    public static readonly AuditAction CalendarMade = new("duty.calendar-made", "membuat");

    /// <summary>"mengakhiri …".</summary>
    public static readonly AuditAction CalendarEnded = new("duty.calendar-ended", "mengakhiri");

    /// <summary>"mengangkat …".</summary>
    public static readonly AuditAction OfficialAppointed = new("duty.official-appointed", "mengangkat");

    /// <summary>"mengakhiri …".</summary>
    public static readonly AuditAction OfficialEnded = new("duty.official-ended", "mengakhiri");

    /// <summary>"memperbaiki …".</summary>
    public static readonly AuditAction OfficialDescribed = new("duty.official-described", "memperbaiki");

    /// <summary>"menyatukan …".</summary>
    public static readonly AuditAction OfficialUnited = new("duty.official-united", "menyatukan");

    /// <summary>"menambahkan …".</summary>
    public static readonly AuditAction AliasAdded = new("duty.alias-added", "menambahkan");

    /// <summary>"mengubah …".</summary>
    public static readonly AuditAction AliasChanged = new("duty.alias-changed", "mengubah");

    /// <summary>"menghapus …".</summary>
    public static readonly AuditAction AliasRemoved = new("duty.alias-removed", "menghapus");
}
