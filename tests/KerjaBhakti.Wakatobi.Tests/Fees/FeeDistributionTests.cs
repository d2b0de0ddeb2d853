using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Wakatobi.Tests.Fees;

public class FeeDistributionTests
{
    private static readonly Person Finance = new("k", "Keuangan");
    private static readonly Person Director = new("d", "Direktur");
    private static readonly DateOnly Signed = new(2024, 5, 2);

    [Fact]
    public void ADistribution_GoesFromPreparedToPaidWithItsExplanations()
    {
        var distribution = Prepare();
        Assert.Equal(new Rupiah(1000), distribution.Payments.Sum(payment => payment.Amount));
        Assert.All(distribution.Payments, payment => Assert.Contains($"Anda menerima {payment.Amount}", payment.Explanation, StringComparison.Ordinal));

        distribution.Approve(Director, "445/12/2024", Signed, DateTimeOffset.UnixEpoch);
        distribution.Pay(Signed);

        Assert.Equal((FeeDistributionStatus.Paid, "445/12/2024", Signed), (distribution.Status, distribution.DecreeNumber, distribution.PaidOn));
    }

    [Fact]
    public void Prepare_MoreThanThereIs_IsRefused() => Refused.With(
        "Jumlah yang dibagikan Rp1.000 melebihi jasa pelayanan yang tersedia, Rp999.", () => FeeDistribution.Prepare(Calculation(1000), new Rupiah(999), Finance));

    [Fact]
    public void Prepare_Nothing_IsRefused() =>
        Refused.With("Jumlah yang dibagikan harus lebih dari nol.", () => FeeDistribution.Prepare(Calculation(0), new Rupiah(999), Finance));

    [Fact]
    public void Approve_ASecondTime_IsToldWhoWasFaster()
    {
        var distribution = Prepare();
        distribution.Approve(Director, "445/12/2024", Signed, DateTimeOffset.UnixEpoch);

        Refused.With(
            "Pembagian ini sudah disetujui oleh Direktur dengan keputusan nomor 445/12/2024.", () => distribution.Approve(Director, "446", Signed, DateTimeOffset.UnixEpoch));
        Assert.Equal(1, distribution.Revision);
    }

    [Fact]
    public void Approve_WithoutANumber_IsRefused() => Refused.With(
        "Nomor keputusan harus diisi, paling panjang 100 huruf.", () => Prepare().Approve(Director, " ", Signed, DateTimeOffset.UnixEpoch));

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
        Refused.With("Alasan pembatalan harus diisi, paling panjang 500 huruf.", () => distribution.Reverse(""));
        distribution.Reverse("Poin salah");

        Refused.With("Pembagian ini sudah dibatalkan: Poin salah", () => distribution.Reverse("Lagi"));
        Refused.With(
            "Pembagian ini sudah dibatalkan, sehingga langkah itu tidak dapat dilakukan.", () => distribution.Approve(Director, "445", Signed, DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void Reverse_OnceApproved_IsTheDirectorsToDecide()
    {
        var distribution = Prepare();
        Refused.With("Pembagian ini belum disetujui, sehingga langkah itu tidak dapat dilakukan.", () => distribution.ProposeReversal("Poin salah"));
        distribution.Approve(Director, "445", Signed, DateTimeOffset.UnixEpoch);

        Refused.With("Pembagian ini sudah disetujui; pembatalannya diusulkan kepada Direktur.", () => distribution.Reverse("Poin salah"));
        Refused.With("Tidak ada usulan pembatalan yang menunggu keputusan.", distribution.ConfirmReversal);
        Refused.With("Alasan pembatalan harus diisi, paling panjang 500 huruf.", () => distribution.ProposeReversal(" "));
        distribution.ProposeReversal("Poin salah");

        Assert.Equal((FeeDistributionStatus.Approved, true), (distribution.Status, distribution.IsReversalProposed));
        Refused.With("Pembatalan pembagian ini menunggu keputusan Direktur: Poin salah", () => distribution.Pay(Signed));
        Refused.With("Pembatalan pembagian ini menunggu keputusan Direktur: Poin salah", () => distribution.ProposeReversal("Lagi"));
        distribution.ConfirmReversal();

        Assert.Equal((FeeDistributionStatus.Reversed, false, "Poin salah"), (distribution.Status, distribution.IsReversalProposed, distribution.ReversalReason));
        Refused.With("Pembagian ini sudah dibatalkan: Poin salah", distribution.ConfirmReversal);
    }

    [Fact]
    public void AReversal_TheDirectorDeclines_LeavesItAsItWas()
    {
        var distribution = Prepare();
        distribution.Approve(Director, "445", Signed, DateTimeOffset.UnixEpoch);
        distribution.Pay(Signed);
        distribution.ProposeReversal("Poin salah");

        distribution.DeclineReversal();

        Assert.Equal((FeeDistributionStatus.Paid, false, null), (distribution.Status, distribution.IsReversalProposed, distribution.ReversalReason));
        Assert.Equal(4, distribution.Revision);
    }

    private static FeeDistribution Prepare() => FeeDistribution.Prepare(Calculation(1000), new Rupiah(1000), Finance);

    private static FeeCalculation Calculation(long pool) =>
        FeeCalculation.Of(new Rupiah(pool), Staff.Decree, [Staff.In("LANGSUNG", "P1", "1"), Staff.In("LANGSUNG", "P2", "2"), Staff.In("MERATA", "P1")]);
}
