using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Reconciliation;

/// <summary>
/// The bank's statement of a month on paper, scanned. It stays with the month and never changes; a month may have several.
/// </summary>
/// <param name="month">The month.</param>
/// <param name="fileId">The file.</param>
/// <param name="fileName">Its name.</param>
/// <param name="by">Who uploaded it.</param>
/// <param name="at">When.</param>
public sealed class StatementScan(FiscalMonth month, Guid fileId, string fileName, Person by, DateTimeOffset at)
{
    // A stored scan is filled property by property.
    private StatementScan()
        : this(default, default, string.Empty, null!, default) { }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The month.</summary>
    public FiscalMonth Month { get; private set; } = month;

    /// <summary>The file.</summary>
    public Guid FileId { get; private set; } = fileId;

    /// <summary>The name it was uploaded under; cut where it is longer than a statement's.</summary>
    public string FileName { get; private set; } =
        fileName.Length <= BankStatement.NameLength ? fileName : fileName[..BankStatement.NameLength];

    /// <summary>Who uploaded it.</summary>
    public Person By { get; private set; } = by;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; } = at;
}
