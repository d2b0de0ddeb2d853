using KerjaBhakti.Data.Audit;

namespace KerjaBhakti.Web.Auditing;

/// <summary>What was done around issued annexes, as an entry of the audit trail says it: officials, Sundays, substitutions, reports, calendars.</summary>
internal static class DutySentence
{
    // Each verb takes the caption as its object.
    private static readonly Dictionary<string, string> Verbs = new()
    {
        ["roster.holidays"] = "memuat",
        ["duty.account-linked"] = "menghubungkan",
        ["duty.report-saved"] = "menyimpan rancangan",
        ["duty.report-sent"] = "mengirim",
        ["duty.report-verified"] = "memverifikasi",
        ["duty.report-returned"] = "mengembalikan",
        ["duty.reminders-mailed"] = "mengirim",
        ["duty.reminder-repeated"] = "mengirim lagi",
        ["duty.substitution-proposed"] = "mengusulkan",
        ["duty.substitution-accepted"] = "menyepakati",
        ["duty.substitution-declined"] = "menolak",
        ["duty.substitution-withdrawn"] = "menarik",
        ["duty.substitution-approved"] = "menyetujui",
        ["duty.substitution-revoked"] = "membatalkan",
        ["duty.absence-entered"] = "mencatat ketidakhadiran",
        ["duty.absence-removed"] = "menghapus ketidakhadiran",
        ["duty.holiday-added"] = "menambahkan hari libur",
        ["duty.sunday-decided"] = "memutuskan kerja bhakti",
        ["duty.calendar-made"] = "membuat",
        ["duty.calendar-ended"] = "mengakhiri",
        ["duty.official-appointed"] = "mengangkat",
        ["duty.official-ended"] = "mengakhiri",
        ["duty.official-described"] = "memperbaiki",
        ["duty.official-united"] = "menyatukan",
    };

    /// <summary>The sentence; null where the entry is about something else.</summary>
    public static string? Of(AuditEntry entry) => VerbSentence.Of(Verbs, entry);
}
