using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.CarryOver;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Tests.Books;

public class FiscalYearTests
{
    private static readonly ChartOfAccounts Chart = new(Regulation9Of2024.Categories);
    private static readonly Person Finance = new("k", "Keuangan");
    private static readonly EntrySource Source = new("Receipt", Guid.CreateVersion7());
    private static readonly DateTimeOffset At = DateTimeOffset.UnixEpoch;

    [Fact]
    public void CloseMonth_ThatTheBankConfirms_TakesNoMoreEntries()
    {
        var year = new FiscalYear(2024);
        var balance = TrialBalance.Of([Post(year, new DateOnly(2024, 1, 31), Postings.Received(new Rupiah(1000)))]);

        year.CloseMonth(new FiscalMonth(2024, 1), balance, new Rupiah(1000), Finance, At);

        Refused.With("Bulan Januari 2024 sudah ditutup; catat pada bulan yang masih terbuka.", () =>
            Post(year, new DateOnly(2024, 1, 31), Postings.Received(new Rupiah(1)))
        );
        Assert.NotNull(Post(year, new DateOnly(2024, 2, 1), Postings.Received(new Rupiah(1))));
        Assert.Equal((new DateOnly(2024, 1, 31), Rupiah.Zero), (year.Closings[0].On, year.Closings[0].Difference));
    }

    [Fact]
    public void CloseMonth_ThatTheBankDoesNotConfirm_IsRefusedWithTheDifference()
    {
        var year = new FiscalYear(2024);
        var balance = TrialBalance.Of([Post(year, new DateOnly(2024, 1, 31), Postings.Received(new Rupiah(1000)))]);

        Refused.With(
            "Saldo rekening koran 31 Januari 2024 Rp900 berbeda -Rp100 dari buku, Rp1.000; cari selisihnya sebelum menutup bulan.",
            () => year.CloseMonth(new FiscalMonth(2024, 1), balance, new Rupiah(900), Finance, At)
        );
        Assert.Equal(0, year.ClosedThrough);
    }

    [Fact]
    public void CloseMonth_OutOfOrder_IsRefused()
    {
        var year = new FiscalYear(2024);
        Refused.With("Bulan berikutnya yang ditutup adalah Januari 2024, bukan Februari 2024.", () =>
            year.CloseMonth(new FiscalMonth(2024, 2), TrialBalance.Of([]), default, Finance, At)
        );
        CloseAllMonths(year, TrialBalance.Of([]));
        Refused.With("Semua bulan tahun 2024 sudah ditutup.", () =>
            year.CloseMonth(new FiscalMonth(2024, 12), TrialBalance.Of([]), default, Finance, At)
        );
    }

    [Fact]
    public void Close_AYear_CarriesItsSurplusToTheNext()
    {
        var year = new FiscalYear(2024);
        List<JournalEntry> entries =
        [
            Post(year, new DateOnly(2024, 1, 1), Postings.Opening(new Rupiah(50))),
            Post(year, new DateOnly(2024, 4, 1), Postings.Verified(new Rupiah(3000))),
            Post(year, new DateOnly(2024, 4, 2), Postings.Received(new Rupiah(1000))),
            Post(year, new DateOnly(2024, 5, 1), Postings.FeesApproved(new Rupiah(500))),
            Post(year, new DateOnly(2024, 5, 2), Postings.FeesPaid(new Rupiah(300))),
            Post(year, new DateOnly(2024, 6, 1), Postings.Spent("OBAT", new Rupiah(200))),
        ];
        var balance = TrialBalance.Of(entries);
        CloseAllMonths(year, balance);

        var closing = year.Close(Chart, balance, Rupiah.Zero, Finance, At)!;

        // What is verified but not received, and approved but not paid, is neither income nor spending of the year.
        Assert.Equal(new Silpa(2024, new Rupiah(50), new Rupiah(1000), new Rupiah(500)), year.Silpa);
        var after = TrialBalance.Of([.. entries, closing]);
        Assert.Equal((new Rupiah(550), new Rupiah(-550)), (after[ChartOfAccounts.Bank], after[ChartOfAccounts.Silpa]));
        Assert.All(after.Accounts.Where(account => Chart.IsClosedYearly(account.Account)), account =>
            Assert.Equal(Rupiah.Zero, account.Balance)
        );
        Refused.With("Tahun 2024 sudah ditutup.", () => year.Close(Chart, balance, Rupiah.Zero, Finance, At));
    }

    [Fact]
    public void Close_WithAnOpenMonth_IsRefused() =>
        Refused.With("Tahun 2024 belum dapat ditutup: Januari 2024 masih terbuka.", () =>
            new FiscalYear(2024).Close(Chart, TrialBalance.Of([]), Rupiah.Zero, Finance, At)
        );

    [Fact]
    public void Close_AYearWithoutAnything_MakesNoEntry()
    {
        var year = new FiscalYear(2024);
        CloseAllMonths(year, TrialBalance.Of([]));

        Assert.Null(year.Close(Chart, TrialBalance.Of([]), Rupiah.Zero, Finance, At));
        Assert.Equal(Rupiah.Zero, year.Silpa!.Amount);
    }

    [Fact]
    public void RequireOpen_ADateOfAnotherYear_IsAMistakeOfTheProgram() =>
        Assert.Throws<ArgumentException>(() => new FiscalYear(2024).RequireOpen(new DateOnly(2025, 1, 1)));

    internal static void CloseAllMonths(FiscalYear year, TrialBalance balance)
    {
        foreach (var month in FiscalMonth.OfYear(year.Year))
        {
            year.CloseMonth(month, balance, balance[ChartOfAccounts.Bank], Finance, At);
        }
    }

    private static JournalEntry Post(FiscalYear year, DateOnly on, IEnumerable<JournalLine> lines) =>
        JournalEntry.Post(year, Chart, on, "Contoh", Source, lines);
}
