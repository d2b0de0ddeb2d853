using KerjaBhakti.Documents.Tests.Shared;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;

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
        ]
    )
    {
        Months = [new FiscalMonth(2024, 4)],
        Unit = "IGD",
        Deductions = [new FeeDeduction("PPh 21", Percent.Parse("5"), "Contoh", new Rupiah(25_416))],
    };

    [Fact]
    public void Write_APaidSlip_ReadsInOrderFromTheNameToTheReasons()
    {
        var paper = new PdfReading(FeeSlipPdf.Write(Paid, PrintedAt));

        Assert.Equal("Slip jasa pelayanan Pegawai Satu", paper.Document.Info.Title);
        Assert.Equal("Slip jasa pelayanan", Assert.Single(paper.Root.All("/H1")).Text);
        Assert.Equal(
            [
                "PEMERINTAH KABUPATEN WAKATOBI",
                "UPTD RSUD KABUPATEN WAKATOBI",
                "Wangi-Wangi",
                "Bulan klaim : April 2024",
                "Nama : Pegawai Satu",
                "Nomor pegawai : P1",
                "Unit : IGD",
                "Keputusan Direktur : nomor 445/12/2024 tanggal 10 Juli 2024",
                "Keadaan : dibayar 12 Juli 2024",
                "Komponen LANGSUNG mendapat 60 %.",
                "Komponen MERATA mendapat 40 %.",
                "Potongan PPh 21 5 % dari Rp508.334 = Rp25.416,7; dibulatkan ke bawah menjadi Rp25.416 (Contoh).",
                "Setiap potongan dihitung dari jumlah kotor seorang pegawai dalam satu pembagian dan dibulatkan ke bawah ke rupiah penuh.",
            ],
            paper.Root.All("/P").Select(paragraph => paragraph.Text)
        );
        Assert.Equal(
            [
                "Uraian|Poin|Jumlah (Rp)",
                "LANGSUNG|12,5|375.000",
                "MERATA||133.334",
                "Jumlah kotor||508.334",
                "Potongan PPh 21 5 %||-25.416",
                "Jumlah diterima||482.918",
            ],
            Assert.Single(paper.Root.All("/Table")).Children.Select(row => string.Join('|', row.Children.Select(cell => cell.Text)))
        );
        Assert.DoesNotContain(paper.Runs, run => run.Text.Contains("RANCANGAN", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_ASlipOfTheInventedYear_SaysSoAcrossThePage()
    {
        var paper = new PdfReading(FeeSlipPdf.Write(Paid, PrintedAt, isInvented: true));

        Assert.Contains(paper.Runs, run => run.Text.Contains("DATA CONTOH", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_ACancelledSlip_TellsWhoWhenAndWhy()
    {
        var cancelled = Paid with
        {
            Status = FeeDistributionStatus.Reversed,
            Reversal = new FeeReversal("Direktur RSUD", PrintedAt, "Poin salah", IsReturned: false),
        };

        var paper = new PdfReading(FeeSlipPdf.Write(cancelled, PrintedAt));

        Assert.Contains(
            "Keadaan : Dibatalkan oleh Direktur RSUD pada 15 Juli 2024: Poin salah",
            paper.Root.All("/P").Select(paragraph => paragraph.Text)
        );
    }

    [Fact]
    public void WriteAll_ManySlips_BeginsEachOnAPageOfItsOwn()
    {
        var slips = Enumerable.Range(1, 5).Select(number => Paid with { StaffId = $"P{number}" }).ToList();

        var paper = new PdfReading(FeeSlipPdf.WriteAll(slips, PrintedAt));

        Assert.Equal(5, paper.Document.PageCount);
        Assert.Equal("Slip jasa pelayanan, keputusan 445/12/2024", paper.Document.Info.Title);
        Assert.Equal(
            slips.Select(slip => $"Nomor pegawai : {slip.StaffId}"),
            paper.Root.All("/P").Select(paragraph => paragraph.Text).Where(text => text.StartsWith("Nomor", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData(FeeDistributionStatus.Prepared)]
    [InlineData(FeeDistributionStatus.Reversed)]
    public void Write_ASlipThatNoDecreeStandsBehind_SaysDraftAcrossThePage(FeeDistributionStatus status)
    {
        var paper = new PdfReading(FeeSlipPdf.Write(Paid with { Status = status }, PrintedAt));

        Assert.Contains(paper.Runs, run => run.Text.Contains("RANCANGAN", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_MoreComponentsThanAPageHolds_KeepsEveryOne()
    {
        var many = Enumerable
            .Range(1, 120)
            .Select(number => new FeePayment("P1", "Pegawai Satu", $"K{number}", "1", new Rupiah(number), $"Penjelasan nomor {number}."))
            .ToArray();

        var paper = new PdfReading(FeeSlipPdf.Write(Paid with { Payments = many, Deductions = [] }, PrintedAt));

        Assert.True(paper.Document.PageCount > 2);
        Assert.Equal(many.Length + 2, Assert.Single(paper.Root.All("/Table")).Children.Count);
        Assert.Equal(many.Select(payment => payment.Explanation), paper.Root.All("/P").Skip(9).Select(paragraph => paragraph.Text));
    }
}
