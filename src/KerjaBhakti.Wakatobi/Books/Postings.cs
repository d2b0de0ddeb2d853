using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Books;

/// <summary>Which accounts each event moves.</summary>
public static class Postings
{
    /// <summary>A verification: more or less is expected of BPJS than before.</summary>
    /// <param name="change">What the verified amount changed by; negative where it fell.</param>
    public static IEnumerable<JournalLine> Verified(Rupiah change) => JournalLine.Move(change, ChartOfAccounts.Receivable, ChartOfAccounts.ExpectedIncome);

    /// <summary>A payment of BPJS: the money is there, and what was expected has become income.</summary>
    public static IEnumerable<JournalLine> Received(Rupiah amount) =>
    [
        .. JournalLine.Move(amount, ChartOfAccounts.Bank, ChartOfAccounts.Receivable),
        .. JournalLine.Move(amount, ChartOfAccounts.ExpectedIncome, ChartOfAccounts.ClaimIncome),
    ];

    /// <summary>The approval of a fee distribution: the staff is owed.</summary>
    public static IEnumerable<JournalLine> FeesApproved(Rupiah amount) => JournalLine.Move(amount, ChartOfAccounts.ApprovedFees, ChartOfAccounts.FeesPayable);

    /// <summary>The payment of a fee distribution: nothing is owed, and what was approved has become an expense.</summary>
    public static IEnumerable<JournalLine> FeesPaid(Rupiah amount) =>
    [
        .. JournalLine.Move(amount, ChartOfAccounts.FeesPayable, ChartOfAccounts.Bank),
        .. JournalLine.Move(amount, ChartOfAccounts.FeeExpense, ChartOfAccounts.ApprovedFees),
    ];

    /// <summary>An expenditure.</summary>
    public static IEnumerable<JournalLine> Spent(string category, Rupiah amount) =>
        JournalLine.Move(amount, ChartOfAccounts.OfCategory(category), ChartOfAccounts.Bank);

    /// <summary>The balance of SiLPA the books begin with, when earlier years were kept elsewhere.</summary>
    public static IEnumerable<JournalLine> Opening(Rupiah silpa) => JournalLine.Move(silpa, ChartOfAccounts.Bank, ChartOfAccounts.Silpa);
}
