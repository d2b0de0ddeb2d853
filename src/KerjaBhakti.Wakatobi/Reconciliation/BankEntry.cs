using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Reconciliation;

/// <summary>An entry of the journal as the bank should know it: what it moves the bank's account by.</summary>
/// <param name="Id">The key of the entry.</param>
/// <param name="On">Its date.</param>
/// <param name="Description">What happened.</param>
/// <param name="Document">The number by which the bank may know it; empty where it has none.</param>
/// <param name="Net">What the account moved by; negative where money went.</param>
/// <param name="ReversesId">The entry it reverses; null for any other.</param>
public sealed record BankEntry(Guid Id, DateOnly On, string Description, string Document, Rupiah Net, Guid? ReversesId)
{
    /// <summary>The number of the entry in the journal; null before it is booked.</summary>
    public int? Number { get; init; }
}
