using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Findings;

public class FindingGroupTests
{
    private static readonly AnnexAuditor Auditor = new(Seed.Gazetteer);

    [Fact]
    public void Of_TheAnnexOf2015_IsALineForEachMonthAndHoldsEveryFindingOnce()
    {
        var findings = Auditor.Audit(Seed.Annex);
        var groups = FindingGroup.Of(findings, HouseSpelling.Of(Seed.Annex, Seed.Gazetteer));

        Assert.Equal(
            [
                "Mei: Mampang Prapatan, Pasar Minggu, Pancoran, Pesanggrahan",
                "Juni: Tanjung Priok, Koja, Cilincing, Pademangan",
                "Juli: Tamansari, Tambora, Palmerah, Cilandak",
                "Agustus: Jatinegara, Duren Sawit, Ciracas, Cipayung",
            ],
            groups.Where(group => group.Kind == FindingKind.EmptyDistrictMonth).Select(group => group.Line).ToArray()
        );
        Assert.Equal(findings, groups.SelectMany(group => group.Items).Select(item => item.Finding));
    }

    [Fact]
    public void Of_EmptyCells_IsByRowOrByMonth_WhicheverIsShorter()
    {
        var oneRow = Seed.With(0, row => row with { Cells = [.. row.Cells.Select(_ => AnnexCell.Empty)] });
        Assert.Equal("Baris 1: Mei, Juni, Juli, Agustus, September, Oktober, November, Desember", Lines(oneRow).Single());

        var oneMonth = Seed.Annex with
        {
            Rows = [.. Seed.Annex.Rows.Take(3).Select(row => row with { Cells = [AnnexCell.Empty, .. row.Cells.Skip(1)] })],
        };
        Assert.Equal("Mei: baris 1, baris 2, baris 3", Lines(oneMonth).Single());
    }

    [Fact]
    public void Audit_AnAnnexWithoutRows_IsOneFinding()
    {
        var finding = Assert.Single(Auditor.Audit(Seed.Annex with { Rows = [] }));
        Assert.Equal(("missing-assignment", "Jadwal ini belum mempunyai baris."), (finding.Kind.Code, finding.Message));
    }

    private static IEnumerable<string> Lines(Annex annex) =>
        FindingGroup
            .Of(
                Auditor.Audit(annex).Where(finding => finding.Kind == FindingKind.MissingAssignment),
                HouseSpelling.Of(annex, Seed.Gazetteer)
            )
            .Select(group => group.Line);
}
