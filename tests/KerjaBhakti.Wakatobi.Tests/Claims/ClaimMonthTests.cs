using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

namespace KerjaBhakti.Wakatobi.Tests.Claims;

public class ClaimMonthTests
{
    private static readonly ClaimFiling Inpatient = new("RAWAT_INAP", 10, new Rupiah(1000));
    private static readonly ClaimFiling Outpatient = new("RAWAT_JALAN", 20, new Rupiah(500));
    private static readonly DateOnly Due = Claim.FiledOn.AddDays(10);

    [Fact]
    public void TheServices_AreThoseOfPasal2WithAmbulanceInAndOutOfTown() =>
        Assert.Equal(
            [
                "RAWAT_JALAN",
                "RAWAT_INAP",
                "PERSALINAN",
                "GAWAT_DARURAT",
                "ICU",
                "HIPERBARIK",
                "PENUNJANG",
                "AMBULANS_DALAM",
                "AMBULANS_LUAR",
            ],
            Regulation9Of2024.Services.Select(service => service.Code)
        );

    [Fact]
    public void AClaim_GoesFromFiledToPaid()
    {
        var claim = Claim.File(Inpatient, Outpatient);
        Assert.Equal((ClaimStatus.Filed, new Rupiah(1500)), (claim.StatusOn(Claim.FiledOn), claim.Filed));

        claim.DeclareComplete(Claim.FiledOn.AddDays(3), "BA/12");
        Assert.Equal(ClaimStatus.Complete, claim.StatusOn(Claim.FiledOn.AddDays(3)));

        claim.Verify(Claim.FiledOn.AddDays(5), [Verdict("RAWAT_INAP", 700, 200, 60, 40), Verdict("RAWAT_JALAN", 500)]);
        Assert.Equal((new Rupiah(1200), new Rupiah(260)), (claim.Owed, claim.Open));

        Receipt.Take(Claim.FiledOn.AddDays(6), new Rupiah(1200), "TRX1", [(claim, new Rupiah(1200))]);
        Assert.Equal(ClaimStatus.Verified, claim.StatusOn(Claim.FiledOn.AddDays(6)));

        claim.Verify(Claim.FiledOn.AddDays(30), [Verdict("RAWAT_INAP", 900, 0, 0, 100), Verdict("RAWAT_JALAN", 500)]);
        Assert.Equal(new Rupiah(200), claim.Owed);

        Receipt.Take(Claim.FiledOn.AddDays(31), new Rupiah(200), "TRX2", [(claim, new Rupiah(200))]);
        Assert.Equal(ClaimStatus.Paid, claim.StatusOn(Claim.FiledOn.AddDays(31)));
    }

    [Fact]
    public void AClaimWithoutAnAnswer_IsCompleteAfterTenDays()
    {
        var claim = Claim.File(Inpatient);

        Assert.Equal(ClaimStatus.Filed, claim.StatusOn(Due.AddDays(-1)));
        Assert.Null(claim.PaymentDueOn(Due.AddDays(-1)));
        Assert.Equal(ClaimStatus.Complete, claim.StatusOn(Due));
        Assert.Equal((Due, Due.AddDays(15)), (claim.CompleteOn(Due.AddDays(90)), claim.PaymentDueOn(Due)));
    }

    [Fact]
    public void Payment_IsLateAfterFifteenDaysFromCompleteness()
    {
        var claim = Claim.File(Inpatient);
        var due = Due.AddDays(15);
        Assert.Equal((0, 1, 20), (claim.DaysLateOn(due), claim.DaysLateOn(due.AddDays(1)), claim.DaysLateOn(due.AddDays(20))));

        claim.Verify(due, [Verdict("RAWAT_INAP", 900, 100)]);
        Receipt.Take(due.AddDays(4), new Rupiah(900), "TRX", [(claim, new Rupiah(900))]);
        Assert.Equal(4, claim.DaysLateOn(due.AddDays(100)));
    }

    [Fact]
    public void File_AMonthTwice_IsRefused() =>
        AssertRefused(
            "Klaim Maret 2024 sudah ada; satu bulan hanya diajukan satu kali. Yang diajukan kemudian dicatat sebagai klaim susulan.",
            () =>
                ClaimMonth.File(
                    Claim.March,
                    "INA-CBG",
                    Claim.FiledOn,
                    [Inpatient],
                    Regulation9Of2024.Services,
                    [new FiscalMonth(2024, 2), Claim.March],
                    Claim.Terms
                )
        );

    [Fact]
    public void File_BeforeTheMonth_IsRefused() =>
        AssertRefused("Klaim Maret 2024 tidak dapat diajukan 29 Februari 2024, sebelum bulan itu mulai.", () =>
            ClaimMonth.File(Claim.March, "INA-CBG", new DateOnly(2024, 2, 29), [Inpatient], Regulation9Of2024.Services, [], Claim.Terms)
        );

    [Theory]
    [InlineData("RAWAT", 1, 5, "Layanan 'RAWAT' tidak dikenal.")]
    [InlineData("ICU", -1, 5, "Pelayanan ICU: jumlah kasus dan rupiah tidak boleh kurang dari nol.")]
    [InlineData("ICU", 1, -5, "Pelayanan ICU: jumlah kasus dan rupiah tidak boleh kurang dari nol.")]
    [InlineData("ICU", 0, 5, "Pelayanan ICU: ada tagihan Rp5 tanpa kasus.")]
    [InlineData("RAWAT_INAP", 1, 5, "Rawat inap tingkat lanjutan ada 2 kali.")]
    public void File_ANumberThatCannotBe_IsRefused(string service, int cases, long amount, string problem) =>
        AssertRefused(problem, () => Claim.File(Inpatient, new ClaimFiling(service, cases, new Rupiah(amount))));

    [Fact]
    public void File_NothingAtAll_IsRefused() =>
        AssertRefused("Klaim harus memuat sedikitnya satu layanan dengan tagihan.", () => Claim.File());

    [Fact]
    public void File_AServiceNoLongerUsed_IsRefused() =>
        AssertRefused("Layanan Rawat inap tingkat lanjutan tidak dipakai lagi.", () =>
            ClaimMonth.File(
                Claim.March,
                "INA-CBG",
                Claim.FiledOn,
                [Inpatient],
                [.. Regulation9Of2024.Services.Select(service => service with { Active = false })],
                [],
                Claim.Terms
            )
        );

    [Fact]
    public void Correct_BeforeTheAnswer_ReplacesWhatWasFiledAndNotAfter()
    {
        var claim = Claim.File(Inpatient);
        claim.Correct([Outpatient], Regulation9Of2024.Services, Due.AddDays(-1));

        Assert.Equal(new Rupiah(500), claim.Filed);
        AssertRefused("Klaim Maret 2024 sudah lengkap; jumlah yang diajukan tidak dapat diubah lagi.", () =>
            claim.Correct([Inpatient], Regulation9Of2024.Services, Due)
        );
    }

    [Fact]
    public void DeclareComplete_OutsideTheTermOrTwice_IsRefused()
    {
        var claim = Claim.File(Inpatient);
        const string Problem = "harus antara 2 April 2024 (pengajuan) dan 12 April 2024; sesudah itu klaim lengkap dengan sendirinya.";

        AssertRefused("Tanggal BA kelengkapan 13 April 2024 " + Problem, () => claim.DeclareComplete(Due.AddDays(1), "BA"));
        AssertRefused("Tanggal BA kelengkapan 1 April 2024 " + Problem, () => claim.DeclareComplete(Claim.FiledOn.AddDays(-1), "BA"));
        claim.DeclareComplete(Due, "BA");
        AssertRefused("Klaim Maret 2024 sudah dinyatakan lengkap 12 April 2024.", () => claim.DeclareComplete(Due, "BA"));
    }

    [Fact]
    public void Verify_BeforeCompleteness_IsRefused() =>
        AssertRefused("Klaim Maret 2024 belum lengkap pada 11 April 2024, sehingga belum dapat diverifikasi.", () =>
            Claim.File(Inpatient).Verify(Due.AddDays(-1), [Verdict("RAWAT_INAP", 1000)])
        );

    [Fact]
    public void Verify_PartsThatAreNotWhatWasFiled_IsRefused()
    {
        AssertRefused(
            "Rawat inap tingkat lanjutan: layak, pending, dispute, dan ditolak berjumlah Rp999, padahal yang diajukan Rp1.000.",
            () => Claim.File(Inpatient).Verify(Due, [Verdict("RAWAT_INAP", 900, 90, 5, 4)], Regulation9Of2024.Services)
        );
        AssertRefused("Rawat inap tingkat lanjutan: jumlah rupiah tidak boleh kurang dari nol.", () =>
            Claim.File(Inpatient).Verify(Due, [Verdict("RAWAT_INAP", 1100, -100)], Regulation9Of2024.Services)
        );
        AssertRefused("Hasil verifikasi Rawat inap tingkat lanjutan harus ada tepat satu kali.", () =>
            Claim.File(Inpatient).Verify(Due, [], Regulation9Of2024.Services)
        );
        AssertRefused("Pelayanan ICU tidak ada dalam klaim ini.", () =>
            Claim.File(Inpatient).Verify(Due, [Verdict("RAWAT_INAP", 1000), Verdict("ICU", 1)], Regulation9Of2024.Services)
        );
    }

    [Fact]
    public void Verify_LessThanWasPaid_IsRefused()
    {
        var claim = Claim.Verified(new Rupiah(1000), Claim.FiledOn);
        Receipt.Take(Claim.FiledOn, new Rupiah(600), "TRX", [(claim, new Rupiah(600))]);

        AssertRefused("Hasil verifikasi Rp599 kurang dari yang sudah dibayar, Rp600.", () =>
            claim.Verify(Due, [Verdict("RAWAT_INAP", 599, 401)])
        );
    }

    private static ClaimVerdict Verdict(string service, long verified, long pending = 0, long disputed = 0, long refused = 0) =>
        new(service, new Rupiah(verified), new Rupiah(pending), new Rupiah(disputed), new Rupiah(refused));

    private static void AssertRefused(string problem, Action action) =>
        Assert.Contains(problem, Assert.Throws<FundRefusedException>(action).Problems);
}
