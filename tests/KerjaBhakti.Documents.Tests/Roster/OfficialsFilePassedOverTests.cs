using System.Text;
using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Documents.Tables;

namespace KerjaBhakti.Documents.Tests.Roster;

/// <summary>Rows of a list of officials that are no officials: none is passed over without a word.</summary>
public sealed class OfficialsFilePassedOverTests
{
    private const string Heads = "Jabatan;Nama;NIP;Mulai";

    [Fact]
    public void Read_RowsThatNameNobody_AreCountedAndTheFirstThreeNamed()
    {
        var list = Read([.. Empty(5), "Biro Umum;Pejabat A;;2015-01-02"]);

        Assert.Equal("Pejabat A", Assert.Single(list.Rows).Name);
        Assert.Equal(
            "5 baris berkas tidak menyebut pejabat; dilewati: baris 2 ('Biro 1'), baris 3 ('Biro 2'), baris 4 ('Biro 3') dan 2 baris lain.",
            Assert.Single(list.Remarks)
        );
    }

    [Fact]
    public void Read_WordsBesideTheColumnsOfTheList_AreSaid()
    {
        var list = Read("Biro Umum;Pejabat A;;2015-01-02", ";;;;Jakarta, 5 Juni 2015");

        Assert.Single(list.Rows);
        Assert.Equal(
            "1 baris berkas tidak berisi apa pun dalam kolom daftar; dilewati: baris 3 ('Jakarta, 5 Juni 2015').",
            Assert.Single(list.Remarks)
        );
    }

    [Fact]
    public void Read_ATotalWithoutAnythingElse_IsSaidToBeOne() =>
        Assert.Contains(
            "adalah baris jumlah",
            Assert.Single(Read("Biro Umum;Pejabat A;;2015-01-02", "Jumlah;;;").Remarks),
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_AnOfficialBelowATemplateOfManyPositions_IsNotLost() =>
        Assert.Equal("Pejabat A", Assert.Single(Read([.. Empty(900), "Biro Umum;Pejabat A;;2015-01-02"]).Rows).Name);

    [Fact]
    public void Read_MoreRowsThanAreRead_IsRefusedAndNothingIsCutOff() =>
        Assert.StartsWith(
            "Berkas memuat lebih dari 5000 baris;",
            Assert.Throws<TableUnreadableException>(() => Read([.. Empty(5001), "Biro Umum;Pejabat A;;2015-01-02"])).Message,
            StringComparison.Ordinal
        );

    private static IEnumerable<string> Empty(int rows) => Enumerable.Range(1, rows).Select(number => $"Biro {number};;;");

    private static OfficialsList Read(params string[] rows) =>
        OfficialsFile.Read(Encoding.UTF8.GetBytes($"{Heads}\n{string.Join('\n', rows)}\n"));
}
