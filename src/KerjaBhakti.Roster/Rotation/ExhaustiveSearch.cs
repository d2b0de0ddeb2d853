namespace KerjaBhakti.Roster.Rotation;

/// <summary>What a search through every plan found.</summary>
internal enum SearchVerdict
{
    /// <summary>A plan breaks no rule.</summary>
    Possible,

    /// <summary>No plan keeps every rule.</summary>
    Impossible,

    /// <summary>The search was too long and was given up.</summary>
    Unknown,
}

/// <summary>
/// Tries every plan, the cell with the least choice first. For few cells, where it settles what flows cannot: months that are each
/// possible, but not together.
/// </summary>
internal sealed class ExhaustiveSearch
{
    /// <summary>More open cells than this are not searched.</summary>
    public const int MostCells = 80;
    private const int MostSteps = 60_000;

    private readonly RotationProblem problem;
    private readonly int[] open;
    private int steps;

    private ExhaustiveSearch(RotationProblem problem)
    {
        this.problem = problem;
        Plan = new RotationPlan(problem);
        open = [.. Enumerable.Range(0, problem.IsOpen.Length).Where(cell => problem.IsOpen[cell])];
    }

    private RotationPlan Plan { get; }

    /// <summary>Whether any plan keeps every rule.</summary>
    public static SearchVerdict Run(RotationProblem problem, out RotationPlan? plan)
    {
        plan = null;
        var search = new ExhaustiveSearch(problem);
        if (search.open.Length > MostCells)
        {
            return SearchVerdict.Unknown;
        }

        if (search.Continue())
        {
            plan = search.Plan;
            return SearchVerdict.Possible;
        }

        return search.steps > MostSteps ? SearchVerdict.Unknown : SearchVerdict.Impossible;
    }

    private bool Continue()
    {
        if (++steps > MostSteps || !CouldStillHold())
        {
            return false;
        }

        var (tightest, choices) = (-1, new List<int>());
        foreach (var cell in open.Where(cell => Plan.PlaceOf(cell) == RotationProblem.Nowhere))
        {
            var allowed = Choices(cell);
            if (tightest < 0 || allowed.Count < choices.Count)
            {
                (tightest, choices) = (cell, allowed);
            }
        }

        if (tightest < 0)
        {
            return Plan.Violations() == 0;
        }

        foreach (var place in choices)
        {
            Plan.Put(tightest, place);
            if (Continue())
            {
                return true;
            }

            Plan.Take(tightest);
        }

        return false;
    }

    // Places that are short come first: they are what a plan fails by.
    private List<int> Choices(int cell)
    {
        var (row, month) = (cell / problem.Months, cell % problem.Months);
        return
        [
            .. Enumerable
                .Range(0, problem.Places)
                .Where(place => Plan.Count(month, place) < problem.High[month] && Plan.IsAllowed(row, place))
                .OrderBy(place => Plan.Count(month, place)),
        ];
    }

    private bool CouldStillHold()
    {
        for (var month = 0; month < problem.Months; month++)
        {
            var free = open.Where(cell => cell % problem.Months == month && Plan.PlaceOf(cell) == RotationProblem.Nowhere).ToList();
            var needed = 0;
            for (var place = 0; place < problem.Places; place++)
            {
                var rows = Plan.Count(month, place);
                var missing = problem.Low[month] - rows;
                if (
                    rows > problem.High[month]
                    || (missing > 0 && free.Count(cell => Plan.IsAllowed(cell / problem.Months, place)) < missing)
                )
                {
                    return false;
                }

                needed += Math.Max(0, missing);
            }

            if (needed > free.Count)
            {
                return false;
            }
        }

        return true;
    }
}
