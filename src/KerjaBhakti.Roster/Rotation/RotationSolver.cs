namespace KerjaBhakti.Roster.Rotation;

/// <summary>
/// Makes a plan for a problem: builds it month by month, improves it, and begins anew from other random numbers while a rule is broken.
/// </summary>
internal static class RotationSolver
{
    private const int Sweeps = 12;

    /// <summary>The best plan found within so many attempts. It breaks no rule unless every attempt did.</summary>
    public static RotationPlan Solve(RotationProblem problem, int attempts, CancellationToken cancellationToken)
    {
        RotationPlan? best = null;
        var bound = problem.CountsChanges ? FewestChanges(problem) : 0;
        var fewest = (Broken: int.MaxValue, Changes: int.MaxValue);
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var plan = Attempt(problem, attempt);
            var reached = (Broken: plan.Violations(), Changes: problem.CountsChanges ? plan.Changes() : 0);
            if (reached.CompareTo(fewest) < 0)
            {
                (best, fewest) = (plan, reached);
            }

            if (fewest.Broken == 0 && (!problem.CountsChanges || fewest.Changes <= bound))
            {
                break;
            }
        }

        return best!;
    }

    /// <summary>The number of changes that no plan can go below.</summary>
    public static int FewestChanges(RotationProblem problem)
    {
        var open = problem.IsOpen.Count(open => open);
        return open - KeptCells.Largest(problem, KeptCells.Fixed(problem), KeptCells.Candidates(problem)).Count;
    }

    /// <summary>Improves a plan that keeps the rules already.</summary>
    public static void Improve(RotationProblem problem, RotationPlan plan) =>
        new PlanSearch(problem, plan, new RotationRandom(problem.Request.Seed)).Improve(Sweeps);

    private static RotationPlan Attempt(RotationProblem problem, int attempt)
    {
        var random = new RotationRandom(((long)problem.Request.Seed << 16) + attempt);
        var plan = new RotationPlan(problem);
        if (problem.CountsChanges)
        {
            var candidates = KeptCells.Candidates(problem);
            var order = random.Order(candidates.Count);
            foreach (var cell in KeptCells.Largest(problem, KeptCells.Fixed(problem), [.. order.Select(index => candidates[index])]))
            {
                plan.Put(cell, problem.Current[cell]);
            }
        }

        // The months with the fewest open cells first: they leave the least choice.
        var open = new int[problem.Months];
        for (var cell = 0; cell < problem.IsOpen.Length; cell++)
        {
            open[cell % problem.Months] += problem.IsOpen[cell] ? 1 : 0;
        }

        var fill = new MonthFill(problem, plan, random);
        foreach (var month in Enumerable.Range(0, problem.Months).OrderBy(month => open[month]).ThenBy(month => month))
        {
            fill.Fill(month);
        }

        new PlanSearch(problem, plan, random).Improve(Sweeps);
        return plan;
    }
}
