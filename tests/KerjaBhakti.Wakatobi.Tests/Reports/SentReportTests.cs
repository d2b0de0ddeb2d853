using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Reports;

namespace KerjaBhakti.Wakatobi.Tests.Reports;

public class SentReportTests
{
    private static readonly Person Finance = new("1", "Keuangan");
    private static readonly DateOnly Today = new(2024, 7, 15);
    private static readonly ReportPeriod June = new(new FiscalMonth(2024, 6), new FiscalMonth(2024, 6));

    [Fact]
    public void Send_OfAPeriodThatIsOver_KeepsHowItWasSent()
    {
        var file = Guid.NewGuid();
        var report = Send(new SendingEntry(" 900/1 ", new DateOnly(2024, 7, 5), new DateOnly(2024, 7, 6), "Sekretaris Daerah"), file);

        Assert.Equal(("900/1", file, June), (report.Number, report.FileId, report.Period));
    }

    [Fact]
    public void Send_OfWhatCannotBe_IsRefusedWithAllOfIt()
    {
        var refusal = Assert.Throws<FundRefusedException>(() =>
            Send(new SendingEntry(" ", new DateOnly(2024, 6, 30), new DateOnly(2024, 7, 16), string.Empty), Guid.NewGuid())
        );

        Assert.Equal(
            [
                "Nomor surat harus diisi, paling panjang 100 huruf.",
                "Penerima laporan harus diisi, paling panjang 200 huruf.",
                "Tanggal kirim 16 Juli 2024 belum tiba; hari ini 15 Juli 2024.",
                "Laporan Juni 2024 baru dapat dikirim setelah 30 Juni 2024, saat periodenya berakhir.",
            ],
            refusal.Problems
        );
    }

    [Fact]
    public void Prove_Once_AddsTheDayAndTheProofAndNothingElse()
    {
        var report = Send(
            new SendingEntry("900/1", new DateOnly(2024, 7, 5), new DateOnly(2024, 7, 6), "Sekretaris Daerah"),
            Guid.NewGuid()
        );
        Assert.Throws<FundRefusedException>(() => report.Prove(new DateOnly(2024, 7, 5), Guid.NewGuid(), Today));
        Assert.Throws<FundRefusedException>(() => report.Prove(new DateOnly(2024, 7, 16), Guid.NewGuid(), Today));

        report.Prove(new DateOnly(2024, 7, 8), Guid.NewGuid(), Today);

        Assert.Equal(new DateOnly(2024, 7, 8), report.ReceivedOn);
        Assert.Throws<FundRefusedException>(() => report.Prove(new DateOnly(2024, 7, 9), Guid.NewGuid(), Today));
    }

    [Fact]
    public void Open_OfATerm_IsEveryPeriodThatIsOverAndWasNotReported()
    {
        var monthly = new ReportTerm("kegiatan", 1, 10, "contoh");
        var quarterly = new ReportTerm("penggunaan-dana", 3, 15, "contoh");
        var february = new FiscalMonth(2024, 2);

        Assert.Equal(["Februari 2024", "Maret 2024", "April 2024", "Mei 2024"], Open(monthly, June));
        Assert.Equal(["Januari s.d. Maret 2024", "April s.d. Juni 2024"], Open(quarterly));

        // The half-year reports both quarters.
        Assert.Empty(Open(quarterly, new ReportPeriod(new FiscalMonth(2024, 1), new FiscalMonth(2024, 6))));
        Assert.Equal(new DateOnly(2024, 7, 10), monthly.DueOn(June));

        IEnumerable<string> Open(ReportTerm term, params ReportPeriod[] sent) =>
            term.Open(february, Today, sent).Select(period => period.ToIndonesian());
    }

    private static SentReport Send(SendingEntry entry, Guid file) =>
        SentReport.Send("kegiatan", June, entry, file, new string('0', 64), Finance, default, Today);
}
