using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.CarryOver;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Spending;

namespace KerjaBhakti.Wakatobi.Reports;

/// <summary>What was paid for a category, from receipts and from SiLPA together.</summary>
/// <param name="Category">The category.</param>
/// <param name="Amount">The amount.</param>
public sealed record CategoryPayment(SpendingCategory Category, Rupiah Amount);

/// <summary>An approved use of SiLPA.</summary>
/// <param name="Use">The use.</param>
/// <param name="Spent">What the books say was spent of it, up to the last day of the report.</param>
/// <param name="Through">The last day of the report.</param>
public sealed record SilpaUseFigures(SilpaUse Use, Rupiah Spent, DateOnly Through)
{
    /// <summary>
    /// The budget document as it was on the last day: an amendment of a later date is not in the report, so that it reads the same whenever
    /// it is printed. A use that is not urgent rests on its document from the start.
    /// </summary>
    public LegalDocument? Budget => Use.Criterion is null || Use.Budget?.Date <= Through ? Use.Budget : null;

    /// <summary>What may still be used.</summary>
    public Rupiah Left => Use.Amount - Spent;
}

/// <summary>
/// The computation of SiLPA (pasal 10(1)): what the year opened with, received and paid. It always begins in January, because its opening
/// is the surplus of the years before. On the last day of a closed year it is the SiLPA that was closed.
/// </summary>
public sealed class SilpaReport
{
    /// <summary>The computation up to the end of a period.</summary>
    /// <param name="period">The period; it begins in January.</param>
    /// <param name="movements">The books up to its last day, from January on.</param>
    /// <param name="categories">The categories in the order of the report.</param>
    /// <param name="fees">Fees received for and not paid on its last day; negative where more was paid.</param>
    /// <param name="uses">The uses of SiLPA in the year that were approved or spent by the last day, with what was spent of each.</param>
    /// <param name="openYears">The earlier years of the books that are not closed.</param>
    /// <exception cref="ArgumentException">The period does not begin in January.</exception>
    public SilpaReport(
        ReportPeriod period,
        BookMovements movements,
        IReadOnlyList<SpendingCategory> categories,
        Rupiah fees,
        IReadOnlyList<SilpaUseFigures> uses,
        IReadOnlyList<int> openYears
    )
    {
        if (!period.BeginsTheYear)
        {
            throw new ArgumentException("SiLPA is computed from January on.", nameof(period));
        }

        Period = period;
        Fees = movements.Within(ChartOfAccounts.FeeExpense);
        Categories =
        [
            .. categories
                .Select(category => new CategoryPayment(category, movements.Within(ChartOfAccounts.OfCategory(category.Code))))
                .Where(payment => payment.Amount != Rupiah.Zero),
        ];
        (Claims, Interest) = (-movements.Within(ChartOfAccounts.ClaimIncome), -movements.Within(ChartOfAccounts.Interest));
        (InterestTax, Charges) = (movements.Within(ChartOfAccounts.InterestTax), movements.Within(ChartOfAccounts.BankCharges));
        Computation = new Silpa(
            period.Year,
            -movements.Through(ChartOfAccounts.Silpa),
            Claims + Interest,
            Fees + Categories.Sum(payment => payment.Amount) + InterestTax + Charges,
            fees.IsNegative ? Rupiah.Zero : fees
        );
        Bank = movements.Through(ChartOfAccounts.Bank);
        OtherBank = movements.Through(ChartOfAccounts.OtherBank);
        Uses = uses;
        OpenYears = openYears;
        IsEmpty = movements.IsEmpty && Computation.Opening == Rupiah.Zero && uses.Count == 0;
    }

    /// <summary>January to the last month.</summary>
    public ReportPeriod Period { get; }

    /// <summary>Opening, receipts, spending, and what is left of them.</summary>
    public Silpa Computation { get; }

    /// <summary>Service fees that were paid.</summary>
    public Rupiah Fees { get; }

    /// <summary>What was paid for each category that anything was paid for.</summary>
    public IReadOnlyList<CategoryPayment> Categories { get; }

    /// <summary>What BPJS paid.</summary>
    public Rupiah Claims { get; }

    /// <summary>Interest of the bank.</summary>
    public Rupiah Interest { get; }

    /// <summary>The tax on it.</summary>
    public Rupiah InterestTax { get; }

    /// <summary>What the bank charged.</summary>
    public Rupiah Charges { get; }

    /// <summary>What lies on other accounts of the hospital on the last day.</summary>
    public Rupiah OtherBank { get; }

    /// <summary>The bank by the books on the last day. It is the closing of the computation, unless a year before is open.</summary>
    public Rupiah Bank { get; }

    /// <summary>The approved uses of SiLPA in the year, as of the last day.</summary>
    public IReadOnlyList<SilpaUseFigures> Uses { get; }

    /// <summary>The uses ahead of the budget amendment (pasal 10(3)).</summary>
    public IEnumerable<SilpaUseFigures> Urgent => Uses.Where(use => use.Use.Criterion is not null);

    /// <summary>The earlier years that are not closed, whose surplus the opening therefore does not hold.</summary>
    public IReadOnlyList<int> OpenYears { get; }

    /// <summary>Whether there is nothing to report.</summary>
    public bool IsEmpty { get; }
}
