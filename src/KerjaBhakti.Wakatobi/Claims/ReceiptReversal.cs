using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Claims;

/// <summary>Where the reversal of a receipt stands.</summary>
public enum ReversalStatus
{
    /// <summary>Finance proposed it; nothing moves before the Director has decided.</summary>
    Proposed,

    /// <summary>The Director agreed: the receipt, its allocation and its entry are taken back.</summary>
    Confirmed,

    /// <summary>The Director declined; the receipt stands.</summary>
    Declined,
}

/// <summary>That a receipt was wrong. The receipt is never changed; this takes it back, on a date of its own.</summary>
public sealed class ReceiptReversal
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    private ReceiptReversal() { }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The receipt.</summary>
    public Guid ReceiptId { get; private set; }

    /// <summary>The day it is taken back in the books.</summary>
    public DateOnly On { get; private set; }

    /// <summary>What was wrong.</summary>
    public string Reason { get; private set; } = string.Empty;

    /// <summary>Who proposed it.</summary>
    public Person ProposedBy { get; private set; } = null!;

    /// <summary>When.</summary>
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public ReversalStatus Status { get; private set; }

    /// <summary>Who decided; null while nobody has.</summary>
    public Person? DecidedBy { get; private set; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was declined; null where it was not.</summary>
    public string? DeclineReason { get; private set; }

    /// <summary>How often it was changed. Two writers who read the same revision cannot both save.</summary>
    public int Revision { get; private set; }

    /// <summary>Finance proposes to take a receipt back.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="on">The day it is to be taken back, not before it arrived.</param>
    /// <param name="reason">What was wrong.</param>
    /// <param name="by">Who proposes it.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="FundRefusedException">It is before the receipt, or there is no reason.</exception>
    public static ReceiptReversal Propose(Receipt receipt, DateOnly on, string reason, Person by, DateTimeOffset at)
    {
        string?[] problems =
        [
            on < receipt.ReceivedOn
                ? $"Tanggal pembatalan {on.ToIndonesian()} mendahului penerimaan tanggal {receipt.ReceivedOn.ToIndonesian()}."
                : null,
            Words.WhyNot(reason, "Alasan pembatalan", ReasonLength),
        ];
        FundRefusedException.ThrowIfAny([.. problems.OfType<string>()]);
        return new ReceiptReversal
        {
            ReceiptId = receipt.Id,
            On = on,
            Reason = reason.Trim(),
            ProposedBy = by,
            ProposedAt = at,
        };
    }

    /// <summary>The Director agrees.</summary>
    /// <exception cref="FundRefusedException">It was decided already.</exception>
    public void Confirm(Person director, DateTimeOffset at) => Decide(ReversalStatus.Confirmed, director, at);

    /// <summary>The Director declines.</summary>
    /// <exception cref="FundRefusedException">It was decided already, or there is no reason.</exception>
    public void Decline(Person director, string reason, DateTimeOffset at)
    {
        var why = Words.Require(reason, "Alasan", ReasonLength);
        Decide(ReversalStatus.Declined, director, at);
        DeclineReason = why;
    }

    private void Decide(ReversalStatus status, Person director, DateTimeOffset at)
    {
        if (DecidedBy is { } decided)
        {
            throw new FundRefusedException($"Usulan pembatalan penerimaan ini sudah diputuskan oleh {decided.Name}.");
        }

        Status = status;
        DecidedBy = director;
        DecidedAt = at;
        Revision++;
    }
}
