using KerjaBhakti.Wakatobi.Spending;

namespace KerjaBhakti.Wakatobi.Books;

/// <summary>What an account is, and so on which side it grows and whether a year closes it.</summary>
public enum AccountKind
{
    /// <summary>Grows by debit; carried over.</summary>
    Asset,

    /// <summary>Grows by credit; carried over.</summary>
    Liability,

    /// <summary>Grows by credit; carried over.</summary>
    Equity,

    /// <summary>Grows by credit; closed at the end of a year.</summary>
    Income,

    /// <summary>Grows by debit; closed at the end of a year.</summary>
    Expense,
}

/// <summary>An account of the books.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">What it is.</param>
public sealed record Account(string Code, string Name, AccountKind Kind);

/// <summary>
/// The accounts. Income and expense hold only what is realised, that is received and paid, because SiLPA is the difference of realised
/// receipts and realised spending (pasal 10(1)). What is claimed but not received, and what is decided but not paid, stands in pairs of
/// accounts that cancel each other until the money moves.
/// </summary>
public sealed class ChartOfAccounts
{
    /// <summary>The hospital's account at the bank.</summary>
    public const string Bank = "1.1";

    /// <summary>Verified claims BPJS has not paid; the pair of <see cref="ExpectedIncome"/>.</summary>
    public const string Receivable = "1.2";

    /// <summary>
    /// Fees that are approved and not paid, and deductions not paid to the tax office yet; the pair of <see cref="FeesPayable"/> and
    /// <see cref="DeductionsPayable"/>.
    /// </summary>
    public const string ApprovedFees = "1.3";

    /// <summary>What the staff has to give back of cancelled distributions; the pair of <see cref="FeesToReturn"/>.</summary>
    public const string StaffReceivable = "1.4";

    /// <summary>What lies on other accounts of the hospital.</summary>
    public const string OtherBank = "1.5";

    /// <summary>What is owed to the staff.</summary>
    public const string FeesPayable = "2.1";

    /// <summary>Income that is expected from verified claims.</summary>
    public const string ExpectedIncome = "2.2";

    /// <summary>Fees that are expected back; the pair of <see cref="StaffReceivable"/>.</summary>
    public const string FeesToReturn = "2.3";

    /// <summary>What was kept back of fees and is owed to the tax office and others.</summary>
    public const string DeductionsPayable = "2.4";

    /// <summary>SiLPA of the years that are closed.</summary>
    public const string Silpa = "3.1";

    /// <summary>Claims that were paid.</summary>
    public const string ClaimIncome = "4.1";

    /// <summary>Interest of the bank (jasa giro).</summary>
    public const string Interest = "4.2";

    /// <summary>Fees that were paid.</summary>
    public const string FeeExpense = "5.1";

    /// <summary>The tax on interest.</summary>
    public const string InterestTax = "5.3";

    /// <summary>What the bank charges.</summary>
    public const string BankCharges = "5.4";

    /// <summary>The longest code, in characters.</summary>
    public const int CodeLength = 30;

    private readonly Dictionary<string, Account> accounts;

    /// <summary>The accounts with one for each category of spending.</summary>
    public ChartOfAccounts(IEnumerable<SpendingCategory> categories) =>
        accounts = new Account[]
        {
            new(Bank, "Rekening bank rumah sakit", AccountKind.Asset),
            new(Receivable, "Piutang klaim BPJS", AccountKind.Asset),
            new(ApprovedFees, "Jasa pelayanan disetujui, belum dibayar", AccountKind.Asset),
            new(StaffReceivable, "Piutang pegawai dari pembagian yang dibatalkan", AccountKind.Asset),
            new(OtherBank, "Rekening lain milik rumah sakit", AccountKind.Asset),
            new(FeesPayable, "Utang jasa pelayanan", AccountKind.Liability),
            new(ExpectedIncome, "Pendapatan klaim yang akan diterima", AccountKind.Liability),
            new(FeesToReturn, "Jasa pelayanan yang akan dikembalikan pegawai", AccountKind.Liability),
            new(DeductionsPayable, "Utang potongan jasa pelayanan (PPh 21 dan lainnya)", AccountKind.Liability),
            new(Silpa, "SiLPA tahun-tahun sebelumnya", AccountKind.Equity),
            new(ClaimIncome, "Pendapatan klaim", AccountKind.Income),
            new(Interest, "Jasa giro", AccountKind.Income),
            new(FeeExpense, "Jasa pelayanan", AccountKind.Expense),
            new(InterestTax, "Pajak jasa giro", AccountKind.Expense),
            new(BankCharges, "Biaya administrasi bank", AccountKind.Expense),
        }
            .Concat(categories.Select(category => new Account(OfCategory(category.Code), category.Name, AccountKind.Expense)))
            .ToDictionary(account => account.Code);

    /// <summary>The accounts by code, ordinal.</summary>
    public IEnumerable<Account> All => accounts.Values.OrderBy(account => account.Code, StringComparer.Ordinal);

    /// <summary>The account of a category of spending.</summary>
    public static string OfCategory(string category) => $"5.2.{category}";

    /// <summary>The account of a code; null where there is none.</summary>
    public Account? Find(string code) => accounts.GetValueOrDefault(code);

    /// <summary>Whether a year closes the account.</summary>
    public bool IsClosedYearly(string code) => Find(code)?.Kind is AccountKind.Income or AccountKind.Expense;
}
