using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Claims;

/// <summary>What was done to a claim.</summary>
public enum ClaimChangeKind
{
    /// <summary>It was entered.</summary>
    Filed,

    /// <summary>What was filed was corrected.</summary>
    Corrected,

    /// <summary>It was declared complete.</summary>
    Complete,

    /// <summary>The verification spoke, of all of it or of pending and disputed parts.</summary>
    Verified,

    /// <summary>It was withdrawn.</summary>
    Withdrawn,
}

/// <summary>A service as it was after a change.</summary>
/// <param name="Service">The code of the service.</param>
/// <param name="Cases">How many cases.</param>
/// <param name="Filed">The amount filed.</param>
/// <param name="Verified">Eligible.</param>
/// <param name="Pending">Pending.</param>
/// <param name="Disputed">In dispute.</param>
/// <param name="Refused">Not eligible.</param>
public sealed record ClaimState(string Service, int Cases, Rupiah Filed, Rupiah Verified, Rupiah Pending, Rupiah Disputed, Rupiah Refused)
{
    // A stored state is filled property by property.
    private ClaimState()
        : this(string.Empty, 0, default, default, default, default, default) { }
}

/// <summary>
/// A change of a claim with the figures it left, kept for ever. A claim that is withdrawn is gone; its history stays with its month.
/// </summary>
public sealed class ClaimChange
{
    /// <summary>The longest text, in characters.</summary>
    public const int TextLength = 500;

    private readonly List<ClaimState> states = [];

    private ClaimChange() { }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The claim.</summary>
    public Guid ClaimId { get; private set; }

    /// <summary>The month of the services.</summary>
    public FiscalMonth Month { get; private set; }

    /// <summary>The number of a later claim; 0 for the month's first.</summary>
    public int Number { get; private set; }

    /// <summary>What was done.</summary>
    public ClaimChangeKind Kind { get; private set; }

    /// <summary>The date it is of: of filing, of the declaration, of the decision; the day itself for a correction.</summary>
    public DateOnly On { get; private set; }

    /// <summary>The number of the document or the reason; empty where there is none.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>Who did it.</summary>
    public Person By { get; private set; } = null!;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The services as they were after it.</summary>
    public IReadOnlyList<ClaimState> States => states;

    /// <summary>What was filed.</summary>
    public Rupiah Filed => states.Sum(state => state.Filed);

    /// <summary>What is to be paid of it.</summary>
    public Rupiah Verified => states.Sum(state => state.Verified);

    /// <summary>The change a claim has just gone through.</summary>
    public static ClaimChange Of(ClaimMonth claim, ClaimChangeKind kind, DateOnly on, string text, Person by, DateTimeOffset at)
    {
        var change = new ClaimChange
        {
            ClaimId = claim.Id,
            Month = claim.Month,
            Number = claim.Number,
            Kind = kind,
            On = on,
            Text = text,
            By = by,
            At = at,
        };
        change.states.AddRange(
            claim.Lines.Select(line => new ClaimState(
                line.Service,
                line.Cases,
                line.Filed,
                line.Verified,
                line.Pending,
                line.Disputed,
                line.Refused
            ))
        );
        return change;
    }
}
