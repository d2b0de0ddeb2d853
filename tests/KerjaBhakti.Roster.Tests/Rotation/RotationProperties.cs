using FsCheck;
using FsCheck.Fluent;
using KerjaBhakti.Roster.Rotation;

namespace KerjaBhakti.Roster.Tests.Rotation;

/// <summary>Random requests, judged by rules counted plainly and by trying every plan.</summary>
public class RotationProperties
{
    private static readonly Gen<int> Seeds = Gen.Choose(0, int.MaxValue - 1);

    [Fact]
    public void Propose_ForAnySmallRequest_KeepsEveryRuleWhereAnyPlanDoes() =>
        Property.Holds(
            Seeds,
            seed =>
            {
                var request = RotationInstance.Small(seed);
                var proposal = RotationEngine.Propose(request);

                Assert.Empty(RotationRules.Untouched(request, proposal.Annex));
                Assert.Equal(EveryPlan.FewestChanges(request) is not null, proposal.KeepsEveryRule);
                if (proposal.KeepsEveryRule)
                {
                    Assert.Empty(RotationRules.Broken(request, proposal.Annex));
                }
            },
            tests: 600
        );

    [Fact]
    public void Propose_WhatIsImpossible_NamesCellsAndExclusionsThatAloneMakeItSo() =>
        Property.Holds(
            Seeds,
            seed =>
            {
                var request = RotationInstance.Small(seed);
                Assert.All(RotationEngine.Propose(request).Obstacles, obstacle =>
                {
                    Assert.True(obstacle.IsProven);
                    Assert.False(EveryPlan.Exists(request, obstacle.Cells, obstacle.Exclusions), obstacle.Message);
                });
            },
            tests: 600
        );

    [Fact]
    public void Propose_WhatIsImpossible_IsPossibleOnceTheNamedLocksAreReleased() =>
        Property.Holds(
            Seeds,
            seed =>
            {
                var request = RotationInstance.Small(seed);
                var release = RotationEngine.Propose(request).Release;
                if (release.Count > 0)
                {
                    var bound = RotationRules.Cells(request.Annex).Select(cell => cell.At).Except(release).ToList();
                    Assert.True(EveryPlan.Exists(request, bound, request.Limits.Never));
                    Assert.All(release, cell =>
                        Assert.False(
                            release.Count > 1
                                && EveryPlan.Exists(request, [.. bound, .. release.Where(other => other != cell)], request.Limits.Never)
                        )
                    );
                }
            },
            tests: 400
        );

    [Fact]
    public void Repair_OfAnySmallAnnex_NeverChangesFewerCellsThanTheBoundSays() =>
        Property.Holds(
            Seeds,
            seed =>
            {
                var request = RotationInstance.Small(seed) with { Way = RotationWay.Repair };
                var proposal = RotationEngine.Propose(request);
                if (proposal.KeepsEveryRule)
                {
                    // Emptied cells are no choice: they are the same in every plan.
                    var chosen = proposal.Changes.Count(change => !change.After.IsEmpty);
                    var certificate = RotationCertificate.Of(request, proposal.Annex);
                    var fewest = EveryPlan.FewestChanges(request)!.Value;

                    Assert.InRange(fewest, certificate.LowerBound, chosen);
                    Assert.InRange(certificate.CoverageBound, 0, certificate.LowerBound);
                }
            },
            tests: 400
        );

    [Fact]
    public void Propose_ForAnyLargeRequest_KeepsEveryRuleAndItsCertificateHolds() =>
        Property.Holds(
            Seeds,
            seed =>
            {
                var request = RotationInstance.Large(seed);
                var proposal = RotationEngine.Propose(request);
                var certificate = RotationCertificate.Of(request, proposal.Annex);

                Assert.Empty(proposal.Obstacles);
                Assert.Empty(RotationRules.Broken(request, proposal.Annex));
                Assert.Empty(
                    CertificateCheck.Verify(
                        proposal.Annex,
                        RotationCertificateJson.Read(RotationCertificateJson.Write(certificate)),
                        request.Gazetteer
                    )
                );
            },
            tests: 25
        );
}
