using KerjaBhakti.Wakatobi.Books;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Tests.Books;

public class JournalEntryTests
{
    private static readonly ChartOfAccounts Chart = new(Regulation9Of2024.Categories);
    private static readonly EntrySource Source = new("Receipt", Guid.CreateVersion7());
    private static readonly DateOnly On = new(2024, 4, 2);
    private static readonly Rupiah Amount = new(1000);

    [Fact]
    public void Post_APayment_MovesExpectedIncomeToIncome()
    {
        var balance = TrialBalance.Of([Post(Postings.Verified(Amount)), Post(Postings.Received(Amount))]);

        Assert.Equal(
            ["1.1 Rp1.000", "1.2 Rp0", "2.2 Rp0", "4.1 -Rp1.000"],
            balance.Accounts.Select(account => $"{account.Account} {account.Balance}")
        );
    }

    [Fact]
    public void Post_Fees_AreAnExpenseOnlyOncePaid()
    {
        var approved = Post(Postings.FeesApproved(Amount));
        Assert.Equal(
            (Rupiah.Zero, -Amount),
            (TrialBalance.Of([approved])[ChartOfAccounts.FeeExpense], TrialBalance.Of([approved])[ChartOfAccounts.FeesPayable])
        );

        var paid = TrialBalance.Of([approved, Post(Postings.FeesPaid(Amount))]);
        Assert.Equal(
            (Amount, Rupiah.Zero, Rupiah.Zero),
            (paid[ChartOfAccounts.FeeExpense], paid[ChartOfAccounts.FeesPayable], paid[ChartOfAccounts.ApprovedFees])
        );
    }

    [Fact]
    public void Post_LessVerifiedThanBefore_MovesTheOtherWay() =>
        Assert.Equal(
            new Rupiah(400),
            TrialBalance.Of([Post(Postings.Verified(Amount)), Post(Postings.Verified(new Rupiah(-600)))])[ChartOfAccounts.Receivable]
        );

    [Fact]
    public void Post_OutOfBalanceOrEmptyOrUnknown_CannotBeMade()
    {
        Assert.Throws<ArgumentException>(() => Post([new JournalLine(ChartOfAccounts.Bank, Amount, Rupiah.Zero)]));
        Assert.Throws<ArgumentException>(() => Post([new JournalLine(ChartOfAccounts.Bank, Amount, Amount)]));
        Assert.Throws<ArgumentException>(() =>
            Post([
                new JournalLine(ChartOfAccounts.Bank, -Amount, Rupiah.Zero),
                new JournalLine(ChartOfAccounts.Silpa, Rupiah.Zero, -Amount),
            ])
        );
        Assert.Throws<ArgumentException>(() => Post([]));
        Assert.Throws<ArgumentException>(() => Post(JournalLine.Move(Amount, ChartOfAccounts.Bank, "9.9")));
    }

    [Fact]
    public void Post_WithoutADescription_IsRefused() =>
        Refused.With("Uraian jurnal harus diisi, paling panjang 500 huruf.", () =>
            JournalEntry.Post(new FiscalYear(2024), Chart, On, " ", Source, Postings.Received(Amount))
        );

    [Fact]
    public void Reverse_AnEntry_RestoresEveryBalance()
    {
        var entry = Post(Postings.Received(Amount));
        var reversal = entry.Reverse(new FiscalYear(2024), On.AddDays(30), "Salah rekening", []);

        Assert.All(TrialBalance.Of([entry, reversal]).Accounts, account => Assert.Equal(Rupiah.Zero, account.Balance));
        Assert.Equal((entry.Id, Source), (reversal.ReversesId, reversal.Source));
    }

    [Fact]
    public void Reverse_TwiceOrAReversalOrEarlier_IsRefused()
    {
        var (year, entry) = (new FiscalYear(2024), Post(Postings.Received(Amount)));
        var reversal = entry.Reverse(year, On, "Salah", []);

        Refused.With("Jurnal 'Contoh' tanggal 2 April 2024 sudah dibalik.", () => entry.Reverse(year, On, "Salah", [entry.Id]));
        Refused.With("Jurnal pembalik tidak dapat dibalik; buat jurnal yang benar.", () => reversal.Reverse(year, On, "Salah", []));
        Refused.With("Jurnal tanggal 2 April 2024 tidak dapat dibalik lebih awal, 1 April 2024.", () =>
            entry.Reverse(year, On.AddDays(-1), "Salah", [])
        );
        Refused.With("Alasan harus diisi, paling panjang 500 huruf.", () => entry.Reverse(year, On, " ", []));
    }

    [Fact]
    public void Reverse_WhatMovedSilpa_IsPossibleOnlyInItsYear()
    {
        var opening = Post(Postings.Opening(Amount));

        Refused.With(
            "Jurnal SiLPA tahun 2024 hanya dapat dibalik dalam tahun itu, karena SiLPA tahun yang sudah ditutup tidak berubah.",
            () => opening.Reverse(new FiscalYear(2025), new DateOnly(2025, 1, 2), "Salah", [])
        );
        Assert.NotNull(opening.Reverse(new FiscalYear(2024), On, "Salah", []));
    }

    private static JournalEntry Post(IEnumerable<JournalLine> lines) =>
        JournalEntry.Post(new FiscalYear(2024), Chart, On, "Contoh", Source, lines);
}
