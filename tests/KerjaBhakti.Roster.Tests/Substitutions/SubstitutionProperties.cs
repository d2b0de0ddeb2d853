using FsCheck;
using FsCheck.Fluent;
using KerjaBhakti.Roster.Schedules;
using KerjaBhakti.Roster.Substitutions;
using KerjaBhakti.Tests;
using static KerjaBhakti.Roster.Tests.Substitutions.Roster2015;

namespace KerjaBhakti.Roster.Tests.Substitutions;

public class SubstitutionProperties
{
    private static readonly Gen<(int Row, int Other, int Week, int OtherWeek, bool Swap, int[] Steps)> Cases =
        from row in Gen.Choose(1, 12)
        from other in Gen.Choose(1, 12)
        from week in Gen.Choose(0, 5)
        from otherWeek in Gen.Choose(0, 5)
        from swap in Gen.Elements(true, false)
        from steps in Gen.Choose(0, 5).ArrayOf()
        select (row, other, week, otherWeek, swap, steps);

    [Fact]
    public void AnySubstitutions_ApprovedOneAfterAnother_LeaveNobodyInTwoPlacesAsSubstituteAndTheAnnexAsIssued() =>
        Property.HoldsForLists(Cases, cases =>
        {
            var known = new List<Substitution>();
            foreach (var (row, other, week, otherWeek, swap, steps) in cases)
            {
                Try(() =>
                {
                    var now = Now with { Known = known };
                    var proposed = swap
                        ? Substitution.Swap(row, On(Sunday(week)), other, On(Sunday(otherWeek)), By(row), now, Seed.Now)
                        : Substitution.StandIn(row, PostOf(other), On(Sunday(week)), By(row), now, Seed.Now);
                    known.Add(proposed);
                    foreach (var step in steps)
                    {
                        Try(() => Take(step, proposed, Now with { Known = known }));
                    }
                });
            }

            var overlay = Over([.. known]);
            foreach (var sunday in Enumerable.Range(0, 6).Select(Sunday))
            {
                var duties = overlay.On(sunday);
                var substitutes = duties.Where(duty => duty.IsSubstituted).Select(duty => duty.Turn!.SubstituteId).ToList();

                Assert.Equal(substitutes.Distinct(), substitutes);
                Assert.All(duties.Where(duty => duty.IsSubstituted), duty => Assert.NotEqual(duty.Post!.Id, duty.ServingPost));
                Assert.Equal(Duty.On(Seed.Annex, sunday), duties.Select(duty => duty.Duty));
            }

            // A swap holds on both of its Sundays or on neither.
            Assert.All(known.Where(item => item.Kind == SubstitutionKind.Swap), swap =>
                Assert.Single(swap.Turns.Select(turn => overlay.Of(turn.Row, turn.Sunday)!.Substitution == swap).Distinct())
            );
        });

    private static DateOnly Sunday(int week) => FirstSunday.AddDays(7 * week);

    private static void Take(int step, Substitution substitution, Circumstances now)
    {
        switch (step)
        {
            case 0 or 1:
                substitution.Accept(substitution.Consents[step % substitution.Consents.Count].PositionId, PersonA, InForce, Seed.Now);
                break;
            case 2 or 3:
                substitution.Approve(Secretary, now, Seed.Now);
                break;
            case 4:
                substitution.Revoke(Secretary, "Batal", Today, Seed.Now);
                break;
            default:
                substitution.Decline(Secretary, "Tidak", Seed.Now);
                break;
        }
    }

    private static void Try(Action step)
    {
        try
        {
            step();
        }
        catch (RosterRefusedException)
        {
            // A refusal is an answer, too; what matters is the state that is left.
        }
    }
}
