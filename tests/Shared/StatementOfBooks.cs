using System.Security.Claims;
using KerjaBhakti.Data.Identity;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Reconciliation;
using KerjaBhakti.Web.Wakatobi.Books;
using Microsoft.Extensions.DependencyInjection;

namespace KerjaBhakti.Tests;

/// <summary>The statement of a bank that knows what the books know.</summary>
internal static class StatementOfBooks
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Imports the statement of a month as finance.</summary>
    public static Task<bool> ImportAsync(IServiceProvider services, FiscalMonth month) =>
        ImportAsync(
            services.GetRequiredService<BankStatements>(),
            services.GetRequiredService<BankReconciliation>(),
            TestUsers.Of(PortalRoles.KeuanganRsud),
            month,
            late: new HashSet<Guid>()
        );

    /// <summary>Imports the statement of a month.</summary>
    /// <param name="statements">Imports.</param>
    /// <param name="reconciliation">Knows what is not matched.</param>
    /// <param name="user">Who imports.</param>
    /// <param name="month">The month.</param>
    /// <param name="late">Entries the bank does not know yet; those of earlier months it learns on the first.</param>
    /// <returns>Whether there was anything.</returns>
    public static async Task<bool> ImportAsync(
        BankStatements statements,
        BankReconciliation reconciliation,
        ClaimsPrincipal user,
        FiscalMonth month,
        IReadOnlySet<Guid> late
    )
    {
        var bank = (await reconciliation.OpenAsync(user, month, Cancellation)).Bank;
        var sheet = Of(bank, late);
        if (sheet.Rows.Count == 0)
        {
            return false;
        }

        await statements.ImportAsync(user, $"rekening-{month}.csv", sheet, sheet.Rows.Count, Cancellation);

        // Equals that could be each other's are left to a person, who knows what the bank writes.
        var left = (await reconciliation.OpenAsync(user, month, Cancellation)).Bank;
        var entries = left.UnmatchedEntries.Where(entry => !late.Contains(entry.Id)).ToList();
        foreach (var line in left.UnmatchedLines)
        {
            var entry = entries.Find(entry => entry.Net == line.Net && entry.Description == line.Text)!;
            entries.Remove(entry);
            await reconciliation.MatchAsync(user, [line.Id], [entry.Id], Cancellation);
        }

        return true;
    }

    /// <summary>What the bank says of a month: every entry on its day.</summary>
    public static StatementSheet Of(BankMonth bank, IReadOnlySet<Guid> late)
    {
        var balance = bank.Opening.Amount;
        var rows = new List<StatementRow>();
        foreach (var entry in bank.UnmatchedEntries.Where(entry => !late.Contains(entry.Id)))
        {
            balance += entry.Net.Amount;
            var sen = Math.Abs(entry.Net.Amount) * 100;
            rows.Add(
                new StatementRow(
                    rows.Count + 2,
                    entry.On < bank.Month.FirstDay ? bank.Month.FirstDay : entry.On,
                    entry.Description,
                    entry.Document,
                    entry.Net.IsNegative ? 0 : sen,
                    entry.Net.IsNegative ? sen : 0,
                    balance * 100
                )
            );
        }

        return new StatementSheet(rows, bank.Opening.Amount * 100, balance * 100, []);
    }
}
