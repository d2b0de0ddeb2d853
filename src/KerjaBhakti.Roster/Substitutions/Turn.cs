using KerjaBhakti.Roster.Positions;

namespace KerjaBhakti.Roster.Substitutions;

/// <summary>One Sunday of one row on which another position serves.</summary>
public sealed class Turn
{
    private Turn() { }

    internal Turn(Guid substitution, int row, DateOnly sunday, Post substitute)
    {
        SubstitutionId = substitution;
        Row = row;
        Sunday = sunday;
        SubstituteId = substitute.Id;
        Substitute = substitute.Name;
    }

    /// <summary>The substitution it belongs to.</summary>
    public Guid SubstitutionId { get; private set; }

    /// <summary>The number of the row in the annex.</summary>
    public int Row { get; private set; }

    /// <summary>The Sunday.</summary>
    public DateOnly Sunday { get; private set; }

    /// <summary>The key of the position that serves in its stead.</summary>
    public int SubstituteId { get; private set; }

    /// <summary>That position's name as it was called when this was proposed.</summary>
    public string Substitute { get; private set; } = string.Empty;
}

/// <summary>One of the two sides of a substitution (pihak), and whether it agrees.</summary>
public sealed class Consent
{
    private Consent() { }

    internal Consent(Guid substitution, int position)
    {
        SubstitutionId = substitution;
        PositionId = position;
    }

    /// <summary>The substitution.</summary>
    public Guid SubstitutionId { get; private set; }

    /// <summary>The position whose side it is.</summary>
    public int PositionId { get; private set; }

    /// <summary>Who agreed for it; null while nobody has.</summary>
    public string? By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>
    /// The key of the stored letter by which a post without an account agreed; null where its own people agreed here.
    /// </summary>
    public Guid? LetterId { get; private set; }

    internal void Give(string by, DateTimeOffset at, Guid? letter = null)
    {
        By = by;
        At = at;
        LetterId = letter;
    }
}
