using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.CarryOver;

/// <summary>
/// The surplus of a year (sisa lebih perhitungan anggaran, pasal 10(1)): what realised receipts of this and earlier years exceed realised spending
/// by. It is the opening balance of the next year, not its income, and is not shared again. Negative where more was spent than received.
/// </summary>
/// <param name="Year">The year that was closed.</param>
/// <param name="Opening">The surplus of the year before.</param>
/// <param name="Receipts">What was received in the year.</param>
/// <param name="Spending">What was paid out in the year, service fees included.</param>
public sealed record Silpa(int Year, Rupiah Opening, Rupiah Receipts, Rupiah Spending)
{
    /// <summary>The surplus carried over to the next year.</summary>
    public Rupiah Amount => Opening + Receipts - Spending;
}
