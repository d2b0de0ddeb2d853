using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Rotation;

/// <summary>Why no proposal can keep every rule: cells and exclusions that cannot stand together.</summary>
/// <param name="Message">What is in the way, one Indonesian sentence: "Juni: 7 sel terkunci pada Gambir, paling banyak 2."</param>
public sealed record RotationObstacle(string Message)
{
    /// <summary>The month concerned; null where it is the whole period.</summary>
    public RosterMonth? Month { get; init; }

    /// <summary>The cells that stay and are in the way. They alone, with the exclusions, make a proposal impossible.</summary>
    public IReadOnlyList<RosterCell> Cells { get; init; } = [];

    /// <summary>The exclusions that are in the way.</summary>
    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    /// <summary>
    /// False where the search merely found nothing within its limits, so that a proposal may exist all the same. The message says so.
    /// </summary>
    public bool IsProven { get; init; } = true;
}
