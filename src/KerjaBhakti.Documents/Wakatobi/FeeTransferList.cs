using KerjaBhakti.Documents.Shared;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Personnel;

namespace KerjaBhakti.Documents.Wakatobi;

/// <summary>
/// What the bank sends to whom: a row for everybody who has an account, net amounts as numbers, account numbers as text. Whoever has none
/// is paid by hand against a signature and is not in it. Accounts are those the register holds now: what was corrected since the
/// distribution was prepared says so.
/// </summary>
public sealed class FeeTransferList
{
    private static readonly string[] Headings =
    [
        "No",
        "Nomor rekening",
        "Nama pemilik rekening",
        "Bank",
        "Jumlah (Rp)",
        "Berita",
        "Nomor pegawai",
        "Catatan",
    ];

    private readonly IReadOnlyList<IReadOnlyList<object?>> rows;

    /// <summary>The list of a distribution.</summary>
    /// <param name="list">What is paid to whom.</param>
    /// <param name="register">The register as it is now.</param>
    public FeeTransferList(FeePayList list, StaffRegister register)
    {
        var people = list
            .Recipients.Where(recipient => recipient.Net > Rupiah.Zero)
            .Select(recipient => (Recipient: recipient, Account: register.Find(recipient.StaffId)?.Account ?? recipient.Account))
            .ToList();
        var sent = people.Where(person => person.Account is not null).ToList();
        Sent = sent.Sum(person => person.Recipient.Net);
        ByHand = people.Where(person => person.Account is null).Sum(person => person.Recipient.Net);
        (SentCount, ByHandCount) = (sent.Count, people.Count - sent.Count);
        Changed = sent.Count(person => person.Account != person.Recipient.Account);
        var message = $"Jasa pelayanan {FiscalMonths.InWords(list.Months)}".TrimEnd();
        rows =
        [
            .. sent.Select(
                (person, index) =>
                    (IReadOnlyList<object?>)
                        [
                            index + 1,
                            person.Account!.Number,
                            person.Account.Holder,
                            person.Account.Bank,
                            person.Recipient.Net.Amount,
                            message,
                            person.Recipient.StaffId,
                            person.Account == person.Recipient.Account ? null : "rekening diubah sesudah pembagian disiapkan",
                        ]
            ),
        ];
    }

    /// <summary>What the bank sends in all.</summary>
    public Rupiah Sent { get; }

    /// <summary>To how many.</summary>
    public int SentCount { get; }

    /// <summary>What is paid by hand.</summary>
    public Rupiah ByHand { get; }

    /// <summary>To how many.</summary>
    public int ByHandCount { get; }

    /// <summary>How many accounts were changed since the distribution was prepared.</summary>
    public int Changed { get; }

    /// <summary>As a workbook.</summary>
    public byte[] ToWorkbook() => File.ToWorkbook();

    /// <summary>As comma-separated values.</summary>
    public byte[] ToCsv() => File.ToCsv();

    private ListFile File => new("Transfer", Headings, rows);
}
