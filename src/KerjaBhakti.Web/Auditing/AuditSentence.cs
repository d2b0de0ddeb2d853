using KerjaBhakti.Data.Audit;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Web.Components.Shared;

namespace KerjaBhakti.Web.Auditing;

/// <summary>An entry of the audit trail as a sentence.</summary>
public static class AuditSentence
{
    /// <summary>"Sari mengubah Maret Dinas Tata Air: Cakung → Ciracas, 21 November 2026 09.12 WIB".</summary>
    public static string Of(AuditEntry entry)
    {
        var month = RosterMonth.TryParse(entry.Field, out var parsed) ? parsed.Name : string.Empty;
        var what = entry.Action switch
        {
            "roster.cell" when entry.Before.Length == 0 => $"mengisi {month} {entry.Caption}: {entry.After}",
            "roster.cell" when entry.After.Length == 0 => $"mengosongkan {month} {entry.Caption}: semula {entry.Before}",
            "roster.cell" => $"mengubah {month} {entry.Caption}: {entry.Before} → {entry.After}",
            "roster.label" when entry.Before.Length == 0 => $"menamai baris baru: {entry.After}",
            "roster.label" => $"mengubah jabatan: {entry.Before} → {entry.After}",
            "roster.row-added" => $"menambah {entry.After}{Named(entry.Caption)}",
            "roster.row-removed" => $"menghapus {entry.Before}{Named(entry.Caption)}",
            "roster.row-moved" => $"memindahkan {entry.Caption}: {entry.Before} → {entry.After}",
            "roster.region" when entry.After.Length == 0 => $"menjadikan {entry.Caption} baris bergilir: semula {entry.Before}",
            "roster.region" => $"menjadikan {entry.Caption} baris wilayah: {entry.After}",
            "roster.imported" or "roster.went-back" or "roster.undone" => $"mengubah {entry.Caption}: {entry.After}",
            "roster.state-named" when entry.Before.Length == 0 => $"menamai keadaan {entry.Caption}: {entry.After}",
            "roster.state-named" => $"mengganti nama keadaan {entry.Caption}: {entry.Before} → {entry.After}",
            "roster.created" => $"membuat {entry.Caption} ({entry.After})",
            "roster.deleted" => $"menghapus {entry.Caption} ({entry.Before})",
            "roster.entered" => $"memuat {entry.Caption}",
            "roster.issued" when entry.After.Length == 0 => $"memuat {entry.Caption} sebagaimana ditetapkan",
            "roster.issued" => $"menetapkan {entry.Caption} (segel {entry.After[..8]}…)",
            "roster.reworded" => "mengubah naskah Instruksi",
            "roster.reasoned" when entry.After.Length == 0 => $"menarik alasan {entry.Before}",
            "roster.reasoned" => $"memberi alasan untuk {entry.Before}: {entry.After}",
            "roster.submitted" => $"mengajukan {entry.Caption}{Named(entry.After)}",
            "roster.initialled" => $"membubuhkan paraf {entry.After}",
            "roster.returned" => $"mengembalikan {entry.Caption}{Named(entry.After)}",
            "roster.amended" => $"mengakhiri {entry.Caption}: diubah dengan {entry.After}",
            "roster.revoked" => $"mencabut {entry.Caption} dengan {entry.Before}{Named(entry.After)}",
            "roster.paged" => $"membagi {entry.Caption} menjadi {entry.After} berkode",
            "roster.scanned" => $"mengunggah pindaian {entry.Caption}: {entry.After}",
            "account.created" => $"membuat akun {entry.Caption} ({entry.After})",
            "account.role" => $"mengubah peran {entry.Caption}: {entry.Before} → {entry.After}",
            "account.link" => $"membuat tautan sandi untuk {entry.Caption}",
            "account.closed" => $"menutup akun {entry.Caption}",
            "account.opened" => $"membuka lagi akun {entry.Caption}",
            "portal.restored" => $"memulihkan basis data dari {entry.Caption}",
            "account.emptied" => $"mengosongkan akun {entry.Caption}",
            "access.refused" => $"ditolak membuka {entry.Caption}",
            _ when FundSentence.Of(entry) is { } fund => fund,
            _ when DutySentence.Of(entry) is { } duty => duty,
            _ when entry.Before.Length == 0 && entry.After.Length == 0 => $"{entry.Action} {entry.Caption}",
            _ => $"{entry.Action} {entry.Caption}: {entry.Before} → {entry.After}",
        };
        return $"{entry.ActorName} {what}, {Indonesian.Moment(entry.At)}";
    }

    private static string Named(string caption) => caption.Length == 0 ? string.Empty : $": {caption}";
}
