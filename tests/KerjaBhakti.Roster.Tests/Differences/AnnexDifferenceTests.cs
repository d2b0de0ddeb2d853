using KerjaBhakti.Roster.Differences;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Differences;

public class AnnexDifferenceTests
{
    private static readonly AnnexVersion Old = new(
        Seed.Period,
        [.. Seed.Annex.Rows.Select((row, index) => new DifferenceRow(new Guid(index + 1, 0, 0, new byte[8]), row))]
    );

    [Fact]
    public void Between_OneCell_SaysSemulaMenjadi() =>
        Assert.Equal(
            ["Baris 29, Dinas Tata Air, September: semula Cakung menjadi Ciracas."],
            Sentences(Replace(28, row => row.WithCell(4, "Ciracas")))
        );

    [Fact]
    public void Between_ACellClearedOrFilled_SaysKosong()
    {
        Assert.Equal(
            ["Baris 29, Dinas Tata Air, September: semula Cakung menjadi kosong."],
            Sentences(Replace(28, row => row.WithCell(4, string.Empty)))
        );
        Assert.Equal(
            ["Baris 29, Dinas Tata Air, September: semula kosong menjadi Cakung."],
            AnnexDifference.Between(Replace(28, row => row.WithCell(4, string.Empty)), Old).Changes.Select(change => change.Sentence)
        );
    }

    [Fact]
    public void Between_TheSameKecamatanInAnotherSpelling_IsAChangeOfSpelling()
    {
        var change = Assert.Single(AnnexDifference.Between(Old, Replace(9, row => row.WithCell(3, "Pulogadung"))).Changes);
        Assert.Equal(AnnexChangeKind.Spelling, change.Kind);
        Assert.Equal("Baris 10, Badan Kepegawaian Daerah, Agustus: ejaan semula Pulo Gadung menjadi Pulogadung.", change.Sentence);
    }

    [Fact]
    public void Between_TextsThatNameNoKecamatan_AreComparedAsWords()
    {
        var old = Replace(9, row => row.WithCell(3, "Entah di mana"));
        Assert.Equal(
            AnnexChangeKind.Spelling,
            Assert.Single(AnnexDifference.Between(old, Replace(9, row => row.WithCell(3, "entah  di mana"))).Changes).Kind
        );
        Assert.Equal(
            AnnexChangeKind.Kecamatan,
            Assert.Single(AnnexDifference.Between(old, Replace(9, row => row.WithCell(3, "Di sana"))).Changes).Kind
        );
    }

    [Fact]
    public void Between_ARowInserted_DoesNotMoveTheRowsBelow()
    {
        var added = new DifferenceRow(null, new AnnexRow(3, "Biro Baru", null, Seed.Annex.Rows[0].Cells));
        Assert.Equal(
            [
                "Baris 3, Biro Baru: ditambahkan, Mei Jatinegara, Juni Palmerah, Juli Pesanggrahan, Agustus Kepulauan Seribu Selatan, September Menteng, Oktober Pancoran, November Gambir, Desember Kebon Jeruk.",
            ],
            Sentences(Renumbered([.. Old.Rows.Take(2), added, .. Old.Rows.Skip(2)]))
        );
    }

    [Fact]
    public void Between_ARowRemoved_SaysWhatItWas() =>
        Assert.Equal(
            ["Baris 40, Walikota Jakarta Pusat: dihapus, semula Kota Administrasi Jakarta Pusat."],
            Sentences(Renumbered([.. Old.Rows.Take(39), .. Old.Rows.Skip(40)]))
        );

    [Fact]
    public void Between_ARowMovedDown_IsTheOnlyRowThatMoved() =>
        Assert.Equal(
            ["Baris 93, Asisten Pemerintahan: dipindahkan dari baris 1 ke baris 93."],
            Sentences(Renumbered([.. Old.Rows.Skip(1), Old.Rows[0]]))
        );

    [Fact]
    public void Between_ARowRenamedAndMoved_IsKnownByItsIdentity()
    {
        var renamed = Old.Rows[28] with { Row = Old.Rows[28].Row with { Label = "Dinas Sumber Daya Air" } };
        Assert.Equal(
            [
                "Baris 1: nama semula Dinas Tata Air menjadi Dinas Sumber Daya Air.",
                "Baris 1, Dinas Sumber Daya Air: dipindahkan dari baris 29 ke baris 1.",
            ],
            Sentences(Renumbered([renamed, .. Old.Rows.Take(28), .. Old.Rows.Skip(29)]))
        );
    }

    [Fact]
    public void Between_RowsWithoutIdentity_ThatShareALabelPairInOrder()
    {
        // Rows 36 and 63 are both "Dinas Pendidikan".
        var annex = Seed.With(62, row => row.WithCell(0, "Koja"));
        var difference = AnnexDifference.Between(AnnexVersion.Of(Seed.Annex), AnnexVersion.Of(annex));
        Assert.Equal(
            ["Baris 63, Dinas Pendidikan, Mei: semula Sawah Besar menjadi Koja."],
            difference.Changes.Select(change => change.Sentence)
        );
    }

    [Fact]
    public void Between_LabelsThatDifferInSpaces_AreARename() =>
        Assert.Equal(
            ["Baris 29: nama semula Dinas Tata Air menjadi DINAS  Tata Air."],
            AnnexDifference
                .Between(AnnexVersion.Of(Seed.Annex), AnnexVersion.Of(Seed.With(28, row => row with { Label = "DINAS  Tata Air" })))
                .Changes.Select(change => change.Sentence)
        );

    [Fact]
    public void Between_RegionRows_SayTheirRegion()
    {
        var barat = Seed.Annex.Rows[40].Region;
        Assert.Equal(
            ["Baris 40, Walikota Jakarta Pusat: semula Kota Administrasi Jakarta Pusat menjadi Kota Administrasi Jakarta Barat."],
            Sentences(Replace(39, row => row with { Region = barat }))
        );
        Assert.Equal(
            ["Baris 1, Asisten Pemerintahan: semula kecamatan bergiliran menjadi Kota Administrasi Jakarta Barat."],
            Sentences(Replace(0, row => row with { Region = barat, Cells = [.. row.Cells.Select(_ => AnnexCell.Empty)] }))
        );
        Assert.Equal(
            [
                "Baris 40, Walikota Jakarta Pusat: semula Kota Administrasi Jakarta Pusat menjadi kecamatan bergiliran.",
                "Baris 40, Walikota Jakarta Pusat, Mei: semula kosong menjadi Koja.",
            ],
            Sentences(Replace(39, row => (row with { Region = null }).WithCell(0, "Koja")))
        );
    }

    [Fact]
    public void Between_OtherMonths_NamesThemAndComparesTheRest()
    {
        var period = new RosterPeriod(new RosterMonth(2015, 6), new RosterMonth(2015, 12));
        var later = new AnnexVersion(
            period,
            [.. Old.Rows.Select(row => row with { Row = row.Row with { Cells = [.. row.Row.Cells.Skip(1)] } })]
        );
        Assert.Equal(["Bulan Mei: dihapus."], Sentences(later));
        Assert.Equal(["Bulan Mei: ditambahkan."], AnnexDifference.Between(later, Old).Changes.Select(change => change.Sentence));
    }

    [Fact]
    public void Between_AnotherYear_ComparesTheSameMonths() =>
        Assert.Equal(
            ["Tahun: semula 2015 menjadi 2016."],
            Sentences(Old with { Period = new RosterPeriod(new RosterMonth(2016, 5), new RosterMonth(2016, 12)) })
        );

    private static AnnexVersion Replace(int index, Func<AnnexRow, AnnexRow> change) =>
        Old with
        {
            Rows = [.. Old.Rows.Select((row, at) => at == index ? row with { Row = change(row.Row) } : row)],
        };

    private static AnnexVersion Renumbered(IEnumerable<DifferenceRow> rows) =>
        Old with
        {
            Rows = [.. rows.Select((row, index) => row with { Row = row.Row with { Number = index + 1 } })],
        };

    private static IEnumerable<string> Sentences(AnnexVersion @new) =>
        AnnexDifference.Between(Old, @new).Changes.Select(change => change.Sentence);
}
