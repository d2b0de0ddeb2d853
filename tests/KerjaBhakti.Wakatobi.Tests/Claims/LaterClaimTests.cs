using KerjaBhakti.Wakatobi.Claims;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Reports;

namespace KerjaBhakti.Wakatobi.Tests.Claims;

/// <summary>Claims as they really come: filed for a month again, decided in parts, entered long after.</summary>
public class LaterClaimTests
{
    private static readonly DateOnly Due = Claim.FiledOn.AddDays(10);
    private static readonly ClaimFiling Inpatient = new("RAWAT_INAP", 10, new Rupiah(1000));

    [Fact]
    public void File_ALaterClaim_GetsTheNextNumberOfItsMonth()
    {
        var first = File(isLater: true, Claim.March, new FiscalMonth(2024, 2));
        var second = File(isLater: true, Claim.March, new ClaimKey(Claim.March, 1));

        Assert.Equal((1, "Maret 2024 susulan 1", "2024-03-susulan-1"), (first.Number, first.Name, first.Key.ToString()));
        Assert.Equal(2, second.Number);
        Refused.With("Klaim Maret 2024 belum ada; klaim susulan menyusul klaim bulan itu.", () =>
            File(isLater: true, new FiscalMonth(2024, 2))
        );
        Assert.Equal([first.Key, second.Key], new[] { second.Key, first.Key }.Order());
    }

    [Theory]
    [InlineData("2024-03", 0)]
    [InlineData("2024-03-susulan-1", 1)]
    [InlineData("2024-03-susulan-99", 99)]
    public void Key_IsReadAsItIsWritten(string text, int number)
    {
        var key = ClaimKey.Read(text, MonthOf);

        Assert.Equal(new ClaimKey(Claim.March, number), key);
        Assert.Equal(text, key.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2024")]
    [InlineData("2024-03-susulan-")]
    [InlineData("2024-03-susulan-0")]
    [InlineData("2024-03-susulan-100")]
    [InlineData("2024-03-susulan-1-susulan-2")]
    public void Key_OfAnythingElse_IsNone(string? text) => Assert.Null(ClaimKey.Read(text, MonthOf));

    [Fact]
    public void Activity_NamesALaterClaimBehindTheFirstOfItsMonth()
    {
        var report = new ActivityReport(
            new ReportPeriod(Claim.March, Claim.March),
            [File(isLater: true, Claim.March), Claim.File(Inpatient)],
            Regulation9Of2024.Services
        );

        Assert.Equal(["Maret 2024", "Maret 2024 susulan 1"], report.Months.Select(month => month.Claim.ToIndonesian()));
        Assert.Equal(
            ["Maret 2024", "Maret 2024 susulan 1"],
            Assert.Single(report.Services).Months.Select(month => month.Claim.ToIndonesian())
        );
        Assert.Equal(new Rupiah(2000), report.Total.Filed);
    }

    [Fact]
    public void APartDecidedLater_HasItsOwnDeadline_AndDoesNotMakeTheFirstPaymentLate()
    {
        var claim = Claim.File(Inpatient);
        claim.Verify(Due, [Verdict(700, 300)]);
        Receipt.Take(Due.AddDays(15), new Rupiah(700), "TRX-1", [(claim, new Rupiah(700))]);
        Assert.Equal(0, claim.DaysLateOn(Due.AddDays(100)));

        // The hospital completed the pending part two months later, and BPJS decided in ten days.
        var (complete, decided) = (Due.AddDays(60), Due.AddDays(70));
        claim.Verify(decided, [Verdict(950, 0, refused: 50)], completeOn: complete);

        Assert.Equal((complete.AddDays(15), complete), (claim.PaymentDueOn(decided), claim.WaitingSince(decided)));
        Assert.Equal(
            (0, 0, 1),
            (claim.DaysLateOn(decided), claim.DaysLateOn(complete.AddDays(15)), claim.DaysLateOn(complete.AddDays(16)))
        );
        Receipt.Take(complete.AddDays(18), new Rupiah(250), "TRX-2", [(claim, new Rupiah(250))]);
        Assert.Equal(3, claim.DaysLateOn(complete.AddDays(90)));
        Assert.Equal([Due.AddDays(15), complete.AddDays(18)], claim.Decisions.Select(decision => decision.SettledOn!.Value));
    }

    [Fact]
    public void APartDecidedLater_WithoutADateOfItsOwn_CountsFromTheDecision()
    {
        var claim = Claim.File(Inpatient);
        claim.Verify(Due, [Verdict(700, 300)]);
        claim.Verify(Due.AddDays(70), [Verdict(1000)]);

        // What was verified first is late; what was decided later is not yet due.
        Assert.Equal(55, claim.DaysLateOn(Due.AddDays(70)));
        Receipt.Take(Due.AddDays(70), new Rupiah(700), "TRX-1", [(claim, new Rupiah(700))]);
        Assert.Equal((55, Due.AddDays(15)), (claim.DaysLateOn(Due.AddDays(71)), claim.PaymentDueOn(Due.AddDays(71))));
        Assert.Equal(Due.AddDays(85), claim.Decisions[1].DueOn);
        Assert.Null(claim.Decisions[1].SettledOn);
        Refused.With(
            $"Kelengkapan berkas pending 1 Januari 2024 harus antara verifikasi sebelumnya, 21 Juni 2024, dan keputusannya, 21 Juli 2024.",
            () => claim.Verify(new DateOnly(2024, 7, 21), [Verdict(1000)], completeOn: new DateOnly(2024, 1, 1))
        );
    }

    [Fact]
    public void AReceiptTakenBack_MakesItsDecisionOwedAgain()
    {
        var claim = Claim.File(Inpatient);
        claim.Verify(Due, [Verdict(1000)]);
        var receipt = Receipt.Take(Due.AddDays(5), new Rupiah(1000), "TRX-1", [(claim, new Rupiah(1000))]);

        receipt.TakeBack([claim], new Dictionary<Guid, DateOnly>());

        Assert.Null(claim.Decisions[0].SettledOn);
        Assert.Equal(5, claim.DaysLateOn(Due.AddDays(20)));
    }

    [Fact]
    public void APaymentBeforeALaterDecision_CanBeEnteredAfterIt()
    {
        var claim = Claim.File(Inpatient);
        claim.Verify(Due, [Verdict(700, 300)]);
        claim.Verify(Due.AddDays(70), [Verdict(1000)]);

        Receipt.Take(Due.AddDays(5), new Rupiah(700), "TRX-1", [(claim, new Rupiah(700))]);

        Assert.Equal(new Rupiah(300), claim.Owed);
    }

    [Fact]
    public void AClaimEnteredLate_IsCorrectedAndWithdrawnUntilMoneyCame()
    {
        var claim = File(isLater: false, enteredOn: Due.AddDays(200));
        Assert.True(claim.IsEnteredLate);
        claim.Verify(Due, [Verdict(1000)]);

        claim.Correct([Inpatient with { Filed = new Rupiah(800) }], Regulation9Of2024.Services, Due.AddDays(201));

        // What was verified was of other figures.
        Assert.Equal((null, new Rupiah(800), Rupiah.Zero), (claim.VerifiedOn, claim.Filed, claim.Verified));
        Assert.Empty(claim.Decisions);
        claim.Verify(Due, [Verdict(800)]);
        Receipt.Take(Due.AddDays(5), new Rupiah(1), "TRX-1", [(claim, new Rupiah(1))]);
        Refused.With("Klaim Maret 2024 sudah dibayar; yang diajukan tidak dapat diubah lagi.", () =>
            claim.Correct([Inpatient], Regulation9Of2024.Services, Due.AddDays(202))
        );
    }

    private static ClaimVerdict Verdict(long verified, long pending = 0, long refused = 0) =>
        new("RAWAT_INAP", new Rupiah(verified), new Rupiah(pending), Rupiah.Zero, new Rupiah(refused));

    private static ClaimMonth File(bool isLater, params ClaimKey[] filed) => File(isLater, enteredOn: null, filed);

    private static ClaimMonth File(bool isLater, DateOnly? enteredOn, params ClaimKey[] filed) =>
        ClaimMonth.File(
            Claim.March,
            "INA-CBG",
            Claim.FiledOn,
            [Inpatient],
            Regulation9Of2024.Services,
            filed,
            Claim.Terms,
            isLater,
            enteredOn
        );

    private static FiscalMonth? MonthOf(string text) =>
        DateOnly.TryParseExact($"{text}-01", "yyyy-MM-dd", out var day) ? FiscalMonth.Of(day) : null;
}
