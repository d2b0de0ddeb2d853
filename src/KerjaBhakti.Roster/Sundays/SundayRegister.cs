namespace KerjaBhakti.Roster.Sundays;

/// <summary>What is known of the Sundays: which are holidays, and where duty was called off. Immutable.</summary>
public sealed class SundayRegister
{
    private readonly ILookup<DateOnly, Holiday> holidays;
    private readonly Dictionary<DateOnly, SundayDecision> decisions;

    /// <summary>The register of some holidays and every decision about the days in question, in any order.</summary>
    public SundayRegister(IEnumerable<Holiday> holidays, IEnumerable<SundayDecision> decisions)
    {
        this.holidays = holidays
            .OrderBy(holiday => holiday.Kind)
            .ThenBy(holiday => holiday.Name, StringComparer.Ordinal)
            .ToLookup(holiday => holiday.Date);

        // Two decisions of one instant: the key tells which was made later.
        this.decisions = decisions
            .GroupBy(decision => decision.Date)
            .ToDictionary(group => group.Key, group => group.OrderBy(decision => decision.At).ThenBy(decision => decision.Id).Last());
    }

    /// <summary>A register that knows of nothing: duty stands on every Sunday.</summary>
    public static SundayRegister Empty { get; } = new([], []);

    /// <summary>What is known of a Sunday.</summary>
    public SundayStanding On(DateOnly sunday) => new(sunday, [.. holidays[sunday]], decisions.GetValueOrDefault(sunday));
}

/// <summary>What is known of one Sunday.</summary>
/// <param name="Date">The Sunday.</param>
/// <param name="Holidays">The holidays that fall on it.</param>
/// <param name="Decision">The decision that counts; null while there is none, and duty stands.</param>
public sealed record SundayStanding(DateOnly Date, IReadOnlyList<Holiday> Holidays, SundayDecision? Decision)
{
    /// <summary>Whether duty was called off.</summary>
    public bool IsCancelled => Decision is { DutyStands: false };

    /// <summary>Whether it is a holiday nobody has decided about.</summary>
    public bool NeedsDecision => Holidays.Count > 0 && Decision is null;
}
