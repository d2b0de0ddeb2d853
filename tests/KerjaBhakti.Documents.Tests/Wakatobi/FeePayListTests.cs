using System.Globalization;
using System.Text;
using ClosedXML.Excel;
using KerjaBhakti.Documents.Tests.Shared;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;
using KerjaBhakti.Wakatobi.Periods;
using KerjaBhakti.Wakatobi.Personnel;

namespace KerjaBhakti.Documents.Tests.Wakatobi;

/// <summary>The list everybody signs on and the one the bank sends by.</summary>
public class FeePayListTests
{
    private static readonly DateTimeOffset PrintedAt = new(2024, 7, 15, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateOnly January = new(2024, 1, 1);

    [Fact]
    public void ReceiptList_OfThree_ShowsGrossDeductionNetTheirSumsAndTheSumInWords()
    {
        var paper = new PdfReading(FeeReceiptListPdf.Write(List(Register(3), 3, 1000), PrintedAt));

        Assert.Equal("DAFTAR TANDA TERIMA JASA PELAYANAN", Assert.Single(paper.Root.All("/H1")).Text);
        Assert.Equal(
            [
                "No.|Nama|Nomor pegawai|Unit|Kotor (Rp)|Potongan (Rp)|Diterima (Rp)|Tanda tangan",
                "1|Pegawai 1|P1|IGD|334|16|318|1.",
                "2|Pegawai 2|P2|IGD|333|16|317|2.",
                "3|Pegawai 3|P3|IGD|333|16|317|3.",
                "|Jumlah|||1.000|48|952|",
            ],
            Assert.Single(paper.Root.All("/Table")).Children.Select(row => string.Join('|', row.Children.Select(cell => cell.Text.Trim())))
        );
        var text = paper.Root.All("/P").Select(paragraph => paragraph.Text).ToList();
        Assert.Contains("Bulan klaim April 2024", text);
        Assert.Contains("Keputusan Direktur nomor 445/1/2024 tanggal 10 Juli 2024", text);
        Assert.Contains($"Terbilang: {new Rupiah(952).InWords()}", text);
        Assert.Contains("Bendahara Pengeluaran,", text);
        Assert.Contains("Direktur,", text);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(23)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(26)]
    [InlineData(27)]
    [InlineData(200)]
    public void ReceiptList_OfAnyLength_NeverLeavesTheSignaturesAlone(int people)
    {
        var paper = new PdfReading(FeeReceiptListPdf.Write(List(Register(people), people, 1_000_000), PrintedAt));

        Assert.Equal(people + 2, Assert.Single(paper.Root.All("/Table")).Children.Count);
        var last = paper.Runs.Where(run => run.Page == paper.Document.PageCount - 1).Select(run => run.Text).ToList();
        Assert.Contains(last, run => run.Contains("Jumlah", StringComparison.Ordinal));
        Assert.Contains(last, run => run.Contains($"Pegawai {people}", StringComparison.Ordinal));
        Assert.Contains(last, run => run.Contains("Direktur,", StringComparison.Ordinal));
    }

    [Fact]
    public void Transfer_OfAWorkbook_HoldsNumbersOfAccountsAsTextAndNetAmountsAsNumbers()
    {
        var register = Register(3);
        var list = List(register, 3, 1000);
        var transfer = new FeeTransferList(list, new StaffRegister(register));

        Assert.Equal((2, 635, 1, 317), (transfer.SentCount, transfer.Sent.Amount, transfer.ByHandCount, transfer.ByHand.Amount));
        using var workbook = new XLWorkbook(new MemoryStream(transfer.ToWorkbook()));
        var sheet = workbook.Worksheet("Transfer");
        Assert.Equal("000123451", sheet.Cell(2, 2).GetString());
        Assert.Equal(318d, sheet.Cell(2, 5).GetDouble());
        Assert.Equal("Jasa pelayanan April 2024", sheet.Cell(2, 6).GetString());
        Assert.Equal(635, Enumerable.Range(2, 2).Sum(row => sheet.Cell(row, 5).GetDouble()));
        Assert.Equal(3, sheet.LastRowUsed()!.RowNumber());
    }

    [Fact]
    public void Transfer_AfterAnAccountWasCorrected_SendsToTheNewOneAndSaysSo()
    {
        var register = Register(3);
        var list = List(register, 3, 1000);
        register[0].Change(register[0].Facts with { Account = new BankAccount("Bank Lain", "99999999", "Pegawai 1") });

        var transfer = new FeeTransferList(list, new StaffRegister(register));

        Assert.Equal(1, transfer.Changed);
        Assert.Contains(
            "1,99999999,Pegawai 1,Bank Lain,318,Jasa pelayanan April 2024,P1,rekening diubah sesudah pembagian disiapkan",
            Encoding.UTF8.GetString(transfer.ToCsv()),
            StringComparison.Ordinal
        );
    }

    /// <summary>Staff of whom every third has no account.</summary>
    private static List<StaffMember> Register(int people) =>
        [
            .. Enumerable
                .Range(1, people)
                .Select(number =>
                    StaffMember.Enter(
                        new StaffFacts(
                            $"P{number}",
                            $"Pegawai {number}",
                            "IGD",
                            StaffKind.CivilServantIII,
                            number % 3 == 0 ? null : new BankAccount("Bank Contoh", $"00012345{number}", $"Pegawai {number}"),
                            January,
                            null
                        )
                    )
                ),
        ];

    private static FeePayList List(List<StaffMember> register, int people, long pool)
    {
        var calculation = FeeCalculation.Of(
            new Rupiah(pool),
            new FeeDecree("445/1/2024", [new FeeComponent("MERATA", Percent.Parse("100"), FeeMethod.Equal)]),
            [.. Enumerable.Range(1, people).Select(number => new StaffPoints($"P{number}", $"Pegawai {number}", "MERATA", null))]
        );
        var rule = DeductionRule.Make("PPh 21", StaffKind.CivilServantIII, Percent.Parse("5"), "Contoh", January, null);
        var months = new[] { new FiscalMonth(2024, 4) };
        var payroll = FeePayroll.Of(Guid.Empty, calculation, months, January, new StaffRegister(register), new DeductionRules([rule]));
        return new FeePayList(
            "445/1/2024",
            new DateOnly(2024, 7, 10),
            FeeDistributionStatus.Approved,
            months,
            [.. payroll.Recipients.OrderBy(recipient => int.Parse(recipient.StaffId[1..], CultureInfo.InvariantCulture))]
        );
    }
}
