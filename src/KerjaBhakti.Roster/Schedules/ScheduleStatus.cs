namespace KerjaBhakti.Roster.Schedules;

/// <summary>Where a schedule stands in its life.</summary>
public enum ScheduleStatus
{
    /// <summary>Rancangan: being written, may change.</summary>
    Draft,

    /// <summary>Diajukan: frozen while initials are collected.</summary>
    Submitted,

    /// <summary>Ditetapkan: the annex of a signed Instruction; never changes again.</summary>
    Issued,

    /// <summary>Diubah: a later Instruction took its place.</summary>
    Amended,

    /// <summary>Dicabut: revoked by a later Instruction.</summary>
    Revoked,
}
