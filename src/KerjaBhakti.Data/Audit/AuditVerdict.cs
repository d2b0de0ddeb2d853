namespace KerjaBhakti.Data.Audit;

/// <summary>What a walk along the chain found.</summary>
/// <param name="Entries">How many entries there are, up to the end of the chain.</param>
/// <param name="Hash">The hash of the last, for auditors to note elsewhere.</param>
/// <param name="Finds">Everything that does not hold, in the order of places; empty where all is well.</param>
public sealed record AuditVerdict(long Entries, string Hash, IReadOnlyList<AuditFind> Finds)
{
    /// <summary>Whether all is well.</summary>
    public bool Holds => Finds.Count == 0;
}

/// <summary>A part of the chain that does not hold.</summary>
/// <param name="Break">How.</param>
/// <param name="First">The first place of the part.</param>
/// <param name="Last">The last place of the part.</param>
/// <param name="Entry">What stands at the first place; null where nothing does.</param>
public sealed record AuditFind(AuditBreak Break, long First, long Last, AuditEntry? Entry);

/// <summary>How the chain is broken.</summary>
public enum AuditBreak
{
    /// <summary>What stands there is not what was written.</summary>
    Rewritten,

    /// <summary>What was written is gone.</summary>
    Missing,

    /// <summary>What stands there was not written by the portal.</summary>
    Added,

    /// <summary>The row that holds the end of the chain is gone, so that nobody can say whether later entries are missing.</summary>
    EndMissing,
}
