using KerjaBhakti.Data.Audit;
using KerjaBhakti.Roster.Schedules;
using static KerjaBhakti.Data.Audit.AuditAction;

namespace KerjaBhakti.Data.Roster;

/// <summary>What is done to schedules and Instructions.</summary>
public static class RosterActions
{
    /// <summary>"memuat …".</summary>
    public static readonly AuditAction Holidays = new("roster.holidays", "memuat");

    /// <summary>"mengubah … …: … → …".</summary>
    public static readonly AuditAction Cell = new("roster.cell", entry => entry switch
        {
            _ when entry.Before.Length == 0 => $"mengisi {MonthOf(entry)} {entry.Caption}: {entry.After}",
            _ when entry.After.Length == 0 => $"mengosongkan {MonthOf(entry)} {entry.Caption}: semula {entry.Before}",
            _ => $"mengubah {MonthOf(entry)} {entry.Caption}: {entry.Before} → {entry.After}",
        });

    /// <summary>"mengubah jabatan: … → …".</summary>
    public static readonly AuditAction Label = new("roster.label", entry =>
        entry.Before.Length == 0 ? $"menamai baris baru: {entry.After}" : $"mengubah jabatan: {entry.Before} → {entry.After}"
    );

    /// <summary>"menambah …".</summary>
    public static readonly AuditAction RowAdded = new("roster.row-added", entry => $"menambah {entry.After}{Named(entry.Caption)}");

    /// <summary>"menghapus …".</summary>
    public static readonly AuditAction RowRemoved = new("roster.row-removed", entry => $"menghapus {entry.Before}{Named(entry.Caption)}");

    /// <summary>"memindahkan …: … → …".</summary>
    public static readonly AuditAction RowMoved = new("roster.row-moved", entry =>
        $"memindahkan {entry.Caption}: {entry.Before} → {entry.After}"
    );

    /// <summary>"menjadikan … baris wilayah: …".</summary>
    public static readonly AuditAction Region = new("roster.region", entry =>
        entry.After.Length == 0
            ? $"menjadikan {entry.Caption} baris bergilir: semula {entry.Before}"
            : $"menjadikan {entry.Caption} baris wilayah: {entry.After}"
    );

    /// <summary>"mengubah …: …".</summary>
    public static readonly AuditAction Imported = new("roster.imported", entry => $"mengubah {entry.Caption}: {entry.After}");

    /// <summary>"mengubah …: …".</summary>
    public static readonly AuditAction WentBack = new("roster.went-back", entry => $"mengubah {entry.Caption}: {entry.After}");

    /// <summary>"mengubah …: …".</summary>
    public static readonly AuditAction Undone = new("roster.undone", entry => $"mengubah {entry.Caption}: {entry.After}");

    /// <summary>"mengubah …: …".</summary>
    public static readonly AuditAction ProposalAccepted = new("roster.proposal-accepted", entry =>
        $"mengubah {entry.Caption}: {entry.After}"
    );

    /// <summary>"mengganti nama keadaan …: … → …".</summary>
    public static readonly AuditAction StateNamed = new("roster.state-named", entry =>
        entry.Before.Length == 0
            ? $"menamai keadaan {entry.Caption}: {entry.After}"
            : $"mengganti nama keadaan {entry.Caption}: {entry.Before} → {entry.After}"
    );

    /// <summary>"membuat … (…)".</summary>
    public static readonly AuditAction Created = new("roster.created", entry => $"membuat {entry.Caption} ({entry.After})");

    /// <summary>"menghapus … (…)".</summary>
    public static readonly AuditAction Deleted = new("roster.deleted", entry => $"menghapus {entry.Caption} ({entry.Before})");

    /// <summary>"memulihkan …".</summary>
    public static readonly AuditAction Restored = new("roster.restored", "memulihkan");

    /// <summary>"menghapus … untuk seterusnya (…)".</summary>
    public static readonly AuditAction Purged = new("roster.purged", entry =>
        $"menghapus {entry.Caption} untuk seterusnya ({entry.Before})"
    );

    /// <summary>"memuat data awal … (…)".</summary>
    public static readonly AuditAction Founded = new("roster.founded", entry => $"memuat data awal {entry.Caption} ({entry.After})");

    /// <summary>"memuat …".</summary>
    public static readonly AuditAction Entered = new("roster.entered", entry => $"memuat {entry.Caption}");

    /// <summary>"menetapkan … (segel …)".</summary>
    public static readonly AuditAction Issued = new("roster.issued", entry =>
        entry.ActorId == Actor.System.Id
            ? $"memuat {entry.Caption} sebagaimana ditetapkan"
            : $"menetapkan {entry.Caption} (segel {entry.After[..8]}…)"
    );

    /// <summary>"mengubah naskah Instruksi".</summary>
    public static readonly AuditAction Reworded = new("roster.reworded", entry => entry switch
        {
            _ when entry.Field is { } field => $"mengubah naskah Instruksi, {field}: {OrEmpty(entry.Before)} → {OrEmpty(entry.After)}",
            _ => "mengubah naskah Instruksi",
        });

    /// <summary>"mengubah catatan untuk pemaraf: … → …".</summary>
    public static readonly AuditAction Noted = new("roster.noted", entry =>
        $"mengubah catatan untuk pemaraf: {OrEmpty(entry.Before)} → {OrEmpty(entry.After)}"
    );

    /// <summary>"memberi alasan untuk …: …".</summary>
    public static readonly AuditAction Reasoned = new("roster.reasoned", entry =>
        entry.After.Length == 0 ? $"menarik alasan {entry.Before}" : $"memberi alasan untuk {entry.Before}: {entry.After}"
    );

    /// <summary>"mengajukan …".</summary>
    public static readonly AuditAction Submitted = new("roster.submitted", entry => $"mengajukan {entry.Caption}{Named(entry.After)}");

    /// <summary>"membubuhkan paraf …".</summary>
    public static readonly AuditAction Initialled = new("roster.initialled", entry => $"membubuhkan paraf {entry.After}");

    /// <summary>"mengembalikan …".</summary>
    public static readonly AuditAction Returned = new("roster.returned", entry => $"mengembalikan {entry.Caption}{Named(entry.After)}");

    /// <summary>"mengakhiri …: diubah dengan …".</summary>
    public static readonly AuditAction Amended = new("roster.amended", entry => $"mengakhiri {entry.Caption}: diubah dengan {entry.After}");

    /// <summary>"mencabut … dengan …".</summary>
    public static readonly AuditAction Revoked = new("roster.revoked", entry =>
        $"mencabut {entry.Caption} dengan {entry.Before}{Named(entry.After)}"
    );

    /// <summary>"membagi … menjadi … berkode".</summary>
    public static readonly AuditAction Paged = new("roster.paged", entry => $"membagi {entry.Caption} menjadi {entry.After} berkode");

    /// <summary>"mengunggah pindaian …: …".</summary>
    public static readonly AuditAction Scanned = new("roster.scanned", entry => $"mengunggah pindaian {entry.Caption}: {entry.After}");

    /// <summary>"mengomentari … …: …".</summary>
    public static readonly AuditAction Commented = new("roster.commented", entry => $"mengomentari {PlaceOf(entry)}: {entry.After}");

    /// <summary>"menjawab komentar pada … …: …".</summary>
    public static readonly AuditAction CommentAnswered = new("roster.comment-answered", entry =>
        $"menjawab komentar pada {PlaceOf(entry)}: {entry.After}"
    );

    /// <summary>"menyelesaikan komentar pada … …".</summary>
    public static readonly AuditAction CommentResolved = new("roster.comment-resolved", entry =>
        $"menyelesaikan komentar pada {PlaceOf(entry)}"
    );

    /// <summary>"membuka lagi komentar pada … …".</summary>
    public static readonly AuditAction CommentReopened = new("roster.comment-reopened", entry =>
        $"membuka lagi komentar pada {PlaceOf(entry)}"
    );

    /// <summary>The codes of what is said about a draft without changing it.</summary>
    public static IReadOnlyList<string> CommentCodes { get; } =
    [Commented.Code, CommentAnswered.Code, CommentResolved.Code, CommentReopened.Code];

    private static string PlaceOf(AuditEntry entry) =>
        $"{MonthOf(entry)} {(entry.Caption.Length == 0 ? "baris tanpa jabatan" : entry.Caption)}".TrimStart();

    private static string MonthOf(AuditEntry entry) => RosterMonth.TryParse(entry.Field, out var month) ? month.Name : string.Empty;

    private static string OrEmpty(string text) => text.Length == 0 ? "(kosong)" : text;

    /// <summary>"memuat …".</summary>
    public static readonly AuditAction Aliases = new("roster.aliases", "memuat");
}
