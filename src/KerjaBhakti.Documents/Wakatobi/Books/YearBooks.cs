using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Documents.Wakatobi.Books;

/// <summary>
/// The books of a year as files that other programs read: the journal with what it began with, to the same trial balance.
/// </summary>
/// <param name="Year">The year.</param>
/// <param name="Chart">The accounts.</param>
/// <param name="Opening">The balances on the evening before the year.</param>
/// <param name="Entries">The entries of the year, by date and then in the order they were entered.</param>
/// <param name="Closings">The comparisons with the bank that months were closed on.</param>
public sealed partial record YearBooks(
    int Year,
    ChartOfAccounts Chart,
    TrialBalance Opening,
    IReadOnlyList<JournalEntry> Entries,
    IReadOnlyList<BankAssertion> Closings
)
{
    /// <summary>The balances on the last day of the year.</summary>
    public TrialBalance Balance
    {
        get
        {
            var moved = TrialBalance.Of(Entries);
            return new TrialBalance(
                Opening
                    .Accounts.Concat(moved.Accounts)
                    .GroupBy(account => account.Account)
                    .Select(sums => new AccountBalance(sums.Key, sums.Sum(sum => sum.Debit), sums.Sum(sum => sum.Credit)))
            );
        }
    }

    /// <summary>
    /// The journal in plain text for hledger, ledger and their kin: UTF-8, accounts declared with their kinds, one transaction for each
    /// entry with its key, whole rupiah, and a balance assertion for every month that was closed against the bank, so that
    /// <c>hledger check</c> fails where a later entry would disagree with a statement.
    /// </summary>
    public byte[] ToHledger()
    {
        var text = new StringBuilder();
        Line(text, $"; Buku dana klaim tahun {Year}, dalam rupiah bulat.");
        Line(text, $"commodity 1000. {Commodity}");
        foreach (var account in Chart.All)
        {
            Line(text, $"account {NameOf(account.Code)}  ; type: {TypeOf(account.Kind)}");
        }

        var carried = Opening.Accounts.Where(account => account.Balance != Rupiah.Zero).ToList();
        if (carried.Count > 0)
        {
            Line(text, string.Empty);
            Line(text, $"{Year}-01-01 * (SALDO) Saldo 31 Desember {Year - 1}");
            carried.ForEach(account => Posting(text, account.Account, account.Balance));
        }

        var asserted = new Queue<BankAssertion>(Closings.OrderBy(closing => closing.On));
        foreach (var entry in Entries)
        {
            while (asserted.TryPeek(out var due) && due.On < entry.On)
            {
                Assertion(text, asserted.Dequeue());
            }

            Line(text, string.Empty);
            Line(
                text,
                $"{Iso(entry.On)} * ({entry.Number:D5}) {OneLine(entry.Description)}  ; id: {entry.Id}, sumber: {entry.Source.Kind}"
            );
            foreach (var line in entry.Lines)
            {
                Posting(text, line.Account, line.Debit - line.Credit);
            }
        }

        foreach (var closing in asserted)
        {
            Assertion(text, closing);
        }

        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text.ToString());
    }

    /// <summary>The lines of the journal as comma-separated values.</summary>
    public byte[] ToCsv() => Journal.ToCsv();

    /// <summary>A workbook: the lines of the journal, and the trial balance.</summary>
    public byte[] ToWorkbook() => ListFile.ToWorkbook([Journal, Trial]);

    private const string Commodity = "IDR";

    private ListFile Journal =>
        new(
            "Jurnal",
            ["Tanggal", "Nomor", "Uraian", "Akun", "Nama akun", "Debit", "Kredit", "Sumber", "Kunci jurnal"],
            [
                .. Opening
                    .Accounts.Where(account => account.Balance != Rupiah.Zero)
                    .Select(account =>
                        Row(
                            new DateOnly(Year, 1, 1),
                            0,
                            $"Saldo 31 Desember {Year - 1}",
                            account.Account,
                            account.Balance,
                            "Saldo",
                            id: null
                        )
                    ),
                .. Entries.SelectMany(entry =>
                    entry.Lines.Select(line =>
                        Row(
                            entry.On,
                            entry.Number ?? 0,
                            entry.Description,
                            line.Account,
                            line.Debit - line.Credit,
                            entry.Source.Kind,
                            entry.Id
                        )
                    )
                ),
            ]
        );

    private ListFile Trial =>
        new(
            "Neraca saldo",
            ["Akun", "Nama akun", "Debit", "Kredit", "Saldo debit", "Saldo kredit"],
            [
                .. Balance.Accounts.Select(account =>
                    (IReadOnlyList<object?>)
                        [
                            account.Account,
                            Chart.Find(account.Account)?.Name,
                            account.Debit.Amount,
                            account.Credit.Amount,
                            Math.Max(0, account.Balance.Amount),
                            Math.Max(0, -account.Balance.Amount),
                        ]
                ),
            ]
        );

    // Two blanks end an account's name, a semicolon begins a comment, and a line is a line.
    [GeneratedRegex(@"[\s;]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Breaking();

    private static string OneLine(string text) => Breaking().Replace(text, " ").Trim();

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');

    private static string TypeOf(AccountKind kind) =>
        kind switch
        {
            AccountKind.Asset => "Asset",
            AccountKind.Liability => "Liability",
            AccountKind.Equity => "Equity",
            AccountKind.Income => "Revenue",
            AccountKind.Expense => "Expense",
        };

    private static string GroupOf(AccountKind kind) =>
        kind switch
        {
            AccountKind.Asset => "Aset",
            AccountKind.Liability => "Kewajiban",
            AccountKind.Equity => "Ekuitas",
            AccountKind.Income => "Pendapatan",
            AccountKind.Expense => "Belanja",
        };

    private string NameOf(string code)
    {
        var account = Chart.Find(code)!;
        return $"{GroupOf(account.Kind)}:{code} {OneLine(account.Name).Replace(':', ' ')}";
    }

    private void Posting(StringBuilder text, string account, Rupiah amount) =>
        Line(text, $"    {NameOf(account)}  {amount.Amount} {Commodity}");

    private void Assertion(StringBuilder text, BankAssertion closing)
    {
        Line(text, string.Empty);
        Line(text, $"{Iso(closing.On)} * (BANK) Rekening koran {Iso(closing.On)}");
        if (closing.Outstanding != Rupiah.Zero)
        {
            Line(text, $"    ; saldo bank {closing.Statement.Amount}; {closing.Outstanding.Amount} ada di buku dan belum di bank");
        }

        Line(text, $"    {NameOf(ChartOfAccounts.Bank)}  0 {Commodity} = {(closing.Statement + closing.Outstanding).Amount} {Commodity}");
    }

    private IReadOnlyList<object?> Row(
        DateOnly on,
        int number,
        string description,
        string account,
        Rupiah amount,
        string source,
        Guid? id
    ) =>
        [
            on,
            number,
            description,
            account,
            Chart.Find(account)?.Name,
            Math.Max(0, amount.Amount),
            Math.Max(0, -amount.Amount),
            source,
            id?.ToString(),
        ];
}
