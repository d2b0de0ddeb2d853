using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Rotation;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Rotation;

/// <summary>Remedies and suggestions in the annex of 2015.</summary>
public class RemediesTests
{
    private static readonly AnnexAuditor Auditor = new(Seed.Gazetteer);
    private static readonly RosterCounts Counts = new(Seed.Annex, Seed.Gazetteer, RotationLimits.None);
    private static readonly IReadOnlyList<Finding> Findings = Auditor.Audit(Seed.Annex);

    private static readonly FindingKind[] Mendable =
    [
        FindingKind.EmptyDistrictMonth,
        FindingKind.UnevenCoverage,
        FindingKind.RepeatedDistrict,
    ];

    [Fact]
    public void For_EveryFindingOf2015_EachRemedyTakesItAwayAndAddsNone() =>
        Assert.All(Findings.Where(finding => Mendable.Contains(finding.Kind)), finding =>
        {
            var before = Mended(Seed.Annex);
            var remedies = Remedies.For(Counts, finding);
            Assert.NotEmpty(remedies);
            Assert.All(remedies.Take(3).Append(remedies[^1]), remedy =>
            {
                var after = Mended(
                    Seed.With(remedy.Cell.Row, row => row.WithCell(Seed.Period.IndexOf(remedy.Cell.Month), Seed.Gazetteer[remedy.To].Name))
                );

                Assert.DoesNotContain(
                    (
                        finding.Kind.Code,
                        finding.RowIndex,
                        finding.Kind == FindingKind.RepeatedDistrict ? null : finding.Month,
                        finding.Kecamatan
                    ),
                    after
                );
                Assert.Empty(after.Except(before));
            });
        });

    [Fact]
    public void For_AnEmptyKecamatan_TakesFirstFromWhereThereAreThree()
    {
        var finding = Findings.First(finding => finding.Kind == FindingKind.EmptyDistrictMonth);
        var best = Remedies.For(Counts, finding)[0];

        Assert.Equal(3, Counts.Of(finding.Month!.Value, best.From));
        Assert.Matches("^baris \\d+ dari .+, yang bertiga.* ke .+, yang kosong pada Mei", best.Reason);
    }

    [Fact]
    public void For_ALockedRow_OffersAnother()
    {
        var finding = Findings.First(finding => finding.Kind == FindingKind.EmptyDistrictMonth);
        var best = Remedies.For(Counts, finding)[0];
        var locked = new RosterCounts(Seed.Annex, Seed.Gazetteer, new RotationLimits { Locked = new HashSet<RosterCell> { best.Cell } });

        Assert.DoesNotContain(Remedies.For(locked, finding), remedy => remedy.Cell == best.Cell);
    }

    [Fact]
    public void For_AFindingOfAnotherKind_IsNothing() =>
        Assert.All(Findings.Where(finding => !Mendable.Contains(finding.Kind)), finding => Assert.Empty(Remedies.For(Counts, finding)));

    [Fact]
    public void Suggestions_ForACell_BeginWithTheEmptyAndEndWithWhatTheRowHas()
    {
        var suggestions = CellSuggestions.For(Counts, new RosterCell(31, new RosterMonth(2015, 8)));
        var notes = suggestions.Select(suggestion => suggestion.Note).ToList();

        Assert.Equal(44, suggestions.Count);

        // Four have nobody, and Kebayoran Lama would have nobody but for this cell.
        Assert.Equal(
            ["Cipayung", "Ciracas", "Duren Sawit", "Jatinegara", "Kebayoran Lama"],
            suggestions.Take(5).Select(suggestion => suggestion.Kecamatan.Name).Order()
        );
        Assert.All(notes.Take(5), note => Assert.Equal("kosong pada Agustus", note));
        Assert.Equal(
            notes.OrderBy(note =>
                note.StartsWith("kosong", StringComparison.Ordinal) ? 0
                : note == "1" ? 1
                : note.StartsWith("sudah", StringComparison.Ordinal) ? 2
                : 3
            ),
            notes
        );
        Assert.Contains(suggestions, suggestion => suggestion is { Kecamatan.Name: "Kembangan", Note: "baris ini: Mei" });
        Assert.All(notes.TakeLast(6), note => Assert.StartsWith("baris ini: ", note, StringComparison.Ordinal));
    }

    private static HashSet<(string, int?, RosterMonth?, KerjaBhakti.Roster.Districts.KecamatanCode?)> Mended(Annex annex) =>
        [
            .. Auditor
                .Audit(annex)
                .Where(finding => Mendable.Contains(finding.Kind))
                .Select(finding =>
                    (
                        finding.Kind.Code,
                        finding.RowIndex,
                        finding.Kind == FindingKind.RepeatedDistrict ? null : finding.Month,
                        finding.Kecamatan
                    )
                ),
        ];
}
