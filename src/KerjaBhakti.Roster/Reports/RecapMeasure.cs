namespace KerjaBhakti.Roster.Reports;

/// <summary>
/// What a recap counts. Every duty that was planned is exactly one of cancelled, upcoming, attended, absent and unreported; the last three
/// count within those.
/// </summary>
public enum RecapMeasure
{
    /// <summary>Direncanakan: every duty of the annex.</summary>
    Planned,

    /// <summary>Ditiadakan: duty was called off.</summary>
    Cancelled,

    /// <summary>Belum tiba: the Sunday is to come.</summary>
    Upcoming,

    /// <summary>Hadir, as a report says that counts.</summary>
    Attended,

    /// <summary>Tidak hadir, as a report says that counts.</summary>
    Absent,

    /// <summary>Belum lapor: no report counts.</summary>
    Unreported,

    /// <summary>Digantikan: another position served or is to serve.</summary>
    Substituted,

    /// <summary>Terlambat: its report counts and came late.</summary>
    Late,

    /// <summary>Terverifikasi: its report was verified.</summary>
    Verified,
}
