using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.CarryOver;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Tests.Books;

public class BankMovementTests
{
    private static readonly ChartOfAccounts Chart = new(Regulation9Of2024.Categories);
    private static readonly Person Finance = new("k", "Keuangan");
    private static readonly DateOnly On = new(2024, 5, 31);

    [Theory]
    [InlineData(BankMovementKind.Interest, "1.1 Rp100, 4.2 -Rp100")]
    [InlineData(BankMovementKind.InterestTax, "1.1 -Rp100, 5.3 Rp100")]
    [InlineData(BankMovementKind.Charge, "1.1 -Rp100, 5.4 Rp100")]
    [InlineData(BankMovementKind.TransferOut, "1.1 -Rp100, 1.5 Rp100")]
    [InlineData(BankMovementKind.TransferIn, "1.1 Rp100, 1.5 -Rp100")]
    public void EachKind_HasItsOwnAccount(BankMovementKind kind, string expected) =>
        Assert.Equal(
            expected,
            string.Join(", ", TrialBalance.Of([Post(kind, 100)]).Accounts.Select(account => $"{account.Account} {account.Balance}"))
        );

    [Fact]
    public void InterestAndCharges_AreInSilpa_AndWhatLiesElsewhereStaysIn()
    {
        var year = new FiscalYear(2024);
        var balance = TrialBalance.Of([
            Post(BankMovementKind.Interest, 1000),
            Post(BankMovementKind.InterestTax, 200),
            Post(BankMovementKind.Charge, 50),
            Post(BankMovementKind.TransferOut, 300),
        ]);
        FiscalYearTests.CloseAllMonths(year, balance);
        year.Close(Chart, balance, Rupiah.Zero, Finance, DateTimeOffset.UnixEpoch);

        Assert.Equal(new Silpa(2024, Rupiah.Zero, new Rupiah(1000), new Rupiah(250)), year.Silpa);
        Assert.Equal(balance[ChartOfAccounts.Bank] + balance[ChartOfAccounts.OtherBank], year.Silpa!.Amount);
    }

    [Fact]
    public void Enter_WithoutAmountDocumentOrDescription_IsRefusedWithAllOfIt() =>
        Assert.Equal(
            [
                "Jumlah mutasi harus lebih dari nol.",
                "Nomor bukti bank harus diisi, paling panjang 100 huruf.",
                "Uraian harus diisi, paling panjang 500 huruf.",
            ],
            Assert
                .Throws<FundRefusedException>(() => BankMovement.Enter(On, BankMovementKind.Charge, Rupiah.Zero, " ", "", Finance))
                .Problems
        );

    [Fact]
    public void Reverse_OnceAndInItsYear()
    {
        var movement = BankMovement.Enter(On, BankMovementKind.Charge, new Rupiah(50), "RK-5", "Biaya", Finance);
        Refused.With("Mutasi RK-5 tanggal 31 Mei 2024 hanya dapat dibatalkan dalam tahun 2024.", () =>
            movement.Reverse(new DateOnly(2025, 1, 2), "Salah")
        );
        Refused.With("Mutasi RK-5 tanggal 31 Mei 2024 tidak dapat dibatalkan lebih awal, 30 Mei 2024.", () =>
            movement.Reverse(On.AddDays(-1), "Salah")
        );

        movement.Reverse(On.AddDays(2), "Salah");

        Refused.With("Mutasi RK-5 sudah dibatalkan 2 Juni 2024.", () => movement.Reverse(On.AddDays(3), "Salah"));
    }

    private static JournalEntry Post(BankMovementKind kind, long amount) =>
        JournalEntry.Post(
            new FiscalYear(2024),
            Chart,
            On,
            "Contoh",
            new EntrySource(nameof(BankMovement), Guid.Empty),
            Postings.Moved(kind, new Rupiah(amount))
        );
}
