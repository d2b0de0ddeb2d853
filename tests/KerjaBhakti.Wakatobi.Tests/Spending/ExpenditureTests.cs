using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Spending;

namespace KerjaBhakti.Wakatobi.Tests.Spending;

public class ExpenditureTests
{
    private static readonly Person Director = new("d", "Direktur");
    private static readonly CategoryBudget Budget = new("OBAT", new Rupiah(1000), new Rupiah(400));
    private static readonly ExpenditureEntry Entry = new(
        new DateOnly(2024, 5, 2),
        "OBAT",
        new Rupiah(600),
        "SPJ/1",
        "Apotek",
        "Obat bulan Mei"
    );

    [Fact]
    public void Enter_UpToTheLastRupiahLeft_IsRecorded()
    {
        var expenditure = Expenditure.Enter(Entry, Budget, OverLimit.Refused);

        Assert.Equal((ExpenditureStatus.Recorded, Rupiah.Zero), (expenditure.Status, expenditure.OverBy));
    }

    [Fact]
    public void Enter_BeyondWhatIsLeft_IsRefusedWhereSoConfigured() =>
        Refused.With("Belanja Rp601 melebihi sisa OBAT, Rp600, sebesar Rp1.", () =>
            Expenditure.Enter(Entry with { Amount = new Rupiah(601) }, Budget, OverLimit.Refused)
        );

    [Fact]
    public void Enter_BeyondWhatIsLeft_WaitsForTheDirectorWhereSoConfigured()
    {
        var expenditure = Expenditure.Enter(Entry with { Amount = new Rupiah(700) }, Budget, OverLimit.DirectorDecides);
        Assert.Equal((ExpenditureStatus.Waiting, new Rupiah(100)), (expenditure.Status, expenditure.OverBy));

        Refused.With("Alasan harus diisi, paling panjang 500 huruf.", () => expenditure.Approve(Director, " "));
        expenditure.Approve(Director, "Stok habis");

        Assert.Equal((ExpenditureStatus.Recorded, "Stok habis", Director), (expenditure.Status, expenditure.Reason, expenditure.DecidedBy));
        Refused.With("Belanja SPJ/1 tanggal 2 Mei 2024 tidak lagi menunggu persetujuan.", () =>
            expenditure.Decline(Director, "Terlambat")
        );
    }

    [Fact]
    public void Enter_WhereTheDirectorApprovedMoreAlready_IsOverByAllOfIt() =>
        Assert.Equal(new Rupiah(600), Expenditure.Enter(Entry, Budget with { Spent = new Rupiah(1100) }, OverLimit.DirectorDecides).OverBy);

    [Fact]
    public void Decline_WhatWaits_EndsIt()
    {
        var expenditure = Expenditure.Enter(Entry with { Amount = new Rupiah(700) }, Budget, OverLimit.DirectorDecides);
        expenditure.Decline(Director, "Tunggu bulan depan");

        Assert.Equal(ExpenditureStatus.Declined, expenditure.Status);
    }

    [Fact]
    public void Reverse_OnceWithAReason()
    {
        var expenditure = Expenditure.Enter(Entry, Budget, OverLimit.Refused);
        expenditure.Reverse("Salah jumlah", new DateOnly(2024, 12, 31));

        Assert.Equal(ExpenditureStatus.Reversed, expenditure.Status);
        Refused.With("Belanja SPJ/1 tanggal 2 Mei 2024 tidak lagi tercatat.", () => expenditure.Reverse("Lagi", Entry.On));
    }

    [Fact]
    public void Reverse_InAnotherYear_IsRefusedAndChangesNothing()
    {
        var expenditure = Expenditure.Enter(Entry, Budget, OverLimit.Refused);

        Refused.With(
            "Belanja SPJ/1 tanggal 2 Mei 2024 hanya dapat dibatalkan dalam tahun 2024; pembatalan pada 1 Januari 2025 akan mengubah batas belanja tahun 2024 "
                + "tetapi tercatat dalam buku tahun 2025. Belanja ini tetap tercatat. Portal tidak membukukan pengembalian belanja tahun lain; selesaikan di luar "
                + "portal sebagai koreksi menurut pembukuan rumah sakit.",
            () => expenditure.Reverse("Salah jumlah", new DateOnly(2025, 1, 1))
        );

        Assert.Equal((ExpenditureStatus.Recorded, 0), (expenditure.Status, expenditure.Revision));
        Assert.Null(expenditure.WhyNotReverse(new DateOnly(2024, 12, 31)));
    }

    [Theory]
    [InlineData(0, "SPJ/1", "Apotek", "Obat", "Jumlah belanja harus lebih dari nol.")]
    [InlineData(-5, "SPJ/1", "Apotek", "Obat", "Jumlah belanja harus lebih dari nol.")]
    [InlineData(5, " ", "Apotek", "Obat", "Nomor dokumen harus diisi, paling panjang 100 huruf.")]
    [InlineData(5, "SPJ/1", "", "Obat", "Penerima pembayaran harus diisi, paling panjang 200 huruf.")]
    [InlineData(5, "SPJ/1", "Apotek", "", "Uraian belanja harus diisi, paling panjang 500 huruf.")]
    public void Enter_SomethingMissing_IsRefused(long amount, string document, string payee, string description, string problem) =>
        Refused.With(problem, () =>
            Expenditure.Enter(
                new ExpenditureEntry(Entry.On, "OBAT", new Rupiah(amount), document, payee, description),
                Budget,
                OverLimit.Refused
            )
        );

    [Fact]
    public void Enter_WithTheBudgetOfAnotherCategory_IsAMistakeOfTheProgram() =>
        Assert.Throws<ArgumentException>(() => Expenditure.Enter(Entry with { Category = "BMHP" }, Budget, OverLimit.Refused));
}
