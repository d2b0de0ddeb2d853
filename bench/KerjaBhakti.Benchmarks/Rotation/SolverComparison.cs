using System.Diagnostics;
using Google.OrTools.Sat;
using KerjaBhakti.Roster.Rotation;

namespace KerjaBhakti.Benchmarks.Rotation;

/// <summary>
/// Proposals beside CP-SAT on the same instances under the same rules: for a new one the sum of cities that rows see, with totals within
/// one; for a repair the number of cells that stay. The solver may use every processor, and is given so many seconds.
/// </summary>
internal static class SolverComparison
{
    private const int Seconds = 120;

    public static void Run()
    {
        Compare(
            "93 rows x 8 months x 44, new: cities seen",
            RotationInputs.Office,
            certificate => certificate.Rows.Sum(row => row.Cities),
            Cities
        );
        Compare("the annex of 2015, repair: cells changed", RotationInputs.Repair, certificate => certificate.Changes.Count, Changes);
    }

    private static void Compare(
        string name,
        RotationRequest request,
        Func<RotationCertificate, int> worth,
        Action<CpModel, SolverInstance> aim
    )
    {
        RotationEngine.Propose(request);
        var start = Stopwatch.GetTimestamp();
        var proposal = RotationEngine.Propose(request);
        var ours = Stopwatch.GetElapsedTime(start).TotalMilliseconds;

        var instance = new SolverInstance(request);
        aim(instance.Model, instance);
        var solver = new CpSolver { StringParameters = $"max_time_in_seconds:{Seconds}" };
        start = Stopwatch.GetTimestamp();
        var status = solver.Solve(instance.Model);
        var theirs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var found = status is CpSolverStatus.Optimal or CpSolverStatus.Feasible
            ? $"{solver.ObjectiveValue:0} (bound {solver.BestObjectiveBound:0})"
            : "nothing";
        Console.WriteLine(
            $"{name}: portal {worth(RotationCertificate.Of(request, proposal.Annex))} in {ours:0.0} ms; CP-SAT {found}, {status}, in {theirs:0} ms; {theirs / ours:0} times"
        );
    }

    private static void Cities(CpModel model, SolverInstance instance) => model.Maximize(LinearExpr.Sum(instance.CitiesSeen()));

    private static void Changes(CpModel model, SolverInstance instance) => model.Minimize(instance.ChangedCells());
}
