namespace KerjaBhakti.Data.Audit;

/// <summary>
/// The end of the audit chain: how many entries there are and the hash of the last. One row, which every writer locks before it adds to the
/// chain, and by which entries missing at the end are found.
/// </summary>
public sealed class AuditHead
{
    /// <summary>The key of the only row.</summary>
    public const int OnlyId = 1;

    private AuditHead() { }

    /// <summary>A chain with no entries yet.</summary>
    public static AuditHead Empty { get; } = new() { Id = OnlyId, Hash = AuditChain.Beginning };

    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public int Id { get; private set; }

    /// <summary>How many entries the chain holds.</summary>
    public long Entries { get; private set; }

    /// <summary>The hash of the last entry.</summary>
    public string Hash { get; private set; } = string.Empty;
}
