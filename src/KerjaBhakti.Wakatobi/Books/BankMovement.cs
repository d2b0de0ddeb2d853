using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Books;

/// <summary>What moves the bank beside claims, fees and spending.</summary>
public enum BankMovementKind
{
    /// <summary>Interest (jasa giro).</summary>
    Interest,

    /// <summary>The tax the bank keeps back of the interest.</summary>
    InterestTax,

    /// <summary>What the bank charges.</summary>
    Charge,

    /// <summary>A transfer to another account of the hospital.</summary>
    TransferOut,

    /// <summary>A transfer back from another account of the hospital.</summary>
    TransferIn,
}

/// <summary>
/// Money that came or went at the bank and is neither claim nor fee nor spending. It stands in accounts of its own and is never shared by
/// pasal 5(2), which shares claims.
/// </summary>
public sealed class BankMovement
{
    /// <summary>The longest document number, in characters.</summary>
    public const int DocumentLength = 100;

    /// <summary>The longest description, reason or name of an account, in characters.</summary>
    public const int TextLength = 500;

    private BankMovement() { }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The day, by the bank.</summary>
    public DateOnly On { get; private set; }

    /// <summary>What it is.</summary>
    public BankMovementKind Kind { get; private set; }

    /// <summary>The amount, more than nothing.</summary>
    public Rupiah Amount { get; private set; }

    /// <summary>The number of the bank's document.</summary>
    public string Document { get; private set; } = string.Empty;

    /// <summary>What for; of a transfer, which account.</summary>
    public string Description { get; private set; } = string.Empty;

    /// <summary>Who entered it.</summary>
    public Person By { get; private set; } = null!;

    /// <summary>The day it was taken back; null where it was not.</summary>
    public DateOnly? ReversedOn { get; private set; }

    /// <summary>Why it was taken back.</summary>
    public string? ReversalReason { get; private set; }

    /// <summary>How often it was changed. Two writers who read the same revision cannot both save.</summary>
    public int Revision { get; private set; }

    /// <summary>Whether the bank grew by it.</summary>
    public bool IsIncoming => Kind is BankMovementKind.Interest or BankMovementKind.TransferIn;

    /// <summary>Whose money it takes; null where only the bank's balance limits it, because nobody decides on it.</summary>
    public FundPart? Part => Kind == BankMovementKind.TransferOut ? FundPart.Free : null;

    /// <summary>A movement.</summary>
    /// <param name="on">The day.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="amount">The amount, more than nothing.</param>
    /// <param name="document">The number of the bank's document.</param>
    /// <param name="description">What for.</param>
    /// <param name="by">Who enters it.</param>
    /// <exception cref="FundRefusedException">Something is missing; says all of it.</exception>
    public static BankMovement Enter(DateOnly on, BankMovementKind kind, Rupiah amount, string document, string description, Person by)
    {
        string?[] problems =
        [
            amount <= Rupiah.Zero ? "Jumlah mutasi harus lebih dari nol." : null,
            Words.WhyNot(document, "Nomor bukti bank", DocumentLength),
            Words.WhyNot(description, "Uraian", TextLength),
        ];
        FundRefusedException.ThrowIfAny([.. problems.OfType<string>()]);
        return new BankMovement
        {
            On = on,
            Kind = kind,
            Amount = amount,
            Document = document.Trim(),
            Description = description.Trim(),
            By = by,
        };
    }

    /// <summary>Takes it back, because it was wrong; its entry is reversed with it.</summary>
    /// <param name="on">The day, in the year of the movement and not before it.</param>
    /// <param name="reason">What was wrong.</param>
    /// <exception cref="FundRefusedException">It was taken back already, the day cannot be, or there is no reason.</exception>
    public void Reverse(DateOnly on, string reason)
    {
        var problem = this switch
        {
            { ReversedOn: { } before } => $"Mutasi {Document} sudah dibatalkan {before.ToIndonesian()}.",
            _ when on.Year != On.Year => $"Mutasi {Document} tanggal {On.ToIndonesian()} hanya dapat dibatalkan dalam tahun {On.Year}.",
            _ when on < On => $"Mutasi {Document} tanggal {On.ToIndonesian()} tidak dapat dibatalkan lebih awal, {on.ToIndonesian()}.",
            _ => Words.WhyNot(reason, "Alasan", TextLength),
        };
        ReversedOn = problem is null ? on : throw new FundRefusedException(problem);
        ReversalReason = reason.Trim();
        Revision++;
    }
}
