namespace KerjaBhakti.Data.Audit;

/// <summary>What is done by the portal itself.</summary>
public static class PortalActions
{
    /// <summary>"memasang kembali penjaga … pada basis data".</summary>
    public static readonly AuditAction Guarded = new("portal.guarded", entry => $"memasang kembali penjaga {entry.After} pada basis data");

    /// <summary>"memulihkan basis data dari …".</summary>
    public static readonly AuditAction Restored = new("portal.restored", entry => $"memulihkan basis data dari {entry.Caption}");

    /// <summary>"mengirim ujung jejak audit (1234 catatan, hash …) kepada …".</summary>
    public static readonly AuditAction EndSent = new("portal.end-sent", entry =>
        $"mengirim ujung jejak audit ({entry.Caption}) kepada {entry.After}"
    );

    /// <summary>"ditolak membuka …".</summary>
    public static readonly AuditAction AccessRefused = new("access.refused", entry =>
        entry.After.Length == 0 ? $"ditolak membuka {entry.Caption}" : $"ditolak membuka {entry.Caption}, {entry.After}"
    );
}
