using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Findings;

public class AnnexAuditorTests
{
    private static readonly AnnexAuditor Auditor = new(Seed.Gazetteer);

    [Fact]
    public void Audit_The2015Annex_FindsExactlyItsKnownOddities()
    {
        var counts = Auditor
            .Audit(Seed.Annex)
            .GroupBy(finding => finding.Kind.Code)
            .ToDictionary(group => group.Key, group => group.Count());

        Assert.Equal(
            new Dictionary<string, int>
            {
                ["empty-district-month"] = 16,
                ["uneven-coverage"] = 31,
                ["repeated-district"] = 1,
                ["mixed-spelling"] = 1,
                ["duplicate-label"] = 8,
                ["near-duplicate-label"] = 1,
                ["starts-before-instruction"] = 1,
            },
            counts
        );
    }

    [Fact]
    public void Audit_The2015Annex_NamesTheSixteenEmptyKecamatanMonths()
    {
        var empty = Of(FindingKind.EmptyDistrictMonth, Seed.Annex)
            .GroupBy(finding => finding.Month!.Value.Name)
            .ToDictionary(
                group => group.Key,
                group => group.Select(finding => Seed.Gazetteer[finding.Kecamatan!.Value].Name).Order().ToArray()
            );

        Assert.Equal(["Mampang Prapatan", "Pancoran", "Pasar Minggu", "Pesanggrahan"], empty["Mei"]);
        Assert.Equal(["Cilincing", "Koja", "Pademangan", "Tanjung Priok"], empty["Juni"]);
        Assert.Equal(["Cilandak", "Pal Merah", "Taman Sari", "Tambora"], empty["Juli"]);
        Assert.Equal(["Cipayung", "Ciracas", "Duren Sawit", "Jatinegara"], empty["Agustus"]);
        Assert.Equal(4, empty.Count);
    }

    [Fact]
    public void Audit_The2015Annex_PointsToTheLaterKembanganOfRow32()
    {
        var finding = Assert.Single(Of(FindingKind.RepeatedDistrict, Seed.Annex));

        Assert.Equal((32, "2015-06", "31.73.08"), (finding.Row, finding.Month.ToString(), finding.Kecamatan.ToString()));
        Assert.Equal("Baris 32 (Dinas Penataan Kota) mendapat Kembangan lebih dari sekali: Mei, Juni.", finding.Message);
    }

    [Fact]
    public void Audit_The2015Annex_PointsToTheOnePuloGadungAmongNineteen()
    {
        var finding = Assert.Single(Of(FindingKind.MixedSpelling, Seed.Annex));

        Assert.Equal((10, "2015-08", "31.75.02"), (finding.Row, finding.Month.ToString(), finding.Kecamatan.ToString()));
        Assert.Contains("'Pulogadung' 19 kali, 'Pulo Gadung' 1 kali", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_The2015Annex_ReportsEachDuplicateLabelOnItsLastRow() =>
        Assert.Equal([58, 60, 61, 62, 63, 64, 65, 66], Of(FindingKind.DuplicateLabel, Seed.Annex).Select(finding => finding.Row!.Value));

    [Fact]
    public void Audit_Rows8And59_AreNearDuplicates()
    {
        var finding = Assert.Single(Of(FindingKind.NearDuplicateLabel, Seed.Annex));

        Assert.Equal(59, finding.Row);
        Assert.Equal(FindingSeverity.Info, finding.Kind.Severity);
    }

    [Fact]
    public void Audit_AnAnnexWithoutAnInstruction_DoesNotSpeakOfItsDate() =>
        Assert.Empty(Of(FindingKind.StartsBeforeInstruction, Seed.Annex with { InstructionDate = null }));

    [Fact]
    public void Audit_AnInstructionSignedWithinTheFirstMonth_DoesNotStartTooEarly() =>
        Assert.Empty(Of(FindingKind.StartsBeforeInstruction, Seed.Annex with { InstructionDate = new DateOnly(2015, 5, 20) }));

    [Fact]
    public void Audit_AMisspeltKecamatan_IsAnErrorThatSuggestsTheNearestName()
    {
        var finding = Assert.Single(Of(FindingKind.UnknownKecamatan, Seed.With(11, row => row.WithCell(3, "Pulogadng"))));

        Assert.Equal(FindingSeverity.Error, finding.Kind.Severity);
        Assert.Equal((12, "2015-08"), (finding.Row, finding.Month.ToString()));
        Assert.Equal("Baris 12, Agustus: 'Pulogadng' bukan nama kecamatan. Maksud Anda Pulogadung?", finding.Message);
    }

    [Fact]
    public void Audit_AnAlias_IsNoError() =>
        Assert.Empty(Of(FindingKind.UnknownKecamatan, Seed.With(11, row => row.WithCell(3, "Kali Deres"))));

    [Fact]
    public void Audit_AnEmptyCellOfARotatingRow_IsMissing()
    {
        var finding = Assert.Single(Of(FindingKind.MissingAssignment, Seed.With(0, row => row.WithCell(7, string.Empty))));

        Assert.Equal((1, "2015-12"), (finding.Row, finding.Month.ToString()));
    }

    [Fact]
    public void Audit_RegionRows_AreNeverMissingAndNeverCovering() =>
        Assert.DoesNotContain(Of(FindingKind.MissingAssignment, Seed.Annex), finding => Seed.Annex.Rows[finding.RowIndex!.Value].IsRegion);

    [Theory]
    [InlineData(new[] { 1, 2, 3 }, "")]
    [InlineData(new[] { 2, 3 }, "Nomor 1 tidak ada sebelum nomor 2 (b0).")]
    [InlineData(new[] { 1, 2, 2 }, "Nomor 2 dipakai dua kali: b1 dan b2.")]
    [InlineData(new[] { 1, 3, 2 }, "Nomor 2 (b2) tidak berurutan.")]
    [InlineData(new[] { 1, 4 }, "Nomor 2 s.d. 3 tidak lengkap sebelum nomor 4 (b1).")]
    [InlineData(new[] { 1, 0, 2 }, "Baris ke-2 (b1) tidak bernomor.")]
    [InlineData(new[] { 1, int.MaxValue, 2 }, "Nomor 2 (b2) tidak berurutan.")]
    public void Audit_RowNumbers_AreCheckedForGapsRepeatsAndOrder(int[] numbers, string expected)
    {
        var rows = numbers.Select(
            (number, index) =>
                new AnnexRow(
                    number == 0 ? null : number,
                    $"b{index}",
                    new AnnexRegion(CityCode.Parse("31.75"), "Jakarta Timur"),
                    [AnnexCell.Empty]
                )
        );
        var annex = new Annex(new RosterPeriod(new RosterMonth(2016, 1), new RosterMonth(2016, 1)), [.. rows]);

        Assert.Equal(expected, string.Join('|', Of(FindingKind.RowNumber, annex).Select(finding => finding.Message)));
    }

    [Fact]
    public void Audit_TheSameAnnexTwice_GivesTheSameListInTheSameOrder() =>
        Assert.Equal(Auditor.Audit(Seed.Annex), Auditor.Audit(Seed.Annex));

    private static IEnumerable<Finding> Of(FindingKind kind, Annex annex) => Auditor.Audit(annex).Where(finding => finding.Kind == kind);
}
