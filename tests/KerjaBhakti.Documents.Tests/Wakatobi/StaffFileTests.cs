using System.Text;
using ClosedXML.Excel;
using KerjaBhakti.Documents.Tables;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi.Personnel;

namespace KerjaBhakti.Documents.Tests.Wakatobi;

public class StaffFileTests
{
    [Fact]
    public void Template_OfTheRegister_IsReadBackAsItWas()
    {
        var facts = new StaffFacts(
            "007",
            "Pegawai A, S.Kep",
            "IGD",
            StaffKind.CivilServantIII,
            new BankAccount("Bank Contoh", "0012345678", "Pegawai A"),
            new DateOnly(2020, 1, 31),
            new DateOnly(2024, 12, 1)
        );

        var list = StaffFile.Read(StaffFile.Template([facts]));

        Assert.Empty(list.Remarks);
        var line = Assert.Single(StaffImport.Judge(list.Rows, []));
        Assert.Equal(facts, line.Facts);
    }

    [Fact]
    public void Read_ASemicolonCsvOfAnOffice_FindsItsColumns()
    {
        var list = StaffFile.Read(
            Encoding.UTF8.GetBytes("NIP;Nama Pegawai;Gol.;TMT;No. Rek;Bank\n'0007;Pegawai A;III/a;31/01/2020;00-123456;BPD\nJumlah;1;;;;\n")
        );

        Assert.Equal(new StaffRow(2, "0007", "Pegawai A", "", "III/a", "BPD", "00-123456", "", "2020-01-31", ""), Assert.Single(list.Rows));
        Assert.Equal(["Baris 3 berkas ('Jumlah') adalah baris jumlah; dilewati."], list.Remarks);
    }

    [Fact]
    public void Read_AHiddenRowAndAHiddenSheet_AreNamed()
    {
        var list = StaffFile.Read(
            Workbook(book =>
            {
                var sheet = book.Worksheet(1);
                sheet.Cell(2, 1).SetValue("P1");
                sheet.Cell(2, 2).SetValue("Pegawai A");
                sheet.Cell(3, 1).SetValue("P2");
                sheet.Cell(3, 2).SetValue("Pegawai B");
                sheet.Row(3).Hide();
                book.AddWorksheet("Lama").Cell(1, 1).SetValue("NIP");
                book.Worksheet("Lama").Hide();
            })
        );

        Assert.Equal(["P1", "P2"], list.Rows.Select(row => row.Number));
        Assert.Equal(
            ["Lembar 'Lama' tersembunyi di berkas dan tidak dibaca.", "Baris 3 berkas (P2) tersembunyi di berkas dan tetap dibaca."],
            list.Remarks
        );
    }

    [Fact]
    public void Read_ANumberASpreadsheetRounded_IsShownRounded()
    {
        var list = StaffFile.Read(
            Workbook(book =>
            {
                book.Worksheet(1).Cell(2, 1).SetValue(196804111993031009d);
                book.Worksheet(1).Cell(2, 2).SetValue("Pegawai A");
            })
        );

        Assert.Equal("1.96804E+17", Assert.Single(list.Rows).Number);
    }

    [Fact]
    public void Read_AFileWithoutTheHeads_AsksForTheColumns()
    {
        var refusal = Assert.Throws<TableUnreadableException>(() => StaffFile.Read(Encoding.UTF8.GetBytes("a;b\n1;2\n")));

        Assert.True(refusal.ColumnsInDoubt);
        Assert.Contains("Nomor pegawai (atau NIP) dan Nama", refusal.Message, StringComparison.Ordinal);
    }

    private static byte[] Workbook(Action<XLWorkbook> fill)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("Pegawai");
        sheet.Cell(1, 1).SetValue("NIP");
        sheet.Cell(1, 2).SetValue("Nama");
        fill(book);
        using var bytes = new MemoryStream();
        book.SaveAs(bytes);
        return bytes.ToArray();
    }
}
