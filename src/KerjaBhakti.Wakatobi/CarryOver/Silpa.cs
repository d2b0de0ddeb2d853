using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.CarryOver;

/// <summary>
/// The surplus of a year (sisa lebih perhitungan anggaran, pasal 10(1)): what realised receipts of this and earlier years exceed realised
/// spending by. It is the opening balance of the next year, not its income, and is not shared again. Negative where more was spent than
/// received.
/// </summary>
/// <param name="Year">The year that was closed.</param>
/// <param name="Opening">The surplus of the year before.</param>
/// <param name="Receipts">What was received in the year: claims, and interest of the bank.</param>
/// <param name="Spending">What was paid out in the year, service fees and what the bank kept included.</param>
/// <param name="Bound">What of the surplus is fees that were received for and not paid: it goes on as the pool of the next year, and no use
/// of SiLPA can take it. Spending is booked when it is paid, so none of it is approved and unpaid at a closing.</param>
public sealed record Silpa(int Year, Rupiah Opening, Rupiah Receipts, Rupiah Spending, Rupiah Bound = default)
{
    /// <summary>The surplus carried over to the next year.</summary>
    public Rupiah Amount => Opening + Receipts - Spending;

    /// <summary>The part of it that uses of SiLPA can take (pasal 10(2) and (3)).</summary>
    public Rupiah Free => Amount - Bound;
}
