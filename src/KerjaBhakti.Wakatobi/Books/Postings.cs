using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Books;

/// <summary>Which accounts each event moves.</summary>
public static class Postings
{
    /// <summary>A verification: more or less is expected of BPJS than before.</summary>
    /// <param name="change">What the verified amount changed by; negative where it fell.</param>
    public static IEnumerable<JournalLine> Verified(Rupiah change) =>
        JournalLine.Move(change, ChartOfAccounts.Receivable, ChartOfAccounts.ExpectedIncome);

    /// <summary>A payment of BPJS: the money is there, and what was expected has become income.</summary>
    public static IEnumerable<JournalLine> Received(Rupiah amount) => Received(amount, amount);

    /// <summary>A payment of BPJS from which it kept something back: all of it is expected no more, and what arrived is income.</summary>
    /// <param name="gross">What it pays of claims.</param>
    /// <param name="net">What arrived; negative where more was paid back to BPJS than it paid.</param>
    public static IEnumerable<JournalLine> Received(Rupiah gross, Rupiah net) =>
        [
            .. JournalLine.Move(net, ChartOfAccounts.Bank, ChartOfAccounts.ClaimIncome),
            .. JournalLine.Move(gross, ChartOfAccounts.ExpectedIncome, ChartOfAccounts.Receivable),
        ];

    /// <summary>The approval of a fee distribution: the staff is owed.</summary>
    public static IEnumerable<JournalLine> FeesApproved(Rupiah amount) =>
        JournalLine.Move(amount, ChartOfAccounts.ApprovedFees, ChartOfAccounts.FeesPayable);

    /// <summary>
    /// The payment of a fee distribution: nothing is owed to the staff. What left the bank has become an expense; what was kept back is
    /// owed to the tax office and becomes one when it is paid there, so that the expense is always what left the bank (pasal 10(1)).
    /// </summary>
    /// <param name="amount">The gross amount.</param>
    /// <param name="deducted">What was kept back of it for the tax office and others.</param>
    /// <param name="kept">What of it is kept back from those who owe something of a cancelled distribution: it was paid then.</param>
    public static IEnumerable<JournalLine> FeesPaid(Rupiah amount, Rupiah deducted = default, Rupiah kept = default) =>
        [
            .. JournalLine.Move(amount - deducted, ChartOfAccounts.FeesPayable, ChartOfAccounts.ApprovedFees),
            .. JournalLine.Move(deducted, ChartOfAccounts.FeesPayable, ChartOfAccounts.DeductionsPayable),
            .. JournalLine.Move(amount - deducted - kept, ChartOfAccounts.FeeExpense, ChartOfAccounts.Bank),
            .. JournalLine.Move(kept, ChartOfAccounts.FeesToReturn, ChartOfAccounts.StaffReceivable),
        ];

    /// <summary>The payment of what was kept back to the tax office and others.</summary>
    public static IEnumerable<JournalLine> DeductionsRemitted(Rupiah deducted) =>
        [
            .. JournalLine.Move(deducted, ChartOfAccounts.DeductionsPayable, ChartOfAccounts.Bank),
            .. JournalLine.Move(deducted, ChartOfAccounts.FeeExpense, ChartOfAccounts.ApprovedFees),
        ];

    /// <summary>A distribution is cancelled after it was paid: the staff owes it, and the bank stays as it is.</summary>
    public static IEnumerable<JournalLine> FeesCancelled(Rupiah amount) =>
        JournalLine.Move(amount, ChartOfAccounts.StaffReceivable, ChartOfAccounts.FeesToReturn);

    /// <summary>Somebody gives back what a cancelled distribution had paid.</summary>
    public static IEnumerable<JournalLine> FeesRepaid(Rupiah amount) =>
        [
            .. JournalLine.Move(amount, ChartOfAccounts.Bank, ChartOfAccounts.FeeExpense),
            .. JournalLine.Move(amount, ChartOfAccounts.FeesToReturn, ChartOfAccounts.StaffReceivable),
        ];

    /// <summary>A movement of the bank beside claims, fees and spending.</summary>
    public static IEnumerable<JournalLine> Moved(BankMovementKind kind, Rupiah amount) =>
        kind switch
        {
            BankMovementKind.Interest => JournalLine.Move(amount, ChartOfAccounts.Bank, ChartOfAccounts.Interest),
            BankMovementKind.InterestTax => JournalLine.Move(amount, ChartOfAccounts.InterestTax, ChartOfAccounts.Bank),
            BankMovementKind.Charge => JournalLine.Move(amount, ChartOfAccounts.BankCharges, ChartOfAccounts.Bank),
            BankMovementKind.TransferOut => JournalLine.Move(amount, ChartOfAccounts.OtherBank, ChartOfAccounts.Bank),
            BankMovementKind.TransferIn => JournalLine.Move(amount, ChartOfAccounts.Bank, ChartOfAccounts.OtherBank),
        };

    /// <summary>An expenditure.</summary>
    public static IEnumerable<JournalLine> Spent(string category, Rupiah amount) =>
        JournalLine.Move(amount, ChartOfAccounts.OfCategory(category), ChartOfAccounts.Bank);

    /// <summary>The balance of SiLPA the books begin with, when earlier years were kept elsewhere.</summary>
    public static IEnumerable<JournalLine> Opening(Rupiah silpa) => JournalLine.Move(silpa, ChartOfAccounts.Bank, ChartOfAccounts.Silpa);
}
