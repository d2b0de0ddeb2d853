using KerjaBhakti.Documents.Tests.Shared;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Documents.Tests.Wakatobi;

public class FeeSlipPdfTests
{
    private static readonly DateTimeOffset PrintedAt = new(2024, 7, 15, 9, 0, 0, TimeSpan.FromHours(8));

    private static readonly FeeSlip Paid = new(
        Guid.Empty,
        "P1",
        "445/12/2024",
        new DateOnly(2024, 7, 10),
        FeeDistributionStatus.Paid,
        new DateOnly(2024, 7, 12),
        [
            new FeePayment("P1", "Pegawai Satu", "LANGSUNG", "12.5", new Rupiah(375_000), "Komponen LANGSUNG mendapat 60 %."),
            new FeePayment("P1", "Pegawai Satu", "MERATA", string.Empty, new Rupiah(133_334), "Komponen MERATA mendapat 40 %."),
        ]);

    [Fact]
    public void Write_APaidSlip_ReadsInOrderFromTheNameToTheReasons()
    {
        var paper = new PdfReading(FeeSlipPdf.Write(Paid, PrintedAt));

        Assert.Equal("Slip jasa pelayanan Pegawai Satu", paper.Document.Info.Title);
        Assert.Equal("Slip jasa pelayanan", Assert.Single(paper.Root.All("/H1")).Text);
        Assert.Equal(
            [
                "UPTD RSUD Kabupaten Wakatobi",
                "Nama: Pegawai Satu",
                "Nomor pegawai: P1",
                "Keputusan Direktur: nomor 445/12/2024 tanggal 10 Juli 2024",
                "Dibayar: 12 Juli 2024",
                "Komponen LANGSUNG mendapat 60 %.",
                "Komponen MERATA mendapat 40 %.",
            ],
            paper.Root.All("/P").Select(paragraph => paragraph.Text));
        Assert.Equal(
            ["Komponen|Poin|Jumlah", "LANGSUNG|12,5|Rp375.000", "MERATA||Rp133.334", "Jumlah diterima||Rp508.334"],
            Assert.Single(paper.Root.All("/Table")).Children.Select(row => string.Join('|', row.Children.Select(cell => cell.Text))));
        Assert.DoesNotContain(paper.Runs, run => run.Text.Contains("KONSEP", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(FeeDistributionStatus.Prepared)]
    [InlineData(FeeDistributionStatus.Reversed)]
    public void Write_ASlipThatNoDecreeStandsBehind_SaysDraftAcrossThePage(FeeDistributionStatus status)
    {
        var paper = new PdfReading(FeeSlipPdf.Write(Paid with { Status = status }, PrintedAt));

        Assert.Contains(paper.Runs, run => run.Text.Contains("KONSEP", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_MoreComponentsThanAPageHolds_KeepsEveryOne()
    {
        var many = Enumerable.Range(1, 120)
            .Select(number => new FeePayment("P1", "Pegawai Satu", $"K{number}", "1", new Rupiah(number), $"Penjelasan nomor {number}."))
            .ToArray();

        var paper = new PdfReading(FeeSlipPdf.Write(Paid with { Payments = many }, PrintedAt));

        Assert.True(paper.Document.PageCount > 2);
        Assert.Equal(many.Length + 2, Assert.Single(paper.Root.All("/Table")).Children.Count);
        Assert.Equal(many.Select(payment => payment.Explanation), paper.Root.All("/P").Skip(5).Select(paragraph => paragraph.Text));
    }
}
