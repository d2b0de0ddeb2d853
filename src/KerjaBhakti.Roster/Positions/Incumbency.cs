namespace KerjaBhakti.Roster.Positions;

/// <summary>How somebody holds a position.</summary>
public enum IncumbencyKind
{
    /// <summary>Definitif.</summary>
    Definitive,

    /// <summary>Pelaksana tugas (Plt.): the position is vacant.</summary>
    Acting,

    /// <summary>Pelaksana harian (Plh.): its holder is away for a while.</summary>
    DailyActing,
}

/// <summary>That an official holds a position from a day on. See <see cref="Incumbencies"/> for the rules between several.</summary>
public sealed class Incumbency
{
    private Incumbency() { }

    internal Incumbency(int position, Guid official, IncumbencyKind kind, DateOnly from, DateOnly? to)
    {
        PositionId = position;
        OfficialId = official;
        Kind = kind;
        From = from;
        To = to;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The position.</summary>
    public int PositionId { get; private set; }

    /// <summary>The official.</summary>
    public Guid OfficialId { get; private set; }

    /// <summary>How they hold it.</summary>
    public IncumbencyKind Kind { get; private set; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last day, included; null while no end is known.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>How often it was changed. Two writers who read the same revision cannot both save.</summary>
    public int Revision { get; private set; }

    /// <summary>What stands before the position's name: "Plt. ", "Plh. ", or nothing.</summary>
    public string Prefix =>
        Kind switch
        {
            IncumbencyKind.Definitive => string.Empty,
            IncumbencyKind.Acting => "Plt. ",
            IncumbencyKind.DailyActing => "Plh. ",
        };

    /// <summary>Whether a day is one of it.</summary>
    public bool Covers(DateOnly day) => day >= From && (To is null || day <= To);

    internal bool Meets(DateOnly from, DateOnly? to) => (To is null || from <= To) && (to is null || From <= to);

    internal void PassTo(Guid official)
    {
        OfficialId = official;
        Revision++;
    }

    internal void EndOn(DateOnly last)
    {
        To = last;
        Revision++;
    }
}
