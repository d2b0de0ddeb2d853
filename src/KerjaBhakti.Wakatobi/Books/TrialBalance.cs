using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Books;

/// <summary>What an account was moved by.</summary>
/// <param name="Account">The code of the account.</param>
/// <param name="Debit">The sum of its debits.</param>
/// <param name="Credit">The sum of its credits.</param>
public sealed record AccountBalance(string Account, Rupiah Debit, Rupiah Credit)
{
    /// <summary>Debits less credits: positive where the debits are more.</summary>
    public Rupiah Balance => Debit - Credit;
}

/// <summary>The balances of all accounts, from the first entry to some day. Its difference is zero, always.</summary>
public sealed class TrialBalance
{
    private readonly Dictionary<string, AccountBalance> balances;

    /// <summary>The balances, as a database sums them; an account at most once.</summary>
    public TrialBalance(IEnumerable<AccountBalance> balances) => this.balances = balances.ToDictionary(balance => balance.Account);

    /// <summary>The accounts that were moved, by code, ordinal.</summary>
    public IEnumerable<AccountBalance> Accounts => balances.Values.OrderBy(balance => balance.Account, StringComparer.Ordinal);

    /// <summary>All debits less all credits.</summary>
    public Rupiah Difference => balances.Values.Sum(balance => balance.Debit) - balances.Values.Sum(balance => balance.Credit);

    /// <summary>The balances of entries.</summary>
    public static TrialBalance Of(IEnumerable<JournalEntry> entries) =>
        new(
            entries
                .SelectMany(entry => entry.Lines)
                .GroupBy(line => line.Account)
                .Select(lines => new AccountBalance(lines.Key, lines.Sum(line => line.Debit), lines.Sum(line => line.Credit)))
        );

    /// <summary>Debits less credits of an account; nothing where it was never moved.</summary>
    public Rupiah this[string account] => balances.GetValueOrDefault(account)?.Balance ?? Rupiah.Zero;
}
