using System.Text;
using ClosedXML.Excel;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi.Reconciliation;

namespace KerjaBhakti.Documents.Tests.Wakatobi;

public class BankStatementFileTests
{
    [Theory]
    [InlineData("Tanggal;Keterangan;Debet;Kredit;Saldo;No. Referensi\n03/06/2024;TRF BPJS;0,00;1.500.000,50;2.500.000,50;'00123\n")]
    [InlineData(
        "Tgl. Transaksi,Uraian Transaksi,Teller,Debet,Kredit,Saldo,Ref\n2024-06-03 09:11:12,TRF BPJS,8,,\"1,500,000.50\",\"2,500,000.50\",00123\n"
    )]
    [InlineData(
        "Post Date\tDescription\tDebit\tCredit\tBalance\tJournal No.\n03-Jun-2024\tTRF BPJS\t-\t1500000.50\t2500000.50 CR\t00123\n"
    )]
    [InlineData("Tanggal;Uraian;Nominal;D/K;Saldo;Referensi\n3 Juni 2024;TRF BPJS;1.500.000,50;K;2.500.000,50;00123\n")]
    [InlineData("Tanggal;Uraian;Mutasi;Saldo;Referensi\n20240603;TRF BPJS;1.500.000,50 CR;2.500.000,50;00123\n")]
    public void Read_WhatBanksExport_IsTheSameLine(string csv)
    {
        var sheet = Read(csv);

        var row = Assert.Single(sheet.Rows);
        Assert.Equal(new StatementRow(2, new DateOnly(2024, 6, 3), "TRF BPJS", "00123", 150_000_050, 0, 250_000_050), row);
    }

    [Fact]
    public void Read_HeadsAfterALetterhead_BalancesTotalsAndLongTexts_AreUnderstood()
    {
        var sheet = Read(
            """
            PT Bank Contoh;;;;
            Periode 1 s.d. 30 Juni 2024;;;;
            Tanggal;Uraian;Debet (Rp);Kredit (Rp);Saldo
            ;SALDO AWAL;;;1.000.000,00
            03/06/2024;PEMBAYARAN;250.000,00;;750.000,00
            ;KLAIM RSUD;;;
            05/06/2024;SETORAN;;50.000,00;800.000,00
            ;TOTAL;250.000,00;50.000,00;
            ;SALDO AKHIR;;;800.000,00
            Dicetak 1 Juli 2024;;;;
            """
        );

        Assert.Equal((100_000_000, 80_000_000), (sheet.Opening, sheet.Closing));
        Assert.Equal(["PEMBAYARAN KLAIM RSUD", "SETORAN"], sheet.Rows.Select(row => row.Text));
        Assert.All(sheet.Rows, row => Assert.Null(row.Problem));
        Assert.Contains(sheet.Remarks, remark => remark.Contains("'TOTAL'", StringComparison.Ordinal));
        Assert.Contains(sheet.Remarks, remark => remark.Contains("Dicetak 1 Juli 2024", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("31/06/2024;A;1;;2", "tanggal '31/06/2024' tidak terbaca")]
    [InlineData("03/06/2024;A;1;;", "saldo kosong")]
    [InlineData("03/06/2024;A;1;1;2", "masuk dan keluar terisi bersama-sama")]
    [InlineData("03/06/2024;A;x;;2", "'x' bukan jumlah rupiah")]
    [InlineData("03/06/2024;A;1,000;;2", "memakai koma, yang dapat berarti ribuan atau desimal")]
    [InlineData("03/06/2024;A;9999999999999999999;;2", "melebihi")]
    public void Read_WhatCannotBeRead_IsSaidOfItsRow(string row, string problem) =>
        Assert.Contains(
            problem,
            Assert.Single(Read($"Tanggal;Uraian;Debet;Kredit;Saldo\n{row}\n").Rows).Problem!,
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_TotalsThatAreNotWhatStandsAbove_AreRefused()
    {
        var sheet = Read("Tanggal;Uraian;Debet;Kredit;Saldo\n03/06/2024;A;100;;900\nTotal;;300;;\n");

        Assert.Contains("periksa apakah ada baris yang hilang", sheet.Rows[1].Problem!, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AWorkbook_TakesDatesAndNumbersAndNamesWhatIsHidden()
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("Juni");
        foreach (var (index, head) in new[] { "Tanggal", "Uraian", "Keluar", "Masuk", "Saldo" }.Index())
        {
            sheet.Cell(1, index + 1).SetValue(head);
        }

        sheet.Cell(2, 1).SetValue(new DateTime(2024, 6, 3, 13, 45, 0));
        sheet.Cell(2, 2).SetValue("BIAYA ADM");
        sheet.Cell(2, 3).SetValue(6500.1);
        sheet.Cell(2, 5).SetValue(993499.9);
        sheet.Row(2).Hide();
        book.AddWorksheet("Lama").Hide();
        using var bytes = new MemoryStream();
        book.SaveAs(bytes);

        var read = BankStatementFile.Read(bytes.ToArray());

        var row = Assert.Single(read.Rows);
        Assert.Equal((new DateOnly(2024, 6, 3), 650_010L, 99_349_990L), (row.On, row.Out, row.Balance));
        Assert.Contains("Lembar 'Lama' tersembunyi di berkas dan tidak dibaca.", read.Remarks);
        Assert.Contains(read.Remarks, remark => remark.Contains("tersembunyi di berkas dan tetap dibaca", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_AFileWithoutTheHeads_AsksForTheColumns()
    {
        const string Csv = "Hari;Apa;Pergi;Datang;Sisa\n03/06/2024;A;100;;900\n";
        Assert.True(Assert.Throws<TableUnreadableException>(() => Read(Csv)).ColumnsInDoubt);

        var chosen = BankStatementFile.Read(Encoding.UTF8.GetBytes(Csv), new TableChoice(null, 1, [0, 1, 2, 3, 4, null, null, null]));
        Assert.Equal((10_000, 90_000), (Assert.Single(chosen.Rows).Out, chosen.Rows[0].Balance));
        Assert.Throws<TableUnreadableException>(() =>
            BankStatementFile.Read(Encoding.UTF8.GetBytes(Csv), new TableChoice(null, 1, [0, 1, null, null, 4, null, null, null]))
        );
    }

    [Fact]
    public void Template_FilledIn_IsRead()
    {
        using var book = new XLWorkbook(new MemoryStream(BankStatementFile.Template()));
        var sheet = book.Worksheet(1);
        sheet.Cell(2, 1).SetValue(new DateTime(2024, 6, 3));
        sheet.Cell(2, 2).SetValue("Setoran");
        sheet.Cell(2, 4).SetValue(500);
        sheet.Cell(2, 5).SetValue(1500);
        using var bytes = new MemoryStream();
        book.SaveAs(bytes);

        var row = Assert.Single(BankStatementFile.Read(bytes.ToArray()).Rows);

        Assert.Equal((50_000L, 150_000L, null), (row.In, row.Balance, row.Problem));
    }

    private static StatementSheet Read(string csv) => BankStatementFile.Read(Encoding.UTF8.GetBytes(csv));
}
