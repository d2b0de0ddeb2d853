using KerjaBhakti.Roster.Districts;
using KerjaBhakti.Roster.Findings;
using KerjaBhakti.Roster.Rotation;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Tests;

namespace KerjaBhakti.Roster.Tests.Rotation;

/// <summary>Proposals for the annex of 2015.</summary>
public class RotationEngineTests
{
    // The proposal of seed 0 on a blank annex. It changes only when the way of making proposals does.
    private const string Expected = "cd79e072a1dab9dc66684fbed17c6aea494a8c97e887d8d8c39de92d896e9f24";

    private static readonly RotationRequest Repair = new(Seed.Annex, Seed.Gazetteer, RotationWay.Repair);

    private static readonly Annex Blank = Seed.Annex with
    {
        Rows = [.. Seed.Annex.Rows.Select(row => row with { Cells = [.. row.Cells.Select(_ => AnnexCell.Empty)] })],
    };

    private static readonly RotationRequest New = new(Blank, Seed.Gazetteer, RotationWay.New);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(118)]
    public void Repair_OfTheAnnexOf2015_LeavesNoFindingOfCoverageOrRepetition(int seed)
    {
        var proposal = RotationEngine.Propose(Repair with { Seed = seed });

        Assert.Empty(proposal.Obstacles);
        Assert.Empty(RotationRules.Broken(Repair, proposal.Annex));
        Assert.DoesNotContain(new AnnexAuditor(Seed.Gazetteer).Audit(proposal.Annex), finding =>
            finding.Kind == FindingKind.EmptyDistrictMonth
            || finding.Kind == FindingKind.UnevenCoverage
            || finding.Kind == FindingKind.RepeatedDistrict
        );
    }

    [Fact]
    public void New_OnABlankAnnex_IsBalancedInEveryMonthAndOverall()
    {
        var annex = RotationEngine.Propose(New).Annex;
        var totals = Seed
            .Period.Months.Select(month => RotationRules.Counts(New, annex, month))
            .Aggregate((sum, counts) => [.. sum.Zip(counts, (a, b) => a + b)]);
        var cities = RotationRules
            .Cells(annex)
            .GroupBy(cell => cell.At.Row, cell => cell.Content.Kecamatan!.Value.City)
            .Select(row => row.Distinct().Count())
            .ToList();

        Assert.Empty(RotationRules.Broken(New, annex));
        Assert.All(Seed.Period.Months, month => Assert.All(RotationRules.Counts(New, annex, month), count => Assert.InRange(count, 1, 2)));
        Assert.InRange(totals.Max() - totals.Min(), 0, 1);
        Assert.All(cities, count => Assert.InRange(count, 5, 6));
    }

    [Fact]
    public void Repair_OfTheAnnexOf2015_ChangesAsFewCellsAsThereCanBe()
    {
        var proposal = RotationEngine.Propose(Repair);
        var certificate = RotationCertificate.Of(Repair, proposal.Annex);

        // Row 32 has Kembangan twice; everything else is coverage.
        Assert.Equal(certificate.LowerBound, proposal.Changes.Count);
        Assert.InRange(certificate.LowerBound, certificate.CoverageBound, certificate.CoverageBound + 1);
        Assert.True(certificate.IsProvenFewest);
    }

    [Fact]
    public void Repair_OfTheAnnexOf2015_SaysOfEachCellWhyItChanges()
    {
        var changes = RotationEngine.Propose(Repair).Changes;

        Assert.Contains(changes, change => change.Reason.StartsWith("Mampang Prapatan kosong pada Mei; baris ", StringComparison.Ordinal));
        Assert.All(changes, change => Assert.Matches(@"^.+ pada [A-Z][a-z]+.*; baris \d+ pindah dari .+, yang .+\.$", change.Reason));
    }

    [Fact]
    public void Repair_OfTheAnnexOf2015_MixesNoSpellings()
    {
        var before = new AnnexAuditor(Seed.Gazetteer).Audit(Seed.Annex).Count(finding => finding.Kind == FindingKind.MixedSpelling);
        var after = new AnnexAuditor(Seed.Gazetteer)
            .Audit(RotationEngine.Propose(Repair).Annex)
            .Count(finding => finding.Kind == FindingKind.MixedSpelling);

        Assert.InRange(after, 0, before);
    }

    [Fact]
    public void Propose_TheSameTwice_IsTheSame_AndAnotherSeedIsAnother()
    {
        Assert.Equal(RotationEngine.Propose(New).Changes, RotationEngine.Propose(New).Changes);
        Assert.NotEqual(RotationEngine.Propose(New).Changes, RotationEngine.Propose(New with { Seed = 1 }).Changes);
    }

    [Fact]
    public void Propose_OnEveryMachine_IsWhatItWasHere() => Assert.Equal(Expected, RotationHash.Of(RotationEngine.Propose(New).Annex));

    [Fact]
    public void New_AfterTheAnnexOf2015_RepeatsNothingOfItsLastFourMonths()
    {
        var request = New with { Earlier = EarlierDuties.Of(Seed.Annex, Blank) };

        Assert.Equal(0, RotationCertificate.Of(request, RotationEngine.Propose(request).Annex).EarlierAgain);
        Assert.Equal(4, request.Earlier[0].Count);
        Assert.Empty(request.Earlier[39]);
    }

    [Fact]
    public void New_WithoutKepulauanSeribu_SendsNobodyThere()
    {
        var request = New with
        {
            Limits = new RotationLimits
            {
                LeftOut = Seed.Gazetteer.In(CityCode.Parse("31.01")).Select(kecamatan => kecamatan.Code).ToHashSet(),
            },
        };
        var annex = RotationEngine.Propose(request).Annex;

        Assert.Empty(RotationRules.Broken(request, annex));
        Assert.DoesNotContain(RotationRules.Cells(annex), cell => cell.Content.Kecamatan!.Value.City == CityCode.Parse("31.01"));
    }

    [Fact]
    public void Fill_AnAnnexWithALostMonth_KeepsEveryOtherCell()
    {
        var whole = RotationEngine.Propose(New).Annex;
        var gap = whole with
        {
            Rows =
            [
                .. whole.Rows.Select(row =>
                    row with
                    {
                        Cells = [.. row.Cells.Select((cell, month) => month == 3 ? AnnexCell.Empty : cell)],
                    }
                ),
            ],
        };
        var proposal = RotationEngine.Propose(new RotationRequest(gap, Seed.Gazetteer, RotationWay.Fill));

        Assert.Empty(proposal.Obstacles);
        Assert.Equal(75, proposal.Changes.Count);
        Assert.Empty(RotationRules.Broken(proposal.Request, proposal.Annex));
    }

    [Fact]
    public void Propose_SevenCellsLockedOnGambir_IsNamedWithTheFiveToRelease()
    {
        var gambir = Seed.Gazetteer.FindByName("Gambir")!;
        var june = new RosterMonth(2015, 6);
        var locked = Enumerable.Range(0, 7).Select(row => new RosterCell(row, june)).ToHashSet();
        var annex = Blank with { Rows = [.. Blank.Rows.Select((row, index) => index < 7 ? row.WithCell(1, gambir.Name) : row)] };

        var proposal = RotationEngine.Propose(
            New with
            {
                Annex = annex,
                Limits = new RotationLimits { Locked = locked },
            }
        );

        var obstacle = Assert.Single(proposal.Obstacles);
        Assert.Equal("Juni: 7 sel terkunci pada Gambir, paling banyak 2.", obstacle.Message);
        Assert.Equal(locked, obstacle.Cells.ToHashSet());
        Assert.Equal(5, proposal.Release.Count);
        Assert.Subset(locked, proposal.Release.ToHashSet());
        Assert.Equal(7, RotationRules.Counts(New, proposal.Annex, june).Max());
    }

    [Fact]
    public void Propose_ARowThatMayGoNowhere_IsNoHalfProposal()
    {
        var never = Seed.Gazetteer.Kecamatan.Select(kecamatan => new Exclusion(0, kecamatan.Code)).ToHashSet();

        var proposal = RotationEngine.Propose(New with { Limits = new RotationLimits { Never = never } });

        Assert.Empty(proposal.Changes);
        Assert.Equal("Baris 1: 8 bulan belum berisi, tidak ada kecamatan yang boleh baginya.", proposal.Obstacles[0].Message);
    }

    [Fact]
    public void Propose_WithEveryKecamatanLeftOut_IsRefused() =>
        Assert.Throws<RosterRefusedException>(() =>
            RotationEngine.Propose(
                New with
                {
                    Limits = new RotationLimits { LeftOut = Seed.Gazetteer.Kecamatan.Select(kecamatan => kecamatan.Code).ToHashSet() },
                }
            )
        );

    [Fact]
    public void With_SomeOfTheChanges_LeavesTheOthersOut()
    {
        var proposal = RotationEngine.Propose(Repair);
        var one = proposal.Changes[0];

        var annex = proposal.With([one]);

        Assert.Equal(one.After, annex.Rows[one.Cell.Row].Cells[annex.Period.IndexOf(one.Cell.Month)]);
        Assert.Single(RotationCertificate.Of(Repair, annex).Changes);
    }
}
