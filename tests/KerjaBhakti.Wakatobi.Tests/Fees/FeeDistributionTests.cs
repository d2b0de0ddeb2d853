using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Personnel;

namespace KerjaBhakti.Wakatobi.Tests.Fees;

public class FeeDistributionTests
{
    private static readonly Person Finance = new("k", "Keuangan");
    private static readonly Person Director = new("d", "Direktur");
    private static readonly DateOnly Signed = new(2024, 5, 2);
    private static readonly DateTimeOffset At = new(2024, 6, 1, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void ADistribution_GoesFromPreparedToPaidWithItsExplanations()
    {
        var distribution = Prepare();
        Assert.Equal(new Rupiah(1000), distribution.Payments.Sum(payment => payment.Amount));
        Assert.All(distribution.Payments, payment =>
            Assert.Contains($"Anda menerima {payment.Amount}", payment.Explanation, StringComparison.Ordinal)
        );

        distribution.Approve(Director, "445/12/2024", Signed, DateTimeOffset.UnixEpoch);
        distribution.Pay(Signed);

        Assert.Equal(
            (FeeDistributionStatus.Paid, "445/12/2024", Signed),
            (distribution.Status, distribution.DecreeNumber, distribution.PaidOn)
        );
    }

    [Fact]
    public void Prepare_MoreThanThereIs_IsRefused() =>
        Refused.With("Jumlah yang dibagikan Rp1.000 melebihi jasa pelayanan yang tersedia, Rp999.", () =>
            FeeDistribution.Prepare(Calculation(1000), new Rupiah(999), Finance)
        );

    [Fact]
    public void Prepare_Nothing_IsRefused() =>
        Refused.With("Jumlah yang dibagikan harus lebih dari nol.", () =>
            FeeDistribution.Prepare(Calculation(0), new Rupiah(999), Finance)
        );

    [Fact]
    public void Approve_ASecondTime_IsToldWhoWasFaster()
    {
        var distribution = Prepare();
        distribution.Approve(Director, "445/12/2024", Signed, DateTimeOffset.UnixEpoch);

        Refused.With("Pembagian ini sudah disetujui oleh Direktur dengan keputusan nomor 445/12/2024.", () =>
            distribution.Approve(Director, "446", Signed, DateTimeOffset.UnixEpoch)
        );
        Assert.Equal(1, distribution.Revision);
    }

    [Fact]
    public void Approve_WithoutANumber_IsRefused() =>
        Refused.With("Nomor keputusan harus diisi, paling panjang 100 huruf.", () =>
            Prepare().Approve(Director, " ", Signed, DateTimeOffset.UnixEpoch)
        );

    [Fact]
    public void Pay_BeforeApprovalOrBeforeTheDecree_IsRefused()
    {
        var distribution = Prepare();
        Refused.With("Pembagian ini belum disetujui, sehingga langkah itu tidak dapat dilakukan.", () => distribution.Pay(Signed));
        distribution.Approve(Director, "445", Signed, DateTimeOffset.UnixEpoch);
        Refused.With("Tanggal bayar 1 Mei 2024 mendahului keputusan tanggal 2 Mei 2024.", () => distribution.Pay(Signed.AddDays(-1)));
        distribution.Pay(Signed);
        Refused.With("Pembagian ini sudah dibayar, sehingga langkah itu tidak dapat dilakukan.", () => distribution.Pay(Signed));
    }

    [Fact]
    public void Reverse_OnceWithAReason()
    {
        var distribution = Prepare();
        Refused.With("Alasan pembatalan harus diisi, paling panjang 500 huruf.", () => distribution.Reverse(Finance, "", At));
        distribution.Reverse(Finance, "Poin salah", At);

        Refused.With("Pembagian ini sudah dibatalkan: Poin salah", () => distribution.Reverse(Finance, "Lagi", At));
        Refused.With("Pembagian ini sudah dibatalkan, sehingga langkah itu tidak dapat dilakukan.", () =>
            distribution.Approve(Director, "445", Signed, DateTimeOffset.UnixEpoch)
        );
    }

    [Fact]
    public void Reverse_OnceApproved_IsTheDirectorsToDecide()
    {
        var distribution = Prepare();
        Refused.With("Pembagian ini belum disetujui, sehingga langkah itu tidak dapat dilakukan.", () =>
            distribution.ProposeReversal("Poin salah")
        );
        distribution.Approve(Director, "445", Signed, DateTimeOffset.UnixEpoch);

        Refused.With("Pembagian ini sudah disetujui; pembatalannya diusulkan kepada Direktur.", () =>
            distribution.Reverse(Finance, "Poin salah", At)
        );
        Refused.With("Tidak ada usulan pembatalan yang menunggu keputusan.", () => distribution.ConfirmReversal(Director, At));
        Refused.With("Alasan pembatalan harus diisi, paling panjang 500 huruf.", () => distribution.ProposeReversal(" "));
        distribution.ProposeReversal("Poin salah");

        Assert.Equal((FeeDistributionStatus.Approved, true), (distribution.Status, distribution.IsReversalProposed));
        Refused.With("Pembatalan pembagian ini menunggu keputusan Direktur: Poin salah", () => distribution.Pay(Signed));
        Refused.With("Pembatalan pembagian ini menunggu keputusan Direktur: Poin salah", () => distribution.ProposeReversal("Lagi"));
        distribution.ConfirmReversal(Director, At);

        Assert.Equal((Director, At, false), (distribution.ReversedBy, distribution.ReversedAt, distribution.IsReturned));
        Assert.Equal(
            (FeeDistributionStatus.Reversed, false, "Poin salah"),
            (distribution.Status, distribution.IsReversalProposed, distribution.ReversalReason)
        );
        Refused.With("Pembagian ini sudah dibatalkan: Poin salah", () => distribution.ConfirmReversal(Director, At));
    }

    [Fact]
    public void AReversal_TheDirectorDeclines_LeavesItAsItWas()
    {
        var distribution = Prepare();
        distribution.Approve(Director, "445", Signed, DateTimeOffset.UnixEpoch);
        distribution.Pay(Signed);
        distribution.ProposeReversal("Poin salah");

        distribution.DeclineReversal();

        Assert.Equal(
            (FeeDistributionStatus.Paid, false, null),
            (distribution.Status, distribution.IsReversalProposed, distribution.ReversalReason)
        );
        Assert.Equal(4, distribution.Revision);
    }

    [Fact]
    public void Return_BeforeApproval_EndsItWithWhoWhenAndWhy()
    {
        var distribution = Prepare();
        Refused.With("Alasan pengembalian harus diisi, paling panjang 500 huruf.", () => distribution.Return(Director, " ", At));
        distribution.Return(Director, "Poin ICU belum masuk", At);

        Assert.Equal(
            (FeeDistributionStatus.Reversed, true, Director, At, "Poin ICU belum masuk"),
            (distribution.Status, distribution.IsReturned, distribution.ReversedBy, distribution.ReversedAt, distribution.ReversalReason)
        );
        var approved = Prepare();
        approved.Approve(Director, "445", Signed, At);
        Refused.With("Pembagian ini sudah disetujui dan belum dibayar, sehingga langkah itu tidak dapat dilakukan.", () =>
            approved.Return(Director, "Terlambat", At)
        );
    }

    [Fact]
    public void Remit_OnceAfterPaymentWithAProof()
    {
        var (distribution, _) = Payroll("5");
        distribution.Approve(Director, "445", Signed, At);
        Refused.With("Pembagian ini sudah disetujui dan belum dibayar, sehingga langkah itu tidak dapat dilakukan.", () =>
            distribution.Remit(Signed, "NTPN1")
        );
        distribution.Pay(Signed);

        Refused.With("Tanggal setor 1 Mei 2024 mendahului pembayaran jasa 2 Mei 2024.", () =>
            distribution.Remit(Signed.AddDays(-1), "NTPN1")
        );
        Refused.With("Nomor bukti setor harus diisi, paling panjang 60 huruf.", () => distribution.Remit(Signed, " "));
        distribution.Remit(Signed, "NTPN1");

        Assert.Equal((Signed, "NTPN1"), (distribution.RemittedOn, distribution.RemittanceReference));
        Refused.With("Potongan pembagian ini sudah disetor 2 Mei 2024 dengan bukti NTPN1.", () => distribution.Remit(Signed, "NTPN2"));
    }

    [Fact]
    public void Remit_WhereNothingWasDeducted_IsRefused()
    {
        var distribution = Prepare();
        distribution.Approve(Director, "445", Signed, At);
        distribution.Pay(Signed);

        Refused.With("Pembagian ini tidak mempunyai potongan.", () => distribution.Remit(Signed, "NTPN1"));
    }

    [Fact]
    public void Take_APayroll_KeepsMonthsAndWhatIsKeptBack()
    {
        var (distribution, payroll) = Payroll("5");

        // P1 has 200 of LANGSUNG and all of MERATA's 400: 5 % of 600; P2 has 400.
        Assert.Equal([30L, 20L], payroll.Recipients.Select(recipient => recipient.Deducted.Amount));
        Assert.Equal((50, 950), (distribution.Deducted.Amount, distribution.Net.Amount));
        Assert.Equal([new FiscalMonth(2024, 3), new FiscalMonth(2024, 4)], distribution.Months);
        Assert.Throws<ArgumentException>(() => Prepare().Take(payroll));
    }

    [Fact]
    public void Take_APayrollWithoutAMonth_IsRefused()
    {
        var distribution = Prepare();

        Refused.With("Pilih bulan klaim yang jasanya dibagikan.", () =>
            distribution.Take(FeePayroll.Of(distribution.Id, Calculation(1000), [], Signed, new StaffRegister([]), new DeductionRules([])))
        );
    }

    private static (FeeDistribution Distribution, FeePayroll Payroll) Payroll(string rate)
    {
        var distribution = Prepare();
        var register = new StaffRegister(new[] { "P1", "P2" }.Select(number => StaffMember.Enter(Personnel.Member.Of(number))));
        var rule = DeductionRule.Make("PPh 21", StaffKind.CivilServantIII, Percent.Parse(rate), "Contoh", new DateOnly(2024, 1, 1), null);
        var payroll = FeePayroll.Of(
            distribution.Id,
            Calculation(1000),
            [new FiscalMonth(2024, 4), new FiscalMonth(2024, 3), new FiscalMonth(2024, 4)],
            Signed,
            register,
            new DeductionRules([rule])
        );
        distribution.Take(payroll);
        return (distribution, payroll);
    }

    private static FeeDistribution Prepare() => FeeDistribution.Prepare(Calculation(1000), new Rupiah(1000), Finance);

    private static FeeCalculation Calculation(long pool) =>
        FeeCalculation.Of(
            new Rupiah(pool),
            Staff.Decree,
            [Staff.In("LANGSUNG", "P1", "1"), Staff.In("LANGSUNG", "P2", "2"), Staff.In("MERATA", "P1")]
        );
}
