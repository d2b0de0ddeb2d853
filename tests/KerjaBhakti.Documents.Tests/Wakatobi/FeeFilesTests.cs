using System.Text;
using KerjaBhakti.Documents.Wakatobi;
using KerjaBhakti.Wakatobi;
using KerjaBhakti.Wakatobi.Fees;
using KerjaBhakti.Wakatobi.Money;

namespace KerjaBhakti.Documents.Tests.Wakatobi;

public class FeeFilesTests
{
    private const string Header = "staff_id,name,component,points\n";

    [Theory]
    [InlineData("staff_id,name,component,points\r\nP1,\"Wa Ode, S.Kep\",LANGSUNG,12.50\r\nP2,La Ode,MERATA,\r\n")]
    [InlineData("\uFEFFstaff_id , name,component,points\nP1 ,\"Wa Ode, S.Kep\", LANGSUNG,12.50\n\nP2,La Ode,MERATA,")]
    public void Read_StaffAndPoints_KeepsWhatWasWritten(string file)
    {
        var staff = Read(file);

        Assert.Equal(
            ["P1 Wa Ode, S.Kep LANGSUNG 12.50", "P2 La Ode MERATA "],
            staff.Select(line => $"{line.StaffId} {line.Name} {line.Component} {line.Points}")
        );
        Assert.Equal(2, staff[0].Line);
    }

    [Theory]
    [InlineData("", "Baris pertama berkas pegawai harus 'staff_id,name,component,points', dengan koma sebagai pemisah.")]
    [InlineData(
        "staff_id;name;component;points\nP1;a;A;1",
        "Baris pertama berkas pegawai harus 'staff_id,name,component,points', dengan koma sebagai pemisah."
    )]
    [InlineData(Header + "P1,a,A", "Baris 2: ada 3 kolom, padahal harus 4 (staff_id,name,component,points).")]
    [InlineData(Header + "P1,a,A,1,5", "Baris 2: ada 5 kolom, padahal harus 4 (staff_id,name,component,points).")]
    [InlineData(
        Header + "P1,a,A,\"1,5\"",
        "Baris 2: poin '1,5' memakai koma; tulis desimal dengan titik, misalnya 12.5, tanpa pemisah ribuan."
    )]
    [InlineData(Header + "P1,a,A,-3", "Baris 2: poin '-3' negatif; poin tidak boleh kurang dari nol.")]
    [InlineData(Header + "P1,a,A,=1+1", "Baris 2: poin '=1+1' bukan angka; tulis misalnya 12.5.")]
    [InlineData(Header + "P1,a,A,1.234.567", "Baris 2: poin '1.234.567' bukan angka; tulis misalnya 12.5.")]
    [InlineData(
        Header + "P1,\"a,A,1",
        "Tanda kutip pada isi yang mulai di baris 2 berkas pegawai tidak berpasangan; tutup tanda kutip itu, atau simpan ulang dari Excel atau LibreOffice."
    )]
    public void Read_AnotherForm_IsRefusedAndNamed(string file, string problem) =>
        Assert.Equal(problem, Assert.Throws<FundRefusedException>(() => Read(file)).Message);

    [Fact]
    public void Read_SeveralBadLines_TellsEach() =>
        Assert.Equal(2, Assert.Throws<FundRefusedException>(() => Read(Header + "P1,a,A,x\nP2,b,A,1\nP3,c,A,-1\n")).Problems.Count);

    [Fact]
    public void Read_AnotherEncoding_IsRefused() =>
        Assert.Equal(
            "Berkas pegawai tidak berenkode UTF-8 (byte ke-35); simpan ulang dari Excel atau LibreOffice sebagai \"CSV UTF-8\".",
            Assert
                .Throws<FundRefusedException>(() =>
                    StaffPointsFile.ReadCsv([.. Encoding.ASCII.GetBytes(Header), (byte)'P', (byte)'1', (byte)',', 0xE9])
                )
                .Message
        );

    [Fact]
    public void Write_ADistribution_IsTheDocumentedFormByteForByte()
    {
        var decree = new FeeDecree(
            "1",
            [
                new FeeComponent("A,B", Percent.Parse("62.5"), FeeMethod.Points),
                new FeeComponent("MERATA", Percent.Parse("37.5"), FeeMethod.Equal),
            ]
        );
        var staff = Read(Header + "p1,a,\"A,B\",012.50\nP2,b,\"A,B\",7.5\n=P2,b,MERATA,\nP2,\"c\",MERATA,3\n");

        var file = FeeCalculationCsv.Write(FeeCalculation.Of(new Rupiah(1001), decree, staff));

        // 62.5 % of 1,001 is 625.625, 37.5 % is 375.375; of 626, five eighths are 391.25 and three 234.75.
        Assert.Equal(
            "staff_id,component,points,share_numerator,share_denominator,floor,extra,amount\r\n"
                + "=P2,MERATA,,375,2,187,1,188\r\n"
                + "P2,\"A,B\",7.5,939,4,234,1,235\r\n"
                + "P2,MERATA,3,375,2,187,0,187\r\n"
                + "p1,\"A,B\",12.50,1565,4,391,0,391\r\n"
                + "TOTAL,,,,,,,1001\r\n",
            Encoding.UTF8.GetString(file)
        );
    }

    private static IReadOnlyList<StaffPoints> Read(string file) => StaffPointsFile.ReadCsv(Encoding.UTF8.GetBytes(file)).Staff;
}
