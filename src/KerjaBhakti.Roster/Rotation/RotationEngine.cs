using KerjaBhakti.Roster.Schedules;

namespace KerjaBhakti.Roster.Rotation;

/// <summary>Proposes who goes where. A pure function: the same request gives the same proposal, on every machine.</summary>
public static class RotationEngine
{
    private const int FirstAttempts = 8;
    private const int MostAttempts = 40;

    /// <summary>
    /// A proposal that keeps every rule: locked cells and exclusions; in each month every kecamatan in use has ⌊n ÷ k⌋ or ⌈n ÷ k⌉ of the n
    /// rows with duty; no row has a kecamatan twice while there are no more months than kecamatan. Among those, one after another: the
    /// fewest changed cells (<see cref="RotationWay.Repair"/>), totals within one, not what the annex before ended with, many cities for
    /// each row, rows that seldom meet twice. Where no such proposal exists it says why.
    /// </summary>
    /// <exception cref="RosterRefusedException">No kecamatan is left in use, or there is no rotating row.</exception>
    public static RotationProposal Propose(RotationRequest request, CancellationToken cancellationToken = default)
    {
        var problem = RotationProblem.Of(request);
        var obstacles = ObstacleFinder.Contradictions(problem).ToList();
        var plan = RotationSolver.Solve(problem, FirstAttempts, cancellationToken);
        if (plan.Violations() > 0)
        {
            obstacles.AddRange(ObstacleFinder.Find(problem));
            if (obstacles.Count == 0)
            {
                plan = SearchOn(problem, obstacles, cancellationToken);
            }
        }

        return new RotationProposal(
            request,
            IsFull(problem, plan) ? [.. ChangesOf(problem, plan)] : [],
            obstacles,
            obstacles.Count == 0 ? [] : ReleaseOf(problem, cancellationToken)
        );
    }

    private static RotationPlan SearchOn(RotationProblem problem, List<RotationObstacle> obstacles, CancellationToken cancellationToken)
    {
        var plan = RotationSolver.Solve(problem, MostAttempts, cancellationToken);
        if (plan.Violations() == 0)
        {
            return plan;
        }

        if (ExhaustiveSearch.Run(problem, out var found) == SearchVerdict.Possible)
        {
            RotationSolver.Improve(problem, found!);
            return found!;
        }

        obstacles.Add(ObstacleFinder.Search(problem) ?? ObstacleWords.NothingFound(plan.Violations()));
        return plan;
    }

    // The largest set of fixed cells that can stand together leaves the smallest set to release; it is offered only if that really helps.
    private static IReadOnlyList<RosterCell> ReleaseOf(RotationProblem problem, CancellationToken cancellationToken)
    {
        var stays = KeptCells.Fixed(problem);
        var possible = stays.Where(cell => !problem.Barred[problem.Pair(cell / problem.Months, problem.Current[cell])]).ToList();
        var kept = KeptCells.Largest(problem, [], possible).ToHashSet();
        var release = stays
            .Where(cell => !kept.Contains(cell))
            .Concat(Enumerable.Range(0, problem.Current.Length).Where(cell => problem.Contradicts[cell]))
            .ToHashSet();
        if (release.Count == 0)
        {
            return [];
        }

        var released = RotationSolver.Solve(problem.Without(release, new HashSet<int>()), FirstAttempts, cancellationToken);
        return released.Violations() == 0 ? [.. release.Order().Select(problem.At)] : [];
    }

    private static bool IsFull(RotationProblem problem, RotationPlan plan) =>
        Enumerable.Range(0, problem.IsOpen.Length).All(cell => !problem.IsOpen[cell] || plan.PlaceOf(cell) != RotationProblem.Nowhere);

    private static IEnumerable<RotationChange> ChangesOf(RotationProblem problem, RotationPlan plan)
    {
        var reasons = new ChangeReasons(problem, plan);
        var spelling = HouseSpelling(problem, plan);
        for (var cell = 0; cell < problem.IsOpen.Length; cell++)
        {
            var at = problem.At(cell);
            var before = problem.Request.Annex.Rows[at.Row].Cells[cell % problem.Months];
            if (problem.IsOpen[cell] && plan.PlaceOf(cell) != problem.Current[cell])
            {
                var kecamatan = problem.InUse[plan.PlaceOf(cell)];
                yield return new RotationChange(at, before, new AnnexCell(spelling[plan.PlaceOf(cell)], kecamatan.Code), reasons.Of(cell));
            }
            else if (!problem.IsOpen[cell] && !problem.IsCounted[cell] && !before.IsEmpty && IsClearedForNoDuty(problem, at))
            {
                yield return new RotationChange(at, before, AnnexCell.Empty, reasons.OfNoDuty(cell));
            }
        }
    }

    private static bool IsClearedForNoDuty(RotationProblem problem, RosterCell at) =>
        problem.Request.Limits.OffDuty.Contains(at)
        && !problem.Request.Limits.Locked.Contains(at)
        && problem.Request.Scope?.Contains(at) != false
        && problem.Request.Way != RotationWay.Fill;

    // A kecamatan is written as the cells that stay write it, so that a proposal never mixes spellings.
    private static string[] HouseSpelling(RotationProblem problem, RotationPlan plan)
    {
        var written = Enumerable
            .Range(0, problem.Current.Length)
            .Where(cell => problem.Current[cell] != RotationProblem.Nowhere && plan.PlaceOf(cell) == problem.Current[cell])
            .GroupBy(
                cell => problem.Current[cell],
                cell => problem.Request.Annex.Rows[problem.At(cell).Row].Cells[cell % problem.Months].AsPrinted
            )
            .ToDictionary(
                group => group.Key,
                group =>
                    group
                        .CountBy(text => text)
                        .OrderByDescending(text => text.Value)
                        .ThenBy(text => text.Key, StringComparer.Ordinal)
                        .First()
                        .Key
            );
        return [.. problem.InUse.Select((kecamatan, place) => written.GetValueOrDefault(place, kecamatan.Name))];
    }
}
