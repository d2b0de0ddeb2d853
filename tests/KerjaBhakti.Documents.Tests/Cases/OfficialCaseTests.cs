using KerjaBhakti.Documents.Roster;
using KerjaBhakti.Roster.Positions;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Documents.Tests.Cases;

/// <summary>Lists of officials as offices send them, judged against an empty register of the positions of 2015.</summary>
public sealed class OfficialCaseTests
{
    private static readonly DateOnly Today = new(2015, 6, 5);

    private static readonly IReadOnlyList<Position> Positions =
    [
        .. Seed.Annex.Rows.Select(row => row.Label).Distinct().Select((label, index) => PositionOf(index + 1, label)),
    ];

    // What is said of each row, in part.
    private static readonly Dictionary<string, string[]> Expected = new()
    {
        ["c02"] = ["mulai 2 Januari 2015", "mulai 2 Januari 2015"],
        ["c03"] =
        [
            "mulai 2 Januari 2015",
            "mulai 2 Januari 2015",
            "mulai 2 Januari 2015",
            "mulai 2 Januari 2015",
            "mulai 1 Agustus 2014",
            "mulai 2 Februari 2015",
        ],
        ["c05"] = ["Baru", "NIP itu tercatat untuk", "dibulatkan oleh lembar kerja", "Baru", "NIP itu tercatat untuk", "Baru"],
        ["c06"] = ["Baru", "NIP itu tercatat untuk", "dibulatkan oleh lembar kerja", "Baru", "Baru", "Baru"],
        ["c08"] = ["Baru", "Baru", "Baru"],
        ["c11"] = ["Baru", "Baru"],
        ["c12"] = ["Baru", "Baru", "Baru"],
        ["c14"] = ["dibulatkan oleh lembar kerja", "dibulatkan oleh lembar kerja"],
        ["c16"] = ["Plt.", "Plt.", "Jenis 'Pj.' tidak dikenal", "Plt.", "Jenis 'Pgs.' tidak dikenal", "Baru"],
        ["c18"] =
        [
            "Yang mendekati: Badan Kepegawaian Daerah",
            "Baru: Badan Kepegawaian Daerah",
            "Yang mendekati: Badan Kepegawaian Daerah",
        ],
        ["c20"] = ["mulai 2 Januari 2015"],
    };

    public static TheoryData<string, string> Cases => CaseFiles.Of("c");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Officials_OfACase_AreJudgedAsTheyShould(string id, string source)
    {
        var lines = OfficialImport.Judge(
            OfficialsFile.Read(CaseFiles.Read(id)).Rows,
            Positions,
            new OfficialsBook([], []),
            Seed.Aliases,
            Today
        );

        Assert.True(Expected[id].Length == lines.Count, $"{id} ({source}): {lines.Count} rows");
        Assert.All(Expected[id].Zip(lines), pair => Assert.Contains(pair.First, pair.Second.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void Officials_UnderAColumnNumberRow_AreReadAndTheRowIsSaid() =>
        Assert.Contains(OfficialsFile.Read(CaseFiles.Read("c11")).Remarks, remark =>
            remark.Contains("nomor kolom", StringComparison.Ordinal)
        );

    [Fact]
    public void Officials_OfAShortName_AreReadAndItIsSaid()
    {
        var lines = OfficialImport.Judge(
            OfficialsFile.Read(CaseFiles.Read("c18")).Rows,
            Positions,
            new OfficialsBook([], []),
            Seed.Aliases,
            Today
        );

        Assert.Equal(["'BKD' dibaca sebagai Badan Kepegawaian Daerah."], lines[1].Warnings);
    }

    [Fact]
    public void Officials_OfATitleBeforeAShortName_AreRefusedWithTheNameThatIsMeant()
    {
        var row = RowOf("Kepala Dinkes");
        var line = Assert.Single(OfficialImport.Judge([row], Positions, new OfficialsBook([], []), Seed.Aliases, Today));

        Assert.Equal(OfficialVerdict.Error, line.Verdict);
        Assert.Contains("Yang mendekati: Dinas Kesehatan", line.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Officials_OfAPostNobodyKnows_AreRefusedWithoutNamesThatAreNotMeant()
    {
        var row = RowOf("Kantor Pusat Data");

        Assert.Equal(
            "Jabatan 'Kantor Pusat Data' tidak dikenal; tulis namanya seperti dalam templat.",
            Assert.Single(OfficialImport.Judge([row], Positions, new OfficialsBook([], []), Seed.Aliases, Today)).Sentence
        );
    }

    [Fact]
    public void Nip_OfADash_IsNone() => Assert.Equal(string.Empty, Nip.Tidy("-"));

    private static OfficialRow RowOf(string position) =>
        new(2, string.Empty, position, string.Empty, "Pejabat A", string.Empty, string.Empty, "2015-01-02", string.Empty);

    // Only a database gives a position its key.
    private static Position PositionOf(int id, string name)
    {
        var position = new Position(new WorkUnit($"Unit {id}", WorkUnitCategory.Bureau), name);
        typeof(Position).GetProperty(nameof(Position.Id))!.SetValue(position, id);
        return position;
    }
}
