using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Reports;

/// <summary>
/// What an account was moved by up to the last day of a period, debits less credits, reversals included. The closing entry of the period's
/// own year is left out of every account and those of earlier years out of income and expenses, so that a closed year reads as an open one.
/// </summary>
/// <param name="Account">The code of the account.</param>
/// <param name="FromSilpa">Whether the entries were made for spending that a use of SiLPA pays.</param>
/// <param name="EarlierYears">In the years before.</param>
/// <param name="Before">In the year, before the period.</param>
/// <param name="Within">In the period.</param>
public sealed record AccountMovement(string Account, bool FromSilpa, Rupiah EarlierYears, Rupiah Before, Rupiah Within);

/// <summary>The books as the reports read them: summed by the database, an account at most once for each side of the fund.</summary>
public sealed class BookMovements(IReadOnlyList<AccountMovement> movements)
{
    /// <summary>Whether nothing was booked in the period.</summary>
    public bool IsEmpty => movements.All(movement => movement.Within == Rupiah.Zero);

    /// <summary>Debits less credits of an account in the period.</summary>
    public Rupiah Within(string account) => Of(account).Sum(movement => movement.Within);

    /// <summary>Debits less credits of an account from the first entry to the day before the period.</summary>
    public Rupiah UntilBefore(string account) => Of(account).Sum(movement => movement.EarlierYears + movement.Before);

    /// <summary>Debits less credits of an account from the first entry to the last day of the period.</summary>
    public Rupiah Through(string account) => UntilBefore(account) + Within(account);

    /// <summary>What was spent on a category in the year, before the period and within it.</summary>
    /// <param name="category">The code of the category.</param>
    /// <param name="fromSilpa">Paid by a use of SiLPA; false for what the year's receipts paid.</param>
    public (Rupiah Before, Rupiah Within) Spent(string category, bool fromSilpa)
    {
        var spent = Of(ChartOfAccounts.OfCategory(category)).Where(movement => movement.FromSilpa == fromSilpa).ToList();
        return (spent.Sum(movement => movement.Before), spent.Sum(movement => movement.Within));
    }

    private IEnumerable<AccountMovement> Of(string account) => movements.Where(movement => movement.Account == account);
}
